import CGuard
import Synchronization

/// Does pieces of work that have nothing to do with each other, on all processors.
///
/// No more are under way than there are processors, so that what a piece holds in memory is held
/// only so often. They are begun in their order, and end in any.
///
/// - Parameters:
///   - count: how many there are.
///   - limit: how many may be under way; nil for as many as there are processors.
///   - work: does the piece of this number.
package func onAllProcessors(
    _ count: Int, atMost limit: Int? = nil, _ work: @escaping @Sendable (Int) -> Void
) {
    let width = min(count, limit ?? Int(cguard_processor_count()))
    guard width > 1 else {
        for number in 0..<count { work(number) }
        return
    }
    let pieces = Pieces(count: count, work: work)
    // It lives until every thread has returned, and no thread owns it.
    withExtendedLifetime(pieces) {
        // SAFETY: `pieces` outlives the call.
        unsafe cguard_on_threads(
            Int32(width),
            { context in
                guard let context = unsafe context else { return }
                // SAFETY: the context is the pieces, as below.
                unsafe Unmanaged<Pieces>.fromOpaque(context).takeUnretainedValue().run()
            }, Unmanaged.passUnretained(pieces).toOpaque())
    }
}

/// Work that several threads take from.
private final class Pieces: Sendable {
    private let next = Atomic(0)
    private let count: Int
    private let work: @Sendable (Int) -> Void

    init(count: Int, work: @escaping @Sendable (Int) -> Void) {
        self.count = count
        self.work = work
    }

    func run() {
        while true {
            let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
            guard number < count else { return }
            work(number)
        }
    }
}
