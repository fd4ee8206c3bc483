import Testing

@testable import GuardCore

/// A list of signers names people one by one, for tfguard alone.
@Suite struct AllowedSignersTests {
    static let key =
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIFq7Bx0mV0Rw3k2m1sY9nq8o8c3qv1m0mQ3Vv1m0mQ3V"

    @Test(arguments: [
        "ada@example.com namespaces=\"tfguard\" \(key)",
        "ada namespaces=\"tfguard\" \(key) a comment",
        "ada\tnamespaces=\"tfguard\"\t\(key)",
        "ada cert-authority,namespaces=\"tfguard\" \(key)",
        "ada NAMESPACES=\"tfguard\",Valid-After=\"20260101Z\",valid-before=\"202701011200Z\" \(key)",
        "# a comment\n\n  # another\nada namespaces=\"tfguard\" \(key)\n",
        "ada namespaces=\"tfguard\" \(key)\r\n",
    ])
    func `an entry for one person and for tfguard is taken`(text: String) throws {
        let signers = try AllowedSigners(Array(text.utf8))
        #expect(signers.entries.count == 1)
        #expect(signers.entries.first?.principal.hasPrefix("ada") == true)
    }

    @Test(arguments: [
        ("ada,eve namespaces=\"tfguard\" \(key)", "several people"),
        ("*@example.com namespaces=\"tfguard\" \(key)", "pattern"),
        ("ad? namespaces=\"tfguard\" \(key)", "pattern"),
        ("!eve namespaces=\"tfguard\" \(key)", "pattern"),
        ("ada \(key)", "namespaces"),
        ("ada namespaces=\"git\" \(key)", "namespaces"),
        ("ada namespaces=\"*\" \(key)", "namespaces"),
        ("ada namespaces=\"git,tfguard\" \(key)", "namespaces"),
        ("ada namespaces=\"tfguar?\" \(key)", "namespaces"),
        ("ada cert-authority \(key)", "namespaces"),
        ("ada namespaces=\"tfguard\",valid-before=\"20270101\" \(key)", "UTC"),
        ("ada namespaces=\"tfguard\",valid-after=\"202701011200\" \(key)", "UTC"),
        ("ada namespaces=\"tfguard\",no-touch-required \(key)", "option"),
        ("ada namespaces=\"tfguard\" ssh-rsa \(key.dropFirst(12))", "kind"),
        ("ada namespaces=\"tfguard\" ssh-ed25519 AAAA", "kind"),
        ("ada namespaces=\"tfguard\"", "kind"),
        ("ada", "entry"),
        ("аda@example.com namespaces=\"tfguard\" \(key)", "look alike"),
        ("ada\u{200B} namespaces=\"tfguard\" \(key)", "look alike"),
        ("ada namespaces=\"tfguard\" \(key)\neve \(key)", "namespaces"),
    ])
    func `an entry that OpenSSH would take and that means more than one person is a fault`(
        text: String, words: String
    ) {
        #expect { try AllowedSigners(Array(text.utf8)) } throws: { error in
            (error as? AllowedSigners.Fault)?.words.contains(words) == true
        }
    }

    static let other =
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBq7Bx0mV0Rw3k2m1sY9nq8o8c3qv1m0mQ3Vv1m0mQ3V"

    @Test(arguments: [
        (["grace \(key)", "eve \(other)", "ada \(key)"], 3, "key of line 1"),
        (["grace \(key)", "grace \(key)", "ada \(key)"], 3, "key of line 2"),
        (["grace@example.com \(key)", "Grace@Example.com \(other)"], 2, "name of line 1"),
        (["grace \(key)", "GRACE cert-authority \(other)"], 2, "name of line 1"),
    ])
    func `one person under two names is a fault`(
        entries: [String], line: Int, words: String
    ) {
        #expect { try AllowedSigners(Self.list(entries)) } throws: { error in
            let fault = error as? AllowedSigners.Fault
            return fault?.line == line && fault?.words.contains(words) == true
        }
    }

    @Test(arguments: [
        ["grace \(key)", "grace \(other)", "grace \(key)"],
        ["grace \(key)", "ada \(other)"],
        ["grace cert-authority \(key)", "ada cert-authority \(key)"],
    ])
    func `a person may have several keys, and an authority several people`(
        entries: [String]
    ) throws {
        #expect(try AllowedSigners(Self.list(entries)).entries.count == entries.count)
    }

    /// Entries for tfguard, of which the name and what follows it are given.
    private static func list(_ entries: [String]) -> [UInt8] {
        let lines = entries.map { entry in
            let parts = entry.split(separator: " ", maxSplits: 1)
            let isAuthority = parts[1].hasPrefix("cert-authority ")
            let key = parts[1].dropFirst(isAuthority ? 15 : 0)
            let option = isAuthority ? "cert-authority," : ""
            return "\(parts[0]) \(option)namespaces=\"tfguard\" \(key)\n"
        }
        return Array(lines.joined().utf8)
    }

    @Test func `a fault tells its line`() {
        let text = "# first\nada namespaces=\"tfguard\" \(Self.key)\neve,ada \(Self.key)\n"
        #expect { try AllowedSigners(Array(text.utf8)) } throws: { error in
            (error as? AllowedSigners.Fault)?.line == 3
        }
    }
}
