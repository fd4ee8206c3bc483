import Testing

@testable import GuardCore

/// What makes a good signature count, or not.
@Suite struct ApprovalCheckTests {
    static let now = Moment(secondsSinceEpoch: 1_005_000)

    static func key(_ name: String, hardware: Bool = true) -> SSHPublicKey? {
        let type = hardware ? "sk-ssh-ed25519@openssh.com" : "ssh-ed25519"
        let parts = hardware ? [type, name, "ssh:"] : [type, name]
        return SSHPublicKey(
            parts.flatMap { part in [0, 0, 0, UInt8(part.utf8.count)] + Array(part.utf8) })
    }

    static func approval(
        by principal: String = "grace@example.com", key: String = "grace", hardware: Bool = true,
        isTouched: Bool = true, isVerified: Bool = false, isAnchored: Bool = true,
        _ change: (inout ApprovalStatement) -> Void = { _ in }
    ) throws -> VerifiedApproval {
        var statement = ApprovalStatementTests.statement()
        change(&statement)
        return VerifiedApproval(
            name: "x.approval", statement: statement, principal: principal,
            key: try #require(Self.key(key, hardware: hardware)), isTouched: isTouched,
            isVerified: isVerified, isAnchored: isAnchored)
    }

    static func demand(
        for decision: Decision = .approve, _ change: (inout ApprovalRules) -> Void = { _ in }
    ) -> ApprovalDemand {
        var rules = ApprovalRules()
        change(&rules)
        return ApprovalDemand(rules, for: decision)
    }

    static func check(
        _ approvals: VerifiedApproval..., demand: ApprovalDemand = demand(),
        run: RunIdentity = ApprovalStatementTests.run, user: String = "root",
        keys: [[UInt8]] = [], now: Moment? = now, latest: Moment? = nil, used: [String] = [],
        isAgent: Bool = false
    ) -> ApprovalCheck {
        ApprovalCheck(
            of: run, by: approvals, demand: demand,
            applier: ApplierFacts(
                user: user, keys: keys, now: now, latestRecord: latest, usedNonces: used,
                isAgent: isAgent))
    }

    @Test func `one good approval is enough where one is wanted`() throws {
        let check = Self.check(try Self.approval())
        #expect(check.isSatisfied)
        #expect(check.refused.isEmpty)
    }

    @Test func `none is not enough`() { #expect(!Self.check().isSatisfied) }

    @Test(arguments: ApprovalStatementTests.changes.map(\.field))
    func `an approval whose statement differs from the run in one field does not count`(
        field: String
    ) throws {
        let change = try #require(ApprovalStatementTests.changes.first { $0.field == field }).change
        let check = Self.check(try Self.approval { change(&$0.run) })
        #expect(!check.isSatisfied)
        #expect(check.refused.count == 1)
    }

    @Test func `before and after its time it does not count, nor without a clock`() throws {
        let approval = try Self.approval()
        let why = { (now: Int64?) in
            Self.check(approval, now: now.map { Moment(secondsSinceEpoch: $0) }).refused.first?.why
        }
        #expect(why(999_999)?.contains("not valid before") == true)
        #expect(why(1_000_000) == nil)
        #expect(why(1_009_999) == nil)
        #expect(why(1_010_000)?.contains("expired") == true)
        #expect(why(nil)?.contains("does not know the time") == true)
    }

    @Test func `a clock that was set back behind the record makes nothing valid`() throws {
        let check = Self.check(
            try Self.approval(), latest: Moment(secondsSinceEpoch: 1_005_001))
        #expect(check.refused.first?.why.contains("set back") == true)
    }

    @Test func `an approval is valid no longer than the policy says`() throws {
        let approval = try Self.approval {
            $0.expires = Moment(secondsSinceEpoch: 1_000_000 + 4 * 3600 + 1)
        }
        #expect(Self.check(approval).refused.first?.why.contains("longer than the 4h") == true)
        #expect(Self.check(approval, demand: Self.demand { $0.valid = 5 * 3600 }).isSatisfied)
    }

    @Test func `an approval is for one apply`() throws {
        let check = Self.check(
            try Self.approval(), used: ["0123456789abcdef0123456789abcdef"])
        #expect(check.refused.first?.why.contains("used already") == true)
    }

    @Test func `two people are two principals with two keys`() throws {
        let two = Self.demand { $0.count = 2 }
        let grace = try Self.approval()
        #expect(!Self.check(grace, demand: two).isSatisfied)
        #expect(!Self.check(grace, grace, demand: two).isSatisfied)
        let otherKey = try Self.approval(key: "other")
        #expect(!Self.check(grace, otherKey, demand: two).isSatisfied)
        let otherName = try Self.approval(by: "eve@example.com")
        #expect(!Self.check(grace, otherName, demand: two).isSatisfied)
        let eve = try Self.approval(by: "eve@example.com", key: "eve")
        #expect(Self.check(grace, eve, demand: two).isSatisfied)
    }

    @Test(arguments: ["ada", "ada@example.com", "Ada@Example.com", "ADA"])
    func `who wants it does not approve it`(principal: String) throws {
        let own = try Self.approval(by: principal)
        #expect(Self.check(own).refused.first?.why.contains("another person") == true)
        #expect(Self.check(own, demand: Self.demand { $0.allowsSelf = true }).isSatisfied)
    }

    @Test func `who applies it does not approve it, by name or by key`() throws {
        let grace = try Self.approval()
        #expect(!Self.check(grace, user: "grace").isSatisfied)
        #expect(!Self.check(grace, keys: [grace.key.blob]).isSatisfied)
        #expect(Self.check(grace, user: "gracek").isSatisfied)
    }

    @Test func `an agent's request needs a key that was touched`() throws {
        let untouched = try Self.approval(isTouched: false)
        #expect(Self.check(untouched).refused.first?.why.contains("Nobody touched") == true)
        let software = try Self.approval(hardware: false, isTouched: false)
        #expect(Self.check(software).refused.first?.why.contains("hardware key") == true)
        #expect(Self.check(software, demand: Self.demand { $0.touch = false }).isSatisfied)
        let human = try Self.approval(hardware: false, isTouched: false) {
            $0.requester.actors = ["human"]
        }
        #expect(Self.check(human).isSatisfied)
        #expect(!Self.check(human, demand: Self.demand { $0.touch = true }).isSatisfied)
    }

    @Test func `a request that hides its agent does not spare it the touch`() throws {
        let hidden = try Self.approval(hardware: false, isTouched: false) {
            $0.requester.actors = ["human"]
        }
        let check = Self.check(hidden, isAgent: true)
        #expect(!check.isSatisfied)
        #expect(check.refused.first?.why.contains("hardware key") == true)
        #expect(Self.check(try Self.approval(), isAgent: true).isSatisfied)
    }

    @Test func `where a PIN is wanted, a touch is not enough`() throws {
        let pin = Self.demand { $0.pin = true }
        #expect(!Self.check(try Self.approval(), demand: pin).isSatisfied)
        #expect(Self.check(try Self.approval(isVerified: true), demand: pin).isSatisfied)
    }

    @Test func `signers that others than root could have named confirm, and nothing else`() throws {
        let approval = try Self.approval(isAnchored: false)
        #expect(Self.check(approval, demand: Self.demand(for: .confirm)).isSatisfied)
        #expect(!Self.check(approval, demand: Self.demand(for: .approve)).isSatisfied)
        #expect(!Self.check(approval, demand: Self.demand(for: .block)).isSatisfied)
    }

    @Test func `an approval lifts no block, and what lifts a block approves nothing`() throws {
        let glass = try Self.approval { $0.lifts = .breakGlass }
        #expect(!Self.check(glass).isSatisfied)
        var demand = Self.demand(for: .block)
        demand.lifts = .breakGlass
        #expect(Self.check(glass, demand: demand).isSatisfied)
        #expect(!Self.check(try Self.approval(), demand: demand).isSatisfied)
    }
}
