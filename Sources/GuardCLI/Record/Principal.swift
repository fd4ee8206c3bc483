import GuardCore
import GuardSystem
import TerraformPlan

/// How long the program of an `identity` block may take.
private let identityPatience = Duration.seconds(10)

/// As whom terraform would act.
///
/// The policy's program says it for certain; else what the plan's providers are configured with, else
/// the variables that choose a role. Names alone are taken, and only of settings that hold none but
/// names.
func principal(
    _ program: PolicyProgram?, of plan: Plan, _ environment: Environment
) -> Principal? {
    if let program {
        let run = program.run(within: identityPatience)
        guard run.termination == .exited(0) else {
            return Principal(name: "unknown", source: "identity command failed: \(run.words)")
        }
        let line = run.output.prefix { $0 != 0x0a }
        return Principal(
            name: String(decoding: line.prefix(1000), as: UTF8.self), source: "identity command")
    }
    if let configuration = plan.providerConfiguration?.value {
        let names = roleNames(in: configuration)
        if !names.isEmpty {
            return Principal(name: names.joined(separator: ", "), source: "provider configuration")
        }
    }
    let chosen = environment.names.map { String(decoding: $0, as: UTF8.self) }
        .filter { name in roleSettings.contains { name.hasSuffix("_" + $0.uppercased()) } }
        .sorted()
        .compactMap { name -> String? in
            guard let value = environment[name], !value.isEmpty else { return nil }
            return "\(name)=\(String(decoding: value.prefix(300), as: UTF8.self))"
        }
    return chosen.isEmpty
        ? nil : Principal(name: chosen.joined(separator: ", "), source: "environment")
}

/// The names under which providers take a role, and which hold no secret.
private let roleSettings = [
    "role_arn", "profile", "impersonate_service_account", "client_id", "subscription_id",
]

/// The constant values of role settings, in the order of the configuration.
private func roleNames(in configuration: JSONValue) -> [String] {
    var names: [String] = []
    var open: [JSONValue] = [configuration]
    while let value = open.popLast() {
        switch value {
        case .array(let elements): open += elements.reversed()
        case .object(let members):
            for member in members.reversed() {
                if roleSettings.contains(member.key.description),
                    let name = member.value["constant_value"]?.text
                {
                    if !names.contains(name) { names.append(name) }
                } else {
                    open.append(member.value)
                }
            }
        case .null, .bool, .number, .string: break
        }
    }
    return names
}
