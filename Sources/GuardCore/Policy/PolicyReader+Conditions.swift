import Diagnostics
import HCL

// A `when` is checked when it is read, as far as that goes without a plan: a misspelled name would
// otherwise count as true for ever, and nobody would know why.
extension PolicyReader {
    mutating func readCondition(in body: Body, context: String) -> Condition? {
        guard let attribute = body.attribute(named: "when") else { return nil }
        for var mistake in attribute.expression.mistakes(knowing: Condition.vocabulary) {
            mistake.context = mistake.context ?? context
            diagnostics.append(mistake)
        }
        let condition = Condition(attribute.expression)
        policy.conditions.append(condition)
        return condition
    }

    /// Reports a condition that relaxes by what whoever runs tfguard declares himself.
    mutating func refuseSelfDeclared(_ scope: Scope, in body: Body, context: String) {
        guard let condition = scope.when, condition.reads("vcs"),
            let attribute = body.attribute(named: "when")
        else { return }
        report(
            "Relaxation by what anybody can declare",
            "What git says of a folder, whoever runs tfguard can make it say: \"vcs\" may decide what "
                + "is stricter, and not what passes. Ask for the environment, the addresses or the "
                + "actors instead.",
            at: attribute.expression.range, in: context)
    }
}
