import Diagnostics
import GuardCore
import GuardSystem

extension PolicyRun {
    /// Prints what is known of a type, or of which providers anything is.
    func showCatalog(of type: String?, in directory: FilePath) throws(Refusal) {
        let (policy, warnings) = try loadPolicy(for: directory, extra: [])
        messages.write(warnings)
        guard let type else {
            try print(catalogOverview(policy.catalogCounts))
            return
        }
        if let entry = policy.catalogEntry(for: type) {
            try print(catalogPage(entry, width: 80))
            return
        }
        let provider = String(type.prefix { $0 != "_" })
        let near = policy.catalogTypes(of: provider)
        let known = near.isEmpty ? policy.catalogTypes() : near
        // A few letters that many types share are a search.
        let containing = known.filter { $0.holds(type) }
        if !containing.isEmpty {
            try print(containing.map { $0 + "\n" }.joined())
            return
        }
        throw .usage(
            "No such type in the catalog",
            "Nothing is known of \"\(singleLine(type))\"." + didYouMean(type, among: known)
                + " Losing one is always asked about; a resource block in tfguard.hcl says what it "
                + "is.")
    }
}
