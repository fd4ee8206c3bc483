import Diagnostics
import GuardCore
import GuardSystem
import TerraformPlan

// The rules of the typing:
//
// - It happens on the controlling terminal, `/dev/tty`, whatever the standard streams are: nothing
//   that is piped in counts, and nothing is shown where nobody looks.
// - What was typed before the question does not count, nor does what was pasted.
// - Bytes are compared exactly. There is no "y", no default, and no flag that skips it.
// - Three wrong tries in all, or ten minutes, end it. Ctrl-C, Ctrl-D and a hang-up mean no.
//
// It is the weaker gate: a program that drives a terminal can type. It stops the tired and the
// hasty, not who wants to get past it.

/// How a typed confirmation ended.
enum ConfirmationOutcome: Equatable, Sendable {
    /// Everything that was asked for has been typed.
    case typed
    /// Somebody said no, in one way or another: in words, for the last message.
    case declined(String)
    /// Others asked at this terminal all the time.
    case occupied
}

/// How long another tfguard is waited for that asks at the same terminal.
let turnPatience = Duration.seconds(600)

/// `1 more run waits for this terminal.`; nil where this one is alone with it.
func queueWords(hasWaited: Bool, waiting: Int) -> String? {
    switch waiting {
    case 0: hasWaited ? "No other run waits for this terminal." : nil
    case 1: "1 more run waits for this terminal."
    case _: "\(waiting) more runs wait for this terminal."
    }
}

/// What a confirmation is about, besides the changes.
struct ConfirmationPlace {
    /// For whom several wait: the root module's folder, or a request's file.
    var name: String
    var backend: ByteString?
    /// As far as they are known.
    var accounts: [String] = []
    /// Of an approval: who asks for it, above everything else.
    var preface: TextBlock?
}

/// Asks a person to type what is about to be lost.
///
/// - Returns: whether they did.
/// - Throws: what the terminal refuses, which counts as no.
func confirm(
    _ verdict: Verdict, _ challenge: Challenge, at place: ConfirmationPlace, hasColor: Bool
) throws(SystemError) -> ConfirmationOutcome {
    let terminal = try Terminal()
    // Others that run beside this one (terragrunt run --all, make -j) may want to ask, too.
    guard let turn = try TerminalTurn.take(at: terminal, within: turnPatience) else {
        return .occupied
    }
    let queue = queueWords(hasWaited: turn.hasWaited, waiting: turn.waiting)
        .map { "\nThis is \(place.name). \($0)\n" }
    let style: TextStyle = hasColor ? .coloured : .plain
    let size = terminal.size
    let taken = (queue == nil ? 0 : 2) + (place.preface?.lines.count ?? 0)
    let screen = confirmationScreen(
        verdict, challenge: challenge, backend: place.backend,
        size: TerminalSize(columns: size.columns, rows: size.rows - taken),
        purpose: place.preface == nil ? .applying : .approving,
        accounts: place.accounts, style: style)
    let preface = place.preface?.rendered(style) ?? ""
    // What terraform printed last stands right above.
    try terminal.write(Array(("\n" + (queue ?? "") + preface + screen.text).utf8))

    var triesLeft = 3
    for (line, prompt) in zip(challenge.lines, screen.prompts) {
        var isTyped = false
        while !isTyped {
            let answer = try terminal.readLine(
                prompt: Array(prompt.utf8), timeout: .seconds(600))
            switch answer {
            case .line(let bytes) where bytes == line.expected.bytes:
                isTyped = true
            case .line:
                triesLeft -= 1
                guard triesLeft > 0 else { return .declined("That was the third wrong try.") }
                try terminal.write(
                    Array(
                        "That is not it. \(triesLeft == 1 ? "One try" : "Two tries") left.\n".utf8))
            case .pasted:
                triesLeft -= 1
                guard triesLeft > 0 else { return .declined("That was the third wrong try.") }
                try terminal.write(
                    Array("That was pasted. It has to be typed, so that somebody reads it.\n".utf8))
            case .endOfInput:
                return .declined("The input ended.")
            case .interrupted:
                return .declined("It was interrupted.")
            case .timedOut:
                return .declined("Nobody answered for ten minutes.")
            case .hungUp:
                return .declined("The terminal went away.")
            }
        }
    }
    return .typed
}

/// The turn at the terminal for terraform's own question, which is read from standard input.
///
/// - Returns: the turn; nil where no person at a terminal answers.
/// - Throws: a refusal where others asked there all the time.
func turnForTerraformsQuestion() throws(Refusal) -> TerminalTurn? {
    guard StandardStream.input.isTerminal, let terminal = try? Terminal() else { return nil }
    let turn = try refusing { () throws(SystemError) in
        try TerminalTurn.take(at: terminal, within: turnPatience)
    }
    guard let turn else {
        throw Refusal(
            .confirmationNeeded, "Nobody could be asked",
            "Others asked at this terminal for ten minutes. Nothing was changed.")
    }
    return turn
}
