package import Diagnostics
import HCL
import TerraformPlan

/// Reads a `*.tfguardtest.hcl` file.
///
/// - Returns: its tests, or nil where any diagnostic is an error.
package func readPolicyTests(
    _ file: SourceFile
) -> (file: PolicyTestFile?, diagnostics: [Diagnostic]) {
    var reader = PolicyTestReader()
    let tests = reader.read(file)
    return (reader.values.diagnostics.isEmpty ? tests : nil, reader.values.diagnostics)
}

/// Reads tests by the means that policies are read by, so that one word means one thing in both.
private struct PolicyTestReader {
    var values = PolicyReader()

    private static let fileGrammar = BodyGrammar(
        subject: "A file of tests", attributes: ["policy"], blocks: ["test"])
    private static let testGrammar = BodyGrammar(
        subject: "A test",
        attributes: [
            "plan", "command", "flags", "workspace", "directory", "actors", "time", "variables",
            "backend", "mode", "targets", "excludes", "replaces", "refreshed", "locked",
            "resources", "branch", "author", "dirty",
        ], blocks: ["change", "expect"])
    private static let changeGrammar = BodyGrammar(
        subject: "A change",
        attributes: [
            "actions", "before", "after", "after_unknown", "previous_address",
            "deposed", "reason", "replace_paths", "importing", "provisioners",
        ])
    private static let expectGrammar = BodyGrammar(
        subject: "An expectation",
        attributes: ["decision", "rules", "addresses", "environments"])

    mutating func read(_ file: SourceFile) -> PolicyTestFile {
        let (body, problems) = parse(file)
        values.diagnostics += problems
        guard problems.isEmpty else { return PolicyTestFile(policy: nil, tests: []) }
        values.checkNames(in: body, against: Self.fileGrammar, context: nil)
        let policy = values.string("policy", in: body, context: "this file of tests")
        var tests: [PolicyTest] = []
        for block in body.blocks where block.type.name == "test" {
            if let test = readTest(block) { tests.append(test) }
        }
        return PolicyTestFile(policy: policy, tests: tests)
    }

    private mutating func readTest(_ block: Block) -> PolicyTest? {
        guard let name = block.labels.first, block.labels.count == 1, !name.name.isEmpty else {
            values.report(
                "Missing name for test", "A test has one label, a sentence in quotes.",
                at: block.headerRange)
            return nil
        }
        let body = block.body
        let context = "test \"\(name.name)\""
        values.checkNames(in: body, against: Self.testGrammar, context: context)
        let planFile = values.string("plan", in: body, context: context)
        let changes = body.blocks.filter { $0.type.name == "change" }
        if planFile != nil, let change = changes.first {
            values.report(
                "Two plans", "A test names a plan or writes its changes out, and not both.",
                at: change.headerRange, in: context)
        }
        let plan = readPlan(changes, body, context)
        let command = readCommand(body, context)
        let facts = readFacts(body, context)
        let directory = values.string("directory", in: body, context: context) ?? "."
        guard let expectation = readExpectation(of: block, context) else { return nil }
        return PolicyTest(
            name: name.name, range: name.range, planFile: planFile, plan: plan, command: command,
            directory: directory, facts: facts, expectation: expectation)
    }

    private mutating func readCommand(
        _ body: Body, _ context: String
    ) -> (command: SurgeryCommand, flags: Set<String>)? {
        let flags = values.strings("flags", in: body, context: context) ?? []
        guard let attribute = body.attribute(named: "command"),
            let name = values.string("command", in: body, context: context)
        else { return nil }
        guard let command = SurgeryCommand(name: name) else {
            values.report(
                "Unknown command",
                "tfguard judges no subcommand \"\(name)\" by a command block."
                    + values.suggestion(
                        for: name, among: SurgeryCommand.allCases.map(\.rawValue),
                        orElse: "Those it judges are"),
                at: attribute.expression.range, in: context)
            return nil
        }
        return (command, Set(flags.map { String($0.name.drop { $0 == "-" }) }))
    }

    private mutating func readFacts(_ body: Body, _ context: String) -> RunFacts {
        var actors: WordSet<Actor> = values.words("actors", in: body, context: context) ?? [.human]
        if actors.isEmpty { actors = [.human] }
        let workspace = values.string("workspace", in: body, context: context) ?? "default"
        var facts = RunFacts(
            actors: actors, workspace: ByteString(workspace), directory: nil)
        if let attribute = body.attribute(named: "time"),
            let text = values.string("time", in: body, context: context)
        {
            facts.now = Expiry(text)?.end
            if facts.now == nil || text.utf8.count <= 10 {
                values.report(
                    "Invalid time", "A time is written such as \"2026-12-24T12:00:00Z\".",
                    at: attribute.expression.range, in: context)
            }
        }
        facts.planning = PlanningFacts(
            mode: values.word("mode", in: body, context: context) ?? .normal,
            targets: texts("targets", body, context) ?? [],
            excludes: texts("excludes", body, context) ?? [],
            replaces: texts("replaces", body, context) ?? [],
            isRefreshed: values.bool("refreshed", in: body, context: context) ?? true,
            isLocked: values.bool("locked", in: body, context: context) ?? true)
        facts.plannedState = PlannedState(backend: "local", backendSettings: .object([]))
        if let backend = object("backend", body, context) {
            if case .string(let type)? = backend["type"] { facts.plannedState?.backend = type }
            facts.plannedState?.backendSettings = backend
        }
        let isVersioned = ["branch", "author", "dirty"].contains {
            body.attribute(named: $0) != nil
        }
        if isVersioned {
            facts.versionControl = VersionControlFacts(
                branch: text("branch", body, context),
                isDirty: values.bool("dirty", in: body, context: context) ?? false,
                author: text("author", body, context))
        }
        return facts
    }

    private mutating func readPlan(
        _ blocks: [Block], _ body: Body, _ context: String
    ) -> Plan {
        var plan = Plan(formatVersion: "1.2", terraformVersion: nil)
        for block in blocks {
            guard let label = block.labels.first, block.labels.count == 1,
                let resource = NormalizedAddress(ByteString(label.name)).resource
            else {
                values.report(
                    "Missing address for change",
                    "A change has one label, the address of a resource: "
                        + "change \"aws_db_instance.main\" { … }.",
                    at: block.headerRange, in: context)
                continue
            }
            let change = block.body
            let context = "change \"\(label.name)\""
            values.checkNames(in: change, against: Self.changeGrammar, context: context)
            let actions: WordSet<ChangeAction> =
                values.words("actions", in: change, context: context) ?? []
            if change.attribute(named: "actions") == nil {
                values.report(
                    "Missing required argument",
                    "The argument \"actions\" is required, as a plan has it: [\"delete\"], or "
                        + "[\"delete\", \"create\"] for a replacement.",
                    at: block.headerRange, in: context)
            }
            var row = ResourceChange(
                address: ByteString(label.name),
                mode: ResourceMode(ofAddress: ByteString(label.name)), type: resource.type,
                name: resource.name,
                providerName: "", actions: ChangeAction.allCases.filter(actions.contains))
            row.before = json("before", change, context)
            row.after = json("after", change, context)
            row.afterUnknown = json("after_unknown", change, context)
            row.replacePaths = json("replace_paths", change, context)
            row.previousAddress = text("previous_address", change, context)
            row.deposed = text("deposed", change, context)
            row.actionReason = text("reason", change, context)
            if values.bool("importing", in: change, context: context) == true {
                row.importing = JSONText(bytes: Array("{}".utf8))
            }
            if values.bool("provisioners", in: change, context: context) == true {
                plan.provisioned.insert(row.address.withoutInstanceKeys)
            }
            plan.changes.append(row)
        }
        plan.priorStateCount = values.integer("resources", in: body, from: 0, context: context)
        // Where nothing is said of the state, it is not one that is lost as a whole.
        if body.attribute(named: "resources") == nil { plan.priorStateCount = 1000 }
        if case .object(let members)? = object("variables", body, context) {
            plan.variables = members.map { Variable(name: $0.key, value: $0.value.asJSONText) }
        }
        return plan
    }

    private mutating func readExpectation(
        of test: Block, _ context: String
    ) -> PolicyTest.Expectation? {
        let blocks = test.body.blocks.filter { $0.type.name == "expect" }
        guard let block = blocks.first, blocks.count == 1, !block.body.attributes.isEmpty else {
            values.report(
                "Nothing expected",
                "A test has one expect block that says what the policy is to do: "
                    + "expect { decision = \"block\" }.",
                at: test.headerRange)
            return nil
        }
        let context = "expect"
        values.checkNames(in: block.body, against: Self.expectGrammar, context: context)
        var expectation = PolicyTest.Expectation()
        expectation.decision = values.word("decision", in: block.body, context: context)
        expectation.rules = values.strings("rules", in: block.body, context: context)?
            .map(\.name)
        expectation.addresses = list("addresses", block.body, context)
        expectation.environments = list("environments", block.body, context)
        return expectation
    }

    // MARK: Values

    /// A list that may be empty: nothing is an expectation, too.
    private mutating func list(_ name: String, _ body: Body, _ context: String) -> [String]? {
        guard let attribute = body.attribute(named: name) else { return nil }
        if case .tuple(let elements) = attribute.expression.kind, elements.isEmpty { return [] }
        return values.strings(name, in: body, context: context)?.map(\.name)
    }

    private mutating func texts(
        _ name: String, _ body: Body, _ context: String
    ) -> [ByteString]? {
        values.strings(name, in: body, context: context)?.map { ByteString($0.name) }
    }

    private mutating func text(_ name: String, _ body: Body, _ context: String) -> ByteString? {
        values.string(name, in: body, context: context).map { ByteString($0) }
    }

    private mutating func json(_ name: String, _ body: Body, _ context: String) -> JSONText? {
        guard let attribute = body.attribute(named: name) else { return nil }
        return values.constant(attribute.expression, context: context).map {
            JSONValue($0).asJSONText
        }
    }

    private mutating func object(
        _ name: String, _ body: Body, _ context: String
    ) -> JSONValue? {
        guard let attribute = body.attribute(named: name),
            let value = values.constant(attribute.expression, context: context)
        else { return nil }
        if case .object = value { return JSONValue(value) }
        values.report(
            "Inappropriate value for \"\(name)\"", "An object is required: \(name) = { … }.",
            at: attribute.expression.range, in: context)
        return nil
    }
}
