/// A regular expression as Terraform's `regex` reads it: the syntax of RE2 (github.com/google/re2,
/// doc/syntax.txt), which is matched in time proportional to the text, whatever the pattern.
///
/// ```
/// alternatives  = sequence ("|" sequence)*
/// sequence      = (item repetition?)*
/// repetition    = ("*" | "+" | "?" | "{n}" | "{n,}" | "{n,m}") "?"?      n, m at most 1000
/// item          = character | "." | "[" "^"? element+ "]" | "^" | "$" | "(" group ")"
///               | "\A" | "\z" | "\b" | "\B" | class | escape | "\Q" text "\E"
/// group         = alternatives | "?:" alternatives | "?" flags | "?" flags ":" alternatives
///               | "?P<name>" alternatives | "?<name>" alternatives
/// flags         = ("i" | "m" | "s" | "U")+ ("-" ("i" | "m" | "s" | "U")+)?
/// class         = "\d" | "\D" | "\w" | "\W" | "\s" | "\S" | "\pL" | "\p{L}" | "\p{^L}" | "\PL"
/// element       = character | character "-" character | class | "[:alpha:]" | "[:^alpha:]" | escape
/// escape        = "\n" | "\t" | "\r" | "\f" | "\v" | "\a" | "\xHH" | "\x{H…}" | "\" punctuation
/// ```
///
/// Of Unicode's properties the general categories are known (`L`, `Lu`, `Nd`, …) and no scripts.
/// What RE2 knows besides, octal escapes and `\C`, is refused, as is what RE2 refuses:
/// backreferences and looking around.
package struct RegularExpression: Sendable {
    /// The names of the groups from the first; nil for those that have none.
    let groupNames: [String?]
    let program: [Instruction]

    enum Instruction: Sendable {
        case character(CharacterSet)
        /// Goes on at both; what the first leads to is preferred.
        case split(Int, Int)
        case jump(Int)
        /// Keeps the position as a group's start or end.
        case save(Int)
        case require(Boundary)
        case match
    }

    enum Boundary: Sendable {
        case textStart
        case textEnd
        case lineStart
        case lineEnd
        case word
        case noWord
    }

    /// What a single character may be.
    indirect enum CharacterSet: Sendable {
        case ranges([ClosedRange<UInt32>])
        case category(String)
        case not(CharacterSet)
        case anyOf([CharacterSet])
        /// Upper and lower case are the same.
        case caseless(CharacterSet)
    }

    /// Why a pattern cannot be used.
    struct SyntaxError: Error {
        let reason: String
    }

    init(_ pattern: String) throws(SyntaxError) {
        var parser = RegularExpressionParser(pattern)
        let tree = try parser.parse()
        groupNames = parser.groupNames
        var compiler = RegularExpressionCompiler()
        program = try compiler.compile(tree)
    }

    // MARK: Matching

    /// One way through the program that is still open.
    private struct Thread {
        let instruction: Int
        let saved: [Int?]
    }

    /// The first match at or after `start`, and what its groups hold.
    ///
    /// All ways through the program are followed at once, in the order of their preference, so that
    /// each character is looked at once (Thompson's construction, with Pike's submatches).
    ///
    /// - Parameters:
    ///   - text: what is searched.
    ///   - start: where to begin; what stands before it is seen by boundaries only.
    ///   - steps: grows by the instructions that are followed.
    ///   - limit: how far it may grow; then nothing is found, and the caller must say so.
    /// - Returns: positions in pairs, of the whole match and of each group; nil without a match.
    func firstMatch(
        in text: [Unicode.Scalar], from start: Int = 0, steps: inout Int, limit: Int
    ) -> [Int?]? {
        var threads: [Thread] = []
        var found: [Int?]?
        var visited = [Int](repeating: -1, count: program.count)
        var position = start
        while true {
            if found == nil {
                let saved = [Int?](repeating: nil, count: 2 * (groupNames.count + 1))
                follow(0, saved, at: position, in: text, &visited, &threads, &steps)
            }
            if found != nil, threads.isEmpty { return found }
            if steps > limit { return nil }
            var next: [Thread] = []
            for thread in threads {
                switch program[thread.instruction] {
                case .match:
                    found = thread.saved
                case .character(let set):
                    if position < text.count, set.contains(text[position]) {
                        follow(
                            thread.instruction + 1, thread.saved, at: position + 1, in: text,
                            &visited, &next, &steps)
                    }
                case .split, .jump, .save, .require:
                    preconditionFailure("followed until a character or the match is next")
                }
                // What is preferred less than a match is dropped.
                if case .match = program[thread.instruction] { break }
            }
            threads = next
            position += 1
            if position > text.count { return found }
        }
    }

    /// Adds the threads that are reached from an instruction without reading a character.
    private func follow(
        _ first: Int, _ saved: [Int?], at position: Int, in text: [Unicode.Scalar],
        _ visited: inout [Int], _ threads: inout [Thread], _ steps: inout Int
    ) {
        // A stack of our own: a long alternative is a long chain.
        var stack = [(first, saved)]
        while let (instruction, saved) = stack.popLast() {
            if visited[instruction] == position { continue }
            visited[instruction] = position
            steps += 1
            switch program[instruction] {
            case .jump(let target): stack.append((target, saved))
            case .split(let preferred, let other):
                stack.append((other, saved))
                stack.append((preferred, saved))
            case .save(let slot):
                var saved = saved
                saved[slot] = position
                stack.append((instruction + 1, saved))
            case .require(let boundary):
                if boundary.holds(at: position, in: text) { stack.append((instruction + 1, saved)) }
            case .character, .match:
                threads.append(Thread(instruction: instruction, saved: saved))
            }
        }
    }
}

extension RegularExpression.Boundary {
    func holds(at position: Int, in text: [Unicode.Scalar]) -> Bool {
        switch self {
        case .textStart: position == 0
        case .textEnd: position == text.count
        case .lineStart: position == 0 || text[position - 1] == "\n"
        case .lineEnd: position == text.count || text[position] == "\n"
        case .word: isWordBoundary(position, text)
        case .noWord: !isWordBoundary(position, text)
        }
    }

    private func isWordBoundary(_ position: Int, _ text: [Unicode.Scalar]) -> Bool {
        let word = RegularExpression.CharacterSet.word
        let before = position > 0 && word.contains(text[position - 1])
        let after = position < text.count && word.contains(text[position])
        return before != after
    }
}

extension RegularExpression.CharacterSet {
    static let digit = Self.ranges([0x30...0x39])
    static let word = Self.ranges([0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
    static let space = Self.ranges([0x09...0x0A, 0x0C...0x0D, 0x20...0x20])

    static func only(_ scalar: Unicode.Scalar) -> Self { .ranges([scalar.value...scalar.value]) }

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        switch self {
        case .ranges(let ranges): ranges.contains { $0.contains(scalar.value) }
        case .category(let name): scalar.properties.generalCategory.abbreviation.hasPrefix(name)
        case .not(let set): !set.contains(scalar)
        case .anyOf(let sets): sets.contains { $0.contains(scalar) }
        case .caseless(let set):
            set.contains(scalar) || scalar.caseVariants.contains { set.contains($0) }
        }
    }
}

extension Unicode.Scalar {
    /// The other ways to write a letter, as far as they are single characters.
    fileprivate var caseVariants: [Unicode.Scalar] {
        if value < 0x80 {
            switch self {
            // Two letters beyond ASCII fold into it: the long s and the Kelvin sign.
            case "k", "K": return ["k", "K", "\u{212A}"]
            case "s", "S": return ["s", "S", "\u{17F}"]
            case "a"..."z", "A"..."Z":
                return Unicode.Scalar(value ^ 0x20).map { [$0] } ?? []
            default: return []
            }
        }
        let upper = simpleUppercase
        return [upper, simpleLowercase, upper.simpleLowercase]
    }
}

extension Unicode.GeneralCategory {
    /// The name in Unicode's own data: `Lu`, `Nd`.
    var abbreviation: String {
        switch self {
        case .uppercaseLetter: "Lu"
        case .lowercaseLetter: "Ll"
        case .titlecaseLetter: "Lt"
        case .modifierLetter: "Lm"
        case .otherLetter: "Lo"
        case .nonspacingMark: "Mn"
        case .spacingMark: "Mc"
        case .enclosingMark: "Me"
        case .decimalNumber: "Nd"
        case .letterNumber: "Nl"
        case .otherNumber: "No"
        case .connectorPunctuation: "Pc"
        case .dashPunctuation: "Pd"
        case .openPunctuation: "Ps"
        case .closePunctuation: "Pe"
        case .initialPunctuation: "Pi"
        case .finalPunctuation: "Pf"
        case .otherPunctuation: "Po"
        case .mathSymbol: "Sm"
        case .currencySymbol: "Sc"
        case .modifierSymbol: "Sk"
        case .otherSymbol: "So"
        case .spaceSeparator: "Zs"
        case .lineSeparator: "Zl"
        case .paragraphSeparator: "Zp"
        case .control: "Cc"
        case .format: "Cf"
        case .surrogate: "Cs"
        case .privateUse: "Co"
        case .unassigned: "Cn"
        @unknown default: ""
        }
    }
}
