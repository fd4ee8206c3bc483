/// ` Did you mean "decision"?`, to follow a message about an unknown name; empty where no known name
/// is near.
package func didYouMean(_ given: String, among known: some Sequence<String>) -> String {
    nameSuggestion(for: given, among: known).map { " Did you mean \"\($0)\"?" } ?? ""
}

/// The known name that somebody most likely meant, or nil where none is near.
///
/// Near is a third of the letters or fewer, counted as insertions, deletions, replacements and
/// neighbours swapped (the optimal string alignment distance); upper and lower case are the same. Of
/// several that are equally near the first wins.
package func nameSuggestion(for given: String, among known: some Sequence<String>) -> String? {
    let letters = Array(given.lowercased().utf8)
    // Nobody misspells a name of that length; and the work grows with the square of it.
    guard letters.count <= 64 else { return nil }
    var best: (name: String, distance: Int)?
    for name in known where name.utf8.count <= 64 {
        let candidate = Array(name.lowercased().utf8)
        let distance = editDistance(letters, candidate)
        let isNear = distance <= max(1, max(letters.count, candidate.count) / 3)
        // A name of one or two letters is near everything of that length.
        let sharesLetter = letters.contains { candidate.contains($0) }
        if isNear, sharesLetter, distance < best?.distance ?? .max { best = (name, distance) }
    }
    return best?.name
}

private func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var beforePrevious: [Int] = []
    var previous = Array(0...right.count)
    for (row, letter) in left.enumerated() {
        var current = [row + 1]
        for (column, other) in right.enumerated() {
            var distance = min(
                previous[column + 1] + 1, current[column] + 1,
                previous[column] + (letter == other ? 0 : 1))
            if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
                distance = min(distance, beforePrevious[column - 1] + 1)
            }
            current.append(distance)
        }
        beforePrevious = previous
        previous = current
    }
    return previous[right.count]
}
