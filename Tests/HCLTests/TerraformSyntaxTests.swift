import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import HCL

/// Terraform's own parser is asked what is valid HCL, and ours must give the same answer.
@Suite struct TerraformSyntaxTests {
    /// Everything about the syntax in one policy.
    static let sample = """
        # A comment, /* and */ another.
        environment "production" {
          fallback = true // here too
          match { workspace = ["prod", "prod-*"] }
          match {
            variable = { region = ["eu-*"], "quoted key": -1.5e3, (computed) = null }
          }
        }

        rule no-loss "x y" {
          when = change.before[0].tags["a"] != true && !(length(plan.targets[*].id) >= 2 || a.*.b == [])
          text = "a ${~ b ? "c" : d ~} $${e} %{ if f }g%{ else }h%{ endif } \\u00e9\\n"
          list = [for k, v in local.x: "${k}=${v}" if v % 2 == 0]
          map  = {for v in x: v.key => upper(v.value)...}
          doc  = <<-EOT
            one ${two}
              %{ for y in z ~}
            - ${y}
            %{ endfor ~}
          EOT
          call = coalesce(
            null,
            f(args...),
          )
          math = -1 + 2 * 3 / 4 % 5 - (6 <= 7 ? 8 : 9)
        }

        """

    /// The answers of one run of `terraform fmt` over all these sources: whether each is invalid.
    private func terraformRefuses(_ sources: [[UInt8]]) throws -> [Bool] {
        let folder = try TemporaryDirectory()
        for (index, source) in sources.enumerated() {
            try folder.write(source, to: "case-\(index).tf")
        }
        let result = try run(
            try Requirement.terraform.path(),
            ["fmt", "-no-color", "-list=false", "-write=false", folder.path],
            environment: ChildEnvironment(home: folder.path), timeout: 120)
        var refused = Array(repeating: false, count: sources.count)
        for match in result.errors.matches(of: /on .*?case-([0-9]+)\.tf line/) {
            refused[try #require(Int(match.1))] = true
        }
        return refused
    }

    /// What only we refuse, on purpose: characters that hide or reorder text; and a byte order mark
    /// and a key with a dot, which HCL refuses elsewhere than in `fmt`.
    private let onlyOurs = ["Invalid character", "Unexpected byte order mark", "Ambiguous key"]

    private func compare(_ sources: [[UInt8]]) throws {
        let refused = try terraformRefuses(sources)
        for (source, isRefused) in zip(sources, refused) {
            let file = SourceFile(name: "a.hcl", bytes: source)
            let diagnostics = parse(file).diagnostics

            let others = diagnostics.filter { !onlyOurs.contains($0.summary) }
            if others.isEmpty && !diagnostics.isEmpty { continue }
            #expect(
                diagnostics.isEmpty != isRefused,
                "Terraform \(isRefused ? "refuses" : "accepts"):\n\(String(decoding: source, as: UTF8.self))\n\(diagnostics.map(\.summary))"
            )
        }
    }

    @Test(.requires(.terraform))
    func `agrees with Terraform about all the other tables`() throws {
        let valid =
            SyntaxTests.bodies.map { Array($0.source.utf8) }
            + SyntaxTests.expressions.map { Array("a = \($0.source)\n".utf8) }
        let invalid = SyntaxErrorTests.cases.map(\.source.bytes)
        try compare(valid + invalid + [Array(Self.sample.utf8)])
    }

    @Test(.requires(.terraform))
    func `agrees with Terraform about every line that is cut short`() throws {
        let bytes = Array(Self.sample.utf8)
        try compare(bytes.indices.map { Array(bytes[..<$0]) })
    }

    /// Each byte is left out, doubled, or becomes one that means something.
    @Test(.requires(.terraform))
    func `agrees with Terraform about small mistakes`() throws {
        let bytes = Array(Self.sample.utf8)
        var generator = SeededGenerator(seed: 42)
        let meaningful = Array("{}[]()\"\\$%~=:,.*/+-!<>&|?#\n 0a'@".utf8)
        var sources: [[UInt8]] = []
        for index in bytes.indices {
            var changed = bytes
            switch generator.next() % 3 {
            case 0: changed.remove(at: index)
            case 1: changed.insert(changed[index], at: index)
            default: changed[index] = meaningful.randomElement(using: &generator) ?? 0
            }
            sources.append(changed)
        }
        try compare(sources)
    }
}

/// The same numbers in each run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
