import Diagnostics
import GuardCore
import TerraformPlan

/// What a line of the record says of a judgement, for people.
///
///     Last judged here: 2026-11-21T12:47:33Z, line 12 of the record
///       terraform destroy, by alice (human), in production
///       confirm, typed, status 0
///
///     aws_db_instance.courses
///       courses-prod: delete, critical data
///       confirm by builtin:default/loss: The object that exists now is destroyed, …
///       Together: confirm.
///
/// Whoever can write the record can write anything there: all of it is escaped for a terminal.
struct RecordedJudgement {
    private let number: Int
    private let value: JSONValue
    /// How it ended; nil where it did not begin.
    var outcome: RecordedRun?
    /// The policies that are not as they were then.
    var changedPolicies: [String] = []
    /// Whether the record is not as it was written.
    var isBroken = false

    init(_ line: AuditLine) {
        number = line.number
        value = line.value
    }

    /// The policies that were judged by and are others now, or gone, and those that are new.
    func policiesUnlike(_ now: [PolicyDigest]) -> [String] {
        let then = (value["policies"]?.elements ?? []).map { policy in
            (path: policy["path"]?.text ?? "", digest: policy["sha256"]?.text ?? "")
        }
        var names: [String] = []
        for (path, digest) in then where !path.holds(" at ") && !path.hasPrefix("builtin:") {
            let current = now.first { $0.path == path }
            if current?.sha256 != digest { names.append(path) }
        }
        let added = now.filter { policy in
            !policy.isShipped && !then.contains { $0.path == policy.path }
        }
        return names + added.map(\.path)
    }

    /// What there is to say.
    ///
    /// - Parameters:
    ///   - address: one change; nil for all that were found fault with.
    ///   - width: cells in a line.
    /// - Returns: nil where the line says nothing of the address.
    func text(about address: String?, width: Int) -> TextBlock? {
        let findings = value["findings"]?.elements ?? []
        let losses = value["losses"]?.elements ?? []
        var addresses: [String] = []
        for element in losses + findings {
            guard let found = element["address"]?.text, !addresses.contains(found) else { continue }
            addresses.append(found)
        }
        if let address {
            guard addresses.contains(address) else { return nil }
            addresses = [address]
        }
        var block = heading(width: width)
        for address in addresses {
            block.gap()
            block.paragraph([.prose(printable(address), .strong)])
            for loss in losses where loss["address"]?.text == address {
                block.paragraph([.prose(words(of: loss))], indent: 2)
            }
            for finding in findings where finding["address"]?.text == address {
                block.append(paragraph(finding, width: width))
            }
            if let decision = decision(of: address, losses, findings) {
                block.paragraph([.prose("Together: \(decision).")], indent: 2)
            }
        }
        let general = findings.filter { $0["address"]?.text == nil }
        if address == nil, !general.isEmpty {
            block.gap()
            block.paragraph([.prose("About the whole", .strong)])
            for finding in general { block.append(paragraph(finding, width: width)) }
        }
        if address == nil, addresses.isEmpty, general.isEmpty {
            block.gap()
            block.paragraph([.prose("No rule stopped anything.")])
        }
        block.gap()
        block.paragraph([
            .prose(
                "The plan is gone: it holds secrets, and the record keeps none. What was let pass "
                    + "without a word is not named\(counts), and which rules did not match is not "
                    + "known. With a plan all of it is told: tfguard explain -plan=PLAN [ADDRESS].")
        ])
        return block
    }

    private func heading(width: Int) -> TextBlock {
        var block = TextBlock(width: width)
        block.paragraph([
            .prose("Last judged here: ", .strong),
            .prose("\(logText(value["time"])), line \(number) of the record"),
        ])
        let environments = value["environments"]?.texts ?? []
        let place = environments.isEmpty ? "no environment" : environments.joined(separator: ", ")
        let actors = (value["who"]?["actors"]?.texts ?? []).joined(separator: ", ")
        block.paragraph(
            [
                .prose(
                    "\(logWords(value["command"])), by \(logText(value["who"]?["user"])) "
                        + "(\(printable(actors))), in \(printable(place))")
            ], indent: 2)
        var ending = "Decision: \(logText(value["decision"]))"
        if let by = value["settled"]?["by"]?.text, by != "policy" {
            ending += ", \(printable(by))"
        }
        if let outcome { ending += "; \(GuardCLI.ending(of: outcome))" }
        block.paragraph([.prose(ending + ".")], indent: 2)
        if isBroken {
            block.paragraph(
                [
                    .prose(
                        "The record is not as it was written, so that nobody can vouch for this: "
                            + "see tfguard log verify.", .danger)
                ], indent: 2)
        }
        if !changedPolicies.isEmpty {
            let names = changedPolicies.map(printable).joined(separator: ", ")
            block.paragraph(
                [.prose("The policy is another one since: \(names).", .caution)], indent: 2)
        }
        return block
    }

    /// ` (in all: create 3, update 1)`.
    private var counts: String {
        let words = (value["counts"]?.members ?? []).compactMap { member in
            member.value.number.flatMap { $0 > 0 ? "\(member.key.description) \($0)" : nil }
        }
        return words.isEmpty ? "" : " (in all: \(printable(words.joined(separator: ", "))))"
    }

    private func words(of loss: JSONValue) -> String {
        let known = ["severity", "category"].compactMap { loss[ByteString($0)]?.text }
        let standing = known.isEmpty ? "" : ", \(known.joined(separator: " "))"
        let identity = loss["identity"]?.text.map { "\($0): " } ?? ""
        let effects = (loss["effects"]?.texts ?? []).joined(separator: ", ")
        return printable(identity + effects + standing)
    }

    private func decision(
        of address: String, _ losses: [JSONValue], _ findings: [JSONValue]
    ) -> Decision? {
        (losses + findings).filter { $0["address"]?.text == address }
            .compactMap { $0["decision"]?.text.flatMap { Decision(rawValue: $0) } }.max()
    }

    private func paragraph(_ finding: JSONValue, width: Int) -> TextBlock {
        var block = TextBlock(width: width)
        let rule = "\(logText(finding["layer"]))/\(logText(finding["rule"]))"
        block.paragraph(
            [
                .prose(logText(finding["decision"]), .strong),
                .prose(" by \(rule): \(logText(finding["reason"]))"),
            ], indent: 2)
        if let remedy = finding["remedy"]?.text {
            block.paragraph([.prose("Instead: \(printable(remedy))")], indent: 4)
        }
        return block
    }
}
