import Diagnostics
import GuardCore

extension LogOptions {
    /// Understands what follows `tfguard log`.
    init(_ words: inout OwnArguments) throws(Refusal) {
        let names = ["show", "tail", "verify", "stats"]
        var name = "show"
        if let word = words.peek, !word.hasPrefix("-") {
            guard names.contains(word) else {
                throw .usage(
                    "Unknown action of tfguard log",
                    "Write tfguard log show, tail, verify or stats."
                        + didYouMean(word, among: names))
            }
            name = word
            words.skip()
        }
        var count: Int?
        while let word = words.peek {
            guard word.hasPrefix("-") else {
                guard name == "show" || name == "tail", count == nil, let number = Int(word),
                    number > 0
                else {
                    throw .usage("Unexpected \"\(word)\"", "tfguard log \(name) takes no such.")
                }
                count = number
                words.skip()
                continue
            }
            let flag = try words.nextFlag()
            switch flag.name {
            case "head":
                let head = try words.value(of: flag)
                guard head.utf8.count >= 16, head.utf8.count <= 64,
                    head.utf8.allSatisfy({
                        (0x30...0x39).contains($0) || (0x61...0x66).contains($0)
                    })
                else {
                    throw .usage(
                        "-head is no digest",
                        "Give the head that tfguard printed: at least 16 of its digits.")
                }
                heads.append(head)
            case "file": file = try words.value(of: flag)
            case "json": isJSON = true
            default: throw unknownFlag(flag.name, among: ["head", "file", "json"])
            }
        }
        switch name {
        case "tail": action = .tail(count ?? 10)
        case "verify": action = .verify
        case "stats": action = .stats
        case _: action = .show(count)
        }
    }
}

extension PinOptions {
    /// Understands what follows `tfguard pin`.
    init(_ words: inout OwnArguments) throws(Refusal) {
        let names = [
            "new", "remove", "until", "workspace", "approval", "terraform", "no-color",
        ]
        var until: String?
        while let word = words.peek {
            guard word.hasPrefix("-") else {
                folders.append(word)
                words.skip()
                continue
            }
            let flag = try words.nextFlag()
            switch flag.name {
            case "new": action = .new(until: until)
            case "remove": action = .remove
            case "until":
                until = try words.value(of: flag)
                guard let until, GuardDate.isDate(until) else {
                    throw .usage("-until is no date", "Write -until=2026-12-31.")
                }
            case "workspace": workspace = try words.value(of: flag)
            case "approval": approvals.append(try words.value(of: flag))
            case "terraform":
                let value = try words.value(of: flag)
                program = value.utf8.contains(UInt8(ascii: "/")) ? .path(value) : .named(value)
            case "no-color": noColor = true
            default: throw unknownFlag(flag.name, among: names)
            }
        }
        switch action {
        case .new: action = .new(until: until)
        case .pin, .remove:
            guard until == nil else {
                throw .usage("-until without -new", "Only what is still to come has an end.")
            }
        }
    }
}

extension IncidentOptions {
    /// Understands what follows `tfguard incident`.
    init(_ words: inout OwnArguments) throws(Refusal) {
        var isNamed = false
        while let word = words.peek {
            guard word.hasPrefix("-") else {
                guard !isNamed, word == "last" || Int(word) != nil else {
                    throw .usage(
                        "Unexpected \"\(word)\"",
                        "Write tfguard incident last, or the number of a line of tfguard log.")
                }
                line = Int(word)
                isNamed = true
                words.skip()
                continue
            }
            let flag = try words.nextFlag()
            switch flag.name {
            case "format": format = try choice(try words.value(of: flag), flag: "format")
            case "file": file = try words.value(of: flag)
            default: throw unknownFlag(flag.name, among: ["format", "file"])
            }
        }
    }
}

extension RehearsalOptions {
    /// Understands what follows `tfguard rehearsal`.
    init(_ words: inout OwnArguments) throws(Refusal) {
        while let word = words.peek {
            guard word.hasPrefix("-") else {
                guard line == nil, let number = Int(word), number > 0 else {
                    throw .usage(
                        "Unexpected \"\(word)\"",
                        "Write tfguard rehearsal, or with the number of a line of tfguard log.")
                }
                line = number
                words.skip()
                continue
            }
            let flag = try words.nextFlag()
            switch flag.name {
            case "key": key = try words.value(of: flag)
            case "out": out = try words.value(of: flag)
            default: throw unknownFlag(flag.name, among: ["key", "out"])
            }
        }
    }
}
