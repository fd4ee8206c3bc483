/// An integer of any size, as a sign and a magnitude in base 2³².
///
/// Plain schoolbook arithmetic: `Number` bounds how long its integers grow.
struct BigInteger: Equatable {
    /// Least significant first, without zeros at the end; zero has no limb and is not negative.
    private(set) var limbs: [UInt32]
    private(set) var isNegative: Bool

    private init(limbs: [UInt32], isNegative: Bool) {
        var limbs = limbs
        while limbs.last == 0 { limbs.removeLast() }
        self.limbs = limbs
        self.isNegative = isNegative && !limbs.isEmpty
    }

    init(_ value: UInt32) { self.init(limbs: [value], isNegative: false) }

    /// Reads decimal digits, which is all that may be given.
    init(digits: some Sequence<UInt8>) {
        var limbs: [UInt32] = []
        var chunk: UInt32 = 0
        var scale: UInt32 = 1
        // Nine digits at a time fit into a limb.
        for digit in digits {
            chunk = chunk * 10 + UInt32(digit - UInt8(ascii: "0"))
            scale *= 10
            if scale == 1_000_000_000 {
                Self.multiply(&limbs, by: scale, adding: chunk)
                (chunk, scale) = (0, 1)
            }
        }
        Self.multiply(&limbs, by: scale, adding: chunk)
        self.init(limbs: limbs, isNegative: false)
    }

    static let zero = BigInteger(0)
    static let one = BigInteger(1)

    var isZero: Bool { limbs.isEmpty }
    var isOdd: Bool { (limbs.first ?? 0) & 1 == 1 }
    var magnitude: BigInteger { BigInteger(limbs: limbs, isNegative: false) }

    /// The decimal digits, after a sign where it is negative.
    var text: String {
        if isZero { return "0" }
        var rest = limbs
        var chunks: [UInt32] = []
        while !rest.isEmpty { chunks.append(Self.divide(&rest, by: 1_000_000_000)) }
        var text = isNegative ? "-" : ""
        text += String(chunks.removeLast())
        for chunk in chunks.reversed() {
            let digits = String(chunk)
            text += String(repeating: "0", count: 9 - digits.count) + digits
        }
        return text
    }

    static func powerOfTen(_ exponent: Int) -> BigInteger {
        var limbs: [UInt32] = [1]
        var left = exponent
        while left > 0 {
            let step = min(left, 9)
            let factor = (0..<step).reduce(UInt32(1)) { power, _ in power * 10 }
            multiply(&limbs, by: factor, adding: 0)
            left -= step
        }
        return BigInteger(limbs: limbs, isNegative: false)
    }

    // MARK: Arithmetic

    static prefix func - (value: BigInteger) -> BigInteger {
        BigInteger(limbs: value.limbs, isNegative: !value.isNegative)
    }

    static func + (left: BigInteger, right: BigInteger) -> BigInteger {
        if left.isNegative == right.isNegative {
            return BigInteger(limbs: sum(left.limbs, right.limbs), isNegative: left.isNegative)
        }
        return isLess(left.limbs, right.limbs)
            ? BigInteger(
                limbs: difference(right.limbs, left.limbs), isNegative: right.isNegative)
            : BigInteger(limbs: difference(left.limbs, right.limbs), isNegative: left.isNegative)
    }

    static func - (left: BigInteger, right: BigInteger) -> BigInteger { left + -right }

    static func * (left: BigInteger, right: BigInteger) -> BigInteger {
        var result = [UInt32](repeating: 0, count: left.limbs.count + right.limbs.count)
        for (i, a) in left.limbs.enumerated() {
            var carry: UInt64 = 0
            for (j, b) in right.limbs.enumerated() {
                carry += UInt64(a) * UInt64(b) + UInt64(result[i + j])
                result[i + j] = UInt32(truncatingIfNeeded: carry)
                carry >>= 32
            }
            result[i + right.limbs.count] = UInt32(truncatingIfNeeded: carry)
        }
        return BigInteger(limbs: result, isNegative: left.isNegative != right.isNegative)
    }

    /// The quotient, rounded toward zero, and what is left over, which has the dividend's sign.
    func dividedWithRemainder(
        by divisor: BigInteger
    ) -> (quotient: BigInteger, remainder: BigInteger) {
        precondition(!divisor.isZero, "division by zero is refused before")
        let (quotient, remainder) = Self.divide(limbs, by: divisor.limbs)
        return (
            BigInteger(limbs: quotient, isNegative: isNegative != divisor.isNegative),
            BigInteger(limbs: remainder, isNegative: isNegative)
        )
    }

    static func < (left: BigInteger, right: BigInteger) -> Bool {
        switch (left.isNegative, right.isNegative) {
        case (false, false): isLess(left.limbs, right.limbs)
        case (true, true): isLess(right.limbs, left.limbs)
        case (true, false): true
        case (false, true): false
        }
    }

    /// The greatest common divisor of the magnitudes (Euclid).
    static func greatestCommonDivisor(_ left: BigInteger, _ right: BigInteger) -> BigInteger {
        var (a, b) = (left.magnitude, right.magnitude)
        while !b.isZero { (a, b) = (b, a.dividedWithRemainder(by: b).remainder) }
        return a
    }

    // MARK: Magnitudes

    private static func isLess(_ left: [UInt32], _ right: [UInt32]) -> Bool {
        if left.count != right.count { return left.count < right.count }
        for (a, b) in zip(left.reversed(), right.reversed()) where a != b { return a < b }
        return false
    }

    private static func sum(_ left: [UInt32], _ right: [UInt32]) -> [UInt32] {
        let (long, short) = left.count >= right.count ? (left, right) : (right, left)
        var result = long
        var carry: UInt64 = 0
        for index in long.indices {
            carry += UInt64(long[index]) + (index < short.count ? UInt64(short[index]) : 0)
            result[index] = UInt32(truncatingIfNeeded: carry)
            carry >>= 32
        }
        if carry > 0 { result.append(UInt32(carry)) }
        return result
    }

    /// The left less the right, which is no greater.
    private static func difference(_ left: [UInt32], _ right: [UInt32]) -> [UInt32] {
        var result = left
        var borrow: Int64 = 0
        for index in left.indices {
            var digit = Int64(left[index]) - borrow
            if index < right.count { digit -= Int64(right[index]) }
            borrow = digit < 0 ? 1 : 0
            result[index] = UInt32(truncatingIfNeeded: digit)
        }
        return result
    }

    private static func multiply(_ limbs: inout [UInt32], by factor: UInt32, adding term: UInt32) {
        var carry = UInt64(term)
        for index in limbs.indices {
            carry += UInt64(limbs[index]) * UInt64(factor)
            limbs[index] = UInt32(truncatingIfNeeded: carry)
            carry >>= 32
        }
        if carry > 0 { limbs.append(UInt32(carry)) }
    }

    /// Divides in place by one limb, and returns the remainder.
    private static func divide(_ limbs: inout [UInt32], by divisor: UInt32) -> UInt32 {
        var remainder: UInt64 = 0
        for index in limbs.indices.reversed() {
            remainder = remainder << 32 | UInt64(limbs[index])
            limbs[index] = UInt32(remainder / UInt64(divisor))
            remainder %= UInt64(divisor)
        }
        while limbs.last == 0 { limbs.removeLast() }
        return UInt32(remainder)
    }

    /// Long division (Knuth, The Art of Computer Programming, 4.3.1, algorithm D).
    private static func divide(
        _ dividend: [UInt32], by divisor: [UInt32]
    ) -> (quotient: [UInt32], remainder: [UInt32]) {
        if isLess(dividend, divisor) { return ([], dividend) }
        if divisor.count == 1 {
            var quotient = dividend
            let remainder = divide(&quotient, by: divisor[0])
            return (quotient, remainder == 0 ? [] : [remainder])
        }
        // Scaled so that the divisor's first bit is set: then a quotient digit guessed from the
        // first two limbs is too large by two at most.
        let shift = divisor[divisor.count - 1].leadingZeroBitCount
        let v = shifted(divisor, by: shift)
        var u = shifted(dividend, by: shift)
        if u.count == dividend.count { u.append(0) }
        let count = v.count
        let top = UInt64(v[count - 1])
        var quotient = [UInt32](repeating: 0, count: u.count - count)
        for index in quotient.indices.reversed() {
            let head = UInt64(u[index + count]) << 32 | UInt64(u[index + count - 1])
            var guess = head / top
            var rest = head % top
            while guess > UInt64(UInt32.max)
                || guess * UInt64(v[count - 2]) > rest << 32 | UInt64(u[index + count - 2])
            {
                guess -= 1
                rest += top
                if rest > UInt64(UInt32.max) { break }
            }
            if subtract(v, times: guess, from: &u, at: index) {
                guess -= 1
                addBack(v, to: &u, at: index)
            }
            quotient[index] = UInt32(guess)
        }
        return (quotient, shiftedBack(Array(u[..<count]), by: shift))
    }

    /// Subtracts a multiple, and returns whether the result is negative, as a complement.
    private static func subtract(
        _ v: [UInt32], times factor: UInt64, from u: inout [UInt32], at offset: Int
    ) -> Bool {
        var carry: UInt64 = 0
        var borrow: Int64 = 0
        for index in v.indices {
            carry += factor * UInt64(v[index])
            let digit = Int64(u[offset + index]) - Int64(UInt32(truncatingIfNeeded: carry)) - borrow
            carry >>= 32
            u[offset + index] = UInt32(truncatingIfNeeded: digit)
            borrow = digit < 0 ? 1 : 0
        }
        let digit = Int64(u[offset + v.count]) - Int64(carry) - borrow
        u[offset + v.count] = UInt32(truncatingIfNeeded: digit)
        return digit < 0
    }

    private static func addBack(_ v: [UInt32], to u: inout [UInt32], at offset: Int) {
        var carry: UInt64 = 0
        for index in v.indices {
            carry += UInt64(u[offset + index]) + UInt64(v[index])
            u[offset + index] = UInt32(truncatingIfNeeded: carry)
            carry >>= 32
        }
        u[offset + v.count] = u[offset + v.count] &+ UInt32(truncatingIfNeeded: carry)
    }

    private static func shifted(_ limbs: [UInt32], by shift: Int) -> [UInt32] {
        if shift == 0 { return limbs }
        var carry: UInt32 = 0
        var result = limbs.map { limb in
            let shifted = limb << UInt32(shift) | carry
            carry = limb >> UInt32(32 - shift)
            return shifted
        }
        if carry > 0 { result.append(carry) }
        return result
    }

    private static func shiftedBack(_ limbs: [UInt32], by shift: Int) -> [UInt32] {
        if shift == 0 { return limbs }
        var carry: UInt32 = 0
        var result = limbs
        for index in limbs.indices.reversed() {
            result[index] = limbs[index] >> UInt32(shift) | carry
            carry = limbs[index] << UInt32(32 - shift)
        }
        return result
    }
}
