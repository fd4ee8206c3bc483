import CGuard

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

extension StandardStream {
    /// Whether whoever read what is written here has gone away, so that the next write ends the
    /// writer (SIGPIPE).
    ///
    /// Asked of a pipe or socket by poll(2); a terminal or a file has no such reader.
    package var hasLostItsReader: Bool {
        var facts = stat()
        // SAFETY: one `stat` is there to be filled.
        guard unsafe fstat(rawValue, &facts) == 0,
            [.pipe, .socket].contains(FileFacts(facts).kind)
        else { return false }
        var one = pollfd(fd: rawValue, events: Int16(POLLOUT), revents: 0)
        // SAFETY: one element is there.
        let result = uninterrupted { unsafe poll(&one, 1, 0) }
        return result == 1 && one.revents & Int16(POLLERR | POLLHUP) != 0
    }
}
