#if arch(x86_64)
import _Builtin_intrinsics.intel
#endif

/// Which of 64 bytes are what: bit i speaks of byte i.
struct BlockMasks {
    var quote: UInt64
    var backslash: UInt64
    /// `{` and `[`.
    var open: UInt64
    /// `}` and `]`.
    var close: UInt64
    /// Set for braces and clear for brackets; means nothing elsewhere.
    var brace: UInt64
    var comma: UInt64
    var colon: UInt64
    var space: UInt64
    /// Below 0x20.
    var control: UInt64
    /// From 0x80 on.
    var high: UInt64
}

/// A way to look at 64 bytes at once.
///
/// All of the functions are given a place from which 64 bytes may be read.
protocol BlockClassifier {
    static func masks(of bytes: UnsafeRawPointer) -> BlockMasks

    /// Which bytes are equal to one.
    static func mask(of bytes: UnsafeRawPointer, equalTo byte: UInt8) -> UInt64

    /// Whether all of the 64 bytes are from 0x20 to 0x7f.
    static func isPrintableASCII(_ bytes: UnsafeRawPointer) -> Bool

    /// How many bytes `plainTextCount` looks at.
    static var plainTextWidth: Int { get }

    /// How many bytes from here on are plain text of a string: ASCII but `"`, `\` and controls.
    static func plainTextCount(of bytes: UnsafeRawPointer) -> Int
}

// MARK: Eight bytes in a word

/// Works on every processor, with 64-bit words as vectors of eight bytes.
enum PortableClassifier: BlockClassifier {
    static func masks(of bytes: UnsafeRawPointer) -> BlockMasks {
        var masks = BlockMasks(
            quote: 0, backslash: 0, open: 0, close: 0, brace: 0, comma: 0, colon: 0, space: 0,
            control: 0, high: 0)
        var shift: UInt64 = 0
        while shift < 64 {
            // SAFETY: the shift is the word's offset in the 64 bytes.
            let word = unsafe bytes.loadUnaligned(fromByteOffset: Int(shift), as: UInt64.self)
                .littleEndian
            // `{` and `[` differ in 0x20 only, and so do `}` and `]`.
            let folded = word | each(0x20)
            masks.quote |= gather(equal(word, .quote)) &<< shift
            masks.backslash |= gather(equal(word, .backslash)) &<< shift
            masks.open |= gather(equal(folded, .leftBrace)) &<< shift
            masks.close |= gather(equal(folded, .rightBrace)) &<< shift
            masks.brace |= gather(word &<< 2) &<< shift
            masks.comma |= gather(equal(word, .comma)) &<< shift
            masks.colon |= gather(equal(word, .colon)) &<< shift
            masks.space |= gather(equal(word, .space)) &<< shift
            masks.control |= gather(isZero(word & each(0xe0))) &<< shift
            masks.high |= gather(word) &<< shift
            shift &+= 8
        }
        return masks
    }

    static func mask(of bytes: UnsafeRawPointer, equalTo byte: UInt8) -> UInt64 {
        var mask: UInt64 = 0
        var shift: UInt64 = 0
        while shift < 64 {
            // SAFETY: the shift is the word's offset in the 64 bytes.
            let word = unsafe bytes.loadUnaligned(fromByteOffset: Int(shift), as: UInt64.self)
                .littleEndian
            mask |= gather(equal(word, byte)) &<< shift
            shift &+= 8
        }
        return mask
    }

    static func isPrintableASCII(_ bytes: UnsafeRawPointer) -> Bool {
        var other: UInt64 = 0
        for offset in stride(from: 0, to: 64, by: 8) {
            // SAFETY: the offset lies in the 64 bytes.
            let word = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            other |= word | isZero(word & each(0xe0))
        }
        return other & each(0x80) == 0
    }

    static var plainTextWidth: Int { 8 }

    static func plainTextCount(of bytes: UnsafeRawPointer) -> Int {
        // SAFETY: the caller has 16 bytes.
        let word = unsafe bytes.loadUnaligned(as: UInt64.self).littleEndian
        let other =
            equal(word, .quote) | equal(word, .backslash) | isZero(word & each(0xe0)) | word
        return (other & each(0x80)).trailingZeroBitCount >> 3
    }

    @inline(__always)
    private static func each(_ byte: UInt64) -> UInt64 { byte &* 0x0101_0101_0101_0101 }

    /// The highest bit of each byte that is equal.
    @inline(__always)
    private static func equal(_ word: UInt64, _ byte: UInt8) -> UInt64 {
        isZero(word ^ each(UInt64(byte)))
    }

    /// The highest bit of each byte that is zero: no carry crosses bytes, since 0x7f + 0x7f has none.
    @inline(__always)
    private static func isZero(_ word: UInt64) -> UInt64 {
        ~((word & each(0x7f)) &+ each(0x7f) | word | each(0x7f))
    }

    /// The highest bits of the eight bytes, side by side.
    @inline(__always)
    private static func gather(_ word: UInt64) -> UInt64 {
        // Bit 8i + 7 goes to bit 56 + i: the factor holds one shift for each, and they do not meet.
        (((word & each(0x80)) &>> 7) &* 0x0102_0408_1020_4080) &>> 56
    }
}

// MARK: Sixteen bytes in a register

#if arch(x86_64)
/// SSE2, which every 64-bit x86 processor has.
enum SSE2Classifier: BlockClassifier {
    private typealias Vector = SIMD2<Int64>

    @inline(__always)
    static func masks(of bytes: UnsafeRawPointer) -> BlockMasks {
        // SAFETY: four times 16 bytes are the 64 that the caller has.
        let v0 = unsafe bytes.loadUnaligned(fromByteOffset: 0, as: Vector.self)
        // SAFETY: as above.
        let v1 = unsafe bytes.loadUnaligned(fromByteOffset: 16, as: Vector.self)
        // SAFETY: as above.
        let v2 = unsafe bytes.loadUnaligned(fromByteOffset: 32, as: Vector.self)
        // SAFETY: as above.
        let v3 = unsafe bytes.loadUnaligned(fromByteOffset: 48, as: Vector.self)
        let fold = all(0x20)
        // `{` and `[` differ in 0x20 only, and so do `}` and `]`.
        let f0 = _mm_or_si128(v0, fold)
        let f1 = _mm_or_si128(v1, fold)
        let f2 = _mm_or_si128(v2, fold)
        let f3 = _mm_or_si128(v3, fold)
        let high = join(bits(v0), bits(v1), bits(v2), bits(v3))
        // Compared as signed, so what is high is below too.
        let low = join(
            bits(_mm_cmplt_epi8(v0, fold)), bits(_mm_cmplt_epi8(v1, fold)),
            bits(_mm_cmplt_epi8(v2, fold)), bits(_mm_cmplt_epi8(v3, fold)))
        return BlockMasks(
            quote: equal(v0, v1, v2, v3, .quote),
            backslash: equal(v0, v1, v2, v3, .backslash),
            open: equal(f0, f1, f2, f3, .leftBrace),
            close: equal(f0, f1, f2, f3, .rightBrace),
            brace: join(
                bits(_mm_slli_epi16(v0, 2)), bits(_mm_slli_epi16(v1, 2)),
                bits(_mm_slli_epi16(v2, 2)), bits(_mm_slli_epi16(v3, 2))),
            comma: equal(v0, v1, v2, v3, .comma),
            colon: equal(v0, v1, v2, v3, .colon),
            space: equal(v0, v1, v2, v3, .space),
            control: low & ~high,
            high: high)
    }

    @inline(__always)
    static func mask(of bytes: UnsafeRawPointer, equalTo byte: UInt8) -> UInt64 {
        // SAFETY: four times 16 bytes are the 64 that the caller has.
        let v0 = unsafe bytes.loadUnaligned(fromByteOffset: 0, as: Vector.self)
        // SAFETY: as above.
        let v1 = unsafe bytes.loadUnaligned(fromByteOffset: 16, as: Vector.self)
        // SAFETY: as above.
        let v2 = unsafe bytes.loadUnaligned(fromByteOffset: 32, as: Vector.self)
        // SAFETY: as above.
        let v3 = unsafe bytes.loadUnaligned(fromByteOffset: 48, as: Vector.self)
        return equal(v0, v1, v2, v3, byte)
    }

    @inline(__always)
    static func isPrintableASCII(_ bytes: UnsafeRawPointer) -> Bool {
        let space = all(.space)
        // SAFETY: four times 16 bytes are the 64 that the caller has.
        let v0 = unsafe bytes.loadUnaligned(fromByteOffset: 0, as: Vector.self)
        // SAFETY: as above.
        let v1 = unsafe bytes.loadUnaligned(fromByteOffset: 16, as: Vector.self)
        // SAFETY: as above.
        let v2 = unsafe bytes.loadUnaligned(fromByteOffset: 32, as: Vector.self)
        // SAFETY: as above.
        let v3 = unsafe bytes.loadUnaligned(fromByteOffset: 48, as: Vector.self)
        // Compared as signed, so what is high is below too.
        let other = _mm_or_si128(
            _mm_or_si128(_mm_cmplt_epi8(v0, space), _mm_cmplt_epi8(v1, space)),
            _mm_or_si128(_mm_cmplt_epi8(v2, space), _mm_cmplt_epi8(v3, space)))
        return _mm_movemask_epi8(other) == 0
    }

    static var plainTextWidth: Int { 16 }

    @inline(__always)
    static func plainTextCount(of bytes: UnsafeRawPointer) -> Int {
        // SAFETY: the caller has 16 bytes.
        let vector = unsafe bytes.loadUnaligned(as: Vector.self)
        let other = _mm_or_si128(
            _mm_or_si128(
                _mm_cmpeq_epi8(vector, all(.quote)), _mm_cmpeq_epi8(vector, all(.backslash))),
            _mm_cmplt_epi8(vector, all(0x20)))
        return (bits(other) | 1 &<< 16).trailingZeroBitCount
    }

    @inline(__always)
    private static func all(_ byte: UInt8) -> Vector { _mm_set1_epi8(Int8(bitPattern: byte)) }

    /// The highest bit of each byte.
    @inline(__always)
    private static func bits(_ vector: Vector) -> UInt64 {
        UInt64(UInt32(bitPattern: _mm_movemask_epi8(vector)))
    }

    @inline(__always)
    private static func join(_ m0: UInt64, _ m1: UInt64, _ m2: UInt64, _ m3: UInt64) -> UInt64 {
        m0 | m1 &<< 16 | m2 &<< 32 | m3 &<< 48
    }

    @inline(__always)
    private static func equal(
        _ v0: Vector, _ v1: Vector, _ v2: Vector, _ v3: Vector, _ byte: UInt8
    ) -> UInt64 {
        let wanted = all(byte)
        return join(
            bits(_mm_cmpeq_epi8(v0, wanted)), bits(_mm_cmpeq_epi8(v1, wanted)),
            bits(_mm_cmpeq_epi8(v2, wanted)), bits(_mm_cmpeq_epi8(v3, wanted)))
    }
}
#endif
