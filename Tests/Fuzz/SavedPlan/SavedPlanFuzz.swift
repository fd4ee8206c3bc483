@testable import TerraformPlan

/// Whatever the bytes are, as an archive and as what lies within one: they are read or refused, within
/// the bounds that were given.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzSavedPlan(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = Array(UnsafeBufferPointer(start: start, count: count))
    do throws(SavedPlanError) {
        let plan = try readSavedPlan(input, limit: 1 << 16)
        _ = plan.vanished
    } catch {
        precondition(!error.description.isEmpty)
    }

    let empty = StateFile(lineage: "", serial: 0, objects: [])
    var reader = SavedPlanReader(state: empty, previousState: empty)
    if let plan = try? reader.read(input) {
        for change in plan.changes { _ = ResourceMode(ofAddress: change.object.address) }
    }
    _ = try? readStateFile(input)

    // The first two bytes say how much is expected.
    guard count > 2 else { return 0 }
    let expected = Int(input[0]) | Int(input[1]) << 8
    var inflate = Inflate(input, 2..<count, expectedCount: expected)
    if let output = try? inflate.run() { precondition(output.count == expected) }
    return 0
}
