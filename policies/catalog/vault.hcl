# Resource types of the Vault provider: what they hold, what guards them, and what
# losing one takes. Maintained by hand.

# Secrets and keys

resource "vault_mount" {
  category = "secret"
  severity = "critical"
  identity = ["path"]
  recovery = "Everything stored below the path is gone at once. Take a snapshot of the cluster first."
}

resource "vault_namespace" {
  category = "secret"
  severity = "critical"
  identity = ["path", "path_fq"]
  recovery = "Everything in the namespace is gone at once. Take a snapshot of the cluster first."
}

resource "vault_kv_secret" {
  category = "secret"
  severity = "critical"
  identity = ["path"]
  recovery = "The value is gone. Copy it to a safe place first."
}

resource "vault_kv_secret_v2" {
  category    = "secret"
  severity    = "critical"
  identity    = ["name", "path"]
  disarmed_by = { delete_all_versions = true }
  recovery    = "The last version can be undeleted unless all versions go. Copy the value to a safe place first."
}

resource "vault_generic_secret" {
  category    = "secret"
  severity    = "critical"
  identity    = ["path"]
  disarmed_by = { delete_all_versions = true }
  recovery    = "The value is gone. Copy it to a safe place first."
}

resource "vault_transit_secret_backend_key" {
  category = "key"
  severity = "critical"
  identity = ["name"]
  disarmed_by = {
    deletion_allowed = true
    exportable       = true
  }
  recovery = "What it encrypted is unreadable from then on. Rewrap it with another key first."
}

resource "vault_pki_secret_backend_root_cert" {
  category = "key"
  severity = "critical"
  identity = ["common_name"]
  recovery = "Everything below this authority has to be reissued and trusted anew."
}

resource "vault_ssh_secret_backend_ca" {
  category = "key"
  severity = "critical"
  identity = ["backend"]
  recovery = "Hosts and people no longer trust each other until the new key is everywhere."
}

resource "vault_database_secrets_mount" {
  category = "secret"
  severity = "critical"
  identity = ["path"]
  recovery = "Passwords it handed out stay or die with their leases; nobody gets a new one."
}

# Who may do what

resource "vault_auth_backend" {
  category = "identity"
  severity = "critical"
  identity = ["path"]
  recovery = "Nobody can sign in that way, and identities' aliases are gone. Keep another way in open first."
}

resource "vault_identity_entity" {
  category = "identity"
  severity = "critical"
  identity = ["name"]
  recovery = "Its aliases and grants are gone with it."
}

resource "vault_policy" {
  category = "identity"
  severity = "high"
  identity = ["name"]
  recovery = "Whoever had it loses those rights at once."
}

resource "vault_audit" {
  category = "backup"
  severity = "critical"
  identity = ["path"]
  recovery = "Nothing is recorded; without any audit device nobody sees who read a secret."
}
