import Diagnostics
import GuardCore
import TerraformPlan

/// An attribute that forces a replacement: what it is, and what it is to become.
///
/// All three are ready to be shown: sensitive values are masked, long ones are shortened.
struct AttributeChange: Equatable {
    let path: String
    let before: String
    let after: String
}

/// The attributes that `replace_paths` names.
///
/// A value is shown only where the plan says that it is not sensitive. Terraform before 0.15 writes
/// no masks, so nothing of its values is shown.
func replacedAttributes(of change: ResourceChange) -> [AttributeChange] {
    guard case .array(let paths)? = change.replacePaths?.value else { return [] }
    let before = change.before?.value
    let after = change.after?.value
    let unknown = change.afterUnknown?.value
    let masks = [change.beforeSensitive?.value, change.afterSensitive?.value]
    return paths.compactMap { path -> AttributeChange? in
        guard case .array(let steps) = path else { return nil }
        // A value that is sensitive on one side gives itself away on the other.
        let isHidden = masks.contains { mask in
            guard let mask else { return true }
            return mask.masks(steps[...])
        }
        let becomes =
            unknown?.masks(steps[...]) == true
            ? "(known after apply)" : shown(after?.value(at: steps[...]))
        return AttributeChange(
            path: pathText(steps),
            before: isHidden ? "(sensitive)" : shown(before?.value(at: steps[...])),
            after: isHidden ? "(sensitive)" : becomes)
    }
}

/// A path as it is written in a configuration: `settings[0].tier`.
private func pathText(_ steps: [JSONValue]) -> String {
    var text = ""
    for step in steps {
        switch step {
        case .string(let name) where name.isIdentifier:
            text += text.isEmpty ? name.description : ".\(name)"
        case .string(let key): text += "[\"\(TerminalText.printable(key.bytes))\"]"
        case .number(let index): text += "[\(TerminalText.printable(index.bytes))]"
        case .null, .bool, .array, .object: text += "[…]"
        }
    }
    return text
}

/// A value for one line.
func shown(_ value: JSONValue?) -> String {
    switch value {
    case nil, .null?: "null"
    case .bool(let flag)?: flag ? "true" : "false"
    case .number(let number)?: shortened(TerminalText.printable(number.bytes))
    case .string(let text)?: "\"\(shortened(TerminalText.printable(text.bytes)))\""
    case .array(let elements)?:
        elements.allSatisfy(\.isScalar) && elements.count <= 3
            ? "[" + elements.map { shown($0) }.joined(separator: ", ") + "]"
            : "[\(elements.count) \(elements.count == 1 ? "element" : "elements")]"
    case .object(let members)?:
        "{\(members.count) \(members.count == 1 ? "attribute" : "attributes")}"
    }
}

private func shortened(_ text: String) -> String {
    let limit = 48
    guard text.count > limit else { return text }
    return text.prefix(limit - 1) + "…"
}

extension ByteString {
    /// Whether it can stand in a path without brackets.
    fileprivate var isIdentifier: Bool {
        !bytes.isEmpty
            && bytes.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
                    true
                case _: false
                }
            }
    }
}

extension JSONValue {
    fileprivate var isScalar: Bool {
        switch self {
        case .null, .bool, .number, .string: true
        case .array, .object: false
        }
    }

    /// The value that a path leads to; nil where it leads nowhere.
    fileprivate func value(at path: ArraySlice<JSONValue>) -> JSONValue? {
        guard let step = path.first else { return self }
        return child(step)?.value(at: path.dropFirst())
    }

    private func child(_ step: JSONValue) -> JSONValue? {
        switch (self, step) {
        case (.object, .string(let key)): self[key]
        case (.array(let elements), .number(let text)):
            Int(text.description).flatMap { elements.indices.contains($0) ? elements[$0] : nil }
        case (.null, _), (.bool, _), (.number, _), (.string, _), (.array, _), (.object, _): nil
        }
    }

    /// Whether a mask (`before_sensitive`, `after_unknown`) covers the place, or any part of it.
    fileprivate func masks(_ path: ArraySlice<JSONValue>) -> Bool {
        if case .bool(let flag) = self { return flag }
        guard let step = path.first else { return marksAnything }
        return child(step)?.masks(path.dropFirst()) ?? false
    }
}
