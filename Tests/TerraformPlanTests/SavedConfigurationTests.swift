import Testing

@testable import TerraformPlan

/// The configuration that lies in a saved plan.
@Suite struct SavedConfigurationTests {
    private func files(_ members: [(String, String)]) throws -> [SavedConfigurationFile] {
        let archive = ZipWriter(
            members: members.map { ZipWriter.Member(name: $0.0, contents: Array($0.1.utf8)) })
        return try readSavedConfiguration(archive.bytes())
    }

    @Test func `each file is known by its module`() throws {
        let found = try files([
            ("tfplan", ""), ("tfconfig/modules.json", "[]"), ("tfconfig/m-/main.tf", "root"),
            ("tfconfig/m-network/a.tf", "one"), ("tfconfig/m-network.subnets/sub/b.tf", "two"),
            ("tfconfig/m-nothing", ""), ("elsewhere/tfconfig/m-/c.tf", ""),
        ])
        #expect(
            found.map(\.modulePrefix) == ["", "module.network.module.subnets.", "module.network."])
        #expect(found.map(\.name) == ["main.tf", "sub/b.tf", "a.tf"])
        #expect(
            found.map { String(decoding: $0.contents, as: UTF8.self) } == ["root", "two", "one"])
    }

    @Test func `a damaged file is a damaged plan`() {
        var member = ZipWriter.Member(name: "tfconfig/m-/main.tf", contents: Array("root".utf8))
        member.checksum = 1
        let archive = ZipWriter(members: [member])
        #expect(throws: SavedPlanError.self) { try readSavedConfiguration(archive.bytes()) }
    }
}
