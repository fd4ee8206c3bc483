import GuardCore
import GuardSystem

/// Where the record lies: what of this user was applied where, one line after another.
///
///     ~/.tfguard/audit.jsonl          the newest lines
///     ~/.tfguard/audit.jsonl.000001   older ones, the oldest first
///     ~/.tfguard/audit.jsonl.head     number and digest of the last line: the second head
///     ~/.tfguard/audit.jsonl.lock     held by who writes
///
/// Where a copy is kept elsewhere, there are more: `.stored` with the last line that is known there,
/// `.version` of the program that keeps it, `.fetched` while it is fetched, and `.aside-…` with lines
/// that did not follow what was fetched.
///
/// The home is that of the user database (passwd(5)), never that of `HOME`: whoever sets a variable
/// could have a record of their own.
struct RecordPlace: Equatable, Sendable {
    let file: FilePath
    /// The folder that is made where it is missing; nil where the policy names the file.
    let folder: (base: FilePath, name: FilePath)?

    static func == (left: RecordPlace, right: RecordPlace) -> Bool { left.file == right.file }

    var head: FilePath { file.adding(".head") }
    var lock: FilePath { file.adding(".lock") }
    var stored: FilePath { file.adding(".stored") }
    var version: FilePath { file.adding(".version") }
    var fetched: FilePath { file.adding(".fetched") }
    var fetchedVersion: FilePath { file.adding(".fetched.version") }
    var aside: FilePath { file.adding(".aside-\(Host.processID)") }

    /// Finds it.
    ///
    /// - Parameters:
    ///   - path: where the policy says; nil where it says nothing.
    ///   - environment: moves it for tfguard's own tests and its demonstration alone.
    /// - Throws: a refusal where there is no place for it.
    init(path: String?, environment: Environment) throws(Refusal) {
        if let base = try testFolder(environment) {
            file = base.appending("audit.jsonl")
            folder = base.parent.flatMap { parent in
                FilePath(bytes: base.lastComponent).map { (parent, $0) }
            }
            return
        }
        if let path {
            guard let named = FilePath(path), named.isAbsolute else {
                throw .unrecorded("audit.path is no absolute path: \(path).")
            }
            (file, folder) = (named, nil)
            return
        }
        guard let home = Host.passwordHome else {
            throw .unrecorded(
                "The user database (/etc/passwd) has no home for this user. Name another place in "
                    + "/etc/tfguard: audit { path = \"/var/log/tfguard/audit.jsonl\" }.")
        }
        folder = (home, ".tfguard")
        file = home.appending(".tfguard/audit.jsonl")
    }

    /// The files of older lines, the oldest first.
    func olderFiles() throws(SystemError) -> [FilePath] {
        guard let parent = file.parent, try parent.factsIfThere() != nil else { return [] }
        let prefix = file.lastComponent + [UInt8(ascii: ".")]
        return try parent.entries()
            .filter { name in
                let rest = name.bytes.dropFirst(prefix.count)
                return name.bytes.starts(with: prefix) && rest.count == Self.digitCount
                    && rest.allSatisfy { (0x30...0x39).contains($0) }
            }
            .map { parent.appending($0) }
    }

    /// What the newest file is called once it is an old one.
    func name(ofOlder number: Int) -> FilePath {
        let digits = String(number)
        let zeros = String(repeating: "0", count: max(0, Self.digitCount - digits.utf8.count))
        return file.adding("." + zeros + digits)
    }

    private static let digitCount = 6
}

/// The variable by which tests and the demonstration keep records of their own.
let testRecordVariable = "TFGUARD_TEST_RECORD"

/// The folder of a test's record.
///
/// Only a program that says of itself, in its last bytes, that it is under test takes it from the
/// environment. The tests add these bytes to a copy of what they test, and the demonstration to one of
/// itself; an installed tfguard has none, and nobody who cannot replace it can add them.
private func testFolder(_ environment: Environment) throws(Refusal) -> FilePath? {
    guard let value = environment[testRecordVariable] else { return nil }
    guard let isUnderTest = try? Executable.current().isUnderTest, isUnderTest,
        let folder = FilePath(bytes: value), folder.isAbsolute
    else {
        throw .usage(
            "\(testRecordVariable) is set",
            "It moves the record for tfguard's own tests, and only in a copy that is made for "
                + "them. Unset it for this command.")
    }
    return folder
}

extension FilePath {
    /// The path with this behind its last byte.
    fileprivate func adding(_ text: String) -> FilePath {
        FilePath(bytes: bytes + Array(text.utf8)) ?? self
    }
}

extension Refusal {
    /// What cannot be recorded is not done.
    static func unrecorded(_ why: String) -> Refusal {
        Refusal(
            .unrecorded, "Nothing can be recorded",
            "\(why) What is applied is recorded first, so nothing was changed.")
    }
}
