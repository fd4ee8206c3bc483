import GuardCore
import TerraformPlan

/// What `tfguard posture` found: five counts, each with its evidence and how to lower it.
struct PostureReport {
    /// One thing that counts, or several of a kind.
    struct Evidence {
        /// A file, an address, a verb.
        let place: String
        let says: String
        /// How much it adds to the count; 0 for what is only good to know.
        var weight = 1
    }

    struct Row {
        let question: PostureQuestion
        var evidence: [Evidence] = []
        /// What could not be looked at, in whole sentences without a full stop.
        var unknown: [String] = []
        /// False where what would be counted is not known at all.
        var isCounted = true
        /// How the count goes down, in whole sentences without a full stop.
        var remedies: [String] = []
        /// What the caller still finds well.
        var limit: Int?

        var count: Int { evidence.reduce(0) { $0 + $1.weight } }

        /// Whether it is more than the caller finds well, as what nobody could count may be.
        var isAbove: Bool { limit.map { count > $0 || !isCounted } ?? false }

        init(_ question: PostureQuestion) {
            self.question = question
        }
    }

    let directory: ByteString
    let workspace: ByteString
    let environments: [RecognisedEnvironment]
    /// What was counted, in a sentence.
    let basis: String
    var rows: [Row]

    var isAbove: Bool { rows.contains(where: \.isAbove) }
}

// MARK: - As text

extension PostureReport {
    var json: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("schema", 1)
            json.member("directory", directory.description)
            json.member("workspace", workspace.description)
            json.key("environments")
            json.array(environments) { json, environment in
                json.object { json in
                    json.member("name", environment.name)
                    json.member("by", environment.by)
                }
            }
            json.member("basis", basis)
            json.member("above", isAbove)
            json.key("rows")
            json.array(rows) { json, row in
                json.object { json in
                    json.member("name", row.question.rawValue)
                    json.member("what", row.question.words)
                    json.member("count", row.count)
                    json.member("counted", row.isCounted)
                    json.member("max", row.limit)
                    json.member("above", row.isAbove)
                    json.key("evidence")
                    json.array(row.evidence) { json, evidence in
                        json.object { json in
                            json.member("place", evidence.place)
                            json.member("says", evidence.says)
                            json.member("counts", evidence.weight)
                        }
                    }
                    json.key("lower")
                    json.array(row.remedies) { json, remedy in json.value(remedy) }
                    json.key("unknown")
                    json.array(row.unknown) { json, sentence in json.value(sentence) }
                }
            }
        }
        return json.bytes + [0x0a]
    }

    var markdown: String {
        let code = { (text: String) in MarkdownText.code(printable(text)) }
        var text = "# Posture of \(code(directory.description))\n\n"
        text += "Workspace \(code(workspace.description)); \(MarkdownText.prose(places)). "
        text += MarkdownText.prose(basis) + ".\n\n| count | what |\n|--:|---|\n"
        for row in rows {
            text += "| \(row.countText) | \(row.question.words)\(row.verdict) |\n"
        }
        for row in rows {
            text += "\n## \(row.question.words): \(row.countText)\n\n"
            for evidence in row.evidence {
                text += "- \(code(evidence.place)): \(MarkdownText.prose(evidence.says))\n"
            }
            if row.evidence.isEmpty { text += "Nothing was found.\n" }
            if !row.remedies.isEmpty { text += "\nTo lower it:\n\n" }
            for remedy in row.remedies { text += "- \(MarkdownText.prose(remedy)).\n" }
            if !row.unknown.isEmpty { text += "\nNot known:\n\n" }
            for sentence in row.unknown { text += "- \(MarkdownText.prose(sentence)).\n" }
        }
        return text
    }

    func text(width: Int) -> TextBlock {
        var block = TextBlock(width: width)
        block.paragraph([.prose("Posture of "), .exact(directory.bytes, .strong)])
        block.paragraph([
            .prose("Workspace "), .exact(workspace.bytes), .prose("; \(places). \(basis)."),
        ])
        for row in rows {
            block.gap()
            block.paragraph([
                .prose("\(row.question.words): \(row.countText)\(row.verdict)", .strong)
            ])
            for evidence in row.evidence {
                block.paragraph(
                    [.exact(Array(evidence.place.utf8)), .prose(": \(evidence.says)")],
                    label: .shown("  -", .faint), indent: 4)
            }
            for (number, remedy) in row.remedies.enumerated() {
                block.paragraph(
                    [.prose(remedy + ".")],
                    label: .shown(number == 0 ? "  To lower it" : " ", .faint), indent: 16)
            }
            for (number, sentence) in row.unknown.enumerated() {
                block.paragraph(
                    [.prose(sentence + ".")],
                    label: .shown(number == 0 ? "  Not known" : " ", .faint), indent: 16)
            }
        }
        return block
    }

    private var places: String {
        environments.isEmpty
            ? "no environment"
            : environments.map { "\($0.name) by \($0.by)" }.joined(separator: ", ")
    }
}

extension PostureReport.Row {
    /// `?` where there was nothing to count by.
    fileprivate var countText: String { isCounted ? String(count) : "\(count)?" }

    fileprivate var verdict: String {
        guard let limit else { return "" }
        return isAbove ? " (above \(limit))" : " (at most \(limit))"
    }
}
