/// What the catalog says of an attribute's value: `deletion_protection = true`.
///
/// A literal stands for itself. `"set"` and `"unset"` ask whether there is a value at all; a string
/// that begins with `>=`, `<=`, `>`, `<` or `!=` compares; `"a|b"` is any of several.
struct Predicate: Sendable {
    let path: AttributePath
    private let alternatives: [Operand]

    enum Operand: Equatable, Sendable {
        case set
        case unset
        case equal([UInt8])
        case notEqual([UInt8])
        case compared(Comparison, [UInt8])
    }

    enum Comparison: String, CaseIterable, Sendable {
        // Longer signs first: `>=` begins with `>`.
        case atLeast = ">="
        case atMost = "<="
        case more = ">"
        case less = "<"
    }

    /// Nil where a comparison has no number.
    init?(path: AttributePath, text: String) {
        self.path = path
        var alternatives: [Operand] = []
        for part in text.utf8.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
        {
            guard let operand = Self.operand(Array(part)) else { return nil }
            alternatives.append(operand)
        }
        self.alternatives = alternatives
    }

    /// The text of a number or a truth value stands for itself.
    init(path: AttributePath, literal: String) {
        self.path = path
        alternatives = [.equal(Array(literal.utf8))]
    }

    init(path: AttributePath, _ operand: Operand) {
        self.path = path
        alternatives = [operand]
    }

    /// Whether null is one of the values it has been given a meaning for.
    var saysWhatNullMeans: Bool {
        holds(for: .null) || alternatives.allSatisfy { $0 == .set || $0 == .unset }
    }

    /// What is asked of the value: `true`, `at least 7`, `any of "a", "b"`.
    var valueText: String {
        alternatives.map { operand in
            switch operand {
            case .set: "set"
            case .unset: "not set"
            case .equal(let text): String(decoding: text, as: UTF8.self)
            case .notEqual(let text): "not \(String(decoding: text, as: UTF8.self))"
            case .compared(let comparison, let bound):
                "\(comparison.rawValue) \(String(decoding: bound, as: UTF8.self))"
            }
        }.joined(separator: " or ")
    }

    /// Whether every value fulfils it.
    var holdsAlways: Bool { alternatives.contains(.set) && alternatives.contains(.unset) }

    func holds(for value: AttributeValue) -> Bool {
        alternatives.contains { operand in
            switch operand {
            case .set: value != .null
            case .unset: value == .null
            case .equal(let wanted): Self.isEqual(value, wanted)
            case .notEqual(let unwanted): !Self.isEqual(value, unwanted)
            case .compared(let comparison, let bound): Self.compares(value, comparison, bound)
            }
        }
    }

    private static func operand(_ text: [UInt8]) -> Operand? {
        if text == Array("set".utf8) { return .set }
        if text == Array("unset".utf8) { return .unset }
        if text.starts(with: "!=".utf8) { return .notEqual(Array(text.dropFirst(2))) }
        for comparison in Comparison.allCases where text.starts(with: comparison.rawValue.utf8) {
            let bound = Array(text.dropFirst(comparison.rawValue.utf8.count))
            guard Decimal(bound) != nil else { return nil }
            return .compared(comparison, bound)
        }
        return .equal(text)
    }

    /// Compares as Terraform converts: a truth value and a number equal their own text, because
    /// providers have declared `"true"` and `"7"` as strings.
    private static func isEqual(_ value: AttributeValue, _ wanted: [UInt8]) -> Bool {
        switch value {
        case .null, .object:
            return false
        case .bool(let bool):
            return wanted == Array((bool ? "true" : "false").utf8)
        case .number(let text):
            guard let number = Decimal(text), let wanted = Decimal(wanted) else { return false }
            return number == wanted
        case .string(let text):
            return text == wanted
        }
    }

    private static func compares(
        _ value: AttributeValue, _ comparison: Comparison, _ bound: [UInt8]
    ) -> Bool {
        let text: [UInt8]
        switch value {
        case .null, .object, .bool: return false
        case .number(let number): text = number
        case .string(let string): text = string
        }
        guard let number = Decimal(text), let bound = Decimal(bound) else { return false }
        return switch comparison {
        case .atLeast: number >= bound
        case .atMost: number <= bound
        case .more: number > bound
        case .less: number < bound
        }
    }
}
