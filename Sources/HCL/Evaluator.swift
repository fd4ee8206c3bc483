package import Diagnostics

extension Expression {
    /// The value of an expression that is made of literals only.
    ///
    /// - Throws: a diagnostic that points at the part which is no literal.
    package func constantValue() throws(Diagnostic) -> Value {
        throw Diagnostic("Not written yet", detail: "", at: range)
    }
}
