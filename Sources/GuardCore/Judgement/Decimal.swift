/// A number of a plan or a policy, compared by value and never rounded.
///
/// Terraform's numbers have arbitrary precision, so neither `Int` nor `Double` will do: it is
/// `digits` behind the point, times ten to the power `exponent`, without zeros at either end.
///
/// ```
///     250      digits 25      exponent 3        0.25 × 10³
///     0.0025   digits 25      exponent -2
///     0        no digits      exponent 0
/// ```
struct Decimal: Equatable {
    private let isNegative: Bool
    private let digits: [UInt8]
    private let exponent: Int

    /// Reads a number in JSON's grammar; nil where the text is none.
    init?(_ text: some Collection<UInt8>) {
        var rest = text[...]
        isNegative = rest.first == UInt8(ascii: "-")
        if isNegative { rest.removeFirst() }
        let whole = rest.prefix(while: Self.isDigit)
        rest = rest.dropFirst(whole.count)
        var fraction = rest.prefix(0)
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            fraction = rest.prefix(while: Self.isDigit)
            rest = rest.dropFirst(fraction.count)
            guard !fraction.isEmpty else { return nil }
        }
        guard !whole.isEmpty, let shift = Self.exponent(rest) else { return nil }
        let all = Array(whole) + Array(fraction)
        let zeros = all.prefix { $0 == UInt8(ascii: "0") }.count
        var digits = all.dropFirst(zeros)
        while digits.last == UInt8(ascii: "0") { digits.removeLast() }
        self.digits = Array(digits)
        exponent = digits.isEmpty ? 0 : shift + whole.count - zeros
    }

    /// The number behind `e`; 0 where there is none.
    ///
    /// Beyond what could ever matter it stays at 10¹⁵, so that nothing overflows.
    private static func exponent(_ text: some Collection<UInt8>) -> Int? {
        var rest = text[...]
        guard let first = rest.popFirst() else { return 0 }
        guard first == UInt8(ascii: "e") || first == UInt8(ascii: "E") else { return nil }
        let sign = rest.first
        if sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { rest.removeFirst() }
        guard !rest.isEmpty, rest.allSatisfy(isDigit) else { return nil }
        var value = 0
        for digit in rest {
            value = min(value * 10 + Int(digit - UInt8(ascii: "0")), 1_000_000_000_000_000)
        }
        return sign == UInt8(ascii: "-") ? -value : value
    }

    var isZero: Bool { digits.isEmpty }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}

extension Decimal {
    /// As RFC 8785 lays out a number, with every digit it has; nil where its exponent is beyond all
    /// measure.
    ///
    /// The layout is that of ECMAScript's `Number::toString`, whose `n` is this exponent.
    var canonicalText: [UInt8]? {
        guard !digits.isEmpty else { return [UInt8(ascii: "0")] }
        guard exponent.magnitude < 100_000_000_000_000 else { return nil }
        let zero = UInt8(ascii: "0")
        var text: [UInt8] = isNegative ? [UInt8(ascii: "-")] : []
        switch exponent {
        case digits.count... where exponent <= 21:
            text += digits + repeatElement(zero, count: exponent - digits.count)
        case 1...21:
            text += digits[..<exponent] + [UInt8(ascii: ".")] + digits[exponent...]
        case -5...0:
            text += "0.".utf8
            text += repeatElement(zero, count: -exponent) + digits
        case _:
            text.append(digits[0])
            if digits.count > 1 { text += [UInt8(ascii: ".")] + digits[1...] }
            text += (exponent > 0 ? "e+" : "e-").utf8
            text += String((exponent - 1).magnitude).utf8
        }
        return text
    }
}

extension Decimal: Comparable {
    static func == (left: Decimal, right: Decimal) -> Bool {
        left.sign == right.sign && left.exponent == right.exponent && left.digits == right.digits
    }

    static func < (left: Decimal, right: Decimal) -> Bool {
        guard left.sign == right.sign else { return left.sign < right.sign }
        return left.isNegative
            ? right.isCloserToZero(than: left) : left.isCloserToZero(than: right)
    }

    /// -1, 0 or 1; `-0` is zero.
    private var sign: Int { digits.isEmpty ? 0 : isNegative ? -1 : 1 }

    private func isCloserToZero(than other: Decimal) -> Bool {
        guard exponent == other.exponent else { return exponent < other.exponent }
        return digits.lexicographicallyPrecedes(other.digits)
    }
}
