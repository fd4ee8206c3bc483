import GuardCore
import GuardSystem

/// Which approvals have been used: each is for one apply.
///
/// An empty file for each, named by the approval's nonce and the time at which it expires anyway, in a
/// folder of this user's. On another machine nobody knows of it; there the state's serial, which the
/// apply has moved on, is what refuses a second use.
struct UsedApprovals: Sendable {
    private let folder: FilePath
    let nonces: [String]
    /// When the newest of them was used.
    let latest: Moment?

    /// Looks, and forgets what expired long ago.
    ///
    /// - Throws: a refusal where it cannot be looked at.
    init(now: Moment?) throws(Refusal) {
        let own = FilePath("tfguard-\(Host.userID)-used-approvals")
        guard let own else { throw .internalError("A number is a name.") }
        (folder, nonces, latest) = try refusing("Approvals could be used twice.") {
            () throws(SystemError) in
            let folder = try userFolder(own)
            var nonces: [String] = []
            var latest: Int64?
            for name in try folder.entries() {
                let parts = String(decoding: name.bytes, as: UTF8.self).split(separator: ".")
                guard parts.count == 2, let expiry = Int64(parts[1]) else { continue }
                let file = folder.appending(name)
                if let now, now.secondsSinceEpoch - 7 * 86_400 > expiry {
                    try file.remove()
                    continue
                }
                nonces.append(String(parts[0]))
                if let facts = try file.factsIfThere() {
                    latest = max(latest ?? 0, facts.modified / 1_000_000_000)
                }
            }
            return (folder, nonces, latest.map { Moment(secondsSinceEpoch: $0) })
        }
    }

    /// Uses an approval up; another process cannot have used it in between.
    ///
    /// - Throws: a refusal where it has been used, or where that cannot be written down.
    func use(_ statement: ApprovalStatement) throws(Refusal) {
        let name = "\(statement.nonce).\(statement.expires.secondsSinceEpoch)"
        guard let file = FilePath(name), !name.contains("/") else {
            throw .internalError("A nonce is a name.")
        }
        let isFirst = try refusing("An approval that is not recorded could be used twice.") {
            () throws(SystemError) in
            try folder.appending(file).createFile(with: [])
        }
        guard isFirst else {
            throw Refusal(
                .approvalNeeded, "The approval has been used already",
                "An approval is for one apply. Ask for another one.")
        }
    }
}
