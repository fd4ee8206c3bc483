import Foundation
import TestSupport
import Testing

@testable import TerraformPlan

/// Real and hand-made plans of many repositories, in the folder that `TFGUARD_PLAN_CORPUS` names.
@Suite struct CorpusTests {
    /// Edited by hand until an object in `resource_drift` had a key twice; Foundation does not mind.
    private static let withKeysTwice = ["test/read_planned_assets/tf1_0plan.applied.json"]

    @Test(.requires(.planCorpus))
    func `reads or refuses each plan, and finds the losses that another parser finds`() throws {
        let folder = try Requirement.planCorpus.path()
        let files = try #require(FileManager.default.enumerator(atPath: folder))
        var readCount = 0
        for case let file as String in files where !file.hasSuffix(".tsv") {
            let path = folder + "/" + file
            guard let data = FileManager.default.contents(atPath: path) else { continue }
            do throws(PlanError) {
                let plan = try read(Array(data))
                readCount += 1
                #expect(losses(of: plan) == independentLosses(of: data), "\(file)")
            } catch {
                #expect(!error.description.isEmpty, "\(file)")
                let isKnown = Self.withKeysTwice.contains { file.hasSuffix($0) }
                #expect(isKnown || isRefusedForGoodReason(data), "\(file): \(error)")
            }
        }
        #expect(readCount > 0)
    }

    private struct Loss: Hashable {
        let address: [UInt8]
        let deposed: String?
    }

    private func losses(of plan: Plan) -> Set<Loss> {
        let lost = plan.changes.filter {
            $0.actions.contains(.delete) || $0.actions.contains(.forget)
        }
        return Set(
            lost.map { Loss(address: $0.address.bytes, deposed: $0.deposed?.description) })
    }

    private func independentLosses(of data: Data) -> Set<Loss>? {
        guard let plan = try? JSONSerialization.jsonObject(with: data) as? [String: Any] else {
            return nil
        }
        let rows = plan["resource_changes"] as? [[String: Any]] ?? []
        return Set(
            rows.compactMap { row in
                let change = row["change"] as? [String: Any] ?? [:]
                let actions = change["actions"] as? [String] ?? []
                guard actions.contains("delete") || actions.contains("forget"),
                    let address = row["address"] as? String
                else { return nil }
                return Loss(address: Array(address.utf8), deposed: row["deposed"] as? String)
            })
    }

    /// Whether another parser finds fault with the document too.
    private func isRefusedForGoodReason(_ data: Data) -> Bool {
        guard let plan = try? JSONSerialization.jsonObject(with: data) as? [String: Any] else {
            return true
        }
        let rows = plan["resource_changes"] as? [Any] ?? []
        return plan["planned_values"] == nil || plan["configuration"] == nil
            || plan["errored"] as? Bool == true
            || rows.contains { !($0 is [String: Any]) }
            || hasUnknownAction(rows)
    }

    private func hasUnknownAction(_ rows: [Any]) -> Bool {
        rows.contains { row in
            let change = (row as? [String: Any])?["change"] as? [String: Any]
            let actions = change?["actions"] as? [String] ?? []
            return !actions.allSatisfy { ChangeAction(rawValue: $0) != nil }
        }
    }
}
