import TestSupport
import Testing

@testable import TerraformPlan

/// Plan files that somebody made to be read in two ways, and such as are only broken.
@Suite struct DoctoredPlanTests {
    @Test func `reads the smallest plan there is`() throws {
        let saved = try readSavedPlan(savedPlan().bytes())
        #expect(saved.terraformVersion == "1.11.4")
        #expect(saved.backend?.type == "s3")
        #expect(saved.backend?.workspace == "prod")
        #expect(saved.changes.isEmpty)
    }

    /// One change to a good archive, and what it is refused for.
    private struct Doctoring: CustomStringConvertible, Sendable {
        let description: String
        let reason: SavedPlanError.Reason
        let apply: @Sendable (inout ZipWriter) -> Void
    }

    private static let harmless = Array("PK-ish bytes nobody looks at".utf8)
    private static let deleting = Protobuf.plan(Protobuf.change("aws_db_instance.main", 5))

    private static let doctorings = [
        Doctoring(description: "a second tfplan", reason: .memberTwice("tfplan")) {
            $0.members.append(ZipWriter.Member(name: "tfplan", contents: deleting))
        },
        Doctoring(description: "two lock files", reason: .memberTwice(".terraform.lock.hcl")) {
            $0.members.append($0.members[3])
        },
        Doctoring(description: "bytes before the archive", reason: .strayData) {
            $0.before = harmless
        },
        Doctoring(description: "bytes before, and offsets from behind them", reason: .strayData) {
            $0.before = harmless
            $0.shift = -harmless.count
        },
        Doctoring(description: "bytes between members", reason: .strayData) {
            $0.members[1].junkBehind = harmless
        },
        Doctoring(description: "bytes before the directory", reason: .strayData) {
            $0.beforeDirectory = harmless
        },
        Doctoring(description: "bytes behind the directory", reason: .strayData) {
            $0.beforeEnd = harmless
        },
        Doctoring(description: "bytes behind the archive", reason: .strayData) {
            $0.after = harmless
        },
        Doctoring(description: "another archive behind it", reason: .strayData) {
            $0.after = savedPlan(deleting).bytes()
        },
        Doctoring(description: "a comment", reason: .strayData) { $0.comment = harmless },
        Doctoring(description: "a member that the directory lacks", reason: .strayData) {
            var other = savedPlan(deleting)
            other.members.removeLast(3)
            let file = other.bytes()
            $0.before = Array(file.prefix(file.count - 22 - 46 - 6 - 9))
        },
        Doctoring(description: "fewer entries than said", reason: .directoryDamaged) {
            $0.entryCount = 5
        },
        Doctoring(description: "more entries than said", reason: .strayData) { $0.entryCount = 3 },
        Doctoring(description: "another name in the header", reason: .directoryDamaged) {
            $0.members[0].headerName = "tfplaN"
        },
        Doctoring(description: "a size that lies", reason: .wrongSize) {
            $0.members[0].size = 1_000
        },
        Doctoring(description: "sizes behind the data that lie", reason: .wrongSize) {
            $0.members[0].trailingSize = 1
        },
        Doctoring(description: "a size in a header that has none", reason: .wrongSize) {
            $0.members[0].headerSize = 1
        },
        Doctoring(description: "a packed size that lies", reason: .directoryDamaged) {
            $0.members[3].packedSize = 1_000
        },
        Doctoring(description: "a wrong checksum", reason: .wrongChecksum) {
            $0.members[0].checksum = 0x1234_5678
        },
        Doctoring(description: "no tfplan", reason: .missingMember) {
            $0.members[0].name = "tfplan2"
        },
        Doctoring(description: "no state", reason: .missingMember) { $0.members.remove(at: 1) },
        Doctoring(description: "no state from before", reason: .missingMember) {
            $0.members.remove(at: 2)
        },
        Doctoring(description: "an encrypted member", reason: .unsupportedArchive) {
            $0.members[0].flags = 9
        },
        Doctoring(description: "an unknown way of packing", reason: .unsupportedArchive) {
            $0.members[0].method = 12
        },
        Doctoring(description: "packed data that is none", reason: .memberDamaged) {
            $0.members[0].method = 8
            $0.members[0].packed = [0xff, 0xff, 0xff]
        },
        Doctoring(description: "bytes behind the packed data", reason: .wrongSize) {
            $0.members[3].name = "x"
            $0.members[0] = ZipWriter.Member(
                name: "tfplan", contents: [], method: 8, packed: [3, 0, 0, 0])
        },
        Doctoring(description: "more unpacked data than said", reason: .wrongSize) {
            $0.members[0].method = 8
            // A block of one stored byte.
            $0.members[0].packed = [1, 1, 0, 0xfe, 0xff, 0x41]
            $0.members[0].size = 0
        },
        Doctoring(description: "more than is let in", reason: .tooLarge(limit: 1 << 20)) {
            $0.members[0].size = 2 << 20
        },
        Doctoring(description: "a state of another version", reason: .state(.version("3"))) {
            $0.members[1].contents = Array(#"{"version":3,"serial":1,"modules":[]}"#.utf8)
        },
    ]

    @Test(arguments: doctorings.indices)
    func `refuses what could be read in two ways`(index: Int) {
        let doctoring = Self.doctorings[index]
        var writer = savedPlan()
        doctoring.apply(&writer)
        #expect(fault(writer.bytes())?.reason == doctoring.reason, "\(doctoring)")
    }

    private static let messages: [(String, [UInt8], SavedPlanError.Reason)] = [
        ("no version", Protobuf.text(14, "1.11.4"), .unknownVersion(0)),
        ("version 4", Protobuf.number(1, 4), .unknownVersion(4)),
        ("nothing", [], .unknownVersion(0)),
        ("two versions", Protobuf.plan(Protobuf.number(1, 3)), .fieldTwice(field: 1)),
        ("two backends", Protobuf.plan(Protobuf.bytes(13, [])), .fieldTwice(field: 13)),
        (
            "two types of a backend",
            Protobuf.number(1, 3)
                + Protobuf.bytes(13, Protobuf.text(1, "a") + Protobuf.text(1, "b")),
            .fieldTwice(field: 1)
        ),
        (
            "two modes", Protobuf.plan(Protobuf.number(17, 1) + Protobuf.number(17, 0)),
            .fieldTwice(field: 17)
        ),
        ("an unknown mode", Protobuf.plan(Protobuf.number(17, 3)), .unknownMode(3)),
        (
            "an unknown action", Protobuf.plan(Protobuf.change("a.b", 11)),
            .unknownAction(11, address: "a.b")
        ),
        (
            "an action that a 32-bit number would take for another",
            Protobuf.plan(Protobuf.change("a.b", 1 << 32)), .unknownAction(1 << 32, address: "a.b")
        ),
        (
            "two changes of a row",
            Protobuf.plan(
                Protobuf.bytes(
                    3,
                    Protobuf.text(13, "a.b") + Protobuf.bytes(9, Protobuf.number(1, 5))
                        + Protobuf.bytes(9, []))), .fieldTwice(field: 9)
        ),
        (
            "two actions of a change",
            Protobuf.plan(
                Protobuf.bytes(
                    3,
                    Protobuf.text(13, "a.b")
                        + Protobuf.bytes(9, Protobuf.number(1, 5) + Protobuf.number(1, 0)))),
            .fieldTwice(field: 1)
        ),
        ("a row without an address", Protobuf.plan(Protobuf.bytes(3, [])), .malformedPlan),
        (
            "a row without a change",
            Protobuf.plan(Protobuf.bytes(3, Protobuf.text(13, "a.b"))), .malformedPlan
        ),
        ("a row that is a number", Protobuf.plan(Protobuf.number(3, 1)), .malformedPlan),
        ("a group", Protobuf.plan([0x3b, 0x3c]), .malformedPlan),
        ("a field without a number", Protobuf.plan([0x00, 0x01]), .malformedPlan),
        ("a length that is too long", Protobuf.plan([0x2a, 0x7f]), .malformedPlan),
        (
            "a number that does not end", Protobuf.plan([0x08] + Array(repeating: 0x80, count: 11)),
            .malformedPlan
        ),
        (
            "a number of 65 bits",
            Protobuf.plan([0x40] + Array(repeating: 0xff, count: 9) + [0x02]), .malformedPlan
        ),
        ("half a fixed number", Protobuf.plan([0x39, 1, 2, 3]), .malformedPlan),
    ]

    @Test(arguments: messages.indices)
    func `refuses a plan that is not encoded as Terraform does`(index: Int) {
        let (name, message, reason) = Self.messages[index]
        #expect(fault(savedPlan(message).bytes())?.reason == reason, "\(name)")
    }

    @Test func `passes over fields that it does not read`() throws {
        let unknown =
            Protobuf.number(500_000_001, 1) + Protobuf.text(22, "x") + [
                0x39, 1, 2, 3, 4, 5, 6, 7, 8,
            ]
            + [0x3d, 1, 2, 3, 4]
        let saved = try readSavedPlan(
            savedPlan(Protobuf.plan(unknown + Protobuf.change("a.b", 8, deposed: "00000001")))
                .bytes())
        #expect(
            saved.changes.map(\.object) == [ObjectAddress(address: "a.b", deposed: "00000001")])
        #expect(saved.changes.map(\.action) == [.forget])
    }

    @Test func `knows what a plan was restricted to`() throws {
        let fields =
            Protobuf.text(5, "module.a") + Protobuf.text(5, "t.b") + Protobuf.text(6, "t.c")
            + Protobuf.text(16, "t.d[0]") + Protobuf.text(32, "action.e.f") + Protobuf.number(17, 2)
            + Protobuf.number(20, 1)
            + Protobuf.bytes(29, Protobuf.text(1, "store") + Protobuf.text(3, "w"))
        let saved = try readSavedPlan(savedPlan(Protobuf.plan(fields)).bytes())
        #expect(saved.targets == ["module.a", "t.b"])
        #expect(saved.excluded == ["t.c"])
        #expect(saved.forcedReplacements == ["t.d[0]"])
        #expect(saved.actionTargets == ["action.e.f"])
        #expect(saved.mode == .refreshOnly)
        #expect(saved.isErrored)
        #expect(saved.stateStore?.type == "store")
        #expect(saved.stateStore?.workspace == "w")
    }

    @Test func `finds what a refresh has not found`() throws {
        let previous = #"""
            {"version":4,"terraform_version":"1.11.4","serial":0,"lineage":"","outputs":{},"resources":[
            {"mode":"managed","type":"t","name":"a","provider":"p","instances":[
            {"schema_version":0,"attributes":{"id":"1"}},{"deposed":"0000000a","attributes":{}}]},
            {"module":"module.m[\"k\"]","mode":"managed","type":"t","name":"b","each":"map","provider":"p",
            "instances":[{"index_key":"x","attributes":{}},{"index_key":0,"attributes":{}}]},
            {"mode":"data","type":"d","name":"c","provider":"p","instances":[{"attributes":{}}]}
            ],"check_results":null}
            """#
        let state = previous.replacing(#"{"index_key":"x","attributes":{}},"#, with: "")
            .replacing(#",{"deposed":"0000000a","attributes":{}}"#, with: "")
        let saved = try readSavedPlan(savedPlan(state: state, previous: previous).bytes())
        #expect(saved.state.objects.count { $0.mode == .managed } == 2)
        #expect(
            saved.vanished.map(\.key) == [
                StateObjectKey(address: "t.a", deposed: "0000000a"),
                StateObjectKey(address: #"module.m["k"].t.b["x"]"#),
            ])
    }

    @Test(arguments: [
        ("", SavedPlanError.Reason.empty),
        (#"{"remote_plan_format":1,"run_id":"run-a","hostname":"h"}"#, .cloudBookmark),
        (#"{"meta":{},"encrypted_data":"AA==","encryption_version":"v0"}"#, .encryptedPlan),
        (#"{"version":4,"serial":1,"lineage":"a"}"#, .json),
        (#"{"format_version":"1.2","planned_values":{},"configuration":{}}"#, .json),
        ("{", .json), ("tfplan", .notAnArchive),
        ("a text that is long enough to be an archive", .notAnArchive),
        ("PK\u{3}\u{4} and nothing that an archive would end with", .strayData),
    ])
    func `names what is given instead`(text: String, reason: SavedPlanError.Reason) {
        let error = fault(Array(text.utf8))
        #expect(error?.reason == reason)
        #expect(error?.description.isEmpty == false)
    }
}
