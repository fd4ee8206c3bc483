import Diagnostics
import HCL
import TerraformPlan

// What is known of a resource type: the blocks of the catalog, and those that a policy adds to it.
extension PolicyReader {
    mutating func readResource(_ block: Block, from source: PolicySource) {
        guard let label = label(of: block, owner: source.layer.rawValue + source.file.name) else {
            return
        }
        let context = "resource \"\(label.name)\""
        let body = block.body
        checkNames(in: body, against: .resource, context: context)
        if body.attributes.isEmpty, body.blocks.isEmpty {
            report(
                "Empty resource block",
                "A resource block says what losing one means: category = \"data\", for example.",
                at: block.headerRange, in: context)
        }
        var description = ResourceBlock()
        description.category = word("category", in: body, context: context)
        description.severity = word("severity", in: body, context: context)
        description.recovery = string("recovery", in: body, context: context)
        description.identity = paths("identity", in: body, context: context)
        description.protections = predicates("protected_by", in: body, context: context)
        description.disarms = predicates("disarmed_by", in: body, context: context)
        description.defaults = defaults(in: body, context: context)
        description.relations = relations(in: body, context: context)
        for block in body.blocks {
            if let kind = Harm.Kind(rawValue: block.type.name) {
                if let harm = harm(kind, block, context: context) {
                    description.harms.append(harm)
                }
            } else if block.type.name == "overwrite",
                let overwrite = overwrite(block, context: context)
            {
                description.overwrites.append(overwrite)
            }
        }
        policy.resources.append(description, of: origin, to: ByteString(label.name))
    }

    private mutating func relations(in body: Body, context: String) -> ResourceRelations {
        var relations = ResourceRelations()
        relations.isLock = bool("lock", in: body, context: context) ?? false
        relations.container = string("container", in: body, context: context)
        relations.generated = paths("generates", in: body, context: context)
        relations.replicaOf = paths("replica_of", in: body, context: context)
        relations.backupOf = references("backup_of", in: body, context: context)
        if body.attribute(named: "backups_die") != nil {
            relations.backupsDie = alwaysOrPredicates("backups_die", in: body, context: context)
        }
        if body.attribute(named: "final_snapshot") != nil {
            relations.finalSnapshot = predicates("final_snapshot", in: body, context: context)
        }
        relations.backends = texts("backend", like: "{ s3 = \"bucket\" }", in: body, context)
            .map { ($0.key.name, $0.text) }
        relations.forceNew = paths("force_new", in: body, context: context)
        return relations
    }

    // MARK: Blocks about a change

    private mutating func harm(
        _ kind: Harm.Kind, _ block: Block, context outer: String
    ) -> Harm? {
        guard let label = block.labels.first, block.labels.count == 1 else {
            report(
                "Missing attribute for \(kind.rawValue)",
                "A \(kind.rawValue) block has one label, the attribute that changes: "
                    + "\(kind.rawValue) \"retention_in_days\" { … }.",
                at: block.headerRange, in: outer)
            return nil
        }
        let context = "\(outer), \(kind.rawValue) \"\(label.name)\""
        let body = block.body
        checkNames(in: body, against: .harm, context: context)
        let path = attributePath(label, context: context)
        let trigger: Harm.Trigger? = word("when", in: body, context: context)
        let to = body.attribute(named: "to").flatMap { attribute in
            path.flatMap { predicate(attribute.expression, at: $0, called: "to", context) }
        }
        if body.attribute(named: "when") == nil, body.attribute(named: "to") == nil {
            report(
                "Missing required argument",
                "Say what change is meant: when = \"shrinks\", for example, or to = false.",
                at: block.headerRange, in: context)
        }
        guard let path, let says = words(in: block, context: context) else { return nil }
        return Harm(
            kind: kind, path: path, trigger: trigger,
            forever: values("forever", in: body, context: context),
            key: string("key", in: body, context: context),
            line: string("line", in: body, context: context),
            from: globs("from", .name, in: body, context: context) ?? [], to: to,
            conditions: predicates("where", in: body, context: context), says: says)
    }

    private mutating func overwrite(_ block: Block, context outer: String) -> Overwrite? {
        refuseLabels(of: block, context: outer)
        let context = "\(outer), overwrite"
        let body = block.body
        checkNames(in: body, against: .overwrite, context: context)
        let kind: Harm.Kind? = word("effect", in: body, context: context)
        guard let says = words(in: block, context: context) else { return nil }
        return Overwrite(
            kind: kind ?? .lose, onto: targets(in: body, context: context),
            conditions: predicates("where", in: body, context: context), says: says)
    }

    /// The sentence that every block about a change has.
    private mutating func words(in block: Block, context: String) -> String? {
        if block.body.attribute(named: "says") == nil {
            report(
                "Missing required argument",
                "The argument \"says\" is required: it tells a person in one sentence what the "
                    + "change comes to.",
                at: block.headerRange, in: context)
        }
        return string("says", in: block.body, context: context)
    }

    // MARK: Values

    private mutating func paths(
        _ name: String, in body: Body, context: String
    ) -> [AttributePath] {
        var paths: [AttributePath] = []
        for name in strings(name, in: body, context: context) ?? [] {
            if let path = attributePath(name, context: context) { paths.append(path) }
        }
        return paths
    }

    /// `{ bucket = "aws_s3_bucket|aws_s3_bucket_v2" }`: an attribute, and the types it may name.
    private mutating func references(
        _ name: String, in body: Body, context: String
    ) -> [(path: AttributePath, types: [String])] {
        var references: [(path: AttributePath, types: [String])] = []
        for (key, text) in texts(name, like: "{ bucket = \"aws_s3_bucket\" }", in: body, context) {
            if let path = attributePath(key, context: context) {
                references.append((path, text.split(separator: "|").map(String.init)))
            }
        }
        return references
    }

    /// `{ bucket = "aws_s3_bucket.bucket" }`: an attribute, and what it may name by which attribute.
    private mutating func targets(
        in body: Body, context: String
    ) -> [Overwrite.Reference] {
        var references: [Overwrite.Reference] = []
        let example = "{ bucket = \"aws_s3_bucket.bucket\" }"
        for (key, text) in texts("onto", like: example, in: body, context) {
            guard let path = attributePath(key, context: context) else { continue }
            let targets = text.split(separator: "|").map { target in
                let parts = target.split(separator: ".", maxSplits: 1).map(String.init)
                return Overwrite.Target(
                    type: parts.first ?? "",
                    attribute: parts.count > 1 ? AttributePath(parts[1]) : nil)
            }
            references.append(Overwrite.Reference(path: path, targets: targets))
        }
        return references
    }

    /// An object of strings.
    private mutating func texts(
        _ name: String, like example: String, in body: Body, _ context: String
    ) -> [(key: Identifier, text: String)] {
        guard let attribute = body.attribute(named: name) else { return [] }
        var texts: [(key: Identifier, text: String)] = []
        for (key, value) in members(of: attribute, like: example, context) {
            guard let constant = constant(value, context: context) else { continue }
            guard case .string(let text) = constant, !text.isEmpty else {
                report(
                    "Inappropriate value for \"\(name)\"",
                    "A string is required, in quotes: \(name) = \(example).", at: value.range,
                    in: context)
                continue
            }
            texts.append((key, text))
        }
        return texts
    }

    private mutating func defaults(
        in body: Body, context: String
    ) -> [(path: AttributePath, value: AttributeValue)] {
        guard let attribute = body.attribute(named: "defaults") else { return [] }
        var defaults: [(path: AttributePath, value: AttributeValue)] = []
        for (key, value) in members(of: attribute, like: "{ retention_in_days = 0 }", context) {
            if let path = attributePath(key, context: context),
                let value = attributeValue(value, called: "defaults", context)
            {
                defaults.append((path, value))
            }
        }
        return defaults
    }

    /// A list of values; one value may stand without brackets.
    private mutating func values(
        _ name: String, in body: Body, context: String
    ) -> [AttributeValue] {
        guard let attribute = body.attribute(named: name) else { return [] }
        guard case .tuple(let elements) = attribute.expression.kind else {
            let value = attributeValue(attribute.expression, called: name, context)
            return value.map { [$0] } ?? []
        }
        var values: [AttributeValue] = []
        for element in elements {
            if let value = attributeValue(element, called: name, context) { values.append(value) }
        }
        return values
    }

    private mutating func attributeValue(
        _ expression: Expression, called name: String, _ context: String
    ) -> AttributeValue? {
        guard let constant = constant(expression, context: context) else { return nil }
        switch constant {
        case .null: return .null
        case .bool(let bool): return .bool(bool)
        case .number(let number): return .number(Array(number.utf8))
        case .string(let text): return .string(Array(text.utf8))
        case .tuple, .object, .unknown:
            report(
                "Inappropriate value for \"\(name)\"",
                "A string, a number, true, false or null is required.", at: expression.range,
                in: context)
            return nil
        }
    }

    /// `true` for what always holds, or predicates.
    private mutating func alwaysOrPredicates(
        _ name: String, in body: Body, context: String
    ) -> [Predicate] {
        guard let attribute = body.attribute(named: name), let path = AttributePath("id"),
            case .bool(true)? = try? attribute.expression.constantValue(),
            let always = Predicate(path: path, text: "set|unset")
        else { return predicates(name, in: body, context: context) }
        return [always]
    }

    private mutating func predicates(
        _ name: String, in body: Body, context: String
    ) -> [Predicate] {
        guard let attribute = body.attribute(named: name) else { return [] }
        var predicates: [Predicate] = []
        for (key, value) in members(of: attribute, like: "{ deletion_protection = true }", context)
        {
            guard let path = attributePath(key, context: context),
                let predicate = predicate(value, at: path, called: name, context)
            else { continue }
            predicates.append(predicate)
        }
        return predicates
    }

    mutating func predicate(
        _ expression: Expression, at path: AttributePath, called name: String, _ context: String
    ) -> Predicate? {
        guard let constant = constant(expression, context: context) else { return nil }
        switch constant {
        case .bool(let bool):
            return Predicate(path: path, literal: bool ? "true" : "false")
        case .number(let number):
            return Predicate(path: path, literal: number)
        case .null:
            return Predicate(path: path, .unset)
        case .string(let text):
            if let predicate = Predicate(path: path, text: text) { return predicate }
            report(
                "Comparison without a number",
                "After >=, <=, > and < a number is required: \">=7\", for example.",
                at: expression.range, in: context)
        case .tuple, .object, .unknown:
            report(
                "Inappropriate value for \"\(name)\"",
                "An attribute is compared with a string, a number, true, false or null. "
                    + "Any of several values is written \"a|b\".",
                at: expression.range, in: context)
        }
        return nil
    }
}
