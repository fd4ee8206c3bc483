/// A file of the configuration that a saved plan was made from, as the plan's file keeps it.
///
/// Terraform applies a plan with the configuration that lies in it, whatever becomes of the folder:
/// a member `tfconfig/m-MODULE/NAME` for each file, where the root module's key is empty and another
/// one's is its path, such as `network.subnets` (`internal/plans/planfile/config_snapshot.go`).
package struct SavedConfigurationFile: Sendable {
    /// The address of its module with a point behind it, or nothing for the root module:
    /// `module.network.module.subnets.`.
    package let modulePrefix: ByteString
    package let name: ByteString
    package let contents: [UInt8]
}

/// Reads the configuration that lies in a saved plan file.
///
/// - Parameters:
///   - bytes: the whole file.
///   - limit: how large a file of it may be.
/// - Returns: its files, ordered by their names.
/// - Throws: what is wrong with the plan's file.
package func readSavedConfiguration(
    _ bytes: [UInt8], limit: Int = 64 << 20
) throws(SavedPlanError) -> [SavedConfigurationFile] {
    let archive = try ZipArchive(bytes: bytes)
    var files: [SavedConfigurationFile] = []
    for name in archive.names where name.bytes.starts(with: "tfconfig/m-".utf8) {
        let path = name.bytes.dropFirst("tfconfig/m-".utf8.count)
        guard let slash = path.firstIndex(of: UInt8(ascii: "/")) else { continue }
        let modules = path[..<slash].split(separator: .point)
        files.append(
            SavedConfigurationFile(
                modulePrefix: ByteString(
                    bytes: Array(modules.map { Array("module.".utf8) + $0 + [.point] }.joined())),
                name: ByteString(bytes: Array(path[(slash + 1)...])),
                contents: try archive.contents(of: name, limit: limit)))
    }
    return files
}
