/// How much there is, or how long it is kept, so that two can be compared.
///
/// ```
///     365, "365"                      a number
///     "7d", "604800s", "P7D", "PT1M"  a duration, in seconds
///     what the catalog says           without end
/// ```
enum Extent: Equatable {
    case number(Decimal)
    case seconds(Double)
    case endless

    /// Nil where a value is neither a number nor a duration.
    init?(_ value: AttributeValue) {
        switch value {
        case .number(let text):
            guard let number = Decimal(text) else { return nil }
            self = .number(number)
        case .string(let text):
            if let number = Decimal(text) {
                self = .number(number)
            } else if let seconds = Self.duration(text) {
                self = .seconds(seconds)
            } else {
                return nil
            }
        case .null, .bool, .object:
            return nil
        }
    }

    /// Nil where a number stands beside a duration: but for zero, nobody knows the number's unit.
    func isLess(than other: Extent) -> Bool? {
        switch (self, other) {
        case (.endless, _): false
        case (_, .endless): true
        case (.number(let left), .number(let right)): left < right
        case (.seconds(let left), .seconds(let right)): left < right
        case (.number(let number), .seconds(let seconds)): number.isZero ? seconds > 0 : nil
        case (.seconds(let seconds), .number(let number)):
            number.isZero ? seconds < 0 : nil
        }
    }

    /// A duration as Go writes it (`1h30m`, with days and weeks besides) or ISO 8601 (`P1DT12H`).
    private static func duration(_ text: [UInt8]) -> Double? {
        var rest = text[...]
        let isISO = rest.first == UInt8(ascii: "P")
        if isISO { rest.removeFirst() }
        guard !rest.isEmpty else { return nil }
        var isTime = !isISO
        var seconds = 0.0
        while let first = rest.first {
            if isISO, !isTime, first == UInt8(ascii: "T") {
                isTime = true
                rest.removeFirst()
                continue
            }
            let digits = rest.prefix { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
            rest = rest.dropFirst(digits.count)
            guard let amount = Double(String(decoding: digits, as: UTF8.self)),
                let unit = rest.popFirst()
            else { return nil }
            let name = isISO ? unit : unit & ~0x20
            guard let length = length(of: name, isTime: isTime, isISO: isISO) else { return nil }
            seconds += amount * length
        }
        return seconds
    }

    /// The seconds of a unit; before the `T` of ISO 8601 an `M` is a month.
    private static func length(of unit: UInt8, isTime: Bool, isISO: Bool) -> Double? {
        let day = 86_400.0
        return switch unit {
        case UInt8(ascii: "S") where isTime: 1
        case UInt8(ascii: "M") where isTime: 60
        case UInt8(ascii: "H") where isTime: 3_600
        case UInt8(ascii: "D"): day
        case UInt8(ascii: "W"): 7 * day
        case UInt8(ascii: "M") where isISO: 30 * day
        case UInt8(ascii: "Y"): 365 * day
        default: nil
        }
    }
}
