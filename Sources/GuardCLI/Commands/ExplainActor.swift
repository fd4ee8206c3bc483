import Diagnostics
import GuardCore
import GuardSystem

/// `tfguard explain -actor`: who is asking, what gave them away, and what else was looked at.
func explainActor(_ environment: Environment, hasColor: Bool) throws(Refusal) -> ExitStatus {
    let console = Console(.output, environment: environment, hasColor: hasColor)
    let text = actorExplanation(.now(environment), width: console.width).rendered(console.style)
    try refusing { () throws(SystemError) in try StandardStream.output.write(Array(text.utf8)) }
    return .success
}

func actorExplanation(_ surroundings: Surroundings, width: Int) -> TextBlock {
    var block = TextBlock(width: width)
    let found = detectActors(surroundings)
    let names = Actor.allCases.filter(found.actors.contains).map(\.rawValue)
    block.paragraph([
        .prose("tfguard takes you for: "), .prose(names.joined(separator: " and "), .strong),
        .prose("."),
    ])
    let clues = actorClues(surroundings)
    for actor in [Actor.agent, .ci, .unattended] {
        let own = clues.filter { $0.actor == actor }
        let seen = own.filter(\.isSeen)
        block.gap()
        block.paragraph([.prose(heading(actor), .strong)])
        for clue in seen {
            block.paragraph([.spaces(2), .prose("seen ", .caution), .prose(clue.name)])
        }
        let others = own.filter { !$0.isSeen }.map(\.name).joined(separator: ", ")
        if !others.isEmpty {
            block.paragraph([.prose(seen.isEmpty ? "Nothing of these: " : "Not: "), .prose(others)])
        }
    }
    block.gap()
    block.paragraph([
        .prose(
            "Whoever shows any of these is asked nothing. That none is there proves nothing: an "
                + "agent can take its signals away.")
    ])
    return block
}

private func heading(_ actor: Actor) -> String {
    switch actor {
    case .agent: "An agent is told by"
    case .ci: "A pipeline is told by"
    case .unattended: "A script that nobody watches is told by"
    case .human: "A person"
    }
}
