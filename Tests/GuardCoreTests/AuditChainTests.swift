import GuardCore
import TerraformPlan
import Testing

/// The lines of a record, chained by their digests.
@Suite struct AuditChainTests {
    /// A record of so many lines.
    static func record(_ count: Int) -> [[UInt8]] {
        var previous = AuditLine.start
        return (1...count).map { number in
            let members = Array(
                "\"kind\":\"outcome\",\"lineage\":\"l\(number % 3)\",\"status\":\(number)".utf8)
            let line = AuditLine.sealed(number: number, previous: previous, members: members)
            previous = line.digest
            return line.text
        }
    }

    static func check(_ lines: [[UInt8]], anchors: [ByteString] = []) -> AuditChain {
        var chain = AuditChain(anchors: anchors)
        chain.check(lines.flatMap { $0 }, name: "log")
        return chain
    }

    @Test func `a record as it was written is whole`() throws {
        let lines = Self.record(50)
        let chain = Self.check(lines)
        #expect(chain.fault == nil)
        #expect(chain.count == 50)
        #expect(chain.head?.digest == AuditLine(lines[49].dropLast())?.digest)
        #expect(chain.anchored == nil)
    }

    /// As a fuzzer found it: whoever can write to a record must not bring down every run by it.
    @Test(arguments: [
        "99999999999999999999", "2026-01-31T23:59:599", "00000000000000000000", "T", "9",
    ])
    func `a time that is none is no time, and the line stands`(time: String) {
        let padding = String(repeating: " ", count: 40)
        let members = "\"kind\":\"note\",\"time\":\"\(time)\",\"reason\":\"\(padding)\""
        let line = AuditLine.sealed(
            number: 1, previous: AuditLine.start, members: Array(members.utf8))
        let chain = Self.check([line.text])
        #expect(chain.fault == nil)
        #expect(chain.count == 1)
    }

    /// `sed` and `sha256sum` say the same of a line: a published vector.
    @Test func `a line's digest is the SHA-256 of the bytes before it`() throws {
        let line = AuditLine.sealed(
            number: 1, previous: AuditLine.start, members: Array("\"kind\":\"x\"".utf8))
        let text = String(decoding: line.text, as: UTF8.self)
        let content = try #require(text.components(separatedBy: ",\"sha256\"").first)
        #expect(sha256Text(Array(content.utf8)) == line.digest.description)
        #expect(text.hasPrefix("{\"number\":1,\"previous\":\"000000"))
    }

    @Test func `every changed, removed, added or moved line is found, and named`() throws {
        let lines = Self.record(40)
        var generator = SeededGenerator(seed: 8)
        for round in 0..<4_000 {
            var mutated = lines
            let place = Int.random(in: 0..<40, using: &generator)
            let first: Int
            switch round % 5 {
            case 0:
                // One bit of one byte, the line break too.
                let byte = Int.random(in: 0..<mutated[place].count, using: &generator)
                mutated[place][byte] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
                first = place
            case 1:
                // The last one leaves no gap: that is what an anchor is for.
                let removed = place % 39
                mutated.remove(at: removed)
                first = removed
            case 2:
                mutated.insert(lines[Int.random(in: 0..<40, using: &generator)], at: place)
                first = place
            case 3:
                let other = (place + Int.random(in: 1..<40, using: &generator)) % 40
                mutated.swapAt(place, other)
                first = min(place, other)
            case _:
                // What is written again with a digest of its own contradicts its neighbour.
                let line = try #require(AuditLine(lines[place % 39].dropLast()))
                mutated[place % 39] =
                    AuditLine.sealed(
                        number: line.number, previous: line.previous,
                        members: Array("\"kind\":\"forged\"".utf8)
                    ).text
                first = place % 39 + 1
            }
            let fault = Self.check(mutated).fault
            guard let fault else {
                // A doubled line may be the very one that stands there.
                let isSame = mutated == lines
                #expect(isSame, "round \(round): \(round % 5) at \(place)")
                continue
            }
            // A doubled line is noticed where it repeats, or where the next one does not follow it.
            let tolerance = round % 5 == 2 ? 1 : 0
            #expect(
                (first + 1...first + 1 + tolerance).contains(fault.line),
                "round \(round): \(round % 5) at \(place): \(fault)")
        }
    }

    @Test func `a cut tail is found against an anchor, and only so`() throws {
        let lines = Self.record(30)
        let head = try #require(AuditLine(lines[29].dropLast())).digest
        let cut = Array(lines.dropLast(3))
        #expect(Self.check(cut).fault == nil)
        let anchored = Self.check(cut, anchors: [head])
        #expect(anchored.missingAnchors == [head])
        #expect(anchored.anchored == nil)
        #expect(Self.check(lines, anchors: [head]).anchored == 30)
    }

    @Test func `a chain rewritten from some point is found against an anchor`() throws {
        let lines = Self.record(20)
        let head = try #require(AuditLine(lines[19].dropLast())).digest
        var rewritten = Array(lines.prefix(10))
        var previous = try #require(AuditLine(lines[9].dropLast())).digest
        for number in 11...20 {
            let line = AuditLine.sealed(
                number: number, previous: previous, members: Array("\"kind\":\"forged\"".utf8))
            previous = line.digest
            rewritten.append(line.text)
        }
        #expect(Self.check(rewritten).fault == nil)
        #expect(Self.check(rewritten, anchors: [head]).missingAnchors == [head])
        // An older anchor vouches for what stands before it.
        let older = try #require(AuditLine(lines[4].dropLast())).digest
        #expect(Self.check(rewritten, anchors: [older]).anchored == 5)
    }

    /// Thousands of ways to cut the end off, and to write it anew with digests of its own.
    @Test func `any cut tail and any rewritten end is found against any later head, and only so`()
        throws
    {
        let lines = Self.record(40)
        let digests = try lines.map { try #require(AuditLine($0.dropLast())).digest }
        var generator = SeededGenerator(seed: 12)
        for _ in 0..<2_000 {
            // The lines before this one stay.
            let place = Int.random(in: 1..<40, using: &generator)
            var forged = Array(lines.prefix(place))
            var previous = digests[place - 1]
            // None more, fewer than there were, as many, or more.
            for number in 0..<Int.random(in: 0...45 - place, using: &generator) {
                let line = AuditLine.sealed(
                    number: place + 1 + number, previous: previous,
                    members: Array("\"kind\":\"forged\",\"of\":\(number)".utf8))
                previous = line.digest
                forged.append(line.text)
            }
            #expect(Self.check(forged).fault == nil)
            #expect(Self.check(forged).anchored == nil)
            let anchor = Int.random(in: 0..<40, using: &generator)
            let found = Self.check(forged, anchors: [digests[anchor]])
            #expect(found.fault == nil)
            if anchor < place {
                #expect(found.anchored == anchor + 1)
            } else {
                #expect(found.missingAnchors == [digests[anchor]], "\(place), \(anchor)")
            }
        }
    }

    /// Files and parts of files, at every border.
    @Test func `parts that are checked alone and joined say what the whole says`() throws {
        let lines = Self.record(30)
        let last = try #require(AuditLine(lines[29].dropLast())).digest
        var generator = SeededGenerator(seed: 21)
        for round in 0..<1_500 {
            var mutated = lines
            if round % 3 > 0 {
                let place = Int.random(in: 0..<30, using: &generator)
                switch round % 4 {
                case 0: mutated.remove(at: place)
                case 1: mutated.swapAt(place, (place + 7) % 30)
                case 2: mutated.insert(lines[(place + 5) % 30], at: place)
                case _: mutated[place][mutated[place].count / 2] ^= 1
                }
            }
            let whole = Self.check(mutated, anchors: [last])
            var joined = AuditChain(anchors: [last])
            var rest = mutated[...]
            var before = 0
            while !rest.isEmpty {
                let size = min(rest.count, Int.random(in: 1...12, using: &generator))
                var part = AuditChain(anchors: [last], isPart: true)
                part.check(rest.prefix(size).flatMap { $0 }, name: "log")
                joined.append(part, name: "log", linesBefore: before)
                before += part.count
                rest = rest.dropFirst(size)
            }
            #expect(joined.fault == whole.fault, "round \(round)")
            #expect(joined.missingAnchors == whole.missingAnchors)
            guard whole.fault == nil else { continue }
            #expect(joined.count == whole.count)
            #expect(joined.head?.digest == whole.head?.digest)
            #expect(joined.first == whole.first)
        }
    }

    @Test(
        arguments: [
            ([0, 10, 20, 30], nil), ([0, 10, 9, 30], nil), ([0, 1000, 600, 1100], 3),
            ([5000, 10, 20, 30], 2), ([0, 10, 2000, 5, 3000], 4),
        ] as [([Int], Int?)])
    func `a line that is dated long before another one that it follows is named`(
        minutes: [Int], line: Int?
    ) throws {
        var previous = AuditLine.start
        var lines: [[UInt8]] = []
        for (number, minute) in minutes.enumerated() {
            let time = Moment(secondsSinceEpoch: 1_800_000_000 + Int64(minute) * 60).inRFC3339
            let line = AuditLine.sealed(
                number: number + 1, previous: previous,
                members: Array("\"kind\":\"note\",\"lineage\":\"l\",\"time\":\"\(time)\"".utf8))
            previous = line.digest
            lines.append(line.text)
        }
        #expect(Self.check(lines).setBack?.line == line)
        // In parts of one line each.
        var joined = AuditChain()
        for (number, text) in lines.enumerated() {
            var part = AuditChain(isPart: true)
            part.check(text, name: "log")
            joined.append(part, name: "log", linesBefore: number)
        }
        #expect(joined.fault == nil)
        #expect(joined.setBack?.line == line)
    }

    @Test func `a line that was cut off is told from one that was changed`() {
        var bytes = Self.record(3).flatMap { $0 }
        bytes.removeLast(20)
        var chain = AuditChain()
        chain.check(bytes, name: "log")
        #expect(chain.fault?.line == 3)
        guard case .cutOff? = chain.fault?.reason else {
            Issue.record("\(String(describing: chain.fault))")
            return
        }
    }

    @Test func `files follow one another`() {
        let lines = Self.record(10)
        var chain = AuditChain()
        chain.check(lines.prefix(4).flatMap { $0 }, name: "old")
        chain.check(lines.dropFirst(4).flatMap { $0 }, name: "new")
        #expect(chain.fault == nil)
        var missing = AuditChain()
        missing.check(lines.prefix(4).flatMap { $0 }, name: "old")
        missing.check(lines.dropFirst(5).flatMap { $0 }, name: "new")
        #expect(missing.fault?.file == "new")
        #expect(missing.fault?.line == 1)
    }

    @Test func `no text makes a reader of lines fail otherwise than by saying so`() {
        var generator = SeededGenerator(seed: 3)
        let line = Self.record(1)[0]
        for _ in 0..<2_000 {
            var text = line
            for _ in 0..<Int.random(in: 1...6, using: &generator) {
                let place = Int.random(in: 0..<text.count, using: &generator)
                if Bool.random(using: &generator) {
                    text[place] = UInt8.random(in: 0...255, using: &generator)
                } else {
                    text.remove(at: place)
                }
            }
            _ = AuditLine(text[...])
            var reader = HistoryReader(lineage: "l1", place: "")
            reader.read(text)
            _ = reader.history
        }
    }
}

/// The same numbers in every run.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// SplitMix64.
    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
