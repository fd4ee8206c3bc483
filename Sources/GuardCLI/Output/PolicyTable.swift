import GuardCore

/// The effective policy, layer by layer: what each block decides and about what, then every file.
///
///     project
///       block    rule "no-database-loss": delete replace forget, data backup,
///                critical high, in production
///       –        apply: terraform is run by ["aws-vault", "exec", "prod-admin"]
///
///     Files
///       project  tfguard.hcl
///                3f2a91bc…
func policyTable(_ lines: [PolicyLine], files: [PolicyDigest], width: Int) -> TextBlock {
    var block = TextBlock(width: width)
    var layer: String?
    for line in lines {
        if line.layer != layer {
            block.gap()
            block.paragraph([.prose(singleLine(line.layer), .strong)])
            layer = line.layer
        }
        let about = line.about.isEmpty ? "" : ": \(singleLine(line.about))"
        block.paragraph(
            [.prose(singleLine(line.block), .strong), .prose(about)],
            label: .shown("  \(line.decision?.rawValue ?? "–")"), indent: 11)
    }
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
