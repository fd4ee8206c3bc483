/// Who made a signature that is good, and how.
package struct VerifiedSigner: Sendable {
    /// Who it is in `allowed_signers`.
    package let principal: String
    package let key: SSHPublicKey
    package let isTouched: Bool
    package let isVerified: Bool
    /// Whether a list of signers says so that nobody but root could have written.
    package let isAnchored: Bool

    package init(
        principal: String, key: SSHPublicKey, isTouched: Bool, isVerified: Bool, isAnchored: Bool
    ) {
        self.principal = principal
        self.key = key
        self.isTouched = isTouched
        self.isVerified = isVerified
        self.isAnchored = isAnchored
    }
}

/// Whether a principal such as `ada@example.com` is the user `ada`, however it is capitalised.
func isSame(_ principal: String, as user: String) -> Bool {
    guard !user.isEmpty else { return false }
    let name = principal.lowercased()
    let local = name.split(separator: "@", maxSplits: 1).first.map { String($0) } ?? name
    return [name, local].contains(user.lowercased())
}
