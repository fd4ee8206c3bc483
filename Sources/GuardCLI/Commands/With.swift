import GuardSystem
import TerraformPlan

/// The variables by which Terragrunt is told its terraform: the present one, and the former.
let terragruntVariables = ["TG_TF_PATH", "TERRAGRUNT_TFPATH"]

/// `tfguard with PROGRAM …`: becomes the program, for which every terraform is the guard.
///
/// On its `PATH` a folder of shims comes first, and Terragrunt's variables lead there too, because
/// they count for more than the configuration's own `terraform_binary`. What the program runs by a
/// path of its own is not seen.
///
/// - Parameters:
///   - words: the program and its arguments.
///   - environment: the caller's.
/// - Returns: never.
/// - Throws: a refusal where the program cannot be run like that.
func run(
    _ words: [String], behindTheGuardIn environment: Environment
) throws(Refusal) -> Never {
    let callers = environment["PATH"] ?? []
    let chosen = try TerragruntChoice(words, environment, path: callers)

    var names = shimNames
    if let name = chosen.name, !names.contains(name) { names.append(name) }
    let folder = try standingShims(names, environment)

    var inner = environment
    var path = [folder.bytes]
    if let other = chosen.folder { path.append(other.bytes) }
    // An empty PATH would name the current folder.
    if !callers.isEmpty { path.append(callers) }
    let joined = Array(path.joined(separator: [UInt8(ascii: ":")]))
    inner.set("PATH", to: joined)
    if let name = chosen.name {
        for variable in terragruntVariables {
            inner.set(variable, to: folder.appending(name).bytes)
        }
    }
    let program = try find(words.first ?? "", inPath: joined)
    do throws(SystemError) {
        try replaceProcess(
            with: Command(
                program.path, arguments: words.map { Array($0.utf8) }, environment: inner))
    } catch {
        throw Refusal(.programMissing, "\(words.first ?? "") cannot be run", "\(error)")
    }
}

/// Which terraform Terragrunt is to run behind the guard.
private struct TerragruntChoice {
    /// The name of its shim; nil where none has to be chosen.
    let name: FilePath?
    /// Where the real one lies, where `PATH` does not lead to it anyway.
    let folder: FilePath?

    init(_ words: [String], _ environment: Environment, path: [UInt8]) throws(Refusal) {
        let given = terragruntVariables.compactMap { environment[$0] }.filter { !$0.isEmpty }
        guard let value = given.first.flatMap(FilePath.init(bytes:)) else {
            name = try Self.only(words, path: path)
            folder = nil
            return
        }
        guard given.allSatisfy({ $0 == value.bytes }) else {
            throw .usage(
                "\(terragruntVariables.joined(separator: " and ")) differ",
                "Which of them counts depends on Terragrunt's version. Set only one.")
        }
        guard isTerraformName(String(decoding: value.lastComponent, as: UTF8.self)) else {
            throw .usage(
                "Terragrunt is told to run \(value)",
                "tfguard stands in front of programs that are called terraform or tofu, with a "
                    + "version behind it or not. Have "
                    + "\(terragruntVariables.joined(separator: " or ")) name such a one.")
        }
        name = FilePath(bytes: value.lastComponent)
        guard value.bytes.contains(UInt8(ascii: "/")) else {
            folder = nil
            return
        }
        let program = try refusing { () throws(SystemError) in
            try Executable(at: try FilePath.currentDirectory().appending(value))
        }
        let next = Executable.all(named: value.lastComponent, inPath: path).first { !$0.isGuard }
        // It may be a shim itself, from a tfguard around this one.
        folder =
            program.isGuard || next?.identity == program.identity ? nil : program.path.parent
    }

    /// The one of terraform and tofu that there is.
    private static func only(_ words: [String], path: [UInt8]) throws(Refusal) -> FilePath? {
        let real = shimNames.filter { name in
            Executable.all(named: name.bytes, inPath: path).contains { !$0.isGuard }
        }
        guard real.count > 1 else { return real.first }
        // Terragrunt 0.52 takes terraform where both are there, later ones take tofu; and a
        // configuration may name either. Other programs find the one they mean by its name.
        guard lastPathComponent(words.first ?? "") != "terragrunt" else {
            throw .usage(
                "Both terraform and tofu are on PATH",
                "Which one Terragrunt runs differs between its versions, and the wrong one may "
                    + "rewrite the state. Say which: TG_TF_PATH=terraform tfguard with "
                    + "terragrunt …")
        }
        return nil
    }
}

private func find(_ name: String, inPath path: [UInt8]) throws(Refusal) -> Executable {
    guard name.utf8.contains(UInt8(ascii: "/")) else {
        guard let found = Executable.all(named: Array(name.utf8), inPath: path).first else {
            throw Refusal(
                .programMissing, "No \(singleLine(name)) on PATH",
                "Install it, or name it by its path.")
        }
        return found
    }
    do throws(SystemError) {
        guard let typed = FilePath(name) else { throw SystemError(.run, nil, code: 2) }
        return try Executable(at: try FilePath.currentDirectory().appending(typed))
    } catch {
        throw Refusal(.programMissing, "No such program", "\(error)")
    }
}
