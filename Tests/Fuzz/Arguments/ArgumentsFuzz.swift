@testable import GuardCLI

/// Whatever is typed, one argument on a line, the first being the name that tfguard is called by: it
/// is understood or refused with words and a status, the same each time.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzArguments(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = String(
        decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    let words = input.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    precondition(outcome(words) == outcome(words))
    return 0
}

private func outcome(_ words: [String]) -> String {
    do throws(Refusal) {
        let invocation = try Invocation(words)
        guard case .terraform(_, _, let arguments) = invocation else { return "\(invocation)" }
        // The last line is what the environment adds.
        let understood = try TerraformInvocation(arguments) { name in
            name == "TF_CLI_ARGS" ? words.last : nil
        }
        return "\(understood)"
    } catch {
        precondition(error.status.rawValue >= 64 && !error.diagnostics.isEmpty)
        return error.diagnostics.map(\.summary).joined()
    }
}
