/// The bytes that mean something in JSON.
extension UInt8 {
    static var tab: UInt8 { 0x09 }
    static var lineFeed: UInt8 { 0x0a }
    static var carriageReturn: UInt8 { 0x0d }
    static var space: UInt8 { 0x20 }
    static var quote: UInt8 { 0x22 }
    static var plus: UInt8 { 0x2b }
    static var comma: UInt8 { 0x2c }
    static var minus: UInt8 { 0x2d }
    static var point: UInt8 { 0x2e }
    static var slash: UInt8 { 0x2f }
    static var digit0: UInt8 { 0x30 }
    static var digit1: UInt8 { 0x31 }
    static var digit9: UInt8 { 0x39 }
    static var colon: UInt8 { 0x3a }
    static var capitalE: UInt8 { 0x45 }
    static var leftBracket: UInt8 { 0x5b }
    static var backslash: UInt8 { 0x5c }
    static var rightBracket: UInt8 { 0x5d }
    static var smallB: UInt8 { 0x62 }
    static var smallE: UInt8 { 0x65 }
    static var smallF: UInt8 { 0x66 }
    static var smallN: UInt8 { 0x6e }
    static var smallR: UInt8 { 0x72 }
    static var smallT: UInt8 { 0x74 }
    static var smallU: UInt8 { 0x75 }
    static var leftBrace: UInt8 { 0x7b }
    static var rightBrace: UInt8 { 0x7d }

    /// The value of a hexadecimal digit in either case, or nil.
    var hexadecimalValue: UInt32? {
        switch self {
        case 0x30...0x39: UInt32(self) - 0x30
        case 0x41...0x46: UInt32(self) - 0x41 + 10
        case 0x61...0x66: UInt32(self) - 0x61 + 10
        default: nil
        }
    }

    var isDigit: Bool { self &- .digit0 < 10 }
}
