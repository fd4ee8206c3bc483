/// What the change of one attribute comes to, beyond what Terraform calls it: a `lose`, `disarm` or
/// `warn` block of a `resource`.
///
/// ```hcl
/// lose "retention_in_days" {
///   when    = "shrinks"
///   forever = [0]
///   says    = "Events older than that are deleted."
/// }
/// ```
struct Harm: Sendable {
    enum Kind: String, CaseIterable, Sendable {
        /// Data is destroyed, or a service ends, although nothing is deleted.
        case lose
        /// What kept the object, or watched over it, is off.
        case disarm
        /// Harmless as a rule, and hard to take back where it is not.
        case warn
    }

    /// How the values before and after are compared.
    enum Trigger: String, CaseIterable, Sendable {
        /// Numbers and durations: what is kept, or how much of it there is, becomes less.
        case shrinks
        case grows
        /// A value goes away, or an element of a list, set or map.
        case removed
        case added
        case changes
    }

    let kind: Kind
    let path: AttributePath
    /// Nil where `from` and `to` say it all.
    var trigger: Trigger?
    /// The values that mean "without end", to `shrinks` and `grows`.
    var forever: [AttributeValue] = []
    /// The attribute that names an element of the list, to `removed` and `added`.
    var key: String?
    /// The key of one line `key=value` of a text, to compare the value and not the text.
    var line: String?
    /// What holds of the value before.
    var from: [Glob] = []
    /// What holds of the value after, and did not before.
    var to: Predicate?
    /// What else holds of the object afterwards.
    var conditions: [Predicate] = []
    /// What it means, in one sentence.
    var says: String
}

/// What creating an object wipes that is there already: an `overwrite` block of a `resource`.
///
/// ```hcl
/// overwrite {
///   onto = { bucket = "aws_s3_bucket.bucket" }
///   says = "It takes the place of every lifecycle rule the bucket has."
/// }
/// ```
struct Overwrite: Sendable {
    /// One thing that can be overwritten: a type, and the attribute that names an object of it.
    struct Target: Sendable {
        let type: String
        /// Nil where it is only known by an id that exists after the apply.
        let attribute: AttributePath?
    }

    /// The attribute that says what is overwritten, and what that can be.
    struct Reference: Sendable {
        let path: AttributePath
        let targets: [Target]
    }

    var kind: Harm.Kind
    /// What is overwritten: of one that the same plan creates nothing is wiped.
    var onto: [Reference]
    /// What holds of the object that is created.
    var conditions: [Predicate]
    var says: String
}
