import HCL
import TerraformPlan

/// A setting of a provider that changes what deleting means: a `disarm` block in a catalog's
/// `provider` block.
///
/// ```hcl
/// provider "azurerm" {
///   disarm "features.resource_group.prevent_deletion_if_contains_resources" {
///     to    = false
///     types = ["azurerm_resource_group"]
///     says  = "A resource group goes with everything in it."
///   }
/// }
/// ```
struct ProviderSetting: Sendable {
    let path: AttributePath
    let to: Predicate
    /// The types whose loss it makes worse, as globs.
    let types: [Glob]
    let says: String
}

/// How a provider is configured, as far as a plan tells.
enum ProviderSettingState: Equatable {
    /// Not as the catalog warns of.
    case safe
    /// So by the provider's default, or by a value that the plan does not tell.
    case unsafe
    /// Somebody wrote it.
    case written
}

extension ProviderSetting {
    /// What a plan's `configuration.provider_config` says, over all configurations of a provider.
    ///
    /// ```
    ///     {"azurerm": {"name": "azurerm", "expressions": {"features": [{"resource_group": [
    ///         {"prevent_deletion_if_contains_resources": {"constant_value": false}}]}]}}}
    /// ```
    ///
    /// A value that comes from a variable or a resource is not there: it may be any.
    func state(in configuration: JSONText?, provider: String) -> ProviderSettingState {
        guard let configuration, case .object(let entries) = configuration.value else {
            return .safe
        }
        var found = ProviderSettingState.safe
        for entry in entries where entry.value["name"] == .string(ByteString(provider)) {
            switch state(of: entry.value["expressions"] ?? .null) {
            case .safe: break
            case .unsafe: if found == .safe { found = .unsafe }
            case .written: found = .written
            }
        }
        return found
    }

    private func state(of expressions: JSONValue) -> ProviderSettingState {
        var values = [expressions]
        for name in path.text.split(separator: ".") {
            values = values.flatMap(\.throughLists).compactMap { $0[ByteString(String(name))] }
        }
        let leaves = values.flatMap(\.throughLists)
        guard !leaves.isEmpty else { return to.holds(for: .null) ? .unsafe : .safe }
        var found = ProviderSettingState.safe
        for leaf in leaves {
            guard let constant = leaf["constant_value"] else {
                if found == .safe { found = .unsafe }
                continue
            }
            if to.holds(for: AttributeValue(constant)) { found = .written }
        }
        return found
    }
}

extension JSONValue {
    fileprivate var throughLists: [JSONValue] {
        guard case .array(let elements) = self else { return [self] }
        return elements.flatMap(\.throughLists)
    }
}

extension AttributeValue {
    fileprivate init(_ value: JSONValue) {
        self =
            switch value {
            case .null: .null
            case .bool(let bool): .bool(bool)
            case .number(let text): .number(text.bytes)
            case .string(let text): .string(text.bytes)
            case .array, .object: .object
            }
    }
}

extension PolicyReader {
    /// The settings of a catalog's `provider` block.
    mutating func readProvider(_ block: Block) {
        guard let label = label(of: block, owner: "catalog") else { return }
        let context = "provider \"\(label.name)\""
        checkNames(in: block.body, against: .provider, context: context)
        for block in block.body.blocks where block.type.name == "disarm" {
            checkNames(in: block.body, against: .providerSetting, context: context)
            guard let name = block.labels.first, let path = attributePath(name, context: context),
                let to = block.body.attribute(named: "to"),
                let predicate = predicate(to.expression, at: path, called: "to", context),
                let types = globs("types", .name, in: block.body, context: context),
                let says = string("says", in: block.body, context: context)
            else {
                report(
                    "Incomplete provider setting",
                    "A setting has its path as a label, and says to, types and says.",
                    at: block.headerRange, in: context)
                continue
            }
            providerSettings.append(
                ProviderSetting(path: path, to: predicate, types: types, says: says))
        }
    }
}
