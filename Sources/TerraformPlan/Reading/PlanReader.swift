/// Where a plan's bytes come from: a file, or a pipe that `terraform show` still writes to.
package protocol ByteSource {
    associatedtype Failure: Error

    /// Reads what is there into the front of `buffer` and waits until there is something.
    ///
    /// - Returns: how many bytes were read; 0 at the end.
    mutating func read(into buffer: inout MutableSpan<UInt8>) throws(Failure) -> Int
}

/// Why a plan could not be read.
package enum PlanReadingError<SourceFailure: Error>: Error {
    /// The source failed.
    case source(SourceFailure)
    /// The bytes are not a plan that can be understood.
    case unreadable(PlanError)
}

/// What is wrong with a document, and where.
package struct PlanError: Error, Equatable, Sendable {
    package let reason: Reason
    /// Bytes before the place.
    package let offset: Int
    /// From 1; a column counts bytes.
    package let line: Int
    package let column: Int
    /// Where in the document, such as `resource_changes[3].change.actions`.
    package let path: String

    package enum Reason: Equatable, Sendable {
        case notWritten
    }
}

/// Reads one plan to the last byte.
package func readPlan<Source: ByteSource>(
    from source: inout Source
) throws(PlanReadingError<Source.Failure>) -> Plan {
    throw .unreadable(PlanError(reason: .notWritten, offset: 0, line: 1, column: 1, path: ""))
}
