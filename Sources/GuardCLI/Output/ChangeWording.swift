import GuardCore
import TerraformPlan

/// What a row of a plan comes to for its object, strongest first: the word in the margin.
///
/// A row may have several effects; the strongest one names it, and the others are said in its
/// sentences.
enum Outcome: Int, CaseIterable, Comparable {
    case destroyed
    case replaced
    case forgotten
    case emptied
    case missing
    case disarmed
    case invoked
    case updated
    case created
    case imported
    case moved
    case read
    case deferred
    case kept
    case notUnderstood

    init(_ effects: [Effect]) {
        self = effects.map(Outcome.init).min() ?? .notUnderstood
    }

    private init(_ effect: Effect) {
        self =
            switch effect {
            case .replace: .replaced
            case .delete: .destroyed
            case .forget: .forgotten
            case .lose: .emptied
            case .driftLoss: .missing
            case .disarm: .disarmed
            case .invoke: .invoked
            case .update: .updated
            case .create: .created
            case .import: .imported
            case .move: .moved
            case .read: .read
            case .deferred: .deferred
            case .noOp, .runsCode, .deposed: .kept
            }
    }

    static func < (left: Outcome, right: Outcome) -> Bool { left.rawValue < right.rawValue }

    /// Fits a margin of nine cells.
    var label: String {
        switch self {
        case .replaced: "REPLACE"
        case .destroyed: "DESTROY"
        case .forgotten: "FORGET"
        case .emptied: "LOSE"
        case .missing: "MISSING"
        case .disarmed: "DISARM"
        case .invoked: "RUN"
        case .updated: "UPDATE"
        case .created: "CREATE"
        case .imported: "IMPORT"
        case .moved: "MOVE"
        case .read: "READ"
        case .deferred: "LATER"
        case .kept: "KEEP"
        case .notUnderstood: "UNKNOWN"
        }
    }

    /// What the plan does to this many of them: `destroy 3`.
    ///
    /// The noun, with a space before it, says what they are where that is not clear yet.
    func phrase(_ count: Int, noun: String = "") -> String {
        let amount = "\(count)\(noun)"
        return switch self {
        case .replaced: "replace \(amount)"
        case .destroyed: "destroy \(amount)"
        case .forgotten: "forget \(amount)"
        case .emptied: "lose data or service of \(amount)"
        case .missing: "drop \(amount) that \(count == 1 ? "is" : "are") missing"
        case .disarmed: "disarm \(amount)"
        case .invoked: "run \(count) \(count == 1 ? "action" : "actions")"
        case .updated: "update \(amount)"
        case .created: "create \(amount)"
        case .imported: "import \(amount)"
        case .moved: "move \(amount)"
        case .read: "read \(amount)"
        case .deferred: "put off \(amount)"
        case .kept: "leave \(amount) as \(count == 1 ? "it is" : "they are")"
        case .notUnderstood: "do what tfguard does not understand to \(amount)"
        }
    }

    /// What that means for somebody who does not use these words every day.
    ///
    /// Nil where the word says it all.
    fileprivate var sentence: String? {
        switch self {
        case .replaced: "The old one is destroyed; a new one takes its place."
        case .forgotten: "It lives on, and Terraform no longer knows it."
        case .emptied: "Nothing is deleted, but what it holds is."
        case .missing: "It is not where Terraform left it; applying drops it from the state."
        case .disarmed: "Its protection goes; the next destroy would get through."
        case .invoked: "An action runs, and a plan does not say what it does."
        case .deferred: "Not in this plan; Terraform puts it off."
        case .notUnderstood: "tfguard does not know what this would do."
        case .destroyed, .updated, .created, .imported, .moved, .read, .kept: nil
        }
    }
}

extension JudgedChange {
    var outcome: Outcome { Outcome(effects) }

    /// `critical data`, as far as the catalog knows.
    var standing: String? {
        switch (severity, category) {
        case (nil, nil): nil
        case (let severity?, nil): severity.rawValue
        case (let severity?, .other?): severity.rawValue
        case (nil, let category?): category.words
        case (let severity?, let category?): "\(severity.rawValue) \(category.words)"
        }
    }

    /// What happens to it and why Terraform wants that: a paragraph, and one more for attributes.
    var explanation: [[TextRun]] {
        let attributes = replacedAttributes(of: change)
        let reason = change.actionReason.flatMap { ActionReason(rawValue: $0.description) }
        let isForced =
            !attributes.isEmpty && (reason == nil || reason == .replaceBecauseCannotUpdate)
        let sentences =
            effectSentences + (isForced ? [] : [cause(reason)]).compactMap(\.self)
            + circumstanceSentences
        let paragraph = Array(sentences.joined(separator: [.prose(" ")]))
        return (paragraph.isEmpty ? [] : [paragraph]) + consequenceSentences
            + (isForced ? [forcing(attributes)] : [])
    }

    private var effectSentences: [[TextRun]] {
        var sentences: [[TextRun]] = []
        if outcome == .replaced && effects.contains(.forget) {
            sentences.append([
                .prose("A new one takes its place; the old one lives on, unknown to Terraform.")
            ])
        } else if let sentence = outcome.sentence, !isToldByAttributes {
            sentences.append([.prose(sentence)])
        }
        if let deposed = change.deposed {
            sentences.append([
                .prose("An earlier replacement left this old object behind (deposed "),
                .exact(deposed.bytes), .prose(")."),
            ])
        }
        if let previous = change.previousAddress, effects.contains(.move) {
            sentences.append([.prose("It was "), .exact(previous.bytes), .prose(".")])
        }
        if effects.contains(.import) && outcome != .imported {
            sentences.append([
                .prose("It is taken into the state first: so far it is not Terraform's.")
            ])
        }
        if effects.contains(.runsCode) {
            sentences.append([.prose("Its provisioners run commands that no plan shows.")])
        }
        return sentences
    }

    /// Why Terraform wants it.
    private func cause(_ reason: ActionReason?) -> [TextRun]? {
        if let reason { return [.prose(reason.sentence)] }
        if let word = change.actionReason {
            return [.prose("Terraform's reason: "), .exact(word.bytes), .prose(".")]
        }
        guard outcome == .destroyed && change.deposed == nil else { return nil }
        return [.prose("Terraform gives no reason, as in every destroy.")]
    }

    /// What forces a replacement: `engine_version "14.9" → "15.4" cannot be changed in place.`.
    private func forcing(_ attributes: [AttributeChange]) -> [TextRun] {
        let most = 3
        var runs: [TextRun] = []
        for (number, attribute) in attributes.prefix(most).enumerated() {
            runs += [
                .prose(number == 0 ? "" : ", "), .shown(attribute.path, .strong), .prose(" "),
                .shown(attribute.before), .prose(" → "), .shown(attribute.after),
            ]
        }
        let others = attributes.count - most
        if others > 0 { runs.append(.prose(" and \(others) more")) }
        return runs + [.prose(" cannot be changed in place.")]
    }
}

extension Category {
    /// As it is said in a sentence.
    fileprivate var words: String {
        switch self {
        case .dns: "DNS"
        case .stateBackend: "state backend"
        case .data, .backup, .key, .secret, .identity, .network, .cluster, .registry, .queue,
            .other:
            rawValue
        }
    }
}
