import TerraformPlan

/// Which parts of a value are secrets: what Terraform's `before_sensitive` and `after_sensitive` say
/// together, because a value that is sensitive on one side gives itself away on the other.
struct SensitiveMask {
    /// As Terraform writes a mask: true where all of it is a secret, else an object or list of masks;
    /// nil where nothing is.
    let value: JSONValue?

    init(_ before: JSONValue?, _ after: JSONValue?) {
        value = Self.union(before, after)
    }

    private static func union(_ left: JSONValue?, _ right: JSONValue?) -> JSONValue? {
        guard let left = reduced(left) else { return reduced(right) }
        guard let right = reduced(right) else { return left }
        switch (left, right) {
        case (.object(let members), .object(let others)):
            var united = members.map { member in
                JSONValue.Member(
                    key: member.key,
                    value: union(member.value, right[member.key]) ?? .bool(true))
            }
            united += others.filter { left[$0.key] == nil }
            return .object(united)
        case (.array(let elements), .array(let others)):
            return .array(
                (0..<max(elements.count, others.count)).map { index in
                    union(
                        index < elements.count ? elements[index] : nil,
                        index < others.count ? others[index] : nil) ?? .bool(false)
                })
        case (_, _):
            // All of one is a secret, or the two are of different shapes.
            return .bool(true)
        }
    }

    /// Without the parts that mark nothing.
    private static func reduced(_ mask: JSONValue?) -> JSONValue? {
        switch mask {
        case nil, .null?, .bool(false)?, .number?, .string?: return nil
        case .bool(true)?: return mask
        case .array(let elements)?:
            let kept = elements.map { reduced($0) ?? .bool(false) }
            return kept.allSatisfy { $0 == .bool(false) } ? nil : .array(kept)
        case .object(let members)?:
            let kept = members.compactMap { member in
                reduced(member.value).map { JSONValue.Member(key: member.key, value: $0) }
            }
            return kept.isEmpty ? nil : .object(kept)
        }
    }

    /// A value with `{"changed": …, "sensitive": true}` in the place of every secret.
    ///
    /// - Parameters:
    ///   - value: one side of a change.
    ///   - other: the other side.
    ///   - unknown: what is known only after the apply, which counts as changed.
    /// - Returns: the value without secrets.
    func redacted(
        _ value: JSONValue, against other: JSONValue?, unknown: JSONValue?
    ) -> JSONValue {
        Self.redacted(value, mask: self.value, against: other, unknown: unknown)
    }

    private static func redacted(
        _ value: JSONValue, mask: JSONValue?, against other: JSONValue?, unknown: JSONValue?
    ) -> JSONValue {
        switch (mask, value) {
        case (nil, _), (.bool(false)?, _), (.null?, _): return value
        case (.object(let masks)?, .object(let members)):
            return .object(
                members.map { member in
                    JSONValue.Member(
                        key: member.key,
                        value: redacted(
                            member.value, mask: masks.first { $0.key == member.key }?.value,
                            against: other?[member.key],
                            unknown: unknown?[member.key] ?? unknown?.scalarFlag)
                    )
                })
        case (.array(let masks)?, .array(let elements)):
            return .array(
                elements.enumerated().map { index, element in
                    redacted(
                        element, mask: index < masks.count ? masks[index] : nil,
                        against: other?.element(index),
                        unknown: unknown?.element(index) ?? unknown?.scalarFlag)
                })
        case (.object?, .null), (.array?, .null):
            return value
        case (.bool?, _), (.object?, _), (.array?, _), (.number?, _), (.string?, _):
            let changes =
                unknown?.marksAnything ?? false
                || other.flatMap(CanonicalJSON.bytes) != CanonicalJSON.bytes(of: value)
            return .members { leaf in
                leaf["changed"] = .bool(changes)
                leaf["sensitive"] = .bool(true)
            }
        }
    }
}

extension JSONValue {
    fileprivate func element(_ index: Int) -> JSONValue? {
        guard case .array(let elements) = self, index < elements.count else { return nil }
        return elements[index]
    }

    /// A mask that is about a whole value is about each part of it.
    fileprivate var scalarFlag: JSONValue? {
        guard case .bool = self else { return nil }
        return self
    }
}
