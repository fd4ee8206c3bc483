import Diagnostics
import GuardCore
import TerraformPlan

/// How much is said of the changes that somebody has to look at.
struct ListDetail: Equatable {
    /// Whether each has its address on a line of its own.
    var isSpread = true
    /// Whether causes, rules and remedies are given for what is not critical.
    var notesLesser = true
    /// Whether remedies are given for findings about the plan as a whole.
    var notesPlan = true
    /// How many that are not critical are listed before the rest is counted; nil for all.
    var mostLesser: Int?
}

/// Draws the changes that somebody has to look at.
///
/// Changes of which the same is said stand together, and it is said once below them:
///
///     DESTROY  courses-prod  aws_db_instance.courses
///     DESTROY  grades-prod   aws_db_instance.grades
///       Why       It is no longer in the configuration.
///       Rule      critical-loss (builtin:default): Applying again does not bring it back.
///       Recovery  From the last snapshot, within hours.
///       Instead   Write a removed block, and Terraform lets go of it.
///
/// A critical loss is always drawn, with all that is said of it; the rest as the detail says.
struct ConcernList {
    private static let margin = 10
    private static let noteMargin = 13
    /// Names up to this wide have their addresses in a column.
    private static let widestColumn = 32

    private let detail: ListDetail
    private(set) var block: TextBlock

    init(_ concerns: GroupedConcerns, detail: ListDetail, width: Int) {
        self.detail = detail
        block = TextBlock(width: width)
        for group in concerns.critical {
            draw(group, first: group.concerns.count, notes: true)
        }
        var left = detail.mostLesser ?? concerns.lesserCount
        var folded: [Concern] = []
        for group in concerns.lesser {
            let listed = min(left, group.concerns.count)
            if listed > 0 { draw(group, first: listed, notes: detail.notesLesser) }
            folded += group.concerns.dropFirst(listed)
            left -= listed
        }
        if !folded.isEmpty { drawFold(folded) }
    }

    private mutating func draw(_ group: ConcernGroup, first count: Int, notes: Bool) {
        if notes { block.gap() }
        let concerns = group.concerns.prefix(count)
        let column = column(for: concerns)
        for concern in concerns {
            drawHeading(of: concern, column: column)
            if !notes {
                for risk in concern.judged.risks { block.paragraph(risk, indent: Self.margin) }
            }
            guard notes && group.why == nil else { continue }
            for paragraph in concern.explanation {
                block.paragraph(paragraph, indent: Self.margin)
            }
        }
        guard notes else { return }
        for (number, why) in (group.why ?? []).enumerated() { note(number == 0 ? "Why" : "", why) }
        for rule in group.notes.rules { note("Rule", rule) }
        if let rules = group.notes.weakerRules { note("Also", [.prose(rules)]) }
        if let recovery = group.notes.recovery { note("Recovery", [.prose(recovery)]) }
        if let moved = group.notes.moved { drawAdvice(moved) }
        for remedy in group.notes.remedies { note("Instead", [.prose(remedy)]) }
    }

    private mutating func drawHeading(of concern: Concern, column: Int) {
        let judged = concern.judged
        let label = TextRun.shown(
            " " + judged.outcome.label, judged.isLoss ? .danger : .caution)
        let address = judged.change.address.bytes
        guard let name = concern.name else {
            block.paragraph(
                [.exact(address, .strong)] + standing(of: judged), label: label,
                indent: Self.margin)
            return
        }
        if detail.isSpread {
            block.paragraph(
                [.shown(name, .strong)] + standing(of: judged), label: label, indent: Self.margin)
            block.paragraph([.exact(address)], indent: Self.margin)
        } else {
            let filler = TextRun.spaces(max(0, column - TerminalText.width(of: name)))
            block.paragraph(
                [.shown(name, .strong), filler, .prose(" "), .exact(address)], label: label,
                indent: Self.margin)
        }
    }

    private func standing(of judged: JudgedChange) -> [TextRun] {
        guard detail.isSpread, let standing = judged.standing else { return [] }
        return [.prose(" (\(standing))")]
    }

    /// The width of the names, where they are short enough for a column.
    private func column(for concerns: ArraySlice<Concern>) -> Int {
        let widest = concerns.compactMap(\.name).map { TerminalText.width(of: $0) }.max() ?? 0
        return widest <= Self.widestColumn ? widest : 0
    }

    private mutating func note(_ name: String, _ runs: [TextRun]) {
        block.paragraph(runs, label: .shown("   " + name, .faint), indent: Self.noteMargin)
    }

    /// A block to be written into the configuration, line by line.
    private mutating func drawAdvice(_ moved: MovedBlock) {
        note(
            "Renamed?",
            [.prose("Something is created that is nearly the same. This block keeps the old one:")])
        for line in moved.lines { note("", [.shown(line, .strong)]) }
    }

    private mutating func drawFold(_ concerns: [Concern]) {
        let words = "and \(concerns.count) more, none critical: \(Concerns.phrase(concerns))."
        block.paragraph([.prose(words)], indent: Self.margin)
    }
}

extension Concern {
    /// What the thing is called outside of Terraform, if it is called something else.
    fileprivate var name: String? {
        guard let identity = judged.identity, identity != judged.change.address else { return nil }
        return TerminalText.printable(identity.bytes)
    }
}
