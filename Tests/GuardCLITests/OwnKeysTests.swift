import Foundation
import GuardSystem
import TestSupport
import Testing

@testable import GuardCLI
@testable import GuardCore

/// The keys that whoever applies has at hand, whatever variable leads to an agent.
@Suite struct OwnKeysTests {
    @Test func `the public keys of the usual folder are those of who applies`() throws {
        let folder = try TemporaryDirectory()
        let parts = ["ssh-ed25519", "01234567890123456789012345678901"]
        let blob: [UInt8] = parts.flatMap { (part: String) -> [UInt8] in
            [0, 0, 0, UInt8(part.utf8.count)] + Array(part.utf8)
        }
        let line = "ssh-ed25519 \(Data(blob).base64EncodedString()) ada@example.com\n"
        try folder.write(line, to: "id_ed25519.pub")
        try folder.write(line, to: "known_hosts")
        try folder.write("nothing\n", to: "odd.pub")
        #expect(mkfifo(folder.path("pipe.pub"), 0o600) == 0)
        let place = try #require(FilePath(folder.path))
        #expect(publicKeys(in: place) == [blob])
        #expect(publicKeys(in: place.appending("missing")).isEmpty)
    }
}
