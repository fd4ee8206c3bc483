/// The commit that a typed name means, where it can mean no other.
///
/// git takes the first of several references with the same short name, and a tag before a branch of a
/// remote (gitrevisions(7)). Whoever may push a tag would choose what `origin/main` is.
enum MeantCommit: Equatable {
    case commit(String)
    case missing
    /// What it can mean, by full names; git would take the first.
    case several([String])
}

extension GitRepository {
    /// What a typed name means: a reference by its full name or by a short one that no other has, a
    /// hash, or `HEAD`, each with what may follow, such as `~1`.
    func meaning(of name: String) throws(GitFailure) -> MeantCommit {
        // What begins with a dash would be an option to git.
        guard !name.hasPrefix("-"), !name.utf8.contains(0) else { return .missing }
        let typed = RevisionWords(name)
        switch typed.base {
        // `@{upstream}` is a branch by its full name; `@{-1}` is one by its short name.
        case "": return try name.hasPrefix("@{") && !name.hasPrefix("@{-") ? meant(name) : .missing
        case "HEAD", "@": return try meant(name)
        case _ where typed.isWholeHash: return try meant(name)
        case let base where base.hasPrefix("refs/"):
            return try hasReference(base) ? meant(name) : .missing
        case let base: return try meaning(of: name, typed, isIn: named(places(of: base)))
        }
    }

    /// Whether a reference is there that is meant by its full name; a hash is none.
    ///
    /// Where it is not, git looks for a tag that is called so, which anybody may push.
    func hasReference(_ name: String) throws(GitFailure) -> Bool {
        guard name.hasPrefix("refs/") else { return true }
        return try !named([name]).isEmpty
    }

    private func meaning(
        of name: String, _ typed: RevisionWords, isIn references: [String]
    ) throws(GitFailure) -> MeantCommit {
        guard let first = references.first else {
            // Anything else would be a file in the folder `.git`.
            return try typed.isPseudoReference || typed.abbreviation != nil ? meant(name) : .missing
        }
        if references.count > 1 { return .several(references) }
        if typed.isPseudoReference { return .several([typed.base, first]) }
        if let digits = typed.abbreviation,
            let objects = try output(["rev-parse", "--disambiguate=\(digits)"]), !objects.isEmpty
        {
            return .several([first, "the hash \(digits)…"])
        }
        if !first.hasPrefix("refs/remotes/"), try isOfRemote(typed.base) {
            return .several([first, "refs/remotes/\(typed.base), which was not fetched"])
        }
        // git asks the reflog and the upstream of a short name only.
        return try meant(typed.suffix.hasPrefix("@{") ? name : first + typed.suffix)
    }

    private func meant(_ name: String) throws(GitFailure) -> MeantCommit {
        try commit(name).map { .commit($0) } ?? .missing
    }

    /// Where git looks for a short name, in its order.
    private func places(of name: String) -> [String] {
        [
            "refs/\(name)", "refs/tags/\(name)", "refs/heads/\(name)", "refs/remotes/\(name)",
            "refs/remotes/\(name)/HEAD",
        ]
    }

    /// Those of some full names that there are, in their order.
    private func named(_ names: [String]) throws(GitFailure) -> [String] {
        // A name is a pattern to git, which what lies in a folder of that name matches as well.
        let known = try references(matching: names) ?? []
        return names.filter { known.contains($0) }
    }

    /// Whether a name looks like that of a remote's branch.
    private func isOfRemote(_ name: String) throws(GitFailure) -> Bool {
        let remotes = try output(["remote"])?.split(separator: UInt8(ascii: "\n")) ?? []
        return name.hasPrefix("origin/")
            || remotes.contains { name.hasPrefix(String(decoding: $0, as: UTF8.self) + "/") }
    }
}

/// A name as gitrevisions(7) has it: what names a commit, and the way from there.
private struct RevisionWords {
    let base: String
    /// What leads away from there, such as `~1` or `@{upstream}`.
    let suffix: String

    init(_ name: String) {
        let bytes = Array(name.utf8)
        // No reference has any of these in its name (git-check-ref-format(1)).
        let end = bytes.indices.first { index in
            switch bytes[index] {
            case UInt8(ascii: "~"), UInt8(ascii: "^"), UInt8(ascii: ":"): true
            case UInt8(ascii: "@"): bytes.dropFirst(index + 1).first == UInt8(ascii: "{")
            case _: false
            }
        }
        base = String(decoding: bytes[..<(end ?? bytes.count)], as: UTF8.self)
        suffix = String(decoding: bytes[(end ?? bytes.count)...], as: UTF8.self)
    }

    /// git takes it for a hash, whatever references there are.
    var isWholeHash: Bool {
        (base.utf8.count == 40 || base.utf8.count == 64) && base.utf8.allSatisfy(isHexadecimal)
    }

    /// One that lies beside the references, such as `FETCH_HEAD`.
    var isPseudoReference: Bool {
        base.hasSuffix("_HEAD")
            && base.utf8.allSatisfy { byte in
                (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) || byte == UInt8(ascii: "_")
            }
    }

    /// The beginning of a hash, by itself or as git-describe(1) prints it: `v1.2-3-gb3937ab`.
    var abbreviation: String? {
        var digits = Array(base.utf8)[...]
        if let dash = digits.lastIndex(of: UInt8(ascii: "-")),
            digits.dropFirst(dash + 1).first == UInt8(ascii: "g")
        {
            digits = digits[(dash + 2)...]
        }
        guard (4..<64).contains(digits.count), digits.allSatisfy(isHexadecimal) else { return nil }
        return String(decoding: digits, as: UTF8.self)
    }
}

private func isHexadecimal(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
        UInt8(ascii: "A")...UInt8(ascii: "F"):
        true
    case _: false
    }
}
