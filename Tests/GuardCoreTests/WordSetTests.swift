import Testing

@testable import GuardCore

/// A set of words is a set.
@Suite struct WordSetTests {
    @Test func `it holds what was put in, once`() {
        var actors: WordSet<Actor> = [.ci]
        #expect(!actors.isEmpty && actors.contains(.ci) && !actors.contains(.human))
        actors.insert(.human)
        actors.insert(.ci)
        #expect(actors.words == [.human, .ci])
        #expect(actors == [.ci, .human, .ci])
        #expect(WordSet<Actor>().isEmpty)
    }

    @Test func `it compares as sets do`() {
        let people: WordSet<Actor> = [.human]
        #expect(people.isSubset(of: [.human, .ci]) && !people.isSubset(of: [.ci]))
        #expect(people.isDisjoint(with: [.ci]) && !people.isDisjoint(with: [.human]))
        #expect(WordSet<Actor>().isSubset(of: []))
    }

    @Test func `every word of a kind has a number of its own`() {
        for category in GuardCore.Category.allCases {
            let alone: WordSet<GuardCore.Category> = [category]
            #expect(alone.words == [category])
        }
    }
}
