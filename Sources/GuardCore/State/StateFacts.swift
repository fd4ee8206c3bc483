package import TerraformPlan

/// What is known of the state that a run would change, and of what it should be.
package struct StateFacts: Sendable {
    /// `s3`; `local` where nothing is configured.
    package var backend: ByteString
    /// For people: `s3://courses-state/prod.tfstate`.
    package var location: String
    /// SHA-256 of backend and place.
    package var configuration: String
    package var workspace: ByteString
    /// Empty where there is no state yet; nil where it is not known.
    package var lineage: ByteString?
    package var serial: UInt64?
    /// Managed objects in it; nil where it is not known.
    package var resources: Int?
    package var pin: PinFact
    /// False where nobody but who runs this may have looked at a pin that expects a new state: it then
    /// answers no question.
    package var isPinReviewed = true
    /// Nil where the record knows nothing of it.
    package var history: RecordHistory?
    /// False where what is odd about it is what the run is to mend, as with `state push`.
    package var isJudged = true
    /// Whether this is what a saved plan was made from, which may be long ago.
    package var isOfSavedPlan = false

    package init(
        backend: ByteString, location: String, configuration: String, workspace: ByteString,
        lineage: ByteString? = nil, serial: UInt64? = nil, resources: Int? = nil,
        pin: PinFact = .none, history: RecordHistory? = nil
    ) {
        self.backend = backend
        self.location = location
        self.configuration = configuration
        self.workspace = workspace
        self.lineage = lineage
        self.serial = serial
        self.resources = resources
        self.pin = pin
        self.history = history
    }

    package var isEmpty: Bool? { resources.map { $0 == 0 } }
}

/// What the pin file says of a workspace, and what it said before.
package enum PinFact: Equatable, Sendable {
    case none
    case pinned(Pin)
    /// It is not there any more, and who still has it.
    case removed(knownTo: PinWitness)
    /// It is not the one that somebody else has, and nobody has said that it is to be another.
    case changed(Pin, from: Pin, knownTo: PinWitness)
    /// Nobody can say whether it was removed or changed.
    case unknown(PinDoubt)
}

/// One thing that is odd about a state, with what was expected and what was found.
struct OddState {
    let oddity: StateOddity
    /// What was expected, what was found, since when, and the likely cause.
    let reason: String
    let remedy: String

    init(_ oddity: StateOddity, _ reason: String, remedy: String) {
        self.oddity = oddity
        self.reason = reason
        self.remedy = remedy
    }
}

extension StateFacts {
    /// Everything that is odd, apart from the backend's kind, which is each policy's to say.
    func oddities(at now: Moment?) -> [OddState] {
        var odd: [OddState] = []
        if let found = pinOddity(at: now) { odd.append(found) }
        let isMismatch = odd.contains { $0.oddity == .mismatch }
        odd += recordOddities(besideMismatch: isMismatch)
        let isExplained = odd.contains { [.mismatch, .collapse].contains($0.oddity) }
        if resources == 0, !isExplained, !isExpectedNew, history?.resources != 0 {
            odd.append(emptyState)
        }
        return odd
    }

    /// A local file is odd where the policy names other backends, or none.
    func isOtherBackend(than backends: [String]?) -> Bool {
        backends.map { !$0.contains(backend.description) } ?? (backend == "local")
    }

    var otherBackend: OddState {
        OddState(
            .otherBackend,
            backend == "local"
                ? "The state is in \(location) on this machine: nobody else has it, and it is gone "
                    + "with the disk."
                : "The state is at \(location), and the policy wants another backend than "
                    + "\(backend).",
            remedy: "Configure the backend that the team shares, and run terraform init.")
    }

    private var emptyState: OddState {
        let nothing =
            "There is nothing in the state at \(location), so everything would be built anew."
        guard newPin == nil else {
            return OddState(
                .empty,
                nothing + " The pin expects that, and nobody but who runs this may have reviewed "
                    + "the pin.",
                remedy: "Have .tfguard.lock.hcl reviewed and merged, or have a person apply this.")
        }
        return OddState(
            .empty, nothing,
            remedy: "If it exists already, this is the wrong state: find the right one and run "
                + "terraform init. If it is new, say so: tfguard pin -new.")
    }

    /// The pin, where it expects a new state.
    private var newPin: Pin? {
        guard case .pinned(let pin) = pin, case .new = pin.expectation else { return nil }
        return pin
    }

    private var isExpectedNew: Bool { newPin != nil && isPinReviewed }

    /// Whether somebody who knew of the old state said that a new one is to come.
    ///
    /// The record has the pin, because tfguard has written it, and a file that appeared otherwise takes
    /// nothing away; nor does a pin that the old state was the new one of.
    private var isKnowinglyNew: Bool {
        guard let newPin else { return false }
        return history?.pinSinceState == newPin.digest
    }

    // MARK: The pin

    private func pinOddity(at now: Moment?) -> OddState? {
        switch pin {
        case .none:
            return OddState(
                .unpinned, "Nothing says which state workspace \"\(workspace)\" belongs to.",
                remedy: "Run tfguard pin and commit .tfguard.lock.hcl.")
        case .removed(let witness):
            return OddState(
                .mismatch,
                "The pin of workspace \"\(workspace)\" is gone from .tfguard.lock.hcl, and "
                    + "\(witness.inWords) still has it.",
                remedy: witness.remedy)
        case .changed(_, let other, let witness):
            let others =
                witness == .lastCommit
                ? "the one that was committed" : "the one that \(witness.inWords) has"
            return OddState(
                .mismatch,
                "The pin of workspace \"\(workspace)\" is not \(others) (\(other.inWords)), and "
                    + "nobody has typed or approved the change in this folder.",
                remedy: witness.remedy)
        case .unknown(let doubt):
            return OddState(
                .mismatch,
                "It is not known whether the pin of workspace \"\(workspace)\" was changed: "
                    + doubt.inWords,
                remedy: "See what git status and git log say there, and have the pin reviewed and "
                    + "merged, or have a person apply this.")
        case .pinned(let pin):
            return mismatch(with: pin, at: now)
        }
    }

    private func mismatch(with pin: Pin, at now: Moment?) -> OddState? {
        guard pin.backend == backend.description, pin.configuration == configuration else {
            return OddState(
                .mismatch,
                "The state of workspace \"\(workspace)\" is in \(pin.place), as pinned, and this "
                    + "folder uses \(location). Most likely this is a new machine, or terraform "
                    + "init has not been run since the backend was configured.",
                remedy: "Run terraform init with the backend's configuration, and look at what "
                    + "terraform state list prints before anything else.")
        }
        switch pin.expectation {
        case .any:
            return nil
        case .new(let until):
            if pin.isOver(at: now), resources == 0 {
                return OddState(
                    .mismatch,
                    "The pin expected a new state until \(until), and there still is none.",
                    remedy: "If it is still to come, a person runs tfguard pin -new.")
            }
            guard resources.map({ $0 > 0 }) ?? false else { return nil }
            return OddState(
                .unpinned,
                "The pin of workspace \"\(workspace)\" expects a new state, and there is one now.",
                remedy: "Run tfguard pin and commit .tfguard.lock.hcl.")
        case .lineage(let expected):
            guard let lineage else { return nil }
            if lineage.bytes.isEmpty {
                return OddState(
                    .mismatch,
                    "The state that is pinned (lineage \(expected)) is not there: \(location) "
                        + "holds none. Most likely this is a new machine, or the state has been "
                        + "moved or deleted: everything would be built a second time.",
                    remedy: "The state of workspace \"\(workspace)\" lives in \(pin.place): run "
                        + "terraform init there, or restore it from the backend's versions.")
            }
            if lineage != expected {
                return OddState(
                    .mismatch,
                    "The state at \(location) has the lineage \(lineage), and \(expected) is "
                        + "pinned: it is the state of something else, or an old copy that was put "
                        + "in its place.",
                    remedy: "Find out who put it there, and restore the pinned one from the "
                        + "backend's versions.")
            }
            if resources == 0, history?.resources != 0 {
                return OddState(
                    .mismatch,
                    "The pinned state is empty, and tfguard has not emptied it.",
                    remedy: "Restore it from the backend's versions, or find out who destroyed "
                        + "what it held.")
            }
            return nil
        }
    }

    // MARK: The record

    private func recordOddities(besideMismatch isMismatch: Bool) -> [OddState] {
        guard let history else {
            guard case .pinned(let pin) = pin, case .lineage = pin.expectation else { return [] }
            return [
                OddState(
                    .noHistory,
                    "This machine's record knows nothing of this state, so that nobody can tell "
                        + "whether it is an old one.",
                    remedy: "Compare terraform state list with what should be there.")
            ]
        }
        guard let lineage, let known = history.lineage else { return [] }
        let since = history.time.map { " on \($0)" } ?? ""
        let before = history.resources ?? 0
        if lineage != known {
            guard before > 0, !isMismatch, !isKnowinglyNew else { return [] }
            if lineage.bytes.isEmpty {
                return [
                    OddState(
                        .collapse,
                        "The state at \(location) is gone: it held \(objects(before))\(since). "
                            + "Everything would be built a second time.",
                        remedy: "Restore it, serial \(history.serial ?? 0), from the backend's "
                            + "versions or terraform.tfstate.backup. If it is to begin anew, a "
                            + "person runs tfguard pin -new.")
                ]
            }
            return [
                OddState(
                    .mismatch,
                    "The state at \(location) has the lineage \(lineage); it was \(known)\(since), "
                        + "with \(objects(before)). Another state has been put in its place.",
                    remedy: "Find out who put it there, and restore the other one. If this one is "
                        + "meant, a person runs tfguard pin.")
            ]
        }
        var odd: [OddState] = []
        if let serial, let highest = history.serial, serial < highest, isOfSavedPlan {
            odd.append(
                OddState(
                    .rollback,
                    "The plan was made from serial \(serial) of the state, and serial \(highest) is "
                        + "known\(since). Either somebody has applied since, and the plan is stale, "
                        + "or it was made from an old copy of the state.",
                    remedy: "Plan again. If the new plan is told the same, restore serial "
                        + "\(highest) from the backend's versions, and find out who put the old "
                        + "copy there."))
        } else if let serial, let highest = history.serial, serial < highest {
            odd.append(
                OddState(
                    .rollback,
                    "The state has the serial \(serial), and it was \(highest)\(since): an old "
                        + "copy has been put in its place. What was built since then would be "
                        + "built again, or lost.",
                    remedy: "Restore serial \(highest) from the backend's versions or "
                        + "terraform.tfstate.backup, and find out who put the old one there."))
        } else if let serial, let highest = history.serial, serial > highest,
            history.isSerialCertain
        {
            odd.append(
                OddState(
                    .outsideChange,
                    "The state moved from serial \(highest)\(since) to \(serial) without this "
                        + "record: somebody applied elsewhere, or around tfguard.",
                    remedy: "Ask who it was, and read the plan with that in mind."))
        }
        if let resources, let last = history.resources, last > resources,
            (last - resources) * 2 >= last, !isMismatch
        {
            odd.append(
                OddState(
                    .collapse,
                    "The state held \(objects(last))\(since) and holds \(objects(resources)) now, "
                        + "and tfguard has not removed them.",
                    remedy: "Compare terraform state list with what should be there; restore "
                        + "serial \(history.serial ?? 0) from the backend's versions if it is "
                        + "another state."))
        }
        return odd
    }

    private func objects(_ count: Int) -> String { "\(count) resource\(count == 1 ? "" : "s")" }
}

extension Pin {
    /// Where the state is, for people.
    fileprivate var place: String { location ?? backend }

    fileprivate var inWords: String {
        switch expectation {
        case .lineage(let lineage): "\(place), lineage \(lineage)"
        case .new(let until): "\(place), new until \(until)"
        case .any: place
        }
    }
}
