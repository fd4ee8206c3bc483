package import TerraformPlan

/// Judges a plan: every rule of every layer against every row; the strictest decision wins.
package func judge(_ plan: Plan, under policy: Policy, facts: RunFacts) -> Verdict {
    Verdict(
        decision: .block, facts: facts, environments: [], changes: [], findings: [],
        counts: ChangeCounts(), terraformVersion: plan.terraformVersion, policies: policy.digests)
}
