/// A pattern of paths, as policies write those of folders: `*` within a name, `**` for any folders.
package struct PathPattern: Sendable {
    private let glob: Glob

    package init(_ text: String) {
        glob = Glob(text, .path)
    }

    package func matches(_ path: [UInt8]) -> Bool { glob.matches(path) }
}
