import Diagnostics
import TestSupport
import Testing

@testable import GuardCore

/// Each row marks what its errors must underline, in the order of the source, and nothing else may
/// be reported.
@Suite struct PolicyErrorTests {
    struct Case: CustomTestStringConvertible {
        let source: MarkedSource
        let expected: [String]
        let detail: String?

        init(_ source: String, _ expected: String..., detail: String? = nil) {
            self.source = MarkedSource(source)
            self.expected = expected
            self.detail = detail
        }

        var testDescription: String { source.text }
    }

    static let cases: [Case] = [
        // Names.
        Case(
            "«ruel» \"x\" {\n  decision = \"block\"\n}", "Unsupported block type",
            detail: "Did you mean \"rule\"?"),
        Case(
            "rule \"x\" {\n  «decison» = \"block\"\n}",
            "Unsupported argument",
            detail: "A rule has no argument \"decison\". Did you mean \"decision\"?"),
        Case(
            "rule \"x\" {\n  decision = \"block\"\n  «tpyes» = 1\n}", "Unsupported argument",
            detail: "Did you mean \"types\"?"),
        Case(
            "rule \"x\" {\n  decision = \"block\"\n  «zzz» = 1\n}", "Unsupported argument",
            detail: "\"reason\" and \"remedy\"."),
        Case(
            "rule \"x\" {\n  decision = \"block\"\n  «actions» {\n  }\n}",
            "Unsupported block type", detail: "with an equals sign"),
        Case(
            "rule \"x\" {\n  decision = \"block\"\n  «except» = []\n}", "Unsupported argument",
            detail: "without an equals sign"),
        Case(
            "«decision» = \"block\"", "Unsupported argument",
            detail: "A policy has no argument \"decision\"."),
        // What a later version will judge.
        Case(
            "rule \"x\" {\n  when     = length(plan.«target») > 0 || vcs.«brunch» == \"main\"\n"
                + "  decision = \"block\"\n}",
            "Unsupported attribute", "Unsupported attribute"),
        Case(
            "rule \"x\" {\n  when     = «vcs.branch == \"main\"»\n  decision = \"allow\"\n}",
            "Relaxation by what anybody can declare"),
        Case(
            "rule \"x\" {\n  decision = \"block\"\n  except {\n    when = «!vcs.dirty»\n  }\n}",
            "Relaxation by what anybody can declare"),
        Case(
            "extends = «\"builtin:strict\"»", "Inappropriate value for \"extends\""),
        Case(
            "«trusted_ref» = \"refs/heads/main\"", "Trusted reference out of place",
            detail: "in /etc/tfguard"),
        Case(
            "«rehearsal \"r\"» {\n  environment = \"production\"\n}\n",
            "Missing required argument"),
        Case("«observe» {\n}\n", "Missing required argument"),
        Case("observe {\n  until = «\"soon\"»\n}\n", "Invalid date"),
        Case(
            "observe {\n  until = \"2026-12-01\"\n}\n«observe» {\n  until = \"2026-12-01\"\n}\n",
            "Duplicate observe"),
        Case(
            "environment \"e\" {\n  match {\n    account = «\"1\"»\n    «backend» {\n    }\n  }\n}",
            "Inappropriate value for \"account\"", "Unsupported block type"),
        // Values.
        Case(
            "rule \"x\" {\n  actions  = [\"delete\", «\"destroy\"»]\n  decision = \"block\"\n}",
            "Unknown action", detail: "Possible actions are \"create\", "),
        Case(
            "rule \"x\" {\n  actions  = [«\"no-op\"»]\n  decision = \"block\"\n}",
            "Unknown action"),
        Case(
            "rule \"x\" {\n  actions  = [«\"delte\"»]\n  decision = \"block\"\n}",
            "Unknown action", detail: "Did you mean \"delete\"?"),
        Case(
            "rule \"x\" {\n  categories = [«\"database\"»]\n  severities = [«\"hihg\"»]\n"
                + "  actors     = [«\"agents\"»]\n  decision   = «\"blok\"»\n}",
            "Invalid value for \"categories\"", "Invalid value for \"severities\"",
            "Invalid value for \"actors\"", "Invalid value for \"decision\"",
            detail: "Possible values are \"data\", "),
        Case(
            "rule \"x\" {\n  actions  = «\"delete\"»\n  decision = \"block\"\n}",
            "Inappropriate value for \"actions\"", detail: "[\"…\"]"),
        Case(
            "rule \"x\" {\n  types    = [«1», «true», «null»]\n  decision = \"block\"\n}",
            "Inappropriate value for \"types\"", "Inappropriate value for \"types\"",
            "Inappropriate value for \"types\""),
        Case(
            "rule \"x\" {\n  types    = «[]»\n  decision = \"block\"\n}",
            "Empty list for \"types\""),
        Case(
            "rule \"x\" {\n  types    = [«\"\"»]\n  decision = \"block\"\n}", "Empty pattern"),
        Case(
            "rule \"x\" {\n  addresses = [«\"a.b[0\"»]\n  decision  = \"block\"\n}",
            "Unclosed index"),
        Case(
            "rule \"x\" {\n  decision = \"block\"\n  reason   = «[\"a\"]»\n}",
            "Inappropriate value for \"reason\""),
        Case(
            "«rule \"x\"» {\n}", "Missing required argument",
            detail: "The argument \"decision\" is required"),
        Case(
            "rule \"x\" {\n  decision = \"block\"\n  environments = [«\"prodution\"», \"production\"]\n}",
            "Reference to an undefined environment", detail: "Did you mean \"production\"?"),
        Case(
            "rule \"x\" {\n  decision = \"block\"\n  «except» {\n  }\n}", "Empty except block"),
        // Labels.
        Case("«rule» {\n  decision = \"block\"\n}", "Missing name for rule"),
        Case(
            "rule \"x\" «\"y\"» {\n  decision = \"block\"\n}", "Extraneous label for rule"),
        Case(
            "rule «\"x y\"» {\n  decision = \"block\"\n}", "Invalid name for rule"),
        Case(
            "rule \"x\" {\n  decision = \"block\"\n}\nrule «\"x\"» {\n  decision = \"warn\"\n}",
            "Duplicate rule \"x\"", detail: "stands at tfguard.hcl line 1 already"),
        Case(
            "environment \"e\" {\n  match «\"x\"» {\n    workspace = [\"a\"]\n  }\n}",
            "Extraneous label for match"),
        // Limits.
        Case(
            "«limit \"l\"» {\n  decision = \"block\"\n}", "Missing required argument",
            detail: "max = 20"),
        Case(
            "limit \"l\" {\n  max      = «\"20\"»\n  percent  = «0»\n  floor    = «-1»\n"
                + "  decision = \"block\"\n}",
            "Inappropriate value for \"max\"", "Inappropriate value for \"percent\"",
            "Inappropriate value for \"floor\"", detail: "A whole number from 1 to 100"),
        Case(
            "limit \"l\" {\n  max      = «1.5»\n  decision = \"block\"\n}",
            "Inappropriate value for \"max\""),
        Case(
            "limit \"l\" {\n  max      = 3\n  «floor»    = 5\n  decision = \"block\"\n}",
            "Argument without effect"),
        // Environments.
        Case("«environment \"e\"» {\n}", "Environment that nothing matches"),
        Case("environment \"e\" {\n  «match» {\n  }\n}", "Empty match block"),
        Case(
            "environment \"e\" {\n  fallback = «\"true\"»\n}",
            "Inappropriate value for \"fallback\""),
        Case(
            "environment \"e\" {\n  match {\n    directory = [«\"../prod\"»]\n  }\n}",
            "Directory that nothing can match"),
        Case(
            "environment \"e\" {\n  match {\n    variable = «[\"a\"]»\n  }\n}",
            "Inappropriate value for \"variable\""),
        Case(
            "environment \"e\" {\n  match {\n    variable = { region = «\"eu\"» }\n  }\n}",
            "Inappropriate value for \"variable\""),
        // Overrides and exceptions.
        Case(
            "«override \"o\"» {\n  decision = \"allow\"\n  environments = [\"production\"]\n}",
            "Missing required argument", detail: "The argument \"rules\" is required"),
        Case(
            "«override \"o\"» {\n  rules    = [\"builtin:default/*\"]\n  decision = \"allow\"\n}",
            "Relaxation without a place"),
        Case(
            "override \"o\" {\n  rules     = [«\"builtin:default/unrelatd\"»]\n"
                + "  addresses = [\"a.b\"]\n  decision  = \"allow\"\n}",
            "Reference to an undefined rule",
            detail: "Did you mean \"builtin:default/unrelated\"?"),
        Case(
            "override \"o\" {\n  rules     = [«\"unrelated\"»]\n"
                + "  addresses = [\"a.b\"]\n  decision  = \"allow\"\n}",
            "Reference to an undefined rule", detail: "\"project/unrelated\""),
        Case(
            "override \"o\" {\n  rules     = [\"builtin:default/*\"]\n"
                + "  addresses = [\"a.b\"]\n  decision  = «\"block\"»\n}",
            "Relaxation without effect"),
        Case(
            "override \"o\" {\n  rules     = [\"builtin:default/*\"]\n"
                + "  addresses = [\"a.b\"]\n  decision  = \"allow\"\n  «until»     = \"2026-12-31\"\n}",
            "Unsupported argument"),
        Case(
            "«exception \"e\"» {\n  rules     = [\"builtin:default/*\"]\n"
                + "  addresses = [\"a.b\"]\n  decision  = \"allow\"\n}",
            "Missing required argument", detail: "The argument \"until\" is required"),
        Case(
            "exception \"e\" {\n  rules     = [\"builtin:default/*\"]\n"
                + "  addresses = [\"a.b\"]\n  decision  = \"allow\"\n  until     = «\"2026-02-30\"»\n}",
            "Invalid date"),
        // Windows.
        Case(
            "rule \"x\" {\n  during   = [«\"nigth\"»]\n  decision = \"block\"\n}\n"
                + "window \"night\" {\n  days     = [\"mon\"]\n  timezone = \"UTC\"\n}",
            "Reference to an undefined window", detail: "Did you mean \"night\"?"),
        Case(
            "«window \"w\"» {\n  timezone = \"UTC\"\n}", "Window that is always open"),
        Case(
            "«window \"w\"» {\n  from     = \"10:00\"\n  timezone = \"UTC\"\n}",
            "Missing required argument", detail: "belong together"),
        Case(
            "window \"w\" {\n  from     = \"10:00\"\n  to       = «\"10:00\"»\n"
                + "  timezone = \"UTC\"\n}",
            "Window that is never open"),
        Case(
            "window \"w\" {\n  from     = «\"24:00\"»\n  to       = «\"8:00\"»\n"
                + "  timezone = \"UTC\"\n}",
            "Invalid time", "Invalid time"),
        Case("«window \"w\"» {\n  days = [\"mon\"]\n}", "Missing required argument"),
        Case(
            "window \"w\" {\n  days     = [«\"monday\"»]\n  dates    = [«\"2026-02-30\"», "
                + "«\"2026-02-03/2026-02-01\"»]\n  timezone = «\"../../etc/passwd\"»\n}",
            "Invalid value for \"days\"", "Invalid date", "Invalid date", "Invalid time zone"),
        Case(
            "window \"w\" {\n  days     = [\"mon\"]\n  timezone = «\"/Europe/Berlin\"»\n}",
            "Invalid time zone"),
        // Conditions.
        Case(
            "rule \"x\" {\n  when     = «chnage».before.a == change.«befor».a\n"
                + "  decision = \"block\"\n}",
            "Unknown variable", "Unsupported attribute", detail: "Did you mean \"before\"?"),
        Case(
            "rule \"x\" {\n  when     = alltrue([for x in change.before.a : «startwith»(x, «y»)])\n"
                + "  decision = \"block\"\n}",
            "Unknown function", "Unknown variable", detail: "\"startswith\""),
        // Resources.
        Case("«resource \"acme_vault\"» {\n}", "Empty resource block"),
        Case(
            "resource \"acme_vault\" {\n  category = «\"dta\"»\n  severity = «\"urgent\"»\n}",
            "Invalid value for \"category\"", "Invalid value for \"severity\"",
            detail: "Did you mean \"data\"?"),
        Case(
            "resource \"acme_vault\" {\n  identity     = [«\"a..b\"»]\n"
                + "  protected_by = { days = «\">=many\"» }\n  disarmed_by  = { days = «[1]» }\n}",
            "Invalid attribute path", "Comparison without a number",
            "Inappropriate value for \"disarmed_by\""),
        Case(
            "resource \"acme_vault\" {\n  protected_by = { a = true, «a» = false }\n}",
            "Duplicate key"),
    ]

    @Test(arguments: cases)
    func `an error points at what is wrong`(example: Case) throws {
        let source = example.source
        let (policy, diagnostics) = readPolicy(
            [
                GuardCoreTests.source(source.text),
                GuardCoreTests.source(unrelatedRule, layer: .builtin),
            ],
            catalogs: [:])
        #expect(policy == nil)
        let sorted = diagnostics.sorted { ($0.range?.start ?? 0) < ($1.range?.start ?? 0) }
        #expect(sorted.map(\.summary) == example.expected)
        #expect(
            sorted.map { source.text(of: ($0.range?.start ?? 0)..<($0.range?.end ?? 0)) }
                == source.ranges.map(source.text(of:)))
        if let detail = example.detail {
            #expect(
                diagnostics.contains { $0.detail.contains(detail) },
                "\(diagnostics.map(\.detail))")
        }
    }

    @Test func `a layer set without any rule is an error`() {
        let (policy, diagnostics) = readPolicy(
            [source("environment \"production\" {\n  fallback = true\n}")], catalogs: [:])
        #expect(policy == nil)
        #expect(diagnostics.map(\.summary) == ["No rules"])
    }

    @Test func `an error of syntax is not followed by its consequences`() {
        let (policy, diagnostics) = readPolicy(
            [
                source("environment \"staging\" {"),
                source(
                    "rule \"x\" {\n  environments = [\"staging\"]\n  decision = \"block\"\n}",
                    layer: .system),
            ],
            catalogs: [:])
        #expect(policy == nil)
        #expect(diagnostics.count == 1)
    }

    @Test func `a label may stand once in a layer and again in another`() throws {
        let rule = "rule \"x\" {\n  decision = \"warn\"\n}"
        let layers: [PolicyLayer] = [.system, .project, .flag, .builtin]
        #expect(try policy(layers.map { source(rule, layer: $0) }).rules.count == 4)
        let (both, diagnostics) = readPolicy(
            [source(rule), source(rule, name: "../tfguard.hcl")], catalogs: [:])
        #expect(both == nil)
        #expect(diagnostics.map(\.summary) == ["Duplicate rule \"x\""])
    }

    @Test func `what relaxes a rule above it is told so`() {
        let rule = "rule \"r\" {\n  decision = \"block\"\n}\n"
        func override(_ name: String) -> String {
            "override \"o\" {\n  rules     = [\"\(name)\"]\n  addresses = [\"a.b\"]\n"
                + "  decision  = \"allow\"\n}"
        }
        for (far, name) in [
            (source(rule, layer: .system), "system/r"), (source(rule, layer: .flag), "flag/r"),
            (source(rule, name: "../tfguard.hcl", distance: 1), "project/r"),
        ] {
            let (policy, diagnostics) = readPolicy([source(override(name)), far], catalogs: [:])
            #expect(policy == nil)
            #expect(diagnostics.map(\.summary) == ["Rule out of reach"])
        }
        let flag = source(
            rule + override("flag/r"), layer: .flag)
        let (policy, diagnostics) = readPolicy([flag], catalogs: [:])
        #expect(policy == nil)
        #expect(diagnostics.map(\.summary) == ["A -policy file can only tighten"])
    }

    @Test func `a directory of the system's policy is absolute`() {
        let text = "environment \"e\" {\n  match {\n    directory = [\"live/**\"]\n  }\n}"
        let (policy, diagnostics) = readPolicy(
            [source(text, layer: .system), source(unrelatedRule)], catalogs: [:])
        #expect(policy == nil)
        #expect(diagnostics.map(\.summary) == ["Directory that nothing can match"])
    }

    @Test func `errors read as Terraform's do`() {
        let (_, diagnostics) = readPolicy(
            [
                source(
                    """
                    rule "no-destroy" {
                      actions = ["delete", "replce"]
                      decison = "block"
                    }
                    """)
            ], catalogs: [:])
        let text = DiagnosticRenderer(style: .plain).render(diagnostics)
        #expect(
            text == """
                ╷
                │ Error: Unknown action
                │
                │   on tfguard.hcl line 2, in rule "no-destroy":
                │    2:   actions = ["delete", "replce"]
                │                              ^^^^^^^^
                │
                │ There is no action "replce". Did you mean "replace"?
                ╵
                ╷
                │ Error: Unsupported argument
                │
                │   on tfguard.hcl line 3, in rule "no-destroy":
                │    3:   decison = "block"
                │         ^^^^^^^
                │
                │ A rule has no argument "decison". Did you mean "decision"?
                ╵

                """, "\(text)")
    }
}
