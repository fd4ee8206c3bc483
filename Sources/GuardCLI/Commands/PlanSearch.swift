import Diagnostics
import GuardCore
import GuardSystem
import TerraformPlan

/// A plan that is to be checked, before anybody has looked into it.
enum PlanInput: Sendable {
    case standardInput
    /// A file that somebody named, or that is called or begins like a plan.
    case file(FilePath)
    /// JSON below a folder, which may be something else.
    case perhaps(FilePath)
    /// A name that leads to no plan, and why.
    case nothing(ByteString, Refusal)

    /// What the reports call it.
    var name: ByteString {
        switch self {
        case .standardInput: "-"
        case .file(let path), .perhaps(let path): ByteString(bytes: path.bytes)
        case .nothing(let name, _): name
        }
    }
}

/// Finds what is meant by the names behind `tfguard check`.
///
/// A folder stands for every plan below it, and a name with `*`, `?` or `**` in it, where no file is
/// called so, for the files that it matches: not every caller has a shell, and no shell has room for
/// any number of names. What they stand for comes in the order of its bytes.
///
/// - Parameter names: as typed; `-` is standard input.
/// - Returns: the plans in the order of the names; at least one for each.
func findPlans(_ names: [String]) -> [PlanInput] {
    var inputs: [PlanInput] = []
    for name in names {
        guard name != "-" else {
            inputs.append(.standardInput)
            continue
        }
        do throws(Refusal) {
            inputs += try plans(named: name)
        } catch {
            inputs.append(.nothing(ByteString(name), error))
        }
    }
    return inputs
}

private func plans(named name: String) throws(Refusal) -> [PlanInput] {
    guard let path = FilePath(name) else {
        throw Refusal(.unreadablePlan, "No plan", "\"\(name)\" names no file.")
    }
    var found: [PlanInput] = []
    if try kind(of: path) == .folder {
        try addPlans(below: path, to: &found)
        guard found.isEmpty else { return found }
        throw Refusal(
            .unreadablePlan, "No plan in \(path)",
            "Neither a saved plan nor the output of terraform show -json lies below that folder.")
    }
    guard try kind(of: path) == nil, name.utf8.contains(where: { $0 == star || $0 == mark }) else {
        return [.file(path)]
    }
    let pattern = FilePattern(name)
    var files: [FilePath] = []
    try addFiles(matching: pattern, below: pattern.folder, to: &files)
    for file in files {
        if try kind(of: file) == .folder {
            try addPlans(below: file, to: &found)
        } else {
            found.append(.file(file))
        }
    }
    guard !found.isEmpty else {
        throw Refusal(
            .unreadablePlan, "No plan matches \(path)",
            "No file is called so. A star stands for a part of a name, two for any folders.")
    }
    return found
}

private let star = UInt8(ascii: "*")
private let mark = UInt8(ascii: "?")
private let slash = UInt8(ascii: "/")

/// A pattern of paths: from where it is looked for, and what has to match.
private struct FilePattern {
    /// The folder in front of the first part with a star.
    let folder: FilePath
    private let glob: PathPattern
    /// How many folders deep a match lies below that folder; nil for any.
    let depth: Int?

    init(_ text: String) {
        let bytes = Array(text.utf8)
        let wild = bytes.firstIndex { $0 == star || $0 == mark } ?? bytes.endIndex
        let end = bytes[..<wild].lastIndex(of: slash)
        folder =
            switch end {
            case nil: "."
            case 0?: "/"
            case let end?: FilePath(bytes: Array(bytes[..<end])) ?? "."
            }
        let rest = Array(bytes[(end.map { $0 + 1 } ?? 0)...])
        glob = PathPattern(String(decoding: rest, as: UTF8.self))
        let parts = rest.split(separator: slash, omittingEmptySubsequences: false)
        depth = parts.contains { $0.count { $0 == star } > 1 } ? nil : parts.count
    }

    /// Whether a path below the folder is meant.
    func matches(_ path: [UInt8]) -> Bool { glob.matches(path) }
}

/// Adds what a pattern matches; never following a link to a folder, which may lead back.
private func addFiles(
    matching pattern: FilePattern, below folder: FilePath, at parts: [UInt8] = [], depth: Int = 1,
    to files: inout [FilePath]
) throws(Refusal) {
    for name in try entries(of: folder) {
        // A name that begins with a dot is hidden, as shells have it.
        guard name.bytes.first != UInt8(ascii: ".") else { continue }
        let path = folder == "." ? name : folder.appending(name)
        let relative = parts + name.bytes
        if pattern.matches(relative) {
            files.append(path)
        } else if depth < pattern.depth ?? deepest, try isRealFolder(path) {
            try addFiles(
                matching: pattern, below: path, at: relative + [slash], depth: depth + 1, to: &files
            )
        }
    }
}

/// Adds every plan below a folder but what is hidden, such as `.terraform` and `.git`.
private func addPlans(
    below folder: FilePath, depth: Int = 1, to found: inout [PlanInput]
) throws(Refusal) {
    for name in try entries(of: folder) where name.bytes.first != UInt8(ascii: ".") {
        let path = folder.appending(name)
        if try isRealFolder(path) {
            guard depth < deepest else { continue }
            try addPlans(below: path, depth: depth + 1, to: &found)
        } else if let input = try planInput(path) {
            found.append(input)
        }
    }
}

/// Folders are not nested deeper by people.
private let deepest = 100

/// What a file below a folder is, as far as its name and its beginning tell; nil for anything else.
func planInput(_ path: FilePath) throws(Refusal) -> PlanInput? {
    guard try kind(of: path) == .file else { return nil }
    let name = path.lastComponent
    let names = ["tfplan", "tfplan.json", "plan.json"]
    let ends = [".tfplan", ".tfplan.json", ".plan.json"]
    if names.contains(where: { name.elementsEqual($0.utf8) })
        || ends.contains(where: { name.suffix($0.utf8.count).elementsEqual($0.utf8) })
    {
        return .file(path)
    }
    var window = [UInt8](repeating: 0, count: 256)
    let count = try looking { () throws(SystemError) in
        let file = try FileDescriptor.open(path)
        var space = window.mutableSpan
        return try file.read(into: &space)
    }
    let head = window[..<count]
    if head.beginsSavedPlan || head.beginsPlanText { return .file(path) }
    let isJSON = name.suffix(5).elementsEqual(".json".utf8)
    let first = head.first { ![0x20, 0x09, 0x0a, 0x0d].contains($0) }
    return isJSON && first == UInt8(ascii: "{") ? .perhaps(path) : nil
}

extension ArraySlice<UInt8> {
    /// A zip whose first member is called `tfplan`, as terraform writes it
    /// (`internal/plans/planfile/writer.go`).
    fileprivate var beginsSavedPlan: Bool {
        starts(with: "PK\u{3}\u{4}".utf8) && dropFirst(30).starts(with: "tfplan".utf8)
    }

    /// What `terraform show -json` writes of a plan first; of a state, `values` follows instead.
    fileprivate var beginsPlanText: Bool {
        let text = String(decoding: self, as: UTF8.self)
        return text.hasPrefix("{\"format_version\":\"")
            && (text.holds("\",\"variables\":{") || text.holds("\",\"planned_values\":{"))
    }
}

// MARK: - Looking

private func entries(of folder: FilePath) throws(Refusal) -> [FilePath] {
    try looking { () throws(SystemError) in try folder.entries() }
}

private func kind(of path: FilePath) throws(Refusal) -> FileFacts.Kind? {
    try looking { () throws(SystemError) in try path.factsIfThere()?.kind }
}

private func isRealFolder(_ path: FilePath) throws(Refusal) -> Bool {
    try looking { () throws(SystemError) in
        try path.factsIfThere(links: .refuse)?.kind == .folder
    }
}

private func looking<Result>(_ body: () throws(SystemError) -> Result) throws(Refusal) -> Result {
    do throws(SystemError) {
        return try body()
    } catch {
        throw Refusal(
            .unreadablePlan, "Plans cannot be looked for",
            "\(error) A plan that is not seen is not judged. Name the plans themselves.")
    }
}
