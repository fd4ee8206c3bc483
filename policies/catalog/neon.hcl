# Resource types of the provider neon: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

resource "neon_branch" {
  category     = "data"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { protected = "yes" }
  recovery     = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "neon_database" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "neon_project" {
  category  = "data"
  severity  = "critical"
  identity  = ["name"]
  container = "its databases"
  recovery  = "Nothing brings back what it holds. Export it, or take a snapshot, first."

  lose "history_retention_seconds" {
    when = "shrinks"
    says = "The project can be restored from a shorter past."
  }
}

resource "neon_api_key" {
  category = "secret"
  severity = "high"
  identity = ["name"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "neon_role" {
  category = "identity"
  severity = "high"
  identity = ["name"]
  recovery = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

resource "neon_endpoint" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "It gets another address; whoever calls the old one reaches nobody."
}
