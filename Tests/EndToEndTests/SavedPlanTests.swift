import Foundation
import TestSupport
import Testing

/// A saved plan is judged like any other, and what was judged is what is applied.
@Suite(.requires(.terraform)) struct SavedPlanTests {
    static let twoDatabases: KeyValuePairs = ["courses": "courses-main", "orders": "orders-main"]

    @Test func `a saved plan that only creates is applied without a question`() throws {
        let project = try TerraformProject()
        try project.prepare("plan", "-out=create.plan")
        let result = try project.tfguard("terraform", "apply", "create.plan")
        #expect(result.status == .exited(0), "\(result)")
        #expect(try project.state() == ["terraform_data.courses"])
    }

    @Test(arguments: [
        ["terraform", "apply", "destroy.plan"],
        ["terraform", "apply", "-auto-approve", "destroy.plan"],
        ["terraform", "apply", "-input=false", "./destroy.plan"],
        ["apply", "destroy.plan"],
        ["terraform", "apply", "link.plan"],
    ])
    func `a saved destroy is refused without a terminal`(arguments: [String]) throws {
        let project = try TerraformProject.applied()
        try project.prepare("plan", "-destroy", "-out=destroy.plan")
        try FileManager.default.createSymbolicLink(
            atPath: project.path("link.plan"), withDestinationPath: "destroy.plan")
        let before = try project.stateFiles()
        let result = try project.tfguard(arguments, standardInput: "yes\n")
        #expect(result.status == .exited(3), "\(result)")
        #expect(try project.stateFiles() == before)
    }

    @Test func `a plan that tfguard itself let terraform save is judged again`() throws {
        let project = try TerraformProject.applied()
        let planned = try project.tfguard("terraform", "plan", "-destroy", "-out=destroy.plan")
        #expect(planned.status == .exited(0), "\(planned)")
        #expect(plainText(planned.errors).contains("courses-main"), "\(planned)")
        let result = try project.tfguard("terraform", "apply", "destroy.plan")
        #expect(result.status == .exited(3), "\(result)")
        #expect(try project.state() == ["terraform_data.courses"])
    }

    @Test func `a plan of another backend than the folder's is blocked`() throws {
        let project = try TerraformProject.applied()
        try project.prepare("plan", "-destroy", "-out=destroy.plan")
        let other = try TerraformProject()
        try other.write(
            "terraform {\n  backend \"local\" {\n    path = \"elsewhere.tfstate\"\n  }\n}\n",
            to: "backend.tf")
        try other.prepare("init")
        let before = try project.stateFiles()
        let result = try other.tfguard(
            "terraform", "apply", project.path("destroy.plan"), standardInput: "yes\n")
        #expect(result.status == .exited(5), "\(result)")
        #expect(plainText(result.errors).contains("other-backend"), "\(result)")
        #expect(try project.stateFiles() == before)
    }

    @Test func `a plan made from another state is blocked`() throws {
        let project = try TerraformProject.applied(databases: Self.twoDatabases)
        // The same lineage and serial, with one object less.
        let state = String(decoding: try #require(project.read("terraform.tfstate")), as: UTF8.self)
        let copy = try TerraformProject(databases: ["orders": "orders-main"])
        var document = try #require(
            JSONSerialization.jsonObject(with: Data(state.utf8)) as? [String: Any])
        let resources = try #require(document["resources"] as? [[String: Any]])
        document["resources"] = resources.filter { $0["name"] as? String == "orders" }
        try copy.write(
            bytes: Array(try JSONSerialization.data(withJSONObject: document)),
            to: "terraform.tfstate")
        try copy.prepare("plan", "-out=nothing.plan")
        let before = try project.stateFiles()
        let result = try project.tfguard("terraform", "apply", copy.path("nothing.plan"))
        #expect(result.status == .exited(5), "\(result)")
        #expect(plainText(result.errors).contains("other-state"), "\(result)")
        #expect(try project.stateFiles() == before)
    }

    @Test func `a plan of another workspace than the folder's is blocked`() throws {
        let project = try TerraformProject()
        try project.prepare("plan", "-out=create.plan")
        try project.prepare("workspace", "new", "prod")
        let result = try project.tfguard("terraform", "apply", "create.plan")
        #expect(result.status == .exited(5), "\(result)")
        #expect(plainText(result.errors).contains("other-workspace"), "\(result)")
        #expect(try project.state() == [])
    }

    @Test func `a saved destroy is applied once its loss is typed`() throws {
        let project = try TerraformProject.applied(databases: Self.twoDatabases)
        try project.prepare(
            "plan", "-destroy", "-target=terraform_data.orders", "-out=orders.plan")
        let terminal = try project.tfguardOnTerminal("terraform", "apply", "orders.plan")
        try terminal.expect("Type \"orders-main\" to destroy it")
        try terminal.type("orders-main")
        #expect(try terminal.waitForExit() == .exited(0))
        #expect(try project.state() == ["terraform_data.courses"])
    }

    enum Swap: CaseIterable {
        case overwritten, replaced, removed
    }

    @Test(arguments: Swap.allCases)
    func `a plan whose bytes are swapped at the prompt is applied as it was judged`(swap: Swap)
        throws
    {
        let project = try TerraformProject.applied(databases: Self.twoDatabases)
        try project.prepare(
            "plan", "-destroy", "-target=terraform_data.orders", "-out=judged.plan")
        try project.prepare("plan", "-destroy", "-out=everything.plan")
        let terminal = try project.tfguardOnTerminal("terraform", "apply", "judged.plan")
        try terminal.expect("Type \"orders-main\" to destroy it")

        let everything = try #require(project.read("everything.plan"))
        switch swap {
        case .overwritten:
            let file = try #require(FileHandle(forWritingAtPath: project.path("judged.plan")))
            try file.truncate(atOffset: 0)
            try file.write(contentsOf: everything)
            try file.close()
        case .replaced:
            try project.write(bytes: everything, to: "new.plan")
            #expect(rename(project.path("new.plan"), project.path("judged.plan")) == 0)
        case .removed:
            #expect(unlink(project.path("judged.plan")) == 0)
        }
        try terminal.type("orders-main")
        #expect(try terminal.waitForExit() == .exited(0), "\(terminal.screen)")
        #expect(try project.state() == ["terraform_data.courses"])
    }

    @Test func `a configuration that is changed at the prompt changes nothing either`() throws {
        let project = try TerraformProject.applied(databases: Self.twoDatabases)
        try project.write(
            TerraformProject.configuration(["courses": "courses-main"]), to: "main.tf")
        let terminal = try project.tfguardOnTerminal("terraform", "apply")
        try terminal.expect("Type \"orders-main\" to destroy it")
        try project.write("", to: "main.tf")
        try terminal.type("orders-main")
        #expect(try terminal.waitForExit() == .exited(0), "\(terminal.screen)")
        #expect(try project.state() == ["terraform_data.courses"])
    }

    @Test func `a state that moved on while the prompt waited is not touched`() throws {
        let project = try TerraformProject.applied(databases: Self.twoDatabases)
        let terminal = try project.tfguardOnTerminal(
            "terraform", "destroy", "-target=terraform_data.orders")
        try terminal.expect("Type \"orders-main\" to destroy it")
        try project.prepare("apply", "-auto-approve", "-replace=terraform_data.courses")
        let before = try project.stateFiles()
        try terminal.type("orders-main")
        let status = try terminal.waitForExit()
        // Terraform's own "Saved plan is stale", or tfguard's before it.
        #expect(status == .exited(1) || status == .exited(6), "\(terminal.screen)")
        #expect(try project.stateFiles() == before)
    }

    @Test func `flags that terraform ignores beside a saved plan are refused`() throws {
        for flag in [
            "-destroy", "-target=terraform_data.orders", "-replace=terraform_data.orders",
            "-refresh-only", "-state=copy.tfstate", "-state-out=out.tfstate", "-backup=-",
        ] {
            let project = try TerraformProject.applied(databases: Self.twoDatabases)
            try project.prepare("plan", "-out=nothing.plan")
            let before = try project.stateFiles()
            let result = try project.tfguard("terraform", "apply", flag, "nothing.plan")
            #expect(result.status == .exited(64), "\(flag): \(result)")
            #expect(try project.stateFiles() == before)
        }
    }

    @Test func `nothing is left behind of the plan, which holds every secret in clear`() throws {
        let project = try TerraformProject.applied()
        // But the record, in which it stands that somebody tried.
        func files() throws -> [String] {
            try FileManager.default.subpathsOfDirectory(atPath: project.base.path)
                .filter { !"\($0)/".hasPrefix("home/record/") }.sorted()
        }
        let before = try files()
        let result = try project.tfguard(["terraform", "destroy", "-auto-approve"])
        #expect(result.status == .exited(3), "\(result)")
        #expect(try files() == before)

        // On a terminal the process is known, and with it the name of its private folder.
        for isTyped in [false, true] {
            let terminal = try project.tfguardOnTerminal("terraform", "destroy")
            let process = terminal.processID
            for hint in isTyped ? [] : ["Two tries left", "One try left", "third wrong try"] {
                try terminal.expect("Type \"courses-main\" to destroy it")
                try terminal.type("no")
                try terminal.expect(hint)
            }
            if isTyped {
                try terminal.expect("Type \"courses-main\" to destroy it")
                try terminal.type("courses-main")
            }
            #expect(try terminal.waitForExit() == .exited(isTyped ? 0 : 1))
            #expect(Self.privateFolders(of: process) == [])
        }
    }

    /// What a run has left of its private folder, wherever that may be.
    private static func privateFolders(of process: Int32) -> [String] {
        ["/run/user/\(getuid())", "/dev/shm", "/tmp"].flatMap { base in
            ((try? FileManager.default.contentsOfDirectory(atPath: base)) ?? [])
                .filter { $0.hasPrefix("tfguard-\(process)-") }
        }
    }
}
