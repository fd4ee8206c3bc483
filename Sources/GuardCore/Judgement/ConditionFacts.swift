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
/// What is the same for every row is made once, and only where some condition reads it.
struct ConditionFacts {
    /// Deeper values are unknown: they come from elsewhere, and what walks them does so recursively.
    private static let depthLimit = 50

    private static let emptyWhenNull: Set<String> = ["before", "after"]

    private let common: [String: Value]

    init(_ plan: Plan, in run: JudgedRun) {
        let conditions = run.policy.conditions
        guard !conditions.isEmpty else {
            common = [:]
            return
        }
        var common: [String: Value] = [
            "environments": .tuple(run.environments.sorted().map { .string($0) }),
            "actors": .tuple(run.facts.actors.words.map(\.rawValue).sorted().map { .string($0) }),
            "time": run.facts.now.map { .string($0.inRFC3339) } ?? .unknown,
        ]
        if conditions.contains(where: { $0.reads("plan") }) {
            common["plan"] = Self.plan(
                plan, run.facts, counts: conditions.contains { $0.reads("plan", "counts") })
        }
        if conditions.contains(where: { $0.reads("state") }) {
            common["state"] = Self.state(of: plan, run.facts)
        }
        if conditions.contains(where: { $0.reads("vcs") }) {
            common["vcs"] = Self.versionControl(run.facts.versionControl)
        }
        self.common = common
    }

    func outcome(
        of condition: Condition, _ row: ResourceChange, _ effects: EffectSet,
        _ description: ResourceDescription
    ) -> ConditionOutcome {
        var variables = common
        variables["change"] = Self.change(row, effects, description, for: condition)
        let scope = HCL.Scope(variables: variables, emptyWhenNull: Self.emptyWhenNull)
        do {
            switch try condition.expression.value(in: scope) {
            case .bool(true): return .holds
            case .bool(false): return .fails
            case .unknown: return .undecided("it depends on what is not known")
            case .null, .number, .string, .tuple, .object:
                return .undecided("it is neither true nor false")
            }
        } catch {
            return .undecided("it cannot be evaluated: \(error.summary)")
        }
    }

    // MARK: The run

    private static func plan(_ plan: Plan, _ facts: RunFacts, counts: Bool) -> Value {
        let variables = plan.variables.map { variable in
            (
                key: variable.name.description,
                value: variable.value.map { Self.value($0.value) } ?? .unknown
            )
        }
        let planning = facts.planning
        let mode = planning.mode ?? (plan.hasResourceChanges ? nil : .refreshOnly)
        // What Terraform was asked to replace stands in the plan, whoever asked.
        let requested = plan.changes.filter { $0.actionReason == "replace_by_request" }
            .map(\.address)
        let named = planning.replaces ?? []
        return .object([
            ("mode", mode.map { .string($0.rawValue) } ?? .unknown),
            ("targets", list(planning.targets ?? plan.nothingIfComplete)),
            ("excludes", list(planning.excludes ?? plan.nothingIfComplete)),
            ("replaces", list(named + requested.filter { !named.contains($0) })),
            ("refreshed", planning.isRefreshed.map { .bool($0) } ?? .unknown),
            ("locked", planning.isLocked.map { .bool($0) } ?? .unknown),
            ("counts", counts ? Self.counts(of: plan) : .unknown),
            ("workspace", facts.workspace.map(text) ?? .unknown),
            ("terraform_version", plan.terraformVersion.map(text) ?? .null),
            ("variables", .object(variables)),
        ])
    }

    private static func counts(of plan: Plan) -> Value {
        var counts = ChangeCounts()
        for row in plan.changes {
            let understood = GuardCore.effects(of: row, isGone: false, provisioned: [])
            for effect in understood?.effects ?? [] { counts.add(effect) }
        }
        counts.noOp += plan.noOpCount
        return .object(
            counts.byEffect.map { (key: $0.effect.rawValue, value: .number(String($0.count))) })
    }

    private static func state(of plan: Plan, _ facts: RunFacts) -> Value {
        let state = facts.plannedState
        let count = state?.resourceCount ?? plan.priorStateCount
        return .object([
            ("backend", state?.backend.map(text) ?? .unknown),
            ("lineage", state?.lineage.map(text) ?? .unknown),
            ("serial", state?.serial.map { .number(String($0)) } ?? .unknown),
            ("resources", count.map { .number(String($0)) } ?? .unknown),
            ("empty", (state?.isEmpty ?? count.map { $0 == 0 }).map { .bool($0) } ?? .unknown),
        ])
    }

    private static func versionControl(_ facts: VersionControlFacts?) -> Value {
        guard let facts else { return .unknown }
        let optional = { (text: ByteString?) in text.map(Self.text) ?? .null }
        return .object([
            ("branch", optional(facts.branch)), ("commit", optional(facts.commit)),
            ("dirty", facts.isDirty.map { .bool($0) } ?? .unknown),
            ("pull_request", optional(facts.pullRequest)), ("author", optional(facts.author)),
        ])
    }

    private static func list(_ texts: [ByteString]?) -> Value {
        texts.map { .tuple($0.map(text)) } ?? .unknown
    }

    // MARK: The change

    /// What a condition reads of a row: its values are large, and most are never looked at.
    private static func change(
        _ row: ResourceChange, _ effects: EffectSet, _ description: ResourceDescription,
        for condition: Condition
    ) -> Value {
        let optional = { (text: ByteString?) in text.map(Self.text) ?? .null }
        var members: [(key: String, value: Value)] = []
        func add(_ name: String, _ value: @autoclosure () -> Value) {
            if condition.reads("change", name) { members.append((name, value())) }
        }
        add("address", text(row.address))
        add("type", text(row.type))
        add("name", text(row.name))
        add("module", optional(row.moduleAddress))
        add("provider", text(row.providerName))
        add("actions", .tuple(row.actions.map { .string($0.rawValue) }))
        add("effects", .tuple(effects.effects.map { .string($0.rawValue) }))
        add("reason", optional(row.actionReason))
        add("before", row.before.map { value($0.value(of: condition.partsOfBefore)) } ?? .null)
        add("after", after(of: row, condition.partsOfAfter))
        add("after_unknown", row.afterUnknown.map { value($0.value) } ?? .null)
        add("changed", list(ChangedPaths(of: row).list))
        add("replace_paths", list(row.pathsThatReplace))
        add("importing", row.importing.map { value($0.value) } ?? .null)
        add("deposed", optional(row.deposed))
        add("previous_address", optional(row.previousAddress))
        add("category", description.category.map { .string($0.rawValue) } ?? .null)
        add("severity", description.severity.map { .string($0.rawValue) } ?? .null)
        add("identity", optional(description.identity(of: row)))
        add(
            "protections_lost",
            .tuple(description.protectionsLost(in: row, effects).map { .string($0) }))
        return .object(members)
    }

    /// The object afterwards, with what is unknown of it.
    private static func after(of row: ResourceChange, _ parts: [ByteString]?) -> Value {
        // What is not there is told by all of the mask.
        let parts = row.after?.bytes.first == UInt8(ascii: "{") ? parts : nil
        return value(
            row.after?.value(of: parts) ?? .null, unknown: row.afterUnknown?.value(of: parts))
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

extension Plan {
    /// `complete` is false where a plan was made with `-target` or `-exclude`
    /// (`internal/command/jsonplan/plan.go`).
    fileprivate var nothingIfComplete: [ByteString]? { isComplete == true ? [] : nil }
}

extension JSONText {
    /// The value as a tree: of an object, no other members than these.
    ///
    /// One whose key is written with an escape, or is not ASCII, is among them: it may be another
    /// spelling of the same name.
    fileprivate func value(of parts: [ByteString]?) -> JSONValue {
        let text = bytes.span
        guard let parts, text[0] == UInt8(ascii: "{") else { return value }
        var members: [JSONValue.Member] = []
        var place = firstPart(ofContainerAt: 0, in: text)
        while let key = place {
            let keyEnd = end(ofStringAt: key, in: text)
            let start = GuardCore.value(afterKeyEndingAt: keyEnd, in: text)
            let end = end(ofValueAt: start, in: text)
            let name = (key + 1)..<(keyEnd - 1)
            let isRead =
                parts.contains { $0.bytes.count == name.count && text.holds($0.bytes, at: key + 1) }
                || name.contains { text[$0] >= 0x80 || text[$0] == UInt8(ascii: "\\") }
            if isRead {
                members.append(
                    JSONValue.Member(
                        key: ByteString(bytes: text.text(ofStringAt: key..<keyEnd)),
                        value: JSONText(bytes: text.copy(of: start..<end)).value))
            }
            place = nextPart(after: end, in: text)
        }
        return .object(members)
    }
}

extension ResourceChange {
    /// The attributes that force a replacement, as paths such as `ingress[0].from_port`.
    fileprivate var pathsThatReplace: [ByteString]? {
        guard case .array(let paths)? = replacePaths?.value else { return [] }
        return paths.map { path in
            guard case .array(let steps) = path else { return "" }
            return ByteString(bytes: ChangedPaths.path(of: steps))
        }
    }
}
