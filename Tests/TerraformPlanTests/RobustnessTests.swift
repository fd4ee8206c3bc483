import Testing

@testable import TerraformPlan

/// What nobody writes but somebody may send.
@Suite struct RobustnessTests {
    private static let nested = [
        "[": "]", #"{"a":"#: "}", #"[{"a":"#: "}]", #"[1,{"a":{},"b":["#: "]}]",
    ]

    @Test(arguments: nested.keys.sorted(), SkipMethod.allCases)
    func `refuses 100,000 levels without needing a stack for them`(
        open: String, method: SkipMethod
    ) throws {
        let close = try #require(Self.nested[open])
        let value = String(repeating: open, count: 100_000) + "1"
        let whole = value + String(repeating: close, count: 100_000)
        for text in [value, whole, #"{"a":\#(whole)}"#] {
            for member in [#""checks":\#(text)"#, #""variables":{"v":{"value":\#(text)}}"#] {
                let error = refusal(plan(with: member), Delivery(method: method))
                #expect(error?.reason == .nestedTooDeeply(limit: JSONCursor.depthLimit))
            }
        }
    }

    @Test(arguments: SkipMethod.allCases)
    func `reads as many levels as the limit says and no more`(method: SkipMethod) {
        // The document itself is a level.
        for (levels, isRead) in [(9_998, true), (9_999, true), (10_000, false)] {
            let text =
                String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
            let error = refusal(plan(with: #""checks":\#(text)"#), Delivery(method: method))
            #expect((error == nil) == isRead, "\(levels) levels")
        }
    }

    @Test(arguments: SkipMethod.allCases)
    func `walks modules as deep as the limit without needing a stack for them`(
        method: SkipMethod
    ) throws {
        let state =
            String(repeating: #"{"child_modules":["#, count: 4_000)
            + #"{"resources":[{"mode":"managed"}]}"# + String(repeating: "]}", count: 4_000)
        let configuration =
            String(repeating: #"{"module_calls":{"m":{"module":"#, count: 3_000)
            + #"{"resources":[{"address":"t.a","provisioners":[{}]}]}"#
            + String(repeating: "}}}", count: 3_000)
        let text =
            #"{"format_version":"1.0","planned_values":{},"prior_state":{"values":{"root_module":"#
            + #"\#(state)}},"configuration":{"root_module":\#(configuration)}}"#
        let plan = try read(text, Delivery(method: method))
        #expect(plan.priorStateCount == 1)
        let address = String(repeating: "module.m.", count: 3_000) + "t.a"
        #expect(plan.provisioned == [ByteString(address)])
    }

    @Test(arguments: [(1_999, true), (2_000, false), (5_000, false)])
    func `keeps values as deep as those who look at them can bear`(levels: Int, isRead: Bool) {
        let text = String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
        let error = refusal(plan(with: #""variables":{"v":{"value":\#(text)}}"#))
        let reason = PlanError.Reason.nestedTooDeeply(limit: KeptTextCheck.depthLimit)
        #expect(error?.reason == (isRead ? nil : reason))
        #expect(error?.path == (isRead ? nil : #"variables["v"].value"#))
    }

    @Test func `refuses modules deeper than the limit`() {
        let state =
            String(repeating: #"{"child_modules":["#, count: 100_000) + "{}"
            + String(repeating: "]}", count: 100_000)
        let error = refusal(plan(with: #""prior_state":{"values":{"root_module":\#(state)}}"#))
        #expect(error?.reason == .nestedTooDeeply(limit: JSONCursor.depthLimit))
    }

    @Test(arguments: SkipMethod.allCases)
    func `makes a tree of a value 1,000 levels deep`(method: SkipMethod) throws {
        let text = String(repeating: #"{"a":["#, count: 500) + String(repeating: "]}", count: 500)
        let plan = try read(
            plan(with: #""variables":{"v":{"value":\#(text)}}"#), Delivery(method: method))
        var value = try #require(plan.variables.first?.value).value
        for _ in 0..<500 {
            guard case .array(let elements)? = value["a"] else { break }
            value = elements.first ?? .null
        }
        #expect(value == .null)
    }

    /// A source that makes up its bytes, and notes how much it was ever asked for.
    private struct EndlessString: ByteSource {
        var remaining: Int
        var pending: [UInt8]
        let end: [UInt8]
        var largestRequest = 0
        private var isEnding = false

        init(before: String, count: Int, after: String) {
            pending = Array(before.utf8)
            remaining = count
            end = Array(after.utf8)
        }

        mutating func read(into buffer: inout MutableSpan<UInt8>) -> Int {
            largestRequest = max(largestRequest, buffer.count)
            if pending.isEmpty, remaining > 0 {
                let count = min(remaining, buffer.count)
                for index in 0..<count { buffer[index] = UInt8(ascii: "x") }
                remaining -= count
                return count
            }
            if pending.isEmpty, !isEnding {
                isEnding = true
                pending = end
            }
            let count = min(pending.count, buffer.count)
            for index in 0..<count { buffer[index] = pending[index] }
            pending.removeFirst(count)
            return count
        }
    }

    @Test(
        arguments: [
            (#"{"planned_values":{"v":""#, #""},"#), (#"{"checks":""#, #"","#),
            (#"{"unknown":["a",""#, #""],"#),
        ], SkipMethod.allCases)
    func `passes over a string of 30 MB in the window it has`(
        around: (String, String), method: SkipMethod
    ) throws {
        let rest =
            around.0.contains("planned")
            ? #""configuration":{}"# : #""planned_values":{},"configuration":{}"#
        var source = EndlessString(
            before: around.0, count: 30_000_000,
            after: around.1 + #""format_version":"1.2",\#(rest)}"#)
        let plan = try readPlan(from: &source, windowSize: 1 << 16, method: method)
        #expect(plan.formatVersion == "1.2")
        #expect(source.largestRequest <= 1 << 16)
    }

    /// Offsets beyond 32 bits, in a document that no memory of a runner holds.
    @Test(.enabled(if: isReleaseBuild, "a debug build takes minutes for 5 GB"))
    func `reads a plan of 5 GB in the window it has, and says where its end is wrong`() throws {
        let after = #""},"format_version":"1.2","configuration":{}"#
        for (end, isPlan) in [("}", true), ("!", false)] {
            var source = EndlessString(
                before: #"{"planned_values":{"v":""#, count: 5 << 30, after: after + end)
            do throws(PlanReadingError<Never>) {
                let plan = try readPlan(from: &source)
                #expect(isPlan && plan.formatVersion == "1.2")
            } catch {
                guard case .unreadable(let error) = error else { continue }
                #expect(!isPlan && error.offset == 24 + (5 << 30) + after.utf8.count, "\(error)")
            }
            #expect(source.largestRequest <= 1 << 18)
        }
    }

    @Test func `keeps a string of 30 MB that matters`() throws {
        var source = EndlessString(
            before: #"{"format_version":"1.2","planned_values":{},"configuration":{},"variables":"#
                + #"{"v":{"value":""#, count: 30_000_000, after: #""}}}"#)
        let plan = try readPlan(from: &source)
        #expect(plan.variables.first?.value?.bytes.count == 30_000_002)
    }

    @Test(arguments: SkipMethod.allCases)
    func `reads a number of a million digits`(method: SkipMethod) throws {
        let digits = String(repeating: "9", count: 1_000_000)
        for text in [digits, "-" + digits, "0." + digits, "1e" + digits, "[1,\(digits),2]"] {
            let document = plan(with: #""checks":[\#(text)]"#, #""unknown":\#(text)"#)
            let delivery = Delivery(chunkSize: 50_000, windowSize: 4096, method: method)
            #expect(refusal(document, delivery) == nil)
        }
    }

    private struct Failure: Error {}

    private struct FailingSource: ByteSource {
        var bytes: [UInt8]

        mutating func read(into buffer: inout MutableSpan<UInt8>) throws(Failure) -> Int {
            guard let byte = bytes.first else { throw Failure() }
            buffer[0] = byte
            bytes.removeFirst()
            return 1
        }
    }

    @Test func `hands on the failure of a source, wherever it happens`() {
        let text = Array(plan(with: #""resource_changes":[\#(row())]"#).utf8)
        for count in 0...text.count {
            var source = FailingSource(bytes: Array(text[..<count]))
            do throws(PlanReadingError<Failure>) {
                _ = try readPlan(from: &source)
                Issue.record("read \(count) bytes")
            } catch {
                guard case .source = error else {
                    Issue.record("\(error) after \(count) bytes")
                    continue
                }
            }
        }
    }

    @Test func `tells apart addresses that look the same`() throws {
        let rows = ["é", "e\u{301}"].map { row(#"a.b[\"\#($0)\"]"#) }.joined(separator: ",")
        let plan = try read(plan(with: #""resource_changes":[\#(rows)]"#))
        #expect(Set(plan.changes.map(\.address)).count == 2)
    }
}

private var isReleaseBuild: Bool {
    #if DEBUG
    false
    #else
    true
    #endif
}
