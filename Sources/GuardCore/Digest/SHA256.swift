/// SHA-256 (FIPS 180-4).
///
/// The message is taken in blocks of 64 bytes. A block's sixteen words are the only schedule there
/// is: round t needs W(t−2), W(t−7), W(t−15) and W(t−16), so W(t) takes the place of W(t−16).
package struct SHA256: Sendable {
    /// H(i) of section 6.2.
    private var state: SIMD8<UInt32>
    /// Bytes of a block that is not full yet.
    private var pending: InlineArray<64, UInt8>
    private var pendingCount = 0
    /// Of the message so far.
    private var byteCount: UInt64 = 0

    package init() {
        // Section 5.3.3.
        state = [
            0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c,
            0x1f83_d9ab, 0x5be0_cd19,
        ]
        pending = InlineArray(repeating: 0)
    }

    package mutating func update(_ bytes: [UInt8]) {
        update(bytes.span)
    }

    package mutating func update(_ bytes: Span<UInt8>) {
        byteCount &+= UInt64(bytes.count)
        var start = 0
        if pendingCount > 0 {
            start = min(64 - pendingCount, bytes.count)
            for index in 0..<start { pending[pendingCount + index] = bytes[index] }
            pendingCount += start
            guard pendingCount == 64 else { return }
            Self.compress(pending.span, from: 0, into: &state)
            pendingCount = 0
        }
        while bytes.count - start >= 64 {
            Self.compress(bytes, from: start, into: &state)
            start += 64
        }
        for index in start..<bytes.count { pending[index - start] = bytes[index] }
        pendingCount = bytes.count - start
    }

    /// The digest: 32 bytes.
    package func finish() -> [UInt8] {
        var copy = self
        // Section 5.1.1: a one bit, zeros, and the length in bits, to the end of a block.
        let length = byteCount &* 8
        let zeros = (pendingCount < 56 ? 55 : 119) - pendingCount
        var padding: [UInt8] = [0x80]
        padding.append(contentsOf: repeatElement(0, count: zeros))
        for shift in stride(from: 56, through: 0, by: -8) {
            padding.append(UInt8(truncatingIfNeeded: length >> UInt64(shift)))
        }
        copy.update(padding)

        var digest: [UInt8] = []
        digest.reserveCapacity(32)
        for index in 0..<8 {
            for shift in stride(from: 24, through: 0, by: -8) {
                digest.append(UInt8(truncatingIfNeeded: copy.state[index] >> UInt32(shift)))
            }
        }
        return digest
    }

    /// Section 6.2.2.
    private static func compress(
        _ bytes: Span<UInt8>, from start: Int, into state: inout SIMD8<UInt32>
    ) {
        var words = InlineArray<16, UInt32> { index in
            let at = start + index * 4
            return UInt32(bytes[at]) << 24 | UInt32(bytes[at + 1]) << 16
                | UInt32(bytes[at + 2]) << 8 | UInt32(bytes[at + 3])
        }
        var working = Working(state)
        working.sixteenRounds(words, constants0)
        extend(&words)
        working.sixteenRounds(words, constants1)
        extend(&words)
        working.sixteenRounds(words, constants2)
        extend(&words)
        working.sixteenRounds(words, constants3)
        state = state &+ working.joined
    }

    /// Replaces sixteen words of the schedule by the sixteen that follow.
    private static func extend(_ words: inout InlineArray<16, UInt32>) {
        for index in 0..<16 {
            let early = words[(index + 1) & 15]
            let late = words[(index + 14) & 15]
            let small0 = early.rotated(7) ^ early.rotated(18) ^ early >> 3
            let small1 = late.rotated(17) ^ late.rotated(19) ^ late >> 10
            words[index] = words[index] &+ small0 &+ words[(index + 9) & 15] &+ small1
        }
    }
}

/// The working variables of section 6.2.2.
private struct Working {
    var a: UInt32
    var b: UInt32
    var c: UInt32
    var d: UInt32
    var e: UInt32
    var f: UInt32
    var g: UInt32
    var h: UInt32

    init(_ state: SIMD8<UInt32>) {
        (a, b, c, d) = (state[0], state[1], state[2], state[3])
        (e, f, g, h) = (state[4], state[5], state[6], state[7])
    }

    var joined: SIMD8<UInt32> { SIMD8(a, b, c, d, e, f, g, h) }

    /// Each round changes two of the eight; the next one calls them by their next names, and after
    /// eight every name is back in its place, so that nothing has to be moved.
    mutating func sixteenRounds(
        _ w: borrowing InlineArray<16, UInt32>, _ k: InlineArray<16, UInt32>
    ) {
        Self.round(a, b, c, &d, e, f, g, &h, w[0] &+ k[0])
        Self.round(h, a, b, &c, d, e, f, &g, w[1] &+ k[1])
        Self.round(g, h, a, &b, c, d, e, &f, w[2] &+ k[2])
        Self.round(f, g, h, &a, b, c, d, &e, w[3] &+ k[3])
        Self.round(e, f, g, &h, a, b, c, &d, w[4] &+ k[4])
        Self.round(d, e, f, &g, h, a, b, &c, w[5] &+ k[5])
        Self.round(c, d, e, &f, g, h, a, &b, w[6] &+ k[6])
        Self.round(b, c, d, &e, f, g, h, &a, w[7] &+ k[7])
        Self.round(a, b, c, &d, e, f, g, &h, w[8] &+ k[8])
        Self.round(h, a, b, &c, d, e, f, &g, w[9] &+ k[9])
        Self.round(g, h, a, &b, c, d, e, &f, w[10] &+ k[10])
        Self.round(f, g, h, &a, b, c, d, &e, w[11] &+ k[11])
        Self.round(e, f, g, &h, a, b, c, &d, w[12] &+ k[12])
        Self.round(d, e, f, &g, h, a, b, &c, w[13] &+ k[13])
        Self.round(c, d, e, &f, g, h, a, &b, w[14] &+ k[14])
        Self.round(b, c, d, &e, f, g, h, &a, w[15] &+ k[15])
    }

    private static func round(
        _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32,
        _ g: UInt32, _ h: inout UInt32, _ word: UInt32
    ) {
        let sum1 = e.rotated(6) ^ e.rotated(11) ^ e.rotated(25)
        let choice = (e & (f ^ g)) ^ g
        let first = h &+ sum1 &+ choice &+ word
        let sum0 = a.rotated(2) ^ a.rotated(13) ^ a.rotated(22)
        let majority = (a & b) ^ (c & (a ^ b))
        d = d &+ first
        h = first &+ sum0 &+ majority
    }
}

extension UInt32 {
    fileprivate func rotated(_ count: UInt32) -> UInt32 {
        self &>> count | self &<< (32 &- count)
    }
}

// K(t) of section 4.2.2: the cube roots of the first 64 primes.
private let constants0: InlineArray<16, UInt32> = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
    0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
    0x9bdc_06a7, 0xc19b_f174,
]
private let constants1: InlineArray<16, UInt32> = [
    0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc,
    0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147,
    0x06ca_6351, 0x1429_2967,
]
private let constants2: InlineArray<16, UInt32> = [
    0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e,
    0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624,
    0xf40e_3585, 0x106a_a070,
]
private let constants3: InlineArray<16, UInt32> = [
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f,
    0x682e_6ff3, 0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb,
    0xbef9_a3f7, 0xc671_78f2,
]
