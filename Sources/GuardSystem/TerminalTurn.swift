#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The turn to ask somebody at a terminal, among all tfguards of a user that want to at once.
///
/// A terminal is told from others by the session that it controls, of which it has one. In a folder
/// of the user's there is a lock for each, and one for every process that waits for it:
///
///     tfguard-1000-terminals/4711         held by who asks
///     tfguard-1000-terminals/4711-98765   held by who waits: process 98765
package struct TerminalTurn: ~Copyable {
    private let lock: FileLock
    private let folder: FilePath
    private let session: Int32
    /// Another process asked before this one could.
    package let hasWaited: Bool

    /// Waits for the turn, which ends with the value.
    ///
    /// - Parameters:
    ///   - terminal: where somebody is to be asked.
    ///   - duration: how long to wait.
    ///   - folder: of the locks; nil for the one that all of the user's processes find.
    /// - Returns: the turn, or nil where it did not come in time.
    /// - Throws: what the system refuses.
    package static func take(
        at terminal: borrowing Terminal, within duration: Duration, below folder: FilePath? = nil
    ) throws(SystemError) -> TerminalTurn? {
        guard let own = FilePath("tfguard-\(Host.userID)-terminals"),
            let name = FilePath("\(terminal.session)"),
            let waiterName = FilePath("\(terminal.session)-\(Host.processID)")
        else { preconditionFailure("a number is a name") }
        let folder = try userFolder(own, below: folder)
        let place = folder.appending(name)
        if let lock = try FileLock.take(place) {
            return TerminalTurn(
                lock: lock, folder: folder, session: terminal.session, hasWaited: false)
        }
        let waiterPlace = folder.appending(waiterName)
        let waiter = try FileLock.take(waiterPlace)
        defer { try? waiterPlace.remove() }
        let deadline = Deadline(after: duration)
        while !deadline.hasPassed {
            usleep(50_000)
            guard let lock = try FileLock.take(place) else { continue }
            _ = consume waiter
            return TerminalTurn(
                lock: lock, folder: folder, session: terminal.session, hasWaited: true)
        }
        return nil
    }

    /// How many others wait for this turn to end.
    package var waiting: Int {
        let prefix = Array("\(session)-".utf8)
        let names = ((try? folder.entries()) ?? []).filter { $0.bytes.starts(with: prefix) }
        return names.count { name in
            let place = folder.appending(name)
            // Of a process that is gone, only the file is left.
            guard let lock = try? FileLock.take(place) else { return true }
            _ = consume lock
            try? place.remove()
            return false
        }
    }
}
