/// Reads a saved plan file.
///
/// - Parameters:
///   - bytes: the whole file.
///   - limit: how large a member may be, unpacked.
/// - Returns: what it says of itself.
/// - Throws: what is wrong with it: it is not what `plan -out` writes, or it might be read differently
///   by somebody else.
package func readSavedPlan(
    _ bytes: [UInt8], limit: Int = 1 << 30
) throws(SavedPlanError) -> SavedPlan {
    try refuseOtherFormats(bytes)
    let archive = try ZipArchive(bytes: bytes)
    var reader = SavedPlanReader(
        state: try readState("tfstate", of: archive, limit: limit),
        previousState: try readState("tfstate-prev", of: archive, limit: limit))
    return try reader.read(try archive.contents(of: "tfplan", limit: limit))
}

/// Names what a plan's file may be instead, by how it begins.
private func refuseOtherFormats(_ bytes: [UInt8]) throws(SavedPlanError) {
    guard let first = bytes.first else { throw SavedPlanError(.empty) }
    guard first == .leftBrace else { return }
    var source = ArraySource(bytes: bytes)
    var reason: PlanError.Reason?
    do throws(PlanReadingError<Never>) {
        _ = try readPlan(from: &source)
    } catch {
        switch error {
        case .unreadable(let error): reason = error.reason
        }
    }
    switch reason {
    case .cloudBookmark?: throw SavedPlanError(.cloudBookmark)
    case .encryptedPlan?: throw SavedPlanError(.encryptedPlan)
    case _: throw SavedPlanError(.json)
    }
}

private func readState(
    _ name: String, of archive: ZipArchive, limit: Int
) throws(SavedPlanError) -> StateFile {
    let contents = try archive.contents(of: name, limit: limit)
    do throws(StateFileError) {
        return try readStateFile(contents)
    } catch {
        throw SavedPlanError(.state(error), in: name)
    }
}

/// Reads the member `tfplan`: the message `Plan` of `internal/plans/planproto/planfile.proto`.
///
/// Of a field that is there twice, readers of Protocol Buffers take the last, and of two messages the
/// union. Nobody writes that, so it is refused where the field matters.
struct SavedPlanReader {
    private var plan: SavedPlan
    private var version: UInt64?
    private var seen: Set<UInt64> = []

    init(state: StateFile, previousState: StateFile) {
        plan = SavedPlan(state: state, previousState: previousState)
    }

    mutating func read(_ bytes: [UInt8]) throws(SavedPlanError) -> SavedPlan {
        var message = ProtobufMessage(bytes[...])
        while let (field, value) = try next(&message) {
            switch (field, value) {
            case (1, .number(let number)):
                try once(field)
                version = number
            case (3, .bytes(let bytes)): plan.changes.append(try change(bytes))
            case (5, .bytes(let bytes)): plan.targets.append(text(bytes))
            case (6, .bytes(let bytes)): plan.excluded.append(text(bytes))
            case (13, .bytes(let bytes)):
                try once(field)
                plan.backend = try backend(bytes)
            case (14, .bytes(let bytes)):
                try once(field)
                plan.terraformVersion = text(bytes)
            case (16, .bytes(let bytes)): plan.forcedReplacements.append(text(bytes))
            case (17, .number(let number)):
                try once(field)
                plan.mode = try mode(number)
            case (18, .bytes(let bytes)): plan.drift.append(try change(bytes))
            case (20, .number(let number)):
                try once(field)
                plan.isErrored = number != 0
            case (29, .bytes(let bytes)):
                try once(field)
                plan.stateStore = try backend(bytes)
            case (32, .bytes(let bytes)): plan.actionTargets.append(text(bytes))
            case (1, _), (3, _), (5, _), (6, _), (13, _), (14, _), (16, _), (17, _), (18, _),
                (20, _), (29, _), (32, _):
                throw malformed
            case (_, _): break
            }
        }
        guard version == 3 else {
            throw SavedPlanError(.unknownVersion(version ?? 0), in: "tfplan")
        }
        return plan
    }

    /// The message `ResourceInstanceChange`.
    private func change(_ bytes: ArraySlice<UInt8>) throws(SavedPlanError) -> SavedChange {
        var address: ByteString?
        var deposed: ByteString?
        var action: UInt64?
        var message = ProtobufMessage(bytes)
        while let (field, value) = try next(&message) {
            switch (field, value) {
            case (7, .bytes(let bytes)) where deposed == nil: deposed = text(bytes)
            case (9, .bytes(let bytes)) where action == nil: action = try number(1, of: bytes)
            case (13, .bytes(let bytes)) where address == nil: address = text(bytes)
            case (7, _), (9, _), (13, _): throw fault(field, value)
            case (_, _): break
            }
        }
        guard let address, let number = action else { throw malformed }
        guard let action = SavedAction(rawValue: number) else {
            throw SavedPlanError(.unknownAction(number, address: address), in: "tfplan")
        }
        if deposed == "" { deposed = nil }
        return SavedChange(
            object: ObjectAddress(address: address, deposed: deposed), action: action)
    }

    /// A number of a message; 0 where it is absent, as proto3 has it.
    private func number(
        _ wanted: UInt64, of bytes: ArraySlice<UInt8>
    ) throws(SavedPlanError) -> UInt64 {
        var result: UInt64?
        var message = ProtobufMessage(bytes)
        while let (field, value) = try next(&message) {
            guard field == wanted else { continue }
            guard case .number(let number) = value, result == nil else { throw fault(field, value) }
            result = number
        }
        return result ?? 0
    }

    /// The message `Backend`, or `StateStore`, which begins like it.
    private func backend(_ bytes: ArraySlice<UInt8>) throws(SavedPlanError) -> SavedBackend {
        var type: ByteString?
        var configuration: [UInt8]?
        var workspace: ByteString?
        var message = ProtobufMessage(bytes)
        while let (field, value) = try next(&message) {
            switch (field, value) {
            case (1, .bytes(let bytes)) where type == nil: type = text(bytes)
            case (2, .bytes(let bytes)) where configuration == nil:
                configuration = try messagePack(bytes)
            case (3, .bytes(let bytes)) where workspace == nil: workspace = text(bytes)
            case (1, _), (2, _), (3, _): throw fault(field, value)
            case (_, _): break
            }
        }
        return SavedBackend(
            type: type ?? "", workspace: workspace ?? "", configuration: configuration ?? [])
    }

    /// What the message `DynamicValue` holds: MessagePack, in its only field that Terraform writes.
    private func messagePack(_ bytes: ArraySlice<UInt8>) throws(SavedPlanError) -> [UInt8] {
        var result: [UInt8]?
        var message = ProtobufMessage(bytes)
        while let (field, value) = try next(&message) {
            guard field == 1, case .bytes(let bytes) = value, result == nil else {
                throw fault(field, value)
            }
            result = Array(bytes)
        }
        return result ?? []
    }

    private func mode(_ number: UInt64) throws(SavedPlanError) -> PlanMode {
        switch number {
        case 0: .normal
        case 1: .destroy
        case 2: .refreshOnly
        default: throw SavedPlanError(.unknownMode(number), in: "tfplan")
        }
    }

    private mutating func once(_ field: UInt64) throws(SavedPlanError) {
        guard seen.insert(field).inserted else {
            throw SavedPlanError(.fieldTwice(field: field), in: "tfplan")
        }
    }

    private func fault(_ field: UInt64, _ value: ProtobufMessage.Value) -> SavedPlanError {
        switch value {
        case .fixed: malformed
        case .number, .bytes: SavedPlanError(.fieldTwice(field: field), in: "tfplan")
        }
    }

    private var malformed: SavedPlanError { SavedPlanError(.malformedPlan, in: "tfplan") }

    private func next(
        _ message: inout ProtobufMessage
    ) throws(SavedPlanError) -> (field: UInt64, value: ProtobufMessage.Value)? {
        do throws(ProtobufMessage.Malformed) {
            return try message.next()
        } catch {
            throw malformed
        }
    }

    private func text(_ bytes: ArraySlice<UInt8>) -> ByteString { ByteString(bytes: Array(bytes)) }
}
