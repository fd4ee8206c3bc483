/// What an approval binds of a plan besides its rows, and a judgement does not need.
///
/// Read in a second pass, because a configuration is large and most runs need no approval.
package struct PlanDetails: Sendable {
    /// `configuration`: the resources as they are written, with the constants in them.
    package var configuration: JSONText?
    /// `output_changes`.
    package var outputChanges: JSONText?
    /// `variables`.
    ///
    /// A value may be a secret: only `configuration` says whose is.
    package var variables: JSONText?

    package init() {}
}
