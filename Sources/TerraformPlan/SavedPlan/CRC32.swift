/// The checksum of zip's members (ISO 3309, the polynomial 0xedb88320 with its bits reversed).
func crc32(_ bytes: [UInt8]) -> UInt32 {
    var remainder = ~(0 as UInt32)
    for byte in bytes {
        remainder = table[Int(UInt8(truncatingIfNeeded: remainder) ^ byte)] ^ (remainder >> 8)
    }
    return ~remainder
}

/// The remainder of each byte.
private let table: [UInt32] = (0..<256 as Range<UInt32>).map { byte in
    (0..<8).reduce(byte) { remainder, _ in
        remainder & 1 == 1 ? remainder >> 1 ^ 0xedb8_8320 : remainder >> 1
    }
}
