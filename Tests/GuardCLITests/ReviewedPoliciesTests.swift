import Foundation
import GuardSystem
import TestSupport
import Testing

@testable import GuardCLI
@testable import GuardCore

/// An agent does not choose its own judge: what git has at the trusted reference counts beside what
/// lies in the folder.
@Suite(.requires(.git)) struct ReviewedPoliciesTests {
    private static func rule(_ name: String, _ decision: String = "block", _ more: String = "")
        -> String
    {
        "rule \"\(name)\" {\n  types    = [\"x\"]\n  decision = \"\(decision)\"\n\(more)}\n"
    }

    /// One that relaxes everything, where its file is anchored.
    private static let override = """
        override "o" {
          rules     = ["builtin:default/*"]
          addresses = ["**"]
          decision  = "allow"
        }

        """

    /// A repository as after a clone, with a policy at its top and one in `live`.
    private static func clone() throws -> TemporaryDirectory {
        let folder = try TemporaryDirectory()
        let repository = try GitFolder(folder)
        try folder.write(rule("top"), to: "tfguard.hcl")
        try folder.write(rule("live"), to: "live/tfguard.hcl")
        try folder.makeFolder("live/eu")
        try folder.write("", to: "live/eu/main.tf")
        try repository.commit()
        try repository.push()
        return folder
    }

    private struct Loaded {
        let policy: Policy
        /// `live = block (project)`, without the built-in ones.
        let rules: [String]
        /// Relative to the folder.
        let changed: [String]
        let doubts: [UnreviewedReason]
    }

    private func load(
        _ folder: TemporaryDirectory, at place: String = "live/eu", as actor: Actor = .agent
    ) throws -> Loaded {
        let directory = try #require(FilePath(folder.path(place))).resolved()
        let loaded = try loadPolicy(for: directory, extra: [], askedBy: [actor])
        var changed: [String] = []
        for case .policyRevised(let paths, _) in loaded.concerns {
            changed += paths.map { String($0.description.dropFirst(folder.path.count + 1)) }
        }
        var doubts: [UnreviewedReason] = []
        for case .policyUnreviewed(_, let reason) in loaded.concerns { doubts.append(reason) }
        let rules = loaded.policy.rules.filter { $0.source.layerName != "builtin:default" }
        return Loaded(
            policy: loaded.policy,
            rules: rules.map { "\($0.source.name) = \($0.decision) (\($0.source.layerName))" },
            changed: changed, doubts: doubts)
    }

    @Test func `what is as it was reviewed counts once, and nothing is said of it`() throws {
        let loaded = try load(Self.clone())
        #expect(loaded.rules == ["live = block (project)", "top = block (project)"])
        #expect(loaded.changed == [])
    }

    @Test(arguments: [Actor.agent, .unattended])
    func `a commit that an agent names hides nothing of what was reviewed`(actor: Actor) throws {
        let folder = try Self.clone()
        let repository = try GitFolder(folder)
        try repository.git("rm", "-q", "live/tfguard.hcl")
        try repository.commit()
        func load(_ actor: Actor) throws -> (rules: [String], concerns: [RunConcern]) {
            let directory = try #require(FilePath(folder.path("live/eu"))).resolved()
            var options = CheckOptions()
            options.policyReference = "HEAD"
            let loaded = try options.loadPolicy(for: directory, askedBy: [actor])
            let rules = loaded.policy.rules.filter { $0.source.layerName != "builtin:default" }
            return (rules.map { "\($0.source.name) (\($0.source.layerName))" }, loaded.concerns)
        }
        #expect(try load(.human).rules == ["top (project)"])
        // With the file of the commit, with that of the reviewed one, and with another one in its place.
        for text in [nil, Self.rule("live"), ""] {
            if let text { try folder.write(text, to: "live/tfguard.hcl") }
            let loaded = try load(actor)
            #expect(loaded.rules == ["top (project)", "live (project at origin/HEAD)"])
            let isTold = loaded.concerns.contains { concern in
                if case .policyRevised = concern { true } else { false }
            }
            #expect(isTold)
        }
        // A commit that has the reviewed policies needs no second word.
        try repository.git("reset", "-q", "--hard", "refs/remotes/origin/main")
        let loaded = try load(actor)
        #expect(loaded.rules == ["live (project)", "top (project)"])
        #expect(loaded.concerns.isEmpty)
    }

    @Test func `a tag that is called like the remote's branch says nothing of what was reviewed`()
        throws
    {
        let folder = try TemporaryDirectory()
        let repository = try GitFolder(folder)
        try folder.write(Self.rule("top"), to: "tfguard.hcl")
        try repository.commit()
        try repository.git("update-ref", "refs/remotes/origin/main", "HEAD")
        // As in a pipeline's clone, which does not know the remote's default branch.
        try folder.write(Self.override, to: "tfguard.hcl")
        try repository.commit()
        try repository.git("tag", defaultTrustedReference)
        let loaded = try load(folder, at: ".")
        #expect(loaded.rules == ["top = block (project at origin/main)"])
        #expect(loaded.changed == ["tfguard.hcl"])
        #expect(loaded.policy.relaxations.map(\.source.origin.isAnchored) == [false])
    }

    @Test(arguments: [Actor.agent, .unattended])
    func `a policy that an agent removes judges it all the same`(actor: Actor) throws {
        let folder = try Self.clone()
        try FileManager.default.removeItem(atPath: folder.path("live/tfguard.hcl"))
        let loaded = try load(folder, as: actor)
        #expect(loaded.rules == ["top = block (project)", "live = block (project at origin/HEAD)"])
        #expect(loaded.changed == ["live/tfguard.hcl"])
    }

    @Test func `a policy that an agent weakens counts as it was, too`() throws {
        let folder = try Self.clone()
        try folder.write(Self.rule("top", "warn"), to: "tfguard.hcl")
        let loaded = try load(folder)
        #expect(
            loaded.rules == [
                "live = block (project)", "top = warn (project)",
                "top = block (project at origin/HEAD)",
            ])
        #expect(loaded.changed == ["tfguard.hcl"])
    }

    @Test func `rules that stay as they were count once`() throws {
        let folder = try Self.clone()
        try folder.write("# A word.\n" + Self.rule("top"), to: "tfguard.hcl")
        let loaded = try load(folder)
        #expect(loaded.rules == ["live = block (project)", "top = block (project)"])
        #expect(loaded.changed == ["tfguard.hcl"])
    }

    @Test func `a nearer policy that appears is told of, and takes nothing away`() throws {
        let folder = try Self.clone()
        try folder.write(Self.rule("near", "warn"), to: "live/eu/tfguard.hcl")
        let loaded = try load(folder)
        #expect(
            loaded.rules == [
                "near = warn (project)", "live = block (project)", "top = block (project)",
            ])
        #expect(loaded.changed == ["live/eu/tfguard.hcl"])
    }

    @Test func `a repository that an agent makes further in hides nothing of the outer one`()
        throws
    {
        let folder = try Self.clone()
        try FileManager.default.removeItem(atPath: folder.path("live/tfguard.hcl"))
        let inner = try GitFolder(folder, at: "live")
        try inner.commit(at: "live")
        try inner.push(at: "live")
        let loaded = try load(folder)
        #expect(loaded.rules == ["top = block (project)", "live = block (project at origin/HEAD)"])
        #expect(loaded.changed == ["live/tfguard.hcl"])
    }

    @Test func `a repository of its own within another one is asked, too`() throws {
        let folder = try TemporaryDirectory()
        let outer = try GitFolder(folder)
        try folder.write("", to: "README")
        try outer.commit()
        try outer.push()
        let inner = try GitFolder(folder, at: "module")
        try folder.write(Self.rule("inner"), to: "module/tfguard.hcl")
        try inner.commit(at: "module")
        try inner.push(at: "module")
        #expect(try load(folder, at: "module").changed == [])
        try folder.write("", to: "module/tfguard.hcl")
        let loaded = try load(folder, at: "module")
        #expect(loaded.rules == ["inner = block (project at origin/HEAD)"])
        #expect(loaded.changed == ["module/tfguard.hcl"])
    }

    /// Terragrunt's copy of a module has a repository of its own, and no policy is looked for in it.
    @Test func `a repository in which no policy counts is asked for none of its files`() throws {
        let folder = try Self.clone()
        let place = "live/.terragrunt-cache/module"
        let inner = try GitFolder(folder, at: place)
        try folder.write(String(repeating: "#", count: largestPolicy + 1), to: "\(place)/main.tf")
        try inner.commit(at: place)
        try inner.push(at: place)
        let loaded = try load(folder, at: place)
        #expect(loaded.rules == ["live = block (project)", "top = block (project)"])
        #expect(loaded.changed == [])
        #expect(loaded.doubts == [])
    }

    @Test(arguments: [Actor.human, .ci])
    func `a person and a pipeline are judged by what lies there`(actor: Actor) throws {
        let folder = try Self.clone()
        try FileManager.default.removeItem(atPath: folder.path("live/tfguard.hcl"))
        let loaded = try load(folder, as: actor)
        #expect(loaded.rules == ["top = block (project)"])
        #expect(loaded.changed == [])
    }

    @Test(arguments: ["main", "master"])
    func `where nobody said which branch is the default one, the usual name is it`(branch: String)
        throws
    {
        let folder = try Self.clone()
        let repository = try GitFolder(folder)
        try repository.git("symbolic-ref", "-d", "refs/remotes/origin/HEAD")
        try repository.git("update-ref", "refs/remotes/origin/\(branch)", "HEAD")
        if branch == "master" {
            try repository.git("update-ref", "-d", "refs/remotes/origin/main")
        }
        try folder.write("", to: "tfguard.hcl")
        try repository.commit()
        let loaded = try load(folder)
        #expect(
            loaded.rules == [
                "live = block (project)", "top = block (project at origin/\(branch))",
            ])
        #expect(loaded.doubts == [])
    }

    @Test(arguments: ["refs/remotes/upstream/main", "refs/remotes/origin/feature"])
    func `where the remote or its branch has another name, that is it`(reference: String) throws {
        let folder = try Self.clone()
        let repository = try GitFolder(folder)
        try repository.git("symbolic-ref", "-d", "refs/remotes/origin/HEAD")
        try repository.git("update-ref", "-d", "refs/remotes/origin/main")
        try repository.git("update-ref", reference, "HEAD")
        try folder.write("", to: "tfguard.hcl")
        try repository.commit()
        let loaded = try load(folder)
        let name = reference.dropFirst("refs/remotes/".count)
        #expect(
            loaded.rules == [
                "live = block (project)", "top = block (project at \(name))",
            ])
        #expect(loaded.doubts == [])
    }

    @Test func `a repository that is a link to nowhere is told of`() throws {
        let folder = try TemporaryDirectory()
        try folder.write(Self.rule("top"), to: "tfguard.hcl")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path(".git"), withDestinationPath: "gone")
        let loaded = try load(folder, at: ".")
        #expect(loaded.rules == ["top = block (project)"])
        #expect(loaded.doubts == [.unreadable])
    }

    @Test func `where git knows no remote, the last commit counts, and that is said`() throws {
        let folder = try TemporaryDirectory()
        let repository = try GitFolder(folder)
        try folder.write(Self.rule("top"), to: "tfguard.hcl")
        try repository.commit()
        try folder.write("", to: "tfguard.hcl")
        let loaded = try load(folder, at: ".")
        #expect(loaded.rules == ["top = block (project at HEAD)"])
        #expect(loaded.changed == ["tfguard.hcl"])
        #expect(loaded.doubts == [.lastCommit])
    }

    @Test func `a commit of whoever runs it vouches for nothing that relaxes`() throws {
        let folder = try TemporaryDirectory()
        let repository = try GitFolder(folder)
        let override = Self.override + "evidence \"e\" {\n  command = [\"true\"]\n}\n"
        try folder.write(override, to: "tfguard.hcl")
        try repository.commit()
        var loaded = try load(folder, at: ".")
        #expect(loaded.policy.relaxations.map(\.source.origin.isAnchored) == [false])
        try folder.write(override + "\n", to: "tfguard.hcl")
        loaded = try load(folder, at: ".")
        #expect(loaded.policy.relaxations.map(\.source.origin.isAnchored) == [false])
    }

    @Test func `a repository without any policy has nothing said of it`() throws {
        let folder = try TemporaryDirectory()
        let repository = try GitFolder(folder)
        try folder.write("", to: "main.tf")
        #expect(try load(folder, at: ".").doubts == [])
        try repository.commit()
        #expect(try load(folder, at: ".").doubts == [])
    }

    @Test func `a repository that git cannot read is told of`() throws {
        let folder = try Self.clone()
        try FileManager.default.removeItem(atPath: folder.path(".git/HEAD"))
        let loaded = try load(folder)
        #expect(loaded.rules == ["live = block (project)", "top = block (project)"])
        #expect(loaded.doubts == [.unreadable])
    }

    @Test func `a repository that somebody makes around the clone takes nothing away`() throws {
        let folder = try TemporaryDirectory()
        let clone = try GitFolder(folder, at: "clone")
        try folder.write(Self.rule("top"), to: "clone/tfguard.hcl")
        try clone.commit(at: "clone")
        try clone.push(at: "clone")
        // As an attacker would: the clone's files in a repository further out.
        try folder.write(Self.override, to: "clone/tfguard.hcl")
        try FileManager.default.moveItem(
            atPath: folder.path("clone/.git"), toPath: folder.path("aside"))
        let around = try GitFolder(folder)
        try around.git("add", "clone")
        try around.git("commit", "-q", "-m", "mine")
        try around.push()
        try FileManager.default.moveItem(
            atPath: folder.path("aside"), toPath: folder.path("clone/.git"))
        let loaded = try load(folder, at: "clone")
        let clonesPath = try #require(FilePath(folder.path("clone"))).resolved()
        #expect(loaded.rules == ["top = block (project at origin/HEAD of \(clonesPath))"])
        #expect(loaded.doubts == [])
        #expect(loaded.policy.relaxations.map(\.source.origin.isAnchored) == [false])
        #expect(loaded.changed == ["clone/tfguard.hcl"])
    }

    @Test func `what a changed file relaxed has to be reviewed anew`() throws {
        let folder = try Self.clone()
        try folder.write(Self.override, to: "live/tfguard.hcl")
        let repository = try GitFolder(folder)
        try repository.commit()
        try repository.push()
        #expect(try load(folder).policy.relaxations.map(\.source.origin.isAnchored) == [true])
        try folder.write(Self.override + "\n", to: "live/tfguard.hcl")
        #expect(try load(folder).policy.relaxations.map(\.source.origin.isAnchored) == [false])
        try FileManager.default.removeItem(atPath: folder.path("live/tfguard.hcl"))
        #expect(try load(folder).policy.relaxations.isEmpty)
    }

    @Test func `what a file extends counts as it was, and a shipped policy stays extended`() throws
    {
        let folder = try Self.clone()
        let repository = try GitFolder(folder)
        try folder.write(
            "extends = [\"../shared.hcl\", \"builtin:strict\"]\n", to: "live/tfguard.hcl")
        try folder.write(Self.rule("shared"), to: "shared.hcl")
        try repository.commit()
        try repository.push()
        let strict = try load(folder).rules.filter { $0.contains("builtin:strict") }
        #expect(!strict.isEmpty)
        try folder.write("", to: "shared.hcl")
        var loaded = try load(folder)
        #expect(loaded.rules.contains("shared = block (project at origin/HEAD)"))
        #expect(loaded.rules.filter { $0.contains("builtin:strict") } == strict)
        #expect(loaded.changed == ["shared.hcl"])
        try folder.write("", to: "live/tfguard.hcl")
        loaded = try load(folder)
        #expect(
            loaded.rules.filter { $0.contains("builtin:strict at origin/HEAD") }.count
                == strict.count)
    }

    @Test func `hours that an agent changes open nothing`() throws {
        let folder = try Self.clone()
        let repository = try GitFolder(folder)
        func window(_ day: String) -> String {
            "window \"w\" {\n  days     = [\"\(day)\"]\n  timezone = \"UTC\"\n}\n"
        }
        let rule = Self.rule("live", "block", "  during   = [\"w\"]\n")
        try folder.write(window("mon") + rule, to: "live/tfguard.hcl")
        try repository.commit()
        try repository.push()
        try folder.write(window("sun") + rule, to: "live/tfguard.hcl")
        let loaded = try load(folder)
        let days = loaded.policy.rules.filter { $0.source.name == "live" }.map { rule in
            loaded.policy.window(named: "w", for: rule.source.origin)?.days
        }
        #expect(days == [[.sunday], [.monday]])
    }

    @Test func `a link is what it leads to in the commit`() throws {
        let folder = try Self.clone()
        let repository = try GitFolder(folder)
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("live/eu/tfguard.hcl"), withDestinationPath: "../../top.hcl")
        try folder.write(Self.rule("linked"), to: "top.hcl")
        try repository.commit()
        try repository.push()
        #expect(try load(folder).changed == [])
        try folder.write("", to: "top.hcl")
        let loaded = try load(folder)
        #expect(loaded.rules.contains("linked = block (project at origin/HEAD)"))
        #expect(loaded.changed == ["live/eu/tfguard.hcl"])
    }

    @Test func `an override of the same layer reaches a reviewed rule by its usual name`() throws {
        let origin = PolicyOrigin(
            layer: .project, distance: 0, isAnchored: true, isCommitted: true, isReviewed: true)
        let rule = RuleSource(name: "r", origin: origin, layerName: "project at origin/HEAD")
        #expect(rule.qualifiedName == "project at origin/HEAD/r")
        #expect(rule.nameForRelaxations == "project/r")
    }
}
