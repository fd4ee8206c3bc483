import Foundation
import TestSupport
import Testing

@testable import GuardCore

@Suite struct TimeZoneTests {
    private static let database = "/usr/share/zoneinfo/"

    private static func zone(_ name: String) -> GuardCore.TimeZone? {
        FileManager.default.contents(atPath: database + name).flatMap { TimeZone(Array($0)) }
    }

    /// A file of the second version without transitions.
    private static func file(footer: String, offset: UInt8 = 0, leapSeconds: UInt8 = 0) -> [UInt8] {
        func header(types: UInt8, leapSeconds: UInt8) -> [UInt8] {
            Array("TZif2".utf8) + [UInt8](repeating: 0, count: 15)
                + [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, leapSeconds, 0, 0, 0, 0, 0, 0, 0, types]
                + [0, 0, 0, 4]
        }
        let type: [UInt8] = [0, 0, 0, offset, 0, 0]
        let leaps = [UInt8](repeating: 0, count: 12 * Int(leapSeconds))
        let names: [UInt8] = [0x41, 0x42, 0x43, 0]
        return header(types: 1, leapSeconds: 0) + type + names
            + header(types: 1, leapSeconds: leapSeconds) + type + names + leaps
            + Array("\n\(footer)\n".utf8)
    }

    @Test(.requires(.python)) func `every zone has the offsets that Python's reader finds`() throws
    {
        // From 1900 to 2200, at uneven hours, and around the changes of clocks of a usual year.
        let program = """
            import datetime, os, zoneinfo
            zones = sorted(n for n in zoneinfo.available_timezones() if "." not in n
                           and os.path.exists("\(Self.database)" + n))
            moments = [-2208988800 + 31 * 86400 * 7 * n + 12345 * n for n in range(700)]
            moments += [1767225600 + 43200 * n + 1800 for n in range(2 * 366)]
            moments = [m for m in moments if m < 7258118400]
            epoch = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)
            for name in zones:
                with open("\(Self.database)" + name, "rb") as f:
                    zone = zoneinfo.ZoneInfo.from_file(f)
                row = []
                for m in moments:
                    at = (epoch + datetime.timedelta(seconds=m)).astimezone(zone)
                    row.append(str(int(at.utcoffset().total_seconds())))
                print(name, ",".join(row))
            """
        let step: Int64 = 31 * 86_400 * 7 + 12_345
        let far: [Int64] = (0..<700).map { -2_208_988_800 + step * Int64($0) }
        let near: [Int64] = (0..<732).map { 1_767_225_600 + 43_200 * Int64($0) + 1800 }
        let moments = (far + near).filter { $0 < 7_258_118_400 }
        let python = try Requirement.python.path()
        let output = try run(
            python, ["-c", program],
            environment: ChildEnvironment(home: NSHomeDirectory()))
        #expect(output.status == .exited(0), "\(output.errors)")
        var count = 0
        for line in output.output.split(separator: "\n") {
            let words = line.split(separator: " ")
            let name = String(words[0])
            let zone = try #require(Self.zone(name), "\(name)")
            let offsets = words[1].split(separator: ",").compactMap { Int($0) }
            try #require(offsets.count == moments.count)
            let differing = zip(moments, offsets).filter { moment, offset in
                zone.offset(at: Moment(secondsSinceEpoch: moment)) != offset
            }
            #expect(differing.isEmpty, "\(name): \(differing.prefix(3))")
            count += 1
        }
        #expect(count > 300)
    }

    @Test(
        arguments: [
            ("", 1_781_524_800, 0), ("UTC0", 1_781_524_800, 0),
            ("<+0545>-5:45", 1_781_524_800, 20_700),
            ("CET-1CEST,M3.5.0,M10.5.0/3", 1_781_524_800, 7200),
            // Daylight saving all year (RFC 9636).
            ("XXX3EDT4,0/0,J365/23", 1_781_524_800, -14_400),
            ("XXX3EDT4,0/0,J365/23", 1_767_225_600, -14_400),
            // 2024-03-01 and 2024-02-29, which J60 never counts.
            ("AAA0BBB,J60/0,J61/0", 1_709_294_400, 3600), ("AAA0BBB,J60/0,J61/0", 1_709_208_000, 0),
            ("AAA0BBB,59/0,60/0", 1_709_208_000, 3600),
            // A clock that changes on the day before: 2026-03-28T22:00-02:00 is 2026-03-29T00:00Z.
            ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", 1_774_745_999, -7200),
            ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", 1_774_746_000, -3600),
        ] as [(String, Int64, Int)])
    func `after the last transition the text at the end says how it goes on`(
        footer: String, moment: Int64, offset: Int
    ) throws {
        let zone = try #require(TimeZone(Self.file(footer: footer)))
        #expect(zone.offset(at: Moment(secondsSinceEpoch: moment)) == offset)
    }

    @Test(arguments: [
        "C-1", "CET", "CET-1CEST", "CET-1CEST,M3.5.0", "CET-1CEST,M13.5.0,M10.5.0",
        "CET-1CEST,M3.6.0,M10.5.0", "CET-1CEST,M3.5.0,M10.5.0/200", "CET-1CEST,J0,J3", "<CET-1",
        "CET-1CEST,M3.5.0,M10.5.0/3x", "CET-25",
    ])
    func `a text that is no rule makes no zone`(footer: String) {
        #expect(TimeZone(Self.file(footer: footer)) == nil)
    }

    @Test func `a file that is cut anywhere makes no zone, and no crash`() throws {
        let whole = Self.file(footer: "CET-1CEST,M3.5.0,M10.5.0/3")
        #expect(TimeZone(whole) != nil)
        for count in whole.indices { #expect(TimeZone(Array(whole.prefix(count))) == nil) }
        for index in whole.indices {
            var changed = whole
            changed[index] = 0xff
            _ = TimeZone(changed)?.offset(at: Moment(secondsSinceEpoch: 1_781_524_800))
        }
    }

    @Test func `leap seconds are refused`() {
        #expect(TimeZone(Self.file(footer: "UTC0", leapSeconds: 1)) == nil)
    }
}
