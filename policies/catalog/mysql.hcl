# Resource types of the provider mysql: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

resource "mysql_database" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."

  warn "default_character_set" {
    when = "changes"
    says = "New tables use another character set."
  }
}

resource "mysql_rds_config" {
  category = "backup"
  severity = "medium"
  identity = ["name"]
  recovery = "Until the next apply brings it back, nothing is backed up by it."

  lose "binlog_retention_hours" {
    when = "shrinks"
    says = "Binary logs older than that are deleted; whoever follows them loses its place."
  }
}

resource "mysql_user_password" {
  category = "secret"
  severity = "medium"
  identity = ["name"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "mysql_grant" {
  category = "identity"
  severity = "medium"
  identity = ["name"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "mysql_role" {
  category = "identity"
  severity = "medium"
  identity = ["name"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "mysql_user" {
  category = "identity"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "mysql_global_variable" {
  category = "other"
  severity = "medium"
  identity = ["name"]
  recovery = "The next apply brings it back; until then it does nothing."
}
