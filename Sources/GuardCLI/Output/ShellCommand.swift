import TerraformPlan

/// A command line that a person can paste into a POSIX shell and get the same words.
///
/// The values of `-var` are left out: they may be secrets, and what is printed here ends up in the
/// logs of pipelines and in chats.
func shellCommand(_ words: [ByteString], in directory: ByteString?) -> String {
    let command = maskingVariables(words).map(quoted).joined(separator: " ")
    guard let directory else { return command }
    return "cd \(quoted(directory)) && \(command)"
}

/// Terraform takes `-var name=value`, `-var=name=value`, and both with two dashes.
private func maskingVariables(_ words: [ByteString]) -> [ByteString] {
    var masked: [ByteString] = []
    var isValue = false
    for word in words {
        let text = word.description
        if isValue {
            masked.append(maskingValue(of: text, behind: ""))
            isValue = false
        } else if let flag = ["-var=", "--var="].first(where: text.hasPrefix) {
            masked.append(maskingValue(of: String(text.dropFirst(flag.count)), behind: flag))
        } else {
            masked.append(word)
            isValue = ["-var", "--var"].contains(text)
        }
    }
    return masked
}

private func maskingValue(of assignment: String, behind flag: String) -> ByteString {
    guard let end = assignment.firstIndex(of: "=") else { return ByteString("\(flag)…") }
    return ByteString("\(flag)\(assignment[..<end])=…")
}

/// A word as the shell reads it back: POSIX.1-2024, Shell Command Language, 2.2.
private func quoted(_ word: ByteString) -> String {
    if !word.bytes.isEmpty && word.bytes.allSatisfy(needsNoQuotes) { return word.description }
    let text = word.description
    let isPrintable = Array(text.utf8) == word.bytes && singleLine(text) == text
    if isPrintable {
        return "'"
            + text.split(separator: "'", omittingEmptySubsequences: false)
            .joined(separator: "'\\''") + "'"
    }
    // Dollar-single-quotes: every byte that a terminal might obey is written as its number.
    let escaped = word.bytes.map { byte -> String in
        switch byte {
        case UInt8(ascii: "'"), UInt8(ascii: "\\"): "\\" + String(UnicodeScalar(byte))
        case 0x20...0x7e: String(UnicodeScalar(byte))
        case _: "\\" + octal(byte)
        }
    }
    return "$'" + escaped.joined() + "'"
}

private func octal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 8)
    return String(repeating: "0", count: 3 - digits.count) + digits
}

private func needsNoQuotes(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
    case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "/"),
        UInt8(ascii: "="), UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: "@"),
        UInt8(ascii: "%"), UInt8(ascii: "+"):
        true
    case _: false
    }
}
