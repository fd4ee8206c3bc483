/// What a user is told about a document that is not a plan: a summary and what to do next.
extension PlanError: CustomStringConvertible {
    package var description: String {
        summary + ". " + detail
    }

    /// A phrase without a period.
    package var summary: String {
        switch reason {
        case .empty, .byteOrderMark, .utf16, .utf32, .savedPlanFile, .legacyPlanFile, .notJSON,
            .unexpectedEnd, .unexpectedByte, .trailingData, .controlCharacter, .invalidEscape,
            .invalidUTF8, .invalidNumber, .invalidLiteral, .nestedTooDeeply:
            "Invalid plan JSON"
        case .notAnObject, .cloudBookmark, .encryptedPlan, .stateFile, .stateDocument, .logStream,
            .missing:
            "Not a plan"
        case .duplicateKey, .loneSurrogate, .wrongType:
            "Ambiguous or malformed plan"
        case .formatVersion, .noActions, .unknownAction, .repeatedAction, .unknownMode:
            "Unsupported plan"
        case .errored:
            "Incomplete plan"
        }
    }

    /// Full sentences: what is wrong, where, and the remedy.
    package var detail: String {
        switch reason {
        case .empty:
            "The document is empty. \(Self.howToMakeOne)"
        case .byteOrderMark:
            """
            The document begins with a byte order mark, which JSON must not have. Write it as UTF-8 \
            without one: in PowerShell 7, terraform show -json PLAN | Out-File -Encoding utf8NoBOM \
            plan.json.
            """
        case .utf16, .utf32:
            """
            This looks like UTF-16 or UTF-32, as Windows PowerShell's > writes it. JSON is UTF-8: use \
            cmd /c "terraform show -json PLAN > plan.json", or PowerShell 7.
            """
        case .savedPlanFile:
            """
            This is a saved plan file and not its JSON. \(Self.howToMakeOne)
            """
        case .legacyPlanFile:
            "This is a plan file of Terraform before 0.12, which has no JSON form."
        case .notJSON:
            """
            The document does not begin like JSON\(place). It may be the output of another command, \
            such as a help text or a plan for people to read. \(Self.howToMakeOne)
            """
        case .notAnObject:
            "The document is JSON, but not an object as every plan is. \(Self.howToMakeOne)"
        case .cloudBookmark:
            """
            This is a bookmark of a plan that HCP Terraform keeps, and not the plan. \
            \(Self.howToMakeOne)
            """
        case .encryptedPlan:
            """
            This is a plan file that OpenTofu encrypted. Run tofu show -json PLAN in its root module, \
            where the encryption is configured, and give tfguard what it prints.
            """
        case .stateFile:
            "This is a state file and not a plan. \(Self.howToMakeOne)"
        case .stateDocument:
            """
            This is what terraform show -json prints of a state, not of a plan: it was run without \
            the name of a plan, or with that of a state file. \(Self.howToMakeOne)
            """
        case .logStream:
            """
            This is the event stream of a command with -json, not a plan. Save the plan with -out, \
            then give tfguard what terraform show -json PLAN prints.
            """
        case .unexpectedEnd:
            """
            The document ends too soon\(place). The command that wrote it may have failed: look at \
            its messages and run it again.
            """
        case .unexpectedByte(let byte, let expected):
            "There is \(Self.name(of: byte)) where \(Self.words(expected)) should be\(place)."
        case .trailingData:
            """
            There is more after the end of the plan\(place). A plan is one JSON value; a wrapper \
            script around terraform may have added its own output.
            """
        case .controlCharacter(let byte):
            "A string holds \(Self.name(of: byte)), which JSON must escape\(place)."
        case .invalidEscape:
            "There is a backslash with nothing after it that JSON knows\(place)."
        case .invalidUTF8:
            """
            The document is not valid UTF-8\(place). Something on the way changed its encoding: take \
            it from terraform show -json again.
            """
        case .invalidNumber:
            "There is something that begins like a number and is none\(place)."
        case .invalidLiteral:
            "There is a word that is none of true, false and null\(place)."
        case .nestedTooDeeply(let limit):
            "Values are nested more than \(limit) levels deep\(place), as in no real plan."
        case .duplicateKey(let key):
            """
            The key \(quoted(key)) is there twice in one object\(place). Readers differ in which one \
            counts, so tfguard does not choose. Terraform never writes this.
            """
        case .loneSurrogate:
            """
            A string holds half of a UTF-16 surrogate pair\(place), which is no character. Terraform \
            never writes this.
            """
        case .missing(let key):
            path.isEmpty
                ? "There is no \(quoted(ByteString(key))), which every plan has. \(Self.howToMakeOne)"
                : """
                There is no \(quoted(ByteString(key)))\(place), without which it cannot be judged.
                """
        case .wrongType(let expected):
            "There is something else than \(Self.words(expected))\(place)."
        case .formatVersion(let version):
            """
            The plan's format version is \(quoted(version)). This tfguard reads the versions 0.x and \
            1.x: look for a newer one.
            """
        case .errored:
            """
            The plan says errored: planning failed half-way, and Terraform refuses to apply it. See \
            to the errors that terraform plan shows and plan again.
            """
        case .noActions:
            "There is a change without any action\(place), so nothing says what would happen."
        case .unknownAction(let word):
            """
            There is the action \(quoted(word))\(place), which this tfguard does not know and \
            therefore cannot judge: look for a newer one.
            """
        case .repeatedAction(let word):
            "There is the action \(quoted(word)) twice in one change\(place)."
        case .unknownMode(let word):
            """
            There is a resource of the mode \(quoted(word))\(place), which this tfguard does not know \
            and therefore cannot judge: look for a newer one.
            """
        }
    }

    private static let howToMakeOne = """
        Save a plan with terraform plan -out=PLAN, then give tfguard what terraform show -json PLAN \
        prints.
        """

    private var place: String {
        let numbers = "line \(line), column \(column) (byte \(offset))"
        return path.isEmpty ? " at \(numbers)" : " at \(numbers), in \(path)"
    }

    private static func name(of byte: UInt8) -> String {
        switch byte {
        case 0x00: "a NUL byte"
        case .lineFeed: "a line break"
        case .tab: "a tab"
        case 0x21..<0x7f: "the character " + String(UnicodeScalar(byte))
        default: "the byte 0x" + String(byte, radix: 16)
        }
    }

    private static func words(_ expected: Expected) -> String {
        switch expected {
        case .value: "a value"
        case .valueOrEndOfArray: "a value or ]"
        case .keyOrEndOfObject: "a key in quotes or }"
        case .key: "a key in quotes"
        case .colon: "a colon"
        case .commaOrEndOfArray: "a comma or ]"
        case .commaOrEndOfObject: "a comma or }"
        }
    }

    private static func words(_ type: JSONType) -> String {
        switch type {
        case .object: "an object"
        case .array: "an array"
        case .string: "a string"
        case .boolean: "true or false"
        }
    }
}
