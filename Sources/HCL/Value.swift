/// What an expression comes to.
///
/// HCL tells lists from tuples and maps from objects; JSON does not, and neither do plans. Here
/// there is one of each.
package indirect enum Value: Sendable, Equatable {
    case null
    /// What is known only after the apply.
    case unknown
    case bool(Bool)
    /// A number as its own decimal text.
    case number(String)
    case string(String)
    case tuple([Value])
    /// Keys in the order of the source.
    case object([(key: String, value: Value)])

    /// Whether both are written alike: for HCL's own equality see `Evaluator`.
    package static func == (left: Value, right: Value) -> Bool {
        switch (left, right) {
        case (.null, .null), (.unknown, .unknown): true
        case (.bool(let a), .bool(let b)): a == b
        case (.number(let a), .number(let b)): a.utf8.elementsEqual(b.utf8)
        case (.string(let a), .string(let b)): a.utf8.elementsEqual(b.utf8)
        case (.tuple(let a), .tuple(let b)): a == b
        case (.object(let a), .object(let b)):
            a.count == b.count
                && zip(a, b).allSatisfy {
                    $0.key.utf8.elementsEqual($1.key.utf8) && $0.value == $1.value
                }
        case (.null, _), (.unknown, _), (.bool, _), (.number, _), (.string, _), (.tuple, _),
            (.object, _):
            false
        }
    }
}

extension Value {
    /// A whole number.
    static func number(_ value: Int) -> Value { .number(String(value)) }

    /// How a message names what kind of value this is, and never the value: it may be a secret.
    var kindName: String {
        switch self {
        case .null: "null"
        case .unknown: "unknown"
        case .bool: "a bool"
        case .number: "a number"
        case .string: "a string"
        case .tuple: "a list"
        case .object: "an object"
        }
    }
}
