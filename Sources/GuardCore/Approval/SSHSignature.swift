/// A signature as `ssh-keygen -Y sign` writes it: OpenSSH's PROTOCOL.sshsig.
///
/// ```
///     -----BEGIN SSH SIGNATURE-----
///     Base64 of:  "SSHSIG" | u32 1 | key | namespace | reserved | hash | signature
///     -----END SSH SIGNATURE-----
///
///     signature:                type | bytes
///     …of a hardware key:       type | bytes | u8 flags | u32 counter
/// ```
///
/// That it is the key's is for `ssh-keygen -Y verify` to say. Read here as well, because that accepts
/// a hardware key's signature for which nobody touched the key: the flags are in the signature, and
/// signed with it.
package struct SSHSignature: Equatable, Sendable {
    package let key: SSHPublicKey
    package let namespace: String
    /// `sha256` or `sha512`.
    package let hash: String
    /// Of a hardware key: whether somebody touched it for this signature.
    package let isTouched: Bool
    /// Of a hardware key: whether somebody entered its PIN, or showed a finger.
    package let isVerified: Bool

    /// Why a text is no signature that counts.
    package enum Fault: Error, Equatable, Sendable {
        /// No armour, or something beside it.
        case armour
        /// The bytes are not what PROTOCOL.sshsig says.
        case malformed
        case version(UInt32)
        /// A kind of key or signature that is not known here.
        case unknownKey
    }

    package init(armoured text: [UInt8]) throws(Fault) {
        var lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        guard lines.popLast()?.isEmpty == true,
            lines.popLast()?.elementsEqual("-----END SSH SIGNATURE-----".utf8) == true,
            lines.first?.elementsEqual("-----BEGIN SSH SIGNATURE-----".utf8) == true,
            let bytes = decodedBase64(lines.dropFirst().flatMap { $0 })
        else { throw .armour }
        try self.init(bytes)
    }

    private init(_ bytes: [UInt8]) throws(Fault) {
        var wire = SSHWire(bytes)
        guard let magic = wire.bytes(6), magic.elementsEqual("SSHSIG".utf8),
            let version = wire.number()
        else { throw .malformed }
        guard version == 1 else { throw .version(version) }
        guard let key = wire.string(), let namespace = wire.text(), wire.string()?.isEmpty == true,
            let hash = wire.text(), let signature = wire.string(), wire.isAtEnd
        else { throw .malformed }
        guard hash == "sha512" || hash == "sha256" else { throw .malformed }
        guard let publicKey = SSHPublicKey(key) else { throw .unknownKey }
        (self.key, self.namespace, self.hash) = (publicKey, namespace, hash)

        var inner = SSHWire(signature)
        guard let type = inner.text(), inner.string() != nil else { throw .malformed }
        // An RSA key may sign by either of two methods; the third, of SHA-1, is none (RFC 8332).
        let known =
            publicKey.type == "ssh-rsa" ? ["rsa-sha2-512", "rsa-sha2-256"] : [publicKey.type]
        guard known.contains(type) else { throw .unknownKey }
        guard publicKey.isHardwareKey else {
            guard inner.isAtEnd else { throw .malformed }
            (isTouched, isVerified) = (false, false)
            return
        }
        guard let flags = inner.byte(), inner.number() != nil, inner.isAtEnd else {
            throw .malformed
        }
        isTouched = flags & 0x01 != 0
        isVerified = flags & 0x04 != 0
    }
}
