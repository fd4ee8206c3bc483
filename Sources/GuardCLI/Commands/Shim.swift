import GuardSystem
import TerraformPlan

/// `tfguard shim`: puts tfguard in front of terraform on `PATH`, and tells whether it stands there.
struct ShimRun: Sendable {
    let action: ShimAction
    let environment: Environment

    /// Does it, and says on standard output what was done.
    ///
    /// - Returns: success; from `status` also that something goes around the guard.
    /// - Throws: a refusal where the folder has something else in the links' places.
    func run() throws(Refusal) -> ExitStatus {
        switch action {
        case .install(let name):
            return try install(in: try folder(name))
        case .remove(let name):
            return try remove(from: try folder(name), isUsual: name == nil)
        case .status:
            let survey = ShimSurvey(environment)
            say(survey.report(width: console.width, console.style))
            return survey.isGuarded ? .success : .declined
        }
    }

    private func install(in folder: FilePath) throws(Refusal) -> ExitStatus {
        guard !folder.bytes.contains(UInt8(ascii: ":")) else {
            throw .usage(
                "\(folder) cannot be on PATH", "A colon separates its folders. Name another one.")
        }
        for name in shimNames where ShimPlace(folder.appending(name)) == .taken {
            throw .usage(
                "\(folder.appending(name)) is not tfguard's",
                "Nothing was changed. Move it away, or name another folder: "
                    + "tfguard shim install DIR")
        }
        let target = try shimTarget(environment)
        try refusing { () throws(SystemError) in try folder.makeFolders(permissions: 0o755) }
        let facts = try refusing { () throws(SystemError) in try folder.facts() }
        guard facts.permissions & 0o002 == 0 else {
            throw .usage(
                "Everybody can write to \(folder)",
                "Anybody could put another terraform there. Name another folder.")
        }
        var block = TextBlock(width: console.width)
        for name in shimNames {
            let place = folder.appending(name)
            if ShimPlace(place) != .link(to: target) {
                try refusing { () throws(SystemError) in try place.replaceLink(to: target) }
            }
            block.paragraph([.exact(place.bytes), .prose(" is "), .exact(target.bytes)])
        }
        block.gap()
        if ShimSurvey(environment).isGuarded {
            block.paragraph([.prose("PATH leads there first.")])
            say(block.rendered(console.style))
        } else {
            block.paragraph([
                .prose("PATH does not lead to "), .exact(folder.bytes), .prose(" yet."),
            ])
            say(
                block.rendered(console.style)
                    + linesForPath(folder, width: console.width, console.style))
        }
        return .success
    }

    private func remove(from folder: FilePath, isUsual: Bool) throws(Refusal) -> ExitStatus {
        var block = TextBlock(width: console.width)
        for name in shimNames {
            let place = folder.appending(name)
            switch ShimPlace(place) {
            case .free: break
            case .link:
                try refusing { () throws(SystemError) in try place.remove() }
                block.paragraph([.prose("Removed "), .exact(place.bytes), .prose(".")])
            case .taken:
                block.paragraph([
                    .prose("Left "), .exact(place.bytes), .prose(", which is not tfguard's."),
                ])
            }
        }
        // A folder that somebody named may be anything; the usual one is ours.
        if isUsual { try? folder.removeFolderIfEmpty() }
        if block.lines.isEmpty {
            block.paragraph([.prose("There is no shim in "), .exact(folder.bytes), .prose(".")])
        }
        say(block.rendered(console.style))
        return .success
    }

    /// The folder as typed, or `~/.tfguard/bin`.
    private func folder(_ name: String?) throws(Refusal) -> FilePath {
        if let name {
            guard let typed = FilePath(name) else {
                throw .usage("\"\(name)\" names no folder", "Name one.")
            }
            let here = try refusing { () throws(SystemError) in try FilePath.currentDirectory() }
            let path = here.appending(typed)
            return (try? path.resolved()) ?? path
        }
        guard let usual = usualShimFolder(environment) else {
            throw .usage(
                "No home folder",
                "Neither HOME nor the user database names one of yours. Name the folder: "
                    + "tfguard shim install DIR")
        }
        return usual
    }

    private var console: Console { Console(.output, environment: environment) }

    private func say(_ text: String) { console.write(text) }
}
