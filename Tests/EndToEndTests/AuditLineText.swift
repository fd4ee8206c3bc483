import Foundation
import TestSupport

/// A second implementation of the record's lines, with the system's own SHA-256.
enum AuditLineText {
    static let start = String(repeating: "0", count: 64)

    /// A line of so many bytes and a few.
    static let filling =
        "\"kind\":\"note\",\"text\":\"" + String(repeating: "x", count: 900) + "\""

    static func line(
        _ number: Int, after previous: String, members: String = filling
    ) -> (text: [UInt8], digest: String) {
        let content = "{\"number\":\(number),\"previous\":\"\(previous)\",\(members)"
        let digest = digest(of: content)
        return (Array("\(content),\"sha256\":\"\(digest)\"}\n".utf8), digest)
    }

    private static func digest(of text: String) -> String {
        let result = try? run(
            "/usr/bin/sha256sum", environment: ChildEnvironment(home: "/nonexistent"),
            standardInput: text)
        return String((result?.output ?? "").prefix(64))
    }
}
