import GuardCore
import GuardSystem
import Synchronization
import TerraformPlan

extension CheckRun {
    /// Loads the policy; and reads the plan of a file meanwhile, which needs none.
    ///
    /// - Throws: what is wrong with the policy, whatever is wrong with the plan.
    func loadPolicy(
        askedBy actors: WordSet<Actor>, besides inputs: [PlanInput], in module: RootModule
    ) throws(Refusal) -> (CheckOptions.LoadedPolicy, Reading?) {
        guard inputs.count == 1, isPlanText(inputs[0]) else {
            return (try options.loadPolicy(for: module.directory, askedBy: actors), nil)
        }
        let policy = Mutex<Result<CheckOptions.LoadedPolicy, Refusal>?>(nil)
        let plan = Mutex<Reading?>(nil)
        onAllProcessors(2) { number in
            if number == 0 {
                let reading = reading(of: inputs[0], in: module)
                plan.withLock { $0 = reading }
            } else {
                let loaded = Result { () throws(Refusal) in
                    try options.loadPolicy(for: module.directory, askedBy: actors)
                }
                policy.withLock { $0 = loaded }
            }
        }
        guard let loaded = policy.withLock({ $0 }) else {
            throw .internalError("A thread has done nothing.")
        }
        return (try loaded.get(), plan.withLock { $0 })
    }

    private func isPlanText(_ input: PlanInput) -> Bool {
        guard case .file(let path) = input, let facts = try? path.facts(), facts.kind == .file,
            let isSaved = try? isSavedPlan(path)
        else { return false }
        return !isSaved
    }
}

/// A large file whose plan two threads read, each a half of it.
///
/// Nothing is read here that one thread would not read, and no verdict depends on who read what.
final class LargePlanFile: Sendable {
    /// From here on the second thread is worth its start.
    static let leastSize = 1 << 20

    private let file: FileDescriptor
    /// Where rows of `resource_changes` are in nearly every plan, and about as much on either side.
    private let middle: Int

    /// Takes a regular file.
    init(_ file: consuming FileDescriptor, size: Int) {
        self.file = file
        middle = size / 2
    }

    /// Reads the plan.
    ///
    /// - Parameter name: what a message calls the file.
    /// - Returns: the plan.
    /// - Throws: a refusal that says what cannot be understood, and where.
    func plan(name: String) throws(Refusal) -> Plan {
        if let plan = joined() { return plan }
        var source = PositionedSource(file: self, position: 0)
        return try readPlanText(from: &source, name: name)
    }

    /// The plan, where two halves of it were found and nothing in them is wrong.
    private func joined() -> Plan? {
        guard let cut = findCut() else { return nil }
        let first = Mutex<FirstHalf?>(nil)
        let second = Mutex<PlanHalf?>(nil)
        onAllProcessors(2) { number in
            var source = PositionedSource(file: self, position: number == 0 ? 0 : cut)
            if number == 0 {
                let half = readFirstHalf(from: &source, to: cut)
                first.withLock { $0 = half }
            } else {
                let half = readSecondHalf(from: &source)
                second.withLock { $0 = half }
            }
        }
        return Plan(first.withLock { $0 }, second.withLock { $0 })
    }

    private func findCut() -> Int? {
        var bytes = [UInt8](repeating: 0, count: 64 << 10)
        var space = bytes.mutableSpan
        guard let count = try? file.read(into: &space, at: middle) else { return nil }
        bytes.removeLast(bytes.count - count)
        return cut(in: bytes).map { middle + $0 }
    }

    /// The file's bytes from a place on.
    private struct PositionedSource: ByteSource {
        let file: LargePlanFile
        var position: Int

        mutating func read(into buffer: inout MutableSpan<UInt8>) throws(SystemError) -> Int {
            let count = try file.file.read(into: &buffer, at: position)
            position += count
            return count
        }
    }
}
