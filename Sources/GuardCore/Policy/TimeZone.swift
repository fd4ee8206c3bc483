/// The rules of one place's clocks, as the time zone database has them.
///
/// Read from the bytes of a TZif file (RFC 9636), which holds the moments at which the clocks were or
/// will be changed, and a text that says how it goes on after the last of them:
///
/// ```
///     "TZif" version, six counts      header, 44 bytes
///     moments in 4 bytes …            for readers of the first version: skipped, where there are two
///     "TZif" version, six counts      the same again
///     moments in 8 bytes              ascending
///     a type for each                 an index, 1 byte
///     types                           offset in 4 bytes, daylight saving, name: 6 bytes
///     names, leap seconds, marks      not needed
///     \n CET-1CEST,M3.5.0,M10.5.0/3 \n
/// ```
struct TimeZone: Sendable {
    private let transitions: [Int64]
    /// What the clocks are ahead of UTC from each transition on, in seconds.
    private let offsets: [Int]
    private let offsetBefore: Int
    private let rule: PosixRule?

    static let utc = TimeZone()

    private init() {
        transitions = []
        offsets = []
        offsetBefore = 0
        rule = nil
    }

    /// Nil where the bytes are no such file, or one that counts leap seconds, as `right/UTC` does: no
    /// clock of POSIX does.
    init?(_ bytes: [UInt8]) {
        var reader = Reader(bytes: bytes)
        guard var header = reader.header() else { return nil }
        var momentSize = 4
        if header.version != 0 {
            reader.skip(header.length(momentSize: 4))
            guard let second = reader.header() else { return nil }
            header = second
            momentSize = 8
        }
        guard header.leapSeconds == 0, header.types > 0,
            header.length(momentSize: momentSize) <= bytes.count
        else { return nil }

        var transitions: [Int64] = []
        for _ in 0..<header.moments {
            guard let moment = reader.integer(size: momentSize) else { return nil }
            if let last = transitions.last, last >= moment { return nil }
            transitions.append(moment)
        }
        var indexes: [Int] = []
        for _ in 0..<header.moments {
            guard let index = reader.integer(size: 1) else { return nil }
            indexes.append(Int(index) & 0xff)
        }
        var types: [Int] = []
        for _ in 0..<header.types {
            guard let offset = reader.integer(size: 4), (-89_999...93_599).contains(offset) else {
                return nil
            }
            types.append(Int(offset))
            reader.skip(2)
        }
        guard indexes.allSatisfy({ $0 < types.count }), let first = types.first else { return nil }
        reader.skip(header.names + header.standardMarks + header.universalMarks)
        self.transitions = transitions
        offsets = indexes.map { types[$0] }
        offsetBefore = first

        guard momentSize == 8 else {
            rule = nil
            return
        }
        guard let footer = reader.line() else { return nil }
        if footer.isEmpty {
            rule = nil
        } else {
            guard let rule = PosixRule(footer) else { return nil }
            self.rule = rule
        }
    }

    /// What the clocks are ahead of UTC, in seconds.
    func offset(at moment: Moment) -> Int {
        let second = moment.secondsSinceEpoch
        if let rule, transitions.last.map({ second >= $0 }) ?? true {
            return rule.offset(at: second)
        }
        var low = 0
        var high = transitions.count
        while low < high {
            let middle = (low + high) / 2
            if transitions[middle] <= second { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? offsetBefore : offsets[low - 1]
    }

    /// What a calendar and a clock on the wall show.
    func wallTime(at moment: Moment) -> (day: CalendarDay, second: Int) {
        let local = Int(moment.secondsSinceEpoch) + offset(at: moment)
        return (
            CalendarDay(number: flooredQuotient(local, 86_400)), floored(local, modulo: 86_400)
        )
    }

    private struct Header {
        let version: UInt8
        let universalMarks: Int
        let standardMarks: Int
        let leapSeconds: Int
        let moments: Int
        let types: Int
        let names: Int

        func length(momentSize: Int) -> Int {
            moments * (momentSize + 1) + types * 6 + names + leapSeconds * (momentSize + 4)
                + standardMarks + universalMarks
        }
    }

    private struct Reader {
        let bytes: [UInt8]
        var offset = 0

        init(bytes: [UInt8]) {
            self.bytes = bytes
        }

        mutating func skip(_ count: Int) { offset += count }

        mutating func header() -> Header? {
            guard offset + 44 <= bytes.count, bytes[offset...].starts(with: "TZif".utf8) else {
                return nil
            }
            let version = bytes[offset + 4]
            skip(20)
            var counts: [Int] = []
            for _ in 0..<6 {
                // Larger than any file is a count that lies.
                guard let count = integer(size: 4), (0...1_000_000).contains(count) else {
                    return nil
                }
                counts.append(Int(count))
            }
            return Header(
                version: version, universalMarks: counts[0], standardMarks: counts[1],
                leapSeconds: counts[2], moments: counts[3], types: counts[4], names: counts[5])
        }

        /// A big-endian number in two's complement.
        mutating func integer(size: Int) -> Int64? {
            guard offset + size <= bytes.count else { return nil }
            var number = Int64(Int8(bitPattern: bytes[offset]))
            for byte in bytes[(offset + 1)..<(offset + size)] { number = number << 8 | Int64(byte) }
            offset += size
            return number
        }

        /// What stands between two ends of line.
        mutating func line() -> [UInt8]? {
            guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\n"),
                let end = bytes[(offset + 1)...].firstIndex(of: UInt8(ascii: "\n"))
            else { return nil }
            return Array(bytes[(offset + 1)..<end])
        }
    }
}

/// How the clocks go on for good: the `TZ` of POSIX, such as `CET-1CEST,M3.5.0,M10.5.0/3`.
///
/// A name, how far the clocks are behind UTC (west is positive), the same for daylight saving, and
/// when that begins and ends. RFC 9636 lets the times of both go from -167 to 167 hours.
private struct PosixRule {
    private let standard: Int
    private let saving: Saving?

    private struct Saving {
        let offset: Int
        let start: Day
        let end: Day
    }

    /// A day of every year, and a second of it.
    private struct Day {
        enum Kind {
            /// The first to fifth of a weekday in a month; the fifth is the last. Sunday is 0.
            case weekday(month: Int, week: Int, weekday: Int)
            /// From 1 to 365; February 29 is never counted.
            case withoutLeapDay(Int)
            /// From 0 to 365.
            case withLeapDay(Int)
        }
        let kind: Kind
        let second: Int

        /// The second since 1970 on a clock that is not ahead of UTC.
        func second(in year: Int) -> Int64 {
            let day: Int
            switch kind {
            case .weekday(let month, let week, let weekday):
                let first = CalendarDay(year: year, month: month, day: 1).number
                // 1970-01-01 was a Thursday, the day 4.
                let firstOfKind = first + floored(weekday - (first + 4), modulo: 7)
                let last = first + CalendarDay.length(ofMonth: month, in: year)
                var found = firstOfKind + (week - 1) * 7
                if found >= last { found -= 7 }
                day = found
            case .withoutLeapDay(let number):
                let isAfterLeapDay = CalendarDay.isLeap(year) && number >= 60
                day =
                    CalendarDay(year: year, month: 1, day: 1).number + number - 1
                    + (isAfterLeapDay ? 1 : 0)
            case .withLeapDay(let number):
                day = CalendarDay(year: year, month: 1, day: 1).number + number
            }
            return Int64(day) * 86_400 + Int64(second)
        }
    }

    func offset(at second: Int64) -> Int {
        guard let saving else { return standard }
        let local = Int(second) + standard
        let year = CalendarDay(number: flooredQuotient(local, 86_400)).year
        let start = saving.start.second(in: year) - Int64(standard)
        let end = saving.end.second(in: year) - Int64(saving.offset)
        // South of the equator daylight saving ends before it begins, in a calendar year.
        let isSaving =
            start < end
            ? start <= second && second < end : !(end <= second && second < start)
        return isSaving ? saving.offset : standard
    }

    init?(_ text: [UInt8]) {
        var rest = text[...]
        guard Self.skipName(&rest), let west = Self.time(&rest, hours: 24) else { return nil }
        standard = -west
        if rest.isEmpty {
            saving = nil
            return
        }
        guard Self.skipName(&rest), let next = rest.first else { return nil }
        var offset = standard + 3600
        if next != UInt8(ascii: ",") {
            guard let west = Self.time(&rest, hours: 24) else { return nil }
            offset = -west
        }
        guard Self.skip(",", &rest), let start = Self.day(&rest), Self.skip(",", &rest),
            let end = Self.day(&rest), rest.isEmpty
        else { return nil }
        saving = Saving(offset: offset, start: start, end: end)
    }

    private static func skip(_ wanted: Unicode.Scalar, _ rest: inout ArraySlice<UInt8>) -> Bool {
        guard rest.first == UInt8(ascii: wanted) else { return false }
        rest = rest.dropFirst()
        return true
    }

    /// `CET`, or anything between `<` and `>`.
    private static func skipName(_ rest: inout ArraySlice<UInt8>) -> Bool {
        if skip("<", &rest) {
            guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return false }
            rest = rest[(end + 1)...]
            return true
        }
        let name = rest.prefix { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        }
        rest = rest.dropFirst(name.count)
        return name.count >= 3
    }

    private static func number(_ rest: inout ArraySlice<UInt8>, _ range: ClosedRange<Int>) -> Int? {
        let text = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        rest = rest.dropFirst(text.count)
        guard let number = digits(text), range.contains(number) else { return nil }
        return number
    }

    /// `-1`, `5:30`, `+02:00:00`, in seconds.
    private static func time(_ rest: inout ArraySlice<UInt8>, hours: Int) -> Int? {
        let isNegative = skip("-", &rest)
        if !isNegative { _ = skip("+", &rest) }
        guard var seconds = number(&rest, 0...hours).map({ $0 * 3600 }) else { return nil }
        for unit in [60, 1] where skip(":", &rest) {
            guard let part = number(&rest, 0...59) else { return nil }
            seconds += part * unit
        }
        return isNegative ? -seconds : seconds
    }

    private static func day(_ rest: inout ArraySlice<UInt8>) -> Day? {
        let kind: Day.Kind
        if skip("M", &rest) {
            guard let month = number(&rest, 1...12), skip(".", &rest),
                let week = number(&rest, 1...5), skip(".", &rest),
                let weekday = number(&rest, 0...6)
            else { return nil }
            kind = .weekday(month: month, week: week, weekday: weekday)
        } else if skip("J", &rest) {
            guard let day = number(&rest, 1...365) else { return nil }
            kind = .withoutLeapDay(day)
        } else {
            guard let day = number(&rest, 0...365) else { return nil }
            kind = .withLeapDay(day)
        }
        guard skip("/", &rest) else { return Day(kind: kind, second: 7200) }
        return time(&rest, hours: 167).map { Day(kind: kind, second: $0) }
    }
}
