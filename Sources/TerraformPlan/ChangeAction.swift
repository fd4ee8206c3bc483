/// What Terraform says it will do to one object: one word of `change.actions`.
///
/// The words are those of Terraform's `internal/command/jsonplan/plan.go` (`ActionString…`,
/// `actionString`), and OpenTofu's `open` for ephemeral resources.
package enum ChangeAction: String, CaseIterable, Sendable {
    case noOp = "no-op"
    case create
    case read
    case update
    case delete
    case forget
    case open
}
