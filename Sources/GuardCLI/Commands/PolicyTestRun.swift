import Diagnostics
import GuardCore
import GuardSystem
import Synchronization
import TerraformPlan

/// `tfguard policy test`: runs the tests of policies.
///
/// What is tested is the policy as it would be once it is merged, on any machine: its files count as
/// anchored, and the machine's own policy in `/etc/tfguard` has no say.
struct PolicyTestRun: Sendable {
    /// Files and folders, as typed; none is the current folder.
    let places: [String]
    let messages: Console

    /// Runs every test and prints a line for each.
    ///
    /// - Returns: success where each passed.
    /// - Throws: a refusal where there is none, or a file has an error.
    func run() throws(Refusal) -> ExitStatus {
        let files = try refusing { () throws(SystemError) in try testFiles() }
        var passed = 0
        var failed = 0
        var lines: [String] = []
        // Tests have nothing to do with each other; they are told of in the order of their files.
        let results = Mutex([Result<[Outcome], Refusal>?](repeating: nil, count: files.count))
        onAllProcessors(files.count) { number in
            let result = Result<[Outcome], Refusal> { () throws(Refusal) in
                try load(files[number]).outcomes()
            }
            results.withLock { $0[number] = result }
        }
        for (file, result) in zip(files, results.withLock { $0 }) {
            lines.append(file.description)
            for outcome in try result?.get() ?? [] {
                lines.append("  \(outcome.failures.isEmpty ? "ok  " : "FAIL")  \(outcome.name)")
                lines += outcome.failures.map { "          \($0)" }
                if outcome.failures.isEmpty { passed += 1 } else { failed += 1 }
            }
        }
        guard passed + failed > 0 else {
            throw Refusal(
                .usage, "No test ran",
                "There is no test in \(places.isEmpty ? "this folder" : joined(places)). Tests "
                    + "stand in files called *.tfguardtest.hcl, and a run without any proves "
                    + "nothing.")
        }
        let tests = passed + failed
        lines.append(
            "\(files.count) \(files.count == 1 ? "file" : "files"), \(tests) "
                + "\(tests == 1 ? "test" : "tests"): \(passed) passed, \(failed) failed.")
        let text = lines.map { TerminalText.printable(Array($0.utf8)) + "\n" }.joined()
        try refusing { () throws(SystemError) in
            try StandardStream.output.write(Array(text.utf8))
        }
        return failed == 0 ? .success : .declined
    }

    // MARK: - Finding tests

    private static let ending = ".tfguardtest.hcl"

    private func testFiles() throws(SystemError) -> [FilePath] {
        var found: [FilePath] = []
        for place in places.isEmpty ? ["."] : places {
            guard let path = FilePath(place) else { throw SystemError(.open, nil, code: 2) }
            guard try path.facts().kind == .folder else {
                found.append(path)
                continue
            }
            try collect(below: path, depth: 0, into: &found)
        }
        return found
    }

    /// Without hidden folders: Terraform keeps copies of modules there.
    private func collect(
        below folder: FilePath, depth: Int, into found: inout [FilePath]
    ) throws(SystemError) {
        guard depth < 32 else { return }
        for name in try folder.entries() where name.bytes.first != UInt8(ascii: ".") {
            let path = folder.bytes == [UInt8(ascii: ".")] ? name : folder.appending(name)
            switch try path.facts(links: .refuse).kind {
            case .folder: try collect(below: path, depth: depth + 1, into: &found)
            case .file
            where name.bytes.suffix(Self.ending.utf8.count).elementsEqual(
                Self.ending.utf8):
                found.append(path)
            case .file, .symbolicLink, .pipe, .socket, .characterDevice, .blockDevice, .unknown:
                break
            }
        }
    }

    // MARK: - Reading

    private struct Outcome: Sendable {
        let name: String
        /// Nothing where it passed.
        let failures: [String]
    }

    /// A file of tests with all that they need.
    private struct LoadedTests: Sendable {
        let tests: [PolicyTest]
        /// Those of each test that names a file.
        let plans: [Plan?]
        let policy: Policy
        let folder: FilePath

        func outcomes() -> [Outcome] {
            tests.indices.map { number in
                let test = tests[number]
                let directory = FilePath(test.directory).map { folder.appending($0).withoutDots }
                let failures = test.failures(
                    with: plans[number], under: policy,
                    in: ByteString(bytes: (directory ?? folder).bytes))
                return Outcome(name: test.name, failures: failures)
            }
        }
    }

    private func load(_ path: FilePath) throws(Refusal) -> LoadedTests {
        let (bytes, folder) = try refusing { () throws(SystemError) in
            let real = try path.resolved()
            return (try readFile(real, limit: largestPolicy), real.parent ?? "/")
        }
        let source = SourceFile(name: path.description, bytes: bytes)
        let (file, diagnostics) = readPolicyTests(source)
        guard let file else { throw Refusal(.policyError, diagnostics) }
        var plans: [Plan?] = []
        for test in file.tests { plans.append(try plan(of: test, in: folder)) }
        return LoadedTests(
            tests: file.tests, plans: plans, policy: try policyUnderTest(file.policy, in: folder),
            folder: folder)
    }

    private func plan(of test: PolicyTest, in folder: FilePath) throws(Refusal) -> Plan? {
        guard let name = test.planFile else { return nil }
        let file: FileDescriptor
        do throws(SystemError) {
            guard let typed = FilePath(name) else { throw SystemError(.open, nil, code: 2) }
            file = try FileDescriptor.open(folder.appending(typed))
        } catch {
            let detail =
                "\(error) A path is relative to the folder of the test's file, and leads to the "
                + "output of terraform show -json."
            throw Refusal(
                .policyError,
                [Diagnostic("The plan of a test cannot be read", detail: detail, at: test.range)])
        }
        var source = DescriptorSource(file)
        return try readPlanText(from: &source, name: name)
    }
}

/// The policy that tests are about: a file in the project's place, or the folder's own.
private func policyUnderTest(
    _ name: String?, in folder: FilePath
) throws(Refusal) -> Policy {
    var family = PolicyFamily()
    try collecting {
        guard let name else {
            let files = try projectPolicies(from: folder, asOf: nil)
            for (distance, path) in files.enumerated() {
                try family.add(path, layer: .project, distance: distance)
            }
            return
        }
        guard let path = FilePath(name) else {
            throw Refusal(.policyError, "No policy of that name", "\"\(name)\" names no file.")
        }
        try family.add(folder.appending(path), layer: .project)
    }
    return try policy(adding: family.sources.map(\.anchored)).policy
}

extension PolicySource {
    /// As it is once it has been merged.
    fileprivate var anchored: PolicySource {
        PolicySource(
            layer: layer, file: file, directory: directory, distance: distance, isAnchored: true,
            isShipped: isShipped)
    }
}
