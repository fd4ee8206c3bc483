import Foundation
import TestSupport
import Testing

/// tfguard under the name of terraform, on a `PATH` that holds it in every disguise.
@Suite(.requires(.terraform)) struct ShimTests {
    private let folder: TemporaryDirectory
    private let environment: ChildEnvironment
    private let tool: String
    /// The folder of the real terraform.
    private let real: String

    init() throws {
        folder = try TemporaryDirectory()
        tool = try ToolUnderTest.path()
        try folder.makeFolder("home")
        try folder.makeFolder("work")
        try folder.makeFolder("real")
        real = folder.path("real")
        try FileManager.default.createSymbolicLink(
            atPath: "\(real)/terraform", withDestinationPath: Requirement.terraform.path())
        environment = ChildEnvironment(home: folder.path("home"))
            .setting(["PATH": "\(real):/usr/bin:/bin"])
    }

    /// With these folders of the test's in front of the real terraform's.
    private func path(_ folders: String...) -> ChildEnvironment {
        let before = folders.map { folder.path($0) }
        return environment.setting([
            "PATH": (before + [real, "/usr/bin", "/bin"]).joined(separator: ":")
        ])
    }

    private func tfguard(
        _ arguments: String..., in environment: ChildEnvironment? = nil
    ) throws -> ProcessResult {
        try run(
            tool, arguments, environment: environment ?? self.environment,
            directory: folder.path("work"))
    }

    private func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(
            atPath: folder.path(name), withDestinationPath: target)
    }

    private func script(_ name: String, _ text: String) throws {
        try folder.writeProgram("#!/bin/sh\n\(text)\n", to: name)
    }

    /// With one space between words, wherever the lines end.
    private func words(_ result: ProcessResult) -> String {
        result.output.replacing(/\s+/, with: " ")
    }

    // MARK: Installing

    @Test func `install puts two links into the home folder and says what is left to do`() throws {
        let installed = try tfguard("shim", "install")
        #expect(installed.status == .exited(0), "\(installed)")
        let bin = folder.path("home/.tfguard/bin")
        #expect(installed.output.contains("export PATH=\(bin):\"$PATH\""))
        for name in ["terraform", "tofu"] {
            #expect(
                try FileManager.default.destinationOfSymbolicLink(atPath: "\(bin)/\(name)") == tool)
        }
        #expect(try tfguard("shim", "install").output == installed.output)
        let again = try tfguard("shim", "install", in: path("home/.tfguard/bin"))
        #expect(again.output.contains("PATH leads there first."))
    }

    @Test func `a name that tfguard is known by survives its next version`() throws {
        try folder.makeFolder("known")
        try link("known/tfguard", to: tool)
        let installed = try tfguard("shim", "install", folder.path("bin"), in: path("known"))
        #expect(installed.status == .exited(0), "\(installed)")
        #expect(
            try FileManager.default.destinationOfSymbolicLink(atPath: folder.path("bin/terraform"))
                == folder.path("known/tfguard"))
    }

    @Test(arguments: ["terraform", "tofu"])
    func `what is not tfguard's is neither overwritten nor removed`(name: String) throws {
        try script("bin/\(name)", "echo mine")
        let refused = try tfguard("shim", "install", folder.path("bin"))
        #expect(refused.status == .exited(64))
        #expect(refused.errors.contains("bin/\(name) is not tfguard's"), "\(refused)")
        let contents = try FileManager.default.contentsOfDirectory(atPath: folder.path("bin"))
        #expect(contents == [name])
        let removed = try tfguard("shim", "remove", folder.path("bin"))
        #expect(words(removed).contains("Left \(folder.path("bin/\(name)"))"))
        #expect(folder.read("bin/\(name)") != nil)
    }

    @Test func `remove takes the links away, those to a tfguard that is gone too`() throws {
        _ = try tfguard("shim", "install")
        #expect(try tfguard("shim", "remove").status == .exited(0))
        #expect(!FileManager.default.fileExists(atPath: folder.path("home/.tfguard/bin")))
        try folder.makeFolder("bin")
        try link("bin/terraform", to: "/gone/tfguard")
        try link("bin/tofu", to: "/gone/other")
        _ = try tfguard("shim", "remove", folder.path("bin"))
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.path("bin")) == ["tofu"])
    }

    @Test func `a folder that everybody can write to is refused`() throws {
        try folder.makeFolder("open")
        chmod(folder.path("open"), 0o777)
        #expect(try tfguard("shim", "install", folder.path("open")).status == .exited(64))
        #expect(try tfguard("shim", "install", folder.path("a:b")).status == .exited(64))
    }

    // MARK: Status

    @Test func `status tells whether PATH leads to the guard`() throws {
        _ = try tfguard("shim", "install", folder.path("bin"))
        try script("late/terraform", "echo late")
        let guarded = try tfguard("shim", "status", in: path("bin", "late"))
        #expect(guarded.status == .exited(0), "\(guarded)")
        #expect(guarded.output.contains("terraform: guarded."))
        #expect(words(guarded).contains("in front of \(folder.path("late/terraform"))"))

        let bare = try tfguard("shim", "status")
        #expect(bare.status == .exited(1))
        #expect(words(bare).contains("terraform: NOT guarded. PATH leads to \(real)/terraform."))
        #expect(bare.output.contains("tofu: not on PATH."))

        let early = try tfguard("shim", "status", in: path("late", "bin"))
        #expect(early.status == .exited(1))
        #expect(words(early).contains("PATH leads to \(folder.path("late/terraform")) first"))
    }

    @Test func `status finds what goes around the guard`() throws {
        _ = try tfguard("shim", "install", folder.path("bin"))
        try script("bin/terraform1.5.7", "echo 1.5.7")
        let versioned = try tfguard("shim", "status", in: path("bin"))
        #expect(words(versioned).contains("tfguard terraform1.5.7 …"), "\(versioned)")

        let bin = folder.path("bin")
        for relative in [".:\(bin)", ":\(bin)", "sub:\(bin)"] {
            let result = try tfguard(
                "shim", "status", in: environment.setting(["PATH": "\(relative):\(real)"]))
            #expect(result.status == .exited(1), "\(relative)")
        }
        let after = environment.setting(["PATH": "\(bin):\(real):."])
        #expect(try tfguard("shim", "status", in: after).status == .exited(0))

        let variable = path("bin").setting(["TG_TF_PATH": "\(real)/terraform"])
        #expect(try tfguard("shim", "status", in: variable).status == .exited(1))
        let led = path("bin").setting(["TG_TF_PATH": folder.path("bin/terraform")])
        #expect(try tfguard("shim", "status", in: led).status == .exited(0))
    }

    @Test func `status does not take a dead link or a script for the guard`() throws {
        try folder.makeFolder("dead")
        try link("dead/terraform", to: "/gone/tfguard")
        let dead = try tfguard("shim", "status", in: path("dead"))
        #expect(dead.status == .exited(1))
        #expect(words(dead).contains("leads to a tfguard that is gone"), "\(dead)")

        try script("wrap/terraform", "exec tfguard terraform \"$@\"")
        let wrapped = try tfguard("shim", "status", in: path("wrap"))
        #expect(wrapped.status == .exited(1))
        #expect(words(wrapped).contains("cannot be told"), "\(wrapped)")
    }

    // MARK: Finding the real one

    /// Ways in which tfguard lies on `PATH` under the name of terraform.
    enum Disguise: String, CaseIterable, CustomTestStringConvertible {
        case link
        case chainOfLinks
        case copy
        case anotherBuild
        case hardLink
        case script

        var testDescription: String { rawValue }
    }

    private func disguise(_ disguise: Disguise, as name: String) throws {
        let place = "\(name)/terraform"
        try folder.makeFolder(name)
        switch disguise {
        case .link: try link(place, to: tool)
        case .chainOfLinks:
            try link("\(name)/second", to: tool)
            try link(place, to: "second")
        case .copy: try folder.copyProgram(tool, to: place)
        case .anotherBuild: try folder.copyProgram(tool, to: place, adding: "another build")
        case .hardLink:
            // The tool may lie on another file system.
            do {
                try FileManager.default.linkItem(atPath: tool, toPath: folder.path(place))
            } catch {
                try folder.copyProgram(tool, to: place)
            }
        case .script: try script(place, "exec '\(tool)' terraform \"$@\"")
        }
    }

    @Test(arguments: Disguise.allCases)
    func `tfguard never takes itself for the real one`(disguise name: Disguise) throws {
        try disguise(name, as: "first")
        try disguise(.link, as: "second")
        let bare = try run(
            "\(real)/terraform", ["version"], environment: environment,
            directory: folder.path("work"))
        for start in [tool, folder.path("first/terraform")] {
            let arguments = start == tool ? ["terraform", "version"] : ["version"]
            let result = try run(
                start, arguments, environment: path("first", "second"),
                directory: folder.path("work"))
            #expect(result.status == .exited(0), "\(result)")
            #expect(result.standardOutput == bare.standardOutput)
        }
    }

    @Test func `a terraform that is tfguard by its path is refused`() throws {
        try disguise(.anotherBuild, as: "first")
        let result = try tfguard(folder.path("first/terraform"), "version")
        #expect(result.status == .exited(69))
        #expect(result.errors.contains("That is tfguard itself"), "\(result)")
    }

    @Test func `there being no real one is said`() throws {
        try disguise(.link, as: "only")
        let result = try run(
            folder.path("only/terraform"), ["version"],
            environment: environment.setting(["PATH": "\(folder.path("only")):/usr/bin:/bin"]),
            directory: folder.path("work"))
        #expect(result.status == .exited(69))
        #expect(result.errors.contains("No terraform on PATH"), "\(result)")
    }

    @Test(arguments: [["version"], ["apply", "-auto-approve"]])
    func `a wrapper that calls terraform by PATH again ends`(arguments: [String]) throws {
        try disguise(.link, as: "shim")
        // As a version manager's shim does whose own version is "the system's".
        try script("wrap/terraform", "exec terraform \"$@\"")
        try folder.write("resource \"terraform_data\" \"a\" {}\n", to: "work/main.tf")
        let result = try run(
            folder.path("shim/terraform"), arguments, environment: path("shim", "wrap"),
            directory: folder.path("work"), timeout: 30)
        #expect(result.errors.contains("terraform leads back to tfguard"), "\(result)")
        #expect(result.status != .exited(0))
        #expect(folder.read("work/terraform.tfstate") == nil)
    }

    @Test func `a wrapper that calls the real one by its path is run`() throws {
        try disguise(.link, as: "shim")
        try script("wrap/terraform", "echo wrapped; exec '\(real)/terraform' \"$@\"")
        let result = try run(
            folder.path("shim/terraform"), ["version"], environment: path("shim", "wrap"),
            directory: folder.path("work"))
        #expect(result.output.hasPrefix("wrapped\nTerraform v"), "\(result)")
    }

    @Test func `the count of nested runs can only refuse`() throws {
        for (value, status) in [("x", 0), ("-5", 0), ("3", 0), ("10", 69), ("99999", 69)] {
            let result = try tfguard(
                "terraform", "version", in: environment.setting(["TFGUARD_DEPTH": value]))
            #expect(result.status == .exited(Int32(status)), "\(value): \(result)")
        }
    }
}
