import TerraformPlan

// How one object of a plan names another: by its id, its name, or a longer name that ends with one of
// these, such as an ARN (`arn:aws:rds:us-east-1:123456789012:db:courses`) or a resource path
// (`projects/p/instances/courses`).

extension ResourceDescription {
    /// What an object, as it is before a change, is called by others.
    func names(of row: ResourceChange) -> [[UInt8]] {
        guard let before = row.before else { return [] }
        var names = AttributePath("id").map { before.texts(at: $0) } ?? []
        for path in identity { names += before.texts(at: path) }
        return names
    }
}

extension JSONText {
    /// What stands at the end of a path, as text, where there is any.
    func texts(at path: AttributePath) -> [[UInt8]] {
        values(at: path).compactMap(\.text).filter { !$0.isEmpty }
    }
}

/// A reference as it stands, and what it may end with.
func nameEndings(of reference: [UInt8]) -> [[UInt8]] {
    let ends = [UInt8(ascii: ":"), UInt8(ascii: "/")].compactMap { separator in
        reference.lastIndex(of: separator).map { Array(reference[($0 + 1)...]) }
    }
    return [reference] + ends.filter { !$0.isEmpty }
}
