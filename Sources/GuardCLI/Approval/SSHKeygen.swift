import GuardCore
import GuardSystem

/// OpenSSH's `ssh-keygen`, which signs and verifies: there is no cryptography here but SHA-256.
///
/// It runs from its fixed place, and not from `PATH`: a program of that name that exits with 0 would
/// approve anything.
struct SSHKeygen: Sendable {
    private let path: FilePath

    /// - Parameter named: where the system's policy says it is; nil for the usual place.
    /// - Throws: a refusal where it is not there, or where others than root could have replaced it.
    init(_ named: FilePath?) throws(Refusal) {
        path = named ?? "/usr/bin/ssh-keygen"
        let isTrusted = try? isAnchored(path)
        guard let isTrusted else {
            throw Refusal(
                .programMissing, "No ssh-keygen",
                "\(path) is not there. Install OpenSSH, or name it in /etc/tfguard: "
                    + "approvals { ssh_keygen = \"…\" }.")
        }
        guard isTrusted else {
            throw Refusal(
                .programMissing, "An ssh-keygen that is not root's alone",
                "\(path), or a folder on the way to it, can be changed by others than root: it "
                    + "could call any signature good.")
        }
    }

    /// Whether a signature is good: over these bytes, by the key of this entry, now.
    ///
    /// - Parameters:
    ///   - signature: with its armour.
    ///   - message: what was signed.
    ///   - entry: who may have signed; ssh-keygen reads no other one.
    ///   - revoked: lists of keys that count no more.
    /// - Returns: true where ssh-keygen says so.
    /// - Throws: a refusal where it cannot be asked.
    func verifies(
        _ signature: [UInt8], over message: [UInt8], by entry: AllowedSigners.Entry,
        revoked: [FilePath]
    ) throws(Refusal) -> Bool {
        // ssh-keygen takes one list of revoked keys.
        for list in revoked.isEmpty ? [nil] : revoked.map(Optional.some) {
            guard try verifies(signature, over: message, by: entry, revoked: list) else {
                return false
            }
        }
        return true
    }

    private func verifies(
        _ signature: [UInt8], over message: [UInt8], by entry: AllowedSigners.Entry,
        revoked: FilePath?
    ) throws(Refusal) -> Bool {
        try refusing { () throws(SystemError) in
            let signers = try SealedFile(holding: entry.line + [UInt8(ascii: "\n")])
            let signatureFile = try SealedFile(holding: signature)
            let messageFile = try SealedFile(holding: message)
            let input = try messageFile.open()
            var arguments = [
                "-Y", "verify", "-q", "-f", signers.path.description, "-I", entry.principal,
                "-n", namespace, "-s", signatureFile.path.description,
            ]
            if let revoked { arguments += ["-r", String(decoding: revoked.bytes, as: UTF8.self)] }
            // Nothing of the caller's environment: TZ would move an entry's times.
            let command = Command(path, arguments, environment: Environment())
            let run = try capture(
                command, input: .descriptor(input.number),
                shared: [signers.descriptor, signatureFile.descriptor], limit: 1 << 20)
            return run.termination == .exited(0)
        }
    }

    /// Signs some bytes; the person may have to touch a key, or to type a passphrase.
    ///
    /// - Parameters:
    ///   - message: what is signed.
    ///   - key: a private key's file, or a public one's whose private key an agent has.
    ///   - environment: the caller's, of which it gets what leads to keys and to the person.
    /// - Returns: the signature, with its armour.
    /// - Throws: a refusal where it does not sign; it has said why.
    func sign(
        _ message: [UInt8], with key: FilePath, environment: Environment
    ) throws(Refusal) -> [UInt8] {
        var inner = Environment()
        for name in ["SSH_AUTH_SOCK", "HOME", "TERM", "PATH", "DISPLAY", "WAYLAND_DISPLAY"] {
            if let value = environment[name] { inner.set(name, to: value) }
        }
        let command = Command(
            path,
            arguments: [path.bytes] + ["-Y", "sign", "-n", namespace, "-f"].map { Array($0.utf8) }
                + [key.bytes],
            environment: inner)
        let (end, signature) = try refusing { () throws(SystemError) in
            let messageFile = try SealedFile(holding: message)
            let input = try messageFile.open()
            var child = try ChildProcess(
                command,
                descriptors: ChildDescriptors(input: .descriptor(input.number), output: .pipe))
            let output = child.takeOutput()
            let signature = try output?.readAll(limit: 1 << 20) ?? []
            return (try child.wait(), signature)
        }
        guard end == .exited(0) else {
            throw Refusal(
                .declined, "Not signed",
                "ssh-keygen did not sign with \(key); what it said stands above. Nothing was "
                    + "approved. Name another key with -key=FILE.")
        }
        return signature
    }
}

/// What tfguard's signatures are for: one under a commit or a file is none.
private let namespace = "tfguard"
