#if canImport(Darwin)
import Darwin

extension Host {
    /// Darwin has one user namespace.
    package static var isInInitialUserNamespace: Bool { true }
}

func currentExecutablePath() throws(SystemError) -> FilePath {
    var size = UInt32(0)
    // SAFETY: with no room it only says how much it needs (dyld(3)).
    unsafe _NSGetExecutablePath(nil, &size)
    var text = [CChar](repeating: 0, count: Int(size))
    // SAFETY: as many bytes may be written as it has asked for.
    guard unsafe _NSGetExecutablePath(&text, &size) == 0,
        let path = FilePath(bytes: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)))
    else { throw SystemError(.resolve, code: ENOENT) }
    return try path.resolved()
}

/// When a process began; not asked for on Darwin, where only the number of a process is looked at.
func processStart(of process: Int32) -> String? { nil }
#endif
