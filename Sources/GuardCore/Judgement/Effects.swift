package import TerraformPlan

/// What Terraform says a row does, from the *set* of its actions.
///
/// Never from their order: a replacement is `["delete", "create"]`, or `["create", "delete"]` with
/// `create_before_destroy`; and one that leaves the old object behind is `["create", "forget"]` to
/// Terraform (1.16) and `["forget", "create"]` to OpenTofu (1.12).
///
/// - Returns: nil for a combination that no known version writes. Nobody can say what it does.
func effects(of actions: [ChangeAction], mode: ResourceMode) -> EffectSet? {
    guard let effects = effects(of: actions) else { return nil }
    switch mode {
    case .managed, .ephemeral:
        return effects
    case .data:
        // A data source owns no object, and Terraform leaves its deletion out of a plan.
        guard effects.isDisjoint(with: .losses) else { return nil }
        return effects == EffectSet(.noOp) ? effects : EffectSet(.read)
    }
}

private func effects(of actions: [ChangeAction]) -> EffectSet? {
    guard actions.count == 1, let action = actions.first else {
        return switch WordSet(actions) {
        case [.delete, .create]: EffectSet(.replace)
        case [.forget, .create]: EffectSet([.replace, .forget])
        default: nil
        }
    }
    return effects(of: action)
}

extension ChangeAction: NumberedWord {}

/// What one action comes to alone.
func effects(of action: ChangeAction) -> EffectSet {
    switch action {
    case .noOp: EffectSet(.noOp)
    case .create: EffectSet(.create)
    case .update: EffectSet(.update)
    case .delete: EffectSet(.delete)
    case .forget: EffectSet(.forget)
    case .read, .open: EffectSet(.read)
    }
}

/// Everything of a row but what the catalog has to say: nil where it is not understood.
func effects(of row: ResourceChange, isGone: Bool, provisioned: Set<ByteString>) -> EffectSet? {
    guard var effects = effects(of: row.actions, mode: row.mode) else { return nil }
    if row.importing != nil { effects.formUnion(EffectSet(.import)) }
    if row.previousAddress != nil { effects.formUnion(EffectSet(.move)) }
    if row.deposed != nil { effects.formUnion(EffectSet(.deposed)) }
    if isGone { effects.formUnion(EffectSet(.driftLoss)) }
    // The plan does not say whether a provisioner is for creation or destruction (Terraform's
    // `jsonconfig` leaves out `when`), so each of them counts for both.
    if !provisioned.isEmpty, !effects.isDisjoint(with: EffectSet([.create, .replace, .delete])),
        provisioned.contains(row.address.withoutInstanceKeys)
    {
        effects.formUnion(EffectSet(.runsCode))
    }
    return effects
}

extension ByteString {
    /// An address as the configuration has it: `module.app[0].aws_instance.web["a"]` is
    /// `module.app.aws_instance.web`.
    package var withoutInstanceKeys: ByteString {
        guard bytes.contains(UInt8(ascii: "[")) else { return self }
        var kept: [UInt8] = []
        var isInKey = false
        var isInQuotes = false
        var isEscaped = false
        for byte in bytes {
            if isInQuotes {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isInQuotes = false
                }
            } else if isInKey {
                if byte == UInt8(ascii: "\"") {
                    isInQuotes = true
                } else if byte == UInt8(ascii: "]") {
                    isInKey = false
                }
            } else if byte == UInt8(ascii: "[") {
                isInKey = true
            } else {
                kept.append(byte)
            }
        }
        return ByteString(bytes: kept)
    }
}
