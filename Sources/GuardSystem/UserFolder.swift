#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A folder of this user's that stays, in a place where nobody else can put another in its stead.
///
/// - Parameters:
///   - name: what it is called there.
///   - base: where; nil for the first of the places that a `PrivateFolder` would lie in, which all
///     processes of a user on one machine find alike.
/// - Returns: its path.
/// - Throws: what the system refuses, and EACCES where others could write to it.
package func userFolder(
    _ name: FilePath, below base: FilePath? = nil
) throws(SystemError) -> FilePath {
    guard let base = base ?? PrivateFolder.candidates.first(where: PrivateFolder.isTrustworthy)
    else { throw SystemError(.create, name, code: EACCES) }
    let path = base.appending(name)
    // SAFETY: a C string.
    let result = unsafe path.withCString { unsafe mkdir($0, 0o700) }
    guard result == 0 || lastErrorNumber == EEXIST else { throw .last(.create, path) }
    let facts = try path.facts(links: .refuse)
    guard facts.kind == .folder, facts.owner == Host.userID, !facts.isWritableByOthers else {
        throw SystemError(.create, path, code: EACCES)
    }
    return path
}
