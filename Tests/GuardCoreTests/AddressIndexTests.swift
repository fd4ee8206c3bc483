import TerraformPlan
import Testing

@testable import GuardCore

@Suite struct AddressIndexTests {
    private static let patterns = [
        "**", "*", "module.*.aws_*.team_7_*", "module.legacy[*].**", "**.y1", "**/x", "a.b.*",
        "a.b",
        "module.a.**", "**.module.b.**", "aws_x.y[\"a.b\"]", "aws_x.y[*]", "aws_?.yyy", "a*b*c",
        "*.é",
        "module.a[0].aws_x.main", "**.aws_db_instance.**", "x.**.y", "?", "module.*.**",
    ]
    private static let addresses = [
        "", "a", "a.b", "a.b.c", "aws_x.y", "aws_x.y[0]", "aws_x.y[\"a.b\"]", "aws_z.yyy", "q.é",
        "module.a", "module.a.aws_x.main", "module.a[0].aws_x.main",
        "module.legacy[\"x\"].aws_x.y1",
        "module.m.aws_sqs_queue.team_7_main", "module.m.aws_sqs_queue.team_77_main",
        "module.b.aws_x.y", "module.a.module.b.aws_db_instance.main", "x.y", "x.1.2.y", "abc",
        "a1b2c",
    ]

    /// An index of the patterns of each rule; nil stands for a rule about any address.
    private static func index(_ patterns: [[Glob]?]) -> AddressIndex {
        AddressIndex(requiring: patterns.map(AddressIndex.triples))
    }

    /// The index leaves rules out; one that it left out and that matches would be an open door.
    @Test(arguments: addresses) func `no rule that matches is left out`(address: String) {
        let globs = Self.patterns.map { Glob($0, .address) }
        let index = Self.index(globs.map { [$0] } + [nil, [globs[2], globs[4]], []])
        let bytes = Array(address.utf8)
        let candidates = Array(index.candidates(for: bytes))
        #expect(candidates == Array(Set(candidates)).sorted())
        for (rule, glob) in globs.enumerated() where glob.matches(bytes) {
            #expect(candidates.contains(rule), "\(Self.patterns[rule])")
        }
        #expect(candidates.contains(globs.count))
        if globs[2].matches(bytes) || globs[4].matches(bytes) {
            #expect(candidates.contains(globs.count + 1))
        }
    }

    @Test(arguments: [1, 63, 64, 65, 128, 129, 1000])
    func `every rule of many is found by its address`(count: Int) {
        let index = Self.index(
            (0..<count).map { $0 % 10 == 9 ? nil : [Glob("**.team_\($0)_main", .address)] })
        for rule in 0..<count {
            let candidates = Array(index.candidates(for: Array("x.y.team_\(rule)_main".utf8)))
            #expect(candidates.contains(rule))
            #expect(candidates == candidates.sorted())
            #expect((0..<count).filter { $0 % 10 == 9 }.allSatisfy(candidates.contains))
        }
    }

    @Test func `rules about other addresses are not asked`() {
        let globs = (0..<100).map { [Glob("module.*.aws_*.team_\($0)_*", .address)] }
        let candidates = Array(
            Self.index(globs).candidates(
                for: Array("module.m.aws_sqs_queue.team_42_main".utf8)))
        #expect(candidates.contains(42))
        #expect(candidates.count < 5)
    }
}
