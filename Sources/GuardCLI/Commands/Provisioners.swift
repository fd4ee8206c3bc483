import Diagnostics
import GuardCore
import GuardSystem
import HCL
import TerraformPlan

/// The provisioners of a file of configuration: what runs commands, and of which no plan tells all.
///
/// A plan names the resources that have provisioners, and not the `removed` blocks that have:
///
///     removed {
///       from = aws_instance.web
///       provisioner "local-exec" { when = destroy  command = "./drain.sh" }
///     }
struct Provisioners: Equatable {
    /// The addresses, within the module, of what is removed under one.
    var removed: [ByteString] = []
    /// The addresses, within the module, of resources that have one.
    var resources: [ByteString] = []
    /// There are some, and which objects have them cannot be told: the file is JSON, or is written in
    /// a way that is not understood here.
    var areUnclear = false

    /// Looks for them.
    ///
    /// - Parameters:
    ///   - contents: the file's.
    ///   - name: its name, which says in which syntax it is written.
    init(in contents: [UInt8], named name: ByteString) {
        guard Self.mayBeIn(fileNamed: name.bytes), contents.holds("provisioner") else { return }
        let isJSON = name.bytes.suffix(5).elementsEqual(".json".utf8)
        let (body, diagnostics) = parse(SourceFile(name: name.description, bytes: contents))
        guard !isJSON, diagnostics.isEmpty else {
            areUnclear = true
            return
        }
        for block in body.blocks
        where block.body.blocks.contains(where: { $0.type.name == "provisioner" }) {
            switch (block.type.name, block.labels.count) {
            case ("resource", 2):
                resources.append(ByteString(block.labels.map(\.name).joined(separator: ".")))
            case ("removed", 0):
                guard let from = block.body.attribute(named: "from")?.expression.range else {
                    areUnclear = true
                    continue
                }
                let text = contents[from.start..<from.end].filter { $0 > 0x20 }
                removed.append(ByteString(bytes: Array(text)))
            case (_, _): areUnclear = true
            }
        }
    }
}

extension Provisioners {
    fileprivate static func mayBeIn(fileNamed name: [UInt8]) -> Bool {
        [".tf", ".tofu", ".tf.json", ".tofu.json"].contains { ending in
            name.suffix(ending.utf8.count).elementsEqual(ending.utf8)
        }
    }
}

extension Plan {
    /// Marks the objects that are removed under a provisioner, as the configuration in the saved
    /// plan has it.
    ///
    /// - Parameter bytes: the saved plan's file.
    /// - Throws: a refusal where that cannot be read.
    mutating func addRemovedProvisioners(_ bytes: [UInt8]) throws(Refusal) {
        let deleted = changes.filter { $0.actions.contains(.delete) }
        guard !deleted.isEmpty else { return }
        let files: [SavedConfigurationFile]
        do throws(SavedPlanError) {
            files = try readSavedConfiguration(bytes)
        } catch {
            throw Refusal(.unreadablePlan, error.summary, error.detail)
        }
        for file in files {
            let provisioners = Provisioners(in: file.contents, named: file.name)
            for address in provisioners.removed {
                provisioned.insert(ByteString(bytes: file.modulePrefix.bytes + address.bytes))
            }
            guard provisioners.areUnclear, file.contents.holds("removed") else { continue }
            for row in deleted { provisioned.insert(row.address.withoutInstanceKeys) }
        }
    }
}

extension RootModule {
    /// The resources with provisioners in this folder and in every module that `init` has installed
    /// for it, as far as they can be read: what `terraform test` may create and destroy.
    func provisionedResources() throws(SystemError) -> [ByteString] {
        var addresses: [ByteString] = []
        for folder in try moduleFolders() {
            for name in (try? folder.entries()) ?? []
            where Provisioners.mayBeIn(fileNamed: name.bytes) {
                guard let contents = try? readFile(folder.appending(name), limit: 64 << 20) else {
                    continue
                }
                let text = ByteString(bytes: name.bytes)
                let found = Provisioners(in: contents, named: text)
                addresses += found.resources
                // The file stands for what is in it.
                if found.areUnclear { addresses.append(text) }
            }
        }
        return addresses
    }

    /// This folder, and those of `modules.json` (Terraform's `internal/modsdir/manifest.go`).
    private func moduleFolders() throws(SystemError) -> [FilePath] {
        let manifest = dataDirectory.appending("modules/modules.json")
        guard try manifest.factsIfThere() != nil else { return [directory] }
        let document = JSONText(bytes: try readFile(manifest, limit: 64 << 20)).value
        guard case .array(let modules)? = document["Modules"] else { return [directory] }
        let folders = modules.compactMap { module -> FilePath? in
            guard case .string(let folder)? = module["Dir"] else { return nil }
            // The root module is among them.
            guard folder != "." else { return nil }
            return FilePath(bytes: folder.bytes).map { directory.appending($0) }
        }
        return [directory] + folders
    }
}

extension [UInt8] {
    /// Whether a word stands anywhere in it.
    fileprivate func holds(_ word: String) -> Bool {
        let word = word.utf8
        guard let first = word.first else { return true }
        var rest = self[...]
        while let start = rest.firstIndex(of: first) {
            if rest[start...].starts(with: word) { return true }
            rest = rest[(start + 1)...]
        }
        return false
    }
}
