import TestSupport
import Testing

@testable import TerraformPlan

/// DEFLATE, by hand and by zlib.
@Suite struct InflateTests {
    private func inflate(_ packed: [UInt8], count: Int) -> [UInt8]? {
        var inflate = Inflate(packed, 0..<packed.count, expectedCount: count)
        return try? inflate.run()
    }

    @Test func `unpacks each kind of block`() {
        #expect(inflate([3, 0], count: 0) == [])
        #expect(inflate([1, 0, 0, 0xff, 0xff], count: 0) == [])
        #expect(inflate([1, 2, 0, 0xfd, 0xff, 0x41, 0x42], count: 2) == [0x41, 0x42])
        // "a" four times: a literal, and a repetition of three at distance one.
        #expect(inflate([0x4b, 0x04, 0x02, 0x00], count: 4) == Array("aaaa".utf8))
    }

    @Test(arguments: [
        [], [0], [1], [7], [6], [1, 0, 0], [1, 2, 0, 0xfd, 0xff, 0x41],
        [1, 2, 0, 0xfd, 0xfe, 0x41, 0x42],
        // A repetition before there is anything; a distance code that means nothing.
        [0x03, 0x02, 0x00], [0x4b, 0x04, 0x1e, 0x00], [3, 0, 0],
        // Codes of codes: too many, too few, and all absent.
        [0x05, 0xc0, 0x81, 0x08, 0, 0, 0, 0, 0x20, 0x7f, 0xeb, 0x0f],
        [0xfd, 0xff, 0xff, 0xff], [0x05, 0, 0, 0],
    ])
    func `refuses what is not packed data`(packed: [UInt8]) {
        for count in [0, 1, 4, 1_000] { #expect(inflate(packed, count: count) == nil) }
    }

    private static let pack = """
        import sys, zlib
        for line in sys.stdin:
            level, strategy, window, data = line.split(':')
            packer = zlib.compressobj(int(level), zlib.DEFLATED, -int(window), 8, int(strategy))
            print((packer.compress(bytes.fromhex(data)) + packer.flush()).hex())
        """

    @Test(.requires(.python), arguments: 0..<4 as Range<UInt64>)
    func `unpacks what zlib packs, and refuses it when it is cut or changed`(seed: UInt64) throws {
        var chance = Chance(seed: seed)
        var lines = ""
        var texts: [[UInt8]] = []
        for level in 0...9 {
            for strategy in 0...4 {
                let count = [0, 1, 50, 3_000, 20_000].randomElement(using: &chance) ?? 0
                let alphabet = UInt8([1, 3, 16, 255].randomElement(using: &chance) ?? 0)
                let text = (0..<count).map { _ in UInt8.random(in: 0...alphabet, using: &chance) }
                texts.append(text)
                lines += "\(level):\(strategy):\([9, 15][strategy % 2]):\(hexadecimal(text))\n"
            }
        }
        let home = try TemporaryDirectory()
        let result = try run(
            try Requirement.python.path(), ["-c", Self.pack],
            environment: ChildEnvironment(home: home.path), standardInput: lines)
        let packed = result.output.split(separator: "\n").map(bytes)
        try #require(packed.count == texts.count, "\(result)")
        for (packed, text) in zip(packed, texts) {
            #expect(inflate(packed, count: text.count) == text)
            #expect(inflate(packed, count: text.count + 1) == nil)
            if !text.isEmpty { #expect(inflate(packed, count: text.count - 1) == nil) }
            #expect(inflate(packed + [0], count: text.count) == nil)
            #expect(inflate(Array(packed.dropLast()), count: text.count) == nil)
            var changed = packed
            let place = Int.random(in: changed.indices, using: &chance)
            changed[place] ^= 1 << UInt8.random(in: 0..<8, using: &chance)
            // It may unpack to something; the checksum tells. It must only not trap.
            _ = inflate(changed, count: text.count)
        }
    }

    @Test func `computes the checksum of ISO 3309`() {
        #expect(crc32([]) == 0)
        #expect(crc32(Array("123456789".utf8)) == 0xcbf4_3926)
    }

    private func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private func bytes(_ hexadecimal: Substring) -> [UInt8] {
        let digits = Array(hexadecimal.utf8).compactMap(\.hexadecimalValue)
        return stride(from: 0, to: digits.count - 1, by: 2).map {
            UInt8(digits[$0] << 4 | digits[$0 + 1])
        }
    }
}
