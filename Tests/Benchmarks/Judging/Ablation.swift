import Foundation
import GuardCore
import TerraformPlan

/// What was found in many plans, with the catalog or without it.
private struct Tally {
    var plans: [Decision: Int] = [:]
    /// Changes of which somebody is asked.
    var asked = 0
    /// Losses that pass because a new one is as good as the old.
    var renewed = 0
    var effects: [Effect: Int] = [:]
    /// Losses that are told as what they are: `critical data`.
    var classified = 0
    /// Losses with a name of the real world that a person can type.
    var named = 0
    var circumstances = 0

    mutating func count(_ verdict: Verdict) {
        plans[verdict.decision, default: 0] += 1
        for change in verdict.changes {
            if change.decision >= .confirm { asked += 1 }
            if change.effects.contains(.disarm) { effects[.disarm, default: 0] += 1 }
            if change.effects.contains(.lose) { effects[.lose, default: 0] += 1 }
            circumstances += change.circumstances.count
            guard change.isLoss else { continue }
            if change.decision < .confirm { renewed += 1 }
            if change.severity != nil { classified += 1 }
            if change.identity != nil { named += 1 }
        }
    }
}

/// Judges every plan below a folder twice, and prints what each found.
func printAblation(of folder: String) throws {
    let policies = [try policy(), try policy(withCatalog: false)]
    var tallies = [Tally(), Tally()]
    var planCount = 0
    var changeCount = 0
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder)
        .filter { $0.hasSuffix(".json") || $0.hasSuffix(".golden") }.sorted()
    for file in files {
        var source = try FileSource("\(folder)/\(file)")
        // Some are kept there because no reader of plans should take them.
        guard let plan = try? readPlan(from: &source) else { continue }
        planCount += 1
        changeCount += plan.changes.count
        for index in policies.indices {
            tallies[index].count(judge(plan, under: policies[index], facts: person))
        }
    }
    func row(_ name: String, _ value: (Tally) -> Int) {
        let columns = tallies.map { tally in
            let text = String(value(tally))
            return String(repeating: " ", count: max(0, 10 - text.count)) + text
        }
        let filler = String(repeating: " ", count: max(0, 52 - name.count))
        print("  \(name)\(filler)\(columns.joined())")
    }
    print("\(planCount) plans with \(changeCount) changes:                   catalog   without")
    row("plans that pass, some with warnings") {
        $0.plans[.allow, default: 0] + $0.plans[.warn, default: 0]
    }
    row("plans that a person confirms") { $0.plans[.confirm, default: 0] }
    row("plans that a second person approves") { $0.plans[.approve, default: 0] }
    row("plans that are stopped") { $0.plans[.block, default: 0] }
    row("changes that somebody is asked about") { $0.asked }
    row("losses that pass: a new one is as good") { $0.renewed }
    row("losses told by category and severity") { $0.classified }
    row("losses with a real name to type") { $0.named }
    row("protections taken off") { $0.effects[.disarm, default: 0] }
    row("data lost without a delete") { $0.effects[.lose, default: 0] }
    row("backups, containers, cascades, renames told") { $0.circumstances }
}
