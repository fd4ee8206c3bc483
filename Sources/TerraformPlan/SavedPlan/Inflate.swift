/// Unpacks what was packed with DEFLATE (RFC 1951), into no more bytes than it is told to expect.
///
/// Codes of up to nine bits, which is nearly all of them, are looked up in a table; longer ones are
/// counted out length by length, as the RFC's section 3.2.2 orders them.
struct Inflate {
    enum Failure: Error {
        case malformed
        /// There are more or fewer bytes, packed or unpacked, than was said.
        case wrongSize
    }

    private let input: [UInt8]
    private var position: Int
    private let end: Int
    private let expectedCount: Int
    private var output: [UInt8] = []
    /// Bits that were taken from the input and not used yet, lowest first.
    private var bits: UInt64 = 0
    private var bitCount = 0

    init(_ input: [UInt8], _ range: Range<Int>, expectedCount: Int) {
        self.input = input
        self.expectedCount = expectedCount
        position = range.lowerBound
        end = range.upperBound
        // DEFLATE makes at most 1032 bytes of one, so a number that lies costs no memory.
        output.reserveCapacity(min(expectedCount, range.count * 1032 + 1032))
    }

    mutating func run() throws(Failure) -> [UInt8] {
        var isLast = false
        while !isLast {
            isLast = try take(1) == 1
            switch try take(2) {
            case 0: try copyStored()
            case 1: try unpack(Self.fixedLiterals, Self.fixedDistances)
            case 2:
                let (literals, distances) = try readCodes()
                try unpack(literals, distances)
            default: throw .malformed
            }
        }
        // Whole bytes that are left were not part of the data.
        guard position == end, bitCount < 8, output.count == expectedCount else {
            throw .wrongSize
        }
        return output
    }

    // MARK: Bits

    private mutating func refill() {
        while bitCount <= 56, position < end {
            bits |= UInt64(input[position]) << UInt64(bitCount)
            position += 1
            bitCount += 8
        }
    }

    private mutating func take(_ count: Int) throws(Failure) -> Int {
        if bitCount < count { refill() }
        guard bitCount >= count else { throw .malformed }
        let value = Int(bits & ((1 << UInt64(count)) - 1))
        bits >>= UInt64(count)
        bitCount -= count
        return value
    }

    private mutating func take(_ code: HuffmanCode) throws(Failure) -> Int {
        if bitCount < HuffmanCode.longest { refill() }
        guard let (symbol, length) = code.symbol(of: bits), length <= bitCount else {
            throw .malformed
        }
        bits >>= UInt64(length)
        bitCount -= length
        return symbol
    }

    // MARK: Blocks

    /// A block that is not packed: section 3.2.4.
    private mutating func copyStored() throws(Failure) {
        _ = try take(bitCount & 7)
        let count = try take(16)
        guard try take(16) == ~count & 0xffff else { throw .malformed }
        guard output.count + count <= expectedCount else { throw .wrongSize }
        for _ in 0..<count { output.append(UInt8(try take(8))) }
    }

    /// Literals and repetitions up to the end of the block: section 3.2.3.
    private mutating func unpack(
        _ literals: HuffmanCode, _ distances: HuffmanCode
    ) throws(Failure) {
        while true {
            let symbol = try take(literals)
            if symbol < 256 {
                guard output.count < expectedCount else { throw .wrongSize }
                output.append(UInt8(symbol))
                continue
            }
            if symbol == 256 { return }
            guard symbol - 257 < Self.lengths.count else { throw .malformed }
            let (lengthBase, lengthBits) = Self.lengths[symbol - 257]
            let length = lengthBase + (try take(lengthBits))
            let place = try take(distances)
            guard place < Self.distances.count else { throw .malformed }
            let (distanceBase, distanceBits) = Self.distances[place]
            let distance = distanceBase + (try take(distanceBits))
            guard distance <= output.count else { throw .malformed }
            guard output.count + length <= expectedCount else { throw .wrongSize }
            // Byte by byte: what is copied may be what was just written.
            for _ in 0..<length { output.append(output[output.count - distance]) }
        }
    }

    /// The codes of a block that brings its own: section 3.2.7.
    private mutating func readCodes() throws(Failure) -> (HuffmanCode, HuffmanCode) {
        let literalCount = try take(5) + 257
        let distanceCount = try take(5) + 1
        let lengthCount = try take(4) + 4
        guard literalCount <= 286, distanceCount <= 30 else { throw .malformed }
        var lengthLengths = [UInt8](repeating: 0, count: 19)
        for index in 0..<lengthCount { lengthLengths[Self.lengthOrder[index]] = UInt8(try take(3)) }
        let lengthCode = try HuffmanCode(lengths: lengthLengths[...])

        var lengths: [UInt8] = []
        while lengths.count < literalCount + distanceCount {
            let symbol = try take(lengthCode)
            let repeated: (UInt8, Int)
            switch symbol {
            case 16:
                guard let last = lengths.last else { throw .malformed }
                repeated = (last, 3 + (try take(2)))
            case 17: repeated = (0, 3 + (try take(3)))
            case 18: repeated = (0, 11 + (try take(7)))
            default: repeated = (UInt8(symbol), 1)
            }
            lengths += repeatElement(repeated.0, count: repeated.1)
        }
        // A repetition must not run over the end; and without an end no block can be finished.
        guard lengths.count == literalCount + distanceCount, lengths[256] != 0 else {
            throw .malformed
        }
        return (
            try HuffmanCode(lengths: lengths[..<literalCount]),
            try HuffmanCode(lengths: lengths[literalCount...])
        )
    }

    // MARK: Tables of the RFC

    private static let lengthOrder = [
        16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
    ]

    /// Section 3.2.5: the smallest length, and the extra bits that add to it.
    private static let lengths: [(Int, Int)] =
        (0..<28).map { code in
            let bits = max(0, code / 4 - 1)
            return (code < 8 ? 3 + code : 3 + (4 + code % 4) << bits, bits)
        } + [(258, 0)]

    /// The smallest distance, and the extra bits that add to it.
    private static let distances: [(Int, Int)] =
        (0..<30).map { code in
            let bits = max(0, code / 2 - 1)
            return (code < 4 ? 1 + code : 1 + (2 + code % 2) << bits, bits)
        }

    /// Section 3.2.6.
    private static let fixedLiterals = HuffmanCode(
        knownLengths: [UInt8](repeating: 8, count: 144) + [UInt8](repeating: 9, count: 112)
            + [UInt8](repeating: 7, count: 24) + [UInt8](repeating: 8, count: 8))
    private static let fixedDistances = HuffmanCode(
        knownLengths: [UInt8](repeating: 5, count: 32))
}

/// A prefix code, given by the length of each symbol's code (RFC 1951, section 3.2.2).
private struct HuffmanCode: Sendable {
    static let longest = 15
    private static let tableBits = 9

    /// For the next bits of the input: symbol << 4 | length, or 0 where the code is longer.
    private var table = [UInt16](repeating: 0, count: 1 << tableBits)
    /// How many codes of each length there are.
    private var counts = [Int](repeating: 0, count: longest + 1)
    /// The symbols in the order of their codes.
    private var symbols: [UInt16] = []

    /// A code must use all of its room, so that every input means something.
    ///
    /// Two exceptions as in Go's `compress/flate` and in zlib: no code at all, for distances that are
    /// not needed, and a single one of one bit.
    init(lengths: ArraySlice<UInt8>) throws(Inflate.Failure) {
        self.init(knownLengths: Array(lengths))
        var room = 1
        for length in 1...Self.longest {
            room = room * 2 - counts[length]
            guard room >= 0 else { throw .malformed }
        }
        let isSingle = symbols.count == 1 && counts[1] == 1
        guard room == 0 || symbols.isEmpty || isSingle else { throw .malformed }
    }

    init(knownLengths lengths: [UInt8]) {
        for length in lengths where length > 0 { counts[Int(length)] += 1 }
        var code = 0
        for length in 1...Self.longest {
            code *= 2
            for (symbol, own) in lengths.enumerated() where Int(own) == length {
                symbols.append(UInt16(symbol))
                if length <= Self.tableBits, code < 1 << length {
                    enter(UInt16(symbol), code: code, length: length)
                }
                code += 1
            }
        }
    }

    /// Fills all places of the table that begin with a code, whose bits arrive highest first.
    private mutating func enter(_ symbol: UInt16, code: Int, length: Int) {
        var reversed = 0
        for bit in 0..<length where code & 1 << bit != 0 { reversed |= 1 << (length - 1 - bit) }
        for index in stride(from: reversed, to: table.count, by: 1 << length) {
            table[index] = symbol << 4 | UInt16(length)
        }
    }

    /// The symbol that these bits begin with, and the length of its code.
    func symbol(of bits: UInt64) -> (Int, Int)? {
        let entry = table[Int(bits & UInt64(table.count - 1))]
        if entry != 0 { return (Int(entry >> 4), Int(entry & 15)) }
        var code = 0
        var first = 0
        var index = 0
        for length in 1...Self.longest {
            code |= Int(bits >> UInt64(length - 1) & 1)
            let count = counts[length]
            if code - first < count { return (Int(symbols[index + code - first]), length) }
            index += count
            first = (first + count) * 2
            code *= 2
        }
        return nil
    }
}
