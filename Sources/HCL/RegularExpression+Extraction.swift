extension RegularExpression {
    /// Nil where the pattern cannot be used.
    package init?(validating pattern: String) {
        do throws(SyntaxError) {
            try self.init(pattern)
        } catch {
            return nil
        }
    }

    /// What the first group holds in the first match, or nil where there is no match or no group.
    ///
    /// A text that would take long is not looked at.
    package func firstGroup(in text: String) -> String? {
        let scalars = Array(text.unicodeScalars)
        var steps = 0
        guard scalars.count <= 10_000,
            let places = firstMatch(in: scalars, steps: &steps, limit: 10_000_000),
            places.count >= 4, let start = places[2], let end = places[3]
        else { return nil }
        var found = String.UnicodeScalarView()
        found.append(contentsOf: scalars[start..<end])
        return String(found)
    }
}
