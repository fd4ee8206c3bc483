import Foundation
import TestSupport
import Testing

/// `tfguard policy show` tells what holds for a person, and what for an agent as well.
@Suite(.requires(.git)) struct PolicyShowTests {
    private static let rule = """
        environment "production" {
          fallback = true
        }

        rule "kept" {
          types    = ["x"]
          decision = "block"
        }

        """
    private static let removed = "rule \"no-weekends\" {\n  decision = \"approve\"\n}\n"

    /// A clone whose default branch has both rules.
    private static func clone() throws -> TemporaryDirectory {
        let folder = try TemporaryDirectory()
        try folder.write(rule + removed, to: "tfguard.hcl")
        let result = try run(
            "/bin/sh",
            [
                "-c",
                "git init -q -b main . && git add . && git -c user.name=a -c user.email=a@b "
                    + "commit -qm first && git update-ref refs/remotes/origin/main HEAD "
                    + "&& git symbolic-ref refs/remotes/origin/HEAD refs/remotes/origin/main",
            ], environment: ChildEnvironment(home: folder.path), directory: folder.path)
        guard result.status == .exited(0) else { throw TestSupportError("\(result)") }
        return folder
    }

    private func show(_ folder: TemporaryDirectory) throws -> ProcessResult {
        let result = try run(
            ToolUnderTest.path(), ["policy", "show"],
            environment: ChildEnvironment(home: folder.path), directory: folder.path)
        #expect(result.status == .exited(0), "\(result)")
        return result
    }

    @Test func `what was reviewed and is no longer there is listed as a layer of its own`() throws {
        let folder = try Self.clone()
        #expect(try !show(folder).output.contains("origin/HEAD"))

        try folder.write(Self.rule, to: "tfguard.hcl")
        let shown = plainText(try show(folder).output)
        let layers = shown.components(separatedBy: "\n\n")
        let reviewed = try #require(layers.first { $0.hasPrefix("project at origin/HEAD\n") })
        #expect(
            reviewed == """
                project at origin/HEAD
                  As it was reviewed: it counts for agents and scripts, beside all other layers.
                  approve  rule "no-weekends": everything
                """)
        // What is still there stands in its own layer, once.
        #expect(shown.components(separatedBy: "rule \"kept\"").count == 2, "\(shown)")
        #expect(shown.components(separatedBy: "environment \"production\"").count == 2, "\(shown)")
        let files = try #require(layers.last)
        #expect(files.contains("tfguard.hcl at origin/HEAD"), "\(files)")
    }

    @Test func `a reviewed version with an error keeps nobody from seeing what holds`() throws {
        let folder = try Self.clone()
        try folder.write("rule {\n", to: "tfguard.hcl")
        let commit = try run(
            "/bin/sh",
            [
                "-c",
                "git -c user.name=a -c user.email=a@b commit -qam broken "
                    + "&& git update-ref refs/remotes/origin/main HEAD",
            ], environment: ChildEnvironment(home: folder.path), directory: folder.path)
        #expect(commit.status == .exited(0), "\(commit)")
        try folder.write(Self.rule, to: "tfguard.hcl")
        let shown = try show(folder)
        #expect(shown.output.contains("rule \"kept\""), "\(shown)")
        #expect(shown.errors.contains("The reviewed policy cannot be read"), "\(shown)")
    }
}
