import Testing

@testable import TerraformPlan

@Suite struct NormalizedAddressTests {
    @Test(
        arguments: [
            ("t.a[\"\\u001b[31m\"]", "t.a[\"\u{1b}[31m\"]", true),
            ("t.a[\"\\n\"]", "t.a[\"\n\"]", true), ("t.a[\"é\"]", "t.a[\"\\u00e9\"]", true),
            ("t.a[\"\\U0001F600\"]", "t.a[\"😀\"]", true),
            ("t.a[\"$${x}\"]", "t.a[\"$\\u007bx}\"]", true),
            ("module.m[\"\\\"\"].t.a", "module.m[\"\\u0022\"].t.a", true),
            ("t.a[0]", "t.a[\"0\"]", false), ("t.a[\"b\"]", "t.a[\"B\"]", false),
            ("t.a", "t.a[0]", false), ("t.é", "t.e\u{301}", false),
        ] as [(ByteString, ByteString, Bool)])
    func `two spellings of one key are one address`(
        left: ByteString, right: ByteString, areSame: Bool
    ) {
        #expect((NormalizedAddress(left) == NormalizedAddress(right)) == areSame)
    }

    @Test(
        arguments: [
            ("t.a", "t.a", true), ("t.a", "t.a[0]", true), ("t.a", "t.a[\"x.y\"]", true),
            ("t.a", "t.ab", false), ("t.a[0]", "t.a", false), ("t.a[1]", "t.a[10]", false),
            ("module.m", "module.m.t.a", true), ("module.m", "module.m.module.n.t.a[0]", true),
            // An instance of the module is another module.
            ("module.m", "module.m[0].t.a", false), ("module.m[0]", "module.m[0].t.a", true),
            ("module.m[0]", "module.m[1].t.a", false),
            ("module.a.module.m", "module.a.module.m[0].t.a", false),
            ("module.m", "module.mm.t.a", false),
        ] as [(ByteString, ByteString, Bool)])
    func `an address stands for what is in it`(
        outer: ByteString, inner: ByteString, isIn: Bool
    ) {
        #expect(NormalizedAddress(outer).contains(NormalizedAddress(inner)) == isIn)
    }

    @Test(
        arguments: [
            ("aws_instance.web", "aws_instance"),
            ("module.a[\"x.y\"].aws_s3_bucket.b[0]", "aws_s3_bucket"),
            ("data.aws_ami.a[\"a.b\"]", "aws_ami"), ("module.m", nil), ("web", nil), ("", nil),
        ] as [(ByteString, ByteString?)])
    func `the type is the last word but one`(address: ByteString, type: ByteString?) {
        #expect(NormalizedAddress(address).resource?.type == type)
    }

    @Test(arguments: [
        "aws_instance.web", "module.a[\"x.y[\"].module.b.aws_instance.web[0]", "module.a[0]", "a",
        "",
    ])
    func `what encloses an address is every prefix that contains it`(address: String) {
        let inner = NormalizedAddress(ByteString(address))
        let prefixes = address.unicodeScalars.indices.map {
            NormalizedAddress(ByteString(String(address.unicodeScalars[..<$0])))
        }
        let outer = inner.enclosing
        #expect(outer.last == inner)
        #expect(outer.allSatisfy { $0.contains(inner) })
        for prefix in prefixes where prefix.contains(inner) && address != "" {
            #expect(outer.contains(prefix), "\(prefix)")
        }
    }
}
