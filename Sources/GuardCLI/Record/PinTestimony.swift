import Diagnostics
import GuardCore
import GuardSystem
import TerraformPlan

/// What others than the folder's own file say of its pins.
struct PinTestimony {
    var files: [(witness: PinWitness, pins: PinFile)] = []
    /// Nil where all that could be asked has answered.
    var doubt: PinDoubt?

    /// Asks git.
    ///
    /// For a person and a pipeline the last commit speaks, as far as git can read it. An agent makes
    /// commits itself: for it every repository around the folder says besides what was reviewed, and
    /// one that cannot be read has not said that there is no pin.
    init(of file: FilePath, in directory: FilePath, askedBy actors: WordSet<Actor>) throws(Refusal)
    {
        guard !actors.isDisjoint(with: [.agent, .unattended]) else {
            if let pins = PinPlace(in: directory).readCommitted() {
                files = [(.lastCommit, pins)]
            }
            return
        }
        let repositories = GitRepository.all(around: directory)
        guard !repositories.isEmpty else { return }
        var reference = ""
        try collecting { reference = try systemTrustedReference() }
        for repository in repositories {
            do throws(GitFailure) {
                try ask(repository, about: file, trusting: reference)
            } catch {
                doubt = .repository(ByteString(bytes: repository.folder.bytes))
            }
        }
    }

    private mutating func ask(
        _ repository: GitRepository, about file: FilePath, trusting reference: String
    ) throws(GitFailure) {
        guard let path = repository.relative(file) else { return }
        guard let tree = try ReviewedTree(of: repository, trusting: reference, listing: [file])
        else {
            doubt = .repository(ByteString(bytes: repository.folder.bytes))
            return
        }
        let reviewed = tree.files.first
        if let reviewed {
            let witness: PinWitness =
                tree.isLastCommit ? .lastCommit : .reference(ByteString(tree.name))
            take(try repository.bytes(of: reviewed, limit: 4 << 20), from: witness)
        }
        // A branch that nothing was committed to has no last commit, and that is an answer.
        guard !tree.isLastCommit,
            let last = try repository.listing(of: [path], in: "HEAD")?.first, last != reviewed
        else { return }
        take(try repository.bytes(of: last, limit: 4 << 20), from: .lastCommit)
    }

    private mutating func take(_ bytes: [UInt8], from witness: PinWitness) {
        if let pins = readPins(SourceFile(name: PinPlace.name, bytes: bytes)).pins {
            files.append((witness, pins))
        } else {
            doubt = .file(witness)
        }
    }
}
