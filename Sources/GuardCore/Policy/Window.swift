package import Diagnostics

/// A `window` block: hours and days of a place, as its clocks and calendar show them.
///
/// The day on which a span begins is the one that counts: from 22:00 to 06:00 on `fri` ends on
/// Saturday morning. An hour that the clocks show twice in autumn is in the window both times.
///
/// ```
///     days = ["fri"]  from = "22:00"  to = "06:00"
///
///     Fri 00:00          22:00  Sat 00:00   06:00
///     ───┬──────────────────┬───────┬──────────┬───
///        │                  └───────┴──────────┘
/// ```
struct Window: Sendable {
    let source: RuleSource
    let days: WordSet<Weekday>
    /// First and last day of each range.
    let dates: [ClosedRange<CalendarDay>]?
    /// Seconds since midnight.
    let from: Int
    /// Not in the window any more; where it is not after `from`, of the next day.
    let to: Int
    let timeZone: String
    let timeZoneRange: SourceRange

    func contains(_ moment: Moment, in zone: TimeZone) -> Bool {
        let (day, second) = zone.wallTime(at: moment)
        if from < to { return begins(on: day) && from <= second && second < to }
        return second >= from && begins(on: day) || second < to && begins(on: day.before)
    }

    private func begins(on day: CalendarDay) -> Bool {
        days.contains(day.weekday) && dates.map { $0.contains { $0.contains(day) } } ?? true
    }
}

extension Policy {
    /// The names of the time zones whose rules the windows need.
    package var timeZoneNames: [String] {
        var names: [String] = []
        for window in windows where window.timeZone != "UTC" && !names.contains(window.timeZone) {
            names.append(window.timeZone)
        }
        return names
    }

    /// Takes the rules of time zones: the bytes of their TZif files by name.
    ///
    /// - Returns: an error for each window whose time zone is not there, or cannot be read.
    package mutating func takeTimeZones(_ files: [String: [UInt8]]) -> [Diagnostic] {
        for (name, bytes) in files { timeZones[name] = TimeZone(bytes) }
        return windows.filter { timeZone(of: $0) == nil }.map { window in
            Diagnostic(
                "Unknown time zone",
                detail: "This machine's time zone database (/usr/share/zoneinfo) has no rules for "
                    + "\"\(window.timeZone)\". Write a name such as \"Europe/Berlin\", install the "
                    + "database (tzdata), or use \"UTC\", which needs none.",
                at: window.timeZoneRange, in: "window \"\(window.source.name)\"")
        }
    }

    func timeZone(of window: Window) -> TimeZone? {
        window.timeZone == "UTC" ? .utc : timeZones[window.timeZone]
    }

    /// The window that a block of some origin means by a name.
    ///
    /// That of its own layer, or else the system's; never one of a nearer file, which could open a
    /// freeze by another window of that name.
    func window(named name: String, for origin: PolicyOrigin) -> Window? {
        let all = windows.filter {
            $0.source.name == name && $0.source.origin.mayRelax(origin)
        }
        // A reviewed rule means the hours that were reviewed with it.
        let alike = all.filter { $0.source.origin.isReviewed == origin.isReviewed }
        let candidates = alike.isEmpty ? all : alike
        return candidates.first { $0.source.layer == origin.layer } ?? candidates.first
    }

    /// Whether a moment is in one of the windows of `during` and in none of `outside`.
    ///
    /// - Returns: nil where nobody knows.
    func holds(_ scope: Scope, of origin: PolicyOrigin, at now: Moment?) -> Bool? {
        guard scope.during != nil || scope.outside != nil else { return true }
        guard let now else { return nil }
        var isKnown = true
        func isOpen(_ name: String) -> Bool {
            guard let window = window(named: name, for: origin),
                let zone = timeZone(of: window)
            else {
                isKnown = false
                return false
            }
            return window.contains(now, in: zone)
        }
        let isDuring = scope.during.map { $0.contains(where: isOpen) } ?? true
        let isOutside = scope.outside.map { !$0.contains(where: isOpen) } ?? true
        return isKnown ? isDuring && isOutside : nil
    }
}
