/// What a saved plan file says of itself: what `apply` will do, whatever `show` prints.
package struct SavedPlan: Sendable {
    package var terraformVersion: ByteString = ""
    package var mode = PlanMode.normal
    package var isErrored = false
    /// Where the state is; nil where it is kept in a `state_store` (Terraform 1.14).
    package var backend: SavedBackend?
    package var stateStore: SavedBackend?

    /// Every row of the plan, no-ops included, in the file's order.
    package var changes: [SavedChange] = []
    package var drift: [SavedChange] = []

    /// `-target`.
    package var targets: [ByteString] = []
    /// `-exclude`, which OpenTofu has.
    package var excluded: [ByteString] = []
    /// `-replace`, where the plan has it: Terraform 1.11 leaves the field out.
    package var forcedReplacements: [ByteString] = []
    /// `-invoke`.
    package var actionTargets: [ByteString] = []

    /// The state that the plan starts from, after it was refreshed.
    package var state: StateFile
    /// The state before it was refreshed, whose lineage and serial Terraform does not write.
    package var previousState: StateFile

    init(state: StateFile, previousState: StateFile) {
        self.state = state
        self.previousState = previousState
    }

    /// The managed objects that the last state has and the refreshed one lacks: they were not found.
    package var vanished: [StateObject] {
        let there = Set(state.objects.map(\.key))
        return previousState.objects.filter { $0.mode == .managed && !there.contains($0.key) }
    }
}

/// How a plan was made: `ui_mode`.
package enum PlanMode: String, CaseIterable, Sendable {
    case normal
    case destroy
    case refreshOnly = "refresh-only"
}

/// The backend that a plan was made with, and that it will be applied to.
package struct SavedBackend: Sendable {
    package var type: ByteString = ""
    package var workspace: ByteString = ""
    /// Its configuration in MessagePack.
    ///
    /// May hold credentials: for a digest, never printed, never kept.
    package var configuration: [UInt8] = []
}

/// One row of a saved plan.
package struct SavedChange: Sendable {
    package let object: ObjectAddress
    package let action: SavedAction
}

/// What a row is about: the object of an address, or one that was deposed from it.
package struct ObjectAddress: Hashable, Sendable {
    package let address: ByteString
    package let deposed: ByteString?

    package init(address: ByteString, deposed: ByteString? = nil) {
        self.address = address
        self.deposed = deposed
    }
}

/// What will be done to an object: the enumeration `Action` of `planfile.proto`.
package enum SavedAction: UInt64, CaseIterable, Sendable {
    case noOp = 0
    case create = 1
    case read = 2
    case update = 3
    case delete = 5
    case deleteThenCreate = 6
    case createThenDelete = 7
    case forget = 8
    /// Terraform 1.16; OpenTofu 1.11 had `open` in this place.
    case createThenForgetOrOpen = 9
    /// OpenTofu 1.12.
    case forgetThenCreate = 10

    /// Whether these are the words for it in a plan's JSON.
    package func isSpelled(_ words: [ChangeAction]) -> Bool {
        switch self {
        case .noOp: words == [.noOp]
        case .create: words == [.create]
        case .read: words == [.read]
        case .update: words == [.update]
        case .delete: words == [.delete]
        case .deleteThenCreate: words == [.delete, .create]
        case .createThenDelete: words == [.create, .delete]
        case .forget: words == [.forget]
        case .createThenForgetOrOpen: words == [.create, .forget] || words == [.open]
        case .forgetThenCreate: words == [.forget, .create]
        }
    }
}

extension SavedPlan {
    /// The objects for which a plan's JSON says something else than the saved plan.
    ///
    /// Both are readings of one plan, and what is applied is the saved one. Left out of the JSON, and
    /// so of the comparison, are the data sources that drop out of the state
    /// (`internal/command/jsonplan/plan.go`), and plain no-ops, of which only the number is known.
    package func disagreements(with plan: Plan) -> [ObjectAddress] {
        var shown: [ObjectAddress: [ChangeAction]] = [:]
        var disagreements: [ObjectAddress] = []
        for change in plan.changes {
            let object = ObjectAddress(address: change.address, deposed: change.deposed)
            // The last of two rows for one object is compared, and the first is a fault.
            if shown.updateValue(change.actions, forKey: object) != nil {
                disagreements.append(object)
            }
        }
        for change in changes {
            if let words = shown.removeValue(forKey: change.object) {
                if !change.action.isSpelled(words) { disagreements.append(change.object) }
            } else if change.action != .noOp, !isDroppedDataSource(change) {
                disagreements.append(change.object)
            }
        }
        return disagreements + shown.keys.sorted { $0.address < $1.address }
    }

    private func isDroppedDataSource(_ change: SavedChange) -> Bool {
        change.action == .delete && ResourceMode(ofAddress: change.object.address) == .data
    }
}
