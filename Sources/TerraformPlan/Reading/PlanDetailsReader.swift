/// Reads what an approval binds besides the rows, from a document that has been read as a plan before.
package func readPlanDetails<Source: ByteSource>(
    from source: inout Source
) throws(PlanReadingError<Source.Failure>) -> PlanDetails {
    var failure: Source.Failure?
    let outcome = withoutActuallyEscaping({ (buffer: inout MutableSpan<UInt8>) -> Int? in
        do throws(Source.Failure) {
            return try source.read(into: &buffer)
        } catch {
            failure = error
            return nil
        }
    }) { fill in
        var reader = PlanDetailsReader(window: ByteWindow(capacity: 64 << 10, fill: fill))
        return reader.read()
    }
    if let failure { throw .source(failure) }
    do throws(PlanError) {
        return try outcome.get()
    } catch {
        throw .unreadable(error)
    }
}

private struct PlanDetailsReader: ~Copyable {
    private var cursor: JSONCursor
    private var details = PlanDetails()

    init(window: consuming ByteWindow) {
        cursor = JSONCursor(window: window, method: .fastest)
    }

    mutating func read() -> Result<PlanDetails, PlanError> {
        do throws(ReadingFailure) {
            try readRoot()
            return .success(details)
        } catch {
            switch error {
            case .source:
                return .failure(cursor.error(.unexpectedEnd, at: cursor.window.offset))
            case .unreadable(let reason, let offset):
                return .failure(cursor.error(reason, at: offset))
            }
        }
    }

    private mutating func readRoot() throws(ReadingFailure) {
        var root = try cursor.openObject(RootKey.self)
        while let key = try cursor.nextKey(&root) {
            if try cursor.takeNull() { continue }
            switch key {
            case .configuration: details.configuration = try keptValue("configuration")
            case .outputChanges: details.outputChanges = try keptValue("output_changes")
            case .variables: details.variables = try keptValue("variables")
            case .formatVersion, .terraformVersion, .plannedValues, .resourceDrift,
                .resourceChanges, .deferredChanges, .deferredActionInvocations, .actionInvocations,
                .priorState, .relevantAttributes, .conditionResults, .checks, .timestamp,
                .applyable, .complete, .errored:
                try cursor.skipValue()
            }
        }
        guard try cursor.peekToken() == nil else {
            throw .unreadable(.trailingData, at: cursor.window.offset)
        }
    }

    private mutating func keptValue(_ part: String) throws(ReadingFailure) -> JSONText? {
        let pin = cursor.window.pin()
        defer { cursor.window.unpin(pin) }
        let range = try cursor.keepValue()
        return try cursor.keptText(range, part)
    }
}
