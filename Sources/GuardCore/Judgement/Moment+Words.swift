extension Moment {
    /// Reads what Terraform writes into a plan, `2026-03-03T10:00:00Z`; nil for anything else.
    package init?(inRFC3339 text: String) {
        guard text.utf8.count > 10, let moment = Expiry(text)?.end else { return nil }
        self = moment
    }

    /// The day in UTC as a person writes it: `3 March 2026`.
    package var dayInWords: String {
        let parts = inRFC3339.prefix(10).split(separator: "-").compactMap { Int($0) }
        let months = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September",
            "October", "November", "December",
        ]
        guard parts.count == 3, months.indices.contains(parts[1] - 1) else { return inRFC3339 }
        return "\(parts[2]) \(months[parts[1] - 1]) \(parts[0])"
    }
}
