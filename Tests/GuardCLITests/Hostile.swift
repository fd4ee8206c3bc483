import GuardCore
import TerraformPlan
import Testing

/// Text that a terminal would obey or hide, and the check that none of it got out.
enum Hostile {
    /// Every control character; every bidirectional one; other invisible ones; line separators.
    static let scalars: [Unicode.Scalar] =
        (Array(0x00...0x1f) + Array(0x7f...0x9f) + Array(0x202a...0x202e) + Array(0x2066...0x2069)
        + [0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x061c, 0x2028, 0x2029, 0x2060, 0xfeff, 0xe0041])
        .compactMap { Unicode.Scalar($0) }

    static var text: String {
        var text = "x"
        for scalar in scalars {
            text.unicodeScalars.append(scalar)
            text += "y"
        }
        return text
    }

    /// A verdict that carries it wherever a plan, a policy or the environment can.
    static var verdict: Verdict {
        let bytes = ByteString(text)
        var change = Sample.loss(bytes, ByteString("a.\(text)"), effects: [.replace, .move])
        change.change.deposed = bytes
        change.change.previousAddress = bytes
        change.change.actionReason = "replace_because_cannot_update"
        change.recovery = text
        let quoted = jsonString(text)
        change.change.replacePaths = json("[[\(quoted)]]")
        change.change.before = json("{\(quoted):\(quoted)}")
        change.change.after = json("{\(quoted):[\(quoted)]}")
        change.change.beforeSensitive = json("{}")
        change.change.afterSensitive = json("{}")
        var other = Sample.loss(nil, bytes, effects: [.delete], reason: bytes, severity: .low)
        other.decision = .warn
        let findings = [change.change.address, nil].map { address in
            Finding(
                rule: text, layer: text, decision: .confirm, address: address,
                deposed: address == nil ? nil : bytes, effect: .replace, reason: text, remedy: text)
        }
        return Verdict(
            decision: .confirm,
            facts: RunFacts(
                actors: [.agent], signals: [ActorSignal(actor: .agent, signal: text)],
                workspace: bytes, directory: bytes),
            environments: [RecognisedEnvironment(name: text, by: text)], changes: [change, other],
            findings: findings, counts: ChangeCounts(), terraformVersion: bytes,
            policies: [
                PolicyDigest(
                    layer: "project", path: text, sha256: String(repeating: "0f", count: 32))
            ])
    }

    /// Expects that nothing in the text is obeyed or hidden.
    static func expectNone(
        in bytes: some Sequence<UInt8>, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let found = Set(String(decoding: Array(bytes), as: UTF8.self).unicodeScalars)
            .intersection(scalars)
        #expect(found.isEmpty, sourceLocation: sourceLocation)
    }

    private static func jsonString(_ text: String) -> String {
        "\""
            + text.unicodeScalars.map { scalar in
                scalar.value < 0x20
                    ? "\\u00" + (scalar.value < 0x10 ? "0" : "") + String(scalar.value, radix: 16)
                    : String(scalar)
            }.joined() + "\""
    }
}
