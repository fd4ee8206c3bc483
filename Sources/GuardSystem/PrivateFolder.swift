import CGuard

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A folder that only this user can enter, removed with all that is in it when its owner lets go.
///
/// It lies in memory where it can, so that a plan's secrets do not come to lie on a disk: below
/// `/run/user/UID`, else `/dev/shm`, else `/tmp`. Which it is follows from what these folders are,
/// never from `TMPDIR` or `XDG_RUNTIME_DIR`, which whoever calls us could point anywhere.
///
/// Its name says whose it is, and a lock on it (flock(2)) that it is still wanted:
///
///     tfguard-1234-98765-0
///             │    │     └ counts up while the name is taken
///             │    └ when the process began, in the kernel's own count
///             └ the process
///
/// A killed run leaves its folder behind, and a later one sweeps it away: when it is this user's,
/// the process is gone, and nobody holds the lock (the process could live in another container
/// that shares `/tmp`, where its number means nothing here).
package struct PrivateFolder: ~Copyable {
    package let path: FilePath
    private let folder: FileDescriptor

    package init() throws(SystemError) {
        let base = try Self.base()
        try self.init(below: base)
    }

    /// One that programs can be run from, and where nothing secret is to lie.
    ///
    /// What is in memory often lets none be run (mount(8), `noexec`); `/tmp` nearly always does.
    package static func forPrograms() throws(SystemError) -> PrivateFolder {
        try PrivateFolder(below: isTrustworthy("/tmp") ? "/tmp" : base())
    }

    init(below base: FilePath) throws(SystemError) {
        let path = try Self.create(below: base)
        let folder = try FileDescriptor.openDirectory(path, links: .refuse)
        guard flock(folder.number, LOCK_EX | LOCK_NB) == 0 else { throw .last(.lock, path) }
        // A sticky folder keeps others from replacing ours; seen rather than believed.
        let facts = try folder.facts()
        guard facts.owner == Host.userID, facts.permissions & 0o077 == 0 else {
            throw SystemError(.create, path, code: EACCES)
        }
        self.path = path
        self.folder = folder
    }

    private static func create(below base: FilePath) throws(SystemError) -> FilePath {
        let start = processStart(of: Host.processID) ?? "0"
        var count = 0
        while true {
            guard let name = FilePath("\(prefix)\(Host.processID)-\(start)-\(count)") else {
                preconditionFailure("a number is a name")
            }
            let path = base.appending(name)
            // SAFETY: a C string.
            if unsafe path.withCString({ unsafe mkdir($0, 0o700) }) == 0 { return path }
            guard lastErrorNumber == EEXIST, count < 10_000 else { throw .last(.create, path) }
            count += 1
        }
    }

    deinit {
        Self.remove(folder, at: path)
    }

    /// Removes what killed runs have left behind, as far as it can be removed.
    package static func sweep() {
        for base in candidates where isTrustworthy(base) { sweep(base) }
    }

    static func sweep(_ base: FilePath) {
        for name in (try? base.entries()) ?? [] {
            guard let owner = owner(inName: name), !isRunning(owner) else { continue }
            let path = base.appending(name)
            guard let folder = try? FileDescriptor.openDirectory(path, links: .refuse),
                (try? folder.facts())?.owner == Host.userID,
                flock(folder.number, LOCK_EX | LOCK_NB) == 0
            else { continue }
            remove(folder, at: path)
        }
    }

    private static func remove(_ folder: borrowing FileDescriptor, at path: FilePath) {
        // What cannot be removed now is swept by a later run; there is nobody here to tell.
        try? folder.removeContents()
        // SAFETY: a C string.
        _ = unsafe path.withCString { unsafe rmdir($0) }
    }

    // MARK: Where

    static var candidates: [FilePath] {
        let own = FilePath("/run/user/\(Host.userID)").map { [$0] } ?? []
        return own + ["/dev/shm", "/tmp"]
    }

    private static func base() throws(SystemError) -> FilePath {
        // Terraform fails half-way where there is no room for its plan: 64 MiB is what a container
        // has in /dev/shm, and plans of more than a few are rare.
        let trusted = candidates.filter(isTrustworthy)
        guard let base = trusted.first(where: { freeBytes(in: $0) >= 48 << 20 }) ?? trusted.last
        else { throw SystemError(.create, "/tmp", code: EACCES) }
        return base
    }

    /// Nobody but this user and root can rename or remove what this user has in it.
    static func isTrustworthy(_ base: FilePath) -> Bool {
        guard let facts = try? base.facts(links: .refuse), facts.kind == .folder else {
            return false
        }
        if facts.owner == Host.userID && facts.permissions & 0o077 == 0 { return true }
        return facts.owner == 0 && facts.permissions & UInt32(S_ISVTX) != 0
    }

    private static func freeBytes(in base: FilePath) -> UInt64 {
        var facts = statvfs()
        // SAFETY: a C string, and one `statvfs` to be filled.
        let result = unsafe base.withCString { unsafe statvfs($0, &facts) }
        return result == 0 ? UInt64(facts.f_bavail) * UInt64(facts.f_frsize) : 0
    }

    // MARK: Whose

    private static let prefix = "tfguard-"

    private struct Owner {
        let process: Int32
        let start: String
    }

    private static func owner(inName name: FilePath) -> Owner? {
        let text = String(decoding: name.bytes, as: UTF8.self)
        guard text.hasPrefix(prefix) else { return nil }
        let parts = text.dropFirst(prefix.count).split(
            separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, let process = Int32(parts[0]), process > 0, UInt64(parts[1]) != nil,
            UInt(parts[2]) != nil
        else { return nil }
        return Owner(process: process, start: String(parts[1]))
    }

    private static func isRunning(_ owner: Owner) -> Bool {
        guard kill(owner.process, 0) == 0 || lastErrorNumber == EPERM else { return false }
        guard let start = processStart(of: owner.process) else { return true }
        return start == owner.start
    }
}
