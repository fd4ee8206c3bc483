import Diagnostics
import GuardCore
import GuardSystem
import TerraformPlan

/// `tfguard policy`: reads policies, and judges nothing by them.
struct PolicyRun: Sendable {
    let options: PolicyOptions
    let environment: Environment

    /// Does what was asked for.
    ///
    /// - Returns: success, also where there are warnings.
    /// - Throws: a refusal with every error of the policy.
    func run() throws(Refusal) -> ExitStatus {
        let directory = try RootModule(chdir: options.chdir, environment: environment).directory
        switch options.action {
        case .check(let files):
            try check(files, in: directory)
        case .show:
            try show(directory)
        case .initialise:
            try initialise(directory)
        case .test(let places):
            return try PolicyTestRun(places: places, messages: messages).run()
        case .catalog(let type):
            try showCatalog(of: type, in: directory)
        }
        return .success
    }

    private func check(_ files: [String], in directory: FilePath) throws(Refusal) {
        guard files.isEmpty else {
            for name in files {
                let (policy, warnings) = try loadPolicy(inPlaceOfProject: name)
                messages.write(warnings + policy.lint(at: .now))
                try print([
                    .shown(singleLine(name)), .prose(": \(policy.count(in: .project)), no error."),
                ])
                try tellOfObservation(policy)
            }
            return
        }
        let (policy, warnings) = try loadPolicy(for: directory, extra: [])
        messages.write(warnings + policy.lint(at: .now))
        guard policy.digests.contains(where: { $0.layer == PolicyLayer.project.rawValue }) else {
            return try print([
                .prose("No tfguard.hcl from "), .exact(directory.bytes),
                .prose(" up to /: the built-in policy holds. tfguard policy init writes one."),
            ])
        }
        let files = policy.digests.filter { $0.layer == PolicyLayer.project.rawValue }.map(\.path)
        let names = files.map { [TextRun.shown(singleLine($0))] }.joined(separator: [.prose(", ")])
        try print(names + [.prose(": \(policy.count(in: .project)), no error.")])
        try tellOfObservation(policy)
    }

    /// A policy without an error may still stop nothing.
    private func tellOfObservation(_ policy: Policy) throws(Refusal) {
        guard let note = policy.observationNote(at: .now) else { return }
        try print([.prose(note)])
    }

    private func initialise(_ directory: FilePath) throws(Refusal) {
        let path = directory.appending("tfguard.hcl")
        let above = try refusing { () throws(SystemError) in
            try firstPolicy(from: directory, besides: [path])
        }
        if let above {
            throw .usage(
                "There is a policy above",
                "\(above) counts in \(directory), too, and a first policy would say again what it "
                    + "says. Add rules to it; or write a tfguard.hcl here that says only what is "
                    + "particular to this folder.")
        }
        let found = try refusing { () throws(SystemError) in try surroundings(of: directory) }
        let text = initialPolicy(workspaces: found.workspaces, folders: found.folders)
        do throws(SystemError) {
            guard try path.factsIfThere() == nil else {
                throw SystemError(.create, path, code: 17)
            }
            // It is to be committed and read by all; who may write it is the umask's to say.
            try FileDescriptor.create(path, permissions: 0o666).write(Array(text.utf8))
        } catch {
            throw Refusal(
                .inputOutputError, "No policy was written",
                "\(error) tfguard policy init writes a first one, and changes none that is there.")
        }
        try print([
            .prose("Wrote "), .exact(path.bytes),
            .prose(". Read it, then look at what holds with tfguard policy show."),
        ])
    }

    /// The workspaces of the local backend, and the folders below that look like root modules.
    private func surroundings(
        of directory: FilePath
    ) throws(SystemError) -> (workspaces: [String], folders: [String]) {
        var workspaces: [String] = []
        let states = directory.appending("terraform.tfstate.d")
        if try states.factsIfThere()?.kind == .folder {
            workspaces = try states.entries().map { String(decoding: $0.bytes, as: UTF8.self) }
        }
        var folders: [String] = []
        for first in try subfolders(of: directory) {
            folders.append(String(decoding: first.bytes, as: UTF8.self))
            for second in try subfolders(of: directory.appending(first)) {
                folders.append(String(decoding: first.appending(second).bytes, as: UTF8.self))
            }
        }
        return (workspaces, folders)
    }

    /// Without hidden ones, and without what is only linked.
    private func subfolders(of folder: FilePath) throws(SystemError) -> [FilePath] {
        var found: [FilePath] = []
        for name in try folder.entries() where name.bytes.first != UInt8(ascii: ".") {
            if try folder.appending(name).facts(links: .refuse).kind == .folder {
                found.append(name)
            }
        }
        return found
    }

    var messages: Console {
        Console(.error, environment: environment, hasColor: !options.noColor)
    }

    /// Prints a sentence or two, with names as they are.
    private func print(_ runs: [TextRun]) throws(Refusal) {
        let console = Console(.output, environment: environment, hasColor: !options.noColor)
        var block = TextBlock(width: console.width)
        block.paragraph(runs)
        try print(block.rendered(console.style))
    }

    func print(_ text: String) throws(Refusal) {
        try refusing { () throws(SystemError) in
            try StandardStream.output.write(Array(text.utf8))
        }
    }
}
