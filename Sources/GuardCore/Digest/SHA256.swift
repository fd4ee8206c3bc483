/// SHA-256 (FIPS 180-4).
package struct SHA256 {
    package init() {}

    package mutating func update(_ bytes: [UInt8]) {}

    /// The digest: 32 bytes.
    package func finish() -> [UInt8] { [] }
}
