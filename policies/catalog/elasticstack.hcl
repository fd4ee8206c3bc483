# Resource types of the provider elasticstack: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

# More that holds data

resource "elasticstack_elasticsearch_data_stream" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "elasticstack_elasticsearch_data_stream_lifecycle" {
  category = "data"
  severity = "high"
  identity = ["name"]
  recovery = "The next apply brings back its configuration; until then what relies on it fails."

  lose "data_retention" {
    when    = "shrinks"
    forever = [null]
    says    = "Documents older than that are deleted."
  }
}

resource "elasticstack_elasticsearch_index" {
  category     = "data"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { deletion_protection = true }
  recovery     = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "elasticstack_elasticsearch_index_lifecycle" {
  category    = "data"
  severity    = "high"
  identity    = ["name"]
  disarmed_by = { force_destroy = true }
  recovery    = "The next apply brings back its configuration; until then what relies on it fails."

  lose "delete.min_age" {
    when    = "shrinks"
    forever = [null]
    says    = "Indices older than that are deleted."
  }
}

resource "elasticstack_elasticsearch_ml_anomaly_detection_job" {
  category = "data"
  severity = "high"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "elasticstack_elasticsearch_transform" {
  category     = "data"
  severity     = "medium"
  identity     = ["name"]
  protected_by = { enabled = true }
  recovery     = "The next apply brings back its configuration; until then what relies on it fails."
}

resource "elasticstack_kibana_slo" {
  category = "data"
  severity = "medium"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "elasticstack_kibana_space" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

# Backups, and what makes them

resource "elasticstack_elasticsearch_snapshot_lifecycle" {
  category = "backup"
  severity = "critical"
  identity = ["name"]
  recovery = "Until the next apply brings it back, nothing is backed up by it."

  lose "expire_after" {
    when    = "shrinks"
    forever = [null]
    says    = "Snapshots older than that are deleted."
  }
}

resource "elasticstack_elasticsearch_snapshot_repository" {
  category = "backup"
  severity = "critical"
  identity = ["name"]
  recovery = "Until the next apply brings it back, nothing is backed up by it."
}

# Secrets

resource "elasticstack_elasticsearch_security_api_key" {
  category = "secret"
  severity = "high"
  identity = ["name"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

# Who may do what

resource "elasticstack_elasticsearch_security_role" {
  category = "identity"
  severity = "medium"
  identity = ["name"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "elasticstack_elasticsearch_security_user" {
  category = "identity"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

# What runs

resource "elasticstack_fleet_agent_policy" {
  category     = "cluster"
  severity     = "high"
  identity     = ["name"]
  protected_by = { skip_destroy = true }
  recovery     = "A new one has another id; whatever refers to the old one has to follow."
}

# Everything else

resource "elasticstack_elasticsearch_ingest_pipeline" {
  category = "other"
  severity = "medium"
  identity = ["name"]
  recovery = "The next apply brings it back; until then it does nothing."
}

resource "elasticstack_fleet_integration" {
  category     = "other"
  severity     = "medium"
  identity     = ["name"]
  protected_by = { skip_destroy = true }
  recovery     = "The next apply brings it back; until then it does nothing."
}

resource "elasticstack_kibana_alerting_rule" {
  category     = "other"
  severity     = "medium"
  identity     = ["name"]
  protected_by = { enabled = true }
  recovery     = "The next apply brings it back; until then it does nothing."
}
