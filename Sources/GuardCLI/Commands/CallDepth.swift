import GuardSystem

/// How deep one tfguard may stand below others.
///
/// A provisioner that calls terraform stands two deep, and an apply of applies three. A wrapper that
/// looks `terraform` up in `PATH` and finds tfguard again has no end at all.
private let greatestDepth = 10

private let depthVariable = "TFGUARD_DEPTH"

/// Counts the tfguards above this one, in a variable that every terraform it starts is given.
///
/// Whatever stands in that variable, all that follows from it is a refusal.
///
/// - Parameter environment: the caller's.
/// - Returns: the same with the count one higher.
/// - Throws: a refusal where tfguard and some program call each other in a circle.
func countingDepth(_ environment: Environment) throws(Refusal) -> Environment {
    let text = environment[depthVariable].map { String(decoding: $0, as: UTF8.self) } ?? ""
    let depth = max(0, Int(text) ?? 0) + 1
    guard depth <= greatestDepth else {
        throw Refusal(
            .programMissing, "terraform leads back to tfguard",
            "What tfguard found as terraform on PATH has called tfguard again, \(greatestDepth) "
                + "times over: most likely a wrapper script that looks terraform up in PATH. Have "
                + "it call the real one by its path, or name that one: "
                + "tfguard /path/to/terraform …")
    }
    var deeper = environment
    deeper.set(depthVariable, to: Array(String(depth).utf8))
    return deeper
}
