# Resource types of the provider aiven: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

# More that holds data

resource "aiven_clickhouse" {
  category     = "data"
  severity     = "critical"
  identity     = ["service_name", "database_name", "topic_name", "name"]
  protected_by = { termination_protection = true }
  recovery     = "Some of it can be rebuilt from elsewhere. Find out what, and copy the rest first."

  warn "plan" {
    when = "changes"
    says = "How long backups are kept depends on the plan."
  }
}

resource "aiven_clickhouse_database" {
  category     = "data"
  severity     = "critical"
  identity     = ["service_name", "database_name", "topic_name", "name"]
  protected_by = { termination_protection = true }
  recovery     = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aiven_dragonfly" {
  category     = "data"
  severity     = "high"
  identity     = ["service_name", "database_name", "topic_name", "name"]
  protected_by = { termination_protection = true }
  recovery     = "Some of it can be rebuilt from elsewhere. Find out what, and copy the rest first."
}

resource "aiven_grafana" {
  category     = "data"
  severity     = "high"
  identity     = ["service_name", "database_name", "topic_name", "name"]
  protected_by = { termination_protection = true }
  recovery     = "Some of it can be rebuilt from elsewhere. Find out what, and copy the rest first."
}

resource "aiven_mysql" {
  category     = "data"
  severity     = "critical"
  identity     = ["service_name", "database_name", "topic_name", "name"]
  protected_by = { termination_protection = true }
  recovery     = "Some of it can be rebuilt from elsewhere. Find out what, and copy the rest first."

  warn "plan" {
    when = "changes"
    says = "How long backups are kept depends on the plan."
  }
}

resource "aiven_mysql_database" {
  category     = "data"
  severity     = "critical"
  identity     = ["service_name", "database_name", "topic_name", "name"]
  protected_by = { termination_protection = true }
  recovery     = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aiven_opensearch" {
  category     = "data"
  severity     = "critical"
  identity     = ["service_name", "database_name", "topic_name", "name"]
  protected_by = { termination_protection = true }
  recovery     = "Some of it can be rebuilt from elsewhere. Find out what, and copy the rest first."

  warn "plan" {
    when = "changes"
    says = "How long backups are kept depends on the plan."
  }
}

resource "aiven_pg" {
  category     = "data"
  severity     = "critical"
  identity     = ["service_name", "database_name", "topic_name", "name"]
  protected_by = { termination_protection = true }
  recovery     = "Some of it can be rebuilt from elsewhere. Find out what, and copy the rest first."

  warn "plan" {
    when = "changes"
    says = "How long backups are kept depends on the plan."
  }
}

resource "aiven_pg_database" {
  category = "data"
  severity = "critical"
  identity = ["service_name", "database_name", "topic_name", "name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aiven_thanos" {
  category     = "data"
  severity     = "critical"
  identity     = ["service_name", "database_name", "topic_name", "name"]
  protected_by = { termination_protection = true }
  recovery     = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aiven_valkey" {
  category     = "data"
  severity     = "high"
  identity     = ["service_name", "database_name", "topic_name", "name"]
  protected_by = { termination_protection = true }
  recovery     = "Some of it can be rebuilt from elsewhere. Find out what, and copy the rest first."
}

# Keys

resource "aiven_cmk" {
  category = "key"
  severity = "critical"
  identity = ["service_name", "database_name", "topic_name", "name"]
  recovery = "What it encrypted can never be read again. Find out what uses it, and re-encrypt that first."
}

# Who may do what

resource "aiven_kafka_user" {
  category = "identity"
  severity = "high"
  identity = ["service_name", "database_name", "topic_name", "name"]
  recovery = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

resource "aiven_organization" {
  category = "identity"
  severity = "critical"
  identity = ["service_name", "database_name", "topic_name", "name"]
  recovery = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

resource "aiven_organization_project" {
  category = "identity"
  severity = "critical"
  identity = ["service_name", "database_name", "topic_name", "name"]
  recovery = "It is not deleted while it holds anything; emptied, nothing brings that back."
}

resource "aiven_pg_user" {
  category = "identity"
  severity = "high"
  identity = ["service_name", "database_name", "topic_name", "name"]
  recovery = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

resource "aiven_project" {
  category = "identity"
  severity = "critical"
  identity = ["service_name", "database_name", "topic_name", "name"]
  recovery = "It is not deleted while it holds anything; emptied, nothing brings that back."
}

# Networks

resource "aiven_project_vpc" {
  category = "network"
  severity = "critical"
  identity = ["service_name", "database_name", "topic_name", "name"]
  recovery = "A new one has another address; whoever knows the old one is cut off."
}

resource "aiven_static_ip" {
  category     = "network"
  severity     = "high"
  identity     = ["service_name", "database_name", "topic_name", "name"]
  protected_by = { termination_protection = true }
  recovery     = "A new one has another address; whoever knows the old one is cut off."
}

# What runs

resource "aiven_flink" {
  category     = "cluster"
  severity     = "high"
  identity     = ["service_name", "database_name", "topic_name", "name"]
  protected_by = { termination_protection = true }
  recovery     = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

# What waits and what delivers it

resource "aiven_kafka" {
  category     = "queue"
  severity     = "critical"
  identity     = ["service_name", "database_name", "topic_name", "name"]
  protected_by = { termination_protection = true }
  recovery     = "What waits in it unread is gone. Stop what writes, and drain it first."

  warn "plan" {
    when = "changes"
    says = "How long backups are kept depends on the plan."
  }
}

resource "aiven_kafka_connect" {
  category     = "queue"
  severity     = "high"
  identity     = ["service_name", "database_name", "topic_name", "name"]
  protected_by = { termination_protection = true }
  recovery     = "What waits in it unread is gone. Stop what writes, and drain it first."
}

resource "aiven_kafka_connector" {
  category = "queue"
  severity = "high"
  identity = ["service_name", "database_name", "topic_name", "name"]
  recovery = "What waits in it unread is gone. Stop what writes, and drain it first."
}

resource "aiven_kafka_mirrormaker" {
  category     = "queue"
  severity     = "high"
  identity     = ["service_name", "database_name", "topic_name", "name"]
  protected_by = { termination_protection = true }
  recovery     = "What waits in it unread is gone. Stop what writes, and drain it first."
}

resource "aiven_kafka_topic" {
  category     = "queue"
  severity     = "critical"
  identity     = ["service_name", "database_name", "topic_name", "name"]
  protected_by = { termination_protection = true }
  recovery     = "What waits in it unread is gone. Stop what writes, and drain it first."

  lose "config.retention_ms" {
    when    = "shrinks"
    forever = [-1]
    says    = "Messages older than that are deleted."
  }

  lose "config.retention_bytes" {
    when    = "shrinks"
    forever = [-1]
    says    = "The oldest messages beyond that size are deleted."
  }
}

# What was published

resource "aiven_kafka_schema" {
  category = "registry"
  severity = "critical"
  identity = ["service_name", "database_name", "topic_name", "name"]
  recovery = "What was published in it is gone, and whatever fetches it fails. Copy it elsewhere first."
}

# Everything else

resource "aiven_billing_group" {
  category = "other"
  severity = "medium"
  identity = ["service_name", "database_name", "topic_name", "name"]
  recovery = "It is not deleted while it holds anything; emptied, nothing brings that back."
}

resource "aiven_service_integration" {
  category = "other"
  severity = "high"
  identity = ["service_name", "database_name", "topic_name", "name"]
  recovery = "The next apply brings it back; until then it does nothing."
}
