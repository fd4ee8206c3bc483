import GuardCore
import GuardSystem
import TerraformPlan

// `state rm` and `state mv` take addresses that stand for many objects, and Terraform decides which:
// its own dry run names them.
//
//     terraform state rm -dry-run module.app        terraform state mv -dry-run module.a module.b
//     Would remove module.app.aws_instance.web[0]   Would move "module.a" to "module.b"
//     Would remove module.app.aws_instance.web[1]
//
// Terraform's warnings can stand between these lines (`internal/command/ui.go` prints them on
// standard output). Only what is named is judged, and of `state rm` only what was judged is removed.

extension GuardedRun {
    /// `state rm`: each object that the dry run names is forgotten.
    func removal(
        _ request: SurgeryRequest, at site: SurgerySite, status: inout Int32
    ) throws(Refusal) -> Operation? {
        let state = try observedState(request, site.environment, withValues: true)
        guard let lines = try dryRun(request, at: site, status: &status) else { return nil }
        let prefix = "Would remove "
        var known: Set<String> = []
        // An object that several of the arguments stand for is named several times.
        let addresses = lines.filter { $0.hasPrefix(prefix) }
            .map { String($0.dropFirst(prefix.count)) }.filter { known.insert($0).inserted }
        guard !addresses.isEmpty else {
            throw Refusal(
                .declined, "No matching objects found",
                "The state holds nothing at \(joined(request.positionals)). Use terraform state "
                    + "list to see what it holds. Nothing was changed.")
        }
        let objects = Dictionary(grouping: state.objects, by: \.key.address)
        var rows: [ResourceChange] = []
        for address in addresses {
            guard let objects = objects[NormalizedAddress(ByteString(address))] else {
                throw Refusal(
                    .stale, "The state has changed meanwhile",
                    "Terraform would remove \(address), which was not there a moment ago. Nothing "
                        + "was changed. Run the command again, and it is judged anew.")
            }
            rows += objects.map { state.forgetting($0) }
        }
        var operation = operation(request, rows, state)
        operation.positionals = addresses
        return operation
    }

    /// `state mv`: each object that is what the dry run names, or part of it, is moved.
    func move(
        _ request: SurgeryRequest, at site: SurgerySite, status: inout Int32
    ) throws(Refusal) -> Operation? {
        let state = try observedState(request, site.environment, withValues: true)
        guard let lines = try dryRun(request, at: site, status: &status) else { return nil }
        let moves = lines.compactMap(announcedMove)
        let numbers = Dictionary(
            moves.enumerated().map { (NormalizedAddress($0.element.source), $0.offset) },
            uniquingKeysWith: min)
        var moved = [[StateObject]](repeating: [], count: moves.count)
        for object in state.objects {
            // Of two moves that an object is part of, the first takes it.
            let number = object.key.address.enclosing.compactMap { numbers[$0] }.min()
            if let number { moved[number].append(object) }
        }
        let rows = zip(moves, moved).flatMap { move, objects in
            objects.map { object in
                var row = state.row(for: object, [.noOp])
                row.previousAddress = object.address
                row.address = object.address.replacing(move.source, by: move.target)
                return row
            }
        }
        guard !rows.isEmpty else {
            throw Refusal(
                .declined, "Nothing to move",
                "The state holds nothing at \(request.positionals.first ?? ""). Nothing was "
                    + "changed.")
        }
        return operation(request, rows, state)
    }

    /// The lines of a dry run; nil where terraform refuses it, and has said why.
    private func dryRun(
        _ request: SurgeryRequest, at site: SurgerySite, status: inout Int32
    ) throws(Refusal) -> [String]? {
        let run = try ask(request.dryRunArguments, site.environment)
        status = run.termination.exitStatus
        guard run.termination == .exited(0) else {
            console.write(String(decoding: run.output + run.error, as: UTF8.self))
            return nil
        }
        return String(decoding: run.output, as: UTF8.self).split(separator: "\n").map(String.init)
    }
}

/// `Would move "A" to "B"`, both quoted as Go's `%q` does.
func announcedMove(_ line: String) -> (source: ByteString, target: ByteString)? {
    var rest = Array(line.utf8)[...]
    guard let source = takeQuoted(after: "Would move \"", from: &rest),
        let target = takeQuoted(after: " to \"", from: &rest), rest.isEmpty
    else { return nil }
    return (source, target)
}

private func takeQuoted(after prefix: String, from text: inout ArraySlice<UInt8>) -> ByteString? {
    guard text.starts(with: prefix.utf8) else { return nil }
    let quoted = text.dropFirst(prefix.utf8.count)
    var end = quoted.startIndex
    while end < quoted.endIndex, quoted[end] != UInt8(ascii: "\"") {
        end += quoted[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard end < quoted.endIndex else { return nil }
    text = quoted[(end + 1)...]
    return ByteString(bytes: unescapeGoText(quoted[..<end]))
}

extension ByteString {
    /// The address that a part of one address has once that is called otherwise.
    fileprivate func replacing(_ source: ByteString, by target: ByteString) -> ByteString {
        guard bytes.starts(with: source.bytes) else { return target }
        return ByteString(bytes: target.bytes + bytes.dropFirst(source.bytes.count))
    }
}
