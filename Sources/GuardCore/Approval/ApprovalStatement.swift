package import TerraformPlan

/// What an approver signs: these changes to this state, for a while, and why.
///
/// ```
///     {"accounts":[],"backend":"s3","backend_configuration":"…","changes":"…",
///      "dependency_lock":"…","environments":["production"],"expires":"2026-11-21T16:00:00Z",
///      "lifts":"approve","lineage":"…","nonce":"…","not_before":"2026-11-21T12:00:00Z","plan":"…",
///      "policies":["builtin:…","project:…"],"reason":"OPS-123",
///      "requester":{"actors":["agent"],"host":"laptop","user":"ada"},"serial":41,
///      "terraform_version":"1.11.4","version":1,"workspace":"prod"}
/// ```
///
/// For a subcommand that changes state without a plan, `operation` is there besides: the SHA-256 of its
/// argument list.
///
/// The bytes that are signed are the canonical form of exactly these members. Whoever reads other
/// members, or other bytes for the same ones, reads no statement.
package struct ApprovalStatement: Equatable, Sendable {
    package static let version: UInt64 = 1

    /// What it does away with.
    package enum Lifting: String, Sendable, CaseIterable {
        /// What has to be confirmed or approved.
        case approve
        /// What is blocked, as far as `break_glass` says.
        case breakGlass = "break-glass"
    }

    /// Who wanted the run.
    package struct Requester: Equatable, Sendable {
        package var user: String
        package var host: String
        /// Ordered.
        package var actors: [String]

        package init(user: String, host: String, actors: [String]) {
            self.user = user
            self.host = host
            self.actors = actors
        }
    }

    package var run: RunIdentity
    package var requester: Requester
    package var lifts: Lifting
    package var reason: String
    package var notBefore: Moment
    package var expires: Moment
    /// 32 hexadecimal digits that nobody has used before.
    package var nonce: String

    package init(
        run: RunIdentity, requester: Requester, lifts: Lifting, reason: String,
        notBefore: Moment, expires: Moment, nonce: String
    ) {
        self.run = run
        self.requester = requester
        self.lifts = lifts
        self.reason = reason
        self.notBefore = notBefore
        self.expires = expires
        self.nonce = nonce
    }
}

extension ApprovalStatement {
    package var value: JSONValue {
        .members { statement in
            run.write(to: &statement)
            requester.write(to: &statement)
            statement["expires"] = .text(expires.inRFC3339)
            statement["lifts"] = .text(lifts.rawValue)
            statement["nonce"] = .text(nonce)
            statement["not_before"] = .text(notBefore.inRFC3339)
            statement["reason"] = .text(reason)
            statement["version"] = .number(ByteString(String(Self.version)))
        }
    }

    /// Nil where the value is not one that `value` could be.
    package init?(_ value: JSONValue) {
        guard value["version"]?.unsigned == Self.version, let run = RunIdentity(value),
            let requester = Requester(value),
            let lifts = value["lifts"]?.text.flatMap(Lifting.init(rawValue:)),
            let reason = value["reason"]?.text,
            let notBefore = value["not_before"]?.text.flatMap({ Expiry($0) })?.end,
            let expires = value["expires"]?.text.flatMap({ Expiry($0) })?.end,
            let nonce = value["nonce"]?.text, nonce.utf8.count == 32,
            nonce.utf8.allSatisfy({ "0123456789abcdef".utf8.contains($0) })
        else { return nil }
        self.init(
            run: run, requester: requester, lifts: lifts, reason: reason, notBefore: notBefore,
            expires: expires, nonce: nonce)
        // Nothing is there besides, and nothing is spelled in another way.
        guard CanonicalJSON.bytes(of: self.value) == CanonicalJSON.bytes(of: value) else {
            return nil
        }
    }

    /// The bytes that are signed; nil where a text in it is none.
    package var bytes: [UInt8]? { CanonicalJSON.bytes(of: value) }
}

extension ApprovalStatement.Requester {
    func write(to statement: inout JSONMembers) {
        statement["requester"] = .members { requester in
            requester["actors"] = .array(actors.map(JSONValue.text))
            requester["host"] = .text(host)
            requester["user"] = .text(user)
        }
    }

    init?(_ statement: JSONValue) {
        guard let requester = statement["requester"], let user = requester["user"]?.text,
            let host = requester["host"]?.text, let actors = requester["actors"]?.textList
        else { return nil }
        self.init(user: user, host: host, actors: actors)
    }
}

/// What `tfguard-request.json` holds: what is to be done, in full, and what a run of it is.
///
/// There is no summary in it: what an approver is shown is made from the list.
package struct ApprovalRequest: Equatable, Sendable {
    package let changes: ChangeList
    package let run: RunIdentity
    package let requester: ApprovalStatement.Requester

    package init(
        changes: ChangeList, run: RunIdentity, requester: ApprovalStatement.Requester
    ) {
        self.changes = changes
        self.run = run
        self.requester = requester
    }

    package var value: JSONValue {
        .members { request in
            request["changes"] = changes.value
            request["statement"] = .members { statement in
                run.write(to: &statement)
                requester.write(to: &statement)
                statement["version"] = .number(ByteString(String(ApprovalStatement.version)))
            }
            request["tfguard"] = .text("request")
        }
    }

    /// The file's bytes: the canonical form and a line feed; nil where a text in it is none.
    package var bytes: [UInt8]? {
        CanonicalJSON.bytes(of: value).map { $0 + [UInt8(ascii: "\n")] }
    }

    /// Nil where the bytes are not exactly a request's, or its digest is not that of its list.
    package init?(_ bytes: [UInt8]) {
        guard bytes.last == UInt8(ascii: "\n"),
            let value = CanonicalJSON.value(of: Array(bytes.dropLast())),
            let changes = value["changes"].flatMap(ChangeList.init(value:)),
            let statement = value["statement"], let run = RunIdentity(statement),
            let requester = ApprovalStatement.Requester(statement),
            run.changes == changes.digest, run.operation == changes.operation
        else { return nil }
        self.init(changes: changes, run: run, requester: requester)
        guard self.bytes == bytes else { return nil }
    }
}

/// What a file `….approval` holds: a statement, and a signature over its bytes.
package struct Approval: Equatable, Sendable {
    package let statement: ApprovalStatement
    /// As `ssh-keygen -Y sign` wrote it.
    package let signature: [UInt8]

    package init(statement: ApprovalStatement, signature: [UInt8]) {
        self.statement = statement
        self.signature = signature
    }

    package var bytes: [UInt8]? {
        let value = JSONValue.members { approval in
            approval["signature"] = .string(ByteString(bytes: signature))
            approval["statement"] = statement.value
            approval["tfguard"] = .text("approval")
        }
        return CanonicalJSON.bytes(of: value).map { $0 + [UInt8(ascii: "\n")] }
    }

    /// Nil where the bytes are not exactly an approval's.
    package init?(_ bytes: [UInt8]) {
        guard bytes.last == UInt8(ascii: "\n"),
            let value = CanonicalJSON.value(of: Array(bytes.dropLast())),
            let statement = value["statement"].flatMap(ApprovalStatement.init),
            let signature = value["signature"]?.textBytes
        else { return nil }
        self.init(statement: statement, signature: signature.bytes)
        guard self.bytes == bytes else { return nil }
    }
}
