import Diagnostics
package import TerraformPlan

/// Who says how a folder was pinned, besides the folder's own file.
package enum PinWitness: Equatable, Sendable {
    case lastCommit
    /// A reference that says what was reviewed, by the name that git has for it.
    case reference(ByteString)
    case record

    /// In words, to begin no sentence.
    var inWords: String {
        switch self {
        case .lastCommit: "the last commit"
        case .reference(let name): TerminalText.printable(name.bytes)
        case .record: "the record"
        }
    }

    /// How a pin is brought back from it.
    var remedy: String {
        let source =
            switch self {
            case .lastCommit, .record: ""
            case .reference(let name): TerminalText.printable(name.bytes) + " "
            }
        return "Bring it back: git checkout \(source)-- .tfguard.lock.hcl. If another state is "
            + "meant, a person runs tfguard pin."
    }
}

/// Why nobody can say whether a folder was pinned otherwise.
package enum PinDoubt: Equatable, Sendable {
    /// git cannot read a repository, in which folder.
    case repository(ByteString)
    /// What a witness has is no file of pins.
    case file(PinWitness)

    var inWords: String {
        switch self {
        case .repository(let folder):
            "git cannot read what the repository in \(TerminalText.printable(folder.bytes)) has."
        case .file(let witness):
            "what \(witness.inWords) has as .tfguard.lock.hcl cannot be read."
        }
    }
}

/// A pin that somebody vouched for, as the record has it.
package struct RecordedPin: Equatable, Sendable {
    package let directory: ByteString
    package let digest: String
    /// The digest of the pin whose new state this one is, where nobody was asked; nil where a person
    /// typed it or others approved it.
    package let fulfils: String?

    package init(directory: ByteString, digest: String, fulfils: String?) {
        self.directory = directory
        self.digest = digest
        self.fulfils = fulfils
    }
}

extension [RecordedPin] {
    /// Whether a pin may stand in a folder in the place of another one.
    ///
    /// What was pinned in another folder nobody has said of this one; nor is a pin vouched for
    /// because something was applied under it.
    package func vouch(
        for pin: Pin, insteadOf other: Pin, in directory: ByteString
    ) -> Bool {
        let here = filter { $0.directory == directory }
        return here.contains { recorded in
            guard recorded.digest == pin.digest else { return false }
            guard let fulfilled = recorded.fulfils else { return true }
            return fulfilled == other.digest
                || here.contains { $0.digest == fulfilled && $0.fulfils == nil }
        }
    }
}
