import Diagnostics
import GuardCore
import TerraformPlan

/// What is known of a resource type, as `tfguard policy catalog TYPE` prints it.
func catalogPage(_ entry: CatalogEntry, width: Int) -> String {
    let margin = 18
    var page = TextBlock(width: width)
    let standing = [entry.severity?.rawValue, entry.category?.rawValue].compactMap { $0 }
    page.paragraph([
        .exact(entry.type.bytes, .strong), .prose(": \(standing.joined(separator: " "))"),
    ])
    for (label, lines) in entry.facts {
        for (number, line) in lines.enumerated() where label != "Replaced by" {
            page.paragraph(
                [.prose(line)], label: .shown(number == 0 ? "  " + label : " ", .faint),
                indent: margin)
        }
        // Names alone, and many of them.
        if label == "Replaced by" {
            page.paragraph(
                [.prose(lines.joined(separator: ", "))], label: .shown("  " + label, .faint),
                indent: margin)
        }
    }
    if let recovery = entry.recovery {
        page.paragraph([.prose(recovery)], label: .shown("  Recovery", .faint), indent: margin)
    }
    return page.rendered(.plain)
}

/// The providers of the catalog, as `tfguard policy catalog` prints them.
func catalogOverview(_ counts: [CatalogCount]) -> String {
    let total = counts.reduce(0) { $0 + $1.types }
    let widest = counts.map(\.provider.count).max() ?? 0
    let rows = counts.map { count in
        "  " + count.provider + String(repeating: " ", count: widest - count.provider.count)
            + "  \(count.types)\n"
    }
    return "\(total) resource types of \(counts.count) providers:\n" + rows.joined()
        + "tfguard policy catalog TYPE shows what is known of one; of any other, losing one is "
        + "asked about.\n"
}
