import Diagnostics
import GuardCore
import GuardSystem

/// A record that is kept elsewhere, for machines that forget: `audit.sync` of the policy.
///
/// The program is run with two more arguments, and keeps what tells one version of the record from
/// another in a file beside it:
///
///     s3-sync s3://courses-audit/audit.jsonl fetch FILE   writes FILE, or removes it where there is none
///     s3-sync s3://courses-audit/audit.jsonl store FILE   stores FILE if nobody has stored meanwhile
///
/// It ends with 0, with 75 (`EX_TEMPFAIL` of sysexits.h) where somebody has, or with anything else
/// where that did not work. Then the last line is written once more behind what the other has stored.
///
/// All of it is done while the record is held open, so that of several runs on one machine each
/// fetches, writes and stores alone.
struct RecordSync {
    let program: PolicyProgram
    let place: RecordPlace

    enum Outcome: Equatable {
        case done
        case overtaken
        case failed(String)
    }

    private static let patience = Duration.seconds(60)
    static let mostTries = 20

    /// How long others may have to wait for the record.
    static let turn = Duration.seconds(180)

    /// Takes the record over that is kept elsewhere.
    ///
    /// - Parameters:
    ///   - file: the record, which is that one afterwards.
    ///   - unstored: lines at its end that were written since it was last stored; they are left out.
    /// - Returns: whether that was possible.
    func fetch(into file: inout RecordFile, without unstored: [RecordedLine] = []) -> Outcome {
        do throws(SystemError) {
            let outcome = run("fetch", place.fetched)
            guard outcome == .done else { return outcome }
            try takeVersion()
            guard try place.fetched.factsIfThere(links: .refuse) != nil else {
                try file.take([], AuditChain(isPart: true), without: unstored)
                return .done
            }
            let theirs = try readFile(place.fetched, limit: 1 << 30, links: .refuse)
            try place.fetched.remove()
            let stored = RecordFile.head(at: place.stored)
            var chain = AuditChain(anchors: stored.map { [$0.digest] } ?? [], isPart: true)
            chain.check(theirs, name: "the fetched record")
            if let fault = chain.fault {
                return .failed("line \(fault.line) of what was fetched: \(fault.description)")
            }
            try file.take(theirs, chain, without: unstored)
            return .done
        } catch {
            return .failed("\(error)")
        }
    }

    /// Stores the record as it is now.
    func store(_ file: borrowing RecordFile) -> Outcome {
        let outcome = run("store", place.file)
        // Where that cannot be kept, a later fetch has less to hold against what it finds.
        if outcome == .done { try? place.stored.replaceContents(with: headText(file.head)) }
        return outcome
    }

    private func run(_ action: String, _ file: FilePath) -> Outcome {
        let arguments = [action, String(decoding: file.bytes, as: UTF8.self)]
        let run = program.run(with: arguments, within: Self.patience)
        switch run.termination {
        case .exited(0): return .done
        case .exited(75): return .overtaken
        case .exited, .signalled, nil: return .failed(run.words)
        }
    }

    /// What the program knows the fetched version by is that of the record's file from now on.
    private func takeVersion() throws(SystemError) {
        guard try place.fetchedVersion.factsIfThere(links: .refuse) != nil else { return }
        try place.fetchedVersion.move(to: place.version)
    }
}

extension RecordFile {
    /// Goes on behind what was fetched.
    ///
    /// Lines that only this machine has stay where they follow the others; else they are put aside.
    fileprivate mutating func take(
        _ theirs: [UInt8], _ chain: AuditChain, without unstored: [RecordedLine]
    ) throws(SystemError) {
        let stored = RecordFile.head(at: place.stored)
        let ours = try readFile(place.file, limit: 1 << 30, links: .refuse)
        if !ours.starts(with: theirs) {
            let written = ours.dropLast(unstored.reduce(0) { $0 + $1.text.count })
            let isContradicted = !theirs.starts(with: written)
            if isContradicted { try place.file.move(to: place.aside) }
            try place.file.replaceContents(with: theirs)
            if let head = chain.head { try place.head.replaceContents(with: headText(head)) }
            try reopen()
            if isContradicted { note(.aside(place.aside)) }
        }
        if let head = chain.head { try? place.stored.replaceContents(with: headText(head)) }
        guard let stored, chain.head == nil || !chain.missingAnchors.isEmpty else { return }
        let end = chain.head.map { "ends with line \($0.number)" } ?? "is empty"
        note(
            .damage(
                "The record that was fetched \(end), and has not line \(stored.number) as it was "
                    + "stored from this machine: somebody has cut it off, or written it anew."))
    }
}
