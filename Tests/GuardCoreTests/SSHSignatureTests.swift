import TestSupport
import Testing

@testable import GuardCore

/// A signature is read as strictly as OpenSSH writes it, and tells whether a key was touched.
@Suite(.requires(.sshKeygen)) struct SSHSignatureTests {
    static let message = Array("what is signed\n".utf8)

    @Test(arguments: [
        ("ed25519", ["-C", "x"], "ssh-ed25519"), ("rsa", ["-b", "2048"], "ssh-rsa"),
        ("ecdsa", ["-b", "256"], "ecdsa-sha2-nistp256"),
        ("ecdsa", ["-b", "521"], "ecdsa-sha2-nistp521"),
    ])
    func `a signature by a key of each kind is understood`(
        type: String, options: [String], expected: String
    ) throws {
        let folder = try TemporaryDirectory()
        let key = try SigningKey(named: "key", type: type, in: folder, options: options)
        let signature = try SSHSignature(armoured: key.sign(Self.message))
        #expect(signature.key.type == expected)
        #expect(signature.namespace == "tfguard")
        #expect(signature.hash == "sha512")
        #expect(!signature.isTouched)
        #expect(!signature.key.isHardwareKey)
        let entry = try AllowedSigners(Array(key.entry(for: "ada@example.com").utf8))
        #expect(entry.entries(for: signature.key).map(\.principal) == ["ada@example.com"])
    }

    @Test(
        .requires(.python),
        arguments: [(0, false, false), (1, true, false), (4, false, true), (5, true, true)])
    func `a hardware key's signature says whether it was touched and its PIN entered`(
        flags: Int, isTouched: Bool, isVerified: Bool
    ) throws {
        let key = try SigningKey(token: "ada", flags: flags)
        let signature = try SSHSignature(armoured: key.sign(Self.message))
        #expect(signature.isTouched == isTouched)
        #expect(signature.isVerified == isVerified)
        #expect(signature.key.isHardwareKey)
    }

    @Test func `a certificate is the key it is for, with who vouches for it`() throws {
        let folder = try TemporaryDirectory()
        let authority = try SigningKey(named: "authority", in: folder)
        let key = try SigningKey(named: "key", in: folder)
        let made = try run(
            Requirement.sshKeygen.path(),
            [
                "-q", "-s", folder.path("authority"), "-I", "ada", "-n", "ada@example.com",
                folder.path("key.pub"),
            ], environment: ChildEnvironment(home: folder.path))
        #expect(made.status == .exited(0), "\(made)")
        let signed = try run(
            Requirement.sshKeygen.path(),
            ["-Y", "sign", "-n", "tfguard", "-f", folder.path("key-cert.pub")],
            environment: ChildEnvironment(home: folder.path), standardInput: "x")
        #expect(signed.status == .exited(0), "\(signed)")
        let signature = try SSHSignature(armoured: signed.standardOutput)
        let plain = try SSHSignature(armoured: key.sign(Self.message))
        #expect(signature.key.blob == plain.key.blob)
        let signers = try AllowedSigners(
            Array(
                authority.entry(
                    for: "ada@example.com", options: "cert-authority,namespaces=\"tfguard\""
                ).utf8))
        #expect(signers.entries(for: signature.key).count == 1)
        #expect(signers.entries(for: plain.key).isEmpty)
    }

    @Test func `what is cut off, or has something behind it, is no signature`() throws {
        let folder = try TemporaryDirectory()
        let text = try SigningKey(named: "key", in: folder).sign(Self.message)
        for count in stride(from: 0, to: text.count, by: 7) {
            #expect(throws: SSHSignature.Fault.self) {
                try SSHSignature(armoured: Array(text[..<count]))
            }
        }
        for more in ["\n", " ", "x", String(decoding: text, as: UTF8.self)] {
            #expect(throws: SSHSignature.Fault.self) {
                try SSHSignature(armoured: text + Array(more.utf8))
            }
        }
    }

    @Test(arguments: ["QQ=", "QQ", "Q===", "QR==", "QQ==QQ==", "Q Q=", "QQ-_", "====", "QUJ="])
    func `Base64 that no encoder writes is refused`(text: String) {
        #expect(decodedBase64(Array(text.utf8)) == nil)
    }

    @Test func `Base64 is decoded`() {
        #expect(decodedBase64(Array("".utf8)) == [])
        #expect(decodedBase64(Array("QQ==".utf8)) == [0x41])
        #expect(decodedBase64(Array("QUI=".utf8)) == [0x41, 0x42])
        #expect(decodedBase64(Array("QUJD/+8=".utf8)) == [0x41, 0x42, 0x43, 0xff, 0xef])
    }
}
