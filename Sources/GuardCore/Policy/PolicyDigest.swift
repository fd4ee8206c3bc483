import Diagnostics

/// The digest that names one state of a policy file.
func digest(of file: SourceFile, layer: PolicyLayer) -> PolicyDigest {
    var hash = SHA256()
    hash.update(file.bytes)
    let hexadecimal = hash.finish().map { byte in
        String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }
    return PolicyDigest(
        layer: layer.rawValue, path: file.name, sha256: hexadecimal.joined())
}
