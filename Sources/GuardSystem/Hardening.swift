import CGuard

/// Sees to it that what a plan says stays in this process.
///
/// On Linux the process is made undumpable (PR_SET_DUMPABLE, prctl(2)): besides leaving no core
/// file, its memory and descriptors can no longer be opened by other processes of the same user.
/// A program that replaces it, and every child, is dumpable again; `RLIMIT_CORE`, which Darwin has
/// to do with, would be inherited, so there it is for our own commands.
package func forbidDumps() throws(SystemError) {
    guard cguard_forbid_dumps() == 0 else { throw .last(.forbidDumps) }
}

/// Lets a reader that goes away (EPIPE), or a limit to the size of files (EFBIG), fail our writes
/// instead of ending us.
///
/// A guard that dies between an apply and its record has recorded nothing. Programs that this
/// process starts, or becomes, get back what it was started with.
package func surviveFailedWrites() {
    cguard_ignore_failed_writes()
}
