import Diagnostics

/// The functions an expression can call, with Terraform's names and meanings.
///
/// `known` is our own: its first argument if that is known, and its second otherwise.
package enum Function: String, CaseIterable, Sendable {
    case abs
    case alltrue
    case anytrue
    case can
    case coalesce
    case contains
    case endswith
    case join
    case jsondecode
    case keys
    case known
    case length
    case lookup
    case lower
    case max
    case min
    case one
    case regex
    case replace
    case split
    case startswith
    case timecmp
    case tonumber
    case tostring
    case trimspace
    case `try`
    case upper
    case values

    /// How many arguments it takes.
    var arity: ClosedRange<Int> {
        switch self {
        case .abs, .alltrue, .anytrue, .can, .jsondecode, .keys, .length, .lower, .one, .tonumber,
            .tostring, .trimspace, .upper, .values:
            1...1
        case .contains, .endswith, .known, .regex, .split, .startswith, .timecmp: 2...2
        case .replace: 3...3
        case .lookup: 2...3
        case .coalesce, .max, .min, .try: 1 ... .max
        case .join: 2 ... .max
        }
    }
}

extension Function {
    /// Says that there is no function of that name.
    static func unknown(_ name: Identifier) -> Diagnostic {
        Diagnostic(
            "Unknown function",
            detail: "There is no function \"\(name.name)\"."
                + didYouMean(name.name, among: allCases.map(\.rawValue)), at: name.range)
    }

    /// Says that a call has too few arguments, or too many.
    func wrongNumber(of count: Int, at range: SourceRange) -> Diagnostic {
        let expected =
            if arity.upperBound == .max {
                "at least \(arity.lowerBound)"
            } else if arity.lowerBound == arity.upperBound {
                "\(arity.lowerBound)"
            } else {
                "\(arity.lowerBound) to \(arity.upperBound)"
            }
        return Diagnostic(
            "Wrong number of arguments",
            detail: "Arguments of the function \"\(rawValue)\": expected \(expected), given"
                + " \(count).", at: range)
    }
}
