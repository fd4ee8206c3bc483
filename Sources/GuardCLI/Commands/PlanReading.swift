import Diagnostics
import GuardCore
import GuardSystem
import TerraformPlan

/// The largest saved plan that is taken over, in bytes.
let largestPlanFile = 1 << 30

/// A pipe or file as the reader of plans wants it.
final class DescriptorSource: ByteSource {
    private let descriptor: FileDescriptor

    init(_ descriptor: consuming FileDescriptor) {
        self.descriptor = descriptor
    }

    func read(into buffer: inout MutableSpan<UInt8>) throws(SystemError) -> Int {
        try descriptor.read(into: &buffer)
    }
}

/// Standard input as the reader of plans wants it.
struct StandardInputSource: ByteSource {
    mutating func read(into buffer: inout MutableSpan<UInt8>) throws(SystemError) -> Int {
        try StandardStream.input.read(into: &buffer)
    }
}

/// Reads a plan's JSON.
///
/// - Parameters:
///   - source: where its bytes come from.
///   - name: what a message calls it.
///   - driftValues: what is kept of the drift; who writes down what changes needs all.
/// - Returns: the plan.
/// - Throws: a refusal that says what cannot be understood, and where.
func readPlanText<Source: ByteSource>(
    from source: inout Source, name: String, keeping driftValues: DriftValues = .all
) throws(Refusal) -> Plan where Source.Failure == SystemError {
    do throws(PlanReadingError<SystemError>) {
        return try readPlan(from: &source, keeping: driftValues)
    } catch {
        switch error {
        case .source(let error):
            throw .system("\(error)")
        case .unreadable(let error):
            throw Refusal(.unreadablePlan, error.summary, "In \(name): \(error.detail)")
        }
    }
}

/// Has terraform show a sealed plan, and reads it while it is being written.
///
/// - Throws: a refusal where terraform fails, or where what it says is no plan.
func readPlan(
    _ plan: borrowing SealedFile, shownBy command: Command
) throws(Refusal) -> Plan {
    var show = try refusing { () throws(SystemError) in
        try ChildProcess(
            command,
            descriptors: ChildDescriptors(
                input: .null, output: .pipe, error: .inherited, shared: [plan.descriptor]))
    }
    guard let output = show.takeOutput() else { throw .internalError("A pipe has no end.") }

    let result: Result<Plan, Refusal>
    do throws(Refusal) {
        var source = DescriptorSource(output)
        let name = "the output of terraform show -json"
        result = .success(try readPlanText(from: &source, name: name))
    } catch {
        result = .failure(error)
    }
    // Reading has ended, and the pipe is closed: who would still write is told so.
    let end = try refusing { () throws(SystemError) in try show.wait() }
    if end == .exited(0) { return try result.get() }
    if case .failure(let refusal) = result, end != .exited(1) { throw refusal }
    throw Refusal(
        .unreadablePlan, "Terraform cannot show the plan",
        "terraform show -json ended with status \(end.exitStatus); what it said stands above. "
            + "Make the plan again with this terraform, in this folder.")
}

/// The SHA-256 of a plan's bytes: 64 hexadecimal digits.
func sha256(of plan: borrowing SealedFile) throws(Refusal) -> String {
    do throws(SystemError) {
        var digest = SHA256()
        let file = try plan.open()
        var window = [UInt8](repeating: 0, count: 262_144)
        while true {
            var space = window.mutableSpan
            let count = try file.read(into: &space)
            guard count > 0 else { break }
            digest.update(Array(window[..<count]))
        }
        return digest.finish().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    } catch {
        throw .system("\(error)")
    }
}
