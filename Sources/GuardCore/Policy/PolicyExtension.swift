package import Diagnostics
import HCL

/// One entry of `extends = ["builtin:strict", "../shared.hcl"]`.
///
/// What a file extends belongs to it: it is as far up as the file, and nothing relaxes it that could
/// not relax the file.
package struct PolicyExtension: Sendable {
    package enum Target: Sendable {
        /// `strict`, of the shipped policies.
        case shipped(String)
        /// A path, relative to the folder of the file.
        case file(String)
    }

    package let target: Target
    package let range: SourceRange

    private static let scheme = "builtin:"

    fileprivate init(_ text: String, at range: SourceRange) {
        target =
            text.hasPrefix(Self.scheme)
            ? .shipped(String(text.dropFirst(Self.scheme.count))) : .file(text)
        self.range = range
    }
}

/// What a policy file extends.
///
/// An entry that is no text is left out: whoever reads the whole file reports it.
package func extensions(of file: SourceFile) -> [PolicyExtension] {
    // Few files extend anything, and only those are parsed twice.
    guard file.bytes.firstIndex(of: Array("extends".utf8)) != nil else { return [] }
    let (body, _) = parse(file)
    guard case .tuple(let elements)? = body.attribute(named: "extends")?.expression.kind else {
        return []
    }
    return elements.compactMap { element in
        guard case .string(let text)? = try? element.constantValue() else { return nil }
        return PolicyExtension(text, at: element.range)
    }
}
