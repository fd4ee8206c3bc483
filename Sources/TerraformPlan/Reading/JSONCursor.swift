/// A place in a JSON document, and the steps that can be taken from it.
///
/// The steps check everything that RFC 8259 asks for; nothing here knows what a plan is. Objects
/// and arrays are opened and then asked for their next member or element, which keeps the stack
/// flat and the caller's code in the order of the format:
///
///     var row = try cursor.openObject(RowKey.self)
///     while let key = try cursor.nextKey(&row) {
///         switch key {
///         case .address: address = try cursor.readString()
///         …
struct JSONCursor: ~Copyable {
    var window: ByteWindow

    /// Line breaks passed, and the offset behind the last of them.
    ///
    /// JSON has line breaks only between its tokens, so they are counted where white space is.
    var lineBreaks = 0
    var lineStart = 0

    /// Containers that are open around this place, without those that are being skipped.
    private(set) var depth = 0
    /// The way to this place, for messages.
    private var trail: [Step] = []

    /// How deep containers may nest.
    ///
    /// Terraform plans and prints 700 levels without complaint; nobody writes thousands.
    static let depthLimit = 10_000

    /// One step of the way, with nothing to retain: there are many.
    private struct Step {
        let container: Container
        /// Of the element, or of the key among the words; -1 before the first and for other keys.
        var index = -1
    }

    private enum Container {
        case object(any KnownWord.Type)
        case map
        case array
    }

    /// The names in the maps that are open, outermost first.
    private var names: [ByteString] = []
    /// The key that is not known whose value is being passed over.
    private var unknownKey: ByteString?
    /// The part of a row that turned out to be faulty when the row had been passed.
    var faultyPart = ""
    var keptTextCheck = KeptTextCheck()

    let method: SkipMethod
    /// Whether white space has been seen between tokens: then there is more of it.
    var hasSpace = false

    init(window: consuming ByteWindow, method: SkipMethod) {
        self.window = window
        self.method = method
    }

    /// The next byte that is not white space, or nil at the end of the document.
    @inline(__always)
    mutating func peekToken() throws(ReadingFailure) -> UInt8? {
        // Terraform writes no white space, so the next byte mostly is the next token.
        if window.position < window.limit, window[window.position] > .space {
            return window[window.position]
        }
        return try peekTokenBehindSpace()
    }

    private mutating func peekTokenBehindSpace() throws(ReadingFailure) -> UInt8? {
        while let byte = try window.peek() {
            switch byte {
            case .lineFeed:
                window.position += 1
                lineBreaks += 1
                lineStart = window.offset
            case .space, .tab, .carriageReturn:
                window.position += 1
            default:
                return byte
            }
        }
        return nil
    }

    /// An error at the next byte: at the end of the document, that it ends.
    func unexpected(
        _ byte: UInt8?, expected: PlanError.Expected
    ) -> ReadingFailure {
        guard let byte else { return .unreadable(.unexpectedEnd, at: window.offset) }
        return .unreadable(.unexpectedByte(byte, expected: expected), at: window.offset)
    }

    private mutating func take(
        _ wanted: UInt8, or expected: PlanError.Expected
    ) throws(ReadingFailure) {
        let byte = try peekToken()
        guard byte == wanted else { throw unexpected(byte, expected: expected) }
        window.position += 1
    }
}

// MARK: Values as wholes

extension JSONCursor {
    /// Passes over any value, checking all of it.
    mutating func skipValue() throws(ReadingFailure) {
        let byte = try peekToken()
        switch byte {
        case .leftBrace, .leftBracket:
            try skipContainer()
        default:
            try skipScalar(byte, expected: .value)
        }
    }

    /// Passes over a string, a number or a literal that begins with the next byte.
    mutating func skipScalar(
        _ byte: UInt8?, expected: PlanError.Expected
    ) throws(ReadingFailure) {
        switch byte {
        case .quote:
            _ = try scanString()
        case .minus:
            try scanNumber()
        case let digit? where digit.isDigit:
            try scanNumber()
        case .smallT:
            try scanLiteral("true")
        case .smallF:
            try scanLiteral("false")
        case .smallN:
            try scanLiteral("null")
        default:
            throw unexpected(byte, expected: expected)
        }
    }

    /// Passes over a value and says where it was; the caller has pinned the window.
    mutating func keepValue() throws(ReadingFailure) -> KeptRange {
        _ = try peekToken()
        let start = window.offset
        let line = (breaks: lineBreaks, start: lineStart)
        try skipValue()
        return KeptRange(
            start: start, end: window.offset, lineBreaks: line.breaks, lineStart: line.start)
    }

    /// Passes over an object.
    mutating func skipObject() throws(ReadingFailure) {
        let byte = try peekToken()
        guard byte == .leftBrace else { throw wrongType(byte, expected: .object) }
        try skipContainer()
    }

    /// Passes over a string and says where it was; the caller has pinned the window.
    mutating func scanText() throws(ReadingFailure) -> Text {
        let byte = try peekToken()
        guard byte == .quote else { throw wrongType(byte, expected: .string) }
        return try scanString()
    }

    mutating func scanOptionalText() throws(ReadingFailure) -> Text? {
        try takeNull() ? nil : try scanText()
    }

    /// What a pinned string says.
    func byteString(_ text: Text) throws(ReadingFailure) -> ByteString {
        ByteString(bytes: try decode(text))
    }

    func byteString(_ text: Text?) throws(ReadingFailure) -> ByteString? {
        guard let text else { return nil }
        return try byteString(text)
    }

    /// A string.
    mutating func readString() throws(ReadingFailure) -> ByteString {
        let pin = window.pin()
        let string = try byteString(try scanText())
        window.unpin(pin)
        return string
    }

    /// A string, or nothing where there is a null.
    mutating func readOptionalString() throws(ReadingFailure) -> ByteString? {
        try takeNull() ? nil : try readString()
    }

    mutating func readBoolean() throws(ReadingFailure) -> Bool {
        let byte = try peekToken()
        switch byte {
        case .smallT:
            try scanLiteral("true")
            return true
        case .smallF:
            try scanLiteral("false")
            return false
        default:
            throw wrongType(byte, expected: .boolean)
        }
    }

    /// Passes over a null, if the next value is one.
    mutating func takeNull() throws(ReadingFailure) -> Bool {
        guard try peekToken() == .smallN else { return false }
        try scanLiteral("null")
        return true
    }

    private func wrongType(
        _ byte: UInt8?, expected: PlanError.JSONType
    ) -> ReadingFailure {
        switch byte {
        case .quote, .minus, .smallT, .smallF, .smallN, .leftBrace, .leftBracket:
            .unreadable(.wrongType(expected: expected), at: window.offset)
        case let digit? where digit.isDigit:
            .unreadable(.wrongType(expected: expected), at: window.offset)
        default:
            unexpected(byte, expected: .value)
        }
    }
}

// MARK: Objects

/// An object that is being read: which keys it has had.
struct OpenObject<Key: KnownWord> {
    /// Here, and not looked up for each key: that would be four atomic counts of references.
    fileprivate let table = Key.table
    fileprivate var isFirst = true
    /// Which of the known keys have been seen, by bit.
    fileprivate(set) var seen: UInt64 = 0
    /// Where in the table the next key is looked for first.
    fileprivate var guess = 0
    /// Keys that are not known, in the order of the text.
    fileprivate(set) var unknownKeys: [ByteString] = []
    /// The same, once there are too many to look through.
    private var unknownKeySet: Set<ByteString>?

    fileprivate mutating func insertUnknown(_ key: ByteString) -> Bool {
        if unknownKeys.count < 16 {
            if unknownKeys.contains(key) { return false }
        } else {
            var keys = unknownKeySet ?? Set(unknownKeys)
            unknownKeySet = nil
            let isNew = keys.insert(key).inserted
            unknownKeySet = keys
            if !isNew { return false }
        }
        unknownKeys.append(key)
        return true
    }
}

/// An object whose keys are names that somebody chose.
struct OpenMap {
    fileprivate var isFirst = true
    fileprivate var names = ByteStringTable()
}

extension JSONCursor {
    mutating func openObject<Key>(_: Key.Type) throws(ReadingFailure) -> OpenObject<Key> {
        try openContainer(.leftBrace, type: .object)
        trail.append(Step(container: .object(Key.self)))
        return OpenObject()
    }

    mutating func openMap() throws(ReadingFailure) -> OpenMap {
        try openContainer(.leftBrace, type: .object)
        trail.append(Step(container: .map))
        names.append("")
        return OpenMap()
    }

    private mutating func openContainer(
        _ bracket: UInt8, type: PlanError.JSONType
    ) throws(ReadingFailure) {
        let byte = try peekToken()
        guard byte == bracket else { throw wrongType(byte, expected: type) }
        guard depth < Self.depthLimit else {
            throw .unreadable(.nestedTooDeeply(limit: Self.depthLimit), at: window.offset)
        }
        window.position += 1
        depth += 1
    }

    private mutating func closeContainer() {
        window.position += 1
        depth -= 1
        trail.removeLast()
    }

    /// The object's next key that is known, with its value next to be read; nil at its end.
    ///
    /// Members with other keys are checked and passed over.
    mutating func nextKey<Key>(
        _ object: inout OpenObject<Key>
    ) throws(ReadingFailure) -> Key? {
        while try moveToMember(isFirst: object.isFirst) {
            object.isFirst = false
            let pin = window.pin()
            let text = try scanString()
            let found =
                text.hasEscape
                ? object.table.find(try decode(text))
                : object.table.find(text, in: window, guess: object.guess)
            if let (key, index) = found {
                window.unpin(pin)
                trail[trail.count - 1].index = index
                let bit: UInt64 = 1 &<< UInt64(index)
                guard object.seen & bit == 0 else {
                    throw .unreadable(.duplicateKey(ByteString(key.rawValue)), at: text.start - 1)
                }
                object.seen |= bit
                object.guess = index + 1
                try take(.colon, or: .colon)
                return key
            }
            let name = ByteString(bytes: try decode(text))
            window.unpin(pin)
            trail[trail.count - 1].index = -1
            unknownKey = name
            guard object.insertUnknown(name) else {
                throw .unreadable(.duplicateKey(name), at: text.start - 1)
            }
            try take(.colon, or: .colon)
            try skipValue()
            unknownKey = nil
        }
        return nil
    }

    /// The map's next name, with its value next to be read; nil at its end.
    mutating func nextName(_ map: inout OpenMap) throws(ReadingFailure) -> ByteString? {
        guard try moveToMember(isFirst: map.isFirst) else {
            names.removeLast()
            return nil
        }
        map.isFirst = false
        let start = window.offset
        let name = try readString()
        names[names.count - 1] = name
        guard map.names.insert(name).isNew else {
            throw .unreadable(.duplicateKey(name), at: start)
        }
        try take(.colon, or: .colon)
        return name
    }

    /// Moves to the key of the next member; at the end of the object, behind it.
    private mutating func moveToMember(isFirst: Bool) throws(ReadingFailure) -> Bool {
        var byte = try peekToken()
        if byte == .rightBrace {
            closeContainer()
            return false
        }
        if !isFirst {
            guard byte == .comma else { throw unexpected(byte, expected: .commaOrEndOfObject) }
            window.position += 1
            byte = try peekToken()
        }
        guard byte == .quote else {
            throw unexpected(byte, expected: isFirst ? .keyOrEndOfObject : .key)
        }
        return true
    }

    /// The word that a pinned string is.
    private func find<Word: KnownWord>(
        _ text: Text, as: Word.Type
    ) throws(ReadingFailure) -> Word? {
        let found =
            text.hasEscape
            ? Word.table.find(try decode(text)) : Word.table.find(text, in: window, guess: 0)
        return found?.0
    }

    /// Reads a string that must be one of the words that are known.
    mutating func readWord<Word: KnownWord>(
        _: Word.Type, orRefuse reason: (ByteString) -> PlanError.Reason
    ) throws(ReadingFailure) -> Word {
        let pin = window.pin()
        defer { window.unpin(pin) }
        let text = try scanText()
        if let word = try find(text, as: Word.self) { return word }
        throw .unreadable(reason(try byteString(text)), at: text.start - 1)
    }
}

// MARK: Arrays

/// An array that is being read.
struct OpenArray {
    fileprivate var count = 0

    var isBehindElement: Bool { count > 0 }
}

extension JSONCursor {
    mutating func openArray() throws(ReadingFailure) -> OpenArray {
        try openContainer(.leftBracket, type: .array)
        trail.append(Step(container: .array))
        return OpenArray()
    }

    /// Moves to the next element; at the end of the array, behind it.
    mutating func moveToElement(_ array: inout OpenArray) throws(ReadingFailure) -> Bool {
        let byte = try peekToken()
        if byte == .rightBracket {
            closeContainer()
            return false
        }
        if array.count > 0 {
            guard byte == .comma else { throw unexpected(byte, expected: .commaOrEndOfArray) }
            window.position += 1
            let next = try peekToken()
            if next == .rightBracket { throw unexpected(next, expected: .value) }
        }
        trail[trail.count - 1].index = array.count
        array.count += 1
        return true
    }
}

// MARK: In the middle

extension JSONCursor {
    /// Goes on behind an element of an array that is a member of the document's own object.
    mutating func resume<Key>(_: Key.Type) -> (OpenObject<Key>, OpenArray) {
        depth = 2
        trail = [Step(container: .object(Key.self)), Step(container: .array)]
        var object = OpenObject<Key>()
        object.isFirst = false
        return (object, OpenArray(count: 1))
    }
}

// MARK: Where

extension JSONCursor {
    /// The error of a place, with the line and the way to it.
    func error(_ reason: PlanError.Reason, at offset: Int) -> PlanError {
        PlanError(
            reason: reason, offset: offset, line: lineBreaks + 1,
            column: max(0, offset - lineStart) + 1, path: path)
    }

    private var path: String {
        var path = ""
        var names = names[...]
        for step in trail {
            switch step.container {
            case .map: path += "[" + quoted(names.popFirst() ?? "") + "]"
            case .array where step.index >= 0: path += "[\(step.index)]"
            case .object(let words) where step.index >= 0:
                path += (path.isEmpty ? "" : ".") + words.spelling(of: step.index)
            case .array, .object: break
            }
        }
        if let unknownKey { path += "[" + quoted(unknownKey) + "]" }
        return path + (faultyPart.isEmpty ? "" : "." + faultyPart)
    }
}
