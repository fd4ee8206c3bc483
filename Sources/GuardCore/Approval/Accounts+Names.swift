package import TerraformPlan

/// The accounts that a plan is about, as far as its providers and objects say; ordered.
///
/// What is taken from variables is not among them: whoever types the command sets those as he likes.
package func accountNames(of plan: Plan, under policy: Policy) -> [String] {
    var names: [String] = []
    let known = Accounts(of: plan, by: policy.accountSources()).known
    for account in known.sorted() { names.append(account.description) }
    return names
}
