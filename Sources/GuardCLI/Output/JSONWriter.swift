import TerraformPlan

/// Writes one JSON document (RFC 8259) on one line.
///
/// The text in it comes from plans and policies. Everything that a terminal, a log viewer or an
/// editor might obey or hide is written as an escape: control characters, bidirectional and other
/// invisible format characters, line and paragraph separators; and the second `#` of two, which in the
/// log of a pipeline may begin a command (`TerminalText.printable`). What is not UTF-8 becomes U+FFFD.
struct JSONWriter {
    private(set) var bytes: [UInt8] = []
    /// Whether something stands before, in the object or array that is being written.
    private var needsComma = false

    mutating func object(_ members: (inout JSONWriter) -> Void) {
        beginValue()
        bytes.append(UInt8(ascii: "{"))
        needsComma = false
        members(&self)
        bytes.append(UInt8(ascii: "}"))
        needsComma = true
    }

    mutating func array<Element>(
        _ elements: [Element], _ element: (inout JSONWriter, Element) -> Void
    ) {
        beginValue()
        bytes.append(UInt8(ascii: "["))
        needsComma = false
        for one in elements { element(&self, one) }
        bytes.append(UInt8(ascii: "]"))
        needsComma = true
    }

    /// The name of a member; its value is written next.
    mutating func key(_ name: String) {
        string(name.utf8)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    mutating func value(_ text: String?) {
        guard let text else { return literal("null") }
        string(text.utf8)
    }

    mutating func value(_ text: ByteString?) {
        guard let text else { return literal("null") }
        string(text.bytes)
    }

    mutating func value(_ number: Int?) {
        literal(number.map(String.init) ?? "null")
    }

    mutating func value(_ flag: Bool?) {
        literal(flag.map { $0 ? "true" : "false" } ?? "null")
    }

    /// A value that another writer wrote.
    mutating func written(_ value: [UInt8]) {
        beginValue()
        bytes.append(contentsOf: value)
    }

    private mutating func literal(_ text: String) {
        beginValue()
        bytes.append(contentsOf: text.utf8)
    }

    private mutating func beginValue() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    private mutating func string(_ text: some Sequence<UInt8>) {
        beginValue()
        bytes.append(UInt8(ascii: "\""))
        for scalar in String(decoding: Array(text), as: UTF8.self).unicodeScalars { append(scalar) }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\"": bytes.append(contentsOf: "\\\"".utf8)
        case "\\": bytes.append(contentsOf: "\\\\".utf8)
        case "\n": bytes.append(contentsOf: "\\n".utf8)
        case "\r": bytes.append(contentsOf: "\\r".utf8)
        case "\t": bytes.append(contentsOf: "\\t".utf8)
        case "#" where bytes.last == UInt8(ascii: "#"): escape(0x23)
        case " "..."~": bytes.append(UInt8(truncatingIfNeeded: scalar.value))
        case _ where scalar.isPlainlyVisible: bytes.append(contentsOf: String(scalar).utf8)
        case _: for unit in String(scalar).utf16 { escape(unit) }
        }
    }

    private mutating func escape(_ unit: UInt16) {
        let digits = String(unit, radix: 16)
        bytes.append(contentsOf: "\\u".utf8)
        bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count))
        bytes.append(contentsOf: digits.utf8)
    }
}

extension Unicode.Scalar {
    /// Whether a reader sees it and nothing obeys it.
    fileprivate var isPlainlyVisible: Bool {
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate,
            .unassigned:
            false
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber,
            .otherNumber, .connectorPunctuation, .dashPunctuation, .openPunctuation,
            .closePunctuation, .initialPunctuation, .finalPunctuation, .otherPunctuation,
            .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol, .spaceSeparator:
            !properties.isDefaultIgnorableCodePoint
        @unknown default:
            false
        }
    }
}
