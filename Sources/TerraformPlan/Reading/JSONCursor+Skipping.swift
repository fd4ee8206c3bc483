/// How containers are passed over: the same everywhere, but for the time it takes.
enum SkipMethod: CaseIterable, Sendable {
    /// One token after the other, as the grammar is written.
    case tokens
    case portableBlocks
    #if arch(x86_64)
    case sse2Blocks
    #endif

    static var fastest: SkipMethod {
        #if arch(x86_64)
        .sse2Blocks
        #else
        .portableBlocks
        #endif
    }
}

extension JSONCursor {
    /// What may come next in a container that is being skipped.
    enum Next {
        case value
        case valueOrEndOfArray
        case keyOrEndOfObject
        case key
        case colon
        case commaOrEnd
    }

    /// Passes over an object or an array that begins with the next byte, checking all of it.
    mutating func skipContainer() throws(ReadingFailure) {
        // Masks of nothing and the like are everywhere in a row.
        let byte = window[window.position + 1]
        if byte == .rightBrace || byte == .rightBracket,
            byte == window[window.position] + 2, depth < Self.depthLimit
        {
            window.position += 2
            return
        }
        switch method {
        case .tokens: try skip(.value, in: ContainerStack())
        case .portableBlocks: try skipContainerByBlocks(PortableClassifier.self)
        #if arch(x86_64)
        case .sse2Blocks: try skipContainerByBlocks(SSE2Classifier.self)
        #endif
        }
    }

    /// Passes over what is left of nested containers.
    ///
    /// An automaton with a stack of bits, because the call stack is not for the input to fill.
    mutating func skip(_ next: Next, in containers: ContainerStack) throws(ReadingFailure) {
        var next = next
        var stack = containers
        repeat {
            let byte = try peekToken()
            switch (next, byte) {
            case (.value, .leftBrace), (.valueOrEndOfArray, .leftBrace):
                try enter(&stack, isObject: true)
                next = .keyOrEndOfObject
            case (.value, .leftBracket), (.valueOrEndOfArray, .leftBracket):
                try enter(&stack, isObject: false)
                next = .valueOrEndOfArray
            case (.valueOrEndOfArray, .rightBracket), (.keyOrEndOfObject, .rightBrace):
                window.position += 1
                stack.pop()
                next = .commaOrEnd
            case (.value, _):
                try skipScalar(byte, expected: .value)
                next = .commaOrEnd
            case (.valueOrEndOfArray, _):
                try skipScalar(byte, expected: .valueOrEndOfArray)
                next = .commaOrEnd
            case (.key, .quote), (.keyOrEndOfObject, .quote):
                _ = try scanString()
                next = .colon
            case (.colon, .colon):
                window.position += 1
                next = .value
            case (.colon, _):
                throw unexpected(byte, expected: .colon)
            case (.key, _):
                throw unexpected(byte, expected: .key)
            case (.keyOrEndOfObject, _):
                throw unexpected(byte, expected: .keyOrEndOfObject)
            case (.commaOrEnd, .comma):
                window.position += 1
                next = stack.isObject ? .key : .value
            case (.commaOrEnd, .rightBrace) where stack.isObject,
                (.commaOrEnd, .rightBracket) where !stack.isObject:
                window.position += 1
                stack.pop()
            case (.commaOrEnd, _):
                throw unexpected(
                    byte, expected: stack.isObject ? .commaOrEndOfObject : .commaOrEndOfArray)
            }
        } while stack.depth > 0
    }

    mutating func enter(
        _ stack: inout ContainerStack, isObject: Bool
    ) throws(ReadingFailure) {
        guard depth + stack.depth < Self.depthLimit else {
            throw .unreadable(.nestedTooDeeply(limit: Self.depthLimit), at: window.offset)
        }
        window.position += 1
        stack.push(isObject: isObject)
    }
}
