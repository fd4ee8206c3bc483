import GuardSystem
import TestSupport
import Testing

@testable import GuardCLI
@testable import GuardCore
@testable import TerraformPlan

/// What is odd about applying a plan in a folder: where its state is.
@Suite struct StateStoreTests {
    private func concerns(_ change: (inout SavedPlan) -> Void) throws -> [RunConcern] {
        let folder = try TemporaryDirectory()
        let module = try RootModule(chdir: folder.path, environment: Environment(entries: []))
        let state = StateFile(lineage: "", serial: 0, objects: [])
        var plan = SavedPlan(state: state, previousState: state)
        change(&plan)
        return strangeness(of: plan, in: module)
    }

    @Test func `a plan of this folder's backend is not odd`() throws {
        let concerns = try concerns {
            $0.backend = SavedBackend(
                type: "local", workspace: "default", configuration: [0x80])
        }
        #expect(concerns == [])
    }

    /// Terraform 1.15 keeps a state where a provider has it, and says so in another field.
    @Test func `a plan whose state a provider keeps is read by terraform alone`() throws {
        let concerns = try concerns {
            $0.stateStore = SavedBackend(type: "acme_store", workspace: "default")
        }
        guard case .singleReading(let why)? = concerns.first, concerns.count == 1 else {
            Issue.record("\(concerns)")
            return
        }
        #expect(why.contains("state store"))
        let production = try #require(concerns.first).finding(isProduction: true)
        #expect(production.decision == .approve)
        #expect(try #require(concerns.first).finding(isProduction: false).decision == .confirm)
    }

    @Test func `a plan that does not say where its state is counts as one`() throws {
        #expect(try concerns { _ in }.count == 1)
    }
}
