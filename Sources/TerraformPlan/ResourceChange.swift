/// One row of `resource_changes`, `resource_drift` or `deferred_changes`.
///
/// Rows are told apart by address *and* deposed key: an object that `create_before_destroy` left
/// behind has the address of its successor.
package struct ResourceChange: Sendable {
    package var address: ByteString
    /// Eight hexadecimal digits where the row is about a deposed object.
    package var deposed: ByteString?
    package var previousAddress: ByteString?
    package var moduleAddress: ByteString?
    package var mode: ResourceMode
    package var type: ByteString
    package var name: ByteString
    package var index: JSONText?
    package var providerName: ByteString

    /// At least one, no word twice; the order is Terraform's and means nothing.
    package var actions: [ChangeAction]
    package var actionReason: ByteString?

    /// The values, where the plan has them.
    ///
    /// Absent is not `null`.
    package var before: JSONText?
    package var after: JSONText?
    package var afterUnknown: JSONText?
    package var beforeSensitive: JSONText?
    package var afterSensitive: JSONText?
    /// The attribute paths that force a replacement: an array of arrays of steps.
    package var replacePaths: JSONText?
    /// Present where an object is adopted into the state, whatever it holds.
    package var importing: JSONText?

    package init(
        address: ByteString, deposed: ByteString? = nil, previousAddress: ByteString? = nil,
        moduleAddress: ByteString? = nil, mode: ResourceMode = .managed, type: ByteString,
        name: ByteString, index: JSONText? = nil, providerName: ByteString,
        actions: [ChangeAction], actionReason: ByteString? = nil, before: JSONText? = nil,
        after: JSONText? = nil, afterUnknown: JSONText? = nil, beforeSensitive: JSONText? = nil,
        afterSensitive: JSONText? = nil, replacePaths: JSONText? = nil, importing: JSONText? = nil
    ) {
        self.address = address
        self.deposed = deposed
        self.previousAddress = previousAddress
        self.moduleAddress = moduleAddress
        self.mode = mode
        self.type = type
        self.name = name
        self.index = index
        self.providerName = providerName
        self.actions = actions
        self.actionReason = actionReason
        self.before = before
        self.after = after
        self.afterUnknown = afterUnknown
        self.beforeSensitive = beforeSensitive
        self.afterSensitive = afterSensitive
        self.replacePaths = replacePaths
        self.importing = importing
    }
}

/// The `mode` of a row.
package enum ResourceMode: String, CaseIterable, Sendable {
    case managed
    case data
    /// OpenTofu 1.11 lists ephemeral resources as rows with the action `open`.
    case ephemeral
}
