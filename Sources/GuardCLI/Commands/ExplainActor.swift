import Diagnostics
import GuardCore
import GuardSystem

/// `tfguard explain -actor`: who is asking, what gave them away, and what else was looked at.
///
/// - Parameters:
///   - environment: the caller's.
///   - listsAll: whether what was not seen is listed, too.
///   - hasColor: whether colours are welcome.
/// - Returns: success.
/// - Throws: a refusal where nothing can be written.
func explainActor(
    _ environment: Environment, listsAll: Bool, hasColor: Bool
) throws(Refusal) -> ExitStatus {
    let console = Console(.output, environment: environment, hasColor: hasColor)
    let text = actorExplanation(.now(environment), listsAll: listsAll, width: console.width)
        .rendered(console.style)
    try refusing { () throws(SystemError) in try StandardStream.output.write(Array(text.utf8)) }
    return .success
}

func actorExplanation(_ surroundings: Surroundings, listsAll: Bool, width: Int) -> TextBlock {
    var block = TextBlock(width: width)
    let found = detectActors(surroundings)
    let names = Actor.allCases.filter(found.actors.contains).map(\.rawValue)
    block.paragraph([
        .prose("tfguard takes you for: "), .prose(names.joined(separator: " and "), .strong),
        .prose("."),
    ])
    let clues = actorClues(surroundings)
    let kinds: [Actor] = [.agent, .ci, .unattended]
    for actor in kinds {
        let seen = clues.filter { $0.actor == actor && $0.isSeen }
        guard !seen.isEmpty else { continue }
        block.gap()
        block.paragraph([.prose(heading(actor), .strong)])
        for clue in seen {
            block.paragraph([.spaces(2), .prose("seen ", .caution), .prose(clue.name)])
        }
    }
    block.gap()
    let unseen = kinds.map { actor in clues.filter { $0.actor == actor && !$0.isSeen } }
    if listsAll {
        block.paragraph([.prose("Looked for and not seen", .strong)])
        for (actor, clues) in zip(kinds, unseen) where !clues.isEmpty {
            let names = clues.map(\.name).joined(separator: ", ")
            block.paragraph([.prose("\(heading(actor)): \(names)")], indent: 2)
        }
        block.gap()
    } else {
        let counts = zip(kinds, unseen).filter { !$1.isEmpty }.map { actor, clues in
            "\(clues.count) \(clues.count == 1 ? "sign" : "signs") of \(noun(actor))"
        }
        block.paragraph([
            .prose(
                "Looked for and not seen: \(joined(counts)). tfguard explain -actor -verbose lists "
                    + "them.")
        ])
        block.gap()
    }
    block.paragraph([
        .prose(
            "Whoever shows any of these is asked nothing. That none is there proves nothing: an "
                + "agent can take its signals away.")
    ])
    return block
}

private func noun(_ actor: Actor) -> String {
    switch actor {
    case .agent: "an agent"
    case .ci: "a pipeline"
    case .unattended: "a script that nobody watches"
    case .human: "a person"
    }
}

private func heading(_ actor: Actor) -> String {
    switch actor {
    case .agent: "An agent is told by"
    case .ci: "A pipeline is told by"
    case .unattended: "A script that nobody watches is told by"
    case .human: "A person"
    }
}
