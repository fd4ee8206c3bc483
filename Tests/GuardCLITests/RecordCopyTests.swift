import Foundation
import GuardCore
import GuardSystem
import TerraformPlan
import TestSupport
import Testing

@testable import GuardCLI

/// A record with a copy that is kept elsewhere, and what becomes of it between the two.
@Suite struct RecordCopyTests {
    private let folder: TemporaryDirectory
    private let place: RecordPlace

    /// Keeps the copy in a file; where there is a file `busy`, somebody else has stored meanwhile.
    private static let program = """
        copy=$1
        case $2 in
        fetch) if [ -f "$copy" ]; then cp "$copy" "$3"; else rm -f "$3"; fi ;;
        store) if [ -f "$copy.busy" ]; then mv "$copy.busy" "$copy"; exit 75; fi; cp "$3" "$copy" ;;
        esac
        """

    init() throws {
        folder = try TemporaryDirectory()
        try folder.write(Self.program, to: "sync")
        place = try RecordPlace(path: folder.path("audit.jsonl"), environment: Environment())
    }

    private var sync: RecordSync {
        RecordSync(
            program: PolicyProgram(
                words: ["/bin/sh", folder.path("sync"), folder.path("copy")],
                environment: Environment(), actors: [.human]),
            place: place)
    }

    private func note(_ text: String) -> [UInt8] {
        Array("\"kind\":\"note\",\"text\":\"\(text)\"".utf8)
    }

    /// A machine writes lines, and stores each.
    private func store(_ texts: String...) throws {
        for text in texts {
            var file = try RecordFile.open(place)
            #expect(sync.fetch(into: &file) == .done)
            _ = try file.append(note(text))
            #expect(sync.store(file) == .done)
        }
    }

    /// What another machine has, which knows nothing of this one.
    private func copy(_ texts: String..., after lines: [UInt8] = []) -> [UInt8] {
        var copy = lines
        var (number, previous) = (0, AuditLine.start)
        if let last = AuditLine(lines.dropLast().split(separator: 0x0a).last ?? []) {
            (number, previous) = (last.number, last.digest)
        }
        for text in texts {
            let line = AuditLine.sealed(
                number: number + 1, previous: previous, members: note(text))
            (number, previous) = (number + 1, line.digest)
            copy += line.text
        }
        return copy
    }

    private func texts() throws -> [String] {
        try RecordContents(place).lines.map { line in
            line.value["text"]?.text ?? line.value["found"]?.text ?? line.kind
        }
    }

    /// Fetches, and says what is odd then.
    private func fetch() throws -> [RecordOddity] {
        var file = try RecordFile.open(place)
        #expect(sync.fetch(into: &file) == .done)
        return file.oddities
    }

    private func isWhole() throws -> Bool {
        try RecordContents(place).chain(anchors: []).fault == nil
    }

    @Test func `a machine that remembers nothing goes on behind what is kept elsewhere`() throws {
        try folder.write(copy("one", "two"), to: "copy")
        try store("three")
        #expect(try texts() == ["one", "two", "three"])
        #expect(folder.read("copy") == folder.read("audit.jsonl"))
        #expect(try isWhole())
        #expect(try fetch().isEmpty)
    }

    @Test func `what others stored meanwhile comes first, and the own line behind it`() throws {
        try store("one")
        var file = try RecordFile.open(place)
        let lines = try file.append(note("ours"))
        try folder.write(copy("theirs", after: try #require(folder.read("copy"))), to: "copy.busy")
        #expect(sync.store(file) == .overtaken)
        #expect(sync.fetch(into: &file, without: lines.all) == .done)
        #expect(file.oddities.isEmpty)
        _ = try file.append(note("ours"))
        #expect(sync.store(file) == .done)
        #expect(try texts() == ["one", "theirs", "ours"])
        #expect(folder.read("copy") == folder.read("audit.jsonl"))
        #expect(try isWhole())
        // It was written again, and so nothing of it was put aside.
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(!names.contains { $0.contains("aside") })
    }

    @Test func `lines that never got away stay where they follow the others`() throws {
        try store("one")
        var file = try RecordFile.open(place)
        _ = try file.append(note("not stored"))
        _ = consume file
        try store("three")
        #expect(try texts() == ["one", "not stored", "three"])
        #expect(folder.read("copy") == folder.read("audit.jsonl"))
    }

    @Test func `lines that never got away and follow nothing are put aside, and told of`() throws {
        try store("one")
        let copied = try #require(folder.read("copy"))
        var file = try RecordFile.open(place)
        _ = try file.append(note("not stored"))
        _ = consume file
        try folder.write(copy("theirs", after: copied), to: "copy")
        let odd = try fetch()
        guard case .aside(let path)? = odd.first, odd.count == 1 else {
            Issue.record("\(odd)")
            return
        }
        let aside = try #require(FileManager.default.contents(atPath: path.description))
        #expect(String(decoding: aside, as: UTF8.self).contains("not stored"))
        #expect(try texts() == ["one", "theirs"])
        #expect(try isWhole())
    }

    @Test(arguments: ["cut", "rewritten", "removed"])
    func `a copy that lacks what was stored from here is damage`(way: String) throws {
        try store("one", "two", "three")
        switch way {
        case "cut": try folder.write(copy("one"), to: "copy")
        case "rewritten": try folder.write(copy("one", "two", "forged", "more"), to: "copy")
        case _: try FileManager.default.removeItem(atPath: folder.path("copy"))
        }
        let odd = try fetch()
        #expect(
            odd.contains {
                guard case .damage(let found) = $0 else { return false }
                return found.contains("has not line 3 as it was stored from this machine")
            }, "\(odd)")
    }

    @Test func `a copy whose lines do not follow one another is not taken over`() throws {
        try store("one")
        var copied = copy("one", "two", "three")
        copied[copied.count / 2] ^= 1
        try folder.write(copied, to: "copy")
        var file = try RecordFile.open(place)
        guard case .failed(let why) = sync.fetch(into: &file) else {
            Issue.record("it was taken over")
            return
        }
        #expect(why.contains("line 2 of what was fetched"), "\(why)")
        #expect(try texts() == ["one"])
    }

    @Test func `nobody else writes while the record is fetched`() throws {
        let file = try RecordFile.open(place)
        // A lock belongs to an open file, so that another opening of this process has to wait too.
        #expect(throws: Refusal.self) {
            _ = try RecordFile.open(place, patience: .milliseconds(10))
        }
        _ = consume file
        _ = try RecordFile.open(place, patience: .seconds(30))
    }
}
