import Foundation
import TestSupport
import Testing

/// `tfguard policy` and `tfguard explain`, as people type them.
@Suite struct PolicyCommandTests {
    private func tfguard(_ arguments: [String], in folder: TemporaryDirectory) throws
        -> ProcessResult
    {
        try run(
            ToolUnderTest.path(), arguments, environment: ChildEnvironment(home: folder.path),
            directory: folder.path)
    }

    @Test func `init writes a policy that check finds nothing wrong with, once`() throws {
        let folder = try TemporaryDirectory()
        try folder.makeFolder("live/prod")
        #expect(try tfguard(["policy", "check"], in: folder).output.contains("policy init"))
        let first = try tfguard(["policy", "init"], in: folder)
        #expect(first.status == .exited(0), "\(first)")
        let check = try tfguard(["policy", "check"], in: folder)
        #expect(check.status == .exited(0), "\(check)")
        #expect(check.output.contains("1 rule, 1 environment, no error."), "\(check)")
        let show = try tfguard(["policy", "show"], in: folder)
        #expect(show.output.contains("rule \"no-data-loss-in-production\""), "\(show)")
        #expect(show.output.contains("builtin:default"), "\(show)")
        #expect(try tfguard(["policy", "init"], in: folder).status == .exited(74))
    }

    @Test func `init writes a file that others can read, as far as the umask lets them`() throws {
        let folder = try TemporaryDirectory()
        for (mask, mode) in [("022", 0o644), ("027", 0o640)] {
            let result = try run(
                "/bin/sh",
                ["-c", "umask \(mask) && exec \"$0\" policy init", ToolUnderTest.path()],
                environment: ChildEnvironment(home: folder.path), directory: folder.path)
            #expect(result.status == .exited(0), "\(result)")
            let path = folder.path("tfguard.hcl")
            let facts = try FileManager.default.attributesOfItem(atPath: path)
            #expect(facts[.posixPermissions] as? Int == mode)
            let check = try tfguard(["policy", "check"], in: folder)
            #expect(check.errors == "", "\(check)")
            try FileManager.default.removeItem(atPath: path)
        }
    }

    @Test func `check tells that nothing is stopped while a policy is only observed`() throws {
        let folder = try TemporaryDirectory()
        try folder.write("observe {\n  until = \"2231-12-01\"\n}\n", to: "tfguard.hcl")
        for arguments in [["policy", "check"], ["policy", "check", "tfguard.hcl"]] {
            let check = try tfguard(arguments, in: folder)
            #expect(check.status == .exited(0), "\(check)")
            let words = plainText(check.output).split(whereSeparator: \.isWhitespace)
                .joined(separator: " ")
            #expect(
                words.contains("1 observe block, no error. observe: until 2231-12-01"), "\(check)")
            #expect(words.contains("stop nothing"), "\(check)")
        }
        try folder.write("observe {\n  until = \"2021-12-01\"\n}\n", to: "tfguard.hcl")
        let ended = try tfguard(["policy", "check"], in: folder)
        #expect(!ended.output.contains("stop nothing"), "\(ended)")
    }

    @Test func `check refuses an error, and tells what is hardly meant`() throws {
        let folder = try TemporaryDirectory()
        try folder.write("ruel \"x\" {\n}\n", to: "wrong.hcl")
        let wrong = try tfguard(["policy", "check", "wrong.hcl"], in: folder)
        #expect(wrong.status == .exited(78))
        #expect(wrong.errors.contains("Did you mean \"rule\"?"), "\(wrong)")
        try folder.write(
            "rule \"r\" {\n  types    = [\"aws_db_instanc\"]\n  decision = \"block\"\n}\n",
            to: "odd.hcl")
        let odd = try tfguard(["policy", "check", "odd.hcl"], in: folder)
        #expect(odd.status == .exited(0))
        #expect(odd.errors.contains("Type that no catalog knows"), "\(odd)")
        #expect(odd.errors.contains("aws_db_instance"), "\(odd)")
    }

    @Test func `explain tells of each rule about one address`() throws {
        let folder = try TemporaryDirectory()
        let plan = folder.path("destroy.json")
        try FileManager.default.copyItem(
            atPath: Repository.path("policies/demo/destroy.json"), toPath: plan)
        let policy = Repository.path("policies/demo/tfguard.hcl")
        try FileManager.default.copyItem(atPath: policy, toPath: folder.path("tfguard.hcl"))
        let all = try tfguard(["explain", "-plan=\(plan)"], in: folder)
        #expect(all.status == .exited(0), "\(all)")
        #expect(all.output.contains("builtin:default/loss:"), "\(all)")
        #expect(all.output.contains("Together: confirm."), "\(all)")
        let address = "terraform_data.courses"
        let one = try tfguard(["explain", "-plan=\(plan)", address], in: folder)
        #expect(one.status == .exited(0), "\(one)")
        let words = one.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(words.contains("builtin:default/loss says confirm, for delete."), "\(one)")
        #expect(
            words.contains(
                "builtin:default/forgotten is not about it: actions: this is delete, and not forget."
            ), "\(one)")
        #expect(
            words.contains("is not about it: severities: this is critical, and not low."), "\(one)")
        let none = try tfguard(["explain", "-plan=\(plan)", "a.b"], in: folder)
        #expect(none.status == .exited(64), "\(none)")
        // Nothing was judged here, so there is nothing to tell from the record either.
        let bare = try tfguard(["explain"], in: folder)
        #expect(bare.status == .exited(1), "\(bare)")
        #expect(bare.errors.contains("Nothing has been recorded"), "\(bare)")
    }

    @Test func `a policy is tried in the place of the project's, and that is said`() throws {
        let folder = try TemporaryDirectory()
        let plan = folder.path("destroy.json")
        try FileManager.default.copyItem(
            atPath: Repository.path("policies/demo/destroy.json"), toPath: plan)
        try folder.write("rule \"r\" {\n  decision = \"block\"\n}\n", to: "tfguard.hcl")
        try folder.write("rule \"s\" {\n  decision = \"confirm\"\n}\n", to: "other.hcl")
        try folder.write("rule \"t\" {\n  decision = \"block\"\n}\n", to: "more.hcl")
        #expect(try tfguard(["check", plan], in: folder).status == .exited(5))
        let tried = try tfguard(["check", "-project-policy=other.hcl", plan], in: folder)
        #expect(tried.status == .exited(3), "\(tried)")
        #expect(tried.output.contains("policy-replaced"), "\(tried)")
        #expect(!tried.output.contains("(r "), "\(tried)")
        // What -policy adds tightens it as it would the project's own.
        let tightened = try tfguard(
            ["check", "-project-policy=other.hcl", "-policy=more.hcl", plan], in: folder)
        #expect(tightened.status == .exited(5), "\(tightened)")
        let explained = try tfguard(
            ["explain", "-plan=\(plan)", "-project-policy=other.hcl"], in: folder)
        #expect(explained.output.contains("project/s"), "\(explained)")
        #expect(explained.output.contains("policy-replaced"), "\(explained)")
        let both = try tfguard(
            ["check", "-project-policy=other.hcl", "-policy-ref=main", plan], in: folder)
        #expect(both.status == .exited(64), "\(both)")
        #expect(
            try tfguard(["-project-policy=other.hcl", "apply"], in: folder).status == .exited(64))
    }

    @Test func `catalog shows what is known of a type`() throws {
        let folder = try TemporaryDirectory()
        let known = try tfguard(["policy", "catalog", "aws_s3_bucket"], in: folder)
        #expect(known.status == .exited(0), "\(known)")
        #expect(known.output.hasPrefix("aws_s3_bucket: critical data\n"), "\(known)")
        #expect(known.output.contains("force_destroy"), "\(known)")
        let unknown = try tfguard(["policy", "catalog", "aws_s3_bukcet"], in: folder)
        #expect(unknown.status == .exited(64), "\(unknown)")
        #expect(unknown.errors.contains("Did you mean \"aws_s3_bucket\"?"), "\(unknown)")
        let part = try tfguard(["policy", "catalog", "db_snapshot"], in: folder)
        #expect(part.output.contains("aws_db_snapshot\n"), "\(part)")
        let all = try tfguard(["policy", "catalog"], in: folder)
        #expect(all.output.contains("  aws "), "\(all)")
        let two = try tfguard(["policy", "catalog", "a_b", "c_d"], in: folder)
        #expect(two.status == .exited(64), "\(two)")
    }

    @Test func `a policy is tried on the plans that were made before`() throws {
        let folder = try TemporaryDirectory()
        let rule = "rule \"r\" {\n  types    = [\"acme_db\"]\n  decision = \"block\"\n}\n"
        try folder.write(rule, to: "tfguard.hcl")
        func write(_ name: String, _ type: String, _ action: String, _ time: String) throws {
            let before = action == "create" ? "null" : "{}"
            let after = action == "create" ? "{}" : "null"
            let change =
                "{\"actions\":[\"\(action)\"],\"before\":\(before),\"after\":\(after),"
                + "\"after_unknown\":{},\"before_sensitive\":{},\"after_sensitive\":{}}"
            let row =
                "{\"address\":\"\(type).x\",\"mode\":\"managed\",\"type\":\"\(type)\","
                + "\"name\":\"x\",\"provider_name\":\"acme\",\"change\":\(change)}"
            let plan =
                "{\"format_version\":\"1.2\",\"planned_values\":{},\"configuration\":{},"
                + "\"resource_changes\":[\(row)],\"timestamp\":\"\(time)\"}"
            try folder.write(plan, to: "plans/\(name)")
        }
        try write("a.json", "acme_vm", "create", "2026-03-01T10:00:00Z")
        try write("b/b.json", "acme_vm", "delete", "2026-03-02T10:00:00Z")
        try write("c.json", "acme_db", "delete", "2026-03-03T10:00:00Z")
        try folder.write("no plan", to: "plans/README")
        try folder.write("{}", to: "plans/package.json")
        try folder.write("{\"resource\": {}}", to: "plans/main.tf.json")
        try folder.write("terraform {\n}\n", to: "plans/main.tf")
        try folder.write("{\"format_version\":\"1.2\",", to: "plans/torn.tfplan.json")
        let result = try tfguard(["check", "-history=plans"], in: folder)
        #expect(result.status == .exited(0), "\(result)")
        #expect(
            result.output == """
                3 plans: 1 pass, 1 ask, 1 stop (acme_db.x, 3 March 2026)
                1 more cannot be read, and is not judged.
                4 other files are no plans.
                  confirm  2 March 2026  plans/b/b.json  loss: acme_vm.x
                  block  3 March 2026  plans/c.json  r: acme_db.x

                """, "\(result)")
        #expect(try tfguard(["check", "-history=nowhere"], in: folder).status == .exited(74))
    }
}
