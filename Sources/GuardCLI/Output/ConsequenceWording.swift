import Diagnostics
import GuardCore
import TerraformPlan

extension JudgedChange {
    /// More than this many are counted.
    private static let mostConsequences = 3

    /// Whether the sentences about single attributes say what happens, so that no general one needs
    /// to.
    var isToldByAttributes: Bool {
        shownConsequences.contains { consequence in
            guard consequence.says != nil else { return false }
            return switch consequence.kind {
            case .lose, .overwrite: outcome == .emptied
            case .disarm: outcome == .disarmed
            case .warn: false
            }
        }
    }

    /// What is only told of the change: that it is hard to undo.
    var risks: [[TextRun]] {
        consequences.filter { $0.kind == .warn }.prefix(Self.mostConsequences).map(\.sentence)
    }

    /// What single attributes of the change come to:
    /// `retention_in_days 365 → 1: Events older than that are deleted.`.
    var consequenceSentences: [[TextRun]] {
        let shown = shownConsequences
        var sentences = shown.prefix(Self.mostConsequences).map(\.sentence)
        let others = shown.count - Self.mostConsequences
        if others > 0 {
            let attributes = others == 1 ? "attribute does" : "attributes do"
            sentences.append([.prose("\(others) more \(attributes) the like.")])
        }
        return sentences
    }

    /// What recovering the object takes, where the plan takes it away.
    var recoveryAdvice: String? {
        let isTaken = effects.contains { effect in
            switch effect {
            case .delete, .replace, .forget, .driftLoss: true
            case .noOp, .create, .update, .read, .import, .move, .invoke, .deferred, .disarm,
                .lose, .runsCode, .deposed:
                false
            }
        }
        return isTaken ? recovery : nil
    }

    /// Each attribute once.
    private var shownConsequences: [Consequence] {
        consequences.filter { consequence in
            consequence.says != nil
                || !consequences.contains { $0.path == consequence.path && $0.says != nil }
        }
    }
}

extension Consequence {
    fileprivate var sentence: [TextRun] {
        guard !path.isEmpty else { return [.prose(says ?? "")] }
        var runs: [TextRun] = [.shown(singleLine(path), .strong)]
        if let values {
            let after = values.after.map { shown($0.value) } ?? "(known after apply)"
            runs += [.prose(" "), .shown(shown(values.before.value)), .prose(" → "), .shown(after)]
        }
        runs.append(.prose(says.map { ": \($0)" } ?? "."))
        return runs
    }
}
