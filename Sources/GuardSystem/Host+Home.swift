extension Host {
    /// This user's home as the user database has it, or nil where it does not.
    ///
    /// Read from `/etc/passwd` itself: a static program has none of the C library's other sources
    /// (nsswitch.conf(5)).
    package static var passwordHome: FilePath? {
        guard let database = try? readFile("/etc/passwd", limit: 16 << 20) else { return nil }
        return home(of: userID, inPasswords: database)
    }

    /// This user's name as the user database has it, or nil where it does not.
    package static var passwordName: [UInt8]? {
        guard let database = try? readFile("/etc/passwd", limit: 16 << 20) else { return nil }
        return fields(of: userID, inPasswords: database).map { Array($0[0]) }
    }

    /// The sixth field of the user's first line in passwd(5).
    static func home(of user: UInt32, inPasswords database: [UInt8]) -> FilePath? {
        guard let fields = fields(of: user, inPasswords: database),
            let home = FilePath(bytes: Array(fields[5])), home.isAbsolute
        else { return nil }
        return home
    }

    /// The fields of the user's first line in passwd(5), at least seven.
    private static func fields(
        of user: UInt32, inPasswords database: [UInt8]
    ) -> [ArraySlice<UInt8>]? {
        for line in database.split(separator: UInt8(ascii: "\n")) {
            let fields = line.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
            guard fields.count >= 7, fields[2].elementsEqual(String(user).utf8) else { continue }
            return fields
        }
        return nil
    }
}
