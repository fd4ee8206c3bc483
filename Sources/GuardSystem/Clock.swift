#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A moment, to the second, in UTC.
///
/// There is no local time here: it would be read from where the environment says.
package struct Instant: Hashable, Comparable, Sendable {
    /// Since 1970, without leap seconds, as POSIX counts.
    package let secondsSinceEpoch: Int64

    package init(secondsSinceEpoch: Int64) {
        self.secondsSinceEpoch = secondsSinceEpoch
    }

    package static func now() throws(SystemError) -> Instant {
        var time = timespec()
        // SAFETY: one `timespec` is there to be filled.
        guard unsafe clock_gettime(CLOCK_REALTIME, &time) == 0 else { throw .last(.readClock) }
        return Instant(secondsSinceEpoch: Int64(time.tv_sec))
    }

    package static func < (left: Instant, right: Instant) -> Bool {
        left.secondsSinceEpoch < right.secondsSinceEpoch
    }
}

extension Instant: CustomStringConvertible {
    /// As RFC 3339 writes it: `2026-01-31T23:59:59Z`.
    package var description: String {
        let (days, second) = secondsSinceEpoch.flooringDivision(by: 86_400)
        let date = CivilDate(daysSinceEpoch: days)
        let time = [second / 3600, second / 60 % 60, second % 60].map { $0.padded(to: 2) }
        let day = "\(date.year.padded(to: 4))-\(date.month.padded(to: 2))-\(date.day.padded(to: 2))"
        return "\(day)T\(time.joined(separator: ":"))Z"
    }
}

/// A day of the Gregorian calendar.
private struct CivilDate {
    let year: Int64
    let month: Int64
    let day: Int64

    /// Years are counted from March, so that a leap day is the last of its year, and days in eras
    /// of 400 years, which all are equally long: 146,097 days.
    init(daysSinceEpoch days: Int64) {
        // From 1970-01-01 to 0000-03-01 there are 719,468 days.
        let (era, dayOfEra) = (days + 719_468).flooringDivision(by: 146_097)
        let leapDays = dayOfEra / 1460 - dayOfEra / 36_524 + dayOfEra / 146_096
        let yearOfEra = (dayOfEra - leapDays) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        // Months from March have 31, 30, 31, 30, 31 days and so again: 153 in five.
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
    }
}

extension Int64 {
    fileprivate func flooringDivision(by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
        let remainder = self % divisor
        return remainder < 0
            ? (self / divisor - 1, remainder + divisor) : (self / divisor, remainder)
    }

    fileprivate func padded(to width: Int) -> String {
        let digits = String(magnitude)
        let zeros = String(repeating: "0", count: Swift.max(0, width - digits.count))
        return (self < 0 ? "-" : "") + zeros + digits
    }
}

/// A point of time that no change of the clock moves, to wait for.
struct Deadline {
    private let nanoseconds: Int64

    init(after duration: Duration) {
        let (seconds, attoseconds) = duration.components
        let length = seconds * 1_000_000_000 + attoseconds / 1_000_000_000
        nanoseconds = nanosecondsSinceStart() + length
    }

    /// For poll(2): never negative, and never short of the deadline by rounding.
    var remainingMilliseconds: Int32 {
        let left = max(0, nanoseconds - nanosecondsSinceStart())
        return Int32(clamping: (left + 999_999) / 1_000_000)
    }

    var hasPassed: Bool { nanoseconds <= nanosecondsSinceStart() }
}

/// Tells how long something took, whatever happens to the clock meanwhile.
///
/// Swift's own clocks come with its concurrency library and libdispatch, which every start would pay.
package struct Stopwatch {
    private let start = nanosecondsSinceStart()

    package init() {}

    /// Whole seconds since it was made.
    package var seconds: Int { Int((nanosecondsSinceStart() - start) / 1_000_000_000) }
}

/// The time since the machine was started.
///
/// Time in which the machine sleeps counts, where the system has such a clock: ten minutes are ten
/// minutes.
private func nanosecondsSinceStart() -> Int64 {
    #if os(Linux)
    let clock = CLOCK_BOOTTIME
    #else
    let clock = CLOCK_MONOTONIC
    #endif
    var time = timespec()
    // SAFETY: one `timespec` is there to be filled; these clocks always exist.
    let result = unsafe clock_gettime(clock, &time)
    precondition(result == 0, "a machine has a clock")
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
}
