import CGuard

/// What tells a tfguard from another program, without running either.
///
/// Every tfguard carries the same bytes near the beginning of its file, whatever its version. So a
/// copy and an older build under the name `terraform` are known for what they are.
private let marker = {
    // SAFETY: a constant C string.
    unsafe bytes(ofCString: cguard_marker())
}()

/// How much of a file is looked at.
///
/// The marker lies in the first few kilobytes; a universal Mach-O file begins its first program at
/// 16 KiB.
private let headSize = 64 << 10

extension Executable {
    /// Whether this is a tfguard, or a script that calls one.
    ///
    /// Between a tfguard and the terraform it looks for, a script that names `tfguard` would only
    /// lead back. Where the file may be run and not read, nobody knows: false.
    package var isGuard: Bool {
        guard let head = try? readHead(of: realPath, count: headSize) else { return false }
        if head.starts(with: "#!".utf8) { return callsGuard(script: head) }
        return contains(head, marker)
    }

    /// Whether this is a script, whose own words decide what it runs in the end.
    package var isScript: Bool {
        (try? readHead(of: realPath, count: 2))?.elementsEqual("#!".utf8) ?? false
    }
}

/// The last bytes of a copy that tests, or the demonstration, have made for themselves.
package let testMark = "\ntfguard-under-test\n"

extension Executable {
    /// Whether this is a copy that tests, or the demonstration, have made for themselves.
    package var isUnderTest: Bool {
        let mark = Array(testMark.utf8)
        guard let file = try? FileDescriptor.open(realPath), let size = try? file.facts().size,
            size > mark.count,
            let end = try? file.bytes(at: size - mark.count, count: mark.count)
        else { return false }
        return end == mark
    }
}

/// The first bytes of a file, as many as there are.
private func readHead(of path: FilePath, count: Int) throws(SystemError) -> [UInt8] {
    let file = try FileDescriptor.open(path)
    var head: [UInt8] = []
    while head.count < count {
        var window = [UInt8](repeating: 0, count: count - head.count)
        var space = window.mutableSpan
        let read = try file.read(into: &space)
        guard read > 0 else { break }
        window.removeLast(window.count - read)
        // All there is comes at once, as a rule, and is not copied.
        if head.isEmpty { head = window } else { head += window }
    }
    return head
}

/// Whether `tfguard` stands in a script as the name of a program, with or without a folder.
///
///     exec "$HOME/bin/tfguard" terraform "$@"
///                     ‾‾‾‾‾‾‾
/// A folder that is called so, and a comment, do not count.
private func callsGuard(script: [UInt8]) -> Bool {
    let name = Array("tfguard".utf8)
    let before = Array(" \t/\"'`(;&|{".utf8)
    let after = Array(" \t\"'`);&|}".utf8)
    return script.split(separator: UInt8(ascii: "\n")).contains { line in
        guard line.first(where: { $0 != 0x20 && $0 != 0x09 }) != UInt8(ascii: "#") else {
            return false
        }
        return line.indices.dropLast(name.count - 1).contains { start in
            let end = start + name.count
            return line[start..<end].elementsEqual(name)
                && (start == line.startIndex || before.contains(line[start - 1]))
                && (end == line.endIndex || after.contains(line[end]))
        }
    }
}

private func contains(_ bytes: [UInt8], _ wanted: [UInt8]) -> Bool {
    // SAFETY: both are read while they are there, and no further than they reach.
    unsafe bytes.withUnsafeBytes { bytes in
        unsafe wanted.withUnsafeBytes { wanted in
            unsafe cguard_contains(
                bytes.baseAddress, bytes.count, wanted.baseAddress, wanted.count)
        }
    }
}
