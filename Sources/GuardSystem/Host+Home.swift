extension Host {
    /// This user's home as the user database has it, or nil where it does not.
    ///
    /// Read from `/etc/passwd` itself: a static program has none of the C library's other sources
    /// (nsswitch.conf(5)).
    package static var passwordHome: FilePath? {
        guard let database = try? readFile("/etc/passwd", limit: 16 << 20) else { return nil }
        return home(of: userID, inPasswords: database)
    }

    /// The sixth field of the user's first line in passwd(5).
    static func home(of user: UInt32, inPasswords database: [UInt8]) -> FilePath? {
        for line in database.split(separator: UInt8(ascii: "\n")) {
            let fields = line.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
            guard fields.count >= 7, fields[2].elementsEqual(String(user).utf8) else { continue }
            guard let home = FilePath(bytes: Array(fields[5])), home.isAbsolute else { return nil }
            return home
        }
        return nil
    }
}
