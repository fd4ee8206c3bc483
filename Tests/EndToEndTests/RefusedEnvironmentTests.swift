import TestSupport
import Testing

/// Variables that put another program, or another provider, in the place of what was judged.
@Suite(.requires(.terraform)) struct RefusedEnvironmentTests {
    @Test(arguments: [
        ["TF_REATTACH_PROVIDERS": "{}"], ["LD_PRELOAD": "/nowhere/x.so"],
        ["LD_AUDIT": "/nowhere/x.so"], ["TF_STACKS_PLUGIN_DEV_OVERRIDE": "/nowhere/x"],
        ["TF_CLOUD_PLUGIN_DEV_OVERRIDE": "/nowhere/x"],
        ["TF_LOG": "trace", "TF_LOG_PATH": "tfguard.hcl"],
    ])
    func `with such a variable nothing is applied`(variables: [String: String]) throws {
        let project = try TerraformProject()
        let policy = project.read("tfguard.hcl")
        let result = try project.tfguard(
            ["terraform", "apply", "-auto-approve"], setting: variables)
        #expect(result.status == .exited(64), "\(result)")
        for name in variables.keys where name != "TF_LOG" {
            #expect(result.errors.contains(name), "\(result)")
        }
        #expect(try project.state() == [])
        #expect(project.read("tfguard.hcl") == policy)
    }

    @Test(arguments: [true, false])
    func `nor with a provider that somebody develops`(isNamed: Bool) throws {
        let project = try TerraformProject()
        let file = isNamed ? "settings" : "home/.terraformrc"
        try project.base.write(
            """
            provider_installation {
              dev_overrides {
                "hashicorp/aws" = "/nowhere"
              }
              direct {}
            }
            """, to: file)
        let result = try project.tfguard(
            ["terraform", "apply", "-auto-approve"],
            setting: ["TF_CLI_CONFIG_FILE": isNamed ? project.base.path(file) : nil])
        #expect(result.status == .exited(64), "\(result)")
        #expect(result.errors.contains("overrides"), "\(result)")
        #expect(try project.state() == [])
    }

    @Test(arguments: [
        // In every file that terraform reads, of both syntaxes.
        ("home/.terraform.d/x.tfrc.json", "{\"provider_installation\": {\"dev_overrides\": {}}}"),
        ("home/.terraform.d/x.tfrc", "provider_installation {\n  dev_overrides {}\n}\n"),
        // Spelled so that nobody finds it.
        ("home/.terraformrc", "provider_installation {\n  \"dev\\u005foverrides\" = {}\n}\n"),
        (
            "home/.terraform.d/x.tfrc.json",
            "{\"provider_installation\": {\"dev\\u005foverrides\": {}}}"
        ),
    ])
    func `overrides are found wherever and however they are written`(
        file: String, text: String
    ) throws {
        let project = try TerraformProject()
        try project.base.write(text, to: file)
        let result = try project.tfguard(
            ["terraform", "apply", "-auto-approve"], setting: ["TF_CLI_CONFIG_FILE": nil])
        #expect(result.status == .exited(64), "\(result)")
        #expect(result.errors.contains("overrides"), "\(result)")
        #expect(try project.state() == [])
    }

    @Test(arguments: [
        ("-dev-overrides", "staging", 3), ("-dev-overrides", "production", 5),
        ("-policy=tfguard.hcl", "staging", 64),
    ])
    func `a provider under development is let in by its flag, and asked about`(
        flag: String, environment: String, status: Int32
    ) throws {
        let project = try TerraformProject(module: "live/\(environment)")
        try project.base.write(
            "provider_installation {\n  dev_overrides {}\n  direct {}\n}\n", to: "settings")
        let result = try project.tfguard(
            [flag, "terraform", "apply", "-auto-approve"],
            setting: ["TF_CLI_CONFIG_FILE": project.base.path("settings")])
        #expect(result.status == .exited(status), "\(result)")
        #expect(result.errors.contains("dev-overrides"), "\(result)")
        #expect(try project.state() == [])
    }
}
