import Foundation

/// What the record costs: its check, and its share of a guarded run.
///
/// A run writes two lines, each of which is on the disk before anything goes on. What a line costs is
/// measured where nothing else is done: with and without one, a pin is written down.
func measureRecord() {
    let record = folder + "/record.jsonl"
    _ = output(of: besideThis("judge-plans"), ["record", record, "100000"])
    let verified = measure(
        [Command("log verify", [tfguard, "log", "verify", "-file=" + record])], runs: 5)[0]
    table.row(
        "log verify, 100,000 lines", against: "200,000 a second", must: 1, aim: 0.5,
        seconds: verified.median, 0.5)

    guard let tool = toolUnderTest() else { return }
    let stack = folder + "/pinned"
    mkdir(stack, 0o700)
    let prefix =
        "cd '\(stack)' && TFGUARD_TEST_RECORD='\(folder)/record' '\(tool)' pin -new -until=2099-12-31"
    let pins = measure(
        [
            Command("with", ["/bin/sh", "-c", prefix + " -workspace=w$$ > /dev/null"]),
            Command("without", ["/bin/sh", "-c", prefix + " -workspace=fixed > /dev/null"]),
        ], runs: 41)
    table.row(
        "the log's share of a run", against: "5 ms", must: 1, aim: 0.4,
        seconds: 2 * max(0, pins[0].median - pins[1].median), 0.005)
}

/// A copy that takes its record from the environment: nobody's own record is written to.
private func toolUnderTest() -> String? {
    let copy = folder + "/tfguard-under-test"
    guard var bytes = FileManager.default.contents(atPath: tfguard) else { return nil }
    bytes += Data("\ntfguard-under-test\n".utf8)
    guard FileManager.default.createFile(atPath: copy, contents: bytes), chmod(copy, 0o755) == 0
    else { return nil }
    return copy
}
