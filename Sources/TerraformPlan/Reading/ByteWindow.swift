/// The part of a document that is in memory while the reader passes over it.
///
///     document   ……………………………|…………………………………………………………………|……………………
///     window               |pinned ····· position ····· limit|64 zeros
///
/// Bytes before `position` are forgotten as the window moves on, unless they are pinned: a row of a
/// plan is pinned while it is read, so that its parts can be copied out at its end, when it is
/// known whether it is kept. Memory is then the largest row, not the document. 64 KiB is enough
/// for full speed and larger windows bring none.
@safe struct ByteWindow: ~Copyable {
    /// Fills the front of the buffer and says how many bytes it took; 0 at the end, nil when the
    /// source failed.
    typealias Fill = (inout MutableSpan<UInt8>) -> Int?

    /// Zeros behind the last byte, so that a look ahead never leaves the memory and never finds
    /// anything that is part of JSON.
    static let padding = 128

    private var memory: UnsafeMutableRawPointer
    private var capacity: Int
    private let fill: Fill

    /// The next byte to be read, counted from the front of the window.
    var position = 0
    /// The end of what is there.
    private(set) var limit = 0
    /// The document's offset of the window's front.
    private var origin = 0
    private var hasEnded = false
    /// From here on, as a document offset, bytes stay.
    private var pinned: Int?

    init(capacity: Int = 64 << 10, fill: @escaping Fill) {
        precondition(capacity > 0)
        self.capacity = capacity
        self.fill = fill
        // SAFETY: kept to itself until `deinit`.
        unsafe memory = Self.allocate(capacity)
    }

    deinit {
        // SAFETY: allocated by this window, and nothing else holds it.
        unsafe memory.deallocate()
    }

    /// The document's offset of the next byte.
    var offset: Int { origin + position }

    /// The start of the window's memory, for the loops that are worth it.
    ///
    /// Valid until the next `extend()`; `limit + padding` bytes may be read.
    // SAFETY: who reads there keeps to what is said above.
    var base: UnsafeRawPointer { unsafe UnsafeRawPointer(memory) }

    /// The byte at an index of the window; a zero behind the end.
    subscript(index: Int) -> UInt8 {
        @inline(__always) get {
            assert(index >= 0 && index < limit + Self.padding)
            // SAFETY: the index lies in the window or its padding.
            return unsafe memory.load(fromByteOffset: index, as: UInt8.self)
        }
    }

    /// The next byte without taking it, or nil at the end of the document.
    @inline(__always)
    mutating func peek() throws(ReadingFailure) -> UInt8? {
        if position < limit { return self[position] }
        return try extend() ? self[position] : nil
    }

    /// Sees to it that `count` bytes are there, if the document has them.
    @inline(__always)
    mutating func look(ahead count: Int) throws(ReadingFailure) -> Bool {
        while limit - position < count {
            guard try extend() else { return false }
        }
        return true
    }

    /// Reads on, moving or growing the window as need be.
    ///
    /// - Returns: false at the end of the document.
    mutating func extend() throws(ReadingFailure) -> Bool {
        if hasEnded { return false }
        if capacity - limit < (capacity + 1) / 2 { makeRoom() }
        // SAFETY: the bytes from `limit` to `capacity` are ours, and initialised since `allocate`.
        let free = unsafe UnsafeMutableBufferPointer(
            start: memory.assumingMemoryBound(to: UInt8.self) + limit, count: capacity - limit)
        // SAFETY: the span is gone before the memory can move.
        var span = unsafe free.mutableSpan
        guard let count = fill(&span) else { throw .source }
        precondition(
            count <= capacity - limit, "a source returned more bytes than it was asked for")
        limit += count
        hasEnded = count == 0
        // SAFETY: the memory goes on for `padding` bytes behind the capacity.
        unsafe (memory + limit).initializeMemory(
            as: UInt8.self, repeating: 0, count: Self.padding)
        return !hasEnded
    }

    private mutating func makeRoom() {
        let kept = min(position, pinned.map { $0 - origin } ?? position)
        let count = limit - kept
        // SAFETY: the memory in use is let go only after it has been copied.
        var target = unsafe memory
        if capacity - count < (capacity + 1) / 2 {
            capacity *= 2
            unsafe target = Self.allocate(capacity)
        }
        // SAFETY: both hold `count` bytes; copyMemory allows them to overlap.
        unsafe target.copyMemory(from: memory + kept, byteCount: count)
        if unsafe target != memory {
            // SAFETY: allocated by this window; everything kept has been copied.
            unsafe memory.deallocate()
            unsafe memory = target
        }
        origin += kept
        position -= kept
        limit = count
    }

    private static func allocate(_ capacity: Int) -> UnsafeMutableRawPointer {
        let count = capacity + padding
        let memory = UnsafeMutableRawPointer.allocate(byteCount: count, alignment: 64)
        // SAFETY: that many bytes were just allocated.
        unsafe memory.initializeMemory(as: UInt8.self, repeating: 0, count: count)
        return unsafe memory
    }
}

// MARK: Pinning

extension ByteWindow {
    /// Keeps everything from the next byte on, until `unpin`.
    ///
    /// - Returns: whether it was not already pinned, to be handed to `unpin`.
    mutating func pin() -> Bool {
        guard pinned == nil else { return false }
        pinned = offset
        return true
    }

    mutating func unpin(_ wasPinnedHere: Bool) {
        if wasPinnedHere { pinned = nil }
    }

    /// The index in the window of a document offset that is pinned.
    func index(of offset: Int) -> Int {
        assert(offset >= origin && offset <= origin + limit)
        return offset - origin
    }

    /// The document's offset of an index of the window.
    func documentOffset(of index: Int) -> Int { origin + index }

    /// A copy of pinned bytes.
    func copy(_ range: Range<Int>) -> [UInt8] {
        let start = index(of: range.lowerBound)
        precondition(start >= 0 && start + range.count <= limit, "bytes that were not pinned")
        // SAFETY: the range lies in the window, as was just tested; all of the buffer is filled.
        return unsafe [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
            unsafe UnsafeMutableRawBufferPointer(buffer).copyMemory(
                from: UnsafeRawBufferPointer(start: memory + start, count: range.count))
            count = range.count
        }
    }
}
