import Foundation
import TestSupport
import Testing

@testable import GuardCore

/// What an agent or a pipeline may not do alone, a second person signs for.
@Suite(.requires(.terraform, .sshKeygen, .root)) struct ApprovalTests {
    @Test func `an approved plan is applied, once, by the agent that asked for it`() throws {
        let site = try ApprovedProject()
        try site.approve(site.request())
        let result = try site.apply()
        #expect(result.status == .exited(0), "\(result)")
        #expect(plainText(result.errors).contains("Approved by grace@example.com: OPS-123"))
        #expect(try site.project.state() == [])
    }

    @Test func `a refused run says what to hand on, and to whom`() throws {
        let site = try ApprovedProject()
        let result = try site.project.tfguard(
            ["terraform", "destroy", "-auto-approve"], setting: ["CLAUDECODE": "1"])
        #expect(result.status == .exited(4), "\(result)")
        let text = plainText(result.errors)
        let request = site.project.path("tfguard-request.json")
        #expect(text.contains("tfguard approve \(request) -reason=\"…\""), "\(result)")
        #expect(text.contains("-approval=\(request).approval terraform apply /"), "\(result)")
        #expect(text.contains("courses-main"))
        #expect(try site.project.state() == ["terraform_data.courses"])
        let mode = try FileManager.default.attributesOfItem(atPath: request)[.posixPermissions]
        #expect(mode as? Int == 0o600)
    }

    @Test func `the plan of a refused run is kept for its approval, and nobody else may read it`()
        throws
    {
        let site = try ApprovedProject()
        let refused = try site.project.tfguard(
            ["terraform", "destroy", "-auto-approve"], setting: ["CLAUDECODE": "1"])
        let words = plainText(refused.errors).split(whereSeparator: \.isWhitespace)
        let kept = String(try #require(words.last { $0.hasSuffix(".tfplan") }))
        let mode = try FileManager.default.attributesOfItem(atPath: kept)[.posixPermissions]
        #expect(mode as? Int == 0o600)
        let bytes = try #require(site.project.read("tfguard-request.json"))
        try site.approve(try #require(ApprovalRequest(bytes)))
        let result = try site.apply(plan: kept)
        #expect(result.status == .exited(0), "\(result)")
        #expect(try site.project.state() == [])
        try FileManager.default.removeItem(atPath: kept)
    }

    @Test func `a person at a terminal does not replace the second one`() throws {
        let site = try ApprovedProject()
        let terminal = try site.project.tfguardOnTerminal("terraform", "destroy")
        #expect(try terminal.waitForExit() == .exited(4), "\(terminal.screen)")
        #expect(!terminal.screen.contains("Type \""), "\(terminal.screen)")
        #expect(terminal.screen.contains("tfguard approve"), "\(terminal.screen)")
        #expect(try site.project.state() == ["terraform_data.courses"])
    }

    @Test(arguments: ["nowhere", "empty", "revoked"])
    func `a policy that anybody could have written does not take the second person away`(
        way: String
    ) throws {
        let site = try ApprovedProject()
        try site.project.write("", to: "empty")
        let block =
            way == "revoked" ? "revoked = \"/tmp/nowhere\"" : "signers = \"./\(way)\""
        try site.project.write("approvals {\n  \(block)\n}\n", to: "extra.hcl")
        let terminal = try site.project.tfguardOnTerminal(
            "-policy=extra.hcl", "terraform", "destroy")
        #expect(try terminal.waitForExit() == .exited(4), "\(terminal.screen)")
        #expect(!terminal.screen.contains("Type \""), "\(terminal.screen)")
        #expect(try site.project.state() == ["terraform_data.courses"])
    }

    /// What an attacker, or a mistake, makes of an approval; and what the refusal says of it.
    struct Flaw: CustomTestStringConvertible, Sendable {
        let name: String
        let words: String
        var namespace = "tfguard"
        var isStranger = false
        var change: @Sendable (inout ApprovalStatement) -> Void = { _ in }
        var testDescription: String { name }
    }

    static let flaws = [
        Flaw(name: "a stranger's key", words: "no list of signers has", isStranger: true),
        Flaw(name: "a signature under a commit", words: "another purpose", namespace: "git"),
        Flaw(name: "staging's", words: "given for staging") {
            $0.run.environments = ["staging"]
        },
        Flaw(name: "another state's", words: "another state") { $0.run.lineage = "x" },
        Flaw(name: "of an older state", words: "state has changed") { $0.run.serial = 0 },
        Flaw(name: "of other changes", words: "other changes") {
            $0.run.changes = String(repeating: "0", count: 64)
        },
        Flaw(name: "another plan file's", words: "another plan file") {
            $0.run.plan = String(repeating: "0", count: 64)
        },
        Flaw(name: "of another workspace", words: "another workspace") {
            $0.run.workspace = "other"
        },
        Flaw(name: "expired", words: "expired at") {
            $0.notBefore = Moment(secondsSinceEpoch: 1_000_000_000)
            $0.expires = Moment(secondsSinceEpoch: 1_000_000_600)
        },
        Flaw(name: "not valid yet", words: "not valid before") {
            $0.notBefore = Moment(secondsSinceEpoch: 4_000_000_000)
            $0.expires = Moment(secondsSinceEpoch: 4_000_000_600)
        },
        Flaw(name: "valid for ever", words: "longer than the 4h") {
            $0.expires = Moment(secondsSinceEpoch: 4_000_000_000)
        },
        Flaw(name: "for breaking the glass", words: "nothing is blocked") {
            $0.lifts = .breakGlass
        },
        Flaw(name: "under another policy", words: "another policy") { $0.run.policies = [] },
    ]

    @Test func `each approval that is not one of this run is refused with its own sentence`()
        throws
    {
        let site = try ApprovedProject()
        let request = try site.request()
        for (number, flaw) in Self.flaws.enumerated() {
            try site.approve(
                request, by: flaw.isStranger ? site.eve : site.grace, namespace: flaw.namespace,
                as: "\(number).approval",
                flaw.change)
        }
        // What a signature does not cover any more.
        try site.approve(request, as: "good.approval")
        let good = try #require(site.project.read("good.approval"))
        try site.project.write(
            bytes: Array(
                String(decoding: good, as: UTF8.self).replacing("OPS-123", with: "OPS-124").utf8),
            to: "changed.approval")
        try site.project.write("{}\n", to: "empty.approval")
        let files =
            Self.flaws.indices.map { "\($0).approval" }
            + ["changed.approval", "empty.approval", "missing.approval", "/dev/null"]
        let result = try site.apply(files)
        #expect(result.status == .exited(4), "\(result)")
        #expect(try site.project.state() == ["terraform_data.courses"])
        let text = plainText(result.errors).replacing("│ ", with: "").replacing("\n", with: " ")
        for (number, flaw) in Self.flaws.enumerated() {
            let start = try #require(text.range(of: "\(number).approval does not count"))
            let part = text[start.upperBound...].prefix(400)
            #expect(part.contains(flaw.words), "\(flaw.name): \(part)")
        }
        #expect(text.contains("does not stand"), "\(text)")
        #expect(text.contains("not what tfguard approve writes"), "\(text)")
    }

    @Test func `an approval counts once`() throws {
        let site = try ApprovedProject()
        try site.approve(site.request())
        // A terraform whose apply fails before it has changed anything.
        let real = try Requirement.terraform.path()
        try site.project.base.writeProgram(
            "#!/bin/sh\n[ \"$1\" = apply ] && exit 1\nexec \(real) \"$@\"\n",
            to: "failing/terraform")
        let terraform = site.project.base.path("failing/terraform")
        let arguments = ["-approval=a.approval", terraform, "apply", "d.tfplan"]
        let first = try site.project.tfguard(arguments, setting: ["CLAUDECODE": "1"])
        #expect(first.status == .exited(1), "\(first)")
        #expect(plainText(first.errors).contains("Approved by"), "\(first)")
        let again = try site.apply()
        #expect(again.status == .exited(4), "\(again)")
        #expect(plainText(again.errors).contains("used already"), "\(again)")
        #expect(try site.project.state() == ["terraform_data.courses"])
    }

    @Test func `the record remembers a used approval when the machine has forgotten it`() throws {
        let site = try ApprovedProject()
        let nonce = ApprovedProject.nonce()
        try site.approve(site.request()) { $0.nonce = nonce }
        let real = try Requirement.terraform.path()
        try site.project.base.writeProgram(
            "#!/bin/sh\n[ \"$1\" = apply ] && exit 1\nexec \(real) \"$@\"\n",
            to: "failing/terraform")
        let terraform = site.project.base.path("failing/terraform")
        let first = try site.project.tfguard(
            ["-approval=a.approval", terraform, "apply", "d.tfplan"], setting: ["CLAUDECODE": "1"])
        #expect(plainText(first.errors).contains("Approved by"), "\(first)")
        // As a restart leaves it.
        let folder = "tfguard-\(geteuid())-used-approvals"
        var forgotten = 0
        for base in ["/run/user/\(geteuid())", "/dev/shm", "/tmp"] {
            let names = try? FileManager.default.contentsOfDirectory(atPath: "\(base)/\(folder)")
            for name in names ?? [] where name.hasPrefix(nonce) {
                try FileManager.default.removeItem(atPath: "\(base)/\(folder)/\(name)")
                forgotten += 1
            }
        }
        #expect(forgotten == 1)
        let again = try site.apply()
        #expect(again.status == .exited(4), "\(again)")
        #expect(plainText(again.errors).contains("used already"), "\(again)")
        #expect(try site.project.state() == ["terraform_data.courses"])
    }

    @Test func `a configuration that changed since is not approved by it`() throws {
        let site = try ApprovedProject(approvals: "touch = false\n  replan = true")
        try site.approve(site.request())
        try site.project.write("# empty\noutput \"x\" {\n  value = 1\n}\n", to: "main.tf")
        try site.project.prepare("plan", "-destroy", "-out=d.tfplan")
        let result = try site.apply()
        #expect(result.status == .exited(4), "\(result)")
        #expect(plainText(result.errors).contains("other changes"), "\(result)")
        #expect(try site.project.state() == ["terraform_data.courses"])
    }

    @Test func `another plan with the same changes is approved only where the policy says replan`()
        throws
    {
        let strict = try ApprovedProject()
        try strict.approve(strict.request())
        try strict.planAgain()
        let refused = try strict.apply()
        #expect(refused.status == .exited(4), "\(refused)")
        #expect(plainText(refused.errors).contains("another plan file"), "\(refused)")

        let lenient = try ApprovedProject(approvals: "touch = false\n  replan = true")
        try lenient.approve(lenient.request())
        try lenient.planAgain()
        let result = try lenient.apply()
        #expect(result.status == .exited(0), "\(result)")
        #expect(try lenient.project.state() == [])
    }

    @Test(.requires(.python)) func `an agent's request needs a hardware key that was touched`()
        throws
    {
        let site = try ApprovedProject(approvals: "")
        let touched = try SigningKey(token: "grace", flags: 1)
        let untouched = try SigningKey(token: "grace", flags: 0)
        try site.project.base.write(
            site.grace.entry(for: "soft@example.com") + touched.entry(for: "grace@example.com"),
            to: "signers")
        let request = try site.request()
        try site.approve(request, by: site.grace, as: "soft.approval")
        try site.approve(request, by: untouched, as: "untouched.approval")
        let refused = try site.apply(["soft.approval", "untouched.approval"])
        #expect(refused.status == .exited(4), "\(refused)")
        #expect(plainText(refused.errors).contains("Nobody touched"), "\(refused)")
        #expect(plainText(refused.errors).contains("hardware key is needed"), "\(refused)")
        try site.approve(request, by: touched)
        let result = try site.apply()
        #expect(result.status == .exited(0), "\(result)")
    }

    @Test func `two of three are two people`() throws {
        let site = try ApprovedProject(approvals: "touch = false\n  count = 2")
        let joan = try SigningKey(named: "joan", in: site.project.base)
        try site.project.base.write(
            site.grace.entry(for: "grace@example.com") + site.eve.entry(for: "grace@example.com")
                + joan.entry(for: "joan@example.com"), to: "signers")
        let request = try site.request()
        try site.approve(request, as: "1.approval")
        try site.approve(request, by: site.eve, as: "2.approval")
        try site.approve(request, by: joan, as: "3.approval")
        let one = try site.apply(["1.approval", "2.approval"])
        #expect(one.status == .exited(4), "\(one)")
        #expect(plainText(one.errors).contains("has approved it already"), "\(one)")
        let two = try site.apply(["1.approval", "3.approval"])
        #expect(two.status == .exited(0), "\(two)")
    }

    @Test func `a key of the applier's own agent does not count`() throws {
        let site = try ApprovedProject()
        try site.approve(site.request())
        let agent = try SSHAgent(holding: try #require(site.grace.path), in: site.project.base)
        defer { agent.end() }
        let result = try site.apply(setting: ["CLAUDECODE": "1", "SSH_AUTH_SOCK": agent.socket])
        #expect(result.status == .exited(4), "\(result)")
        #expect(plainText(result.errors).contains("agent of their own"), "\(result)")
    }

    @Test func `a revoked key does not count`() throws {
        let site = try ApprovedProject()
        let revoked = site.project.base.path("revoked")
        let policy = try #require(site.project.read("tfguard.hcl"))
        try site.project.base.write(site.grace.publicLine + "\n", to: "revoked")
        try site.project.write(
            String(decoding: policy, as: UTF8.self).replacing(
                "touch = false", with: "touch = false\n  revoked = \"\(revoked)\""),
            to: "tfguard.hcl")
        try site.approve(site.request())
        let result = try site.apply()
        #expect(result.status == .exited(4), "\(result)")
        #expect(plainText(result.errors).contains("does not stand"), "\(result)")
    }

    @Test(arguments: ["ada@example.com,grace@example.com ", "* ", "no namespace"])
    func `a list of signers with an entry that means anybody approves nothing`(fault: String) throws
    {
        let site = try ApprovedProject()
        try site.approve(site.request())
        let entry =
            fault == "no namespace"
            ? "grace@example.com \(site.grace.publicLine)\n"
            : site.grace.entry(for: fault.trimmingCharacters(in: .whitespaces))
        try site.project.base.write(entry, to: "signers")
        let result = try site.apply()
        #expect(result.status == .exited(78), "\(result)")
        #expect(try site.project.state() == ["terraform_data.courses"])
    }

    @Test func `an ssh-keygen earlier on PATH is not asked`() throws {
        let site = try ApprovedProject()
        try site.project.base.makeFolder("bin")
        try site.project.base.writeProgram("#!/bin/sh\nexit 0\n", to: "bin/ssh-keygen")
        try site.approve(site.request(), by: site.eve)
        let path =
            site.project.base.path("bin") + ":" + (site.project.environment.variables["PATH"] ?? "")
        let result = try site.apply(setting: ["CLAUDECODE": "1", "PATH": path])
        #expect(result.status == .exited(4), "\(result)")
        #expect(try site.project.state() == ["terraform_data.courses"])
    }

    @Test(arguments: ["writable by others", "a link from elsewhere", "an unanchored policy"])
    func `signers that others than root could have chosen are enough to confirm, no more`(
        way: String
    ) throws {
        let site = try ApprovedProject(isAnchored: way != "an unanchored policy")
        switch way {
        case "writable by others":
            #expect(chmod(site.signers, 0o666) == 0)
        case "a link from elsewhere":
            let other = try TemporaryDirectory()
            try other.write(site.grace.entry(for: "grace@example.com"), to: "signers")
            try FileManager.default.removeItem(atPath: site.signers)
            try FileManager.default.createSymbolicLink(
                atPath: site.signers, withDestinationPath: other.path("signers"))
            // As long as the link leads somewhere.
            defer { withExtendedLifetime(other) {} }
            try expectNotEnough(site)
            return
        default: break
        }
        try expectNotEnough(site)
    }

    private func expectNotEnough(_ site: ApprovedProject) throws {
        try site.project.prepare("plan", "-destroy", "-out=d.tfplan")
        let asked = try site.project.tfguard(
            ["request", "d.tfplan"], setting: ["CLAUDECODE": nil])
        let bytes = site.project.read("tfguard-request.json")
        guard let bytes, let request = ApprovalRequest(bytes) else {
            // Without anchored signers a machine is blocked, and there is nothing to sign.
            #expect(asked.status == .exited(5), "\(asked)")
            return
        }
        try site.approve(request)
        let result = try site.apply()
        #expect(result.status != .exited(0), "\(result)")
        #expect(try site.project.state() == ["terraform_data.courses"])
    }

    @Test func `through the shim, approvals come from the environment`() throws {
        let site = try ApprovedProject()
        try site.approve(site.request())
        let result = try site.project.tfguard(
            ["terraform", "apply", "d.tfplan"],
            setting: ["CLAUDECODE": "1", "TFGUARD_APPROVALS": "none.approval:a.approval"])
        #expect(result.status == .exited(0), "\(result)")
    }
}
