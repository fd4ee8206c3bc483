import Foundation

// Prints the table of what is promised about speed and memory, with what this machine measures.
// Nothing fails here: ratios of a busy machine are for eyes, and tests are never timed.
//
//     tfguard-bench [--large]     with plans of 1 GB, which need the space in the temporary folder

let isLarge = CommandLine.arguments.contains("--large")
let folder = NSTemporaryDirectory() + "tfguard-bench-\(getpid())"
mkdir(folder, 0o700)
defer { try? FileManager.default.removeItem(atPath: folder) }

/// The release binary as `make install` leaves it: what a linker has written page by page takes the
/// kernel longer to map than a copy.
let tfguard = folder + "/tfguard"
try? FileManager.default.copyItem(atPath: ".build/release/tfguard", toPath: tfguard)
/// A program that only reads, built beside this one.
let readPlan = besideThis("read-plan")

// As in a pipeline. For a script that nobody watches git says first what was reviewed, which has a
// row of its own.
setenv("CI", "true", 1)

func write(_ name: String, _ generator: PlanGenerator) -> String {
    let path = folder + "/" + name
    guard let file = fopen(path, "w") else { return path }
    generator.write { text in
        _ = text.utf8.withContiguousStorageIfAvailable { fwrite($0.baseAddress, 1, $0.count, file) }
    }
    fclose(file)
    return path
}

let table = Table()
let small = write("100kB.json", PlanGenerator(bytes: 100_000, changes: .share))
let medium = write("10MB.json", PlanGenerator(bytes: 10_000_000, changes: .share))
let large = write("100MB.json", PlanGenerator(bytes: 100_000_000, changes: .share))

// `check` says by its status what it decided; 64 to 78 say that it did not run (sysexits.h).
let checked = measure([Command("check", [tfguard, "check", small])], runs: 1)[0]
let canCheck = checked.status >= 0 && !(64...78).contains(checked.status >> 8)
let check = canCheck ? [tfguard, "check"] : [readPlan]
let subject = canCheck ? "tfguard check" : "reader alone"
if !canCheck { say("no release binary that can check: measuring the reader alone\n") }

table.header()

if let terraform = programOnPath("terraform"), canCheck {
    table.row(
        "tfguard terraform version", against: "terraform version", must: 1.05, aim: 1.02, runs: 21,
        [tfguard, terraform, "version"], [terraform, "version"])
    // A link under terraform's name, which looks for the real one on PATH.
    let shim = folder + "/terraform"
    try? FileManager.default.createSymbolicLink(atPath: shim, withDestinationPath: tfguard)
    table.row(
        "terraform version, shim", against: "terraform version", must: 1.05, aim: 1.02, runs: 21,
        [shim, "version"], [terraform, "version"])
}
if let anchor = programOnPath("true") {
    table.row(
        "process start", against: "C true", must: 2, aim: 1.3, runs: 61,
        canCheck ? [tfguard, "--version"] : [readPlan, "/dev/null"], [anchor])
}
let listDeletes = #"""
    .resource_changes[] | select(.change.actions | index("delete")) | .address
    """#
if let jq = programOnPath("jq") {
    for (name, file, must, aim, runs) in [
        ("100 kB", small, 0.10, 0.07, 21), ("10 MB", medium, 0.04, 0.025, 7),
        ("100 MB", large, 0.025, 0.02, 3),
    ] {
        table.row(
            "\(subject), \(name)", against: "jq listing deletes", must: must, aim: aim, runs: runs,
            check + [file], [jq, "-r", listDeletes, file])
    }
    unsetenv("CI")
    table.row(
        "100 kB, in a script and a clone", against: "jq listing deletes", must: nil, aim: nil,
        runs: 21, check + [small], [jq, "-r", listDeletes, small])
    setenv("CI", "true", 1)
}
if let jq = programOnPath("jq") {
    let megabyte = write("1MB.json", PlanGenerator(bytes: 1_000_000, changes: .share))
    mkdir(folder + "/many", 0o700)
    for number in 100..<600 { link(megabyte, folder + "/many/\(number).json") }
    let loop = "for plan in \"$0\"/*; do \(jq) -r '\(listDeletes)' \"$plan\"; done"
    table.row(
        "500 plans of 1 MB, one check", against: "a loop of jq", must: 0.05, aim: 0.03, runs: 1,
        [tfguard, "check", folder + "/many"], ["/bin/sh", "-c", loop, folder + "/many"])
}
if let sha256sum = programOnPath("sha256sum") {
    table.row(
        "\(subject), 100 MB", against: "sha256sum", must: 0.30, aim: 0.20, runs: 11,
        check + [large], [sha256sum, large])
}

// In one process, so that only the two shares differ.
let shares = output(of: besideThis("judge-plans"), ["time"]).split(separator: " ")
    .compactMap { Double($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
if shares.count == 2 {
    table.row(
        "judging 100,000 deletes", against: "reading them", must: 1, aim: 0.3,
        seconds: shares[1], shares[0])
}

if let terraform = programOnPath("terraform"), canCheck,
    let real = RealApply(in: folder + "/real", terraform: terraform, tfguard: tfguard)
{
    table.row(
        "guard's share of an apply", against: "plan, show, pull, apply", must: 0.01, aim: 0.003,
        runs: 5, check + [real.plan], real.bare)
    table.row(
        "a guarded apply", against: "plan, show, pull, apply", must: 1.01, aim: 1, runs: 5,
        real.guarded, real.bare)
}

// Reading the built-in policy and one of 500 lines, and judging 1,000 changes by them.
func numbers(_ mode: String) -> [Double] {
    output(of: besideThis("judge-plans"), [mode]).split(whereSeparator: \.isWhitespace)
        .compactMap { Double($0) }
}
if let milliseconds = numbers("load").first {
    table.row(
        "policies, and 1,000 changes", against: "10 ms", must: 1, aim: 0.5,
        seconds: milliseconds / 1000, 0.010)
}
let growth = numbers("growth")
if growth.count == 3 {
    table.row(
        "judging 10,000", against: "100 times 100", must: 1.5, aim: 1, seconds: growth[1] / 1000,
        growth[0] / 10)
    table.row(
        "judging 100,000", against: "10 times 10,000", must: 1.5, aim: 1,
        seconds: growth[2] / 1000, growth[1] / 100)
}

let catalog = output(of: besideThis("judge-plans"), ["catalog"]).split(separator: " ")
    .compactMap { Double($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
for (name, seconds) in zip(["60 types", "900 types"], catalog) {
    table.row(
        "catalog, 1,000 changes, \(name)", against: "5 ms", must: name == "60 types" ? 1 : 6,
        aim: 0.5, seconds: seconds, 0.005)
}

measureRecord()

// Only what changes is kept, so these have the same changes.
let changes = PlanGenerator.Changes.atMost(2)
let fewSmall = write("few-100kB.json", PlanGenerator(bytes: 100_000, changes: changes))
let fewLarge = write(
    "few-large.json", PlanGenerator(bytes: isLarge ? 1_000_000_000 : 100_000_000, changes: changes))
table.memoryRow(
    "\(subject), \(isLarge ? "1 GB" : "100 MB")", against: "itself, 100 kB", must: 1.5, aim: 1.1,
    limit: 12 << 20, check + [fewLarge], check + [fewSmall])
if isLarge {
    let few = write("few-100MB.json", PlanGenerator(bytes: 100_000_000, changes: changes))
    table.row(
        "\(subject), 1 GB", against: "itself, 100 MB", must: 11, aim: 10, runs: 3,
        check + [fewLarge], check + [few])
}

if let corpus = ProcessInfo.processInfo.environment["TFGUARD_PLAN_CORPUS"] {
    say("")
    say(output(of: besideThis("judge-plans"), ["ablation", corpus]))
}
