/// Text of a document as a message may show it: in quotes, printable ASCII, and not too long.
///
/// Names in a plan can hold escape sequences for the terminal and characters that turn the
/// direction of writing, so everything else than printable ASCII is spelled out.
func quoted(_ text: ByteString) -> String {
    var result = "\""
    for scalar in text.description.unicodeScalars.prefix(60) {
        switch scalar {
        case "\"", "\\":
            result += "\\" + String(scalar)
        case " "..."~":
            result.unicodeScalars.append(scalar)
        default:
            result += "\\u{" + String(scalar.value, radix: 16) + "}"
        }
    }
    return result + (text.description.unicodeScalars.count > 60 ? "\" …" : "\"")
}
