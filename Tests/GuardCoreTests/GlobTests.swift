import Testing

@testable import GuardCore

@Suite struct GlobTests {
    struct Case: CustomTestStringConvertible {
        let pattern: String
        let matching: [String]
        let others: [String]

        init(_ pattern: String, _ matching: [String], not others: [String]) {
            self.pattern = pattern
            self.matching = matching
            self.others = others
        }

        var testDescription: String { pattern }
    }

    @Test(arguments: [
        Case(
            "aws_instance.web", ["aws_instance.web"],
            not: ["aws_instance.web[0]", "aws_instance.we"]),
        Case(
            "aws_instance.*",
            ["aws_instance.web", "aws_instance.web[0]", "aws_instance.web[\"a.b\"]"],
            not: ["aws_instance", "module.a.aws_instance.web"]),
        Case("*.web", ["aws_instance.web"], not: ["module.a.aws_instance.web"]),
        Case(
            "**.web", ["aws_instance.web", "module.a.aws_instance.web"], not: ["aws_instance.web2"]),
        Case(
            "module.team_1.**", ["module.team_1.a.b", "module.team_1"],
            not: ["module.team_10.a.b", "module.team_1[0].a.b"]),
        Case("**", ["aws_instance.web", "module.a[\"x\"].b.c"], not: []),
        Case(
            "module.legacy[*].**",
            ["module.legacy[0].a.b", "module.legacy[\"x.y]\"].a.b.c", "module.legacy[0].a"],
            not: ["module.legacy.a.b", "module.legacy[0]x.a", "module.legacy2[0].a"]),
        Case(
            "module.**.aws_db_*.main",
            ["module.a.aws_db_instance.main", "module.a.module.b.aws_db_x.main"],
            not: ["aws_db_instance.main", "module.a.aws_db.main"]),
        Case("a.b[\"*\"]", ["a.b[\"*\"]"], not: ["a.b[\"x\"]"]),
        Case("a.b[\"x?\"]", ["a.b[\"x?\"]"], not: ["a.b[\"xy\"]"]),
        Case("a.b[\"c.d\"]", ["a.b[\"c.d\"]"], not: ["a.b[\"c\"]"]),
        Case("a.b[0]", ["a.b[0]"], not: ["a.b[\"0\"]", "a.b[00]", "a.b"]),
        Case(
            "a.b[*]", ["a.b[0]", "a.b[\"]\"]", "a.b[\"\\\"]\"]"],
            not: ["a.b", "a.b[0].c", "a.b[0][1]"]),
        Case("a.?", ["a.b", "a.é", "a.日"], not: ["a.", "a.bc", "a.éb"]),
        Case("a.x*z", ["a.xz", "a.xyz", "a.xzz"], not: ["a.x.z", "a.xy"]),
    ])
    func `an address matches`(example: Case) {
        check(example, .address)
    }

    @Test(arguments: [
        Case(
            "live/prod/**", ["live/prod", "live/prod/db", "live/prod/db/x"],
            not: ["live/production", "x/live/prod"]),
        Case("**/prod", ["prod", "a/prod", "a/b/prod"], not: ["aprod", "prod/a"]),
        Case("a/**/b", ["a/b", "a/x/b", "a/x/y/b"], not: ["ab", "a/xb", "a/b/c"]),
        Case("**/prod/**", ["prod", "a/prod", "prod/b", "a/prod/b/c"], not: ["a/prods/b"]),
        Case("live/*", ["live/prod"], not: ["live", "live/prod/db"]),
        Case("/srv/*/prod", ["/srv/x/prod"], not: ["/srv/prod", "srv/x/prod"]),
        Case("a**b", ["ab", "a/b", "axx/yb"], not: ["a/c"]),
        Case("[ab]", ["[ab]"], not: ["a"]),
    ])
    func `a path matches`(example: Case) {
        check(example, .path)
    }

    @Test(arguments: [
        Case("prod-*", ["prod-", "prod-eu", "prod-a/b.c"], not: ["prod", "xprod-"]),
        Case("*", ["", "x", "a.b/c"], not: []),
        Case("*a*b*", ["ab", "xaxbx"], not: ["ba"]),
        Case("e\u{301}", ["e\u{301}"], not: ["\u{e9}"]),
        Case("\u{e9}", ["\u{e9}"], not: ["e\u{301}"]),
    ])
    func `a name matches`(example: Case) {
        check(example, .name)
    }

    private func check(_ example: Case, _ kind: Glob.Kind) {
        let glob = Glob(example.pattern, kind)
        for name in example.matching { #expect(glob.matches(Array(name.utf8)), "\(name)") }
        for name in example.others { #expect(!glob.matches(Array(name.utf8)), "\(name)") }
    }

    /// Backtracking would need more steps here than there are atoms.
    @Test(.timeLimit(.minutes(1))) func `a pattern of many stars stays quick`() {
        let pattern = String(repeating: "*a", count: 200) + "b"
        let name = Array(repeating: UInt8(ascii: "a"), count: 5000)
        #expect(!Glob(pattern, .name).matches(name))
    }

    @Test func `an index that is not closed is noticed`() {
        #expect(!Glob("a.b[0", .address).isComplete)
        #expect(!Glob("a.b[\"x]", .address).isComplete)
        #expect(Glob("a.b[\"x\"]", .address).isComplete)
        #expect(Glob("a[b", .path).isComplete)
    }

    /// The definition of a glob, written down as it is read: slow, and a second opinion.
    @Test func `random patterns match as their definition says`() {
        var random = Xorshift(state: 0x2545_f491_4f6c_dd1d)
        let parts = ["a", "b", "ab", "*", "a*", "*b", "?", "a?", "**"]
        for _ in 0..<20_000 {
            let pattern = (0...random.below(4)).map { _ in parts[random.below(parts.count)] }
            let name = (0...random.below(4)).map { _ in ["a", "b", "ab", "ba", ""][random.below(5)]
            }
            #expect(
                Glob(pattern.joined(separator: "/"), .path)
                    .matches(Array(name.joined(separator: "/").utf8))
                    == matches(pattern[...], name[...]), "\(pattern) \(name)")
        }
    }

    private func matches(_ pattern: ArraySlice<String>, _ name: ArraySlice<String>) -> Bool {
        guard let first = pattern.first else { return name.isEmpty }
        let rest = pattern.dropFirst()
        guard first == "**" else {
            return name.first.map {
                matchesPart(Array(first)[...], Array($0)[...]) && matches(rest, name.dropFirst())
            } ?? false
        }
        return (0...name.count).contains { matches(rest, name.dropFirst($0)) }
    }

    private func matchesPart(
        _ pattern: ArraySlice<Character>, _ name: ArraySlice<Character>
    ) -> Bool {
        guard let first = pattern.first else { return name.isEmpty }
        let rest = pattern.dropFirst()
        switch first {
        case "*": return (0...name.count).contains { matchesPart(rest, name.dropFirst($0)) }
        case "?": return !name.isEmpty && matchesPart(rest, name.dropFirst())
        case _: return name.first == first && matchesPart(rest, name.dropFirst())
        }
    }

    @Test func `a pattern of more steps than a number has bits matches alike`() {
        let long = String(repeating: "x", count: 100)
        #expect(Glob("*\(long)*y", .name).matches(Array("a\(long)by".utf8)))
        #expect(!Glob("*\(long)*y", .name).matches(Array("a\(long.dropLast())by".utf8)))
    }
}

/// A generator that gives the same numbers in every run.
struct Xorshift {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(bound))
    }
}
