import GuardCore
import GuardSystem
import TerraformPlan

/// Where a state is kept, without anything that is a secret.
struct BackendIdentity: Equatable, Sendable {
    /// `s3`; `local` where nothing is configured.
    let type: ByteString
    /// The settings that say where, in the order of their names.
    let settings: [(name: String, value: String)]

    /// Takes the settings that say where a state is from all of them.
    ///
    /// - Parameters:
    ///   - type: the backend's.
    ///   - configured: its settings, as the folder or a saved plan has them.
    ///   - environment: settings that Terraform takes from there where nobody configured them.
    init(type: ByteString, configured: JSONValue?, _ environment: Environment) {
        var settings: [(name: String, value: String)] = []
        for name in whereabouts[type.description] ?? [] {
            if let value = configured?[ByteString(name)], let text = plain(value) {
                settings.append((name, withoutCredentials(text)))
            } else if let variable = variables["\(type).\(name)"],
                let value = environment[variable],
                !value.isEmpty
            {
                settings.append((name, withoutCredentials(String(decoding: value, as: UTF8.self))))
            } else if let value = defaults["\(type).\(name)"] {
                settings.append((name, value))
            }
        }
        self.type = type
        self.settings = settings
    }

    static func == (left: BackendIdentity, right: BackendIdentity) -> Bool {
        left.digest == right.digest
    }

    /// SHA-256 over type and settings: the same on every machine.
    var digest: String {
        var text = type.description + "\n"
        for (name, value) in settings { text += "\(name)=\(value)\n" }
        return sha256Text(Array(text.utf8))
    }

    /// For people: `s3://courses-state/prod.tfstate`.
    var location: String {
        let values = { (name: String) in settings.first { $0.name == name }?.value }
        switch type.description {
        case "s3": return "s3://\(values("bucket") ?? "?")/\(values("key") ?? "?")"
        case "gcs": return "gs://\(values("bucket") ?? "?")/\(values("prefix") ?? "")"
        case "local": return "\(values("path") ?? "terraform.tfstate") (local)"
        case "http": return values("address") ?? "http"
        case let name:
            let words = settings.map { "\($0.name) \($0.value)" }
            return words.isEmpty ? name : "\(name) (\(words.joined(separator: ", ")))"
        }
    }
}

extension RootModule {
    /// Where the folder's state is kept.
    ///
    /// - Parameter environment: settings that Terraform takes from there where nobody configured them.
    /// - Returns: it, by the settings of the last `init`.
    func backendIdentity(_ environment: Environment) -> BackendIdentity {
        BackendIdentity(
            type: backend ?? "local", configured: backendSettings, environment)
    }
}

/// The settings of Terraform's backends (`internal/backend/remote-state`) that say where a state is.
///
/// Neither who reads it nor how: credentials, roles and retries differ between people.
private let whereabouts: [String: [String]] = [
    "local": ["path", "workspace_dir"],
    "s3": ["bucket", "key", "workspace_key_prefix"],
    "gcs": ["bucket", "prefix"],
    "azurerm": ["container_name", "key", "storage_account_name"],
    "http": ["address"],
    "consul": ["address", "path"],
    "kubernetes": ["namespace", "secret_suffix"],
    "pg": ["conn_str", "schema_name"],
    "cos": ["bucket", "key", "prefix", "region"],
    "oss": ["bucket", "key", "prefix", "region"],
    "oci": ["bucket", "key", "namespace"],
    "remote": ["hostname", "organization", "workspaces"],
    "cloud": ["hostname", "organization", "workspaces"],
]

/// Where Terraform looks for a setting that is not configured.
private let variables: [String: String] = [
    "http.address": "TF_HTTP_ADDRESS", "consul.address": "CONSUL_HTTP_ADDR",
    "pg.conn_str": "PG_CONN_STR", "pg.schema_name": "PG_SCHEMA_NAME",
    "cloud.organization": "TF_CLOUD_ORGANIZATION", "cloud.hostname": "TF_CLOUD_HOSTNAME",
]

private let defaults: [String: String] = ["local.path": "terraform.tfstate"]

/// A setting as one line; nil where it is not set.
private func plain(_ value: JSONValue) -> String? {
    switch value {
    case .null: return nil
    case .bool(let flag): return flag ? "true" : "false"
    case .number(let text): return text.description
    case .string(let text): return text.bytes.isEmpty ? nil : text.description
    case .array(let elements):
        let words = elements.compactMap(plain)
        return words.isEmpty ? nil : words.sorted().joined(separator: ",")
    case .object(let members):
        let words = members.compactMap { member in plain(member.value).map { "\(member.key)=\($0)" }
        }
        return words.isEmpty ? nil : words.sorted().joined(separator: ",")
    }
}

/// An address without user, password and query, and a connection string without its password.
private func withoutCredentials(_ text: String) -> String {
    var bytes = Array(text.utf8)
    let scheme = Array("://".utf8)
    guard
        let start = bytes.indices.first(where: { bytes[$0...].starts(with: scheme) })
    else {
        let words = text.split(separator: " ")
        guard words.contains(where: { $0.contains("=") }) else { return text }
        // host=db dbname=state password=… (libpq).
        return words.filter { word in
            ["host=", "hostaddr=", "port=", "dbname="].contains { word.hasPrefix($0) }
        }.joined(separator: " ")
    }
    if let end = bytes[(start + 3)...].firstIndex(where: { $0 == 0x3f || $0 == 0x23 }) {
        bytes.removeSubrange(end...)
    }
    let pathStart = bytes[(start + 3)...].firstIndex(of: UInt8(ascii: "/")) ?? bytes.endIndex
    if let at = bytes[(start + 3)..<pathStart].lastIndex(of: UInt8(ascii: "@")) {
        bytes.removeSubrange((start + 3)...at)
    }
    return String(decoding: bytes, as: UTF8.self)
}
