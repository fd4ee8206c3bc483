import Diagnostics

/// A sentence to add to a message: ` Did you mean "lock"?`, or nothing.
func suggestion(for name: String, among names: some Sequence<String>) -> String {
    ""
}
