import Diagnostics

/// A `rehearsal` block: the same module sources have to have been applied elsewhere first.
///
/// ```hcl
///     rehearsal "staging-first" {
///       environment = "staging"
///       within      = "72h"
///     }
/// ```
package struct RehearsalBlock: Sendable {
    package let name: String
    let origin: PolicyOrigin
    package let environment: String
    /// In seconds, from the apply that rehearsed it.
    package let within: Int64
    /// Where it is written.
    let range: SourceRange
}

extension Policy {
    /// The rehearsals that have to hold for a rule's proof, as far as they may relax the rule and
    /// count in a run of these actors.
    package func rehearsals(
        for demand: ProofDemand, actors: Set<Actor>
    ) -> [RehearsalBlock] {
        let origins = rules.filter { $0.source.qualifiedName == demand.rule }.map(\.source.origin)
        return rehearsals.filter { block in
            block.name == demand.evidence && block.origin.isTrusted(by: actors)
                && origins.allSatisfy { block.origin.mayRelax($0) }
        }
    }
}
