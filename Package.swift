// swift-tools-version: 6.2

import PackageDescription

// What every Swift target is built with. `unsafe` must be written out wherever it happens, and a
// warning is an error: a guard has no use for a warning nobody reads.
let settings: [SwiftSetting] = [
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

// Tests may import Foundation, and Swift Testing's macros are not written for strict memory safety.
let testSettings: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
]

let package = Package(
    name: "tfguard",
    platforms: [.macOS(.v26)],
    products: [
        .executable(name: "tfguard", targets: ["tfguard"])
    ],
    dependencies: [],
    targets: [
        // The tool: a door, and behind it the pipeline with everything a user sees.
        .executableTarget(
            name: "tfguard", dependencies: ["GuardCLI"], exclude: ["link-order.txt", "tfguard.1"],
            swiftSettings: settings),
        .target(
            name: "GuardCLI",
            dependencies: ["Diagnostics", "GuardCore", "GuardSystem", "HCL", "TerraformPlan"],
            swiftSettings: settings),

        // What decides. It cannot act: it sees no file, no clock and no process.
        .target(
            name: "GuardCore", dependencies: ["Diagnostics", "HCL", "TerraformPlan"],
            swiftSettings: settings),

        // What acts. It cannot decide: it imports libc and nothing of ours but the C it needs.
        .target(name: "GuardSystem", dependencies: ["CGuard"], swiftSettings: settings),
        .target(name: "CGuard"),

        // The languages that are read: policies, and plans.
        .target(name: "HCL", dependencies: ["Diagnostics"], swiftSettings: settings),
        .target(name: "TerraformPlan", swiftSettings: settings),

        // Files, ranges and text: the vocabulary below everything else.
        .target(name: "Diagnostics", swiftSettings: settings),

        // Tests, one target for each module, and one that runs the built tool.
        .target(name: "CTestSupport", path: "Tests/CTestSupport"),
        .target(
            name: "TestSupport", dependencies: ["CTestSupport"], path: "Tests/TestSupport",
            swiftSettings: testSettings),
        .testTarget(
            name: "DiagnosticsTests", dependencies: ["Diagnostics", "TestSupport"],
            swiftSettings: testSettings),
        .testTarget(
            name: "HCLTests", dependencies: ["HCL", "Diagnostics", "TestSupport"],
            exclude: ["Fixtures"], swiftSettings: testSettings),
        .testTarget(
            name: "TerraformPlanTests", dependencies: ["TerraformPlan", "TestSupport"],
            exclude: ["Fixtures"], swiftSettings: testSettings),
        .testTarget(
            name: "GuardCoreTests",
            dependencies: ["GuardCore", "HCL", "TerraformPlan", "Diagnostics", "TestSupport"],
            exclude: ["Fixtures"],
            swiftSettings: testSettings),
        .executableTarget(
            name: "GuardSystemProbe", dependencies: ["GuardSystem"],
            path: "Tests/GuardSystemProbe", swiftSettings: testSettings),
        .testTarget(
            name: "GuardSystemTests",
            dependencies: ["GuardSystem", "GuardSystemProbe", "TestSupport"],
            swiftSettings: testSettings),
        .testTarget(
            name: "GuardCLITests",
            dependencies: [
                "GuardCLI", "GuardCore", "GuardSystem", "TerraformPlan", "HCL", "Diagnostics",
                "TestSupport",
            ],
            swiftSettings: testSettings),
        .testTarget(
            name: "EndToEndTests",
            dependencies: ["tfguard", "GuardCLI", "GuardCore", "TerraformPlan", "TestSupport"],
            exclude: ["Fixtures"], swiftSettings: testSettings),
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .c2x
)

// Not for everybody's build: what measures, and what attacks.
if Context.environment["TFGUARD_BENCH"] != nil {
    package.targets += [
        // Reads a plan and nothing else, to tell the reader's share from the tool's.
        .executableTarget(
            name: "read-plan", dependencies: ["TerraformPlan"], path: "Tests/Benchmarks/ReadPlan",
            swiftSettings: settings),
        .executableTarget(name: "bench-runner", path: "Tests/Benchmarks/Runner"),
        // Judges without the command line around it: with a catalog and without.
        .executableTarget(
            name: "judge-plans", dependencies: ["Diagnostics", "GuardCore", "TerraformPlan"],
            path: "Tests/Benchmarks/Judging", swiftSettings: testSettings),
        // Writes a record without a run around it.
        .executableTarget(
            name: "record-time",
            dependencies: ["GuardCLI", "GuardCore", "GuardSystem", "TerraformPlan"],
            path: "Tests/Benchmarks/Recording", swiftSettings: testSettings),
        .executableTarget(
            name: "tfguard-bench",
            dependencies: ["bench-runner", "judge-plans", "read-plan", "record-time"],
            path: "Tests/Benchmarks/Bench", swiftSettings: testSettings),
    ]
    // It looks inside, as tests do, and is built for release.
    for target in package.targets where target.name == "GuardCLI" {
        target.swiftSettings = (target.swiftSettings ?? []) + [.unsafeFlags(["-enable-testing"])]
    }
}

// swift build --sanitize fuzzer
if Context.environment["TFGUARD_FUZZ"] != nil {
    // Sanitized, no program may have a main function of its own: only the libraries stay.
    package.products = []
    package.targets.removeAll { $0.type != .regular }
    // libFuzzer brings the main function.
    let fuzzSettings = testSettings + [.unsafeFlags(["-parse-as-library"])]
    for target in package.targets where target.type == .regular {
        // Fuzzers look inside, as tests do, and are built for release.
        target.swiftSettings = (target.swiftSettings ?? []) + [.unsafeFlags(["-enable-testing"])]
    }
    package.targets += [
        .executableTarget(
            name: "fuzz-plan-reader", dependencies: ["TerraformPlan"],
            path: "Tests/Fuzz/PlanReader", swiftSettings: fuzzSettings),
        .executableTarget(
            name: "fuzz-policy", dependencies: ["GuardCore", "Diagnostics", "TerraformPlan"],
            path: "Tests/Fuzz/Policy", swiftSettings: fuzzSettings),
        .executableTarget(
            name: "fuzz-expression", dependencies: ["HCL", "Diagnostics"],
            path: "Tests/Fuzz/Expression", swiftSettings: fuzzSettings),
        .executableTarget(
            name: "fuzz-saved-plan", dependencies: ["TerraformPlan"],
            path: "Tests/Fuzz/SavedPlan", swiftSettings: fuzzSettings),
        .executableTarget(
            name: "fuzz-message-pack", dependencies: ["TerraformPlan"],
            path: "Tests/Fuzz/MessagePack", swiftSettings: fuzzSettings),
        .executableTarget(
            name: "fuzz-record", dependencies: ["GuardCore"], path: "Tests/Fuzz/Record",
            swiftSettings: fuzzSettings),
        .executableTarget(
            name: "fuzz-arguments", dependencies: ["GuardCLI"],
            path: "Tests/Fuzz/Arguments", swiftSettings: fuzzSettings),
    ]
}
