import Foundation
import TestSupport
import Testing

/// Hundreds of plans that other projects keep: each is judged, or refused with a reason.
@Suite(.requires(.planCorpus, .python)) struct PlanCorpusTests {
    @Test func `every plan is judged as an independent reading says, or refused with a reason`()
        throws
    {
        let corpus = try Requirement.planCorpus.path()
        let files = try FileManager.default.subpathsOfDirectory(atPath: corpus)
            .filter { $0.hasSuffix(".json") || $0.hasSuffix(".golden") }.sorted()
        #expect(files.count >= 650)
        let folder = try TemporaryDirectory()
        let environment = ChildEnvironment(home: folder.path)
        let tool = try ToolUnderTest.path()

        var judged = 0
        var withLosses = 0
        var repeated: [String] = []
        for file in files {
            let path = "\(corpus)/\(file)"
            let result = try run(
                tool, ["check", "-format=json", path], environment: environment,
                directory: folder.path)
            let bytes = try #require(FileManager.default.contents(atPath: path))
            let expected = IndependentReading(of: bytes)
            guard case .exited(let status) = result.status else {
                Issue.record("\(file): \(result.status)")
                continue
            }
            switch (expected, status) {
            case (.plan(let lost), 0), (.plan(let lost), 3), (.plan(let lost), 4),
                (.plan(let lost), 5):
                let verdict = try object(result.standardOutput)
                #expect(try losses(of: verdict) == lost, "\(file)")
                if !lost.isEmpty {
                    #expect(status != 0 || isWarned(verdict), "\(file): \(result)")
                    withLosses += 1
                }
                judged += 1
            case (.refusable(let why), 65):
                #expect(!result.errors.isEmpty, "\(file) is refused without a word: \(why)")
            case (.plan, 65) where try hasRepeatedKey(path):
                // Foundation takes one of two values and does not say so.
                repeated.append(file)
            case (.plan, _), (.refusable, _):
                Issue.record("\(file) is \(expected), and yet: \(result)")
            }
        }
        // Not all of the folder can have been refused, nor all of it harmless.
        #expect(judged > 550)
        #expect(withLosses > 50)
        print(
            "\(files.count) plans: \(judged) judged, \(withLosses) with losses; the others refused, "
                + "for keys that stand there twice: \(repeated)")
    }

    /// Whether some object has a key twice, as Python's reader sees it.
    private func hasRepeatedKey(_ path: String) throws -> Bool {
        let script = """
            import json, sys
            def check(pairs):
                if len(dict(pairs)) != len(pairs): sys.exit(9)
            json.load(open(sys.argv[1]), object_pairs_hook=check)
            """
        let result = try run(
            Requirement.python.path(), ["-c", script, path],
            environment: ChildEnvironment(home: NSHomeDirectory()))
        return result.status == .exited(9)
    }

    /// What the report calls a loss of an object: its address and deposed key.
    private func losses(of verdict: [String: Any]) throws -> Set<Loss> {
        let changes = try #require(verdict["changes"] as? [[String: Any]])
        let lost = try changes.filter { change in
            let effects = try #require(change["effects"] as? [String])
            return !Set(effects).isDisjoint(with: ["delete", "replace", "forget", "drift-loss"])
        }
        return Set(
            try lost.map {
                Loss(
                    address: try #require($0["address"] as? String),
                    deposed: $0["deposed"] as? String)
            })
    }

    private func isWarned(_ verdict: [String: Any]) -> Bool {
        verdict["decision"] as? String == "warn" || verdict["decision"] as? String == "allow"
    }
}

struct Loss: Hashable {
    let address: String
    let deposed: String?
}

/// What a reader that shares nothing with tfguard's makes of a file: Foundation's.
enum IndependentReading {
    case plan(lost: Set<Loss>)
    case refusable(String)

    init(of bytes: Data) {
        let parsed = try? JSONSerialization.jsonObject(with: bytes)
        guard let document = parsed as? [String: Any] else {
            self = .refusable("not one JSON object")
            return
        }
        for key in ["planned_values", "configuration"] where document[key] == nil {
            self = .refusable("without \(key), so no plan")
            return
        }
        guard (document["errored"] as? Bool) != true else {
            self = .refusable("errored")
            return
        }
        let version = document["format_version"] as? String ?? ""
        guard ["0", "1"].contains(version.prefix { $0 != "." }) else {
            self = .refusable("of the format \"\(version)\"")
            return
        }
        var lost: Set<Loss> = []
        for (key, losing) in [
            ("resource_changes", Set(["delete", "forget"])), ("resource_drift", ["delete"]),
        ] {
            for row in document[key] as? [[String: Any]] ?? [] {
                let change = row["change"] as? [String: Any]
                let actions = change?["actions"] as? [String] ?? []
                guard !actions.isEmpty, Self.knownActions.isSuperset(of: actions) else {
                    self = .refusable("with the actions \(actions)")
                    return
                }
                // Some hand-made rows lack the mode: what may be managed counts.
                if row["mode"] as? String ?? "managed" == "managed",
                    !losing.isDisjoint(with: actions)
                {
                    lost.insert(
                        Loss(address: Self.address(of: row), deposed: row["deposed"] as? String))
                }
            }
        }
        self = .plan(lost: lost)
    }

    /// Terraform 1.0 wrote drift without addresses; the other keys make one.
    private static func address(of row: [String: Any]) -> String {
        if let address = row["address"] as? String { return address }
        let parts = ["module_address", "type", "name"].compactMap { row[$0] as? String }
        let index =
            (row["index"] as? Int).map { "[\($0)]" }
            ?? (row["index"] as? String).map { "[\"\($0)\"]" } ?? ""
        return parts.joined(separator: ".") + index
    }

    private static let knownActions: Set = [
        "no-op", "create", "read", "update", "delete", "forget", "open",
    ]
}
