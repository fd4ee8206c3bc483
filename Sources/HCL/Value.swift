/// What an expression comes to.
package indirect enum Value: Sendable, Equatable {
    case null
    case bool(Bool)
    /// A number as its own decimal text.
    case number(String)
    case string(String)
    case tuple([Value])
    /// Keys in the order of the source.
    case object([(key: String, value: Value)])

    package static func == (left: Value, right: Value) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.bool(let a), .bool(let b)): a == b
        case (.number(let a), .number(let b)): a.utf8.elementsEqual(b.utf8)
        case (.string(let a), .string(let b)): a.utf8.elementsEqual(b.utf8)
        case (.tuple(let a), .tuple(let b)): a == b
        case (.object(let a), .object(let b)):
            a.count == b.count
                && zip(a, b).allSatisfy {
                    $0.key.utf8.elementsEqual($1.key.utf8) && $0.value == $1.value
                }
        case (.null, _), (.bool, _), (.number, _), (.string, _), (.tuple, _), (.object, _): false
        }
    }
}
