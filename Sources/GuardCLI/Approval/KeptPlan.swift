import GuardCore
import GuardSystem

/// A judged plan that waits for its approval.
///
/// Planning again would not do: a `timestamp()` in the configuration makes every plan another one. The
/// plan holds secrets, so it lies in a folder of this user's alone, in memory where the machine has
/// such a place, and is removed once no approval of it could be valid any more.
enum KeptPlans {
    /// Keeps a plan.
    ///
    /// - Parameters:
    ///   - plan: as it was judged.
    ///   - digest: its SHA-256.
    ///   - expiry: when it is no longer of use.
    /// - Returns: where it lies.
    /// - Throws: what the system refuses.
    static func keep(
        _ plan: borrowing SealedFile, digest: String, until expiry: Moment
    ) throws(SystemError) -> FilePath {
        let folder = try folder()
        guard let name = FilePath("\(digest.prefix(16)).\(expiry.secondsSinceEpoch).tfplan") else {
            preconditionFailure("a number is a name")
        }
        let path = folder.appending(name)
        try path.replaceFile(with: plan.open().readAll(limit: largestPlanFile))
        return path
    }

    /// Removes those whose time is over.
    static func sweep(now: Moment) {
        guard let folder = try? folder(), let names = try? folder.entries() else { return }
        for name in names {
            let parts = String(decoding: name.bytes, as: UTF8.self).split(separator: ".")
            guard parts.count == 3, let expiry = Int64(parts[1]), expiry < now.secondsSinceEpoch
            else { continue }
            try? folder.appending(name).remove()
        }
    }

    private static func folder() throws(SystemError) -> FilePath {
        guard let own = FilePath("tfguard-\(Host.userID)-plans") else {
            preconditionFailure("a number is a name")
        }
        return try userFolder(own)
    }
}
