import GuardSystem
import Synchronization
import Testing

@Suite struct ProcessorsTests {
    @Test(arguments: [(0, nil), (1, nil), (1000, nil), (1000, 1), (1000, 7), (3, 50)])
    func `every piece of work is done once`(count: Int, limit: Int?) {
        let done = Mutex([Int](repeating: 0, count: count))
        onAllProcessors(count, atMost: limit) { number in
            done.withLock { $0[number] += 1 }
        }
        #expect(done.withLock { $0 } == [Int](repeating: 1, count: count))
    }

    @Test func `no more pieces are under way than are allowed`() {
        struct Load {
            var now = 0
            var most = 0
        }
        let load = Mutex(Load())
        onAllProcessors(200, atMost: 3) { _ in
            load.withLock {
                $0.now += 1
                $0.most = max($0.most, $0.now)
            }
            load.withLock { $0.now -= 1 }
        }
        let most = load.withLock { $0.most }
        #expect((1...3).contains(most))
    }

    @Test func `with one allowed, the pieces are done in their order`() {
        let done = Mutex<[Int]>([])
        onAllProcessors(50, atMost: 1) { number in done.withLock { $0.append(number) } }
        #expect(done.withLock { $0 } == Array(0..<50))
    }
}
