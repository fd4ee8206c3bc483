import Testing

@testable import GuardCore

@Suite struct TrustedReferenceTests {
    @Test(arguments: [
        ("refs/remotes/origin/main", true), ("refs/heads/release/1.2", true),
        ("0123456789abcdef0123456789abcdef01234567", true), ("main", false), ("HEAD", false),
        ("refs/heads/main:live", false), ("refs/heads/main@{1}", false), ("refs/heads/a b", false),
        ("--exec=x", false),
    ])
    func `the system names a whole reference`(name: String, isRight: Bool) throws {
        let source = source(
            unrelatedRule + "trusted_ref = \"\(name)\"\n", layer: .system, directory: "/etc/tfguard"
        )
        let (policy, diagnostics) = readPolicy([source], catalogs: [:])
        #expect((policy != nil) == isRight)
        #expect(diagnostics.map(\.summary) == (isRight ? [] : ["Invalid reference"]))
        #expect(trustedReferenceName(in: source.file) == (isRight ? name : nil))
    }
}
