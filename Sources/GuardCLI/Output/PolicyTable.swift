import GuardCore

/// The effective policy, a block a line: its layer, what it decides, and about what.
func policyTable(_ lines: [PolicyLine], files: [PolicyDigest]) -> String {
    let rows = lines.map { line in
        [line.layer, line.decision?.rawValue ?? "", line.block, line.about].map(singleLine)
    }
    let widths = (0..<3).map { column in rows.map { $0[column].count }.max() ?? 0 }
    let text = rows.map { row in
        let cells = zip(row, widths).map { cell, width in
            cell + String(repeating: " ", count: width - cell.count)
        }
        return (cells + [row[3]]).joined(separator: "  ")
    }
    let read = files.map { "\(singleLine($0.layer))  \($0.sha256)  \(singleLine($0.path))" }
    return (text + [""] + read).joined(separator: "\n") + "\n"
}
