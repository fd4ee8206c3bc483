/// A public key of SSH's, or a certificate for one: RFC 4253, section 6.6, and OpenSSH's
/// PROTOCOL.certkeys and PROTOCOL.u2f.
package struct SSHPublicKey: Equatable, Sendable {
    /// `ssh-ed25519`, `sk-ssh-ed25519@openssh.com`: of the key, also where this is a certificate.
    package let type: String
    /// The key itself as its bytes: what tells two keys apart, whatever certificates there are.
    package let blob: [UInt8]
    /// The key that signed the certificate; nil where this is none.
    package let authority: [UInt8]?

    /// Whether it lives in hardware, as its type says; that it was made there is known from when it
    /// was handed over.
    package var isHardwareKey: Bool { type.hasPrefix("sk-") }

    /// Reads what stands in a signature, or behind the type in `allowed_signers`.
    ///
    /// - Returns: nil where it is no key of a known type, or more than one.
    package init?(_ bytes: [UInt8]) {
        var wire = SSHWire(bytes)
        guard let name = wire.text() else { return nil }
        if let parts = Self.parts[name] {
            for _ in 0..<parts { guard wire.string() != nil else { return nil } }
            guard wire.isAtEnd else { return nil }
            (type, blob, authority) = (name, bytes, nil)
            return
        }
        guard let base = Self.certified[name], let parts = Self.parts[base],
            wire.string() != nil
        else { return nil }
        var key = encoded(Array(base.utf8))
        for _ in 0..<parts {
            guard let part = wire.string() else { return nil }
            key += encoded(part)
        }
        // Serial, kind, key id, principals, validity, options, extensions, reserved.
        guard wire.bytes(8) != nil, wire.number() == Self.userCertificate, wire.string() != nil,
            wire.string() != nil, wire.bytes(16) != nil, wire.string() != nil,
            wire.string() != nil, wire.string() != nil, let signer = wire.string(),
            wire.string() != nil, wire.isAtEnd
        else { return nil }
        (type, blob, authority) = (base, key, signer)
    }

    /// `SSH2_CERT_TYPE_USER`.
    private static let userCertificate: UInt32 = 1

    /// How many strings follow the type's name.
    private static let parts = [
        "ssh-ed25519": 1, "ssh-rsa": 2, "ecdsa-sha2-nistp256": 2, "ecdsa-sha2-nistp384": 2,
        "ecdsa-sha2-nistp521": 2, "sk-ssh-ed25519@openssh.com": 2,
        "sk-ecdsa-sha2-nistp256@openssh.com": 3,
    ]

    private static let certified = [
        "ssh-ed25519-cert-v01@openssh.com": "ssh-ed25519",
        "ssh-rsa-cert-v01@openssh.com": "ssh-rsa",
        "ecdsa-sha2-nistp256-cert-v01@openssh.com": "ecdsa-sha2-nistp256",
        "ecdsa-sha2-nistp384-cert-v01@openssh.com": "ecdsa-sha2-nistp384",
        "ecdsa-sha2-nistp521-cert-v01@openssh.com": "ecdsa-sha2-nistp521",
        "sk-ssh-ed25519-cert-v01@openssh.com": "sk-ssh-ed25519@openssh.com",
        "sk-ecdsa-sha2-nistp256-cert-v01@openssh.com": "sk-ecdsa-sha2-nistp256@openssh.com",
    ]
}

private func encoded(_ string: [UInt8]) -> [UInt8] {
    let count = UInt32(string.count)
    return (0..<4).map { UInt8(truncatingIfNeeded: count >> (24 - 8 * $0)) } + string
}

/// The keys that `ssh-add -L` lists, one a line, as their bytes; certificates by the key they are for.
package func publicKeys(listedIn text: [UInt8]) -> [[UInt8]] {
    text.split(separator: UInt8(ascii: "\n")).compactMap { line in
        let fields = line.split(separator: UInt8(ascii: " "))
        return fields.count < 2
            ? nil : decodedBase64(fields[1]).flatMap(SSHPublicKey.init)?.blob
    }
}
