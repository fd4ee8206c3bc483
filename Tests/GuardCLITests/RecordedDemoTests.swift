import Diagnostics
import GuardCore
import GuardSystem
import TerraformPlan
import Testing

@testable import GuardCLI

@Suite struct RecordedDemoTests {
    @Test func `judges the recorded plan under the demo's own policy`() throws {
        let folder = try PrivateFolder()
        var said = ""
        try demo(
            on: DemoStage(
                files: embeddedDemo(), terraform: nil, tool: "/nonexistent",
                size: TerminalSize(columns: 80, rows: 24), style: .plain, in: folder.path,
                environment: Environment(), say: { said += $0 }))
        #expect(said.contains("This would destroy 2 resources, both critical."))
        #expect(said.contains(" DESTROY  courses-prod"))
        #expect(said.contains("terraform_data.courses"))
        #expect(said.contains(" DESTROY  enrolments-prod"))
        #expect(said.contains("no-database-loss (project) and 1 more: "))
        #expect(said.hasSuffix("\nType \"courses-prod\" to destroy it\n"))
    }
}
