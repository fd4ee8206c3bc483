import Foundation
import TestSupport
import Testing

@testable import TerraformPlan

/// A saved plan that the terraform of a fixture's name wrote, beside what it showed of it.
private struct RecordedPlan: CustomStringConvertible {
    let name: String

    var description: String { name }

    static let all = [
        "every-action-of-1.11", "destroy-without-reasons", "refresh-only-without-resource-changes",
        "deposed-object-beside-a-no-op", "deposed-object-forgotten-too",
    ].map(RecordedPlan.init)

    func bytes() throws -> [UInt8] { try bytes("plan") }
    func json() throws -> [UInt8] { try bytes("json") }

    private func bytes(_ kind: String) throws -> [UInt8] {
        let url = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(components: "Fixtures", "accept", "made-by-terraform", "\(name).\(kind)")
        return Array(try Data(contentsOf: url))
    }
}

func fault(_ bytes: [UInt8], limit: Int = 1 << 20) -> SavedPlanError? {
    do throws(SavedPlanError) {
        _ = try readSavedPlan(bytes, limit: limit)
        return nil
    } catch {
        return error
    }
}

@Suite struct SavedPlanTests {
    @Test(arguments: RecordedPlan.all)
    private func `says the same as what terraform shows of it`(recorded: RecordedPlan) throws {
        let saved = try readSavedPlan(try recorded.bytes())
        let plan = try read(try recorded.json())
        #expect(saved.disagreements(with: plan) == [])
        #expect(saved.terraformVersion == "1.11.4")
        #expect(saved.backend?.type == "local")
        #expect(saved.backend?.workspace == "default")
        #expect(saved.stateStore == nil)
        #expect(saved.state.lineage.bytes.count == 36)
        #expect(saved.state.serial > 0)
        #expect(saved.vanished.isEmpty)
        #expect(saved.changes.count { $0.action != .noOp } <= plan.changes.count)
    }

    @Test func `knows how a plan was made`() throws {
        let modes = try RecordedPlan.all.map { try readSavedPlan(try $0.bytes()).mode }
        #expect(modes == [.normal, .destroy, .refreshOnly, .normal, .normal])
    }

    @Test func `tells a deposed object from the one of its address`() throws {
        let saved = try readSavedPlan(try RecordedPlan.all[3].bytes())
        let current = ObjectAddress(address: "terraform_data.a")
        let deposed = ObjectAddress(address: "terraform_data.a", deposed: "deadbeef")
        #expect(saved.changes.first { $0.object == current }?.action == .noOp)
        #expect(saved.changes.first { $0.object == deposed }?.action == .delete)
        #expect(saved.changes.count == 2)
        #expect(saved.state.objects.map(\.deposed) == [nil, "deadbeef"])
    }

    @Test func `knows that planning failed half-way`() throws {
        let url = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(components: "Fixtures", "reject", "errored-by-prevent-destroy.plan")
        #expect(try readSavedPlan(Array(try Data(contentsOf: url))).isErrored)
    }

    @Test func `sees that what is shown is not what would be applied`() throws {
        let saved = try readSavedPlan(try RecordedPlan.all[1].bytes())
        let shown = String(decoding: try RecordedPlan.all[1].json(), as: UTF8.self)
        let kept = ObjectAddress(address: "terraform_data.kept")
        // One delete that is called something else, and one that is not shown.
        let before = #""address":"terraform_data.kept","mode""#
        #expect(shown.contains(before))
        let renamed = shown.replacing(before, with: #""address":"terraform_data.other","mode""#)
        #expect(
            saved.disagreements(with: try read(renamed))
                == [kept, ObjectAddress(address: "terraform_data.other")])
        for word in ["no-op", "update", "create", "forget", "read"] {
            let other = shown.replacing(#"["delete"]"#, with: #"["\#(word)"]"#)
            #expect(saved.disagreements(with: try read(other)).contains(kept), "\(word)")
        }
        #expect(
            saved.disagreements(with: try read(plan(with: #""resource_changes":[]"#))).count
                == saved.changes.count)
    }

    /// Wherever a bit flips, the file is refused or reads as it did.
    @Test func `is not fooled by a single bit`() throws {
        let bytes = try RecordedPlan.all[3].bytes()
        let expected = try readSavedPlan(bytes)
        var refusals = 0
        for index in bytes.indices {
            var flipped = bytes
            flipped[index] ^= 1 << UInt8(index % 8)
            do throws(SavedPlanError) {
                let other = try readSavedPlan(flipped)
                #expect(other.changes.map(\.object) == expected.changes.map(\.object), "\(index)")
                #expect(other.changes.map(\.action) == expected.changes.map(\.action), "\(index)")
                #expect(
                    other.state.objects.map(\.key) == expected.state.objects.map(\.key), "\(index)")
                #expect(other.backend?.configuration == expected.backend?.configuration)
            } catch {
                refusals += 1
            }
        }
        #expect(refusals > bytes.count / 2)
    }

    @Test func `refuses a file that is cut off anywhere`() throws {
        let bytes = try RecordedPlan.all[3].bytes()
        for count in bytes.indices { #expect(fault(Array(bytes[..<count])) != nil, "\(count)") }
    }

    @Test(.requires(.terraform))
    func `agrees with the terraform of this machine`() throws {
        let project = try TerraformProject(policy: nil)
        try project.write(
            #"""
            resource "terraform_data" "a" {
              for_each = toset(["x", "y \"z\" $${q}", "é", "\u202e"])
              input    = each.key
            }
            resource "terraform_data" "b" {
              count            = 3
              triggers_replace = var.version_of_b
            }
            variable "version_of_b" { default = 1 }
            """#, to: "main.tf")
        try project.prepare("apply", "-auto-approve")
        try project.prepare(
            "plan", "-var=version_of_b=2",
            "-target=terraform_data.b", "-target=terraform_data.a", "-out=saved.plan")
        let shown = try project.terraform("show", "-json", "saved.plan")
        let bytes = try #require(project.read("saved.plan"))
        let saved = try readSavedPlan(bytes)
        #expect(Set(saved.targets) == ["terraform_data.a", "terraform_data.b"])
        #expect(saved.state.objects.count == 7)
        #expect(
            Set(saved.state.objects.map(\.address)) == Set(saved.changes.map(\.object.address)))
        #expect(saved.disagreements(with: try read(shown.standardOutput)) == [])
    }
}
