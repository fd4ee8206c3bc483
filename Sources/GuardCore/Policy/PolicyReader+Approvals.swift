import Diagnostics
import HCL
import TerraformPlan

// `approvals` and `break_glass`: who may say yes, and how it has to be said.
extension PolicyReader {
    mutating func readApprovals(_ block: Block, from source: PolicySource) {
        let context = "approvals"
        let body = block.body
        refuseLabels(of: block, context: context)
        refuseSecond(block, of: source)
        checkNames(in: body, against: .approvals, context: context)
        var approvals = ApprovalsBlock(origin: source.origin)
        approvals.signers = path("signers", in: body, from: source, context: context)
        approvals.count = integer("count", in: body, from: 1, to: 100, context: context)
        approvals.valid = duration("valid", in: body, context: context)
        approvals.allowsSelf = bool("self", in: body, context: context)
        approvals.touch = bool("touch", in: body, context: context)
        approvals.pin = bool("pin", in: body, context: context)
        approvals.revoked = path("revoked", in: body, from: source, context: context)
        approvals.allowsReplanning = bool("replan", in: body, context: context)
        approvals.sshKeygen = path("ssh_keygen", in: body, from: source, context: context)
        if let attribute = body.attribute(named: "ssh_keygen"), source.layer != .system {
            report(
                "A program that only the system's policy names",
                "Whoever names the program that verifies signatures decides which are good. Move "
                    + "\"ssh_keygen\" to /etc/tfguard.",
                at: attribute.name.range, in: context)
        }
        policy.approvals.append(approvals)
    }

    mutating func readBreakGlass(_ block: Block, from source: PolicySource) {
        let context = "break_glass"
        let body = block.body
        refuseLabels(of: block, context: context)
        refuseSecond(block, of: source)
        checkNames(in: body, against: .breakGlass, context: context)
        guard source.layer != .flag else {
            report(
                "A -policy file can only tighten",
                "What is given on the command line lifts no block. Move break_glass to "
                    + "/etc/tfguard, or to a policy that root keeps.",
                at: block.headerRange)
            return
        }
        let scope = readScope(body, context: context)
        policy.breakGlasses.append(
            BreakGlass(
                origin: source.origin, environments: scope.environments, actors: scope.actors,
                count: integer("count", in: body, from: 1, to: 100, context: context) ?? 1,
                allowsSelf: bool("self", in: body, context: context) ?? false,
                touch: bool("touch", in: body, context: context) ?? true,
                valid: duration("valid", in: body, context: context) ?? 30 * 60))
    }

    /// Two blocks of a kind in one file leave open which is meant.
    mutating func refuseSecond(_ block: Block, of source: PolicySource) {
        let kind = block.type.name
        let owner = source.layer.rawValue + source.file.name
        guard let first = singleBlocks.first(where: { $0.kind == kind && $0.owner == owner }) else {
            singleBlocks.append((kind, owner, block.headerRange))
            return
        }
        report(
            "Second \(kind) block",
            "A file has one, and this one's stands at line "
                + "\(first.range.file.line(at: first.range.start)). Make them one block.",
            at: block.headerRange)
    }

    /// A path that is absolute, or relative to the policy's file.
    mutating func path(
        _ name: String, in body: Body, from source: PolicySource, context: String
    ) -> ByteString? {
        guard let attribute = body.attribute(named: name),
            let text = string(name, in: body, context: context)
        else { return nil }
        let bytes = Array(text.utf8)
        guard !bytes.isEmpty, !bytes.contains(0) else {
            report(
                "Inappropriate value for \"\(name)\"", "The path of a file is required.",
                at: attribute.expression.range, in: context)
            return nil
        }
        guard bytes.first != UInt8(ascii: "/") else { return ByteString(bytes: bytes) }
        guard let folder = source.directory else {
            report(
                "Inappropriate value for \"\(name)\"",
                "A path in a shipped policy begins with a slash.", at: attribute.expression.range,
                in: context)
            return nil
        }
        return ByteString(bytes: folder.bytes + [UInt8(ascii: "/")] + bytes)
    }

    /// `30s`, `10m`, `4h` or `7d`, in seconds.
    mutating func duration(_ name: String, in body: Body, context: String) -> Int64? {
        guard let attribute = body.attribute(named: name),
            let text = string(name, in: body, context: context)
        else { return nil }
        if let seconds = durationInSeconds(text) { return seconds }
        report(
            "Inappropriate value for \"\(name)\"",
            "A time is required, as a number with its unit: \"30s\", \"10m\", \"4h\" or \"7d\".",
            at: attribute.expression.range, in: context)
        return nil
    }
}

/// Reads `30s`, `10m`, `4h` or `7d`.
///
/// - Returns: the seconds; nil for anything else, and for more than a year.
package func durationInSeconds(_ text: String) -> Int64? {
    let units: [UInt8: Int] = [
        UInt8(ascii: "s"): 1, UInt8(ascii: "m"): 60, UInt8(ascii: "h"): 3600,
        UInt8(ascii: "d"): 86_400,
    ]
    guard let last = text.utf8.last, let unit = units[last],
        let number = digits(Array(text.utf8.dropLast())), number > 0,
        number <= 366 * 86_400 / unit
    else { return nil }
    return Int64(number * unit)
}
