package import Diagnostics

/// A name as it stands in the source.
package struct Identifier: Sendable {
    package let name: String
    package let range: SourceRange

    package init(name: String, range: SourceRange) {
        self.name = name
        self.range = range
    }
}

/// What stands between the braces of a block, or the whole of a file: attributes and blocks, each
/// in the order of the source.
package struct Body: Sendable {
    package var attributes: [Attribute]
    package var blocks: [Block]
    package var range: SourceRange

    package init(attributes: [Attribute], blocks: [Block], range: SourceRange) {
        self.attributes = attributes
        self.blocks = blocks
        self.range = range
    }

    package func attribute(named name: String) -> Attribute? {
        attributes.first { $0.name.name == name }
    }
}

/// `name = expression`.
package struct Attribute: Sendable {
    package let name: Identifier
    package let expression: Expression

    package init(name: Identifier, expression: Expression) {
        self.name = name
        self.expression = expression
    }

    package var range: SourceRange { name.range.union(expression.range) }
}

/// `type "label" … { body }`.
package struct Block: Sendable {
    package let type: Identifier
    /// Quoted or bare labels; the range of a quoted one holds its quotes.
    package let labels: [Identifier]
    package let body: Body
    /// From the type to the last label: what a message about the block underlines.
    package let headerRange: SourceRange

    package init(type: Identifier, labels: [Identifier], body: Body, headerRange: SourceRange) {
        self.type = type
        self.labels = labels
        self.body = body
        self.headerRange = headerRange
    }
}

/// An expression of the native syntax, as parsed and not evaluated.
package struct Expression: Sendable {
    package let kind: Kind
    package let range: SourceRange
    /// How many expressions stand in one another here, at most, where a chain of operators such as
    /// `a + b + c` counts as one: who walks a tree recursively can walk a chain in a loop.
    ///
    /// The parser bounds it, and the length of a chain too, because trees are released recursively.
    let height: Int
    /// How many operators follow one another from the left.
    let chainLength: Int

    package init(_ kind: Kind, range: SourceRange) {
        self.kind = kind
        self.range = range
        height = kind.height
        chainLength = kind.chainLength
    }

    package indirect enum Kind: Sendable {
        case null
        case bool(Bool)
        /// A number as its own text, such as `1e400`: a policy never loses a digit.
        case number(String)
        /// A quoted template or a heredoc. A plain string is one `.text` part, or no part at all.
        case template([TemplatePart])
        case tuple([Expression])
        case object([ObjectItem])
        /// The root of a traversal: `change` in `change.before`.
        case variable(String)
        case attribute(Expression, Identifier)
        case index(Expression, Expression)
        /// `operand.*.rest` (`isFull` false) or `operand[*].rest`; `rest` is applied to each
        /// element and refers to it by `.splatElement`.
        case splat(Expression, rest: Expression, isFull: Bool)
        /// The element a splat's rest is applied to.
        case splatElement
        case call(Identifier, arguments: [Expression], expandsLast: Bool)
        case unary(UnaryOperator, Expression)
        case binary(Expression, BinaryOperator, Expression)
        case conditional(Expression, then: Expression, else: Expression)
        case forTuple(ForClause, value: Expression)
        case forObject(ForClause, key: Expression, value: Expression, groups: Bool)
        case parentheses(Expression)
        /// Stands where a syntax error has been reported, so that the rest can still be read.
        case invalid
    }
}

/// One `key = value` or `key : value` of an object constructor.
package struct ObjectItem: Sendable {
    package let key: ObjectKey
    package let value: Expression

    package init(key: ObjectKey, value: Expression) {
        self.key = key
        self.value = value
    }
}

package enum ObjectKey: Sendable {
    /// A bare name, which is the key itself and no variable.
    case name(Identifier)
    case expression(Expression)
}

/// `for key, value in collection … if condition`.
package struct ForClause: Sendable {
    package let key: Identifier?
    package let value: Identifier
    package let collection: Expression
    package let condition: Expression?

    package init(
        key: Identifier?, value: Identifier, collection: Expression, condition: Expression?
    ) {
        self.key = key
        self.value = value
        self.collection = collection
        self.condition = condition
    }
}

/// One part of a template.
///
/// Strip markers and a heredoc's indentation have been applied to the text.
package indirect enum TemplatePart: Sendable {
    case text(String)
    case interpolation(Expression)
    case conditional(Expression, then: [TemplatePart], else: [TemplatePart])
    case loop(key: Identifier?, value: Identifier, Expression, body: [TemplatePart])
}

package enum UnaryOperator: String, Sendable {
    case not = "!"
    case negate = "-"
}

package enum BinaryOperator: String, Sendable {
    case or = "||"
    case and = "&&"
    case equal = "=="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case modulo = "%"
}

// MARK: Height

extension Expression.Kind {
    fileprivate var height: Int {
        switch self {
        case .null, .bool, .number, .variable, .splatElement, .invalid: 1
        case .template(let parts): 1 + parts.height
        case .tuple(let items): 1 + items.height
        case .object(let items): 1 + highest(items.map(\.height))
        case .attribute(let operand, _), .unary(_, let operand), .parentheses(let operand):
            1 + operand.height
        case .index(let left, let right), .splat(let left, rest: let right, isFull: _):
            1 + [left, right].height
        case .binary(let left, _, let right):
            highest([left.chainLength > 0 ? left.height : 1 + left.height, 1 + right.height])
        case .call(_, let arguments, _): 1 + arguments.height
        case .conditional(let condition, let left, let right): 1 + [condition, left, right].height
        case .forTuple(let clause, let value): 1 + highest([clause.height, value.height])
        case .forObject(let clause, let key, let value, _):
            1 + highest([clause.height, key.height, value.height])
        }
    }
}

extension Expression.Kind {
    fileprivate var chainLength: Int {
        if case .binary(let left, _, _) = self { 1 + left.chainLength } else { 0 }
    }
}

extension ObjectItem {
    fileprivate var height: Int {
        switch key {
        case .name: value.height
        case .expression(let key): [key, value].height
        }
    }
}

extension ForClause {
    fileprivate var height: Int { highest([collection.height, condition?.height ?? 0]) }
}

extension [Expression] {
    fileprivate var height: Int {
        var highest = 0
        for expression in self { highest = Swift.max(highest, expression.height) }
        return highest
    }
}

extension [TemplatePart] {
    fileprivate var height: Int {
        var highest = 0
        for part in self { highest = Swift.max(highest, part.height) }
        return highest
    }
}

extension TemplatePart {
    fileprivate var height: Int {
        switch self {
        case .text: 0
        case .interpolation(let value): value.height
        case .conditional(let condition, let yes, let no):
            highest([condition.height, 1 + yes.height, 1 + no.height])
        case .loop(_, _, let collection, let body): highest([collection.height, 1 + body.height])
        }
    }
}

private func highest(_ heights: [Int]) -> Int { heights.max() ?? 0 }
