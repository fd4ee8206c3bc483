/// Where a run keeps its state: the backend, as it was configured.
package struct StateStore: Sendable {
    /// `s3`, `gcs`, `local`.
    package let type: ByteString
    /// Its arguments.
    ///
    /// May hold credentials: compared, never printed, never kept.
    package let arguments: JSONValue

    package init(type: ByteString, arguments: JSONValue) {
        self.type = type
        self.arguments = arguments
    }
}
