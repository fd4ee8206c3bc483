package import TerraformPlan

/// What somebody signs who vouches for a rehearsal: that these module sources were applied there,
/// whole, and that it went well.
///
/// ```
///     {"applied":"2026-11-21T12:00:00Z","by":{"actors":["ci"],"host":"runner","user":"ci"},
///      "environments":["staging"],"kind":"rehearsal","line":"9c41…","lineage":"…","modules":"…",
///      "root":"…","version":1}
/// ```
///
/// The bytes that are signed are the canonical form of exactly these members, so that nobody takes
/// it for an approval, nor an approval for it.
package struct RehearsalStatement: Equatable, Sendable {
    package static let version: UInt64 = 1

    /// What was applied.
    package var configuration: RehearsedConfiguration
    /// The names of the environments that it was judged in; ordered.
    package var environments: [String]
    /// Of the state that it was applied to.
    package var lineage: ByteString
    /// When that had ended.
    package var applied: Moment
    /// Who applied it.
    package var by: ApprovalStatement.Requester
    /// The digest of the record's line about it.
    package var line: String

    package init(
        configuration: RehearsedConfiguration, environments: [String], lineage: ByteString,
        applied: Moment, by: ApprovalStatement.Requester, line: String
    ) {
        self.configuration = configuration
        self.environments = environments
        self.lineage = lineage
        self.applied = applied
        self.by = by
        self.line = line
    }
}

/// Digests of a configuration, of which one applied elsewhere is compared with another.
package struct RehearsedConfiguration: Equatable, Sendable {
    /// Of the root module's files.
    package var root: String
    /// Of the files of all modules that the root module calls, and those call, by name.
    package var modules: String

    package init(root: String, modules: String) {
        self.root = root
        self.modules = modules
    }
}

extension RehearsalStatement {
    package var value: JSONValue {
        .members { statement in
            statement["applied"] = .text(applied.inRFC3339)
            statement["by"] = .members { who in
                who["actors"] = .array(by.actors.map(JSONValue.text))
                who["host"] = .text(by.host)
                who["user"] = .text(by.user)
            }
            statement["environments"] = .array(environments.map(JSONValue.text))
            statement["kind"] = .text("rehearsal")
            statement["line"] = .text(line)
            statement["lineage"] = .string(lineage)
            statement["modules"] = .text(configuration.modules)
            statement["root"] = .text(configuration.root)
            statement["version"] = .number(ByteString(String(Self.version)))
        }
    }

    /// Nil where the value is not one that `value` could be.
    package init?(_ value: JSONValue) {
        guard value["version"]?.unsigned == Self.version, value["kind"]?.text == "rehearsal",
            let applied = value["applied"]?.text.flatMap({ Moment(inRFC3339: $0) }),
            let who = value["by"], let user = who["user"]?.text, let host = who["host"]?.text,
            let actors = who["actors"]?.textList,
            let environments = value["environments"]?.textList,
            let line = value["line"]?.text, let lineage = value["lineage"]?.textBytes,
            let modules = value["modules"]?.text, let root = value["root"]?.text
        else { return nil }
        self.init(
            configuration: RehearsedConfiguration(root: root, modules: modules),
            environments: environments, lineage: lineage, applied: applied,
            by: ApprovalStatement.Requester(user: user, host: host, actors: actors), line: line)
        // Nothing is there besides, and nothing is spelled in another way.
        guard CanonicalJSON.bytes(of: self.value) == CanonicalJSON.bytes(of: value) else {
            return nil
        }
    }

    /// The bytes that are signed; nil where a text in it is none.
    package var bytes: [UInt8]? { CanonicalJSON.bytes(of: value) }
}

/// What a file `….rehearsal` holds: a statement, and a signature over its bytes.
package struct Rehearsal: Equatable, Sendable {
    package let statement: RehearsalStatement
    /// As `ssh-keygen -Y sign` wrote it.
    package let signature: [UInt8]

    package init(statement: RehearsalStatement, signature: [UInt8]) {
        self.statement = statement
        self.signature = signature
    }

    package var bytes: [UInt8]? {
        let value = JSONValue.members { rehearsal in
            rehearsal["signature"] = .string(ByteString(bytes: signature))
            rehearsal["statement"] = statement.value
            rehearsal["tfguard"] = .text("rehearsal")
        }
        return CanonicalJSON.bytes(of: value).map { $0 + [UInt8(ascii: "\n")] }
    }

    /// Nil where the bytes are not exactly a rehearsal's.
    package init?(_ bytes: [UInt8]) {
        guard bytes.last == UInt8(ascii: "\n"),
            let value = CanonicalJSON.value(of: Array(bytes.dropLast())),
            let statement = value["statement"].flatMap(RehearsalStatement.init),
            let signature = value["signature"]?.textBytes
        else { return nil }
        self.init(statement: statement, signature: signature.bytes)
        guard self.bytes == bytes else { return nil }
    }
}
