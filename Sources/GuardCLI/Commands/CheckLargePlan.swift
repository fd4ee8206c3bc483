import GuardCore
import GuardSystem
import Synchronization
import TerraformPlan

extension CheckRun {
    /// Loads the policy; and reads the plan of a file meanwhile, which needs none.
    ///
    /// A second thread costs a millisecond, and is worth it where the plan is large.
    ///
    /// - Throws: what is wrong with the policy, whatever is wrong with the plan.
    func loadPolicy(
        besides inputs: [PlanInput], in module: RootModule
    ) throws(Refusal) -> (CheckOptions.LoadedPolicy, Reading?) {
        let actors = asking.actors
        guard inputs.count == 1, isLargePlanText(inputs[0]) else {
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

    private func isLargePlanText(_ input: PlanInput) -> Bool {
        guard case .file(let path) = input, let facts = try? path.facts(), facts.kind == .file,
            facts.size >= LargePlanFile.leastSize, let isSaved = try? isSavedPlan(path)
        else { return false }
        return !isSaved
    }
}

/// A large file whose plan two threads read, in parts of which each takes one after the other.
///
/// Nothing is read here that one thread would not read, and no verdict depends on who read what.
final class LargePlanFile: Sendable {
    /// From here on the second thread is worth its start.
    static let leastSize = 1 << 20

    private let file: FileDescriptor
    private let size: Int

    /// Takes a regular file.
    init(_ file: consuming FileDescriptor, size: Int) {
        self.file = file
        self.size = size
    }

    /// Reads the plan.
    ///
    /// - Parameter name: what a message calls the file.
    /// - Returns: the plan.
    /// - Throws: a refusal that says what cannot be understood, and where.
    func plan(name: String) throws(Refusal) -> Plan {
        if let plan = joined() { return plan }
        var source = PositionedSource(file: self, position: 0)
        return try readPlanText(from: &source, name: name, keeping: .ofLosses)
    }

    /// The plan, where parts of it were found and nothing in them is wrong.
    private func joined() -> Plan? {
        let cuts = findCuts()
        guard !cuts.isEmpty else { return nil }
        // Before the first row and behind the last is most of a plan, in one part each. These come
        // first; rows in small parts then keep both threads at work to the end.
        let starts = [0] + cuts.reversed()
        let parts = Mutex([PlanPart?](repeating: nil, count: starts.count))
        onAllProcessors(starts.count, atMost: 2) { number in
            var source = PositionedSource(file: self, position: starts[number])
            let part = readPart(
                of: &source, from: starts[number], upTo: cuts, keeping: .ofLosses)
            parts.withLock { $0[number] = part }
        }
        return Plan(Array(zip(starts, parts.withLock { $0 })))
    }

    /// Places in the middle half that look as if they were between rows, which most files have there.
    private func findCuts() -> [Int] {
        // Each part costs as much as some rows, and one of them is waited for at the end.
        let count = max(4, min(24, size >> 19))
        var cuts: [Int] = []
        var bytes = [UInt8](repeating: 0, count: 32 << 10)
        for number in count / 4...count * 3 / 4 {
            let place = size / count * number
            if place <= cuts.last ?? 0 { continue }
            var space = bytes.mutableSpan
            guard let length = try? file.read(into: &space, at: place) else { break }
            if let cut = cut(in: bytes.span.extracting(first: length)) { cuts.append(place + cut) }
        }
        return cuts
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
