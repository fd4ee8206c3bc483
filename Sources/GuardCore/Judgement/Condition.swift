import Diagnostics
import HCL
import TerraformPlan

/// What the `when` of a rule, a limit or an exception comes to for one row.
enum ConditionOutcome: Equatable {
    case holds
    case fails
    /// It is unknown before the apply, or an error: with why, which holds no value.
    case undecided(String)
}

/// What a `when` can refer to, in one run.
///
/// What is the same for every row is made once.
struct ConditionFacts {
    /// The attributes of `change` and `plan`; each has a value in every run.
    static let known: [String: Set<String>] = [
        "change": [
            "address", "type", "name", "module", "provider", "actions", "effects", "reason",
            "before", "after", "after_unknown", "importing", "deposed", "previous_address",
            "category", "severity", "identity",
        ],
        "plan": ["workspace", "terraform_version", "variables"],
    ]
    static let knownLists: Set<String> = ["environments", "actors", "time"]

    /// Deeper values are unknown: they come from elsewhere, and what walks them does so recursively.
    private static let depthLimit = 50

    private let common: [String: Value]

    init(_ plan: Plan, in run: JudgedRun) {
        let variables = plan.variables.map { variable in
            (variable.name.description, variable.value.map { Self.value($0.value) } ?? .unknown)
        }
        common = [
            "plan": .object([
                ("workspace", run.facts.workspace.map(Self.text) ?? .unknown),
                ("terraform_version", plan.terraformVersion.map(Self.text) ?? .null),
                ("variables", .object(variables.map { (key: $0.0, value: $0.1) })),
            ]),
            "environments": .tuple(run.environments.sorted().map { .string($0) }),
            "actors": .tuple(run.facts.actors.map(\.rawValue).sorted().map { .string($0) }),
            "time": run.facts.now.map { .string($0.inRFC3339) } ?? .unknown,
        ]
    }

    func outcome(
        of condition: Expression, _ row: ResourceChange, _ effects: EffectSet,
        _ description: ResourceDescription
    ) -> ConditionOutcome {
        var variables = common
        variables["change"] = Self.change(row, effects, description)
        let scope = HCL.Scope(variables: variables, emptyWhenNull: ["before", "after"])
        do {
            switch try condition.value(in: scope) {
            case .bool(true): return .holds
            case .bool(false): return .fails
            case .unknown: return .undecided("it depends on what is known only after the apply")
            case .null, .number, .string, .tuple, .object:
                return .undecided("it is neither true nor false")
            }
        } catch {
            return .undecided("it cannot be evaluated: \(error.summary)")
        }
    }

    private static func change(
        _ row: ResourceChange, _ effects: EffectSet, _ description: ResourceDescription
    ) -> Value {
        let optional = { (text: ByteString?) in text.map(Self.text) ?? .null }
        let unknown = row.afterUnknown?.value
        return .object([
            ("address", text(row.address)), ("type", text(row.type)), ("name", text(row.name)),
            ("module", optional(row.moduleAddress)), ("provider", text(row.providerName)),
            ("actions", .tuple(row.actions.map { .string($0.rawValue) })),
            ("effects", .tuple(effects.effects.map { .string($0.rawValue) })),
            ("reason", optional(row.actionReason)),
            ("before", row.before.map { value($0.value) } ?? .null),
            ("after", value(row.after?.value ?? .null, unknown: unknown)),
            ("after_unknown", unknown.map { value($0) } ?? .null),
            ("importing", row.importing.map { value($0.value) } ?? .null),
            ("deposed", optional(row.deposed)),
            ("previous_address", optional(row.previousAddress)),
            ("category", description.category.map { .string($0.rawValue) } ?? .null),
            ("severity", description.severity.map { .string($0.rawValue) } ?? .null),
            ("identity", optional(description.identity(of: row))),
        ])
    }

    private static func text(_ bytes: ByteString) -> Value { .string(bytes.description) }

    /// A value of a plan, with what the mask marks as unknown.
    private static func value(
        _ json: JSONValue, unknown mask: JSONValue? = nil, depth: Int = 0
    ) -> Value {
        if mask == .bool(true) || depth > depthLimit { return .unknown }
        switch json {
        case .null:
            // An attribute that is unknown as a whole is not in the value; its parts may be masked.
            guard case .object(let members)? = mask else { return .null }
            return members.isEmpty ? .null : value(.object([]), unknown: mask, depth: depth)
        case .bool(let bool): return .bool(bool)
        case .number(let text): return .number(text.description)
        case .string(let text): return .string(text.description)
        case .array(let elements):
            var masks: [JSONValue] = []
            if case .array(let found)? = mask { masks = found }
            return .tuple(
                (0..<max(elements.count, masks.count)).map { index in
                    value(
                        index < elements.count ? elements[index] : .null,
                        unknown: index < masks.count ? masks[index] : nil, depth: depth + 1)
                })
        case .object(let members):
            var masks: [ByteString: JSONValue] = [:]
            if case .object(let found)? = mask {
                for member in found { masks[member.key] = member.value }
            }
            var items = members.map { member in
                (
                    key: member.key.description,
                    value: value(
                        member.value, unknown: masks.removeValue(forKey: member.key),
                        depth: depth + 1)
                )
            }
            for (key, mask) in masks.sorted(by: { $0.key < $1.key }) {
                items.append(
                    (key: key.description, value: value(.null, unknown: mask, depth: depth + 1)))
            }
            return .object(items)
        }
    }
}
