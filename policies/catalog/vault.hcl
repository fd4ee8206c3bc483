# Resource types of the provider vault: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

# Secrets and keys

resource "vault_mount" {
  category     = "secret"
  severity     = "critical"
  identity     = ["path"]
  protected_by = { seal_wrap = true }
  container    = "everything stored below its path"
  force_new    = ["type"]
  recovery     = "Everything stored below the path is gone at once. Take a snapshot of the cluster first."

  warn "path" {
    when = "changes"
    says = "Whoever reads at the old path finds nothing."
  }
}

resource "vault_namespace" {
  category  = "secret"
  severity  = "critical"
  identity  = ["path", "path_fq"]
  container = "everything in the namespace"
  recovery  = "Everything in the namespace is gone at once. Take a snapshot of the cluster first."
}

resource "vault_kv_secret" {
  category = "secret"
  severity = "critical"
  identity = ["path"]
  recovery = "The value is gone. Copy it to a safe place first."

  warn "data_json" {
    when = "changes"
    says = "The new object takes the place of the old one; keys it does not have are gone."
  }
}

resource "vault_kv_secret_v2" {
  category    = "secret"
  severity    = "critical"
  identity    = ["name", "path"]
  disarmed_by = { delete_all_versions = true }
  recovery    = "The last version can be undeleted unless all versions go. Copy the value to a safe place first."

  warn "data_json" {
    when = "changes"
    says = "The new object takes the place of the old one; keys it does not have are gone."
  }
}

resource "vault_generic_secret" {
  category    = "secret"
  severity    = "critical"
  identity    = ["path"]
  disarmed_by = { delete_all_versions = true }
  recovery    = "The value is gone. Copy it to a safe place first."

  warn "data_json" {
    when = "changes"
    says = "The new object takes the place of the old one; keys it does not have are gone."
  }
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

  lose "min_decryption_version" {
    when = "grows"
    says = "What older versions of the key encrypted can no longer be read."
  }
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
  category  = "identity"
  severity  = "critical"
  identity  = ["path"]
  container = "every login of that method"
  recovery  = "Nobody can sign in that way, and identities' aliases are gone. Keep another way in open first."
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

  warn "policy" {
    when = "changes"
    says = "Whoever the new policy leaves out is cut off."
  }
}

resource "vault_audit" {
  category = "backup"
  severity = "critical"
  identity = ["path"]
  recovery = "Nothing is recorded; without any audit device nobody sees who read a secret."
}

# Backups, and what makes them

resource "vault_raft_snapshot_agent_config" {
  category = "backup"
  severity = "critical"
  identity = ["path", "name"]
  recovery = "Until the next apply brings it back, nothing is backed up by it."
}

# Keys

resource "vault_identity_oidc_key" {
  category = "key"
  severity = "high"
  identity = ["path", "name"]
  recovery = "What it encrypted can never be read again. Find out what uses it, and re-encrypt that first."
}

resource "vault_keymgmt_key" {
  category    = "key"
  severity    = "critical"
  identity    = ["path", "name"]
  disarmed_by = { deletion_allowed = true }
  recovery    = "What it encrypted can never be read again. Find out what uses it, and re-encrypt that first."
}

resource "vault_kmip_secret_backend" {
  category = "key"
  severity = "critical"
  identity = ["path", "name"]
  recovery = "What it encrypted can never be read again. Find out what uses it, and re-encrypt that first."
}

resource "vault_managed_keys" {
  category = "key"
  severity = "critical"
  identity = ["path", "name"]
  recovery = "What it encrypted can never be read again. Find out what uses it, and re-encrypt that first."
}

resource "vault_pki_secret_backend_issuer" {
  category = "key"
  severity = "high"
  identity = ["path", "name"]
  recovery = "What it encrypted can never be read again. Find out what uses it, and re-encrypt that first."
}

resource "vault_pki_secret_backend_key" {
  category = "key"
  severity = "critical"
  identity = ["path", "name"]
  recovery = "What it encrypted can never be read again. Find out what uses it, and re-encrypt that first."
}

resource "vault_transform_transformation" {
  category    = "key"
  severity    = "critical"
  identity    = ["path", "name"]
  disarmed_by = { deletion_allowed = true }
  recovery    = "What it encrypted can never be read again. Find out what uses it, and re-encrypt that first."
}

# Secrets

resource "vault_ad_secret_backend" {
  category = "secret"
  severity = "critical"
  identity = ["path", "name"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "vault_aws_secret_backend" {
  category = "secret"
  severity = "critical"
  identity = ["path", "name"]
  recovery = "What it stood for is revoked, and whoever relies on it is turned away."
}

resource "vault_azure_secret_backend" {
  category = "secret"
  severity = "critical"
  identity = ["path", "name"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "vault_consul_secret_backend" {
  category = "secret"
  severity = "high"
  identity = ["path", "name"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "vault_database_secret_backend_connection" {
  category = "secret"
  severity = "high"
  identity = ["path", "name"]
  recovery = "What it stood for is revoked, and whoever relies on it is turned away."

  lose "allowed_roles" {
    when = "removed"
    says = "Roles that are no longer listed get no credentials."
  }
}

resource "vault_database_secret_backend_static_role" {
  category = "secret"
  severity = "high"
  identity = ["path", "name"]
  recovery = "The next apply brings it back; until then what needs it fails."
}

resource "vault_gcp_secret_backend" {
  category = "secret"
  severity = "critical"
  identity = ["path", "name"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "vault_generic_endpoint" {
  category     = "secret"
  severity     = "high"
  identity     = ["path", "name"]
  protected_by = { disable_delete = true }
  recovery     = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "vault_kubernetes_secret_backend" {
  category = "secret"
  severity = "high"
  identity = ["path", "name"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "vault_kv_secret_backend_v2" {
  category = "secret"
  severity = "medium"
  identity = ["path", "name"]
  recovery = "Nothing is deleted outside: Terraform lets go of it, and nobody looks after it."

  lose "max_versions" {
    when    = "shrinks"
    forever = [0]
    says    = "Older versions of a secret are destroyed at its next write."
  }

  lose "delete_version_after" {
    when    = "shrinks"
    forever = [0, null]
    says    = "Versions of secrets delete themselves after that time."
  }
}

resource "vault_ldap_secret_backend" {
  category = "secret"
  severity = "critical"
  identity = ["path", "name"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "vault_pki_secret_backend_cert" {
  category    = "secret"
  severity    = "medium"
  identity    = ["path", "name"]
  disarmed_by = { revoke = true }
  recovery    = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "vault_rabbitmq_secret_backend" {
  category = "secret"
  severity = "high"
  identity = ["path", "name"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "vault_secrets_sync_association" {
  category = "secret"
  severity = "medium"
  identity = ["path", "name"]
  recovery = "The next apply brings it back; until then what needs it fails."
}

# Who may do what

resource "vault_approle_auth_backend_role" {
  category = "identity"
  severity = "high"
  identity = ["path", "name"]
  recovery = "A new one has another id; policies that name the old one do not know it."
}

resource "vault_gcp_auth_backend" {
  category = "identity"
  severity = "high"
  identity = ["path", "name"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "vault_identity_group" {
  category = "identity"
  severity = "high"
  identity = ["path", "name"]
  recovery = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

resource "vault_jwt_auth_backend" {
  category = "identity"
  severity = "critical"
  identity = ["path", "name"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "vault_kubernetes_auth_backend_config" {
  category = "identity"
  severity = "high"
  identity = ["path", "name"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "vault_ldap_auth_backend" {
  category = "identity"
  severity = "critical"
  identity = ["path", "name"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "vault_okta_auth_backend" {
  category = "identity"
  severity = "critical"
  identity = ["path", "name"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "vault_pki_secret_backend_role" {
  category = "identity"
  severity = "medium"
  identity = ["path", "name"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "vault_saml_auth_backend" {
  category = "identity"
  severity = "critical"
  identity = ["path", "name"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "vault_token" {
  category = "identity"
  severity = "high"
  identity = ["path", "name"]
  recovery = "What it stood for is revoked, and whoever relies on it is turned away."
}
