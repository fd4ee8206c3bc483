/// An exact number: a reduced fraction of two integers.
///
/// HCL calculates "in an arbitrary-precision number space"; Terraform in binary fractions of 512
/// bits, in which a tenth is not quite a tenth. A guard that compares a threshold should not depend
/// on the 155th digit, so here nothing is rounded until it is written out.
///
/// As a value it is text in one canonical form: `1`, `-0.25`, or, where no decimal fraction is
/// exact, `1/3`.
struct Number: Equatable {
    private let numerator: BigInteger
    /// Positive, and without a common divisor.
    private let denominator: BigInteger

    /// Numbers have at most so many digits before or after the point: what is longer is an attack,
    /// or a mistake.
    static let maximumDigits = 2_000

    static let zero = Number(numerator: .zero, denominator: .one)

    /// How many limbs it has, as a measure of the work it makes.
    var size: Int { numerator.limbs.count + denominator.limbs.count }

    private init(numerator: BigInteger, denominator: BigInteger) {
        self.numerator = numerator
        self.denominator = denominator
    }

    /// Nil where it would be too long.
    private init?(reducing numerator: BigInteger, by denominator: BigInteger) {
        var (top, bottom) =
            denominator.isNegative ? (-numerator, -denominator) : (numerator, denominator)
        if bottom != .one {
            let divisor = BigInteger.greatestCommonDivisor(top, bottom)
            if divisor != .one {
                top = top.dividedWithRemainder(by: divisor).quotient
                bottom = bottom.dividedWithRemainder(by: divisor).quotient
            }
        }
        // A limb is 9.6 digits.
        let maximumLimbs = Self.maximumDigits / 9
        guard top.limbs.count <= maximumLimbs, bottom.limbs.count <= maximumLimbs else {
            return nil
        }
        self.init(numerator: top, denominator: bottom)
    }

    /// Reads a number in text (`DecimalText`).
    ///
    /// Nil where it is none, or too long.
    init?(decimal text: some StringProtocol) {
        guard let decimal = DecimalText(text),
            decimal.whole.count + decimal.fraction.count <= 2 * Self.maximumDigits
        else { return nil }
        let magnitude = BigInteger(digits: decimal.whole + decimal.fraction)
        let signed = decimal.isNegative ? -magnitude : magnitude
        let exponent = decimal.exponent - decimal.fraction.count
        if signed.isZero {
            self = .zero
        } else if abs(exponent) > 2 * Self.maximumDigits {
            return nil
        } else if exponent >= 0 {
            self.init(reducing: signed * .powerOfTen(exponent), by: .one)
        } else {
            self.init(reducing: signed, by: .powerOfTen(-exponent))
        }
    }

    /// Whether a text is a number, of whatever length.
    static func isDecimal(_ text: some StringProtocol) -> Bool { DecimalText(text) != nil }

    /// Reads the canonical text of a value, which may be a fraction.
    init?(canonical text: String) {
        guard let slash = text.utf8.firstIndex(of: UInt8(ascii: "/")) else {
            self.init(decimal: text)
            return
        }
        guard let top = Number(decimal: text[..<slash]),
            let bottom = Number(decimal: text[text.utf8.index(after: slash)...])
        else { return nil }
        self.init(reducing: top.numerator, by: bottom.numerator)
    }

    /// The text of a value: exact.
    var canonicalText: String {
        decimalText(digits: nil) ?? "\(numerator.text)/\(denominator.text)"
    }

    /// The decimal fraction, which is rounded at the 155th digit if it has no end: Terraform's 512
    /// bits are about as long.
    var text: String {
        decimalText(digits: nil) ?? decimalText(digits: 155) ?? canonicalText
    }

    /// A whole number that fits, such as an index.
    var integer: Int? {
        guard denominator == .one else { return nil }
        return Int(numerator.text)
    }

    var isNegative: Bool { numerator.isNegative }
    var isZero: Bool { numerator.isZero }
    var magnitude: Number { Number(numerator: numerator.magnitude, denominator: denominator) }

    // MARK: Arithmetic, nil where the result would be too long

    static prefix func - (value: Number) -> Number {
        Number(numerator: -value.numerator, denominator: value.denominator)
    }

    static func + (left: Number, right: Number) -> Number? {
        Number(
            reducing: left.numerator * right.denominator + right.numerator * left.denominator,
            by: left.denominator * right.denominator)
    }

    static func - (left: Number, right: Number) -> Number? { left + -right }

    static func * (left: Number, right: Number) -> Number? {
        Number(
            reducing: left.numerator * right.numerator, by: left.denominator * right.denominator)
    }

    /// The right must not be zero.
    static func / (left: Number, right: Number) -> Number? {
        Number(
            reducing: left.numerator * right.denominator, by: left.denominator * right.numerator)
    }

    /// What is left of a division whose quotient is a whole number toward zero; the right must not
    /// be zero.
    static func % (left: Number, right: Number) -> Number? {
        let top = left.numerator * right.denominator
        let bottom = right.numerator * left.denominator
        let quotient = top.dividedWithRemainder(by: bottom).quotient
        return (Number(numerator: quotient, denominator: .one) * right).flatMap { left - $0 }
    }

    static func < (left: Number, right: Number) -> Bool {
        left.numerator * right.denominator < right.numerator * left.denominator
    }

    // MARK: Text

    /// The exact decimal fraction, or, with `digits`, one rounded to so many significant digits;
    /// nil where there is no exact one.
    private func decimalText(digits: Int?) -> String? {
        if denominator == .one { return numerator.text }
        if let digits {
            // As many digits after the point as make up so many in all.
            let whole = numerator.magnitude.dividedWithRemainder(by: denominator).quotient
            var places = digits
            if whole.isZero {
                let zeros = denominator.text.utf8.count - numerator.magnitude.text.utf8.count
                places += max(0, zeros - 1)
            } else {
                places -= whole.text.utf8.count
            }
            return rounded(places: max(places, 0))
        }
        // A fraction ends if its denominator divides a power of ten.
        var rest = denominator
        let five = BigInteger(5)
        let two = BigInteger(2)
        var (fives, twos) = (0, 0)
        while case let (quotient, remainder) = rest.dividedWithRemainder(by: five),
            remainder.isZero
        {
            rest = quotient
            fives += 1
        }
        while !rest.isOdd {
            rest = rest.dividedWithRemainder(by: two).quotient
            twos += 1
        }
        return rest == .one ? rounded(places: max(fives, twos)) : nil
    }

    private func rounded(places: Int) -> String {
        let scaled = numerator.magnitude * .powerOfTen(places)
        let (down, remainder) = scaled.dividedWithRemainder(by: denominator)
        let isUp = !(remainder + remainder < denominator)
        var digits = (isUp && !remainder.isZero ? down + .one : down).text
        let missing = places + 1 - digits.utf8.count
        if missing > 0 { digits = String(repeating: "0", count: missing) + digits }
        let sign = isNegative ? "-" : ""
        let fraction = digits.suffix(places)
        let significant = String(fraction.reversed().drop { $0 == "0" }.reversed())
        let whole = sign + digits.dropLast(places)
        return significant.isEmpty ? whole : whole + "." + significant
    }
}

/// The parts of `sign? digits? ("." digits?)? (("e" | "E") sign? digits)?` with a digit somewhere, as
/// Terraform reads numbers in text (big.Float.Parse of Go, base ten).
private struct DecimalText {
    let isNegative: Bool
    let whole: ArraySlice<UInt8>
    let fraction: ArraySlice<UInt8>
    /// At most a million either way, which is too long anyhow.
    let exponent: Int

    init?(_ text: some StringProtocol) {
        var rest = Array(text.utf8)[...]
        func sign() -> Bool {
            guard let first = rest.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+")
            else { return false }
            rest.removeFirst()
            return first == UInt8(ascii: "-")
        }
        func digits() -> ArraySlice<UInt8> {
            let digits = rest.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
            rest = rest.dropFirst(digits.count)
            return digits
        }
        isNegative = sign()
        whole = digits()
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            fraction = digits()
        } else {
            fraction = []
        }
        guard !whole.isEmpty || !fraction.isEmpty else { return nil }
        if let mark = rest.first, mark | 0x20 == UInt8(ascii: "e") {
            rest.removeFirst()
            let isBelow = sign()
            let power = digits()
            guard !power.isEmpty else { return nil }
            let value = min(Int(String(decoding: power, as: UTF8.self)) ?? .max, 1_000_000)
            exponent = isBelow ? -value : value
        } else {
            exponent = 0
        }
        guard rest.isEmpty else { return nil }
    }
}
