/// Passes over a container 64 bytes at a time, checking all of it.
///
/// Nearly all of a plan is passed over, so this is what decides how fast plans are read. Whatever
/// RFC 8259 asks for is asked of 64 bytes at once, with one bit of a word for each. A block of 28:
///
///     bytes      {"a":[1,true],"b":{},"c\"":2
///     quotes     .1.1..........1.1....1....1.     without the escaped one
///     strings    .11...........11.....11111..     opening quote to before the closing one:
///                                                 the exclusive or of all quotes so far
///     scalars    ......1.1111..............  1    neither string nor white space nor punctuation
///     E          ..after the end of a value:      }  ]  closing quote  scalar
///     F          ..after an opening bracket or a comma
///     H          ..after a comma or a colon
///     G          ..after the closing quote of a string that stands at F
///
/// "After" is a shift by one, and where white space stands between, an addition whose carry runs to
/// its end. From which token follows which token comes nearly all of the grammar:
///
///     a value after a value                 (string | scalar | open) & E
///     a comma after no value                comma & ~E
///     a bracket closes on a comma or colon  close & H
///     a colon after anything but a string that may be a key
///                                           colon & ~G
///
/// What is left depends on the container that a place is in. Strings at F are keys in an object and
/// elements in an array, so in an object each must be followed by a colon and nothing else may stand
/// at F; and in an array there is no colon at all. The brackets of a block are visited one by one,
/// the kinds of containers being a stack of bits, and the stretch before each is held against the
/// one mask or the other. Empty pairs, which plans are full of, are taken out beforehand.
///
/// Bits that cross to the next block are the `Carry`. It is also all that the simple automaton needs
/// to go on from the start of a block: where a block has a fault, that automaton reads it again and
/// says exactly what and where.
///
/// The masks of strings and of escaped characters are made as in Langdale and Lemire, "Parsing
/// gigabytes of JSON per second" (2019); what is done with them is not, because a guard has to refuse
/// what it passes over when it is no JSON.
private struct Carry {
    /// The next byte is escaped by the backslash before it.
    var isEscaped: UInt64 = 0
    /// All ones within a string.
    var string: UInt64 = 0
    /// That string stands where a key may.
    var isCandidate: UInt64 = 0
    /// The byte before is part of a number or a literal, which has been checked to its end.
    var scalar: UInt64 = 0
    var afterValue: UInt64 = 0
    var afterOpenOrComma: UInt64 = 0
    var afterCommaOrColon: UInt64 = 0
    var afterCandidate: UInt64 = 0
    /// Bytes at the front that belong to a character of the block before.
    var multibyteRest = 0
}

extension JSONCursor {
    /// Passes over a container that begins with the next byte, checking all of it.
    mutating func skipContainerByBlocks<Classifier: BlockClassifier>(
        _: Classifier.Type
    ) throws(ReadingFailure) {
        var stack = ContainerStack()
        try enter(&stack, isObject: window[window.position] == .leftBrace)
        var carry = Carry()
        carry.afterOpenOrComma = 1
        // The position stays one byte before the block: where a fault is looked for again, that byte
        // may be a backslash that belongs to it.
        window.position -= 1
        while true {
            _ = try window.look(ahead: 1 + 64 + Self.lookAhead)
            var next = carry
            var end = BlockEnd.notAsSupposed
            if !hasSpace {
                end = try skipBlock(
                    Classifier.self, &next, &stack, supposing: .nothingButText)
                // Most likely it is white space that was taken for a fault.
                if end == .faulty { hasSpace = true }
            }
            if end == .faulty || end == .notAsSupposed {
                (end, next) = try skipAnyBlock(Classifier.self, carry, &stack)
            }
            switch end {
            case .isInside:
                carry = next
            case .isOutside:
                return
            case .faulty, .notAsSupposed:
                hasSpace = false
                return try skipAgain(from: carry, in: stack)
            }
        }
    }

    /// Passes over one block of which nothing is known.
    ///
    /// Apart, and with the carry as a value: a reference to it would keep it in memory in the loop
    /// above, which costs a tenth of the time (tfguard-bench, 100 MB).
    @inline(never)
    private mutating func skipAnyBlock<Classifier: BlockClassifier>(
        _: Classifier.Type, _ carry: Carry, _ stack: inout ContainerStack
    ) throws(ReadingFailure) -> (BlockEnd, Carry) {
        var next = carry
        let end = try skipBlock(Classifier.self, &next, &stack, supposing: .nothing)
        return (end, next)
    }

    /// What is known of a block before it is looked at.
    private enum Supposition {
        case nothing
        /// ASCII without controls, and no white space outside of strings: so Terraform writes it, but
        /// for what people wrote in other letters. A tenth of the work is not needed then.
        ///
        /// White space that there is nevertheless is taken for a part of a number or a literal, and
        /// always makes a fault: none begins with it, and none may be followed by it.
        case nothingButText
    }

    private enum BlockEnd {
        case isInside
        case isOutside
        /// The stack and the position are as they were before the block.
        case faulty
        case notAsSupposed
    }

    /// More than any escape, literal or UTF-8 sequence has behind a block's last byte.
    private static var lookAhead: Int { 16 }

    /// Passes over one block.
    @inline(__always)
    private mutating func skipBlock<Classifier: BlockClassifier>(
        _: Classifier.Type, _ carry: inout Carry, _ stack: inout ContainerStack,
        supposing supposition: Supposition
    ) throws(ReadingFailure) -> BlockEnd {
        // SAFETY: 64 bytes are there, or the padding is.
        let block = unsafe window.base + window.position + 1
        if supposition == .nothingButText {
            // SAFETY: as above.
            let isASCII = unsafe Classifier.isPrintableASCII(block)
            if !isASCII || carry.multibyteRest != 0 { return .notAsSupposed }
        }
        // SAFETY: as above.
        let masks = unsafe Classifier.masks(of: block)
        var fault: UInt64 = 0

        let escaped = carry.escaped(masks.backslash)
        let quote = masks.quote & ~escaped
        let strings = quote == 0 ? carry.string : prefixXor(quote) ^ carry.string
        carry.string = 0 &- strings &>> 63
        let escapes = escaped & strings & ~(masks.quote | masks.backslash)
        if escapes != 0 { fault |= faultyEscapes(escapes) }

        var space: UInt64 = 0
        var lineFeed: UInt64 = 0
        if supposition == .nothing {
            if masks.high | UInt64(carry.multibyteRest) != 0 {
                fault |= faultyCharacters(masks.high, &carry)
            }
            space = masks.space & ~strings
            if masks.control != 0 {
                fault |= masks.control & strings
                // SAFETY: as above.
                lineFeed = unsafe Classifier.mask(of: block, equalTo: .lineFeed) & ~strings
                space |= lineFeed
                // SAFETY: as above.
                space |= unsafe Classifier.mask(of: block, equalTo: .carriageReturn) & ~strings
                // SAFETY: as above.
                space |= unsafe Classifier.mask(of: block, equalTo: .tab) & ~strings
            }
        }
        let open = masks.open & ~strings
        let close = masks.close & ~strings
        let comma = masks.comma & ~strings
        let colon = masks.colon & ~strings
        let scalar = ~(strings | quote | open | close | comma | colon | space)
        let scalarStart = scalar & ~(scalar &<< 1 | carry.scalar)
        carry.scalar = scalar &>> 63

        // Who follows whom.
        let value = scalarStart | open
        let afterValue = after(
            scalar | close | (quote & ~strings), over: space, &carry.afterValue)
        let afterOpenOrComma = after(open | comma, over: space, &carry.afterOpenOrComma)
        let afterCommaOrColon = after(comma | colon, over: space, &carry.afterCommaOrColon)
        let candidates = quote & strings & afterOpenOrComma
        let (ripple, overflow) = strings.addingReportingOverflow(candidates | carry.isCandidate)
        carry.isCandidate = overflow ? 1 : 0
        let afterCandidate = after(ripple & ~strings, over: space, &carry.afterCandidate)
        fault |= (value | quote & strings) & afterValue
        fault |= comma & ~afterValue
        fault |= close & afterCommaOrColon
        fault |= colon & ~afterCandidate
        let faultInObject = afterCandidate & ~colon | value & afterOpenOrComma

        var isEndless = false
        var rest = scalarStart
        while rest != 0 {
            let index = rest.trailingZeroBitCount
            switch try endOfScalar(at: index, supposing: supposition) {
            case .found: break
            case .faulty: fault |= 1 &<< UInt64(index)
            case .outOfSight: isEndless = true
            }
            rest &= rest &- 1
        }

        // Brackets, with the stretch before each.
        var pairs = open & close &>> 1
        if pairs != 0 {
            fault |= pairs & (masks.brace ^ masks.brace &>> 1)
            // Next to the limit each level counts.
            if depth &+ stack.depth &+ 64 > Self.depthLimit { pairs = 0 }
        }
        let brackets = (open | close) & ~(pairs | pairs &<< 1)
        var ahead = brackets
        var unchecked = ~(0 as UInt64)
        while ahead != 0 {
            let bit = ahead & (0 &- ahead)
            let through = bit | (bit &- 1)
            fault |= unchecked & through & (stack.isObject ? faultInObject : colon)
            unchecked = ~through
            let isBrace = masks.brace & bit != 0
            if open & bit != 0 {
                if depth &+ stack.depth >= Self.depthLimit {
                    fault |= bit
                    break
                }
                stack.push(isObject: isBrace)
            } else {
                if stack.isObject != isBrace {
                    fault |= bit
                    break
                }
                if stack.depth == 1 {
                    // What comes behind this bracket is no part of the container.
                    fault &= through
                    if fault != 0 || isEndless { break }
                    passLineFeeds(lineFeed & through)
                    window.position &+= 1 &+ bit.trailingZeroBitCount &+ 1
                    return .isOutside
                }
                stack.pop()
            }
            ahead &= ahead &- 1
        }
        fault |= unchecked & (stack.isObject ? faultInObject : colon)
        if fault != 0 || isEndless {
            stack.undo(brackets & ~ahead, open: open, brace: masks.brace)
            return .faulty
        }
        if lineFeed != 0 { passLineFeeds(lineFeed) }
        window.position &+= 64
        // The next block's position is one before it too.
        return .isInside
    }

    private mutating func passLineFeeds(_ lineFeed: UInt64) {
        guard lineFeed != 0 else { return }
        lineBreaks += lineFeed.nonzeroBitCount
        lineStart = window.offset + 1 + 64 - lineFeed.leadingZeroBitCount
    }

    /// Goes on from the start of a block with the automaton, which says what is wrong with it.
    @inline(never)
    private mutating func skipAgain(
        from carry: Carry, in stack: ContainerStack
    ) throws(ReadingFailure) {
        window.position += 1
        let next: Next
        if carry.string != 0 {
            // Back to the backslash, or on behind the character.
            window.position += carry.isEscaped != 0 ? -1 : carry.multibyteRest
            _ = try scanRestOfString(from: window.offset)
            next = stack.isObject && carry.isCandidate != 0 ? .colon : .commaOrEnd
        } else if carry.scalar != 0 {
            while let byte = try window.peek(), !window.endsScalar(byte) { window.position += 1 }
            next = .commaOrEnd
        } else if stack.isObject, carry.afterCandidate != 0 {
            next = .colon
        } else if carry.afterValue != 0 {
            next = .commaOrEnd
        } else if carry.afterOpenOrComma == 0 {
            next = .value
        } else if carry.afterCommaOrColon != 0 {
            next = stack.isObject ? .key : .value
        } else {
            next = stack.isObject ? .keyOrEndOfObject : .valueOrEndOfArray
        }
        try skip(next, in: stack)
    }
}

// MARK: Bits

/// For each bit, whether an odd number of bits are set up to it.
@inline(__always)
private func prefixXor(_ bits: UInt64) -> UInt64 {
    var bits = bits
    bits ^= bits &<< 1
    bits ^= bits &<< 2
    bits ^= bits &<< 4
    bits ^= bits &<< 8
    bits ^= bits &<< 16
    bits ^= bits &<< 32
    return bits
}

/// The first places after tokens that are not white space.
@inline(__always)
private func after(
    _ tokens: UInt64, over space: UInt64, _ carry: inout UInt64
) -> UInt64 {
    let next = tokens &<< 1 | carry
    carry = tokens &>> 63
    if space == 0 { return next }
    let (sum, overflow) = space.addingReportingOverflow(next & space)
    if overflow { carry = 1 }
    return (next | sum) & ~space
}

extension Carry {
    /// The bytes that a backslash before them escapes.
    ///
    /// In a run of backslashes every second one is escaped. Subtracting the backslashes from the
    /// places after them and all odd places turns, within each run, every place from its start on:
    /// whether it started at an odd or an even place, every second one is left.
    @inline(__always)
    fileprivate mutating func escaped(_ backslash: UInt64) -> UInt64 {
        if backslash == 0 {
            let escaped = isEscaped
            isEscaped = 0
            return escaped
        }
        let odd: UInt64 = 0xaaaa_aaaa_aaaa_aaaa
        let candidates = backslash & ~isEscaped
        let turned = ((candidates &<< 1 | odd) &- candidates) ^ odd
        let escaped = turned ^ (backslash | isEscaped)
        isEscaped = (turned & backslash) &>> 63
        return escaped
    }
}

extension ContainerStack {
    /// Goes back to before the brackets of a block, each of which has been found to match.
    ///
    /// Cheaper than a copy of the stack for each block, since hardly any has a fault.
    fileprivate mutating func undo(_ brackets: UInt64, open: UInt64, brace: UInt64) {
        var rest = brackets
        while rest != 0 {
            let bit: UInt64 = 1 &<< UInt64(63 - rest.leadingZeroBitCount)
            if open & bit != 0 {
                pop()
            } else {
                push(isObject: brace & bit != 0)
            }
            rest ^= bit
        }
    }
}

// MARK: What is looked at one by one

private enum ScalarEnd {
    case found(Int)
    case faulty
    /// It does not end in what the window holds.
    case outOfSight
}

extension JSONCursor {
    /// Which of these escaped characters, neither quotes nor backslashes, make no escape.
    private func faultyEscapes(_ escapes: UInt64) -> UInt64 {
        var fault: UInt64 = 0
        var rest = escapes
        while rest != 0 {
            let bit = rest.trailingZeroBitCount
            let index = window.position + 1 + bit
            switch window[index] {
            case .slash, .smallB, .smallF, .smallN, .smallR, .smallT: break
            case .smallU:
                for digit in 1...4 where window[index + digit].hexadecimalValue == nil {
                    fault |= 1 &<< UInt64(bit)
                }
            default: fault |= 1 &<< UInt64(bit)
            }
            rest &= rest &- 1
        }
        return fault
    }

    /// Which of the bytes that are not ASCII make no UTF-8.
    private func faultyCharacters(_ high: UInt64, _ carry: inout Carry) -> UInt64 {
        var rest = high & ~(0 as UInt64) << UInt64(carry.multibyteRest)
        carry.multibyteRest = 0
        while rest != 0 {
            let bit = rest.trailingZeroBitCount
            let count = window.multibyteLength(at: window.position + 1 + bit)
            if count == 0 { return 1 &<< UInt64(bit) }
            // A shift by 64 leaves nothing.
            rest &= ~(0 as UInt64) << UInt64(bit + count)
            carry.multibyteRest = max(0, bit + count - 64)
        }
        return 0
    }

    /// Checks the number or literal at an index of the block.
    @inline(__always)
    private mutating func endOfScalar(
        at bit: Int, supposing supposition: Supposition
    ) throws(ReadingFailure) -> ScalarEnd {
        let index = window.position &+ 1 &+ bit
        var end: Int?
        switch window[index] {
        case .smallT: end = window.word(at: index) == 0x6575_7274 ? index &+ 4 : nil
        case .smallF: end = window.word(at: index &+ 1) == 0x6573_6c61 ? index &+ 5 : nil
        case .smallN: end = window.word(at: index) == 0x6c6c_756e ? index &+ 4 : nil
        default:
            switch try endOfNumber(at: bit) {
            case .found(let index): end = index
            case .faulty: end = nil
            case .outOfSight: return .outOfSight
            }
        }
        guard let end else { return .faulty }
        let byte = window[end]
        let isEnd =
            switch supposition {
            case .nothing: window.endsScalar(byte)
            case .nothingButText: window.endsScalar(byte) && byte != .space
            }
        return isEnd ? .found(end) : .faulty
    }

    private mutating func endOfNumber(at bit: Int) throws(ReadingFailure) -> ScalarEnd {
        var end = window.endOfNumber(at: window.position + 1 + bit)
        if end?.index == window.limit {
            // The window may move, whether or not there is more.
            _ = try window.look(ahead: 4096)
            end = window.endOfNumber(at: window.position + 1 + bit)
        }
        guard let end else { return .faulty }
        if end.index == window.limit { return .outOfSight }
        return end.isComplete ? .found(end.index) : .faulty
    }
}

extension ByteWindow {
    /// Four bytes at an index, the first one lowest.
    fileprivate func word(at index: Int) -> UInt32 {
        assert(index >= 0 && index + 4 <= limit + Self.padding)
        // SAFETY: the index lies in the window, and the padding is longer than a word.
        return unsafe base.loadUnaligned(fromByteOffset: index, as: UInt32.self).littleEndian
    }

    /// Whether a number or a literal can end before this byte.
    @inline(__always)
    fileprivate func endsScalar(_ byte: UInt8) -> Bool {
        switch byte {
        case .comma, .rightBrace, .rightBracket, .space, .lineFeed, .carriageReturn, .tab: true
        // Faulty too, but not for the number's sake.
        case .quote, .colon, .leftBrace, .leftBracket: true
        default: false
        }
    }

    /// Where a number ends, if something that begins like one is there.
    fileprivate func endOfNumber(at start: Int) -> (index: Int, isComplete: Bool)? {
        var index = start
        if self[index] == .minus { index += 1 }
        if self[index] == .digit0 {
            index += 1
        } else {
            let count = digitCount(at: index)
            if count == 0 { return index == limit ? (index, false) : nil }
            index += count
        }
        if self[index] == .point {
            index += 1
            let count = digitCount(at: index)
            if count == 0 { return index == limit ? (index, false) : nil }
            index += count
        }
        if self[index] | 0x20 == .smallE {
            index += 1
            if self[index] == .plus || self[index] == .minus { index += 1 }
            let count = digitCount(at: index)
            if count == 0 { return index == limit ? (index, false) : nil }
            index += count
        }
        return (index, true)
    }

    private func digitCount(at start: Int) -> Int {
        var index = start
        while self[index].isDigit { index += 1 }
        return index - start
    }
}
