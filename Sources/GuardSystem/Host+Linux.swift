#if os(Linux)
extension Host {
    /// Whether user ids mean what they mean to the machine: user_namespaces(7).
    ///
    /// In the initial namespace every id maps to itself. A container's root may map any few;
    /// false where it cannot be told.
    package static var isInInitialUserNamespace: Bool {
        guard let map = try? readFile("/proc/self/uid_map", limit: 4096) else { return false }
        return isIdentity(userMap: map)
    }

    static func isIdentity(userMap map: [UInt8]) -> Bool {
        let lines = map.split(separator: UInt8(ascii: "\n"))
        guard lines.count == 1 else { return false }
        let numbers = lines[0].split(separator: UInt8(ascii: " ")).map {
            String(decoding: $0, as: UTF8.self)
        }
        return numbers == ["0", "0", "4294967295"]
    }
}

func currentExecutablePath() throws(SystemError) -> FilePath {
    try FilePath("/proc/self/exe").linkTargetOrSelf()
}

extension FilePath {
    /// The link's target; for `/proc/self/exe` of a file that has been removed or replaced, the
    /// link itself, which still leads to it.
    fileprivate func linkTargetOrSelf() throws(SystemError) -> FilePath {
        let target = try linkTarget()
        guard try target.identity() == identity() else { return self }
        return target
    }

    private func identity() throws(SystemError) -> FileFacts.Identity? {
        try? facts().identity
    }
}

/// When a process began, in the kernel's own count; nil where it cannot be told.
///
/// With the process's number it names one process for as long as the machine runs.
func processStart(of process: Int32) -> String? {
    guard let path = FilePath("/proc/\(process)/stat"),
        let line = try? readFile(path, limit: 4096),
        // The second field is the program's name, which may have blanks and parentheses in it.
        let end = line.lastIndex(of: UInt8(ascii: ")"))
    else { return nil }
    let fields = line[(end + 1)...].split(separator: UInt8(ascii: " "))
    // Field 22 of proc_pid_stat(5); these begin with the third.
    return fields.count > 19 ? String(decoding: fields[19], as: UTF8.self) : nil
}
#endif
