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

/// What is kept of the values in `resource_drift`, of which there may be as many as there are objects.
package enum DriftValues: Sendable {
    case all
    /// Those of objects that are gone: a judgement looks at no others.
    case ofLosses
}

/// Reads one plan to the last byte.
package func readPlan<Source: ByteSource>(
    from source: inout Source, keeping driftValues: DriftValues = .all
) throws(PlanReadingError<Source.Failure>) -> Plan {
    try readPlan(
        from: &source, windowSize: 64 << 10, method: .fastest, keeping: driftValues)
}

/// Reads one plan through a window of a certain size.
func readPlan<Source: ByteSource>(
    from source: inout Source, windowSize: Int, method: SkipMethod,
    keeping driftValues: DriftValues = .all
) throws(PlanReadingError<Source.Failure>) -> Plan {
    var failure: Source.Failure?
    // The reader below is not generic: callers live in other modules, and what is generic over
    // their source would not be compiled for it.
    let outcome = withoutActuallyEscaping({ (buffer: inout MutableSpan<UInt8>) -> Int? in
        do throws(Source.Failure) {
            return try source.read(into: &buffer)
        } catch {
            failure = error
            return nil
        }
    }) { fill in
        var reader = PlanReader(
            window: ByteWindow(capacity: windowSize, fill: fill), method: method)
        reader.driftValues = driftValues
        return reader.read()
    }
    if let failure { throw .source(failure) }
    do throws(PlanError) {
        return try outcome.get()
    } catch {
        throw .unreadable(error)
    }
}

/// Reads a plan from a JSON document, key by key, in whatever order they come.
///
/// What tfguard judges is read member by member: the document's own object, each row, each
/// `change`. Everything else is passed over as a whole, and checked no less.
struct PlanReader: ~Copyable {
    var cursor: JSONCursor
    var plan = Plan(formatVersion: "", terraformVersion: nil)

    /// The document's own object, which of its keys are there and not null, and its version.
    var root = OpenObject<RootKey>()
    // No sets here: the first of a type costs more than to look through a few keys.
    var present: [RootKey] = []
    var formatVersion: ByteString?

    var driftValues = DriftValues.all

    /// Where to stop behind a row, as ascending document offsets, and whether that happened.
    var cuts: [Int] = []
    var nextCut = 0
    var hasStopped = false

    init(window: consuming ByteWindow, method: SkipMethod) {
        cursor = JSONCursor(window: window, method: method)
    }

    mutating func read() -> Result<Plan, PlanError> {
        do throws(ReadingFailure) {
            try refuseOtherFormats()
            try readRoot()
            return .success(plan)
        } catch {
            switch error {
            case .source:
                return .failure(cursor.error(.unexpectedEnd, at: cursor.window.offset))
            case .unreadable(let reason, let offset):
                return .failure(cursor.error(reason, at: offset))
            }
        }
    }

    /// Names the formats that are given by mistake and can be told by their first bytes.
    private mutating func refuseOtherFormats() throws(ReadingFailure) {
        _ = try cursor.window.look(ahead: 6)
        let window = cursor.window.copy(0..<min(cursor.window.limit, 6))
        let reason: PlanError.Reason? =
            switch (window.count, window) {
            case (0, _): .empty
            case (_, let bytes) where bytes.starts(with: [0xef, 0xbb, 0xbf]): .byteOrderMark
            case (_, let bytes)
            where bytes.starts(with: [0xff, 0xfe, 0, 0]) || bytes.starts(with: [0, 0, 0xfe, 0xff]):
                .utf32
            case (_, let bytes)
            where bytes.starts(with: [0xff, 0xfe]) || bytes.starts(with: [0xfe, 0xff])
                || bytes.starts(with: [.leftBrace, 0]) || bytes.starts(with: [0, .leftBrace]):
                .utf16
            // The signature of a local file header (APPNOTE.TXT, 4.3.7).
            case (_, let bytes) where bytes.starts(with: [0x50, 0x4b]): .savedPlanFile
            // What plan files began with before 0.12 (`terraform/plan.go`, `planFormatMagic`).
            case (_, let bytes) where bytes.starts(with: Array("tfplan".utf8)): .legacyPlanFile
            case (_, _): nil
            }
        if let reason { throw .unreadable(reason, at: 0) }
        switch try cursor.peekToken() {
        case nil:
            throw .unreadable(.empty, at: cursor.window.offset)
        case .leftBrace:
            break
        case .leftBracket, .quote, .minus:
            throw .unreadable(.notAnObject, at: cursor.window.offset)
        case let digit? where digit.isDigit:
            throw .unreadable(.notAnObject, at: cursor.window.offset)
        case .smallT, .smallF, .smallN:
            // `true`, or a word of some text: whether it is JSON is told by reading on.
            let start = cursor.window.offset
            do throws(ReadingFailure) {
                try cursor.skipValue()
            } catch {
                throw .unreadable(.notJSON, at: start)
            }
            throw .unreadable(.notAnObject, at: start)
        default:
            throw .unreadable(.notJSON, at: cursor.window.offset)
        }
    }
}
