package import Diagnostics
package import TerraformPlan

/// Which layer a policy file belongs to.
package enum PolicyLayer: String, CaseIterable, Sendable {
    case system
    case project
    case flag
    case builtin
}

/// A policy file as it was found, before it is read.
package struct PolicySource: Sendable {
    package let layer: PolicyLayer
    package let file: SourceFile
    /// The real path of the folder that holds it, which `directory` globs are relative to; nil for
    /// a built-in one.
    package let directory: ByteString?

    package init(layer: PolicyLayer, file: SourceFile, directory: ByteString?) {
        self.layer = layer
        self.file = file
        self.directory = directory
    }
}

/// All layers of policy, read and checked.
package struct Policy: Sendable {
    package var digests: [PolicyDigest] = []
}

/// Reads all layers.
///
/// - Parameters:
///   - sources: system files first, then project files from the nearest to the root module outward,
///     then `-policy` files, then the built-in ones.
///   - catalogs: the text of `policies/catalog/<provider>.hcl` by provider, such as `aws`.
/// - Returns: the policy, or nil where any diagnostic is an error.
package func readPolicy(
    _ sources: [PolicySource], catalogs: [String: SourceFile]
) -> (policy: Policy?, diagnostics: [Diagnostic]) {
    (nil, [])
}
