/// The configuration that a saved plan was made from: Terraform keeps a copy in the file
/// (`internal/configs/configload/loader_snapshot.go`).
///
///     tfconfig/modules.json          [{"Key":"","Dir":"."},{"Key":"app","Source":"./app",…}]
///     tfconfig/m-/main.tf            the root module
///     tfconfig/m-app/main.tf         a module, by its key
package struct SavedModules: Sendable {
    package struct Module: Sendable {
        /// Empty for the root module.
        package let key: ByteString
        /// As it is written in the configuration.
        package let source: ByteString
        /// Names and contents, in the order of the names.
        package let files: [(name: ByteString, contents: [UInt8])]
    }

    package let modules: [Module]
}

/// Reads the configuration that a saved plan was made from.
///
/// - Parameter bytes: the whole file.
/// - Returns: its modules, in the order of their keys.
/// - Throws: what is wrong with the file.
package func readSavedModules(_ bytes: [UInt8]) throws(SavedPlanError) -> SavedModules {
    let limit = 256 << 20
    let archive = try ZipArchive(bytes: bytes)
    let listed = try archive.contents(of: "tfconfig/modules.json", limit: limit)
    guard case .array(let entries) = JSONText(bytes: listed).value else {
        return SavedModules(modules: [])
    }
    var modules: [SavedModules.Module] = []
    for entry in entries {
        guard case .string(let key)? = entry["Key"] else { continue }
        var source: ByteString = ""
        if case .string(let text)? = entry["Source"] { source = text }
        let prefix = Array("tfconfig/m-".utf8) + key.bytes + [0x2f]
        var files: [(name: ByteString, contents: [UInt8])] = []
        for name in archive.names where name.bytes.starts(with: prefix) {
            files.append(
                (
                    ByteString(bytes: Array(name.bytes.dropFirst(prefix.count))),
                    try archive.contents(of: name, limit: limit)
                ))
        }
        modules.append(SavedModules.Module(key: key, source: source, files: files))
    }
    return SavedModules(modules: modules.sorted { $0.key < $1.key })
}
