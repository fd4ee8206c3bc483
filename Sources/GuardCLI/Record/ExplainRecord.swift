import Diagnostics
import GuardCore
import GuardSystem
import TerraformPlan

/// `tfguard explain` without a plan: why the last run here was judged as it was, from the record.
///
/// The plan itself is not kept, because it holds every secret in clear; the record has what was
/// found, which addresses it was about and by which policies.
struct ExplainRecordRun: Sendable {
    let options: ExplainOptions
    let environment: Environment

    /// Finds the last judgement of this folder and workspace, and prints what the record says of it.
    ///
    /// - Returns: success, whatever the verdict was.
    /// - Throws: a refusal where nothing was judged here, or nothing said of the address.
    func run() throws(Refusal) -> ExitStatus {
        let console = Console(.output, environment: environment, hasColor: !options.check.noColor)
        let module = try RootModule(chdir: options.check.chdir, environment: environment)
        let policy = try loadPolicy(for: module.directory, extra: []).policy
        let place = try RecordPlace(path: policy.recordSettings.path, environment: environment)
        let contents = try RecordContents(place)
        let statePlace = module.statePlace(module.backendIdentity(environment))
        let lines = contents.lines
        let judged = lines.last { line in
            judgedKinds.contains(line.kind)
                && (line.place == statePlace || line.value.isJudged(in: module))
        }
        guard let judged else {
            throw .usage(
                "Nothing was judged here",
                "The record has no run in workspace \(printable(module.workspace.description)) of "
                    + "\(module.directory). Give the plan: tfguard explain -plan=PLAN.")
        }
        var recorded = RecordedJudgement(judged)
        recorded.outcome = RecordedRun.all(in: lines).first { $0.number == judged.number }
        recorded.changedPolicies = recorded.policiesUnlike(policy.digests)
        recorded.isBroken = isBroken(contents, place)
        guard let text = recorded.text(about: options.address, width: console.width) else {
            throw .usage(
                "Nothing recorded of that address",
                "Line \(judged.number) of the record says nothing of "
                    + "\"\(printable(options.address ?? ""))\": it was let pass, or was not in the "
                    + "plan, which is not kept. Give the plan: tfguard explain -plan=PLAN ADDRESS.")
        }
        let bytes = Array(text.rendered(console.style).utf8)
        try refusing { () throws(SystemError) in try StandardStream.output.write(bytes) }
        return .success
    }

    private func isBroken(_ contents: RecordContents, _ place: RecordPlace) -> Bool {
        var chain = AuditChain(anchors: RecordFile.secondHead(place).map { [$0.digest] } ?? [])
        for file in contents.files { chain.check(file.bytes, name: file.name) }
        return chain.fault != nil || !chain.missingAnchors.isEmpty
    }
}

/// The kinds of lines that hold a verdict: what was let pass, and what was not.
private let judgedKinds = ["intent", "refused"]

extension JSONValue {
    /// Whether a line of the record is about a folder and its workspace.
    fileprivate func isJudged(in module: RootModule) -> Bool {
        self["directory"]?.textBytes?.bytes == module.directory.bytes
            && self["state"]?["workspace"]?.textBytes == module.workspace
    }
}
