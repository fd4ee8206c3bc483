import Foundation

/// The built `tfguard`: the one that `TFGUARD_BINARY` names, else the one built with the tests.
package enum ToolUnderTest {
    /// A copy whose last bytes say that it is under test, so that its record can be moved.
    package static func path() throws -> String { try marked.get() }

    private static let marked = Result { try markedCopy(of: original()) }

    /// Behind the program's own bytes; `Executable.isUnderTest` looks for it.
    private static let mark = "\ntfguard-under-test\n"

    /// Made once for each build, beside it where that folder can be written to.
    private static func markedCopy(of program: String) throws -> String {
        let files = FileManager.default
        let beside = (program as NSString).deletingLastPathComponent
        let folder =
            (files.isWritableFile(atPath: beside)
                ? beside : "\(NSTemporaryDirectory())/tfguard-\(getuid())") + "/under-test"
        let copy = "\(folder)/tfguard"
        let facts = try files.attributesOfItem(atPath: program)
        if let known = try? files.attributesOfItem(atPath: copy),
            let size = facts[.size] as? Int, known[.size] as? Int == size + mark.utf8.count,
            let made = known[.modificationDate] as? Date,
            let built = facts[.modificationDate] as? Date, made >= built
        {
            return copy
        }
        let result = try run(
            "/bin/sh",
            [
                "-c",
                "mkdir -p \"$1\" && cp \"$2\" \"$1/new.$$\" && cat >> \"$1/new.$$\" "
                    + "&& mv \"$1/new.$$\" \"$1/tfguard\"", "sh", folder, program,
            ], environment: ChildEnvironment(home: folder), standardInput: mark)
        guard result.status == .exited(0) else { throw TestSupportError("\(result)") }
        return URL(fileURLWithPath: copy).resolvingSymlinksInPath().path
    }

    /// The program as it was built.
    package static func original() throws -> String {
        if let named = ProcessInfo.processInfo.environment["TFGUARD_BINARY"], !named.isEmpty {
            // Without links, as tfguard itself tells where it lies.
            let path = URL(fileURLWithPath: named).resolvingSymlinksInPath().path
            guard FileManager.default.isExecutableFile(atPath: path) else {
                throw TestSupportError("TFGUARD_BINARY names no program: \(path)")
            }
            return path
        }
        let candidates = bundleFolders.map { "\($0)/tfguard" }
        guard let found = candidates.first(where: FileManager.default.isExecutableFile(atPath:))
        else {
            throw TestSupportError(
                "no tfguard beside the tests (\(candidates.joined(separator: ", "))): "
                    + "build it, or name one with TFGUARD_BINARY")
        }
        return found
    }

    /// Where the build left the test bundle, and with it the tool.
    ///
    /// On Linux the bundle is the running program itself; on macOS a helper of Xcode's has it
    /// loaded.
    private static var bundleFolders: [String] {
        let bundles = Bundle.allBundles.map(\.bundleURL).filter { $0.pathExtension == "xctest" }
        let programs = [Bundle.main.executableURL].compactMap { $0 }
        return (bundles + programs).map { $0.deletingLastPathComponent().path }
    }
}
