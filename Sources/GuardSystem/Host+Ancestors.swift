#if os(Linux)
extension Host {
    /// The executables of the processes above this one, the nearest first, each by its file's name
    /// and by the name the process gave itself; as far as the system lets one look.
    package static var ancestors: [String] {
        var names: [String] = []
        var process = parentProcessID
        // No tree is that deep; a loop made by a number that was reused ends.
        for _ in 0..<64 where process > 1 {
            if let link = FilePath("/proc/\(process)/exe"), let target = try? link.linkTarget() {
                names.append(String(decoding: target.lastComponent, as: UTF8.self))
            }
            guard let path = FilePath("/proc/\(process)/stat"),
                let line = try? readFile(path, limit: 4096),
                let open = line.firstIndex(of: UInt8(ascii: "(")),
                let close = line.lastIndex(of: UInt8(ascii: ")")), open < close
            else { break }
            names.append(String(decoding: line[(open + 1)..<close], as: UTF8.self))
            // Fields 3 and 4 of proc_pid_stat(5): the state and the parent.
            let fields = line[(close + 1)...].split(separator: UInt8(ascii: " "), maxSplits: 2)
            guard fields.count > 1,
                let parent = Int32(String(decoding: fields[1], as: UTF8.self))
            else { break }
            process = parent
        }
        return names
    }
}
#else
extension Host {
    /// Not known here.
    package static var ancestors: [String] { [] }
}
#endif
