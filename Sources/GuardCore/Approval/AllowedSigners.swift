/// Who may approve: the file `allowed_signers` of ssh-keygen(1), more strictly read.
///
/// ```
///     ada@example.com namespaces="tfguard",valid-before="20271231Z" ssh-ed25519 AAAA…
///     grace@example.com cert-authority,namespaces="tfguard" ssh-ed25519 AAAA…
/// ```
///
/// OpenSSH lets an entry be about several people, about patterns, and about signatures for anything:
/// then a signature under a commit approves, and nobody knows who did. Such an entry is a fault of
/// the file, and a file with a fault approves nothing. So is one person under two names: who has the key
/// of two would approve for the other, and be two where two are wanted.
package struct AllowedSigners: Equatable, Sendable {
    package struct Entry: Equatable, Sendable {
        package let principal: String
        /// Whether the key signs certificates, rather than approvals.
        package let isAuthority: Bool
        package let key: SSHPublicKey
        /// The line as ssh-keygen is to read it.
        package let line: [UInt8]
    }

    package let entries: [Entry]

    package struct Fault: Error, Equatable, Sendable {
        package let line: Int
        /// The end of a sentence that begins with the file and the line.
        package let words: String
    }

    package init(_ text: [UInt8]) throws(Fault) {
        var entries: [Entry] = []
        var numbers: [Int] = []
        let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            var bytes = Array(line)
            if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
            let first = bytes.first { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
            guard let first, first != UInt8(ascii: "#") else { continue }
            do throws(EntryFault) {
                entries.append(try Entry(bytes))
                numbers.append(index + 1)
            } catch {
                throw Fault(line: index + 1, words: error.rawValue)
            }
        }
        self.entries = entries
        if let fault = Self.secondName(in: Array(zip(numbers, entries))) { throw fault }
    }

    /// The first line that gives a key, or a name, of an earlier line another name.
    ///
    /// One authority signs certificates of many, each of which says whose it is.
    private static func secondName(in lines: [(number: Int, entry: Entry)]) -> Fault? {
        let keys = lines.filter { !$0.entry.isAuthority }
            .map { NamedLine(of: $0.entry.key.blob, $0.number, $0.entry.principal) }
        let names = lines.map { number, entry in
            NamedLine(of: Array(entry.principal.lowercased().utf8), number, entry.principal)
        }
        let fault = { (pair: (earlier: NamedLine, later: NamedLine), words: String) in
            Fault(line: pair.later.number, words: words)
        }
        let sameKey = NamedLine.conflict(among: keys).map { pair in
            fault(
                pair,
                "gives the key of line \(pair.earlier.number) another name, \(pair.later.name) "
                    + "for \(pair.earlier.name): one person would count as two")
        }
        let sameName = NamedLine.conflict(among: names).map { pair in
            fault(
                pair,
                "has the name of line \(pair.earlier.number) with other capital letters, "
                    + "\(pair.later.name) for \(pair.earlier.name): one person would count as two")
        }
        return [sameKey, sameName].compactMap { $0 }.min { $0.line < $1.line }
    }

    /// The entries that a key, or a certificate for it, may stand for.
    package func entries(for key: SSHPublicKey) -> [Entry] {
        entries.filter { entry in
            entry.isAuthority ? entry.key.blob == key.authority : entry.key.blob == key.blob
        }
    }
}

/// A line, for what may have one name only.
private struct NamedLine {
    let subject: [UInt8]
    let number: Int
    let name: String

    init(of subject: [UInt8], _ number: Int, _ name: String) {
        (self.subject, self.number, self.name) = (subject, number, name)
    }

    /// The two nearest lines, the earlier first, that name the same differently.
    ///
    /// Ordered first: a list of many thousands is not compared each with each.
    static func conflict(among lines: [NamedLine]) -> (earlier: NamedLine, later: NamedLine)? {
        let ordered = lines.sorted {
            $0.subject == $1.subject
                ? $0.number < $1.number : $0.subject.lexicographicallyPrecedes($1.subject)
        }
        return zip(ordered, ordered.dropFirst())
            .filter { $0.subject == $1.subject && $0.name != $1.name }
            .min { $0.1.number < $1.1.number }
            .map { (earlier: $0.0, later: $0.1) }
    }
}

/// What is wrong with an entry, as the end of a sentence.
private enum EntryFault: String, Error {
    case encoding =
        "holds what is no printable ASCII: two names that look alike could be two people"
    case fields = "is no entry: NAME OPTIONS KEYTYPE KEY is wanted"
    case principals = "is about several people, or about a pattern: write an entry for each"
    case namespace =
        "lacks namespaces=\"tfguard\": without it, a signature under anything else approves, too"
    case option = "has an option that is not known here"
    case time = "has a time that is not in UTC: write it with a Z at its end, 20271231Z"
    case key = "has a key of no known kind"
}

extension AllowedSigners.Entry {
    fileprivate init(_ bytes: [UInt8]) throws(EntryFault) {
        // A tab is white space to ssh-keygen, and stands in no name.
        guard bytes.allSatisfy({ (0x20...0x7e).contains($0) || $0 == 0x09 }) else {
            throw .encoding
        }
        var rest = bytes[...]
        guard let name = rest.nextField(), var options = rest.nextField() else { throw .fields }
        guard !name.contains(where: { ",*?!\"".utf8.contains($0) }) else { throw .principals }
        // Options may be left out, and then there is no namespace.
        guard options.contains(UInt8(ascii: "=")) || options.isOption else { throw .namespace }
        var isAuthority = false
        var hasNamespace = false
        while !options.isEmpty {
            let option = options.nextOption()
            let parts = option.split(separator: UInt8(ascii: "="), maxSplits: 1)
            let value = parts.count == 2 ? String(decoding: parts[1], as: UTF8.self) : nil
            switch (String(decoding: parts.first ?? [], as: UTF8.self).lowercased(), value) {
            case ("cert-authority", nil): isAuthority = true
            case ("namespaces", "\"tfguard\""): hasNamespace = true
            case ("namespaces", _): throw .namespace
            case ("valid-after", let time?), ("valid-before", let time?):
                guard time.hasSuffix("Z\"") else { throw .time }
            case (_, _): throw .option
            }
        }
        guard hasNamespace else { throw .namespace }
        guard let type = rest.nextField(), let encoded = rest.nextField(),
            let blob = decodedBase64(encoded), let key = SSHPublicKey(blob),
            key.authority == nil, key.type.utf8.elementsEqual(type)
        else { throw .key }
        principal = String(decoding: name, as: UTF8.self)
        (self.isAuthority, self.key, line) = (isAuthority, key, bytes)
    }
}

extension ArraySlice<UInt8> {
    /// What stands before the next white space that is in no quotes.
    fileprivate mutating func nextField() -> ArraySlice<UInt8>? {
        self = drop { $0 == 0x20 || $0 == 0x09 }
        var isQuoted = false
        let field = prefix { byte in
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            return isQuoted || byte != 0x20 && byte != 0x09
        }
        self = dropFirst(field.count)
        return field.isEmpty || isQuoted ? nil : field
    }

    /// What stands before the next comma that is in no quotes.
    fileprivate mutating func nextOption() -> ArraySlice<UInt8> {
        var isQuoted = false
        let option = prefix { byte in
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            return isQuoted || byte != UInt8(ascii: ",")
        }
        self = dropFirst(option.count).dropFirst()
        return option
    }

    fileprivate var isOption: Bool { elementsEqual("cert-authority".utf8) }
}
