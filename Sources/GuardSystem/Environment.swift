import CGuard

/// The variables a program is started with, in their order, as bytes.
///
/// A name may stand there twice: the C library's `getenv` and Go's `os.Getenv` both take the first,
/// and so does `subscript`. An entry without `=` is nobody's variable and is carried along.
package struct Environment: Equatable, Sendable {
    /// Each as `NAME=value`.
    package private(set) var entries: [[UInt8]]

    package init(entries: [[UInt8]] = []) {
        self.entries = entries
    }

    /// What this process was started with.
    package static func current() -> Environment {
        // SAFETY: `environ` is a null-terminated vector, and nothing in this process changes it.
        unsafe Environment(entries: strings(inVector: cguard_environment()))
    }

    /// The value of the first variable of that name.
    package subscript(name: String) -> [UInt8]? {
        let length = name.utf8.count
        for entry in entries where entry.count > length && entry[length] == equalsSign {
            if entry[..<length].elementsEqual(name.utf8) { return Array(entry[(length + 1)...]) }
        }
        return nil
    }

    /// The names, in their order, each as often as it stands there.
    package var names: [[UInt8]] { entries.compactMap(Self.name) }

    /// Gives a variable a value, in its first place if it has one, and nowhere else.
    package mutating func set(_ name: String, to value: [UInt8]) {
        precondition(!name.isEmpty && !name.utf8.contains(equalsSign) && !value.contains(0))
        let entry = Array(name.utf8) + [equalsSign] + value
        let place = entries.firstIndex { Self.name(of: $0) == Array(name.utf8) } ?? entries.count
        remove(name)
        entries.insert(entry, at: min(place, entries.count))
    }

    package mutating func remove(_ name: String) {
        entries.removeAll { Self.name(of: $0) == Array(name.utf8) }
    }

    /// Removes every variable whose name begins so.
    package mutating func remove(prefix: String) {
        entries.removeAll { Self.name(of: $0)?.starts(with: prefix.utf8) ?? false }
    }

    private static func name(of entry: [UInt8]) -> [UInt8]? {
        entry.firstIndex(of: equalsSign).map { Array(entry[..<$0]) }
    }
}

/// The arguments this process was started with, the name it was called by first.
///
/// As bytes: `CommandLine.arguments` mends what is not UTF-8, and so would name another file.
package func processArguments() -> [[UInt8]] {
    // SAFETY: the C library's own null-terminated vector. Only the witness, another process,
    // writes to what it points at.
    unsafe strings(inVector: cguard_arguments())
}

private func strings(
    inVector vector: UnsafePointer<UnsafeMutablePointer<CChar>?>?
) -> [[UInt8]] {
    // SAFETY: a pointer is only compared with null.
    guard let vector = unsafe vector else { return [] }
    var strings: [[UInt8]] = []
    // SAFETY: the vector ends in a null, which ends the loop.
    while let string = unsafe vector[strings.count] {
        unsafe strings.append(bytes(ofCString: string))
    }
    return strings
}

private let equalsSign = UInt8(ascii: "=")
