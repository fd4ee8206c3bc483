import GuardCore
import GuardSystem

/// The public keys that lie in a folder, as their bytes: what `ssh-keygen` writes as `NAME.pub`.
///
/// What cannot be read is no key.
func publicKeys(in folder: FilePath) -> [[UInt8]] {
    let names = (try? folder.entries()) ?? []
    return names.filter { $0.bytes.suffix(4).elementsEqual(".pub".utf8) }.flatMap { name in
        let file = folder.appending(name)
        // Of a pipe nobody would ever read the end.
        guard (try? file.facts().kind) == .file, let text = try? readFile(file, limit: 1 << 16)
        else { return [[UInt8]]() }
        return publicKeys(listedIn: text)
    }
}
