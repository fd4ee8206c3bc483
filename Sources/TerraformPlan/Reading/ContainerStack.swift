/// Which containers are open, innermost last: one bit for each.
///
/// The innermost 64 are the bits of one word, so that opening and closing is a shift; words below
/// are put aside.
struct ContainerStack {
    private(set) var depth = 0
    private var kinds: UInt64 = 0
    private var below: [UInt64] = []

    /// Whether the innermost container is an object, and not an array.
    var isObject: Bool {
        @inline(__always) get { kinds & 1 == 1 }
    }

    @inline(__always)
    mutating func push(isObject: Bool) {
        if depth & 63 == 0, depth > 0 { below.append(kinds) }
        kinds = kinds &<< 1 | (isObject ? 1 : 0)
        depth &+= 1
    }

    @inline(__always)
    mutating func pop() {
        depth &-= 1
        if depth & 63 == 0, depth > 0 {
            kinds = below.removeLast()
        } else {
            kinds &>>= 1
        }
    }
}
