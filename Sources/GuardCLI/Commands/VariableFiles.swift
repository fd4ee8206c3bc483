import GuardSystem

/// Files of variables that can be read only once: `-var-file=<(sops -d secrets.tfvars)`.
///
/// Terraform reads them for the plan, and since 1.10 again for the apply, which wants the values of
/// ephemeral variables. A pipe has nothing the second time, or waits for ever: so its bytes are kept
/// in a sealed file, and both read that.
struct VariableFiles {
    private let copies: [Copy]
    /// The request with the copies in the pipes' places.
    let request: ApplyRequest

    /// Have to be among the `shared` descriptors of whoever reads them.
    var descriptors: [Int32] { copies.map { $0.file.descriptor } }

    /// Shared, because an array holds nothing that has one owner.
    private final class Copy: Sendable {
        let file: SealedFile

        init(_ file: consuming SealedFile) {
            self.file = file
        }
    }

    /// More bytes than this are no file of variables.
    private static let limit = 64 << 20

    /// Reads the pipes among the files.
    ///
    /// - Parameters:
    ///   - request: names them, relative to the module.
    ///   - module: the root module.
    /// - Throws: a refusal where one cannot be read.
    init(of request: ApplyRequest, in module: RootModule) throws(Refusal) {
        let prefix = "-var-file="
        var copies: [Copy] = []
        var flags: [(old: String, new: String)] = []
        for flag in request.variableFlags where flag.hasPrefix(prefix) {
            let name = String(decoding: flag.utf8.dropFirst(prefix.utf8.count), as: UTF8.self)
            guard let typed = FilePath(name) else { continue }
            let path = module.directory.appending(typed)
            // What is not there terraform says itself.
            guard let kind = try? path.facts().kind, kind == .pipe || kind == .socket else {
                continue
            }
            guard !name.hasSuffix(".json") else {
                throw .usage(
                    "\(path) is a pipe",
                    "Terraform takes a file for JSON by its name, and a pipe's bytes have to be kept "
                        + "under another one. Write them to a file.")
            }
            let copy = try refusing("Terraform would read it.") { () throws(SystemError) in
                Copy(try SealedFile(copying: FileDescriptor.open(path), limit: Self.limit))
            }
            flags.append((old: flag, new: prefix + copy.file.path.description))
            copies.append(copy)
        }
        self.copies = copies
        self.request = flags.isEmpty ? request : request.replacing(flags)
    }
}
