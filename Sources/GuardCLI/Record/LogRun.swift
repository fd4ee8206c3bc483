import Diagnostics
import GuardCore
import GuardSystem
import TerraformPlan

/// What `tfguard log` is to do.
struct LogOptions: Equatable, Sendable {
    enum Action: Equatable, Sendable {
        /// All runs, or all that one line says.
        case show(Int?)
        /// The last runs.
        case tail(Int)
        case verify
        case stats
    }

    var action = Action.show(nil)
    /// Heads that were kept elsewhere, or their first digits.
    var heads: [String] = []
    /// A copy of a record, in the record's place.
    var file: String?
    /// The lines as they stand there.
    var isJSON = false
}

/// `tfguard log`: shows the record, and checks that nobody has changed it.
struct LogRun: Sendable {
    let options: LogOptions
    let environment: Environment

    /// Does what was asked for.
    ///
    /// - Returns: success, or `declined` where the record is not whole.
    /// - Throws: a refusal where there is no record, or where it cannot be read.
    func run() throws(Refusal) -> ExitStatus {
        let place = try options.file == nil ? recordPlace(environment) : nil
        let contents =
            if let place { try RecordContents(place) } else {
                try RecordContents(file: options.file ?? "")
            }
        switch options.action {
        case .verify:
            return try verify(contents, secondHead: place.flatMap { RecordFile.secondHead($0) })
        case .stats:
            let lines = contents.lines
            try print(
                logStatistics(RecordedRun.attempts(in: lines), lines: lines, width: console.width))
        case .show(let number?):
            guard let line = contents.lines.first(where: { $0.number == number }) else {
                throw .usage("No such line", "The record has no line \(number).")
            }
            if options.isJSON {
                try print(text(of: [line]))
            } else {
                try print(logEntry(line.value, width: console.width))
            }
        case .show(nil):
            try show(contents.lines, last: nil)
        case .tail(let count):
            try show(contents.lines, last: count)
        }
        return .success
    }

    private var console: Console { Console(.output, environment: environment) }

    private func show(_ lines: [AuditLine], last: Int?) throws(Refusal) {
        if options.isJSON {
            try print(text(of: last.map { lines.suffix($0) } ?? lines[...]))
        } else {
            let runs = RecordedRun.attempts(in: lines)
            try print(
                logTable(last.map { Array(runs.suffix($0)) } ?? runs, width: console.width))
        }
    }

    private func text(of lines: some Sequence<AuditLine>) -> String {
        lines.map { String(decoding: $0.text, as: UTF8.self) + "\n" }.joined()
    }

    // MARK: Verifying

    private func verify(
        _ contents: RecordContents, secondHead: (number: Int, digest: ByteString)?
    ) throws(Refusal) -> ExitStatus {
        let kept = secondHead.map { [$0.digest] } ?? []
        let given = options.heads.map { ByteString($0) }
        let chain = contents.chain(anchors: given + kept, isPart: options.file != nil)
        if let fault = chain.fault {
            try say([
                "\(fault.file) line \(fault.line): \(fault.description)",
                "\(chain.count) lines before it are as they were written. What follows cannot be "
                    + "trusted.",
            ])
            return .declined
        }
        guard let head = chain.head else {
            let isEmptied = secondHead != nil || !given.isEmpty
            try say([
                isEmptied
                    ? "The record is empty, and was not always: its lines have been taken away."
                    : "The record is empty."
            ])
            return isEmptied ? .declined : .success
        }
        if let missing = chain.missingAnchors.first {
            let whose = given.contains(missing) ? "-head" : "the second head beside the record"
            try say([
                "No line has the digest \(shortHead(missing)) of \(whose): the record ends with "
                    + "line \(head.number), and its end was cut off or written anew."
            ])
            return .declined
        }
        var words = [
            "\(chain.count) lines, each as it was written, follow one another. "
                + "Head: line \(head.number), \(head.digest)"
        ]
        if let first = chain.first, first > 1 {
            words.append("Lines before \(first) are not there.")
        }
        words += anchorWords(chain, given: given, head: head.number)
        if let clock = chain.setBack { words.append(clockWords(clock)) }
        try say(words)
        return .success
    }

    private func anchorWords(_ chain: AuditChain, given: [ByteString], head: Int) -> [String] {
        guard let anchored = chain.anchored else {
            return [
                "Not anchored: a record that was cut off or written anew from some line on looks "
                    + "the same. Give a head that was kept elsewhere: -head=HASH."
            ]
        }
        guard given.isEmpty else {
            return ["Anchored up to line \(anchored) by -head."]
                + (anchored < head ? ["Not anchored: what follows line \(anchored)."] : [])
        }
        return [
            "Anchored up to line \(anchored) by the second head alone, which lies beside the "
                + "record. Give a head that was kept elsewhere to be sure: -head=HASH."
        ]
    }

    /// Where the clock of whoever wrote went back; the order of the lines is what counts.
    private func clockWords(_ clock: ClockSetBack) -> String {
        "Line \(clock.line) says that it was written at \(clock.time.inRFC3339), and a line before it "
            + "says \(clock.before.inRFC3339): the clock had been set back."
    }

    private func say(_ paragraphs: [String]) throws(Refusal) {
        var block = TextBlock(width: console.width)
        for paragraph in paragraphs { block.paragraph([.prose(paragraph)]) }
        try print(block)
    }

    private func print(_ block: TextBlock) throws(Refusal) {
        try print(block.rendered(console.style))
    }

    private func print(_ text: String) throws(Refusal) {
        try refusing { () throws(SystemError) in
            try StandardStream.output.write(Array(text.utf8))
        }
    }
}

/// Where the record of this folder lies, as far as its policy says.
func recordPlace(_ environment: Environment) throws(Refusal) -> RecordPlace {
    let directory = try RootModule(chdir: nil, environment: environment).directory
    let settings = try loadPolicy(for: directory, extra: []).policy.recordSettings
    return try RecordPlace(path: settings.path, environment: environment)
}
