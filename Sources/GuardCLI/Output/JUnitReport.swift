import GuardCore
import TerraformPlan

// JUnit's XML, which every build server shows: a suite for each plan, in it the verdict as one case
// and every remark as another. What only needs somebody's attention (-fail-on) passes, and says so.

func junitPart(_ plan: CheckedPlan, _ manner: ReportManner) -> [UInt8] {
    let name = xml(singleLine(plan.name.description))
    var cases = ""
    var counts = CaseCounts()
    switch plan.outcome {
    case .failed(_, let message):
        counts = CaseCounts(tests: 1, errors: 1)
        cases += "    <testcase classname=\"\(name)\" name=\"verdict\">\n"
        cases += "      <error type=\"not-judged\" message=\"\(xml(singleLine(message)))\"/>\n"
        cases += "    </testcase>\n"
    case .judged(let verdict, _):
        counts = CaseCounts(plan.summary(for: [.junit]), manner)
        let note = verdict.floor.note.map { " \($0)" } ?? ""
        cases += testCase(
            named: "verdict", in: name, verdict.decision, type: verdict.decision.rawValue,
            plainHeadline(of: verdict) + note, manner)
        for remark in verdict.remarks {
            cases += testCase(
                named: "\(remark.mark.rule): \(remark.title)", in: name, remark.mark.decision,
                type: remark.mark.qualifiedRule, remark.text, manner)
        }
    }
    return Array(
        "  <testsuite name=\"\(name)\"\(counts.attributes)>\n\(cases)  </testsuite>\n".utf8)
}

func junitReport(
    _ parts: [[UInt8]], _ plans: [PlanSummary], _ manner: ReportManner
) -> [UInt8] {
    let counts = plans.map { CaseCounts($0, manner) }.reduce(CaseCounts(), +)
    let head = """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="tfguard"\(counts.attributes)>

        """
    return Array(head.utf8) + parts.flatMap(\.self) + Array("</testsuites>\n".utf8)
}

private struct CaseCounts {
    var tests = 0
    var failures = 0
    var errors = 0

    init(tests: Int = 0, errors: Int = 0) {
        self.tests = tests
        self.errors = errors
    }

    init(_ plan: PlanSummary, _ manner: ReportManner) {
        guard let decision = plan.decision else {
            self.init(tests: 1, errors: 1)
            return
        }
        let decisions = [decision] + plan.remarks.map(\.decision)
        self.init(tests: decisions.count)
        failures = decisions.count { manner.failsOn.isReached(by: $0) }
    }

    static func + (left: CaseCounts, right: CaseCounts) -> CaseCounts {
        var sum = left
        sum.tests += right.tests
        sum.failures += right.failures
        sum.errors += right.errors
        return sum
    }

    var attributes: String {
        " tests=\"\(tests)\" failures=\"\(failures)\" errors=\"\(errors)\" skipped=\"0\""
    }
}

private func testCase(
    named name: String, in suite: String, _ decision: Decision, type: String, _ text: String,
    _ manner: ReportManner
) -> String {
    let opening = "    <testcase classname=\"\(suite)\" name=\"\(xml(name))\">\n"
    let body =
        manner.failsOn.isReached(by: decision)
        ? "      <failure type=\"\(xml(type))\" message=\"\(xml(text))\"/>\n"
        : "      <system-out>\(xml(text))</system-out>\n"
    return opening + body + "    </testcase>\n"
}

/// Text for an attribute or an element.
///
/// What no XML document may hold, such as control characters, has been spelled out before.
private func xml(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "\"": result += "&quot;"
        case "'": result += "&#39;"
        case _: result.unicodeScalars.append(scalar)
        }
    }
    return result
}
