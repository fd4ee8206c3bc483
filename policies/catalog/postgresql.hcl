# Resource types of the provider postgresql: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

# More that holds data

resource "postgresql_database" {
  category  = "data"
  severity  = "critical"
  identity  = ["name"]
  force_new = ["lc_collate", "encoding"]
  recovery  = "Nothing brings back what it holds. Export it, or take a snapshot, first."

  warn "owner" {
    when = "changes"
    says = "The old owner loses the rights of one."
  }
}

resource "postgresql_extension" {
  category    = "data"
  severity    = "high"
  identity    = ["name"]
  disarmed_by = { drop_cascade = true }
  recovery    = "Nothing brings back what it holds. Export it, or take a snapshot, first."

  warn "version" {
    when = "changes"
    says = "An extension is rarely taken back to an older version."
  }
}

resource "postgresql_schema" {
  category    = "data"
  severity    = "critical"
  identity    = ["name"]
  disarmed_by = { drop_cascade = true }
  backend     = { pg = "schema_name" }
  recovery    = "It is not deleted while it holds anything; emptied, nothing brings that back."
}

resource "postgresql_server" {
  category    = "data"
  severity    = "medium"
  identity    = ["name"]
  disarmed_by = { drop_cascade = true }
  recovery    = "The next apply brings back its configuration; until then what relies on it fails."
}

# Secrets

resource "postgresql_user_mapping" {
  category = "secret"
  severity = "medium"
  identity = ["name"]
  recovery = "The next apply brings it back; until then what needs it fails."
}

# Who may do what

resource "postgresql_default_privileges" {
  category = "identity"
  severity = "medium"
  identity = ["name"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "postgresql_grant" {
  category = "identity"
  severity = "medium"
  identity = ["name"]
  recovery = "It speaks for the whole list: what it granted is gone with it."
}

resource "postgresql_grant_role" {
  category = "identity"
  severity = "medium"
  identity = ["name"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "postgresql_role" {
  category     = "identity"
  severity     = "high"
  identity     = ["name"]
  protected_by = { skip_drop_role = true }
  disarmed_by  = { skip_reassign_owned = true }
  recovery     = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."

  lose "login" {
    to   = false
    says = "The role cannot sign in."
  }

  warn "password" {
    when = "changes"
    says = "Whoever uses the old password is cut off."
  }
}

# What waits and what delivers it

resource "postgresql_physical_replication_slot" {
  category = "queue"
  severity = "critical"
  identity = ["name"]
  recovery = "What waits in it unread is gone. Stop what writes, and drain it first."
}

resource "postgresql_publication" {
  category    = "queue"
  severity    = "high"
  identity    = ["name"]
  disarmed_by = { drop_cascade = true }
  recovery    = "Until the next apply brings it back, nothing is delivered, and some of it is lost."
}

resource "postgresql_replication_slot" {
  category = "queue"
  severity = "critical"
  identity = ["name"]
  recovery = "Its place in the stream is lost: work is done twice or left out."
}

resource "postgresql_subscription" {
  category = "queue"
  severity = "high"
  identity = ["name"]
  recovery = "What waits in it unread is gone. Stop what writes, and drain it first."
}

# Everything else

resource "postgresql_function" {
  category    = "other"
  severity    = "medium"
  identity    = ["name"]
  disarmed_by = { drop_cascade = true }
  recovery    = "The next apply brings it back; until then it does nothing."
}
