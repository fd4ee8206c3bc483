import GuardCore

/// The effective policy, layer by layer: what each block decides and about what, then every file.
///
///     project
///       block    rule "no-database-loss": delete replace forget, data backup,
///                critical high, in production
///       –        apply: terraform is run by ["aws-vault", "exec", "prod-admin"]
///
///     project at origin/HEAD
///       As it was reviewed: it counts for agents and scripts, beside all other layers.
///       block    rule "no-weekends": everything, during weekend
///
///     Files
///       project  tfguard.hcl
///                3f2a91bc…
///
/// - Parameters:
///   - lines: what holds for everybody.
///   - reviewed: what holds for agents and scripts as well.
///   - files: all that was read.
///   - width: cells in a line.
/// - Returns: the table.
func policyTable(
    _ lines: [PolicyLine], reviewed: [PolicyLine], files: [PolicyDigest], width: Int
) -> TextBlock {
    var block = TextBlock(width: width)
    // The built-in layers are long, and stand last.
    let own = lines.prefix { !$0.layer.hasPrefix("builtin:") }
    append(own, to: &block)
    append(
        reviewed[...], to: &block,
        note: "As it was reviewed: it counts for agents and scripts, beside all other layers.")
    append(lines[own.endIndex...], to: &block)
    block.gap()
    block.paragraph([.prose("Files", .strong)])
    for file in files {
        block.paragraph(
            [.shown(singleLine(file.path))], label: .shown("  \(singleLine(file.layer))"),
            indent: 11)
        block.paragraph([.shown(file.sha256)], indent: 11)
    }
    return block
}

private func append(_ lines: ArraySlice<PolicyLine>, to block: inout TextBlock, note: String? = nil)
{
    var layer: String?
    for line in lines {
        if line.layer != layer {
            block.gap()
            block.paragraph([.prose(singleLine(line.layer), .strong)])
            if let note { block.paragraph([.prose(note)], indent: 2) }
            layer = line.layer
        }
        let about = line.about.isEmpty ? "" : ": \(singleLine(line.about))"
        block.paragraph(
            [.prose(singleLine(line.block), .strong), .prose(about)],
            label: .shown("  \(line.decision?.rawValue ?? "–")"), indent: 11)
    }
}
