import Testing

@testable import GuardCLI

/// tfguard's own command line.
@Suite struct InvocationTests {
    private func terraform(
        _ arguments: [String]
    ) throws -> (GuardOptions, Program, [String])? {
        guard case .terraform(let options, let program, let rest) = try Invocation(arguments) else {
            return nil
        }
        return (options, program, rest)
    }

    @Test(
        arguments: [
            (["tfguard", "terraform", "apply"], Program.named("terraform"), ["apply"]),
            (["tfguard", "tofu", "destroy"], .named("tofu"), ["destroy"]),
            (["tfguard", "terraform1.5.7", "plan"], .named("terraform1.5.7"), ["plan"]),
            (
                ["tfguard", "./bin/terraform", "-chdir=x", "apply"], .path("./bin/terraform"),
                ["-chdir=x", "apply"]
            ),
            (["tfguard", "apply", "p"], .named("terraform"), ["apply", "p"]),
            (["tfguard", "-chdir=x", "apply"], .named("terraform"), ["-chdir=x", "apply"]),
            (["tfguard", "terraformx", "apply"], .named("terraform"), ["terraformx", "apply"]),
            (["/usr/bin/terraform", "check"], .named("terraform"), ["check"]),
            (["tofu", "-version"], .named("tofu"), ["-version"]),
            (["terraform", "demo"], .named("terraform"), ["demo"]),
        ] as [([String], Program, [String])])
    func `prefix, short form and shim all lead to terraform`(
        arguments: [String], program: Program, rest: [String]
    ) throws {
        let found = try #require(try terraform(arguments))
        #expect(found.1 == program)
        #expect(found.2 == rest)
    }

    @Test(arguments: [
        ["tfguard", "-policy=a.hcl", "apply"], ["tfguard", "-policy", "a.hcl", "apply"],
        ["tfguard", "--policy=a.hcl", "apply"],
        ["tfguard", "--policy", "a.hcl", "terraform", "apply"],
    ])
    func `a policy may be added before the subcommand`(arguments: [String]) throws {
        let found = try #require(try terraform(arguments))
        #expect(found.0.policies == ["a.hcl"])
        #expect(found.2 == ["apply"])
    }

    @Test(arguments: [
        ["tfguard", "request"], ["tfguard", "help", "chekc"],
        ["tfguard", "approve"], ["tfguard", "pin", "-until=soon"], ["tfguard", "shim"],
        ["tfguard", "shim", "instal"], ["tfguard", "shim", "install", "-x"],
        ["tfguard", "shim", "install", ""], ["tfguard", "shim", "install", "a", "b"],
        ["tfguard", "shim", "status", "a"], ["tfguard", "with"], ["tfguard", "with", ""],
        ["tfguard", "with", "-x", "make"], ["tfguard", "-policy=x", "with", "make"],
        ["tfguard", "-polcy=x", "apply"], ["tfguard", "-policy"], ["tfguard", "check"],
        ["tfguard", "check", "-format=xml", "p"], ["tfguard", "check", "-fail-on=never", "p"],
        ["tfguard", "check", "-", "-"], ["tfguard", "check", "-unknown", "p"],
        ["tfguard", "demo", "x"], ["tfguard", "-policy=x", "check", "p"],
    ])
    func `what cannot be meant is refused`(arguments: [String]) {
        #expect(throws: Refusal.self) { try Invocation(arguments) }
    }

    @Test func `check takes its flags before and after the plans`() throws {
        guard
            case .check(let options) = try Invocation(
                ["tfguard", "check", "-format=json", "a", "-fail-on", "block", "-", "-chdir=x"])
        else {
            Issue.record("not understood as check")
            return
        }
        #expect(options.format == .json)
        #expect(options.failsOn == .block)
        #expect(options.plans == ["a", "-"])
        #expect(options.chdir == "x")
    }

    @Test(
        arguments: [
            (["install"], .install(in: nil)), (["install", "bin"], .install(in: "bin")),
            (["status"], .status), (["remove"], .remove(from: nil)),
            (["remove", "/x y"], .remove(from: "/x y")),
        ] as [([String], ShimAction)])
    func `shim takes an action and a folder`(arguments: [String], action: ShimAction) throws {
        guard case .shim(let found) = try Invocation(["tfguard", "shim"] + arguments) else {
            Issue.record("not understood as shim")
            return
        }
        #expect(found == action)
    }

    @Test func `what follows with is another program's`() throws {
        guard case .with(let words) = try Invocation(["tfguard", "with", "make", "-policy=x", ""])
        else {
            Issue.record("not understood as with")
            return
        }
        #expect(words == ["make", "-policy=x", ""])
    }
}
