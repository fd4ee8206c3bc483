/// A point of time, to the second: what a clock outside says, handed in as a fact.
package struct Moment: Hashable, Comparable, Sendable {
    /// Since 1970 in UTC, without leap seconds, as POSIX counts.
    package let secondsSinceEpoch: Int64

    package init(secondsSinceEpoch: Int64) {
        self.secondsSinceEpoch = secondsSinceEpoch
    }

    package static func < (left: Moment, right: Moment) -> Bool {
        left.secondsSinceEpoch < right.secondsSinceEpoch
    }
}

/// A day of the Gregorian calendar.
struct CalendarDay: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01.
    let number: Int

    init(number: Int) {
        self.number = number
    }

    /// Reads `2026-12-31`; nil for anything else, and for a day that no month has.
    init?(_ text: some StringProtocol) {
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.count == 3, parts.map(\.count) == [4, 2, 2],
            let year = digits(parts[0]), let month = digits(parts[1]), let day = digits(parts[2]),
            year >= 1970, (1...12).contains(month),
            (1...Self.length(ofMonth: month, in: year)).contains(day)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// Years are counted from March, so that a leap day is the last of its year; the months from
    /// March have 31, 30, 31, 30, 31 days and so again.
    init(year: Int, month: Int, day: Int) {
        let shifted = month > 2 ? year : year - 1
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        // From 0000-03-01 to 1970-01-01 there are 719,468 days.
        number =
            365 * shifted + flooredQuotient(shifted, 4) - flooredQuotient(shifted, 100)
            + flooredQuotient(shifted, 400) + dayOfYear - 719_468
    }

    /// The year it lies in.
    var year: Int {
        // A guess that is a year late at most: a year is never longer than 366 days.
        var year = 1970 + flooredQuotient(number, 366)
        while CalendarDay(year: year + 1, month: 1, day: 1).number <= number { year += 1 }
        return year
    }

    var weekday: Weekday {
        // 1970-01-01 was a Thursday.
        Weekday.allCases[floored(number + 3, modulo: 7)]
    }

    var before: CalendarDay { CalendarDay(number: number - 1) }

    static func length(ofMonth month: Int, in year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        case _: 31
        }
    }

    static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    static func < (left: CalendarDay, right: CalendarDay) -> Bool { left.number < right.number }
}

/// A day of the week, Monday first.
enum Weekday: String, CaseIterable, NumberedWord, Sendable {
    case monday = "mon"
    case tuesday = "tue"
    case wednesday = "wed"
    case thursday = "thu"
    case friday = "fri"
    case saturday = "sat"
    case sunday = "sun"
}

/// When an exception ends.
///
/// A bare date ends with its day, at 24:00 UTC; a time says so itself, as RFC 3339 writes it:
/// `2026-12-31T18:00:00+01:00`.
struct Expiry: Sendable {
    /// As it was written.
    let text: String
    /// From then on it has ended.
    let end: Moment

    /// Nil where the text is neither a date nor a date with a time and an offset.
    init?(_ text: String) {
        self.text = text
        guard let day = CalendarDay(text.prefix(10)) else { return nil }
        let midnight = Int64(day.number) * 86_400
        let rest = text.utf8.dropFirst(10)
        if rest.isEmpty {
            end = Moment(secondsSinceEpoch: midnight + 86_400)
            return
        }
        guard let time = Self.seconds(ofTimeWithOffset: Array(rest)) else { return nil }
        end = Moment(secondsSinceEpoch: midnight + time)
    }

    /// `T18:00:00Z`, `T18:00:00+01:00`.
    private static func seconds(ofTimeWithOffset text: [UInt8]) -> Int64? {
        guard text.count == 10 || text.count == 15, text[0] == UInt8(ascii: "T"),
            text[6] == UInt8(ascii: ":"), let clock = clockTime(text[1..<6]), clock < 86_400,
            let second = digits(text[7..<9]), second < 60
        else { return nil }
        let local = Int64(clock + second)
        guard text.count == 15 else { return text[9] == UInt8(ascii: "Z") ? local : nil }
        guard let offset = clockTime(text[10...]), offset < 86_400 else { return nil }
        switch text[9] {
        case UInt8(ascii: "+"): return local - Int64(offset)
        case UInt8(ascii: "-"): return local + Int64(offset)
        case _: return nil
        }
    }
}

/// The seconds since midnight of a time such as `06:30`; `24:00` is the end of the day.
func clockTime(_ text: some Collection<UInt8>) -> Int? {
    let parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count == 2, parts[1].count == 2,
        let hour = digits(parts[0]), let minute = digits(parts[1]), minute < 60,
        hour < 24 || hour == 24 && minute == 0
    else { return nil }
    return (hour * 60 + minute) * 60
}

/// A few decimal digits and nothing else; nil for anything else.
func digits(_ text: some Collection<UInt8>) -> Int? {
    guard (1...9).contains(text.count) else { return nil }
    var number = 0
    for byte in text {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        number = number * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return number
}

func flooredQuotient(_ number: Int, _ divisor: Int) -> Int {
    number >= 0 ? number / divisor : -((divisor - 1 - number) / divisor)
}

func floored(_ number: Int, modulo divisor: Int) -> Int {
    number - divisor * flooredQuotient(number, divisor)
}

extension Moment {
    /// As `timecmp` wants it: `2026-01-31T23:59:59Z`.
    package var inRFC3339: String {
        let seconds = Int(secondsSinceEpoch)
        let day = CalendarDay(number: flooredQuotient(seconds, 86_400))
        let second = floored(seconds, modulo: 86_400)
        let year = day.year
        var dayOfYear = day.number - CalendarDay(year: year, month: 1, day: 1).number
        var month = 1
        while dayOfYear >= CalendarDay.length(ofMonth: month, in: year) {
            dayOfYear -= CalendarDay.length(ofMonth: month, in: year)
            month += 1
        }
        func padded(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
        let time = [second / 3600, second / 60 % 60, second % 60].map(padded)
        return "\(year)-\(padded(month))-\(padded(dayOfYear + 1))T"
            + time.joined(separator: ":") + "Z"
    }
}
