import Foundation
import GuardCore
import GuardSystem
import TerraformPlan
import TestSupport
import Testing

@testable import GuardCLI

/// The file of the record, whatever became of its end.
@Suite struct RecordFileTests {
    private let folder: TemporaryDirectory
    private let place: RecordPlace

    init() throws {
        folder = try TemporaryDirectory()
        place = try RecordPlace(
            path: folder.path("audit.jsonl"), environment: Environment())
    }

    /// Adds lines, each by an opening of its own.
    @discardableResult
    private func append(
        _ count: Int, size: Int = 100, largestFile: Int? = 8 << 20, look: DamageLook = .none
    ) throws -> [RecordedLine] {
        var lines: [RecordedLine] = []
        for _ in 0..<count {
            var file = try RecordFile.open(place, largestFile: largestFile)
            let text = String(repeating: "x", count: size)
            let members = Array("\"kind\":\"note\",\"text\":\"\(text)\"".utf8)
            lines += try file.append(members, look: look).all
        }
        return lines
    }

    private func chain() throws -> AuditChain {
        try RecordContents(place).chain(
            anchors: RecordFile.secondHead(place).map { [$0.digest] } ?? [])
    }

    private func look() throws -> RecordLook { try RecordLook(of: "", at: "", in: place) }

    private func kinds() throws -> [String] { try RecordContents(place).lines.map(\.kind) }

    /// The file's lines, with their line breaks.
    private func lines() throws -> [[UInt8]] {
        try #require(folder.read("audit.jsonl")).split(separator: 0x0a).map { Array($0) + [0x0a] }
    }

    private func write(_ lines: some Sequence<[UInt8]>) throws {
        try folder.write(lines.flatMap { $0 }, to: "audit.jsonl")
    }

    private func found(_ lines: [RecordedLine]) throws -> [String] {
        try lines.map { line in
            let value = try #require(AuditLine(line.text.dropLast())).value
            return value["found"]?.text ?? ""
        }
    }

    // MARK: Several files

    @Test func `a record goes on in a new file, and its chain with it`() throws {
        try append(40, size: 300, largestFile: 2_000)
        let files = try RecordContents(place).files
        #expect(files.count > 4)
        let chain = try chain()
        #expect(chain.fault == nil)
        #expect(chain.first == 1)
        #expect(chain.head?.number == 40)
        #expect(chain.missingAnchors.isEmpty)
        #expect(try look().damage == nil)
    }

    @Test func `a line that is gone between two files is found`() throws {
        try append(20, size: 300, largestFile: 2_000)
        let second = try #require(try RecordContents(place).files.dropFirst().first).name
        let relative = URL(filePath: second).lastPathComponent
        let bytes = try #require(folder.read(relative))
        let cut = try #require(bytes.firstIndex(of: 0x0a))
        try folder.write(bytes[(cut + 1)...], to: relative)
        let fault = try #require(try chain().fault)
        #expect(fault.file == second)
        #expect(fault.line == 1)
    }

    @Test func `what the record knows is found in an older file`() throws {
        var file = try RecordFile.open(place)
        _ = try file.append(
            Array(
                #""kind":"intent","lineage":"l-1","place":"p","time":"2026-01-01T00:00:00Z","#.utf8)
                + Array(#""state":{"lineage":"l-1","serial":7,"resources":3}"#.utf8))
        _ = consume file
        try append(30, size: 300, largestFile: 2_000)
        #expect(try RecordContents(place).files.count > 3)
        let history = try RecordFile.history(of: "l-1", at: "p", in: place)
        #expect(history?.serial == 7)
    }

    @Test func `whoever is stopped while the file is put aside leaves a record that goes on`()
        throws
    {
        try append(3)
        try FileManager.default.moveItem(
            atPath: folder.path("audit.jsonl"), toPath: folder.path("audit.jsonl.000001"))
        #expect(try look().damage == nil)
        try append(2)
        #expect(try chain().fault == nil)
        #expect(try chain().head?.number == 5)
    }

    // MARK: A line that was cut off

    @Test(arguments: [1, 40, 199])
    func `a line that was cut off in the middle is taken away, and told of`(left: Int) throws {
        try append(3)
        let whole = try #require(folder.read("audit.jsonl"))
        let torn = try lines()[0].prefix(left)
        try folder.write(whole + torn, to: "audit.jsonl")
        // Nobody wrote a whole line there, so that nothing is missing.
        #expect(try look().damage == nil)
        let written = try append(1)
        #expect(written.count == 2)
        #expect(try found(written)[0].contains("its \(left) bytes were taken away"))
        #expect(try kinds() == ["note", "note", "note", "damage", "note"])
        #expect(try chain().fault == nil)
        #expect(try chain().head?.number == 5)
    }

    @Test func `the second head is always that of the last line`() throws {
        // Its number becomes longer, and a file that somebody made longer is replaced.
        for number in 1...12 {
            if number == 7 {
                try folder.write(String(repeating: "x", count: 500), to: "audit.jsonl.head")
                #expect(try look().damage != nil)
            }
            let line = try #require(try append(1, look: .taken).last)
            let head = try #require(RecordFile.secondHead(place))
            #expect(head.number == line.number)
            #expect(head.digest == line.digest)
            #expect(try look().damage == nil)
        }
    }

    @Test func `the head that was not moved on is no damage`() throws {
        try append(3)
        let head = try #require(folder.read("audit.jsonl.head"))
        try append(1)
        // As where the disk was full, or tfguard was killed between the two.
        try folder.write(head, to: "audit.jsonl.head")
        #expect(try look().damage == nil)
        #expect(try append(1).count == 1)
        #expect(try chain().fault == nil)
    }

    // MARK: Damage

    /// Each way to take something away from the record.
    enum Damage: String, CaseIterable, Sendable {
        case cut, cutInTheMiddle, emptied, removed, changed, rewritten, headless
    }

    private func damage(_ way: Damage) throws {
        let before = try lines()
        switch way {
        case .cut: try write(before.dropLast(2))
        case .cutInTheMiddle:
            try write(before.dropLast() + [Array(before[before.count - 1].dropLast(9))])
        case .emptied: try write([])
        case .removed: try FileManager.default.removeItem(atPath: folder.path("audit.jsonl"))
        case .changed:
            let last = String(decoding: before[before.count - 1], as: UTF8.self)
            try write(before.dropLast() + [Array(last.replacing("xxx", with: "yyy").utf8)])
        case .rewritten:
            let kept = try #require(AuditLine(before[before.count - 2].dropLast()))
            let line = AuditLine.sealed(
                number: kept.number + 1, previous: kept.digest,
                members: Array("\"kind\":\"note\",\"text\":\"nothing happened\"".utf8))
            try write(before.dropLast() + [line.text])
        case .headless: try FileManager.default.removeItem(atPath: folder.path("audit.jsonl.head"))
        }
    }

    @Test(arguments: Damage.allCases)
    func `a record whose end is not as it was is known before anything is judged`(
        way: Damage
    ) throws {
        try append(6)
        #expect(try look().damage == nil)
        try damage(way)
        let words = try #require(try look().damage)
        #expect(words.hasSuffix("."))
        // Looking has changed nothing.
        #expect(try look().damage == words)
    }

    @Test(arguments: Damage.allCases)
    func `damage stays known until a person has let a run pass in spite of it`(
        way: Damage
    ) throws {
        try append(6)
        try damage(way)
        let words = try #require(try look().damage)
        // An agent that was refused leaves a line, and so do others.
        let told = try found(try append(2))
        #expect(told.contains(words), "\(told)")
        #expect(try look().damage?.hasPrefix(words) == true)
        try append(1, look: .taken)
        #expect(try look().damage == nil)
        try append(1)
        #expect(try look().damage == nil)
    }

    @Test func `a line that is used and was changed is known before anything is judged`() throws {
        for number in 1...3 {
            var file = try RecordFile.open(place)
            _ = try file.append(
                Array(
                    (#""kind":"intent","lineage":"l-\#(number)","place":"p\#(number)","#
                        + #""state":{"lineage":"l-\#(number)","serial":4\#(number)}"#).utf8))
        }
        let before = try lines().map { String(decoding: $0, as: UTF8.self) }
        try write(before.map { Array($0.replacing("\"serial\":41", with: "\"serial\":11").utf8) })
        let touched = try RecordLook(of: "l-1", at: "p1", in: place)
        #expect(touched.damage?.contains("Line 1 ") == true)
        #expect(try RecordLook(of: "l-2", at: "p2", in: place).damage == nil)
    }

    // MARK: The clock

    @Test func `a clock that was set back is told of, and nothing else comes of it`() throws {
        let years = Moment(secondsSinceEpoch: 4_000_000_000).inRFC3339
        var file = try RecordFile.open(place)
        _ = try file.append(
            Array(#""kind":"note","time":"\#(years)","text":"from the future""#.utf8))
        _ = consume file
        #expect(try look().damage == nil)
        let written = try append(1)
        #expect(written.count == 2)
        #expect(try found(written)[0].contains("The clock has been set back"))
        #expect(try append(1).count == 1)
        let chain = try chain()
        #expect(chain.fault == nil)
        #expect(chain.setBack?.line == 2)
        #expect(chain.setBack?.before.inRFC3339 == years)
    }

    // MARK: Large ones

    @Test func `a large record is checked in parts as if it were whole`() throws {
        var bytes: [UInt8] = []
        var previous = AuditLine.start
        for number in 1...9 {
            let text = String(repeating: "x", count: 600_000)
            let line = AuditLine.sealed(
                number: number, previous: previous,
                members: Array("\"kind\":\"note\",\"text\":\"\(text)\"".utf8))
            previous = line.digest
            bytes += line.text
        }
        try folder.write(bytes, to: "audit.jsonl")
        let contents = try RecordContents(place)
        #expect(contents.chain(anchors: [previous]).head?.number == 9)
        #expect(contents.chain(anchors: [previous]).anchored == 9)
        #expect(contents.chain(anchors: []).fault == nil)
        // In the second part.
        bytes[5_000_000] ^= 1
        try folder.write(bytes, to: "audit.jsonl")
        let fault = try RecordContents(place).chain(anchors: []).fault
        #expect(fault?.line == 9)
        #expect(fault?.reason == .changed)
    }
}
