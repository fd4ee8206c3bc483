import Diagnostics
import GuardCore
import Testing

@testable import GuardCLI

@Suite struct BannerTests {
    @Test(arguments: [
        ("production", Banner.production("PRODUCTION")), ("prod", .production("PRODUCTION: prod")),
        ("live-eu", .production("PRODUCTION: live-eu")),
        ("eu_prod", .production("PRODUCTION: eu_prod")), ("staging", .other("staging")),
        ("pre-prod", .other("pre-prod")), ("nonprod", .other("nonprod")),
        ("non-prod", .other("non-prod")), ("delivery", .other("delivery")),
        ("product", .other("product")),
    ])
    func `takes an environment's name for what it is`(name: String, expected: Banner) {
        #expect(Banner([RecognisedEnvironment(name: name, by: "fallback")]) == expected)
    }

    @Test func `is production's where production is one of several`() {
        #expect(
            Banner([Sample.staging, Sample.production]) == .production("STAGING, PRODUCTION"))
    }

    @Test func `says that no environment was recognised`() {
        #expect(Banner([]) == .unknown)
        #expect(
            Banner.unknown.rendered(width: 50, .plain)
                == "━━ ENVIRONMENT NOT RECOGNISED ━━━━━━━━━━━━━━━━━━━━")
    }

    @Test(arguments: [TextStyle.plain, .coloured])
    func `never looks like production when it is not`(style: TextStyle) {
        let production = Banner.production("PRODUCTION").rendered(width: 60, style)
        for banner in [Banner.other("staging"), .unknown] {
            let other = banner.rendered(width: 60, style)
            #expect(!other.contains("PRODUCTION"))
            #expect(other.prefix(8) != production.prefix(8))
        }
        #expect(production.contains("PRODUCTION"))
    }

    @Test func `is white on red for production and for nothing else`() {
        #expect(Banner.production("X").rendered(width: 40, .coloured).hasPrefix("\u{1b}[1;97;41m"))
        #expect(!Banner.other("X").rendered(width: 40, .coloured).contains("41m"))
        #expect(!Banner.unknown.rendered(width: 40, .coloured).contains("41m"))
    }

    @Test(arguments: [24, 80, 200], ["production", "x", String(repeating: "環境", count: 150)])
    func `fills the line and no more`(width: Int, name: String) {
        for banner in [Banner.production(name), .other(name), .unknown] {
            #expect(TerminalText.width(of: banner.rendered(width: width, .plain)) == width)
        }
    }
}
