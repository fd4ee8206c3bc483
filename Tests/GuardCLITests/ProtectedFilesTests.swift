import Foundation
import GuardSystem
import TestSupport
import Testing

@testable import GuardCLI

/// What no flag and no variable may have written to, under whatever name.
@Suite struct ProtectedFilesTests {
    /// A module with a local backend that keeps its states under names of somebody's own.
    private func folder() throws -> TemporaryDirectory {
        let folder = try TemporaryDirectory()
        for (name, text) in [
            "stack/.terraform/terraform.tfstate": """
            {"version": 3, "backend": {"type": "local",
             "config": {"path": "states/main.json", "workspace_dir": "spaces"}}}
            """,
            "stack/states/main.json": "{}", "stack/spaces/other/terraform.tfstate": "{}",
            "stack/terraform.tfstate": "{}", "stack/note.txt": "a note\n",
            "stack/tfguard.hcl": "extends = [\"../shared/base.policy\"]\n",
            "shared/base.policy": "", "flag.policy": "extends = [\"flag-base.policy\"]\n",
            "flag-base.policy": "",
        ] { try folder.write(text, to: name) }
        let files = FileManager.default
        for (name, target) in [
            "to-state": "states/main.json", "to-nowhere": "later.tfstate", "to-link": "to-nowhere",
            "to-note": "note.txt",
        ] {
            try files.createSymbolicLink(
                atPath: folder.path("stack/\(name)"), withDestinationPath: target)
        }
        try files.linkItem(
            atPath: folder.path("stack/states/main.json"), toPath: folder.path("stack/second"))
        try files.linkItem(
            atPath: folder.path("stack/terraform.tfstate"), toPath: folder.path("stack/third"))
        try files.linkItem(
            atPath: folder.path("shared/base.policy"), toPath: folder.path("stack/fourth"))
        return folder
    }

    private func isRefused(_ name: String, in folder: TemporaryDirectory) throws -> Bool {
        let module = try RootModule(
            chdir: folder.path("stack"), environment: Environment(entries: []))
        let protected = ProtectedFiles(of: module, policies: [folder.path("flag.policy")])
        do throws(Refusal) {
            try protected.refuse(Array(name.utf8), of: "-out", relativeTo: module.directory)
            return false
        } catch {
            #expect(error.status == .usage)
            return true
        }
    }

    @Test(arguments: [
        // By their names, there or not.
        "terraform.tfstate", "TERRAFORM.TFSTATE", "x.tfstate.backup", "tfguard.hcl",
        "sub/tfguard.hcl",
        ".tfguard.lock.hcl", ".terraform.lock.hcl", "new.tf", "x.auto.tfvars", "/etc/tfguard/x.hcl",
        "", "sub/../terraform.tfstate", "audit.jsonl", "audit.jsonl.head", "audit.jsonl.000001",
        // By where the backend has them.
        "states/main.json", "./states/../states/main.json", "states/main.json.backup",
        "spaces/other/terraform.tfstate", ".terraform/environment", ".terraform/terraform.tfstate",
        // By where the policies are.
        "../shared/base.policy", "../flag.policy", "../flag-base.policy",
        // By links, and by second names.
        "to-state", "to-nowhere", "to-link", "second", "third", "fourth",
    ])
    func `what terraform and tfguard live by is not written to`(name: String) throws {
        #expect(try isRefused(name, in: folder()))
    }

    @Test(arguments: [
        "new.plan", "note.txt", "to-note", "states/other.json", "/dev/null", "sub/x", "main.tfplan",
    ])
    func `any other file is`(name: String) throws {
        #expect(try !isRefused(name, in: folder()))
    }
}
