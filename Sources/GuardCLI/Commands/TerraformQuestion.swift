import TerraformPlan

/// The question that terraform asks before it applies a plan of its own making, in its words.
///
/// tfguard asks it because it applies a saved plan, about which terraform asks nothing. The words
/// are those of Terraform's `internal/backend/local/backend_apply.go`.
struct TerraformQuestion: Equatable, Sendable {
    let question: String
    let explanation: [String]
    let cancelled: String

    /// - Parameters:
    ///   - mode: what was planned.
    ///   - workspace: its name, where it is not the default one.
    ///   - tool: `Terraform` or `OpenTofu`.
    init(_ mode: PlanMode, workspace: String?, tool: String) {
        let place = workspace.map { " in workspace \"\($0)\"" } ?? ""
        switch mode {
        case .normal:
            question = "Do you want to perform these actions\(place)?"
            explanation = [
                "\(tool) will perform the actions described above.",
                "Only 'yes' will be accepted to approve.",
            ]
            cancelled = "Apply cancelled."
        case .destroy:
            question = "Do you really want to destroy all resources\(place)?"
            explanation = [
                "\(tool) will destroy all your managed infrastructure, as shown above.",
                "There is no undo. Only 'yes' will be accepted to confirm.",
            ]
            cancelled = "Destroy cancelled."
        case .refreshOnly:
            let detected = "Would you like to update the \(tool) state to reflect these detected"
            question = "\(detected) changes\(place)?"
            explanation = [
                "\(tool) will write these changes to the state without modifying any real "
                    + "infrastructure.",
                "There is no undo. Only 'yes' will be accepted to confirm.",
            ]
            cancelled = "Apply cancelled."
        }
    }

    /// The question as terraform prints it.
    ///
    /// - Parameter hasColor: bold, as terraform has it on a terminal.
    /// - Returns: everything up to where the answer is typed.
    func prompt(hasColor: Bool) -> String {
        let (bold, reset) = hasColor ? ("\u{1b}[1m", "\u{1b}[0m") : ("", "")
        let lines = explanation.map { "  \($0)\n" }.joined()
        return "\n\(bold)\(question)\(reset)\n\(lines)\n  \(bold)Enter a value:\(reset) "
    }
}
