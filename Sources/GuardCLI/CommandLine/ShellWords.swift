/// Splits the value of `TF_CLI_ARGS` as terraform does (`github.com/mattn/go-shellwords`, without
/// expansion of variables and backticks).
///
/// White space separates; single and double quotes hold together; a backslash takes the next
/// character literally, inside single quotes too. go-shellwords stops silently at `;`, `&`, `|`,
/// `<` and `>`, and treats `$(`, `` ` `` and `(` each in its own way: such a value is refused
/// instead, because no flag needs one and terraform would act on half of it.
///
/// - Returns: the words, or nil where the value cannot be settled without doubt.
func shellWords(_ text: String) -> [String]? {
    var words: [[UInt8]] = []
    var word: [UInt8]? = nil
    var quote: UInt8? = nil
    var isEscaped = false

    for byte in text.utf8 {
        if isEscaped {
            word = (word ?? []) + [byte]
            isEscaped = false
            continue
        }
        switch byte {
        case UInt8(ascii: "\\"):
            // Backslashes inside single quotes differ between shells and go-shellwords.
            guard quote != UInt8(ascii: "'") else { return nil }
            isEscaped = true
        case UInt8(ascii: "'"), UInt8(ascii: "\""):
            if quote == byte {
                quote = nil
            } else if quote == nil {
                quote = byte
                word = word ?? []
            } else {
                word = (word ?? []) + [byte]
            }
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"):
            if quote != nil {
                word = (word ?? []) + [byte]
            } else if let finished = word {
                // go-shellwords drops an empty quoted word in some versions and keeps it in others.
                guard !finished.isEmpty else { return nil }
                words.append(finished)
                word = nil
            }
        case UInt8(ascii: "`"), UInt8(ascii: "$"):
            return nil
        case UInt8(ascii: ";"), UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: "<"),
            UInt8(ascii: ">"), UInt8(ascii: "("), UInt8(ascii: ")"):
            guard quote != nil else { return nil }
            word = (word ?? []) + [byte]
        default:
            word = (word ?? []) + [byte]
        }
    }
    guard quote == nil, !isEscaped else { return nil }
    if let finished = word {
        guard !finished.isEmpty else { return nil }
        words.append(finished)
    }
    return words.map { String(decoding: $0, as: UTF8.self) }
}
