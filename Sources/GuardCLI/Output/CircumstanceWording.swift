import GuardCore
import TerraformPlan

extension JudgedChange {
    /// The block that keeps the object, where it has only got another address.
    var movedBlock: MovedBlock? {
        for circumstance in circumstances {
            if case .renamed(let block) = circumstance { return block }
        }
        return nil
    }

    /// What goes with the object, or what it goes with: a sentence for each.
    var circumstanceSentences: [[TextRun]] { circumstances.compactMap(\.sentence) }
}

extension Circumstance {
    /// Nil for what is drawn otherwise.
    fileprivate var sentence: [TextRun]? {
        switch self {
        case .renamed:
            nil
        case .lastCopy:
            [.prose("No automated backup outlives it, and no last one is made.")]
        case .backupGoes(let backup, let others):
            [
                .prose("A backup of it goes too: "), .exact(backup.bytes),
                .prose(others > 0 ? " and \(others) more." : "."),
            ]
        case .originalGoes(let original):
            [.prose("It is a backup of "), .exact(original.bytes), .prose(", which goes too.")]
        case .holdsState(let argument):
            [.prose("This run's own state depends on it: it is the backend's \(argument).")]
        case .container(let words):
            [.prose("With it goes what no plan lists: \(words).")]
        case .replica:
            [.prose("It is a copy; the original is another object.")]
        case .draggedAlong(let generator):
            [
                .prose("It uses the value of "), .exact(generator.bytes),
                .prose(", which is made anew."),
            ]
        case .dragsAlong(let count, let gravest):
            [
                .prose("What uses its value changes with it: "), .exact(gravest.bytes),
                .prose(count > 1 ? " and \(count - 1) more." : "."),
            ]
        }
    }
}
