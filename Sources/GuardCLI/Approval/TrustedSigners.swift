import GuardCore
import GuardSystem
import TerraformPlan

/// Whose signatures count, as the files say that the policy names.
struct TrustedSigners: Sendable {
    let rules: ApprovalRules
    private let lists: [List]
    private let revoked: [FilePath]
    /// Whether there are people who could approve, by the word of root.
    ///
    /// A file that others could have written takes none of them away: it only adds to what their
    /// signatures need.
    let areAnchored: Bool

    private struct List: Sendable {
        let signers: AllowedSigners
        /// Nobody but root could have written it, nor named another one.
        let isAnchored: Bool
    }

    /// Reads the files.
    ///
    /// - Throws: a refusal where one has a fault: what is not understood approves nothing.
    init(_ rules: ApprovalRules) throws(Refusal) {
        self.rules = rules
        revoked = rules.revoked.compactMap { FilePath(bytes: $0.bytes) }
        var lists: [List] = []
        for signers in rules.signers {
            guard let path = FilePath(bytes: signers.path.bytes),
                let text = try contents(of: path)
            else { continue }
            let isAnchored = (try? isAnchored(path)) ?? false
            lists.append(
                List(
                    signers: try understood(text, path),
                    isAnchored: signers.isNamedByRoot && isAnchored))
        }
        areAnchored = lists.contains { $0.isAnchored && !$0.signers.entries.isEmpty }
        // A list that is named and not there lists nobody.
        self.lists = lists.count == rules.signers.count ? lists : []
    }

    /// Verifies the signature of an approval.
    ///
    /// - Parameters:
    ///   - approval: as it was read.
    ///   - name: of its file.
    ///   - program: which verifies.
    /// - Returns: who signed it, or a sentence that says why nobody did who counts.
    /// - Throws: a refusal where nothing can be verified at all.
    func verify(
        _ approval: Approval, name: String, with program: SSHKeygen
    ) throws(Refusal) -> Result<VerifiedApproval, ApprovalFault> {
        try verify(approval.signature, over: approval.statement.bytes, with: program).map {
            signer in
            VerifiedApproval(
                name: name, statement: approval.statement, principal: signer.principal,
                key: signer.key, isTouched: signer.isTouched, isVerified: signer.isVerified,
                isAnchored: signer.isAnchored)
        }
    }

    /// Verifies a signature over some bytes; nil bytes are those of a statement that is no text.
    func verify(
        _ armoured: [UInt8], over message: [UInt8]?, with program: SSHKeygen
    ) throws(Refusal) -> Result<VerifiedSigner, ApprovalFault> {
        guard let message else {
            return .failure(ApprovalFault("Its statement is not text."))
        }
        let signature: SSHSignature
        do throws(SSHSignature.Fault) {
            signature = try SSHSignature(armoured: armoured)
        } catch {
            return .failure(ApprovalFault(words(for: error)))
        }
        guard signature.namespace == "tfguard" else {
            return .failure(
                ApprovalFault(
                    "Its signature is for another purpose than tfguard's: ssh-keygen -Y sign "
                        + "-n tfguard makes one."))
        }
        guard let first = lists.first else {
            return .failure(
                ApprovalFault(
                    "There is no list of signers: "
                        + rules.signers.map { "\($0.path)" }.joined(separator: ", ")
                        + " is not there, or not readable."))
        }
        for entry in first.signers.entries(for: signature.key) {
            var isGood = try program.verifies(
                armoured, over: message, by: entry, revoked: revoked)
            for list in lists.dropFirst() where isGood {
                isGood = try isGoodTo(list, armoured, message, signature, entry.principal, program)
            }
            guard isGood else { continue }
            return .success(
                VerifiedSigner(
                    principal: entry.principal, key: signature.key,
                    isTouched: signature.isTouched, isVerified: signature.isVerified,
                    isAnchored: lists.contains { $0.isAnchored }))
        }
        let isListed = !first.signers.entries(for: signature.key).isEmpty
        return .failure(
            ApprovalFault(
                isListed
                    ? "Its signature does not stand: the statement or the signature has been "
                        + "changed, or the key counts no more."
                    : "It is signed with a key that no list of signers has."))
    }

    /// Whether another list says the same of who signed.
    private func isGoodTo(
        _ list: List, _ armoured: [UInt8], _ message: [UInt8], _ signature: SSHSignature,
        _ principal: String, _ program: SSHKeygen
    ) throws(Refusal) -> Bool {
        for entry in list.signers.entries(for: signature.key) where entry.principal == principal {
            if try program.verifies(armoured, over: message, by: entry, revoked: revoked) {
                return true
            }
        }
        return false
    }
}

/// Why an approval is not looked at any further, in a sentence.
struct ApprovalFault: Error, Equatable {
    let words: String

    init(_ words: String) {
        self.words = words
    }
}

private func contents(of path: FilePath) throws(Refusal) -> [UInt8]? {
    try refusing("Without it nobody knows who may approve.") { () throws(SystemError) -> [UInt8]? in
        guard let facts = try path.factsIfThere() else { return nil }
        // Whoever named a pipe would have us wait for good.
        guard facts.kind == .file else { return nil }
        return try readFile(path, limit: 4 << 20)
    }
}

private func understood(_ text: [UInt8], _ path: FilePath) throws(Refusal) -> AllowedSigners {
    do throws(AllowedSigners.Fault) {
        return try AllowedSigners(text)
    } catch {
        throw Refusal(
            .policyError, "A list of signers that approves nothing",
            "Line \(error.line) of \(path) \(error.words). Mend it, or remove the line.")
    }
}

private func words(for fault: SSHSignature.Fault) -> String {
    switch fault {
    case .armour: "Its signature is not what ssh-keygen -Y sign writes."
    case .malformed: "Its signature is cut off, or has something behind it."
    case .version(let number):
        "Its signature has version \(number), which this tfguard does not know."
    case .unknownKey: "Its signature is of a kind that this tfguard does not know."
    }
}
