# Resource types of the provider auth0: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

# Backups, and what makes them

resource "auth0_log_stream" {
  category     = "backup"
  severity     = "high"
  identity     = ["name"]
  protected_by = { status = "active" }
  recovery     = "Until the next apply brings it back, nothing is backed up by it."
}

# Keys

resource "auth0_connection_keys" {
  category = "key"
  severity = "high"
  identity = ["name"]
  recovery = "What it encrypted can never be read again. Find out what uses it, and re-encrypt that first."
}

resource "auth0_encryption_key_manager" {
  category = "key"
  severity = "critical"
  identity = ["name"]
  recovery = "What it encrypted can never be read again. Find out what uses it, and re-encrypt that first."
}

# Secrets

resource "auth0_client_credentials" {
  category = "secret"
  severity = "high"
  identity = ["name"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "auth0_email_provider" {
  category     = "secret"
  severity     = "high"
  identity     = ["name"]
  protected_by = { enabled = true }
  recovery     = "The next apply brings it back; until then what needs it fails."
}

# Who may do what

resource "auth0_attack_protection" {
  category = "identity"
  severity = "high"
  identity = ["name"]
  recovery = "Nothing is deleted outside: Terraform lets go of it, and nobody looks after it."
}

resource "auth0_client" {
  category = "identity"
  severity = "critical"
  identity = ["name"]
  recovery = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

resource "auth0_connection" {
  category = "identity"
  severity = "critical"
  identity = ["name"]
  recovery = "Every account in it goes with it. Export them first."
}

resource "auth0_organization" {
  category = "identity"
  severity = "critical"
  identity = ["name"]
  recovery = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

resource "auth0_organization_members" {
  category = "identity"
  severity = "high"
  identity = ["name"]
  recovery = "It speaks for the whole list: what it granted is gone with it."
}

resource "auth0_resource_server" {
  category = "identity"
  severity = "high"
  identity = ["name"]
  recovery = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

resource "auth0_role" {
  category = "identity"
  severity = "high"
  identity = ["name"]
  recovery = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

resource "auth0_tenant" {
  category = "identity"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing is deleted outside: Terraform lets go of it, and nobody looks after it."

  warn "sandbox_version" {
    when = "changes"
    says = "Actions and rules run on another version."
  }
}

resource "auth0_user" {
  category = "identity"
  severity = "critical"
  identity = ["name"]
  recovery = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

# Names

resource "auth0_custom_domain" {
  category = "dns"
  severity = "critical"
  identity = ["name"]
  recovery = "The name may go to somebody else. A new one has another id, and perhaps other name servers: the names above it have to follow."
}

# What waits and what delivers it

resource "auth0_event_stream" {
  category = "queue"
  severity = "medium"
  identity = ["name"]
  recovery = "What waits in it unread is gone. Stop what writes, and drain it first."
}

# Everything else

resource "auth0_action" {
  category = "other"
  severity = "medium"
  identity = ["name"]
  recovery = "The next apply brings it back; until then it does nothing."
}

resource "auth0_rule" {
  category     = "other"
  severity     = "medium"
  identity     = ["name"]
  protected_by = { enabled = true }
  recovery     = "The next apply brings it back; until then it does nothing."
}

resource "auth0_trigger_actions" {
  category = "other"
  severity = "high"
  identity = ["name"]
  recovery = "The next apply brings it back; until then it does nothing."
}
