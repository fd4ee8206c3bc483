import GuardCore
import TerraformPlan

/// The pins that one more would stand in front of, or beside.
struct StandingPins {
    /// What each file says of the workspace now, the folder's own first: a pattern counts as much as a
    /// name, since the name would take its place.
    private(set) var governing: [Pin] = []
    /// Those of single workspaces that a new pattern stands for, too: it decides for them as soon as
    /// they are gone.
    private(set) var covered: [Pin] = []
    /// Whether somebody else may have pinned it otherwise.
    let isDoubtful: Bool

    /// - Parameters:
    ///   - workspace: a name, or a pattern.
    ///   - pins: what the folder has.
    ///   - testimony: what others say of it.
    init(of workspace: String, in pins: PinFile, testimony: PinTestimony) {
        isDoubtful = testimony.doubt != nil
        for file in [pins] + testimony.files.map(\.pins) {
            if let pin = file.pin(for: ByteString(workspace)) { governing.append(pin) }
            covered += file.pins(under: workspace)
        }
    }
}

extension Pin {
    /// Whether a state that is there now is the new one which this pin expects.
    ///
    /// It is kept where the pin says, and no other state was seen there since the pin was written.
    func awaits(_ other: Pin, _ lineage: ByteString, _ history: RecordHistory?) -> Bool {
        guard case .new = expectation, case .lineage = other.expectation,
            backend == other.backend, configuration == other.configuration
        else { return false }
        return [nil, lineage].contains(history?.lineage) || history?.pinSinceState == digest
    }
}
