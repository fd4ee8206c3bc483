import Foundation
import GuardSystem
import TerraformPlan
import TestSupport
import Testing

@testable import GuardCLI
@testable import GuardCore

/// Plans below rules that do not count where they are judged, and that are gone from the folder.
@Suite(.requires(.git)) struct OtherPoliciesTests {
    private static let rule = "rule \"r\" {\n  types    = [\"x\"]\n  decision = \"block\"\n}\n"

    private let folder: TemporaryDirectory
    private let repository: GitFolder

    /// A clone with a policy in `live`, which was removed, and a folder beside it.
    init() throws {
        folder = try TemporaryDirectory()
        repository = try GitFolder(folder, at: "clone")
        try folder.write(Self.rule, to: "clone/live/tfguard.hcl")
        try folder.write("{}", to: "clone/live/prod/plan.json")
        try folder.write("{}", to: "clone/plan.json")
        try folder.makeFolder("elsewhere")
        try repository.commit(at: "clone")
        try repository.push(at: "clone")
        try FileManager.default.removeItem(atPath: folder.path("clone/live/tfguard.hcl"))
    }

    private func refuse(
        _ plan: String = "clone/live/prod/plan.json", in place: String = "elsewhere",
        for actor: Actor = .agent
    ) throws -> [RunConcern] {
        let directory = try #require(FilePath(folder.path(place))).resolved()
        let path = try #require(FilePath(folder.path(plan)))
        return try OtherPolicies(askedBy: [actor]).refuse(path, judgedIn: directory)
    }

    @Test(arguments: [Actor.agent, .unattended], ["elsewhere", "clone"])
    func `a policy that an agent removes keeps the plans below it from being judged elsewhere`(
        actor: Actor, place: String
    ) throws {
        let refusal = #expect(throws: Refusal.self) { try refuse(in: place, for: actor) }
        #expect(refusal?.status == .policyError)
        let detail = try #require(refusal?.diagnostics.first?.detail)
        let live = try #require(FilePath(folder.path("clone/live"))).resolved()
        #expect(detail.contains("origin/HEAD has rules"), "\(detail)")
        #expect(detail.contains("tfguard check -chdir=\(live), or"), "\(detail)")
    }

    @Test(arguments: [Actor.human, .ci])
    func `a person and a pipeline are told of what lies there`(actor: Actor) throws {
        #expect(try refuse(for: actor) == [])
    }

    @Test(arguments: [
        ("clone/live/prod/plan.json", "clone/live/prod"),
        ("clone/live/prod/plan.json", "clone/live/prod/deeper"), ("clone/plan.json", "elsewhere"),
    ])
    func `no rules are missed where they count or never were`(plan: String, place: String) throws {
        try folder.makeFolder(place)
        #expect(try refuse(plan, in: place) == [])
    }

    @Test func `a repository that git cannot read is told of where rules may be missed`() throws {
        try FileManager.default.removeItem(atPath: folder.path("clone/.git/HEAD"))
        let clone = try #require(FilePath(folder.path("clone"))).resolved()
        let doubt = RunConcern.policyUnreviewed(in: ByteString(bytes: clone.bytes), .unreadable)
        #expect(try refuse() == [doubt])
        // Where all rules count, git is not asked again.
        #expect(try refuse(in: "clone/live/prod") == [])
    }
}
