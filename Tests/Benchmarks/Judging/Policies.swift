import Diagnostics
import Foundation
import GuardCore
import TerraformPlan

/// The built-in policy and a project's, read from the repository's folder as the tool embeds them.
func policy(project: String = "", withCatalog: Bool = true) throws -> Policy {
    guard FileManager.default.fileExists(atPath: "policies/default.hcl") else {
        throw PolicyUnreadable(
            reason: "There is no policies/default.hcl here. Run it in the folder of the repository."
        )
    }
    func file(_ path: String) throws -> SourceFile {
        let data = try Data(contentsOf: URL(filePath: "policies/\(path)"))
        return SourceFile(name: "builtin:\(path)", bytes: Array(data))
    }
    var files: [String: SourceFile] = [:]
    if withCatalog {
        for name in try FileManager.default.contentsOfDirectory(atPath: "policies/catalog")
        where name.hasSuffix(".hcl") {
            files[String(name.dropLast(4))] = try file("catalog/\(name)")
        }
    }
    var sources = [
        PolicySource(layer: .builtin, file: try file("default.hcl"), directory: nil)
    ]
    if !project.isEmpty {
        let text = SourceFile(name: "tfguard.hcl", bytes: Array(project.utf8))
        sources.insert(PolicySource(layer: .project, file: text, directory: "/srv/live"), at: 0)
    }
    let catalogs = Catalogs(
        names: { [files] in Array(files.keys) },
        fetch: { [files] in files[$0].map { StandingText($0) } })
    let (policy, diagnostics) = readPolicy(sources, catalogs: catalogs)
    guard let policy else {
        throw PolicyUnreadable(
            reason: diagnostics.map { "\($0.summary). \($0.detail)" }.joined(separator: " "))
    }
    return policy
}

struct PolicyUnreadable: Error, CustomStringConvertible {
    let reason: String

    var description: String { "The policies cannot be read. \(reason)" }
}

/// A file, as the reader of plans wants it.
final class FileSource: ByteSource {
    struct Failure: Error {}

    private let descriptor: Int32

    init(_ path: String) throws(Failure) {
        descriptor = open(path, O_RDONLY)
        guard descriptor >= 0 else { throw Failure() }
    }

    deinit {
        close(descriptor)
    }

    func read(into buffer: inout MutableSpan<UInt8>) throws(Failure) -> Int {
        let count = unsafe buffer.withUnsafeMutableBytes { bytes in
            // SAFETY: the buffer is as long as it says.
            unsafe systemRead(descriptor, bytes.baseAddress, bytes.count)
        }
        guard count >= 0 else { throw Failure() }
        return count
    }
}

/// read(2), under a name that the method does not hide.
private let systemRead = unsafe read

/// Somebody at a terminal, in a folder that is nobody's production.
let person = RunFacts(actors: [.human], workspace: "default", directory: "/srv/live")
