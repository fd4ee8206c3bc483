import Foundation
import TestSupport

@testable import GuardCore

/// A production project whose losses somebody else has to sign for, in a folder that is root's alone.
struct ApprovedProject {
    let project: TerraformProject
    /// Grace may sign.
    let grace: SigningKey
    /// Eve may not.
    let eve: SigningKey

    var signers: String { project.base.path("signers") }

    /// Makes it: with what stands in the `approvals` block besides the signers, with more policy, and
    /// in a place where root alone could have written policy and signers, or not.
    init(
        approvals: String = "touch = false", more: String = "", isAnchored: Bool = true,
        environment: String = "production"
    ) throws {
        let root = isAnchored ? try Requirement.root.path() : nil
        project = try TerraformProject.applied(policy: nil, below: root)
        grace = try SigningKey(named: "grace", in: project.base)
        eve = try SigningKey(named: "eve", in: project.base)
        try project.base.write(grace.entry(for: "grace@example.com"), to: "signers")
        try project.write(
            TerraformProject.databasePolicy + """

                environment "\(environment)" {
                  match { workspace = ["*"] }
                }
                approvals {
                  signers = "\(project.base.path("signers"))"
                  \(approvals)
                }
                \(more)
                """, to: "tfguard.hcl")
    }

    /// Makes a saved plan of a destroy, and a request for it as an agent's refused run writes it.
    func request(_ variables: [String: String?] = ["CLAUDECODE": "1"]) throws -> ApprovalRequest {
        try project.prepare("plan", "-destroy", "-out=d.tfplan")
        let refused = try project.tfguard(["terraform", "apply", "d.tfplan"], setting: variables)
        guard let bytes = project.read("tfguard-request.json"),
            let request = ApprovalRequest(bytes)
        else { throw TestSupportError("no request was written: \(refused)") }
        return request
    }

    /// Makes the same plan once more, until its file is another one: it holds the time, to the second.
    func planAgain() throws {
        let first = project.read("d.tfplan")
        for _ in 0..<20 {
            try project.prepare("plan", "-destroy", "-out=d.tfplan")
            guard project.read("d.tfplan") == first else { return }
            usleep(200_000)
        }
        throw TestSupportError("every plan has the same bytes")
    }

    /// Writes an approval of a request, with anything about the statement changed.
    func approve(
        _ request: ApprovalRequest, by key: SigningKey? = nil, namespace: String = "tfguard",
        as name: String = "a.approval", _ change: (inout ApprovalStatement) -> Void = { _ in }
    ) throws {
        let now = Int64(Date().timeIntervalSince1970)
        var statement = ApprovalStatement(
            run: request.run, requester: request.requester, lifts: .approve, reason: "OPS-123",
            notBefore: Moment(secondsSinceEpoch: now - 60),
            expires: Moment(secondsSinceEpoch: now + 600), nonce: Self.nonce())
        change(&statement)
        guard let message = statement.bytes else { throw TestSupportError("no statement") }
        let signature = try (key ?? grace).sign(message, namespace: namespace)
        guard let bytes = Approval(statement: statement, signature: signature).bytes else {
            throw TestSupportError("no approval")
        }
        try project.write(bytes: bytes, to: name)
    }

    static func nonce() -> String {
        (0..<32).map { _ in String(UInt8.random(in: 0..<16), radix: 16) }.joined()
    }

    /// Applies the saved plan with approvals, as an agent does.
    func apply(
        _ approvals: [String] = ["a.approval"], plan: String = "d.tfplan",
        setting variables: [String: String?] = ["CLAUDECODE": "1"]
    ) throws -> ProcessResult {
        try project.tfguard(
            approvals.map { "-approval=\($0)" } + ["terraform", "apply", plan],
            setting: variables)
    }
}
