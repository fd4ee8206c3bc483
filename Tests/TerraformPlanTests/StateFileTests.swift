import Testing

@testable import TerraformPlan

@Suite struct StateFileTests {
    private static let state = """
        {
          "version": 4, "terraform_version": "1.11.4", "serial": 18446744073709551615,
          "lineage": "d981aff0", "outputs": {"x": {"value": "secret", "type": "string"}},
          "resources": [
            {"mode": "managed", "type": "aws_instance", "name": "web",
             "provider": "provider[\\"registry.terraform.io/hashicorp/aws\\"].west",
             "instances": [
               {"schema_version": 1, "attributes": {"id": "i-1", "tags": {"id": "no"}}},
               {"deposed": "deadbeef", "attributes": {"id": "i-0"}, "index_key": null}]},
            {"module": "module.app[\\"a.b\\"]", "mode": "managed", "type": "aws_db_instance",
             "name": "db", "provider": "provider[\\"x\\"]",
             "instances": [
               {"index_key": 0, "attributes": {"id": 7}}, {"index_key": "k\\"\\u001b", "attributes": null}]},
            {"mode": "data", "type": "aws_ami", "name": "a", "provider": "provider[\\"x\\"]",
             "instances": [{"attributes": {}}]},
            {"mode": "managed", "type": "t", "name": "none", "provider": "", "instances": []}
          ], "check_results": null
        }
        """

    @Test func `the objects of a state are told apart`() throws {
        let state = try readStateFile(Array(Self.state.utf8))
        #expect(state.serial == .max)
        #expect(state.lineage == "d981aff0")
        #expect(
            state.objects.map(\.address.description) == [
                "aws_instance.web", "aws_instance.web", "module.app[\"a.b\"].aws_db_instance.db[0]",
                "module.app[\"a.b\"].aws_db_instance.db[\"k\\\"\\u001b\"]", "data.aws_ami.a",
            ])
        #expect(state.objects.map(\.deposed) == [nil, "deadbeef", nil, nil, nil])
        #expect(
            state.objects.map(\.id)
                == ["\"i-1\"", "\"i-0\"", "7", nil, nil].map {
                    $0.map { JSONText(bytes: Array($0.utf8)) }
                })
        #expect(state.objects.first?.providerName == "registry.terraform.io/hashicorp/aws")
        #expect(state.managedCount == 3)
    }

    @Test(
        arguments: [
            ("", .empty), (" \n", .empty),
            (#"{"version": 3, "serial": 1, "lineage": "x", "modules": []}"#, .version("3")),
            (#"{"version": "4", "serial": 1, "lineage": "x"}"#, .version("\"4\"")),
            (#"{"serial": 1, "lineage": "x"}"#, .missing(key: "version")),
            (#"{"version": 4, "lineage": "x"}"#, .missing(key: "serial")),
            (#"{"version": 4, "serial": 1.5, "lineage": "x"}"#, .missing(key: "serial")),
            (#"{"version": 4, "serial": -1, "lineage": "x"}"#, .missing(key: "serial")),
            (#"{"version": 4, "serial": 1}"#, .missing(key: "lineage")),
            (
                #"{"serial": 1, "lineage": "x", "encrypted_data": "…", "encryption_version": "v0"}"#,
                .encrypted
            ),
            ("PK", .malformed(line: 1, column: 1)), ("[]", .malformed(line: 1, column: 1)),
            (
                "{\"version\": 4, \"serial\": 1, \"lineage\": \"x\"}\n{}",
                .malformed(line: 2, column: 1)
            ),
            (
                "{\"version\": 4,\n\"version\": 4, \"serial\": 1, \"lineage\": \"x\"}",
                .malformed(line: 2, column: 1)
            ),
            (
                "{\"version\":4,\"serial\":1,\"lineage\":\"x\",\n\"resources\":[{\"mode\":\"odd\"}]}",
                .malformed(line: 2, column: 22)
            ),
            (
                "{\"version\":4,\"serial\":1,\"lineage\":\"x\",\"resources\":[\n{\"mode\":\"data\"}]}",
                .malformed(line: 2, column: 16)
            ),
        ] as [(String, StateFileError)])
    func `what is no state of version 4 is refused`(text: String, error: StateFileError) {
        #expect(throws: error) { try readStateFile(Array(text.utf8)) }
    }

    @Test func `every cut of a state is refused`() {
        let bytes = Array(Self.state.utf8)
        for count in 0..<bytes.count - 1 where count % 7 == 0 {
            #expect(throws: StateFileError.self) { try readStateFile(Array(bytes[..<count])) }
        }
    }

    @Test func `shown values come with their mask, or not at all`() throws {
        let shown = readShownState(
            Array(
                """
                {"format_version": "1.0", "values": {"root_module": {
                  "resources": [
                    {"address": "t.a", "mode": "managed", "values": {"id": "1"}, "sensitive_values": {}},
                    {"address": "t.b", "mode": "managed", "values": {"id": "1"}}],
                  "child_modules": [{"address": "module.m", "child_modules": [{"resources": [
                    {"address": "module.m.module.n.t.c[\\"x\\"]", "deposed_key": "ab", "values": {},
                     "sensitive_values": {"id": true}}]}]}]}}}
                """.utf8))
        #expect(
            Set(shown.keys) == [
                StateObjectKey(address: "t.a"),
                StateObjectKey(address: "module.m.module.n.t.c[\"x\"]", deposed: "ab"),
            ])
        #expect(
            shown[StateObjectKey(address: "t.a")]?.values
                == JSONText(bytes: Array("{\"id\": \"1\"}".utf8)))
        #expect(readShownState(Array("{\"format_version\": \"1.0\"}".utf8)).isEmpty)
        #expect(readShownState(Array("Error".utf8)).isEmpty)
    }
}
