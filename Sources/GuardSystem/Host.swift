#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Who and where this process is.
package enum Host {
    /// The user whose files this process may change: geteuid(2).
    package static var userID: UInt32 { geteuid() }

    package static var processID: Int32 { getpid() }

    package static var parentProcessID: Int32 { getppid() }

    /// The machine's own name for itself: gethostname(2); empty where it has none.
    package static var name: [UInt8] {
        var name = [CChar](repeating: 0, count: 256)
        // SAFETY: as many bytes may be written as are said; the last of them stays zero.
        guard unsafe gethostname(&name, name.count - 1) == 0 else { return [] }
        return name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:))
    }
}
