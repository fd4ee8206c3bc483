import Diagnostics
package import TerraformPlan

/// What a person must type before a plan with losses may be applied.
package struct Challenge: Equatable, Sendable {
    package struct Line: Equatable, Sendable {
        /// What is asked for: `courses-prod`, `destroy 12 in production`.
        package let expected: ByteString
        /// What happens to it, for the prompt: `destroy`, `replace`, `forget`.
        package let verb: String

        package init(expected: ByteString, verb: String) {
            self.expected = expected
            self.verb = verb
        }
    }

    /// Typed one after another, each compared byte for byte.
    package let lines: [Line]

    package init(lines: [Line]) {
        self.lines = lines
    }
}

extension Challenge {
    /// More critical losses than this are not typed one by one.
    private static let identityLimit = 5

    /// What has to be typed for a verdict that asks a person; nil for one that does not, because
    /// nothing stands in the way or nothing helps.
    ///
    /// Each critical loss is typed by its name, up to five of them. Everything else that has to be
    /// confirmed, and all of it where more are critical, is one phrase that counts what happens:
    ///
    /// ```
    ///     courses-prod                            one database, critical
    ///     destroy 12 in production                its twelve lesser fellows
    ///     destroy 3, replace 2 in staging         of several kinds
    ///     destroy 3                               where no environment is recognised
    ///     apply in production                     where the plan as a whole is in question
    ///     force-unlock in production              where it is a subcommand without a plan
    /// ```
    package init?(for verdict: Verdict) {
        switch verdict.decision {
        case .allow, .warn, .block: return nil
        case .confirm, .approve: break
        }
        let asked = verdict.changes.filter { $0.decision >= .confirm }
        let critical = asked.filter { $0.isLoss && $0.severity == .critical }
        var lines: [Line] = []
        var named: Set<Int> = []
        if critical.count <= Self.identityLimit {
            for (position, change) in asked.enumerated()
            where change.isLoss && change.severity == .critical {
                let taken = lines.map(\.expected)
                guard let name = change.typeableNames.first(where: { !taken.contains($0) }) else {
                    continue
                }
                lines.append(Line(expected: name, verb: Verb(of: change).rawValue))
                named.insert(position)
            }
        }
        let rest = asked.indices.filter { !named.contains($0) }.map { asked[$0] }
        if !rest.isEmpty || lines.isEmpty {
            // Where only the plan as a whole is in question, what it takes away says it best.
            let counted = rest.isEmpty ? verdict.changes.filter(\.isLoss) : rest
            lines.append(Self.phrase(for: counted, of: verdict))
        }
        self.lines = lines
    }

    private static func phrase(for changes: [JudgedChange], of verdict: Verdict) -> Line {
        let environments = verdict.environments.map(\.name)
        let counts = Verb.allCases.compactMap { verb -> String? in
            let count = changes.count { Verb(of: $0) == verb }
            return count == 0 ? nil : "\(verb.rawValue) \(count)"
        }
        let whole = verdict.command?.rawValue ?? Verb.apply.rawValue
        let what = counts.isEmpty ? whole : counts.joined(separator: ", ")
        let place = environments.first { $0 == "production" } ?? environments.first
        return Line(
            expected: ByteString(place.map { "\(what) in \($0)" } ?? what),
            verb: changes.map(Verb.init(of:)).min { $0.rank < $1.rank }?.rawValue
                ?? Verb.apply.rawValue)
    }

    /// What happens to an object, in one word that can be typed; the gravest first.
    private enum Verb: String, CaseIterable {
        case destroy
        case replace
        case forget
        /// What is gone from the real world is dropped from the state.
        case drop
        case lose
        case disarm
        case invoke
        /// Provisioners run commands.
        case run
        case move
        case `import`
        /// Nothing of these: a policy asks about something harmless.
        case apply

        init(of change: JudgedChange) {
            let effects = EffectSet(change.effects)
            let verbs: [(Effect, Verb)] = [
                (.delete, .destroy), (.replace, .replace), (.forget, .forget), (.driftLoss, .drop),
                (.lose, .lose), (.disarm, .disarm), (.invoke, .invoke), (.runsCode, .run),
                (.move, .move), (.import, .import),
            ]
            self = verbs.first { effects.contains(EffectSet($0.0)) }?.1 ?? .apply
        }

        var rank: Int { Self.allCases.firstIndex(of: self) ?? Self.allCases.count }
    }
}

extension JudgedChange {
    /// What a person can type for it: its real name, or else its address.
    ///
    /// A name that is an answer by itself would be typed, or piped, by somebody who has read nothing.
    fileprivate var typeableNames: [ByteString] {
        [identity.flatMap { $0.isAnswer ? nil : $0 }, change.address].compactMap { $0 }
            .filter(\.isTypeable)
    }
}

extension ByteString {
    /// Whether a person can see all of it, tell it from another, and type it.
    ///
    /// One line of at most 60 cells without invisible characters, and without marks that combine
    /// with the letter before them: a keyboard writes é in one way, and a name may hold the other.
    private static let cellLimit = 60

    fileprivate var isTypeable: Bool {
        guard !bytes.isEmpty, let text = String(validating: bytes, as: UTF8.self),
            bytes.first != UInt8(ascii: " "), bytes.last != UInt8(ascii: " ")
        else { return false }
        return TerminalText.width(of: text) <= Self.cellLimit
            && text.unicodeScalars.allSatisfy(\.isTypeable)
    }
}

extension ByteString {
    /// Words by which people agree or decline, or that stand for nothing.
    private static let answers = [
        "yes", "yep", "yeah", "ok", "okay", "sure", "no", "nope", "true", "false", "on", "off",
        "apply", "approve", "approved", "confirm", "confirmed", "continue", "proceed", "accept",
        "agree", "destroy", "delete", "replace", "remove", "cancel", "abort", "quit", "exit",
        "null", "nil", "none", "empty", "unknown", "undefined", "default",
    ]

    /// Whether every word of it is one that people type without looking: `yes`, `y`, `"NO"`, `1`,
    /// `--`, `yes yes`.
    fileprivate var isAnswer: Bool {
        guard let text = String(validating: bytes, as: UTF8.self) else { return false }
        let words = text.lowercased().utf8.split { byte in
            byte < 0x80 && !(byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z"))
                && !(byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
        }
        return words.allSatisfy { word in
            word.count == 1
                || Self.answers.contains { $0.utf8.elementsEqual(word) }
        }
    }
}

extension Unicode.Scalar {
    fileprivate var isTypeable: Bool {
        if isASCII { return (0x20...0x7e).contains(value) }
        if properties.isDefaultIgnorableCodePoint { return false }
        return switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .decimalNumber, .letterNumber, .otherNumber, .connectorPunctuation, .dashPunctuation,
            .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation,
            .otherPunctuation, .mathSymbol, .currencySymbol, .otherSymbol:
            true
        case .nonspacingMark, .spacingMark, .enclosingMark, .modifierSymbol, .spaceSeparator,
            .lineSeparator, .paragraphSeparator, .control, .format, .surrogate, .privateUse,
            .unassigned:
            false
        @unknown default:
            false
        }
    }
}
