import Testing

@testable import TerraformPlan

/// Each way of looking at 64 bytes sees what a loop over them sees.
@Suite struct BlockMasksTests {
    @Test func `finds every byte at every place`() {
        for byte in UInt8.min...UInt8.max {
            for place in 0..<64 {
                var block = [UInt8](repeating: UInt8(ascii: "x"), count: 64)
                block[place] = byte
                check(block)
            }
        }
    }

    @Test func `finds bytes beside each other`() {
        var generator = Chance(seed: 64)
        let alphabet =
            Array("{}[],:\"\\ \t\n\r\u{1}\u{1f}x0".utf8) + [0x7f, 0x80, 0xa2, 0xff, 0xdb]
        for _ in 0..<2_000 {
            check((0..<64).map { _ in alphabet.randomElement(using: &generator) ?? 0 })
        }
    }

    private func check(_ block: [UInt8]) {
        var windows = 0
        check(PortableClassifier.self, block, &windows)
        #if arch(x86_64)
        check(SSE2Classifier.self, block, &windows)
        #endif
        #expect(windows > 0)
    }

    private func check<Classifier: BlockClassifier>(
        _: Classifier.Type, _ block: [UInt8], _ count: inout Int
    ) {
        count += 1
        let masks = block.withUnsafeBytes { bytes in
            bytes.baseAddress.map(Classifier.masks)
        }
        guard let masks else { return }
        #expect(masks.quote == mask(block) { $0 == .quote })
        #expect(masks.backslash == mask(block) { $0 == .backslash })
        #expect(masks.open == mask(block) { $0 == .leftBrace || $0 == .leftBracket })
        #expect(masks.close == mask(block) { $0 == .rightBrace || $0 == .rightBracket })
        let brackets = masks.open | masks.close
        #expect(masks.brace & brackets == mask(block) { $0 == .leftBrace || $0 == .rightBrace })
        #expect(masks.comma == mask(block) { $0 == .comma })
        #expect(masks.colon == mask(block) { $0 == .colon })
        #expect(masks.space == mask(block) { $0 == .space })
        #expect(masks.control == mask(block) { $0 < 0x20 })
        #expect(masks.high == mask(block) { $0 >= 0x80 })
        let tabs = block.withUnsafeBytes { bytes in
            bytes.baseAddress.map { Classifier.mask(of: $0, equalTo: .tab) }
        }
        #expect(tabs == mask(block) { $0 == .tab })
        let plain = block.withUnsafeBytes { bytes in
            bytes.baseAddress.map(Classifier.plainTextCount)
        }
        let width = Classifier.plainTextWidth
        let expected = block.prefix(width).firstIndex {
            $0 < 0x20 || $0 >= 0x80 || $0 == .quote || $0 == .backslash
        }
        #expect(plain == expected ?? width)
    }

    private func mask(_ block: [UInt8], where isWanted: (UInt8) -> Bool) -> UInt64 {
        block.indices.reduce(0) { $0 | (isWanted(block[$1]) ? 1 << UInt64($1) : 0) }
    }
}
