import Foundation

/// The built `tfguard`: the one that `TFGUARD_BINARY` names, else the one built with the tests.
package enum ToolUnderTest {
    package static func path() throws -> String {
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
