/// A word of a shell command, as far as its text tells what it will be.
struct ShellWord: Equatable {
    var text = ""
    /// Whether the shell puts something in its place that is not known: a variable, a substitution, a
    /// pattern.
    var isDynamic = false
}

/// A simple command of a shell text (POSIX.1-2024, Shell Command Language, 2.9.1).
struct ShellCommand: Equatable {
    var words: [ShellWord] = []
    /// The files that its output is redirected to.
    var writes: [ShellWord] = []
    /// What it is given as standard input by a here-document or a here-string.
    var input: [String] = []
}

/// The simple commands of a shell text, wherever they stand: in lists, pipelines, groups and
/// substitutions.
///
/// Nothing is expanded, and control words are words of the command that they stand before. What a
/// script file holds, or an alias, cannot be seen here.
struct ShellText {
    private(set) var commands: [ShellCommand] = []
    /// Whether a quote, a substitution or a document does not end.
    private(set) var isBroken = false

    private let bytes: [UInt8]
    private var index = 0
    private var command = ShellCommand()
    private var word: [UInt8]?
    private var isDynamic = false
    private var next = Place.word
    private var documents: [(delimiter: String, stripsTabs: Bool, command: Int)] = []
    private let depth: Int

    /// What the word that comes next is for.
    private enum Place: Equatable {
        case word
        case write
        case read
        case hereString
        case document(stripsTabs: Bool)
    }

    init(_ text: String, depth: Int = 0) {
        bytes = Array(text.utf8)
        self.depth = depth
        guard depth < 20 else {
            isBroken = true
            return
        }
        read()
    }

    private mutating func read() {
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            switch byte {
            case UInt8(ascii: "\\"):
                guard index < bytes.count else { break }
                // A line that goes on.
                if bytes[index] != UInt8(ascii: "\n") { append(bytes[index]) }
                index += 1
            case UInt8(ascii: "'"): readSingleQuotes()
            case UInt8(ascii: "\""): readDoubleQuotes()
            case UInt8(ascii: "$"): readDollar()
            case UInt8(ascii: "`"): readBackticks()
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): endWord()
            case UInt8(ascii: "\n"):
                endCommand()
                readDocuments()
            case UInt8(ascii: "#") where word == nil:
                while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { index += 1 }
            case UInt8(ascii: "&") where at(index) == UInt8(ascii: ">"): endWord()
            case UInt8(ascii: ";"), UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: "("),
                UInt8(ascii: ")"):
                endCommand()
            case UInt8(ascii: ">"): readOutputOperator()
            case UInt8(ascii: "<"): readInputOperator()
            case UInt8(ascii: "*"), UInt8(ascii: "?"), UInt8(ascii: "["), UInt8(ascii: "{"):
                // A brace or a bracket alone is a control word.
                isDynamic = isDynamic || word != nil || !isBlank(at(index))
                append(byte)
            case _: append(byte)
            }
        }
        endCommand()
        if !documents.isEmpty { isBroken = true }
    }

    private func at(_ place: Int) -> UInt8? { place < bytes.count ? bytes[place] : nil }

    private func isBlank(_ byte: UInt8?) -> Bool {
        byte.map { $0 == 0x20 || $0 == 0x09 || $0 == 0x0a } ?? true
    }

    private mutating func append(_ byte: UInt8) {
        if word == nil { word = [] }
        word?.append(byte)
    }

    // MARK: Quotes and substitutions

    private mutating func readSingleQuotes() {
        word = word ?? []
        while let byte = at(index), byte != UInt8(ascii: "'") {
            append(byte)
            index += 1
        }
        if index >= bytes.count { isBroken = true }
        index += 1
    }

    private mutating func readDoubleQuotes() {
        word = word ?? []
        while let byte = at(index), byte != UInt8(ascii: "\"") {
            index += 1
            switch byte {
            case UInt8(ascii: "\\"):
                if let escaped = at(index), escaped != UInt8(ascii: "\n") {
                    let isKept = Array("$`\"\\".utf8).contains(escaped)
                    if !isKept { append(byte) }
                    append(escaped)
                }
                index += 1
            case UInt8(ascii: "$") where at(index) != UInt8(ascii: "'"): readDollar()
            case UInt8(ascii: "`"): readBackticks()
            case _: append(byte)
            }
        }
        if index >= bytes.count { isBroken = true }
        index += 1
    }

    /// Behind a dollar sign: a variable, a substitution, or text in `$'…'`.
    private mutating func readDollar() {
        switch at(index) {
        case UInt8(ascii: "("):
            index += 1
            readNested(upTo: UInt8(ascii: ")"), opening: UInt8(ascii: "("))
        case UInt8(ascii: "{"):
            index += 1
            readNested(upTo: UInt8(ascii: "}"), opening: UInt8(ascii: "{"))
        case UInt8(ascii: "'"), UInt8(ascii: "\""):
            // Escapes in it could spell anything.
            isDynamic = true
            word = word ?? []
        case let byte? where isName(byte) || Array("@*#?-$!".utf8).contains(byte):
            isDynamic = true
            append(UInt8(ascii: "$"))
        case _: append(UInt8(ascii: "$"))
        }
    }

    private func isName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
            true
        case _: false
        }
    }

    /// The text up to the bracket that closes it; the commands in round ones are run as well.
    private mutating func readNested(upTo closing: UInt8, opening: UInt8) {
        let start = index
        var level = 1
        var quote: UInt8?
        while let byte = at(index) {
            index += 1
            switch byte {
            case UInt8(ascii: "\\") where quote != UInt8(ascii: "'"): index += 1
            case UInt8(ascii: "'"), UInt8(ascii: "\""):
                if quote == nil { quote = byte } else if quote == byte { quote = nil }
            case opening where quote == nil: level += 1
            case closing where quote == nil: level -= 1
            case _: break
            }
            if level == 0 { break }
        }
        if level > 0 { isBroken = true }
        let text = bytes[start..<min(max(start, index - 1), bytes.count)]
        guard opening == UInt8(ascii: "(") else {
            // A variable, with a value in its place that may hold substitutions.
            (word, isDynamic) = (word ?? [], true)
            return readSubstitutions(of: String(decoding: text, as: UTF8.self))
        }
        take(text)
    }

    private mutating func readBackticks() {
        let start = index
        while let byte = at(index), byte != UInt8(ascii: "`") {
            index += byte == UInt8(ascii: "\\") ? 2 : 1
        }
        if index >= bytes.count { isBroken = true }
        take(bytes[start..<min(index, bytes.count)])
        index += 1
    }

    private mutating func take(_ text: ArraySlice<UInt8>) {
        isDynamic = true
        word = word ?? []
        let nested = ShellText(String(decoding: text, as: UTF8.self), depth: depth + 1)
        commands += nested.commands
        isBroken = isBroken || nested.isBroken
    }

    // MARK: Redirections

    private mutating func readOutputOperator() {
        dropDescriptor()
        while let byte = at(index), Array(">|&".utf8).contains(byte) { index += 1 }
        // `>(…)` is a list of its own, which the bracket begins.
        next = .write
    }

    private mutating func readInputOperator() {
        dropDescriptor()
        guard at(index) == UInt8(ascii: "<") else {
            next = at(index) == UInt8(ascii: ">") ? .write : .read
            if let byte = at(index), Array(">&".utf8).contains(byte) { index += 1 }
            return
        }
        index += 1
        if at(index) == UInt8(ascii: "<") {
            index += 1
            next = .hereString
        } else {
            let strips = at(index) == UInt8(ascii: "-")
            if strips { index += 1 }
            next = .document(stripsTabs: strips)
        }
    }

    /// The digits right before an operator say which descriptor is meant, and are no word.
    private mutating func dropDescriptor() {
        if let digits = word, !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) {
            word = nil
        } else {
            endWord()
        }
    }

    private mutating func readDocuments() {
        for document in documents {
            var body: [String] = []
            var hasEnded = false
            while index < bytes.count, !hasEnded {
                let end = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
                var line = String(decoding: bytes[index..<end], as: UTF8.self)
                if document.stripsTabs { line = String(line.drop { $0 == "\t" }) }
                index = min(end + 1, bytes.count)
                if line == document.delimiter { hasEnded = true } else { body.append(line) }
            }
            if !hasEnded { isBroken = true }
            let text = body.joined(separator: "\n")
            if commands.indices.contains(document.command) {
                commands[document.command].input.append(text)
            }
            // Substitutions are made in it, though its lines are no commands.
            readSubstitutions(of: text)
        }
        documents = []
    }

    private mutating func readSubstitutions(of text: String) {
        guard depth < 20 else {
            isBroken = true
            return
        }
        var rest = ShellText(quoting: text, depth: depth + 1)
        rest.readDoubleQuotes()
        commands += rest.commands
    }

    private init(quoting text: String, depth: Int) {
        bytes = Array(text.utf8).filter { $0 != UInt8(ascii: "\"") }
        self.depth = depth
    }

    // MARK: Words and commands

    private mutating func endWord() {
        guard let bytes = word else { return }
        let found = ShellWord(text: String(decoding: bytes, as: UTF8.self), isDynamic: isDynamic)
        switch next {
        case .word: command.words.append(found)
        case .write: command.writes.append(found)
        case .read: break
        case .hereString: command.input.append(found.text)
        case .document(let strips):
            documents.append((found.text, strips, commands.count))
        }
        (word, isDynamic, next) = (nil, false, .word)
    }

    private mutating func endCommand() {
        endWord()
        next = .word
        let isThere = !command.words.isEmpty || !command.writes.isEmpty || !command.input.isEmpty
        let isAwaited = documents.contains { $0.command == commands.count }
        if isThere || isAwaited { commands.append(command) }
        command = ShellCommand()
    }
}
