/// A pattern of names, matched byte by byte in linear time.
///
/// `*` matches within one part of a name, `**` across parts, `?` one character. What a part is
/// depends on the kind of name: an address has parts between its dots, a path between its slashes,
/// and any other name is one part. In an address `[…]` stands for itself, and `[*]` for any index.
///
/// A `**` that is a whole part also stands for no part at all: `live/prod/**` matches `live/prod`,
/// and `**/prod` matches `prod`.
///
/// The pattern is a list of steps, and the set of steps a name has reached so far moves over the
/// name once, so that no pattern, however it was built, takes exponential time:
///
/// ```
///     aws_*.db[*]     a w s _ * . d b [ …]
///     after "aws_d"           ↑            the star has taken one byte, and may take more
///     after "aws_d."              ↑        a dot ends a part: only what follows it is left
/// ```
struct Glob: Sendable {
    enum Kind: Sendable {
        /// The name of a workspace, a type, a variable's value: one part.
        case name
        case path
        case address
    }

    /// The pattern as it was written.
    let text: String
    private let kind: Kind
    private let steps: [Step]
    /// The bytes every match begins with; all of the match where `isLiteral`.
    private let prefix: [UInt8]
    private let isLiteral: Bool
    /// The bytes every match ends with.
    private let suffix: [UInt8]
    /// Where the prefix leads to.
    private let positionAfterPrefix: Position
    /// False where an index is opened and never closed, so that nothing can match.
    let isComplete: Bool

    private enum Step: Equatable {
        case byte(UInt8)
        /// The dot or slash between two parts, and never one inside an index.
        case separator
        /// `?`: one character, which may be several bytes.
        case character
        /// The rest of a character whose first byte has been taken.
        case characterRest
        /// `*`: any bytes of one part.
        case part
        /// `**`: any bytes.
        case anything
        /// Takes nothing, and goes on with the next step or past the next `count` of them.
        case optionally(count: Int)
        /// Any bytes up to and with a separator.
        case parts
        /// The opening bracket of an index, whatever it holds.
        case anyIndex
        /// The rest of an index whose bracket has been taken.
        case anyIndexRest

        /// Whether it stands for one byte, and always for the same.
        var isOneByte: Bool {
            switch self {
            case .byte, .separator: true
            case .character, .characterRest, .part, .anything, .optionally, .parts, .anyIndex,
                .anyIndexRest:
                false
            }
        }
    }

    init(_ text: String, _ kind: Kind) {
        self.text = text
        self.kind = kind
        (steps, isComplete) = Self.steps(of: Array(text.utf8), kind)
        let prefixEnd = steps.firstIndex { !$0.isOneByte } ?? steps.count
        prefix = Self.bytes(of: steps[..<prefixEnd], kind)
        isLiteral = prefixEnd == steps.count
        let suffixStart = (steps.lastIndex { !$0.isOneByte } ?? -1) + 1
        suffix = isLiteral ? [] : Self.bytes(of: steps[suffixStart...], kind)
        var position = Position()
        for byte in prefix { position.move(over: byte, in: kind) }
        positionAfterPrefix = position
    }

    /// Three bytes on end, as one number, that every name has that matches; nil where there are none.
    ///
    /// The last of the longest such run, where patterns differ most.
    var requiredTriple: UInt32? {
        let longest = requiredRuns.max { $0.count < $1.count }
        guard let longest, longest.count >= 3 else { return nil }
        return longest.suffix(3).reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// The bytes between the steps that stand for more than one byte, or may be left out.
    private var requiredRuns: [[UInt8]] {
        var runs: [[UInt8]] = [[]]
        var optional = 0
        for step in steps {
            let isOptional = optional > 0
            optional = max(0, optional - 1)
            switch step {
            case .byte(let byte) where !isOptional:
                runs[runs.count - 1].append(byte)
            case .separator where !isOptional:
                let separator = kind == .path ? UInt8(ascii: "/") : UInt8(ascii: ".")
                runs[runs.count - 1].append(separator)
            case .optionally(let count):
                optional = count
                runs.append([])
            case .byte, .separator, .character, .characterRest, .part, .anything, .parts, .anyIndex,
                .anyIndexRest:
                runs.append([])
            }
        }
        return runs
    }

    func matches(_ name: [UInt8]) -> Bool { matches(name.span) }

    func matches(_ name: Span<UInt8>) -> Bool {
        guard name.count >= prefix.count, name.holds(prefix, at: 0) else { return false }
        if isLiteral { return name.count == prefix.count }
        guard name.count >= suffix.count, name.holds(suffix, at: name.count - suffix.count) else {
            return false
        }
        // Beyond the last step there is one more state: that the name has been matched.
        return steps.count < SmallStepSet.capacity
            ? matches(name, SmallStepSet(capacity: steps.count + 1))
            : matches(name, LargeStepSet(capacity: steps.count + 1))
    }

    private func matches(_ name: Span<UInt8>, _ empty: some StepSet) -> Bool {
        // The steps of the prefix take one byte each.
        var reached = empty
        reach(prefix.count, in: &reached)
        var position = positionAfterPrefix
        var index = prefix.count
        let takesAnyRest = steps.last == .anything
        while index < name.count {
            if takesAnyRest, reached.contains(steps.count - 1) { return true }
            position.move(over: name[index], in: kind)
            var next = empty
            var isStuck = true
            var step = reached.first(from: 0)
            while let current = step, current < steps.count {
                if advance(current, over: name[index], at: position, into: &next) {
                    isStuck = false
                }
                step = reached.first(from: current + 1)
            }
            if isStuck { return false }
            reached = next
            index += 1
        }
        return reached.contains(steps.count)
    }

    /// Takes one byte in one step; false where the step does not want it.
    private func advance(
        _ step: Int, over byte: UInt8, at position: Position, into next: inout some StepSet
    ) -> Bool {
        let isContinuation = byte & 0xc0 == 0x80
        switch steps[step] {
        case .byte(let wanted):
            guard byte == wanted, !position.isSeparator else { return false }
            reach(step + 1, in: &next)
        case .separator:
            guard position.isSeparator else { return false }
            reach(step + 1, in: &next)
        case .character:
            guard !position.isSeparator, !isContinuation else { return false }
            reach(step + 1, in: &next)
        case .characterRest:
            guard isContinuation else { return false }
            reach(step, in: &next)
        case .part:
            guard !position.isSeparator else { return false }
            reach(step, in: &next)
        case .anything:
            reach(step, in: &next)
        case .optionally:
            return false
        case .parts:
            next.insert(step)
            if position.isSeparator { reach(step + 1, in: &next) }
        case .anyIndex:
            guard position.opensIndex else { return false }
            next.insert(step + 1)
        case .anyIndexRest:
            if position.closesIndex {
                reach(step + 1, in: &next)
            } else if position.isInIndex {
                next.insert(step)
            } else {
                return false
            }
        }
        return true
    }

    /// Marks a step as reached, and with it those that need no byte to be reached from there.
    private func reach(_ step: Int, in reached: inout some StepSet) {
        guard !reached.contains(step) else { return }
        reached.insert(step)
        guard step < steps.count else { return }
        switch steps[step] {
        case .part, .anything, .characterRest:
            reach(step + 1, in: &reached)
        case .optionally(let count):
            reach(step + 1, in: &reached)
            reach(step + 1 + count, in: &reached)
        case .byte, .separator, .character, .parts, .anyIndex, .anyIndexRest:
            break
        }
    }

    // MARK: Reading a pattern

    private static func steps(
        of pattern: [UInt8], _ kind: Kind
    ) -> (steps: [Step], isComplete: Bool) {
        var steps: [Step] = []
        steps.reserveCapacity(pattern.count)
        var position = Position()
        var index = 0
        while index < pattern.count {
            let byte = pattern[index]
            if byte == UInt8(ascii: "*"), !position.isInIndex {
                var end = index
                while end < pattern.count, pattern[end] == UInt8(ascii: "*") { end += 1 }
                let isWholePart =
                    (index == 0 || position.isSeparator)
                    && (end == pattern.count || isSeparator(pattern[end], kind))
                if end - index == 1 {
                    steps.append(.part)
                } else if !isWholePart {
                    steps.append(.anything)
                } else if end < pattern.count {
                    position.move(over: pattern[end], in: kind)
                    index = end + 1
                    // Of several in a row one is enough.
                    let isRepeated =
                        pattern[index...].starts(with: "**".utf8)
                        && pattern[index...].first { $0 != UInt8(ascii: "*") }
                            .map { isSeparator($0, kind) } ?? true
                    if !isRepeated { steps += [.optionally(count: 1), .parts] }
                    continue
                } else if steps.last == .separator {
                    // The separator before a last `**` belongs to what may be absent.
                    steps.removeLast()
                    steps += [.optionally(count: 2), .separator, .anything]
                } else {
                    steps.append(.anything)
                }
                index = end
                position.moveOverOrdinaryByte()
                continue
            }
            position.move(over: byte, in: kind)
            if position.opensIndex,
                pattern[index...].starts(with: [
                    UInt8(ascii: "["), UInt8(ascii: "*"), UInt8(ascii: "]"),
                ])
            {
                steps += [.anyIndex, .anyIndexRest]
                position.move(over: UInt8(ascii: "]"), in: kind)
                index += 3
                continue
            }
            if position.isSeparator {
                steps.append(.separator)
            } else if byte == UInt8(ascii: "?"), !position.isInIndex {
                steps += [.character, .characterRest]
            } else {
                steps.append(.byte(byte))
            }
            index += 1
        }
        return (steps, !position.isInIndex)
    }

    /// The bytes of steps that stand for one each.
    private static func bytes(of steps: ArraySlice<Step>, _ kind: Kind) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(steps.count)
        for step in steps {
            switch step {
            case .byte(let byte): bytes.append(byte)
            case .separator: bytes.append(kind == .path ? UInt8(ascii: "/") : UInt8(ascii: "."))
            case .character, .characterRest, .part, .anything, .optionally, .parts, .anyIndex,
                .anyIndexRest:
                break
            }
        }
        return bytes
    }

    private static func isSeparator(_ byte: UInt8, _ kind: Kind) -> Bool {
        switch kind {
        case .name: false
        case .path: byte == UInt8(ascii: "/")
        case .address: byte == UInt8(ascii: ".")
        }
    }

    /// What the last byte was, to somebody who reads a name from its beginning.
    ///
    /// An index of an address is a number or a quoted key in brackets; dots and brackets inside the
    /// quotes are part of the key, and a backslash escapes a quote.
    private struct Position {
        private(set) var isSeparator = false
        private(set) var opensIndex = false
        private(set) var closesIndex = false
        private(set) var isInIndex = false
        private var isInQuotes = false
        private var isEscaped = false

        mutating func move(over byte: UInt8, in kind: Kind) {
            isSeparator = false
            opensIndex = false
            closesIndex = false
            guard kind == .address else {
                isSeparator = Glob.isSeparator(byte, kind)
                return
            }
            if isInQuotes {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isInQuotes = false
                }
            } else if isInIndex {
                if byte == UInt8(ascii: "\"") {
                    isInQuotes = true
                } else if byte == UInt8(ascii: "]") {
                    isInIndex = false
                    closesIndex = true
                }
            } else if byte == UInt8(ascii: "[") {
                isInIndex = true
                opensIndex = true
            } else {
                isSeparator = Glob.isSeparator(byte, kind)
            }
        }

        mutating func moveOverOrdinaryByte() {
            isSeparator = false
            opensIndex = false
            closesIndex = false
        }
    }
}

extension [Glob] {
    /// Whether any of the patterns matches.
    func containsMatch(for name: Span<UInt8>) -> Bool {
        // By their places, because to hold one in hand is to count the references of all it is made of.
        for place in indices where self[place].matches(name) { return true }
        return false
    }
}

/// A set of steps.
private protocol StepSet {
    init(capacity: Int)
    func contains(_ step: Int) -> Bool
    mutating func insert(_ step: Int)
    /// The first step of the set that is not before `start`.
    func first(from start: Int) -> Int?
}

/// The steps of nearly every pattern fit into one number.
private struct SmallStepSet: StepSet {
    static let capacity = 64
    private var word: UInt64 = 0

    init(capacity: Int) {}

    func contains(_ step: Int) -> Bool { word & (1 << UInt64(step)) != 0 }

    mutating func insert(_ step: Int) { word |= 1 << UInt64(step) }

    func first(from start: Int) -> Int? {
        let rest = start < Self.capacity ? word & (~0 << UInt64(start)) : 0
        return rest == 0 ? nil : rest.trailingZeroBitCount
    }
}

private struct LargeStepSet: StepSet {
    private var isMember: [Bool]

    init(capacity: Int) {
        isMember = Array(repeating: false, count: capacity)
    }

    func contains(_ step: Int) -> Bool { isMember[step] }

    mutating func insert(_ step: Int) { isMember[step] = true }

    func first(from start: Int) -> Int? {
        isMember[min(start, isMember.count)...].firstIndex(of: true)
    }
}
