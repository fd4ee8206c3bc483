#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

extension FilePath {
    /// What the file system says of the file, or nil where there is none: any other failure, such
    /// as a folder that may not be looked into, is thrown, because then nobody knows.
    package func factsIfThere(
        links: FileDescriptor.Links = .follow
    ) throws(SystemError) -> FileFacts? {
        do throws(SystemError) {
            return try facts(links: links)
        } catch {
            guard error.code == ENOENT || error.code == ENOTDIR else { throw error }
            return nil
        }
    }
}
