import GuardCore
import GuardSystem
import Synchronization

/// Keeps a value until the process ends, which takes its memory back at once.
///
/// To take a large judgement apart string by string takes as long as to make a tenth of it, and is
/// the last thing that is done before everything is given back anyway. Not for what a process makes
/// many of.
func leaveToTheSystem(_ value: some Sendable) {
    leftToTheSystem.withLock { $0.append(value) }
}

private let leftToTheSystem = Mutex<[any Sendable]>([])

extension RowSplit {
    /// More pieces than processors: who is held up does fewer of them.
    static let onAllProcessors = RowSplit(atMost: 8) { count, work in
        GuardSystem.onAllProcessors(count, work)
    }
}
