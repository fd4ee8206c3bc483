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
struct RecordSync {
    let program: [String]
    let place: RecordPlace
    let environment: Environment

    enum Outcome: Equatable {
        case done
        case overtaken
        case failed(String)
    }

    private static let patience = Duration.seconds(60)
    static let mostTries = 20

    /// Takes the record over that is kept elsewhere.
    ///
    /// Lines that only this machine has are kept where they follow the other's; else the file is put
    /// aside, because one of two records that contradict each other was changed.
    func fetch() -> Outcome {
        guard let fetched = FilePath(bytes: place.file.bytes + Array(".fetched".utf8)) else {
            return .failed("The record's path is too long")
        }
        do throws(SystemError) {
            if let (base, name) = place.folder { _ = try userFolder(name, below: base) }
            let outcome = run("fetch", fetched)
            guard outcome == .done else { return outcome }
            try takeVersion(of: fetched)
            guard try fetched.factsIfThere(links: .refuse) != nil else { return .done }
            let theirs = try readFile(fetched, limit: 1 << 30, links: .refuse)
            var chain = AuditChain(isPart: true)
            chain.check(theirs, name: "the fetched record")
            if let fault = chain.fault {
                return .failed("Line \(fault.line) of what was fetched: \(fault.description)")
            }
            let ours =
                try place.file.factsIfThere(links: .refuse) == nil
                ? [] : try readFile(place.file, limit: 1 << 30, links: .refuse)
            if ours.starts(with: theirs) {
                try fetched.remove()
                return .done
            }
            if !theirs.starts(with: ours) {
                try place.file.move(to: place.asideName)
            }
            try place.file.replaceContents(with: theirs)
            if let head = chain.head {
                try place.head.replaceContents(with: Array("\(head.number) \(head.digest)\n".utf8))
            }
            try fetched.remove()
            return .done
        } catch {
            return .failed("\(error)")
        }
    }

    /// Stores the record as it is now.
    func store() -> Outcome { run("store", place.file) }

    private func run(_ action: String, _ file: FilePath) -> Outcome {
        let words = program + [action, String(decoding: file.bytes, as: UTF8.self)]
        let run = runProgram(words, input: [], environment, within: Self.patience)
        switch run.termination {
        case .exited(0): return .done
        case .exited(75): return .overtaken
        case .exited, .signalled, nil: return .failed(run.words)
        }
    }

    /// What the program knows the fetched version by is that of the record's file from now on.
    private func takeVersion(of fetched: FilePath) throws(SystemError) {
        guard let from = FilePath(bytes: fetched.bytes + Array(".version".utf8)),
            let to = FilePath(bytes: place.file.bytes + Array(".version".utf8)),
            try from.factsIfThere(links: .refuse) != nil
        else { return }
        try from.move(to: to)
    }
}

extension RecordPlace {
    /// Where a record is put that contradicts the one that was fetched.
    fileprivate var asideName: FilePath {
        FilePath(bytes: file.bytes + Array(".aside-\(Host.processID)".utf8)) ?? file
    }
}
