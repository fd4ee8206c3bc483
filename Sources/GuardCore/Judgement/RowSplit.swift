import Synchronization
import TerraformPlan

/// How the rows of a plan are judged in pieces, each of which needs nothing of the others.
///
/// Who does them, and whether at the same time, is for the caller to say: nothing here knows of
/// threads. No verdict depends on how the rows are split.
package struct RowSplit: Sendable {
    /// Does so many pieces of work by their numbers, and returns when all of them are done.
    package typealias Workers = @Sendable (Int, @escaping @Sendable (Int) -> Void) -> Void

    private let mostPieces: Int
    private let leastRows: Int
    fileprivate let workers: Workers

    /// - Parameters:
    ///   - mostPieces: how many there may be.
    ///   - leastRows: how many rows a piece must have to be worth being one.
    ///   - workers: does them.
    package init(
        atMost mostPieces: Int, ofAtLeast leastRows: Int = 32, by workers: @escaping Workers
    ) {
        self.mostPieces = mostPieces
        self.leastRows = leastRows
        self.workers = workers
    }

    /// All rows, one after the other.
    package static let none = RowSplit(atMost: 1) { count, work in
        for number in 0..<count { work(number) }
    }

    /// The rows of each piece, in their order.
    fileprivate func ranges(of count: Int) -> [Range<Int>] {
        let pieces = max(1, min(mostPieces, count / max(1, leastRows)))
        return (0..<pieces).map { count * $0 / pieces..<count * ($0 + 1) / pieces }
    }
}

extension Judgement {
    /// Judges the rows, of which none has been judged before, in pieces where that is worth it.
    mutating func judge(_ rows: [ResourceChange], by context: RowContext, _ split: RowSplit) {
        // What is known of types is gathered in the order of the plan, whoever judges which row.
        for row in rows { index.learn(row.type) }
        let ranges = split.ranges(of: rows.count)
        guard ranges.count > 1 else {
            judge(rows[...], by: context)
            return
        }
        let beginning = self
        let parts = Mutex([Judgement?](repeating: nil, count: ranges.count))
        split.workers(ranges.count) { number in
            var part = beginning
            part.judge(rows[ranges[number]], by: context)
            parts.withLock { [part] in $0[number] = part }
        }
        for part in parts.withLock({ $0 }) {
            guard let part else { preconditionFailure("A piece of the plan was not judged.") }
            join(part)
        }
    }
}
