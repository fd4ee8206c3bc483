/// What is wrong with a document that was given as a plan, and where.
package struct PlanError: Error, Equatable, Sendable {
    package let reason: Reason
    /// Bytes before the place.
    package let offset: Int
    /// From 1; a column counts bytes.
    package let line: Int
    package let column: Int
    /// Where in the document, such as `resource_changes[3].change.actions`.
    ///
    /// Parts of the document that are only checked, such as `planned_values`, are named as a whole.
    package let path: String

    package enum Reason: Equatable, Sendable {
        // Not a text in JSON at all.
        case empty
        case byteOrderMark
        case utf16
        case utf32
        case savedPlanFile
        case legacyPlanFile
        case notJSON

        // JSON, and something else than a plan.
        case notAnObject
        case cloudBookmark
        case encryptedPlan
        case stateFile
        case stateDocument
        case logStream

        // Not as RFC 8259 says.
        case unexpectedEnd
        case unexpectedByte(UInt8, expected: Expected)
        case trailingData
        case controlCharacter(UInt8)
        case invalidEscape
        case invalidUTF8
        case invalidNumber
        case invalidLiteral
        case nestedTooDeeply(limit: Int)

        // Valid JSON that cannot be trusted to mean one thing.
        case duplicateKey(ByteString)
        case loneSurrogate

        // Not a plan that is understood.
        case missing(key: String)
        case wrongType(expected: JSONType)
        case formatVersion(ByteString)
        case errored
        case noActions
        case unknownAction(ByteString)
        case repeatedAction(ByteString)
        case unknownMode(ByteString)
    }

    /// What might have stood where something else did.
    package enum Expected: Equatable, Sendable {
        case value
        case valueOrEndOfArray
        case keyOrEndOfObject
        case key
        case colon
        case commaOrEndOfArray
        case commaOrEndOfObject
    }

    /// The kinds of JSON values.
    package enum JSONType: String, Sendable {
        case object
        case array
        case string
        case boolean
    }
}

/// Why reading stopped.
enum ReadingFailure: Error {
    /// The source knows.
    case source
    case unreadable(PlanError.Reason, at: Int)
}
