/// Something that is wrong, or odd, with what was read: a value until it is rendered.
///
/// The tone is Terraform's: the summary is a phrase without a period, the detail is full sentences
/// and ends with what to do next.
package struct Diagnostic: Error, Sendable {
    package enum Severity: Sendable {
        case error
        case warning
    }

    package var severity: Severity
    package var summary: String
    package var detail: String
    /// Where, or nil where there is no text to point at.
    package var range: SourceRange?
    /// What encloses the place, as Terraform names it: `rule "no-destroy"`.
    package var context: String?

    package init(
        _ summary: String, detail: String, severity: Severity = .error,
        at range: SourceRange? = nil, in context: String? = nil
    ) {
        self.severity = severity
        self.summary = summary
        self.detail = detail
        self.range = range
        self.context = context
    }
}
