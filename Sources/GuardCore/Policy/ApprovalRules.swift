package import TerraformPlan

/// The `approvals` blocks of all layers together: whose signature counts, how many are needed, and
/// for how long.
///
/// No block takes away what another one demands: the largest count holds, the shortest time, the keys
/// that every named file lists. A block in a file that others than root could have written only adds
/// to what holds without it; the signers it names count for a confirmation and no more, unless they
/// are the usual ones.
package struct ApprovalRules: Equatable, Sendable {
    /// A file of signers.
    package struct Signers: Equatable, Sendable {
        package let path: ByteString
        /// Whether a file that nobody but root could have written names it, or it is the usual one.
        package let isNamedByRoot: Bool
    }

    package var signers: [Signers] = []
    package var count = 1
    /// In seconds.
    package var valid: Int64 = 4 * 3600
    package var allowsSelf = false
    /// Nil where nobody says: then a request from an agent needs a key that was touched.
    package var touch: Bool?
    package var pin = false
    /// Lists of keys that count no more.
    package var revoked: [ByteString] = []
    package var allowsReplanning = false
    /// Where ssh-keygen is, by the system's word.
    package var sshKeygen: ByteString?

    /// Where the signers are if a system's policy names no other place.
    package static let usualSigners: ByteString = "/etc/tfguard/allowed_signers"
}

/// An `approvals` block as it is written.
struct ApprovalsBlock: Sendable {
    let origin: PolicyOrigin
    var signers: ByteString?
    var count: Int?
    var valid: Int64?
    var allowsSelf: Bool?
    var touch: Bool?
    var pin: Bool?
    var revoked: ByteString?
    var allowsReplanning: Bool?
    var sshKeygen: ByteString?
}

extension ApprovalRules {
    /// What holds where no layer has a block.
    package static let withoutBlock = ApprovalRules()

    /// Nil where there is no block.
    init?(_ blocks: [ApprovalsBlock]) {
        guard !blocks.isEmpty else { return nil }
        let trusted = blocks.filter(\.origin.isRootsAlone)
        let standard = ApprovalRules()
        for block in blocks {
            guard let path = block.signers, !signers.contains(where: { $0.path == path }) else {
                continue
            }
            let isUsual = path == Self.usualSigners
            let isNamedByRoot = isUsual || trusted.contains { $0.signers == path }
            signers.append(Signers(path: path, isNamedByRoot: isNamedByRoot))
        }
        // Where root's block names no list it means the usual one, whatever others name besides.
        let isUsualMeant = !trusted.isEmpty && trusted.allSatisfy { $0.signers == nil }
        if signers.isEmpty || isUsualMeant && !signers.contains(where: \.isNamedByRoot) {
            signers += [Signers(path: Self.usualSigners, isNamedByRoot: true)]
        }
        count = max(1, blocks.compactMap(\.count).max() ?? 1)
        let times = blocks.compactMap(\.valid)
        let isTimeTrusted = trusted.contains { $0.valid != nil }
        valid = (times + (isTimeTrusted ? [] : [standard.valid])).min() ?? standard.valid
        allowsSelf = Self.isGranted(\.allowsSelf, by: trusted, unlessDeniedBy: blocks)
        allowsReplanning = Self.isGranted(\.allowsReplanning, by: trusted, unlessDeniedBy: blocks)
        if blocks.contains(where: { $0.touch == true }) {
            touch = true
        } else if trusted.contains(where: { $0.touch == false }) {
            touch = false
        }
        pin = blocks.contains { $0.pin == true }
        for path in blocks.compactMap(\.revoked) where !revoked.contains(path) {
            revoked.append(path)
        }
        sshKeygen = blocks.first { $0.origin.layer == .system && $0.sshKeygen != nil }?.sshKeygen
    }

    private static func isGranted(
        _ key: KeyPath<ApprovalsBlock, Bool?>, by trusted: [ApprovalsBlock],
        unlessDeniedBy all: [ApprovalsBlock]
    ) -> Bool {
        trusted.contains { $0[keyPath: key] == true } && !all.contains { $0[keyPath: key] == false }
    }
}

/// A `break_glass` block: who may lift a block, where, and how.
package struct BreakGlass: Sendable {
    let origin: PolicyOrigin
    let environments: [String]?
    let actors: WordSet<Actor>?
    package let count: Int
    package let allowsSelf: Bool
    package let touch: Bool
    /// In seconds.
    package let valid: Int64
}

extension Policy {
    /// What approvals have to be; nil where no layer has an `approvals` block.
    package var approvalRules: ApprovalRules? { ApprovalRules(approvals) }

    /// The block that lifts what a verdict blocks; nil where none does.
    ///
    /// What tfguard itself blocks stays: a plan that nobody understands, or that belongs to another
    /// state, is not what anybody could have meant. A block of a rule is lifted by a file that could
    /// relax the rule, which root alone could have written.
    package func breakGlass(for verdict: Verdict) -> BreakGlass? {
        let blocking = verdict.findings.filter { $0.decision == .block }
        let environments = verdict.environments.map(\.name)
        return breakGlasses.first { glass in
            guard glass.origin.isRootsAlone,
                glass.environments.map({ named in
                    !environments.isEmpty && environments.allSatisfy(named.contains)
                }) ?? true,
                glass.actors.map({ verdict.facts.actors.isSubset(of: $0) }) ?? true
            else { return false }
            return blocking.allSatisfy { finding in
                let rules = relaxable.filter {
                    $0.name == finding.rule && $0.layerName == finding.layer
                }
                return !rules.isEmpty && rules.allSatisfy { glass.origin.mayRelax($0.origin) }
            }
        }
    }
}
