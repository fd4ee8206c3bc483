import Foundation
import GuardCore
import TerraformPlan

/// What the catalog costs a plan of AWS updates: judging with it, less judging without, in seconds.
///
/// The catalog is read anew each time, as every run does. The best of nine of each.
func timeOfCatalog(changes count: Int, types typeCount: Int) throws -> Double {
    let known = try policy()
    let types = known.catalogTypes(of: "aws").prefix(typeCount)
    var plan = Plan(formatVersion: "1.2", terraformVersion: "1.11.4")
    plan.priorStateCount = count
    plan.changes = (0..<count).map { number in
        let type = types[number % types.count]
        var row = ResourceChange(
            address: ByteString("\(type).n\(number)"), type: ByteString(type), name: "n",
            providerName: "registry.terraform.io/hashicorp/aws", actions: [.update])
        let value = { (text: String) in
            JSONText(bytes: Array(#"{"id":"n\#(number)","name":"n","tags":{"a":"\#(text)"}}"#.utf8))
        }
        row.before = value("b")
        row.after = value("c")
        return row
    }
    func best(_ policy: Policy) -> Double {
        (0..<9).map { _ in
            let start = clock()
            precondition(judge(plan, under: policy, facts: person).changes.count == count)
            return Double(clock() - start) / Double(CLOCKS_PER_SEC)
        }.min() ?? 0
    }
    return best(known) - best(try policy(withCatalog: false))
}
