import Foundation
import TestSupport
import Testing

/// What a plan holds in clear stays in the process: not one of many planted secrets gets out.
///
/// Every place of a plan that can hold one has one of its own, so that a failure says which.
@Suite struct SecretTests {
    private static let folders = [
        "variable", "variable-nested", "provider", "before", "after", "before-whole", "nested",
        "output", "prior", "planned", "config", "identity", "import", "drift", "deferred", "action",
        "replaced", "unmasked",
    ]

    /// A plan with a secret in every place, each of which begins with the same word.
    private static let plan = """
        {"format_version":"1.2","terraform_version":"1.11.4",
        "variables":{"password":{"value":"s3cr3t-variable"},
        "all":{"value":{"a":[{"b":"s3cr3t-variable-nested"}]}}},
        "planned_values":{"root_module":{"resources":[{"address":"aws_db_instance.a",
        "mode":"managed","type":"aws_db_instance","name":"a","values":{"password":"s3cr3t-planned"},
        "sensitive_values":{"password":true}}]}},
        "resource_drift":[{"address":"aws_db_instance.d","mode":"managed","type":"aws_db_instance",
        "name":"d","provider_name":"registry.terraform.io/hashicorp/aws","change":{
        "actions":["delete"],"before":{"id":"d","password":"s3cr3t-drift"},"after":null,
        "after_unknown":{},"before_sensitive":{"password":true},"after_sensitive":false}}],
        "resource_changes":[{"address":"aws_db_instance.a","mode":"managed",
        "type":"aws_db_instance","name":"a","provider_name":"registry.terraform.io/hashicorp/aws",
        "change":{"actions":["delete","create"],
        "before":{"id":"s3cr3t-identity","identifier":"s3cr3t-identity","password":"s3cr3t-before",
        "engine":{"key":"s3cr3t-nested"},"token":"s3cr3t-replaced"},
        "after":{"password":"s3cr3t-after","engine":{"key":"s3cr3t-nested"},
        "token":"s3cr3t-replaced"},
        "after_unknown":{"id":true},
        "before_sensitive":{"id":true,"identifier":true,"password":true,"engine":{"key":true}},
        "after_sensitive":{"password":true,"engine":{"key":true},"token":true},
        "replace_paths":[["password"],["engine"],["engine","key"],["token"]]}},
        {"address":"aws_db_instance.b","mode":"managed","type":"aws_db_instance","name":"b",
        "provider_name":"registry.terraform.io/hashicorp/aws","change":{"actions":["delete"],
        "before":{"id":"s3cr3t-before-whole","identifier":"s3cr3t-before-whole"},"after":null,
        "after_unknown":{},"before_sensitive":true,"after_sensitive":false}},
        {"address":"aws_db_instance.c","mode":"managed","type":"aws_db_instance","name":"c",
        "provider_name":"registry.terraform.io/hashicorp/aws","change":{
        "actions":["create","delete"],"before":{"id":"c","engine":"s3cr3t-unmasked"},
        "after":{"engine":"s3cr3t-unmasked-too"},"replace_paths":[["engine"]]}},
        {"address":"aws_s3_bucket.i","mode":"managed","type":"aws_s3_bucket","name":"i",
        "provider_name":"registry.terraform.io/hashicorp/aws","change":{"actions":["no-op"],
        "before":{"bucket":"x"},"after":{"bucket":"x"},"after_unknown":{},"before_sensitive":{},
        "after_sensitive":{},"importing":{"id":"s3cr3t-import"}}}],
        "deferred_changes":[{"reason":"unknown","resource_change":{"address":"aws_db_instance.e",
        "mode":"managed","type":"aws_db_instance","name":"e",
        "provider_name":"registry.terraform.io/hashicorp/aws","change":{"actions":["delete"],
        "before":{"password":"s3cr3t-deferred"},"after":null,"before_sensitive":{"password":true},
        "after_sensitive":false}}}],
        "action_invocations":[{"address":"action.aws_lambda_invoke.f","type":"aws_lambda_invoke",
        "name":"f","config_values":{"payload":"s3cr3t-action"},"config_sensitive":{"payload":true},
        "provider_name":"registry.terraform.io/hashicorp/aws"}],
        "output_changes":{"token":{"actions":["update"],"before":"s3cr3t-output",
        "after":"s3cr3t-output","after_unknown":false,"before_sensitive":true,
        "after_sensitive":true}},
        "prior_state":{"format_version":"1.0","terraform_version":"1.11.4","values":{"root_module":{
        "resources":[{"address":"aws_db_instance.a","mode":"managed","type":"aws_db_instance",
        "name":"a","values":{"password":"s3cr3t-prior"},"sensitive_values":{"password":true}}]}}},
        "configuration":{"provider_config":{"aws":{"name":"aws","expressions":{
        "secret_key":{"constant_value":"s3cr3t-provider"}}}},"root_module":{"resources":[{
        "address":"aws_db_instance.a","mode":"managed","type":"aws_db_instance","name":"a",
        "provisioners":[{"type":"local-exec","expressions":{"command":{
        "constant_value":"echo s3cr3t-config"}}}],"expressions":{"password":{
        "constant_value":"s3cr3t-config"}}}]}}}

        """

    /// Asks about it in every way there is, and expects the word in none of the answers.
    private func expectNone(
        of word: String, about plan: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let folder = try TemporaryDirectory()
        try folder.write(plan, to: "it.json")
        try folder.write(
            """
            rule "by-value" {
              actions  = ["delete", "replace"]
              decision = "block"
              reason   = "It is asked for here."
              when     = change.before.password != "x" && var.password != "y"
            }
            """, to: "tfguard.hcl")
        let formats = ["text", "json", "markdown", "github", "gitlab", "sarif", "junit"]
        var runs = formats.map { ["check", "-format=\($0)", "it.json"] }
        runs += [["check", "-format=json", "it.json", "it.json"], ["explain", "-plan=it.json"]]
        runs.append(["check", "it.json"] + formats.map { "-output=\($0)=report.\($0)" })
        for arguments in runs {
            let result = try run(
                ToolUnderTest.path(), arguments, environment: ChildEnvironment(home: folder.path),
                directory: folder.path)
            for text in [result.output, result.errors] {
                #expect(!text.contains(word), "\(result)", sourceLocation: sourceLocation)
            }
            #expect(!(result.output + result.errors).isEmpty)
        }
        for format in formats {
            let report = folder.read("report.\(format)").map { String(decoding: $0, as: UTF8.self) }
            #expect(report?.contains(word) != true, "\(format)", sourceLocation: sourceLocation)
        }
    }

    @Test func `no secret of a plan is in any output`() throws {
        // A plan without masks, as from Terraform before 0.15, has shown none either.
        for place in Self.folders { #expect(Self.plan.contains("s3cr3t-\(place)"), "\(place)") }
        try expectNone(of: "s3cr3t", about: Self.plan)
    }

    /// Faults in the midst of what is secret, each of which is told of by its place.
    @Test(arguments: [
        ("s3cr3t-before\"", "s3cr3t-before\u{1}\""), ("s3cr3t-before\"", "s3cr3t-before\\q\""),
        ("\"s3cr3t-after\"", "s3cr3t-after"), ("\"s3cr3t-variable\"", "5s3cr3t-variable"),
        ("\"s3cr3t-variable\"", "\"s3cr3t-variable\" \"s3cr3t-variable\""),
        ("\"value\":\"s3cr3t-variable\"", "\"value\":\"s3cr3t-variable\",\"value\":1"),
        ("\"s3cr3t-output\"", "\"s3cr3t-output"), ("\"s3cr3t-prior\"", "[\"s3cr3t-prior\"}"),
        ("\"s3cr3t-provider\"", "\"s3cr3t-provider\\ud800\""),
    ])
    func `no message about a broken plan quotes what is secret`(
        healthy: String, broken: String
    ) throws {
        let plan = Self.plan.replacingOccurrences(of: healthy, with: broken)
        #expect(plan != Self.plan)
        try expectNone(of: "s3cr3t", about: plan)
    }

    @Test func `no message about a plan that was cut off quotes what is secret`() throws {
        let end = try #require(Self.plan.range(of: "s3cr3t-identity\",\"pass")).upperBound
        try expectNone(of: "s3cr3t", about: String(Self.plan[..<end]))
    }

    #if os(Linux)
    /// What terraform is run as by tfguard, told by something in its place.
    @Test(.requires(.python))
    func `terraform may still leave a core file, as whoever called tfguard has it`() throws {
        let folder = try TemporaryDirectory()
        try folder.writeProgram(
            """
            #!\(try Requirement.python.path())
            import ctypes, resource
            # PR_GET_DUMPABLE of prctl(2).
            print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0), resource.getrlimit(resource.RLIMIT_CORE)[0])
            """, to: "bin/terraform")
        let command = "ulimit -S -c 7 && exec \"$0\" ./bin/terraform validate"
        let result = try run(
            "/bin/bash", ["-c", command, ToolUnderTest.path()],
            environment: ChildEnvironment(home: folder.path), directory: folder.path)
        #expect(result.output == "1 7168\n", "\(result)")
    }
    #endif
}
