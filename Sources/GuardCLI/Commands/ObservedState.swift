import GuardCore
import GuardSystem
import TerraformPlan

/// A state as it was when it was looked at.
struct ObservedState {
    /// Nil where there is none yet.
    let file: StateFile?
    /// What `terraform show` knows of its objects.
    fileprivate let values: [StateObjectKey: ShownValues]
    /// What terraform was asked with, to ask it again.
    let environment: Environment

    var objects: [StateObject] { file?.objects ?? [] }
    var managedCount: Int { file?.managedCount ?? 0 }

    /// Whether nobody has written the state in between.
    func isSame(as earlier: ObservedState) -> Bool {
        file?.lineage == earlier.file?.lineage && file?.serial == earlier.file?.serial
    }

    /// A row about an object, with its values where they are known.
    func row(for object: StateObject, _ actions: [ChangeAction]) -> ResourceChange {
        object.row(actions, values: values[object.key])
    }

    /// A row about an object that is dropped from the state.
    ///
    /// A data source owns no object: it is read again.
    func forgetting(_ object: StateObject) -> ResourceChange {
        row(for: object, object.mode == .data ? [.read] : [.forget])
    }
}

/// The largest state that is looked at, in bytes.
let largestState = 1 << 30

extension GuardedRun {
    /// Looks at the state: `terraform state pull`, and `terraform show -json` for the values.
    ///
    /// Terraform is asked twice, and the state could change in between. What is judged is what has
    /// been pulled; where it has changed by the time somebody has typed, nothing is done.
    ///
    /// - Parameters:
    ///   - request: whose folder it is.
    ///   - environment: names the workspace.
    ///   - withValues: whether the objects' values are wanted. Where a provider is missing terraform
    ///     cannot show them, and the objects are known by their addresses alone.
    /// - Returns: what is there.
    /// - Throws: a refusal where the state cannot be read.
    func observedState(
        _ request: SurgeryRequest, _ environment: Environment, withValues: Bool
    ) throws(Refusal) -> ObservedState {
        let pulled = try ask(request.reading("state", "pull"), environment)
        guard pulled.termination == .exited(0) else {
            console.write(String(decoding: pulled.output + pulled.error, as: UTF8.self))
            throw Refusal(
                .unreadablePlan, "Terraform cannot read the state",
                "terraform state pull ended with status \(pulled.termination.exitStatus); what it "
                    + "said stands above.")
        }
        // Where there is no state yet, nothing is printed.
        guard pulled.output.contains(where: { $0 > 0x20 }) else {
            return ObservedState(file: nil, values: [:], environment: environment)
        }
        let file = try stateFile(pulled.output, name: "what terraform state pull prints")
        guard withValues, !file.objects.isEmpty else {
            return ObservedState(file: file, values: [:], environment: environment)
        }
        let shown = try ask(request.reading("show", "-json"), environment)
        let values = shown.termination == .exited(0) ? readShownState(shown.output) : [:]
        return ObservedState(file: file, values: values, environment: environment)
    }

    /// The names of the workspaces, as `terraform workspace list` prints them.
    func workspaces(
        _ request: SurgeryRequest, _ environment: Environment
    ) throws(Refusal) -> Set<String> {
        let listed = try ask(request.reading("workspace", "list"), environment)
        guard listed.termination == .exited(0) else {
            console.write(String(decoding: listed.output + listed.error, as: UTF8.self))
            throw Refusal(
                .unreadablePlan, "Terraform cannot list the workspaces",
                "terraform workspace list ended with status \(listed.termination.exitStatus); what "
                    + "it said stands above.")
        }
        // `* ` stands before the chosen one, two spaces before the others.
        return Set(
            String(decoding: listed.output, as: UTF8.self).split(separator: "\n")
                .map { String($0.dropFirst(2)) })
    }

    /// Has terraform say something, and keeps what it says.
    func ask(_ arguments: [String], _ environment: Environment) throws(Refusal) -> CapturedRun {
        try refusing { () throws(SystemError) in
            try capture(program.command(arguments, environment: environment), limit: largestState)
        }
    }
}

/// Understands the bytes of a state, or refuses.
func stateFile(_ bytes: [UInt8], name: String) throws(Refusal) -> StateFile {
    do throws(StateFileError) {
        return try readStateFile(bytes)
    } catch {
        throw Refusal(
            .unreadablePlan, "The state cannot be understood",
            "In \(name): \(error.detail) Nothing was changed.")
    }
}
