import GuardCore
import GuardSystem
import HCL
import TerraformPlan

/// Everything that the rows of a posture are counted from.
struct PostureLook {
    let module: RootModule
    let survey: ConfigurationSurvey
    let policy: Policy
    let state: KnownState
    /// As a person at a terminal has them.
    let facts: RunFacts
    let environment: Environment

    func rows() throws(Refusal) -> [PostureReport.Row] {
        let objects = standingObjects(state.objects, under: policy, facts: facts)
        return [try paths(), verbs(), backups(objects), recovery(objects), likeness()]
    }

    /// What no row about the state can know.
    func unknownOfState() -> [String] {
        var unknown: [String] = []
        if !state.isRead {
            unknown.append("Which objects there are and how each is set: no state was read")
            if !survey.modules.isEmpty {
                unknown.append(
                    "What the modules hold: \(survey.modules.sorted().joined(separator: ", "))")
            }
        }
        if !survey.unread.isEmpty {
            unknown.append(
                "What these files say: \(survey.unread.sorted().joined(separator: ", "))")
        }
        return unknown
    }
}

extension ConfigurationSurvey {
    /// The literal settings of the backend as a tree.
    var backendSettings: JSONValue? {
        backend.map { backend in
            .object(
                backend.arguments.compactMap { name, value in
                    guard case .string(let text)? = value else { return nil }
                    return JSONValue.Member(key: ByteString(name), value: .string(ByteString(text)))
                })
        }
    }
}
