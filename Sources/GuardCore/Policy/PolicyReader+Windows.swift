import Diagnostics
import HCL

extension PolicyReader {
    mutating func readWindow(_ block: Block, from source: PolicySource) {
        guard let label = label(of: block, owner: source.layerName) else { return }
        let context = "window \"\(label.name)\""
        let body = block.body
        checkNames(in: body, against: .window, context: context)
        let days: WordSet<Weekday>? = words("days", in: body, context: context)
        let dates = strings("dates", in: body, context: context)?.compactMap {
            dateRange($0, context: context)
        }
        let from = time("from", in: body, context: context)
        let to = time("to", in: body, context: context)
        let hasTime = body.attribute(named: "from") != nil
        if hasTime != (body.attribute(named: "to") != nil) {
            report(
                "Missing required argument",
                "\"from\" and \"to\" belong together: from = \"22:00\" and to = \"06:00\", which is "
                    + "the next morning. The end of the day is \"24:00\".",
                at: block.headerRange, in: context)
        } else if !hasTime, body.attribute(named: "days") == nil,
            body.attribute(named: "dates") == nil
        {
            report(
                "Window that is always open",
                "A window says when it is open: days, from and to, or dates.",
                at: block.headerRange, in: context)
        }
        if let from, let to, from == to, let attribute = body.attribute(named: "to") {
            report(
                "Window that is never open",
                "It ends when it begins. For the whole day leave \"from\" and \"to\" out.",
                at: attribute.expression.range, in: context)
        }
        guard let zone = timeZone(in: body, of: block, context: context) else { return }
        policy.windows.append(
            Window(
                source: ruleSource(label, source), days: days ?? WordSet(Weekday.allCases),
                dates: dates, from: from ?? 0, to: to ?? 86_400, timeZone: zone.name,
                timeZoneRange: zone.range))
    }

    /// `2026-12-18/2027-01-04`, both days included, or one day.
    private mutating func dateRange(
        _ text: Identifier, context: String
    ) -> ClosedRange<CalendarDay>? {
        let days = text.name.split(separator: "/", omittingEmptySubsequences: false)
            .map { CalendarDay($0) }
        if let first = days.first ?? nil, let last = days.last ?? nil, days.count <= 2,
            first <= last
        {
            return first...last
        }
        report(
            "Invalid date",
            "A day such as \"2026-12-24\" is required, or the first and the last of several such "
                + "as \"2026-12-18/2027-01-04\".",
            at: text.range, in: context)
        return nil
    }

    private mutating func time(_ name: String, in body: Body, context: String) -> Int? {
        guard let attribute = body.attribute(named: name),
            let text = string(name, in: body, context: context)
        else { return nil }
        if let time = clockTime(Array(text.utf8)), time < 86_400 || name == "to" { return time }
        report(
            "Invalid time",
            "A time from \"00:00\" to \"23:59\" is required; \"to\" may be \"24:00\".",
            at: attribute.expression.range, in: context)
        return nil
    }

    private mutating func timeZone(
        in body: Body, of block: Block, context: String
    ) -> Identifier? {
        guard let attribute = body.attribute(named: "timezone") else {
            report(
                "Missing required argument",
                "The argument \"timezone\" is required, so that the window is the same on every "
                    + "machine: timezone = \"Europe/Berlin\", or \"UTC\".",
                at: block.headerRange, in: context)
            return nil
        }
        guard let name = string("timezone", in: body, context: context) else { return nil }
        let parts = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        // The name becomes a path: no dots, no part that is empty.
        let isName =
            name.utf8.count <= 64
            && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(Self.isAllowedInTimeZone) }
        guard isName else {
            report(
                "Invalid time zone",
                "A name of the time zone database is required, such as \"Europe/Berlin\" or "
                    + "\"UTC\".",
                at: attribute.expression.range, in: context)
            return nil
        }
        return Identifier(name: name, range: attribute.expression.range)
    }

    private static func isAllowedInTimeZone(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
            UInt8(ascii: "+"):
            true
        case _:
            false
        }
    }

    /// Reports every window that a block names and cannot mean.
    mutating func checkWindows() {
        for (name, origin, context) in namedWindows
        where policy.window(named: name.name, for: origin) == nil {
            let known = policy.windows.filter { $0.source.origin.mayRelax(origin) }
                .map(\.source.name)
            report(
                "Reference to an undefined window",
                "This layer of the policy has no window \"\(name.name)\", nor has the system's."
                    + suggestion(for: name.name, among: known, orElse: "Defined are"),
                at: name.range, in: context)
        }
    }
}
