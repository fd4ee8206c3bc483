import TerraformPlan

/// A subcommand that changes state without a plan, as a list of changes: the argument list that is
/// carried out, what is known of it, and a row for each object that it is about.
///
/// ```
///     {"operation":{"arguments":["terraform","state","rm","aws_db_instance.main"],
///                   "command":"state rm","flags":[],"hazards":[],"objects":41},
///      "rows":[{"actions":["forget"],"address":"aws_db_instance.main",…}]}
/// ```
extension ChangeList {
    /// Makes the list of a subcommand.
    ///
    /// - Parameters:
    ///   - surgery: as it was judged.
    ///   - arguments: what is run, with the program's name first.
    package init?(_ surgery: Surgery, arguments: [String]) {
        self.init(
            value: .members { list in
                list["operation"] = .members { operation in
                    operation["arguments"] = .array(arguments.map(JSONValue.text))
                    operation["command"] = .text(surgery.command.rawValue)
                    operation["flags"] = .array(surgery.flags.sorted().map(JSONValue.text))
                    operation["hazards"] = .array(surgery.hazards.map(listed))
                    operation["objects"] = surgery.stateCount.map { number($0) }
                }
                list["rows"] = .array(sorted(surgery.changes).map(listed))
            })
    }

    /// The argument list; nil where this is the list of a plan.
    package var arguments: [String]? { value["operation"]?["arguments"]?.textList }

    /// The SHA-256 of the argument list; nil where this is the list of a plan.
    package var operation: String? {
        value["operation"].flatMap { CanonicalJSON.digest(of: $0["arguments"] ?? .null) }
    }

    /// The subcommand that the list tells of, for an approver to judge; nil where it tells of none.
    package var surgery: Surgery? {
        guard arguments != nil, let operation = value["operation"],
            let command = operation["command"]?.text.flatMap(SurgeryCommand.init(rawValue:)),
            let flags = operation["flags"]?.textList,
            case .array(let listed)? = operation["hazards"],
            let rows = entries("rows", ResourceChange.init(listed:))
        else { return nil }
        let hazards = listed.compactMap(SurgeryHazard.init(listed:))
        guard hazards.count == listed.count else { return nil }
        return Surgery(
            command, flags: Set(flags), changes: rows,
            stateCount: operation["objects"]?.unsigned.flatMap { Int(exactly: $0) },
            hazards: hazards)
    }
}

private func number(_ number: some BinaryInteger) -> JSONValue {
    .number(ByteString(String(number)))
}

private func listed(_ hazard: SurgeryHazard) -> JSONValue {
    .members { entry in
        switch hazard {
        case .otherLineage: entry["kind"] = .text("other-lineage")
        case .drops(let count):
            entry["count"] = number(count)
            entry["kind"] = .text("drops")
        case .notNewer(let pushed, let current):
            entry["current"] = number(current)
            entry["kind"] = .text("not-newer")
            entry["pushed"] = number(pushed)
        case .unchecked: entry["kind"] = .text("unchecked")
        case .discards(let count):
            entry["count"] = number(count)
            entry["kind"] = .text("discards")
        case .repins(let old, let new):
            entry["from"] = old.map(JSONValue.text)
            entry["kind"] = .text("repins")
            entry["to"] = new.map(JSONValue.text)
        }
    }
}

extension SurgeryHazard {
    fileprivate init?(listed entry: JSONValue) {
        let count = entry["count"]?.unsigned.flatMap { Int(exactly: $0) }
        switch (entry["kind"]?.text, count) {
        case ("other-lineage"?, nil): self = .otherLineage
        case ("unchecked"?, nil): self = .unchecked
        case ("drops"?, let count?): self = .drops(count)
        case ("discards"?, let count?): self = .discards(count)
        case ("repins"?, nil):
            self = .repins(from: entry["from"]?.text, to: entry["to"]?.text)
        case ("not-newer"?, nil):
            guard let pushed = entry["pushed"]?.unsigned, let current = entry["current"]?.unsigned
            else { return nil }
            self = .notNewer(pushed: pushed, current: current)
        case _: return nil
        }
    }
}
