package import Diagnostics
import HCL

/// The git reference that a file of the system's policy names: what stands there has been looked at by
/// a second person.
///
/// - Returns: nil where there is none, or none that counts; whoever reads the whole file reports it.
package func trustedReferenceName(in file: SourceFile) -> String? {
    guard file.bytes.firstIndex(of: Array("trusted_ref".utf8)) != nil else { return nil }
    let (body, _) = parse(file)
    guard
        case .string(let name)? = try? body.attribute(named: "trusted_ref")?.expression
            .constantValue(), isWholeReference(name)
    else { return nil }
    return name
}

/// A full name or a hash: a short one, such as `main`, may be a tag's that anybody has set.
private func isWholeReference(_ name: String) -> Bool {
    let isHash =
        (name.utf8.count == 40 || name.utf8.count == 64) && name.utf8.allSatisfy(isHexadecimal)
    let isPlain = name.utf8.allSatisfy { byte in
        switch byte {
        case ...0x20, 0x7f, UInt8(ascii: ":"), UInt8(ascii: "^"), UInt8(ascii: "~"),
            UInt8(ascii: "@"), UInt8(ascii: "?"), UInt8(ascii: "*"), UInt8(ascii: "["),
            UInt8(ascii: "\\"):
            false
        case _:
            true
        }
    }
    return isHash || name.hasPrefix("refs/") && isPlain
}

private func isHexadecimal(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"): true
    case _: false
    }
}

extension PolicyReader {
    /// Only the system's policy says what is trusted; another one would vouch for itself.
    mutating func checkTrustedReference(in body: Body, of source: PolicySource) {
        guard let attribute = body.attribute(named: "trusted_ref") else { return }
        let context = "the reference that is trusted"
        guard source.layer == .system else {
            report(
                "Trusted reference out of place",
                "Only a policy in /etc/tfguard says which reference is trusted. Without one it is "
                    + "the default branch of the remote \"origin\".",
                at: attribute.name.range)
            return
        }
        guard let name = string("trusted_ref", in: body, context: context),
            !isWholeReference(name)
        else { return }
        report(
            "Invalid reference",
            "A full name is required, such as \"refs/remotes/origin/main\", or a commit's whole "
                + "hash: a short name can be a tag's, which anybody may set.",
            at: attribute.expression.range)
    }
}
