/// A moment as RFC 3339 writes it, to the nanosecond.
struct Timestamp: Comparable {
    private let seconds: Int
    private let nanoseconds: Int

    /// Reads `YYYY-MM-DDTHH:MM:SS`, a fraction if there is one, and `Z` or `±HH:MM`.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        func number(_ start: Int, _ count: Int) -> Int? {
            guard start + count <= bytes.count else { return nil }
            let digits = bytes[start..<start + count]
            guard digits.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }) else {
                return nil
            }
            return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        }
        func isByte(_ character: Unicode.Scalar, at index: Int) -> Bool {
            index < bytes.count && bytes[index] == UInt8(ascii: character)
        }
        guard let year = number(0, 4), isByte("-", at: 4), let month = number(5, 2),
            isByte("-", at: 7), let day = number(8, 2), isByte("T", at: 10),
            let hour = number(11, 2), isByte(":", at: 13), let minute = number(14, 2),
            isByte(":", at: 16), let second = number(17, 2),
            (1...12).contains(month), (1...Self.days(in: month, of: year)).contains(day),
            hour < 24, minute < 60, second < 60
        else { return nil }
        var position = 19
        var fraction = 0
        if isByte(".", at: position) {
            let digits = bytes[20...].prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
            guard !digits.isEmpty else { return nil }
            let padded = Array(digits.prefix(9)) + Array(repeating: 0x30, count: 9)
            fraction = padded.prefix(9).reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
            position += 1 + digits.count
        }
        var offset = 0
        if isByte("Z", at: position) {
            position += 1
        } else {
            guard isByte("+", at: position) || isByte("-", at: position),
                let hours = number(position + 1, 2), isByte(":", at: position + 3),
                let minutes = number(position + 4, 2), hours < 24, minutes < 60
            else { return nil }
            offset = (hours * 60 + minutes) * (isByte("-", at: position) ? -60 : 60)
            position += 6
        }
        guard position == bytes.count else { return nil }
        let days = Self.daysBefore(year, month) + day
        seconds = ((days * 24 + hour) * 60 + minute) * 60 + second - offset
        nanoseconds = fraction
    }

    static func < (left: Timestamp, right: Timestamp) -> Bool {
        (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
    }

    private static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && year % 100 != 0 || year % 400 == 0
    }

    private static func days(in month: Int, of year: Int) -> Int {
        let lengths = [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return lengths[month - 1]
    }

    private static func daysBefore(_ year: Int, _ month: Int) -> Int {
        // Of the years before this one, those that a leap day has been in.
        let leapDays = year > 0 ? (year - 1) / 4 - (year - 1) / 100 + (year - 1) / 400 + 1 : 0
        return year * 365 + leapDays + (1..<month).reduce(0) { $0 + days(in: $1, of: year) }
    }
}
