import Diagnostics
import TerraformPlan

/// An `environment` block: what makes a run belong to it.
struct EnvironmentDefinition: Sendable {
    let name: String
    let origin: PolicyOrigin
    /// The folder its `directory` patterns start from.
    let directory: ByteString?
    /// Any of them suffices.
    let matches: [EnvironmentMatch]
    /// What belongs to no environment belongs to this one.
    let isFallback: Bool
    /// Where it is written.
    let range: SourceRange
}

/// A `match` block: everything in it holds together.
struct EnvironmentMatch: Sendable {
    var workspace: [Glob]?
    var directory: [Glob]?
    var variables: [(name: ByteString, values: [Glob])] = []
    /// Settings of the backend, `type` among them.
    var backend: [(name: AttributePath, values: [Glob])]?
    /// The provider's own: an AWS account, a Google project, an Azure subscription.
    var account: [Glob]?

    /// Whether it asks for what belongs to the state, and not only for variables, which whoever types
    /// the command sets as he likes.
    var namesAPlace: Bool {
        workspace != nil || directory != nil || backend != nil || account != nil
    }
}
