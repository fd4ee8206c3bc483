import Foundation
import TestSupport
import Testing

/// What tfguard's own commands refuse, by the words with which they say so.
struct OwnCommandRefusalTests {
    struct Refused: CustomTestStringConvertible, Sendable {
        let status: Int32
        let summary: String
        let arguments: [String]
        var testDescription: String { arguments.joined(separator: " ") }

        init(_ status: Int32, _ summary: String, _ arguments: String...) {
            (self.status, self.summary, self.arguments) = (status, summary, arguments)
        }
    }

    static let refused: [Refused] = [
        Refused(64, "No program behind tfguard with", "with"),
        Refused(69, "No nosuchprogram on PATH", "with", "nosuchprogram"),
        Refused(64, "Unknown flag -bogus", "-bogus"),
        Refused(64, "No help on \"frob\"", "help", "frob"),
        Refused(64, "Unknown action of tfguard policy", "policy", "frob"),
        Refused(64, "No such type in the catalog", "policy", "catalog", "nothing_such"),
        Refused(64, "Two addresses", "explain", "a", "b", "c"),
        Refused(64, "-actor with a plan", "explain", "-actor", "p"),
        Refused(1, "Nothing has been recorded", "explain"),
        Refused(64, "Two plans to explain", "explain", "-plan=x.json", "-plan=y.json"),
        Refused(64, "No such shell", "completion", "tcsh"),
        Refused(64, "Two requests", "approve", "a", "b"),
        Refused(64, "\"never\" is no time", "approve", "-valid=never", "x"),
        Refused(64, "No request to approve", "approve"),
        Refused(64, "No reason", "approve", "r"),
        Refused(3, "Only a person approves", "approve", "x.json", "-reason=x"),
        Refused(64, "No plan to check", "check"),
        Refused(64, "Standard input twice", "check", "-", "-"),
        Refused(64, "-history beside a plan", "check", "-history=.", "p"),
        Refused(64, "No plan below", "check", "-history=empty"),
        Refused(65, "No plan in empty", "check", "empty"),
        Refused(65, "No plan matches nothing*.plan", "check", "nothing*.plan"),
        Refused(65, "Not a plan", "check", "x.json"),
        Refused(64, "No file in -output=json", "check", "-output=json", "p"),
        Refused(64, "Two reports in", "check", "-output=json=r", "-output=markdown=r", "x.json"),
        Refused(
            64, "-output would overwrite the plan x.json", "check", "-output=json=x.json", "x.json"),
        Refused(78, "No repository for -policy-ref", "check", "-policy-ref=main", "x.json"),
        Refused(64, "Unknown action of tfguard log", "log", "frob"),
        Refused(64, "Unexpected \"x\"", "log", "verify", "x", "y"),
        Refused(64, "-head is no digest", "log", "verify", "-head=zz"),
        Refused(1, "Nothing has been recorded", "log"),
        Refused(64, "-until is no date", "pin", "-until=never"),
        Refused(64, "-until without -new", "pin", "-until=2099-01-01"),
        Refused(1, "There is no state to pin", "pin"),
        Refused(64, "No such folder", "pin", "nowhere"),
        Refused(64, "Unexpected \"frob\"", "incident", "frob"),
        Refused(64, "\"x\" is no value for -format", "incident", "-format=x"),
        Refused(3, "Neither a person nor a pipeline", "rehearsal"),
        Refused(64, "Unknown action \"frob\"", "shim", "frob"),
        Refused(64, "\"\" names no folder", "shim", "install", ""),
        Refused(64, "Everybody can write to", "shim", "install", "/tmp"),
        Refused(64, "\"frob\" is no value for -max", "posture", "-max=frob"),
        Refused(64, "-json takes no value", "posture", "-json=1"),
        Refused(64, "No configuration here", "posture", "empty"),
    ]

    @Test(arguments: refused)
    func `what is asked for wrongly is refused, and says how to ask`(refused: Refused) throws {
        let folder = try Self.folder.get()
        let result = try run(
            ToolUnderTest.path(), refused.arguments,
            environment: ChildEnvironment(home: folder.path("home")), directory: folder.path)
        #expect(result.status == .exited(refused.status), "\(result)")
        let words = plainText(result.errors).replacing("│ ", with: "").replacing(/\s+/, with: " ")
        #expect(words.contains("Error: \(refused.summary)"), "\(result)")
    }

    /// They change nothing, and share a folder.
    private static let folder = Result {
        let folder = try TemporaryDirectory()
        try folder.makeFolder("home")
        try folder.makeFolder("empty")
        try folder.write("{}", to: "x.json")
        try folder.write("resource \"terraform_data\" \"a\" {}\n", to: "main.tf")
        return folder
    }
}
