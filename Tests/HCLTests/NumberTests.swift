import Testing

@testable import HCL

@Suite struct NumberTests {
    @Test(arguments: [
        ("0", "0"), ("-0", "0"), ("007", "7"), ("1.50", "1.5"), (".5", "0.5"), ("-1.", "-1"),
        ("+1", "1"), ("1e3", "1000"), ("1E-2", "0.01"), ("12.5e-1", "1.25"), ("-0.001", "-0.001"),
        ("100000000000000000000000000000000000001", "100000000000000000000000000000000000001"),
        ("0.1", "0.1"), ("1e21", "1000000000000000000000"),
    ])
    func `reads decimals`(source: String, text: String) {
        #expect(Number(decimal: source)?.canonicalText == text)
        #expect(Number(decimal: source)?.text == text)
    }

    @Test(arguments: [
        "", " ", "-", "+", ".", "e1", "1e", "1e+", "1_0", "0x1", " 1", "1 ", "inf", "nan", "--1",
        "1.2.3", "١", "1/3", "1e99999999999999999999",
    ])
    func `reads nothing else`(source: String) {
        #expect(Number(decimal: source) == nil)
    }

    private func quotient(_ dividend: String, by divisor: String) throws -> Number {
        let (a, b) = (Number(decimal: dividend), Number(decimal: divisor))
        let result: Number? = try #require(a) / (try #require(b))
        return try #require(result)
    }

    @Test func `writes what has no end as a fraction, and rounded`() throws {
        let twoThirds = try quotient("2", by: "3")
        #expect(twoThirds.canonicalText == "2/3")
        #expect(twoThirds.text == "0." + String(repeating: "6", count: 154) + "7")
        #expect(Number(canonical: "2/3") == twoThirds)
        #expect((-twoThirds).text.hasPrefix("-0.6666"))
        let large = try quotient("200000000000000000000", by: "3")
        #expect(large.text.hasPrefix("66666666666666666666.66666"))
        let small = try quotient("0.00002", by: "3")
        #expect(small.text.hasPrefix("0.0000066666"))
    }

    @Test func `keeps all digits before the point`() throws {
        let nines = try quotient(String(repeating: "9", count: 160), by: "7")
        #expect(nines.text.utf8.count == 160)
        #expect(!nines.text.contains("."))
    }

    /// Laws that hold for all numbers, and that a wrong carry or borrow breaks.
    @Test func `calculates`() throws {
        var generator = SeededGenerator(seed: 3)
        func random() -> BigInteger {
            let count = Int.random(in: 1...60, using: &generator)
            // Digits that carry far: long runs of the first and the last.
            let digits = (0..<count).map { _ in
                UInt8(ascii: "0")
                    + ([0, 9, 9, 0, UInt8.random(in: 0...9, using: &generator)]
                        .randomElement(using: &generator) ?? 0)
            }
            let value = BigInteger(digits: digits)
            return Bool.random(using: &generator) ? value : -value
        }
        for _ in 0..<5_000 {
            let (a, b, c) = (random(), random(), random())
            #expect(a + b - b == a)
            #expect(a * (b + c) == a * b + a * c)
            #expect(a - a == .zero)
            #expect((a < b) == (BigInteger.zero < b - a))
            let text = a.text
            let again = BigInteger(digits: text.utf8.drop { $0 == UInt8(ascii: "-") })
            #expect((text.hasPrefix("-") ? -again : again) == a)
            if b.isZero { continue }
            let (quotient, remainder) = a.dividedWithRemainder(by: b)
            #expect(quotient * b + remainder == a)
            #expect(remainder.magnitude < b.magnitude)
            #expect(remainder.isZero || remainder.isNegative == a.isNegative)
            #expect((a * b).dividedWithRemainder(by: b).quotient == a)
            let divisor = BigInteger.greatestCommonDivisor(a * c, b * c)
            if !c.isZero { #expect(divisor.dividedWithRemainder(by: c).remainder.isZero) }
        }
    }

    /// Division guesses its digits, and must take back what it guessed too high: these are the
    /// cases for it (Knuth 4.3.1, exercise 21).
    @Test func `divides where the guess is wrong`() {
        func value(_ limbs: [UInt32]) -> BigInteger {
            let base = BigInteger(UInt32.max) + .one
            return limbs.reversed().reduce(.zero) { $0 * base + BigInteger($1) }
        }
        let high: UInt32 = 0x8000_0000
        for (dividend, divisor) in [
            ([0, 0, high, 0x7FFF_FFFF], [1, 0, high]),
            ([0, 0xFFFF_FFFE, high], [0xFFFF_FFFF, high]),
            ([3, 0, high], [1, 0, 0x2000_0000]),
            ([0, 0, 0, high], [1, 0, high]),
            ([.max, .max, .max, .max], [.max, .max]),
        ] as [([UInt32], [UInt32])] {
            let (a, b) = (value(dividend), value(divisor))
            let (quotient, remainder) = a.dividedWithRemainder(by: b)
            #expect(quotient * b + remainder == a)
            #expect(remainder < b)
        }
    }
}
