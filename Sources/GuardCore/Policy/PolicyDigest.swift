import Diagnostics

/// A policy file that took part in a judgement.
package struct PolicyDigest: Sendable {
    /// `system`, `project`, `flag` or `builtin`.
    package let layer: String
    package let path: String
    private let content: Content

    private enum Content {
        case hashed(String)
        case file(SourceFile)
        case standing(StandingText)
    }

    package init(layer: String, path: String, sha256: String) {
        self.layer = layer
        self.path = path
        content = .hashed(sha256)
    }

    init(of file: SourceFile, layer: PolicyLayer) {
        self.layer = layer.rawValue
        path = file.name
        content = .file(file)
    }

    init(of text: StandingText, layer: PolicyLayer) {
        self.layer = layer.rawValue
        path = text.name
        content = .standing(text)
    }

    /// The digest that names one state of the file: sixty-four hexadecimal digits.
    ///
    /// Worked out when it is asked for: the built-in catalogs are large, and a report for people
    /// does not need theirs.
    package var sha256: String {
        switch content {
        case .hashed(let digits): return digits
        case .file(let file): return Self.sha256(of: file)
        case .standing(let text): return Self.sha256(of: text.file)
        }
    }

    private static func sha256(of file: SourceFile) -> String {
        var hash = SHA256()
        hash.update(file.bytes)
        var digits = ""
        for byte in hash.finish() {
            digits += String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
        }
        return digits
    }

    /// Whether it is part of tfguard, whose version says what is in it.
    package var isShipped: Bool { path.hasPrefix("builtin:") }
}
