import Foundation
import TestSupport
import Testing

/// Programs that call terraform, run behind the guard.
@Suite(.requires(.terraform)) struct WithTests {
    static let modules = ["network", "store"]

    /// A folder with several root modules, each with a database of its own that exists.
    private struct Live {
        let folder: TemporaryDirectory
        let environment: ChildEnvironment
        let real: String

        init() throws {
            folder = try TemporaryDirectory()
            real = try Requirement.terraform.path()
            try folder.makeFolder("home")
            try folder.makeFolder("bin")
            try FileManager.default.createSymbolicLink(
                atPath: folder.path("bin/terraform"), withDestinationPath: real)
            environment = ChildEnvironment(home: folder.path("home"))
                .setting(["PATH": "\(folder.path("bin")):/usr/bin:/bin"])
            try folder.write(TerraformProject.databasePolicy, to: "tfguard.hcl")
            for module in WithTests.modules {
                try folder.write(
                    TerraformProject.configuration(["main": "\(module)-main"]),
                    to: "\(module)/main.tf")
                let made = try run(
                    real, ["apply", "-auto-approve"], environment: environment,
                    directory: folder.path(module))
                guard made.status == .exited(0) else { throw TestSupportError("\(made)") }
            }
        }

        func state(_ module: String) -> [UInt8]? { folder.read("\(module)/terraform.tfstate") }

        func with(
            _ words: String..., setting variables: [String: String?] = [:]
        ) throws -> ProcessResult {
            try run(
                ToolUnderTest.path(), ["with"] + words,
                environment: environment.setting(variables), directory: folder.path)
        }

        func withOnTerminal(_ words: String...) throws -> PseudoTerminal {
            try PseudoTerminal(
                ToolUnderTest.path(), ["with"] + words, environment: environment,
                directory: folder.path, rows: 40)
        }
    }

    @Test func `the program is the process itself, and finds the guard everywhere`() throws {
        let live = try Live()
        let tool = try ToolUnderTest.path()
        let script = """
            echo $$
            readlink "$(command -v terraform)" "$(command -v tofu)" "$TG_TF_PATH" \
                "$TERRAGRUNT_TFPATH"
            """
        let result = try run(
            "/bin/sh",
            ["-c", "echo $$; exec \"$@\"", "sh", tool, "with", "sh", "-c", script],
            environment: live.environment, directory: live.folder.path)
        let lines = result.output.split(separator: "\n").map(String.init)
        try #require(lines.count == 6, "\(result)")
        #expect(lines[0] == lines[1])
        #expect(lines[2...].allSatisfy { $0 == tool })
        let exited = try live.with("sh", "-c", "exit 42")
        #expect(exited.status == .exited(42))
    }

    @Test func `what a script destroys is stopped`() throws {
        let live = try Live()
        let before = live.state("store")
        let result = try live.with(
            "sh", "-c", "cd store && yes yes | terraform destroy -auto-approve")
        #expect(result.status == .exited(3), "\(result)")
        #expect(live.state("store") == before)
    }

    @Test func `the folder of shims is private, stays, and is the same the next time`() throws {
        let live = try Live()
        let first = try live.with("sh", "-c", "command -v terraform")
        let second = try live.with("sh", "-c", "command -v terraform")
        #expect(first.output == second.output)
        let shim = first.output.trimmingCharacters(in: .whitespacesAndNewlines)
        #expect(shim.hasPrefix(live.folder.path("home/.tfguard/with/")))
        let folder = URL(fileURLWithPath: shim).deletingLastPathComponent().path
        let attributes = try FileManager.default.attributesOfItem(atPath: folder)
        #expect(attributes[.posixPermissions] as? Int == 0o700)

        // What somebody has put into a link's place is not run.
        try FileManager.default.removeItem(atPath: shim)
        try FileManager.default.createSymbolicLink(
            atPath: shim, withDestinationPath: live.real)
        let mended = try live.with("sh", "-c", "readlink \"$(command -v terraform)\"")
        #expect(mended.output == "\(try ToolUnderTest.path())\n")
    }

    @Test func `a home that others can write to is not used`() throws {
        let live = try Live()
        chmod(live.folder.path("home"), 0o777)
        let result = try live.with("sh", "-c", "command -v terraform")
        #expect(result.status == .exited(0), "\(result)")
        #expect(!result.output.contains(live.folder.path), "\(result)")
        #expect(result.output.contains("/tfguard-\(geteuid())-shims/"), "\(result)")
    }

    @Test func `one inside another is no circle`() throws {
        let live = try Live()
        let tool = try ToolUnderTest.path()
        let bare = try run(live.real, ["version"], environment: live.environment)
        let result = try live.with(tool, "with", "terraform", "version")
        #expect(result.output == bare.output, "\(result)")
    }

    // MARK: Terragrunt

    @Test func `Terragrunt's choice of a terraform is kept, behind the guard`() throws {
        let live = try Live()
        try live.folder.writeProgram("#!/bin/sh\necho chosen\n", to: "other/terraform1.5.7")
        let chosen = live.folder.path("other/terraform1.5.7")
        for variable in ["TG_TF_PATH", "TERRAGRUNT_TFPATH"] {
            let result = try live.with(
                "sh", "-c", "echo \"$\(variable)\"; \"$\(variable)\" version",
                setting: [variable: chosen])
            #expect(result.output.contains("/terraform1.5.7\nchosen\n"), "\(result)")
            #expect(!result.output.contains(chosen), "\(result)")
        }
    }

    @Test func `a choice that is in doubt is refused`() throws {
        let live = try Live()
        let differing = try live.with(
            "true", setting: ["TG_TF_PATH": "terraform", "TERRAGRUNT_TFPATH": "tofu"])
        #expect(differing.status == .exited(64), "\(differing)")
        let unknown = try live.with("true", setting: ["TG_TF_PATH": "/opt/run-tf.sh"])
        #expect(unknown.status == .exited(64), "\(unknown)")

        for name in ["tofu", "terragrunt"] {
            try live.folder.writeProgram("#!/bin/sh\necho \"$TG_TF_PATH\"\n", to: "bin/\(name)")
        }
        let both = try live.with("terragrunt")
        #expect(both.status == .exited(64), "\(both)")
        #expect(both.errors.contains("Both terraform and tofu"))
        let said = try live.with("terragrunt", setting: ["TG_TF_PATH": "tofu"])
        #expect(said.output.hasSuffix("/tofu\n"), "\(said)")
        #expect(try live.with("make", "--version").status == .exited(0))
    }

    @Test func `a program that is missing is said`() throws {
        let live = try Live()
        #expect(try live.with("no-such-program").status == .exited(69))
        #expect(try live.with("./no-such-program").status == .exited(69))
    }

    /// What Terragrunt does with each unit: it asks for the version, reads streams of JSON, and
    /// applies with -auto-approve and no input.
    private static let terragrunt = """
        #!/bin/sh
        "$TG_TF_PATH" -version >/dev/null || exit 90
        for unit in network store; do
            (
                cd "$unit" || exit 91
                "$TG_TF_PATH" init -no-color -input=false >init.out 2>init.err || exit 92
                "$TG_TF_PATH" plan -json -destroy -out=p >plan.json 2>plan.err || exit 93
                "$TG_TF_PATH" show -json p >show.json 2>show.err || exit 94
                "$TG_TF_PATH" apply -json -auto-approve -input=false >apply.json 2>apply.err
                echo $? >apply.status
                "$TG_TF_PATH" output -json >output.json 2>output.err
            ) &
        done
        wait
        """

    @Test func `machine-readable streams are whole while several units run at once`() throws {
        let live = try Live()
        try live.folder.writeProgram(Self.terragrunt, to: "bin/terragrunt")
        try live.folder.write(
            TerraformProject.configuration(["main": "store-main", "second": "store-second"]),
            to: "store/main.tf")
        try live.folder.write("output \"o\" { value = 1 }\n", to: "network/main.tf")
        let before = live.state("network")
        let result = try live.with("terragrunt")
        #expect(result.status == .exited(0), "\(result)")

        for unit in Self.modules {
            for file in ["plan", "apply"] {
                let lines = (live.folder.read("\(unit)/\(file).json") ?? [])
                    .split(separator: UInt8(ascii: "\n"))
                let types = try lines.map { line in
                    let object = try JSONSerialization.jsonObject(with: Data(line))
                    return (object as? [String: Any])?["type"] as? String
                }
                #expect(types.first == "version", "\(unit)/\(file): \(types)")
            }
            let show = try JSONSerialization.jsonObject(
                with: Data(live.folder.read("\(unit)/show.json") ?? []))
            #expect((show as? [String: Any])?["resource_changes"] != nil)
            #expect(live.folder.read("\(unit)/show.err") == [])
        }
        // One adds, which passes; the other has lost a block of its configuration, which does not.
        #expect(live.folder.read("store/apply.status") == Array("0\n".utf8))
        #expect(live.folder.read("network/apply.status") == Array("3\n".utf8))
        #expect(live.state("network") == before)
    }

    // MARK: A terminal for several

    @Test func `units that run at once ask one after the other`() throws {
        let live = try Live()
        let terminal = try live.withOnTerminal(
            "sh", "-c",
            """
            for unit in network store; do
                (cd $unit && terraform destroy -auto-approve >out 2>err; echo $? >status) &
            done
            wait
            """)
        try terminal.expect("-main\" to destroy it")
        let first = try #require(Self.modules.first { terminal.screen.contains("\($0)-main") })
        let second = try #require(Self.modules.first { $0 != first })
        #expect(!terminal.screen.contains("\(second)-main"))
        // The other has its plan by now, and waits.
        Thread.sleep(forTimeInterval: 3)
        #expect(!terminal.screen.contains("\(second)-main"), "\(terminal.screen)")
        try terminal.type("\(first)-main")

        try terminal.expect("This is \(live.folder.path(second)). No other run waits for this ter")
        try terminal.expect("Type \"\(second)-main\" to destroy it")
        for _ in 0..<300 where live.folder.read("\(first)/status") == nil {
            Thread.sleep(forTimeInterval: 0.1)
        }
        #expect(live.folder.read("\(first)/status") == Array("0\n".utf8))
        try terminal.pressControlC()
        _ = try terminal.waitForExit()
        let left = try run(
            live.real, ["state", "list"], environment: live.environment,
            directory: live.folder.path(second))
        #expect(left.output == "terraform_data.main\n", "\(left)")
    }

    @Test func `terraform's own question waits its turn as well`() throws {
        let live = try Live()
        for unit in Self.modules {
            try live.folder.write(
                TerraformProject.configuration(["main": "\(unit)-main", "new": "x"]),
                to: "\(unit)/main.tf")
        }
        let terminal = try live.withOnTerminal(
            "sh", "-c",
            """
            exec 3<&0
            for unit in network store; do
                (cd $unit && terraform apply <&3; echo $? >status) &
            done
            wait
            """)
        for _ in Self.modules {
            try terminal.expect("Enter a value:")
            Thread.sleep(forTimeInterval: 2)
            #expect(!terminal.unseen.contains("Enter a value:"), "\(terminal.screen)")
            try terminal.type("yes")
        }
        #expect(try terminal.waitForExit() == .exited(0))
        for unit in Self.modules {
            #expect(live.folder.read("\(unit)/status") == Array("0\n".utf8))
        }
    }
}
