/// A pattern as a tree.
indirect enum RegularExpressionTree {
    case empty
    case set(RegularExpression.CharacterSet)
    case boundary(RegularExpression.Boundary)
    case sequence([RegularExpressionTree])
    case alternatives([RegularExpressionTree])
    case repeated(RegularExpressionTree, from: Int, to: Int?, prefersMore: Bool)
    case group(RegularExpressionTree, number: Int)
}

/// Reads the syntax that the comment of `RegularExpression` draws.
struct RegularExpressionParser {
    private let pattern: [Unicode.Scalar]
    private var position = 0
    private var flags = Flags()
    private var depth = 0
    private(set) var groupNames: [String?] = []

    private struct Flags {
        var isCaseless = false
        var isMultiline = false
        var dotMatchesNewline = false
        var prefersFewer = false
    }

    typealias SyntaxError = RegularExpression.SyntaxError
    private typealias CharacterSet = RegularExpression.CharacterSet

    init(_ pattern: String) {
        self.pattern = Array(pattern.unicodeScalars)
    }

    mutating func parse() throws(SyntaxError) -> RegularExpressionTree {
        let tree = try parseAlternatives()
        guard position == pattern.count else { throw SyntaxError(reason: "a \")\" closes nothing") }
        return tree
    }

    private var next: Unicode.Scalar? { position < pattern.count ? pattern[position] : nil }

    private mutating func read(_ scalar: Unicode.Scalar) -> Bool {
        guard next == scalar else { return false }
        position += 1
        return true
    }

    private mutating func read(_ text: String) -> Bool {
        guard pattern[position...].starts(with: text.unicodeScalars) else { return false }
        position += text.unicodeScalars.count
        return true
    }

    // MARK: Sequences

    private mutating func parseAlternatives() throws(SyntaxError) -> RegularExpressionTree {
        guard depth < 100 else { throw SyntaxError(reason: "its groups nest too deeply") }
        depth += 1
        defer { depth -= 1 }
        var alternatives = [try parseSequence()]
        while read("|") { alternatives.append(try parseSequence()) }
        return alternatives.count == 1 ? alternatives[0] : .alternatives(alternatives)
    }

    private mutating func parseSequence() throws(SyntaxError) -> RegularExpressionTree {
        var items: [RegularExpressionTree] = []
        while let scalar = next, scalar != "|", scalar != ")" {
            if read("\\Q") {
                while position < pattern.count, !read("\\E") {
                    items.append(.set(literal(pattern[position])))
                    position += 1
                }
            } else {
                items.append(try parseItem(scalar))
            }
            // Of quoted text, its last character is repeated.
            if let last = items.popLast() { items.append(try parseRepetition(of: last)) }
        }
        return .sequence(items)
    }

    private mutating func parseRepetition(
        of item: RegularExpressionTree
    ) throws(SyntaxError) -> RegularExpressionTree {
        guard let (from, to) = try parseBounds() else { return item }
        let swaps = read("?")
        if let scalar = next, "*+?".unicodeScalars.contains(scalar) {
            throw SyntaxError(reason: "one repetition follows another")
        }
        if next == "{", try parseBounds() != nil {
            throw SyntaxError(reason: "one repetition follows another")
        }
        return .repeated(item, from: from, to: to, prefersMore: swaps == flags.prefersFewer)
    }

    /// How often the item before may stand; nil where no repetition follows.
    private mutating func parseBounds() throws(SyntaxError) -> (from: Int, to: Int?)? {
        if read("*") { return (0, nil) }
        if read("+") { return (1, nil) }
        if read("?") { return (0, 1) }
        let start = position
        // A brace that begins no repetition stands for itself.
        guard read("{"), let from = readInteger() else {
            position = start
            return nil
        }
        var to: Int? = from
        if read(",") { to = next == "}" ? nil : readInteger() }
        guard read("}"), pattern[position - 2] == "," || to != nil else {
            position = start
            return nil
        }
        guard from <= 1_000, (to ?? 0) <= 1_000, from <= to ?? from else {
            throw SyntaxError(reason: "a repetition's numbers must rise and be at most 1000")
        }
        return (from, to)
    }

    private mutating func readInteger() -> Int? {
        var digits = ""
        while let scalar = next, ("0"..."9").contains(scalar), digits.utf8.count < 6 {
            digits.unicodeScalars.append(scalar)
            position += 1
        }
        return Int(digits)
    }

    // MARK: Items

    private mutating func parseItem(
        _ scalar: Unicode.Scalar
    ) throws(SyntaxError) -> RegularExpressionTree {
        position += 1
        switch scalar {
        case ".":
            return .set(.not(flags.dotMatchesNewline ? .ranges([]) : .only("\n")))
        case "^": return .boundary(flags.isMultiline ? .lineStart : .textStart)
        case "$": return .boundary(flags.isMultiline ? .lineEnd : .textEnd)
        case "(": return try parseGroup()
        case "[": return .set(try parseClass())
        case "\\": return try parseEscapedItem()
        case "*", "+", "?": throw SyntaxError(reason: "\"\(scalar)\" has nothing to repeat")
        default: return .set(literal(scalar))
        }
    }

    private func literal(_ scalar: Unicode.Scalar) -> CharacterSet {
        flags.isCaseless ? .caseless(.only(scalar)) : .only(scalar)
    }

    private mutating func parseEscapedItem() throws(SyntaxError) -> RegularExpressionTree {
        switch next {
        case "A":
            position += 1
            return .boundary(.textStart)
        case "z":
            position += 1
            return .boundary(.textEnd)
        case "b":
            position += 1
            return .boundary(.word)
        case "B":
            position += 1
            return .boundary(.noWord)
        default: break
        }
        if let set = try parseClassEscape() { return .set(set) }
        return .set(literal(try parseEscape()))
    }

    private mutating func parseGroup() throws(SyntaxError) -> RegularExpressionTree {
        let before = flags
        if read("?P<") || read("?<") {
            if next == "=" || next == "!" { throw lookingAround }
            return try parseNumberedGroup(named: try readGroupName())
        }
        guard read("?") else { return try parseNumberedGroup(named: nil) }
        if let scalar = next, "=!#>".unicodeScalars.contains(scalar) { throw lookingAround }
        try readFlags()
        // Without a colon the flags hold for the rest of the group that this stands in.
        if read(")") { return .empty }
        guard read(":") else { throw SyntaxError(reason: "after \"(?\" something unknown stands") }
        let inner = try parseAlternatives()
        guard read(")") else { throw unclosed }
        flags = before
        return inner
    }

    private var lookingAround: SyntaxError {
        SyntaxError(reason: "looking ahead or behind is not supported")
    }

    private var unclosed: SyntaxError { SyntaxError(reason: "a \"(\" is not closed") }

    private mutating func parseNumberedGroup(
        named name: String?
    ) throws(SyntaxError) -> RegularExpressionTree {
        groupNames.append(name)
        let number = groupNames.count
        guard number <= 100 else { throw SyntaxError(reason: "it has more than 100 groups") }
        let before = flags
        let inner = try parseAlternatives()
        guard read(")") else { throw unclosed }
        flags = before
        return .group(inner, number: number)
    }

    private mutating func readGroupName() throws(SyntaxError) -> String {
        var name = ""
        while let scalar = next, CharacterSet.word.contains(scalar) {
            name.unicodeScalars.append(scalar)
            position += 1
        }
        guard !name.isEmpty, read(">") else {
            throw SyntaxError(reason: "a group's name is made of letters, digits and \"_\"")
        }
        return name
    }

    private mutating func readFlags() throws(SyntaxError) {
        var value = true
        var count = 0
        while let scalar = next, scalar != ")", scalar != ":" {
            position += 1
            count += 1
            switch scalar {
            case "i": flags.isCaseless = value
            case "m": flags.isMultiline = value
            case "s": flags.dotMatchesNewline = value
            case "U": flags.prefersFewer = value
            case "-" where value:
                value = false
                count = 0
            default: throw SyntaxError(reason: "there is no flag \"\(scalar)\"")
            }
        }
        if count == 0, next == ")" || !value {
            throw SyntaxError(reason: "flags are missing after \"(?\"")
        }
    }

    // MARK: Classes

    private mutating func parseClass() throws(SyntaxError) -> CharacterSet {
        let isNegated = read("^")
        var sets: [CharacterSet] = []
        var isFirst = true
        while isFirst || next != "]" {
            guard let scalar = next else { throw SyntaxError(reason: "a \"[\" is not closed") }
            isFirst = false
            if let set = try parseNamedClass() {
                sets.append(set)
                continue
            }
            position += 1
            if scalar == "\\", let set = try parseClassEscape() {
                sets.append(set)
                continue
            }
            let low = scalar == "\\" ? try parseEscape() : scalar
            sets.append(.ranges([low.value...(try parseRangeEnd(after: low)).value]))
        }
        position += 1
        let all = CharacterSet.anyOf(sets)
        let set = flags.isCaseless ? CharacterSet.caseless(all) : all
        return isNegated ? .not(set) : set
    }

    private mutating func parseRangeEnd(
        after low: Unicode.Scalar
    ) throws(SyntaxError) -> Unicode.Scalar {
        guard next == "-", position + 1 < pattern.count, pattern[position + 1] != "]" else {
            return low
        }
        position += 2
        let scalar = pattern[position - 1]
        let high = scalar == "\\" ? try parseEscape() : scalar
        guard low <= high else {
            throw SyntaxError(reason: "a range in brackets ends before it begins")
        }
        return high
    }

    /// Reads `[:alpha:]` or `[:^alpha:]` within brackets.
    private mutating func parseNamedClass() throws(SyntaxError) -> CharacterSet? {
        guard read("[:") else { return nil }
        let isNegated = read("^")
        var name = ""
        while let scalar = next, ("a"..."z").contains(scalar) {
            name.unicodeScalars.append(scalar)
            position += 1
        }
        guard read(":]"), let set = Self.namedClass(name) else {
            throw SyntaxError(reason: "there is no class \"[:\(name):]\"")
        }
        return isNegated ? .not(set) : set
    }

    private static func namedClass(_ name: String) -> CharacterSet? {
        switch name {
        case "alnum": .ranges([0x30...0x39, 0x41...0x5A, 0x61...0x7A])
        case "alpha": .ranges([0x41...0x5A, 0x61...0x7A])
        case "ascii": .ranges([0x00...0x7F])
        case "blank": .ranges([0x09...0x09, 0x20...0x20])
        case "cntrl": .ranges([0x00...0x1F, 0x7F...0x7F])
        case "digit": .digit
        case "graph": .ranges([0x21...0x7E])
        case "lower": .ranges([0x61...0x7A])
        case "print": .ranges([0x20...0x7E])
        case "punct": .ranges([0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E])
        case "space": .ranges([0x09...0x0D, 0x20...0x20])
        case "upper": .ranges([0x41...0x5A])
        case "word": .word
        case "xdigit": .ranges([0x30...0x39, 0x41...0x46, 0x61...0x66])
        default: nil
        }
    }

    // MARK: Escapes

    /// A class after a backslash, or nil, with nothing read, where something else follows.
    private mutating func parseClassEscape() throws(SyntaxError) -> CharacterSet? {
        guard let scalar = next else { return nil }
        switch scalar {
        case "d":
            position += 1
            return .digit
        case "D":
            position += 1
            return .not(.digit)
        case "w":
            position += 1
            return .word
        case "W":
            position += 1
            return .not(.word)
        case "s":
            position += 1
            return .space
        case "S":
            position += 1
            return .not(.space)
        case "p", "P":
            position += 1
            let set = try parseCategory()
            return scalar == "P" ? .not(set) : set
        default: return nil
        }
    }

    private mutating func parseCategory() throws(SyntaxError) -> CharacterSet {
        var name = ""
        var isNegated = false
        if read("{") {
            isNegated = read("^")
            while let scalar = next, scalar != "}" {
                name.unicodeScalars.append(scalar)
                position += 1
            }
            guard read("}") else { throw SyntaxError(reason: "a \"{\" is not closed") }
        } else if let scalar = next {
            name.unicodeScalars.append(scalar)
            position += 1
        }
        guard Self.categories.contains(name) else {
            throw SyntaxError(reason: "there is no category \"\(name)\", and scripts are not known")
        }
        return isNegated ? .not(.category(name)) : .category(name)
    }

    private static let categories: Set<String> = [
        "C", "Cc", "Cf", "Co", "Cs", "L", "Ll", "Lm", "Lo", "Lt", "Lu", "M", "Mc", "Me", "Mn", "N",
        "Nd", "Nl", "No", "P", "Pc", "Pd", "Pe", "Pf", "Pi", "Po", "Ps", "S", "Sc", "Sk", "Sm",
        "So", "Z", "Zl", "Zp", "Zs",
    ]

    /// A single character after a backslash.
    private mutating func parseEscape() throws(SyntaxError) -> Unicode.Scalar {
        guard let scalar = next else { throw SyntaxError(reason: "it ends with a backslash") }
        position += 1
        switch scalar {
        case "n": return "\n"
        case "t": return "\t"
        case "r": return "\r"
        case "f": return "\u{0C}"
        case "v": return "\u{0B}"
        case "a": return "\u{07}"
        case "x": return try parseHexadecimal()
        default:
            guard scalar.value < 0x80, !CharacterSet.word.contains(scalar) || scalar == "_" else {
                throw SyntaxError(reason: "the escape \"\\\(scalar)\" is not supported")
            }
            return scalar
        }
    }

    private mutating func parseHexadecimal() throws(SyntaxError) -> Unicode.Scalar {
        let isBraced = read("{")
        var digits = ""
        while let scalar = next, scalar.properties.isASCIIHexDigit,
            digits.utf8.count < (isBraced ? 8 : 2)
        {
            digits.unicodeScalars.append(scalar)
            position += 1
        }
        guard isBraced ? read("}") : digits.utf8.count == 2,
            let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
        else { throw SyntaxError(reason: "after \"\\x\" two hexadecimal digits are expected") }
        return scalar
    }
}

/// Writes the program of a pattern.
struct RegularExpressionCompiler {
    private var program: [RegularExpression.Instruction] = []

    typealias SyntaxError = RegularExpression.SyntaxError

    mutating func compile(
        _ tree: RegularExpressionTree
    ) throws(SyntaxError) -> [RegularExpression.Instruction] {
        program.append(.save(0))
        try emit(tree)
        program.append(.save(1))
        program.append(.match)
        return program
    }

    private mutating func emit(_ tree: RegularExpressionTree) throws(SyntaxError) {
        // Repetitions in repetitions multiply.
        guard program.count < 10_000 else { throw SyntaxError(reason: "it is too large") }
        switch tree {
        case .empty: break
        case .set(let set): program.append(.character(set))
        case .boundary(let boundary): program.append(.require(boundary))
        case .sequence(let items): for item in items { try emit(item) }
        case .group(let inner, let number):
            program.append(.save(2 * number))
            try emit(inner)
            program.append(.save(2 * number + 1))
        case .alternatives(let alternatives): try emit(alternatives)
        case .repeated(let item, let from, let to, let prefersMore):
            for _ in 0..<from { try emit(item) }
            if let to {
                try emit(item, atMost: to - from, prefersMore)
            } else {
                try emitLoop(item, prefersMore)
            }
        }
    }

    private mutating func emit(_ alternatives: [RegularExpressionTree]) throws(SyntaxError) {
        var ends: [Int] = []
        for (index, alternative) in alternatives.enumerated() {
            let split = program.count
            let isLast = index == alternatives.count - 1
            if !isLast { program.append(.split(split + 1, 0)) }
            try emit(alternative)
            if isLast { break }
            ends.append(program.count)
            program.append(.jump(0))
            program[split] = .split(split + 1, program.count)
        }
        for end in ends { program[end] = .jump(program.count) }
    }

    /// `item?` so many times, each within the one before.
    private mutating func emit(
        _ item: RegularExpressionTree, atMost count: Int, _ prefersMore: Bool
    ) throws(SyntaxError) {
        var splits: [Int] = []
        for _ in 0..<count {
            splits.append(program.count)
            program.append(.split(0, 0))
            try emit(item)
        }
        for split in splits { program[split] = choice(split + 1, program.count, prefersMore) }
    }

    private mutating func emitLoop(
        _ item: RegularExpressionTree, _ prefersMore: Bool
    ) throws(SyntaxError) {
        let split = program.count
        program.append(.split(0, 0))
        try emit(item)
        program.append(.jump(split))
        program[split] = choice(split + 1, program.count, prefersMore)
    }

    private func choice(
        _ inside: Int, _ outside: Int, _ prefersMore: Bool
    ) -> RegularExpression.Instruction {
        prefersMore ? .split(inside, outside) : .split(outside, inside)
    }
}
