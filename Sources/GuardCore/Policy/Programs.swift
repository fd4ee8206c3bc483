import Diagnostics
package import TerraformPlan

/// An `evidence` block: a program whose success proves something about a change.
package struct EvidenceBlock: Sendable {
    package let name: String
    let origin: PolicyOrigin
    /// The program and its arguments, which no shell looks at.
    package let command: [String]
    /// The folder of the policy's file, which a program's path is relative to.
    package let directory: ByteString?
    /// In seconds.
    package let timeout: Int64
    /// `project/fresh-snapshot`, for messages.
    package let qualifiedName: String
    /// Where it is written.
    let range: SourceRange
}

/// An `apply` block: what terraform is run by, past the gate.
package struct ApplyBlock: Sendable {
    let origin: PolicyOrigin
    package let exec: [String]
    package let directory: ByteString?
}

/// A change for which a rule wants a proof.
package struct ProofDemand: Hashable, Sendable {
    package let evidence: String
    /// The qualified name of the rule.
    package let rule: String
    package let address: ByteString
    package let deposed: ByteString?
}

/// What came of a demand; what is not there is not proven.
package struct Proof: Sendable {
    package enum Outcome: Equatable, Sendable {
        case holds
        /// Why not, as the end of a sentence.
        case fails(String)
    }

    package let demand: ProofDemand
    package let outcome: Outcome

    package init(demand: ProofDemand, outcome: Outcome) {
        self.demand = demand
        self.outcome = outcome
    }
}

extension Policy {
    /// The blocks that have to hold for a rule's proof, as far as they may relax the rule and count in
    /// a run of these actors; a block in a nearer file proves nothing to a rule further up.
    package func evidence(
        for demand: ProofDemand, actors: Set<Actor>
    ) -> [EvidenceBlock] {
        let origins = rules.filter { $0.source.qualifiedName == demand.rule }.map(\.source.origin)
        return evidences.filter { block in
            block.name == demand.evidence && block.origin.isTrusted(by: actors)
                && origins.allSatisfy { block.origin.mayRelax($0) }
        }
    }

    /// What an apply is run by: the system's word first, then that of the file furthest up; a file
    /// that others than root could have written counts for a person and a pipeline alone.
    package func applyBlock(for actors: Set<Actor>) -> ApplyBlock? {
        let trusted = applies.filter { $0.origin.isTrusted(by: actors) }
        return trusted.first { $0.origin.layer == .system }
            ?? trusted.max { $0.origin.distance < $1.origin.distance }
    }

    /// Whether there is an `apply` block that does not count in a run of these actors.
    package func hasUntrustedApplyBlock(for actors: Set<Actor>) -> Bool {
        applies.contains { !$0.origin.isTrusted(by: actors) }
    }
}

/// The proofs of a run, to be asked for each row.
struct ProofIndex: Sendable {
    private var outcomes: [ProofDemand: Proof.Outcome] = [:]

    init(_ proofs: [Proof]) {
        for proof in proofs { outcomes[proof.demand] = proof.outcome }
    }

    /// Why a rule's proofs do not all hold for a row; nil where they do.
    func fault(of demands: [ProofDemand]) -> String? {
        for demand in demands {
            switch outcomes[demand] {
            case .holds?: continue
            case .fails(let why)?: return "\(demand.evidence): \(why)"
            case nil: return "\(demand.evidence): it was not asked for"
            }
        }
        return nil
    }
}

extension Rule {
    func demands(for row: ResourceChange) -> [ProofDemand] {
        unless.map {
            ProofDemand(
                evidence: $0, rule: source.qualifiedName, address: row.address,
                deposed: row.deposed)
        }
    }
}
