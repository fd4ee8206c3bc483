# Resource types of the provider planetscale: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

resource "planetscale_postgres_branch" {
  category     = "data"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { deletion_protected = true }
  disarmed_by  = { delete_descendants = true }
  recovery     = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "planetscale_vitess_branch" {
  category     = "data"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { deletion_protected = true }
  disarmed_by  = { delete_descendants = true }
  recovery     = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "planetscale_vitess_keyspace" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "planetscale_postgres_branch_backup" {
  category     = "backup"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { protected = true }
  recovery     = "These copies are gone for good. Make sure that what they were made of is still there."
}

resource "planetscale_vitess_backup_policy" {
  category = "backup"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, nothing is backed up by it."
}

resource "planetscale_vitess_branch_backup" {
  category     = "backup"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { protected = true }
  recovery     = "These copies are gone for good. Make sure that what they were made of is still there."
}

resource "planetscale_vitess_branch_password" {
  category = "secret"
  severity = "high"
  identity = ["name"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "planetscale_postgres_branch_role" {
  category = "identity"
  severity = "high"
  identity = ["name"]
  recovery = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}
