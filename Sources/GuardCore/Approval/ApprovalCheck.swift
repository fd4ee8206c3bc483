/// An approval whose signature is good: what was signed, and by whom.
package struct VerifiedApproval: Sendable {
    /// The file, for messages.
    package let name: String
    package let statement: ApprovalStatement
    /// Who it is in `allowed_signers`.
    package let principal: String
    package let key: SSHPublicKey
    package let isTouched: Bool
    package let isVerified: Bool
    /// Whether a list of signers says so that nobody but root could have written.
    package let isAnchored: Bool

    package init(
        name: String, statement: ApprovalStatement, principal: String, key: SSHPublicKey,
        isTouched: Bool, isVerified: Bool, isAnchored: Bool
    ) {
        self.name = name
        self.statement = statement
        self.principal = principal
        self.key = key
        self.isTouched = isTouched
        self.isVerified = isVerified
        self.isAnchored = isAnchored
    }
}

/// What a run needs so that approvals satisfy it.
package struct ApprovalDemand: Sendable {
    package var lifts: ApprovalStatement.Lifting
    package var count: Int
    /// In seconds, from `not_before` to `expires`.
    package var valid: Int64
    package var allowsSelf: Bool
    /// Nil: where the request came from an agent.
    package var touch: Bool?
    package var pin: Bool
    package var allowsReplanning: Bool
    /// Whether signers count that others than root could have named.
    package var acceptsUnanchored: Bool

    /// What it takes to satisfy `confirm` or `approve`.
    package init(_ rules: ApprovalRules, for decision: Decision) {
        lifts = .approve
        count = rules.count
        valid = rules.valid
        allowsSelf = rules.allowsSelf
        touch = rules.touch
        pin = rules.pin
        allowsReplanning = rules.allowsReplanning
        acceptsUnanchored = decision <= .confirm
    }

    /// What it takes to lift a block.
    package init(_ rules: ApprovalRules, _ breakGlass: BreakGlass) {
        self.init(rules, for: .block)
        lifts = .breakGlass
        // Who is alone at night asks nobody else: that is what the block is for.
        count = breakGlass.allowsSelf ? breakGlass.count : max(rules.count, breakGlass.count)
        valid = breakGlass.valid
        allowsSelf = breakGlass.allowsSelf
        touch = breakGlass.touch
    }
}

/// What is known of who applies, and when.
package struct ApplierFacts: Sendable {
    /// The user who applies.
    package var user: String
    /// The keys that the applier could sign with.
    package var keys: [[UInt8]]
    /// Nil where nobody knows the time, and then nothing is valid.
    package var now: Moment?
    /// The newest time that was recorded: a clock that is behind it has been set back.
    package var latestRecord: Moment?
    /// The nonces of approvals that have been used.
    package var usedNonces: [String]
    /// Whether an agent applies, whatever the request says of who wrote it.
    package var isAgent: Bool

    package init(
        user: String, keys: [[UInt8]], now: Moment?, latestRecord: Moment?, usedNonces: [String],
        isAgent: Bool = false
    ) {
        self.user = user
        self.keys = keys
        self.now = now
        self.latestRecord = latestRecord
        self.usedNonces = usedNonces
        self.isAgent = isAgent
    }
}

/// Whether approvals satisfy a run.
package struct ApprovalCheck: Sendable {
    /// Those that count, of different people with different keys.
    package private(set) var accepted: [VerifiedApproval] = []
    /// Those that do not, each with a full sentence.
    package private(set) var refused: [(name: String, why: String)] = []
    /// How many more are needed.
    package private(set) var missing: Int

    package var isSatisfied: Bool { missing == 0 }

    package init(
        of run: RunIdentity, by approvals: [VerifiedApproval], demand: ApprovalDemand,
        applier: ApplierFacts
    ) {
        missing = demand.count
        for approval in approvals {
            if let why = Self.fault(of: approval, for: run, demand, applier)
                ?? repetition(of: approval)
            {
                refused.append((approval.name, why))
            } else {
                accepted.append(approval)
                missing = max(0, missing - 1)
            }
        }
    }

    /// Why an approval does not count beside those that do.
    private func repetition(of approval: VerifiedApproval) -> String? {
        if accepted.contains(where: { $0.principal == approval.principal }) {
            return "\(approval.principal) has approved it already; another person is needed."
        }
        if accepted.contains(where: { $0.key.blob == approval.key.blob }) {
            return "It is signed with the key of another approval; another person is needed."
        }
        return nil
    }

    private static func fault(
        of approval: VerifiedApproval, for run: RunIdentity, _ demand: ApprovalDemand,
        _ applier: ApplierFacts
    ) -> String? {
        let statement = approval.statement
        if let difference = run.difference(
            from: statement.run, mayBeReplanned: demand.allowsReplanning)
        {
            return difference
        }
        if let fault = faultOfTime(statement, demand, applier) { return fault }
        switch (demand.lifts, statement.lifts) {
        case (.approve, .approve), (.breakGlass, .breakGlass): break
        case (.breakGlass, .approve):
            return "It approves, and this is blocked: only tfguard approve -break-glass lifts that."
        case (.approve, .breakGlass):
            return "It was given to lift a block, and nothing is blocked."
        }
        if applier.usedNonces.contains(statement.nonce) {
            return "It has been used already: an approval is for one apply."
        }
        if !approval.isAnchored, !demand.acceptsUnanchored {
            return "\(approval.principal) stands in a list of signers that others than root could "
                + "have written. That is enough to confirm, and for nothing else."
        }
        if !demand.allowsSelf, let fault = selfApproval(approval, applier) { return fault }
        return faultOfTouch(approval, demand, applier)
    }

    private static func faultOfTime(
        _ statement: ApprovalStatement, _ demand: ApprovalDemand, _ applier: ApplierFacts
    ) -> String? {
        guard let now = applier.now else { return "This machine does not know the time." }
        if let latest = applier.latestRecord, now < latest {
            return "This machine's clock has been set back: an approval was used at "
                + "\(latest.inRFC3339), which is later than now."
        }
        guard statement.notBefore <= now else {
            return "It is not valid before \(statement.notBefore.inRFC3339)."
        }
        guard now < statement.expires else {
            return "It expired at \(statement.expires.inRFC3339)."
        }
        let length = statement.expires.secondsSinceEpoch - statement.notBefore.secondsSinceEpoch
        guard length <= demand.valid else {
            return "It is valid for longer than the \(inWords(seconds: demand.valid)) that the "
                + "policy allows."
        }
        return nil
    }

    /// One's own approval does not count: it would be the same decision twice.
    private static func selfApproval(
        _ approval: VerifiedApproval, _ applier: ApplierFacts
    ) -> String? {
        let requester = approval.statement.requester.user
        for user in [requester, applier.user] where isSame(approval.principal, as: user) {
            return "\(approval.principal) is who wants this; another person is needed."
        }
        if applier.keys.contains(approval.key.blob) {
            return "It is signed with a key that whoever applies has in an agent of their own; "
                + "another person is needed."
        }
        return nil
    }

    private static func faultOfTouch(
        _ approval: VerifiedApproval, _ demand: ApprovalDemand, _ applier: ApplierFacts
    ) -> String? {
        // Whoever hands a request on could have written another requester into it.
        let isFromAgent =
            applier.isAgent
            || approval.statement.requester.actors.contains(Actor.agent.rawValue)
        if demand.touch ?? isFromAgent, !approval.isTouched {
            guard approval.key.isHardwareKey else {
                return "It is signed with a key that no finger touches, which a program can use. "
                    + "A hardware key is needed: ssh-keygen -t ed25519-sk."
            }
            return "Nobody touched the hardware key for this signature."
        }
        if demand.pin, !approval.isVerified {
            return "Nobody entered the hardware key's PIN for this signature: it needs "
                + "-O verify-required when it is made."
        }
        return nil
    }
}

/// `4h`, `30m`, `90s`: the largest unit that has no rest.
package func inWords(seconds: Int64) -> String {
    let units: [(Int64, String)] = [(86_400, "d"), (3600, "h"), (60, "m")]
    for (size, unit) in units where seconds >= size && seconds % size == 0 {
        return "\(seconds / size)\(unit)"
    }
    return "\(seconds)s"
}
