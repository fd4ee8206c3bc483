package import TerraformPlan

/// What a person must type before a plan with losses may be applied.
package struct Challenge: Equatable, Sendable {
    package struct Line: Equatable, Sendable {
        /// What is asked for: `courses-prod`, `destroy 12 in production`.
        package let expected: ByteString
        /// What happens to it, for the prompt: `destroy`, `replace`, `forget`.
        package let verb: String

        package init(expected: ByteString, verb: String) {
            self.expected = expected
            self.verb = verb
        }
    }

    /// Typed one after another, each compared byte for byte.
    package let lines: [Line]

    package init(lines: [Line]) {
        self.lines = lines
    }
}
