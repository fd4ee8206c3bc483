/// Writes plans as large as one likes, like those of a real AWS configuration.
///
/// They have Terraform 1.11's keys in its order, on one line, and are the same for the same numbers.
/// About 9 kB for each resource: its planned values, its row, its prior state and its configuration.
struct PlanGenerator {
    /// How many resources change.
    enum Changes {
        /// One in ten: half of them updates, a tenth deletes or replacements.
        case share
        /// The same, but never more than that many: what matters does not grow with the plan.
        case atMost(Int)
    }

    let resourceCount: Int
    let changes: Changes

    private static let provider = "registry.terraform.io/hashicorp/aws"

    /// Enough resources for about so many bytes.
    init(bytes: Int, changes: Changes) {
        let sample = PlanGenerator(resourceCount: 200, changes: .share)
        var size = 0
        sample.write { size += $0.utf8.count }
        self.init(resourceCount: max(1, bytes * 200 / size), changes: changes)
    }

    init(resourceCount: Int, changes: Changes) {
        self.resourceCount = resourceCount
        self.changes = changes
    }

    func write(_ write: (String) -> Void) {
        write(#"{"format_version":"1.2","terraform_version":"1.11.4","variables":{"#)
        write(#""db_password":{"value":"hunter2"},"env":{"value":"prod"}},"planned_values":"#)
        writeState(write) { $0.action != .delete }
        write(#","resource_drift":["#)
        // Each is kept, as changes are.
        let most = if case .atMost(let count) = changes { count } else { resourceCount }
        let drift = stride(from: 0, to: resourceCount, by: 100).prefix(most)
        writeList(drift, write) { resource in
            row(resource, change(resource, as: .update))
        }
        write(#"],"resource_changes":["#)
        writeList(0..<resourceCount, write) { resource in
            row(resource, change(resource, as: resource.action))
        }
        write(#"],"output_changes":{"vpc_id":{"actions":["no-op"],"before":"vpc-0abc","#)
        write(#""after":"vpc-0abc","after_unknown":false,"before_sensitive":false,"#)
        write(#""after_sensitive":false}},"prior_state":{"format_version":"1.0","#)
        write(#""terraform_version":"1.11.4","values":"#)
        writeState(write) { $0.action != .create && $0.action != .read }
        write(#"},"configuration":{"provider_config":{"aws":{"name":"aws","full_name":"#)
        write(#""\#(Self.provider)","version_constraint":"~\u003e 5.0","expressions":"#)
        write(#"{"region":{"references":["var.region"]}}}},"root_module":{"resources":["#)
        writeList(0..<resourceCount, write) { resource in
            #"{"address":"\#(resource.template.type).\#(resource.name)","mode":"\#(resource.mode)","#
                + #""type":"\#(resource.template.type)","name":"\#(resource.name)","#
                + #""provider_config_key":"aws","expressions":\#(resource.expressions),"#
                + #""schema_version":\#(resource.template.schemaVersion)}"#
        }
        write(#"],"variables":{"env":{"default":"prod"}}}},"timestamp":"2026-11-21T07:29:55Z","#)
        write(#""applyable":true,"complete":true,"errored":false}"# + "\n")
    }

    // MARK: Parts

    private func writeState(
        _ write: (String) -> Void, where isThere: @escaping (Resource) -> Bool
    ) {
        write(#"{"outputs":{"vpc_id":{"sensitive":false,"type":"string","value":"vpc-0abc"}},"#)
        write(#""root_module":{"resources":["#)
        writeList(0..<resourceCount, write) { resource in
            guard isThere(resource) else { return nil }
            return #"{"address":"\#(resource.address)","mode":"\#(resource.mode)","#
                + #""type":"\#(resource.template.type)","name":"\#(resource.name)","#
                + #""provider_name":"\#(Self.provider)","#
                + #""schema_version":\#(resource.template.schemaVersion),"#
                + #""values":\#(resource.values),"#
                + #""sensitive_values":\#(resource.template.sensitiveValues)}"#
        }
        write("]}}")
    }

    private func writeList(
        _ indices: some Sequence<Int>, _ write: (String) -> Void,
        _ text: (Resource) -> String?
    ) {
        var isFirst = true
        for index in indices {
            guard let text = text(Resource(index: index, of: self)) else { continue }
            write(isFirst ? text : "," + text)
            isFirst = false
        }
    }

    private func row(_ resource: Resource, _ change: String) -> String {
        #"{"address":"\#(resource.address)","#
            + (resource.module.map { #""module_address":"\#($0)","# } ?? "")
            + #""mode":"\#(resource.mode)","type":"\#(resource.template.type)","#
            + #""name":"\#(resource.name)","provider_name":"\#(Self.provider)","#
            + #""change":\#(change)}"#
    }

    private func change(_ resource: Resource, as action: Resource.Action) -> String {
        let hasBefore = action != .create && action != .read
        let hasAfter = action != .delete
        let sensitive = resource.template.sensitiveValues
        return #"{"actions":\#(action.words),"#
            + #""before":\#(hasBefore ? resource.values : "null"),"#
            + #""after":\#(hasAfter ? resource.values : "null"),"#
            + #""after_unknown":\#(hasBefore ? "{}" : #"{"arn":true,"id":true}"#),"#
            + #""before_sensitive":\#(hasBefore ? sensitive : "false"),"#
            + #""after_sensitive":\#(hasAfter ? sensitive : "false")}"#
    }
}

/// One resource of a generated plan, made from its number.
private struct Resource {
    enum Action: Equatable {
        case noOp
        case update
        case create
        case delete
        case replace
        case read

        var words: String {
            switch self {
            case .noOp: #"["no-op"]"#
            case .update: #"["update"]"#
            case .create: #"["create"]"#
            case .delete: #"["delete"]"#
            case .replace: #"["delete","create"]"#
            case .read: #"["read"]"#
            }
        }
    }

    let template: ResourceTemplate
    let action: Action
    let module: String?
    let name: String
    let values: String
    let expressions: String

    var mode: String { action == .read ? "data" : "managed" }

    var address: String {
        (module.map { $0 + "." } ?? "") + (action == .read ? "data." : "")
            + template.type + "." + name
    }

    init(index: Int, of generator: PlanGenerator) {
        var chance = Chance(seed: UInt64(index))
        let draw = Int(chance.next() % 100)
        var sum = 0
        template =
            ResourceTemplate.all.first {
                sum += $0.share
                return draw < sum
            } ?? ResourceTemplate.all[0]
        action = Self.action(index, generator.changes)
        name = "r\(index)"
        // Four in ten are in the root module, the others one or two modules deep.
        module =
            switch index % 10 {
            case 0..<4: nil
            case 4..<8: "module.service_\(index / 50)"
            default: #"module.region[\"eu-\#(index % 3)\"].module.app"#
            }
        values = Self.fill(template.values, index, &chance)
        expressions = Self.fill(template.expressions, index, &chance)
    }

    private static func action(_ index: Int, _ changes: PlanGenerator.Changes) -> Action {
        if case .atMost(let count) = changes, index >= count * 10 { return .noOp }
        return switch index % 200 {
        case 0: .delete
        case 100: .replace
        case 50, 150: .read
        case let place where place % 20 == 10: .update
        case let place where place % 20 == 5: place % 40 == 5 ? .create : .update
        case _: .noOp
        }
    }

    /// Replaces the marks of a template.
    private static func fill(_ template: String, _ index: Int, _ chance: inout Chance) -> String {
        var result = ""
        result.reserveCapacity(template.utf8.count)
        for (place, part) in template.split(separator: "#", omittingEmptySubsequences: false)
            .enumerated()
        {
            guard place % 2 == 1 else {
                result += part
                continue
            }
            switch part.first {
            case "n":
                let number = String(index)
                result += String(repeating: "0", count: max(0, 6 - number.count)) + number
            case "o": result += String(chance.next() % 256)
            default:
                for _ in 0..<(Int(part.dropFirst()) ?? 0) {
                    result += String(chance.next() % 16, radix: 16)
                }
            }
        }
        return result
    }
}

/// Numbers that look random and are the same each time: splitmix64.
private struct Chance {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var word = state
        word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
        word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
        return word ^ (word >> 31)
    }
}
