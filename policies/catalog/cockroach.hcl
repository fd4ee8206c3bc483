# Resource types of the provider cockroach: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

resource "cockroach_cluster" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  protected_by = {
    delete_protection       = true
    "backup_config.enabled" = true
  }
  recovery = "Some of it can be rebuilt from elsewhere. Find out what, and copy the rest first."

  lose "backup_config.retention_days" {
    when = "shrinks"
    says = "Backups are kept for a shorter time."
  }
}

resource "cockroach_database" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "cockroach_physical_replication_stream" {
  category = "backup"
  severity = "high"
  identity = ["name"]
  recovery = "These copies are gone for good. Make sure that what they were made of is still there."
}

resource "cockroach_cmek" {
  category = "key"
  severity = "critical"
  identity = ["name"]
  recovery = "What it encrypted can never be read again. Find out what uses it, and re-encrypt that first."
}

resource "cockroach_api_key" {
  category = "secret"
  severity = "high"
  identity = ["name"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "cockroach_service_account" {
  category = "identity"
  severity = "high"
  identity = ["name"]
  recovery = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

resource "cockroach_sql_user" {
  category = "identity"
  severity = "high"
  identity = ["name"]
  recovery = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

resource "cockroach_allow_list" {
  category = "network"
  severity = "medium"
  identity = ["name"]
  recovery = "Until the next apply brings it back, traffic that needs it stops."
}

resource "cockroach_private_endpoint_connection" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, traffic that needs it stops."
}

resource "cockroach_folder" {
  category = "other"
  severity = "medium"
  identity = ["name"]
  recovery = "It is not deleted while it holds anything; emptied, nothing brings that back."
}
