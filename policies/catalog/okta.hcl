# Resource types of the provider okta: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

# Backups, and what makes them

resource "okta_log_stream" {
  category     = "backup"
  severity     = "high"
  identity     = ["name", "label", "login"]
  protected_by = { status = "ACTIVE" }
  recovery     = "Until the next apply brings it back, nothing is backed up by it."
}

# Keys

resource "okta_idp_saml_key" {
  category = "key"
  severity = "high"
  identity = ["name", "label", "login"]
  recovery = "A new one is another key: what the old one encrypted or signed does not open with it."
}

# Secrets

resource "okta_api_token" {
  category = "secret"
  severity = "high"
  identity = ["name", "label", "login"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

# Who may do what

resource "okta_admin_role_custom" {
  category = "identity"
  severity = "medium"
  identity = ["name", "label", "login"]
  recovery = "A new one has another id; policies that name the old one do not know it."
}

resource "okta_app_group_assignment" {
  category     = "identity"
  severity     = "high"
  identity     = ["name", "label", "login"]
  protected_by = { retain_assignment = true }
  recovery     = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "okta_app_group_assignments" {
  category = "identity"
  severity = "high"
  identity = ["name", "label", "login"]
  recovery = "It speaks for the whole list: what it granted is gone with it."

  overwrite {
    onto = { app_id = "any" }
    says = "Groups that are not listed here lose the application."
  }
}

resource "okta_app_oauth" {
  category     = "identity"
  severity     = "critical"
  identity     = ["name", "label", "login"]
  protected_by = { status = "ACTIVE" }
  recovery     = "A new one has another id; policies that name the old one do not know it."

  lose "status" {
    to   = "INACTIVE"
    says = "Nobody can sign in to the application."
  }
}

resource "okta_app_saml" {
  category     = "identity"
  severity     = "critical"
  identity     = ["name", "label", "login"]
  protected_by = { status = "ACTIVE" }
  recovery     = "A new one has another id; policies that name the old one do not know it."

  lose "status" {
    to   = "INACTIVE"
    says = "Nobody can sign in to the application."
  }
}

resource "okta_app_swa" {
  category = "identity"
  severity = "high"
  identity = ["name", "label", "login"]
  recovery = "A new one has another id; policies that name the old one do not know it."
}

resource "okta_app_user" {
  category     = "identity"
  severity     = "medium"
  identity     = ["name", "label", "login"]
  protected_by = { retain_assignment = true }
  recovery     = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "okta_app_user_schema_property" {
  category = "identity"
  severity = "medium"
  identity = ["name", "label", "login"]
  recovery = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

resource "okta_auth_server" {
  category     = "identity"
  severity     = "critical"
  identity     = ["name", "label", "login"]
  protected_by = { status = "ACTIVE" }
  recovery     = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

resource "okta_auth_server_policy" {
  category     = "identity"
  severity     = "high"
  identity     = ["name", "label", "login"]
  protected_by = { status = "ACTIVE" }
  recovery     = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "okta_auth_server_scope" {
  category = "identity"
  severity = "medium"
  identity = ["name", "label", "login"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "okta_authenticator" {
  category     = "identity"
  severity     = "high"
  identity     = ["name", "label", "login"]
  protected_by = { status = "ACTIVE" }
  recovery     = "Nothing is deleted outside: Terraform lets go of it, and nobody looks after it."
}

resource "okta_group" {
  category = "identity"
  severity = "high"
  identity = ["name", "label", "login"]
  recovery = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

resource "okta_group_memberships" {
  category = "identity"
  severity = "high"
  identity = ["name", "label", "login"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "okta_group_rule" {
  category     = "identity"
  severity     = "high"
  identity     = ["name", "label", "login"]
  protected_by = { status = "ACTIVE" }
  recovery     = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "okta_group_schema_property" {
  category = "identity"
  severity = "medium"
  identity = ["name", "label", "login"]
  recovery = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

resource "okta_idp_oidc" {
  category     = "identity"
  severity     = "critical"
  identity     = ["name", "label", "login"]
  protected_by = { status = "ACTIVE" }
  recovery     = "A new one has another id; policies that name the old one do not know it."
}

resource "okta_idp_saml" {
  category     = "identity"
  severity     = "critical"
  identity     = ["name", "label", "login"]
  protected_by = { status = "ACTIVE" }
  recovery     = "A new one has another id; policies that name the old one do not know it."
}

resource "okta_policy_mfa" {
  category     = "identity"
  severity     = "high"
  identity     = ["name", "label", "login"]
  protected_by = { status = "ACTIVE" }
  recovery     = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "okta_policy_password" {
  category     = "identity"
  severity     = "high"
  identity     = ["name", "label", "login"]
  protected_by = { status = "ACTIVE" }
  recovery     = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "okta_policy_signon" {
  category     = "identity"
  severity     = "high"
  identity     = ["name", "label", "login"]
  protected_by = { status = "ACTIVE" }
  recovery     = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "okta_profile_mapping" {
  category    = "identity"
  severity    = "medium"
  identity    = ["name", "label", "login"]
  disarmed_by = { delete_when_absent = true }
  recovery    = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "okta_push_group" {
  category    = "identity"
  severity    = "high"
  identity    = ["name", "label", "login"]
  disarmed_by = { delete_target_group_on_destroy = true }
  recovery    = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

resource "okta_realm" {
  category = "identity"
  severity = "critical"
  identity = ["name", "label", "login"]
  recovery = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

resource "okta_resource_set" {
  category = "identity"
  severity = "medium"
  identity = ["name", "label", "login"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "okta_user" {
  category = "identity"
  severity = "critical"
  identity = ["name", "label", "login"]
  recovery = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

resource "okta_user_schema_property" {
  category  = "identity"
  severity  = "high"
  identity  = ["name", "label", "login"]
  force_new = ["type"]
  recovery  = "Every account in it goes with it. Export them first."
}

resource "okta_user_type" {
  category = "identity"
  severity = "high"
  identity = ["name", "label", "login"]
  recovery = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

# Names

resource "okta_domain" {
  category = "dns"
  severity = "high"
  identity = ["name", "label", "login"]
  recovery = "A new one has another id, and perhaps other name servers: the names above it have to follow."
}

resource "okta_email_domain" {
  category = "dns"
  severity = "medium"
  identity = ["name", "label", "login"]
  recovery = "Until the next apply brings it back, its names do not resolve."
}

# Networks

resource "okta_network_zone" {
  category     = "network"
  severity     = "high"
  identity     = ["name", "label", "login"]
  protected_by = { status = "ACTIVE" }
  recovery     = "Until the next apply brings it back, traffic that needs it stops."
}

# Everything else

resource "okta_brand" {
  category = "other"
  severity = "medium"
  identity = ["name", "label", "login"]
  recovery = "What it has gathered is gone; a new one starts from nothing."
}

resource "okta_event_hook" {
  category     = "other"
  severity     = "medium"
  identity     = ["name", "label", "login"]
  protected_by = { status = "ACTIVE" }
  recovery     = "The next apply brings it back; until then it does nothing."
}
