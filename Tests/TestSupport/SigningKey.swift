/// A key that a test signs with, as `ssh-keygen -Y sign` does.
///
/// Made by the real ssh-keygen, or by a program that signs as a security key would.
package struct SigningKey: Sendable {
    /// The line of its public key: type and Base64.
    package let publicLine: String
    private let kind: Kind

    private enum Kind: Sendable {
        /// The path of the private key.
        case file(String, environment: ChildEnvironment)
        /// What the key is made from, and what it says of who touched it.
        case token(seed: String, flags: Int, environment: ChildEnvironment)
    }

    /// Makes a key in a folder.
    package init(
        named name: String, type: String = "ed25519", in folder: TemporaryDirectory,
        options: [String] = []
    ) throws {
        let environment = ChildEnvironment(home: folder.path)
        let path = folder.path(name)
        let made = try run(
            Requirement.sshKeygen.path(),
            ["-q", "-t", type, "-N", "", "-C", name, "-f", path] + options,
            environment: environment)
        guard made.status == .exited(0), let line = folder.read(name + ".pub") else {
            throw TestSupportError("ssh-keygen made no key: \(made)")
        }
        publicLine = Self.publicPart(of: String(decoding: line, as: UTF8.self))
        kind = .file(path, environment: environment)
    }

    /// A security key in software; the flags are 1 where it was touched and 4 where its PIN was
    /// entered.
    package init(token seed: String, flags: Int) throws {
        let environment = ChildEnvironment(home: "/")
        let shown = try Self.token(["public", seed], environment)
        publicLine = Self.publicPart(of: shown)
        kind = .token(seed: seed, flags: flags, environment: environment)
    }

    /// Where its private key lies; nil for a token.
    package var path: String? {
        guard case .file(let path, _) = kind else { return nil }
        return path
    }

    /// An entry for `allowed_signers`.
    package func entry(
        for principal: String, options: String = "namespaces=\"tfguard\""
    ) -> String {
        "\(principal) \(options) \(publicLine)\n"
    }

    package func sign(_ message: [UInt8], namespace: String = "tfguard") throws -> [UInt8] {
        let text = String(decoding: message, as: UTF8.self)
        switch kind {
        case .file(let path, let environment):
            let signed = try run(
                Requirement.sshKeygen.path(), ["-Y", "sign", "-n", namespace, "-f", path],
                environment: environment, standardInput: text)
            guard signed.status == .exited(0) else {
                throw TestSupportError("ssh-keygen did not sign: \(signed)")
            }
            return signed.standardOutput
        case .token(let seed, let flags, let environment):
            return Array(
                try Self.token(["sign", seed, namespace, String(flags)], environment, text).utf8)
        }
    }

    private static func token(
        _ arguments: [String], _ environment: ChildEnvironment, _ input: String = ""
    ) throws -> String {
        let program = Repository.path("Tests/Vectors/software-security-key.py")
        let result = try run(
            Requirement.python.path(), [program] + arguments, environment: environment,
            standardInput: input)
        guard result.status == .exited(0) else {
            throw TestSupportError("the software security key failed: \(result)")
        }
        return result.output
    }

    /// Without the comment.
    private static func publicPart(of line: String) -> String {
        line.split(separator: " ").prefix(2).joined(separator: " ")
            .replacing("\n", with: "")
    }
}
