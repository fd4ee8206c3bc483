# Resource types of the provider datadog: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

# More that holds data

resource "datadog_dashboard" {
  category = "data"
  severity = "high"
  identity = ["name", "title"]
  recovery = "Dashboards and their history are gone. Export them first."
}

resource "datadog_dashboard_json" {
  category = "data"
  severity = "high"
  identity = ["name", "title"]
  recovery = "Some of it can be rebuilt from elsewhere. Find out what, and copy the rest first."
}

resource "datadog_datastore" {
  category = "data"
  severity = "high"
  identity = ["name", "title"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "datadog_logs_index" {
  category = "data"
  severity = "critical"
  identity = ["name", "title"]
  recovery = "Its name may not be free again for a while. Nothing brings back what it holds. Export it, or take a snapshot, first."

  lose "retention_days" {
    when = "shrinks"
    says = "Logs older than that are deleted."
  }
}

resource "datadog_logs_metric" {
  category = "data"
  severity = "medium"
  identity = ["name", "title"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "datadog_metric_tag_configuration" {
  category = "data"
  severity = "medium"
  identity = ["name", "title"]
  recovery = "The next apply brings back its configuration; until then what relies on it fails."
}

resource "datadog_reference_table" {
  category = "data"
  severity = "high"
  identity = ["name", "title"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "datadog_rum_application" {
  category = "data"
  severity = "high"
  identity = ["name", "title"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "datadog_service_level_objective" {
  category    = "data"
  severity    = "high"
  identity    = ["name", "title"]
  disarmed_by = { force_delete = true }
  recovery    = "What it has recorded so far is gone. Nothing brings back what it holds. Export it, or take a snapshot, first."
}

# Backups, and what makes them

resource "datadog_logs_archive" {
  category = "backup"
  severity = "high"
  identity = ["name", "title"]
  recovery = "Until the next apply brings it back, nothing is backed up by it."
}

resource "datadog_logs_custom_destination" {
  category     = "backup"
  severity     = "medium"
  identity     = ["name", "title"]
  protected_by = { enabled = true }
  recovery     = "Until the next apply brings it back, nothing is backed up by it."
}

# Secrets

resource "datadog_api_key" {
  category = "secret"
  severity = "critical"
  identity = ["name", "title"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "datadog_application_key" {
  category = "secret"
  severity = "high"
  identity = ["name", "title"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "datadog_synthetics_global_variable" {
  category = "secret"
  severity = "medium"
  identity = ["name", "title"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

# Who may do what

resource "datadog_child_organization" {
  category = "identity"
  severity = "critical"
  identity = ["name", "title"]
  recovery = "Nothing is deleted outside: Terraform lets go of it, and nobody looks after it."
}

resource "datadog_role" {
  category = "identity"
  severity = "medium"
  identity = ["name", "title"]
  recovery = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

resource "datadog_service_account" {
  category = "identity"
  severity = "high"
  identity = ["name", "title"]
  recovery = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

resource "datadog_user" {
  category = "identity"
  severity = "medium"
  identity = ["name", "title"]
  recovery = "Nothing is deleted outside: Terraform lets go of it, and nobody looks after it."
}

# What runs

resource "datadog_synthetics_private_location" {
  category = "cluster"
  severity = "medium"
  identity = ["name", "title"]
  recovery = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

# What waits and what delivers it

resource "datadog_observability_pipeline" {
  category = "queue"
  severity = "high"
  identity = ["name", "title"]
  recovery = "Until the next apply brings it back, nothing is delivered, and some of it is lost."
}

# Everything else

resource "datadog_integration_aws_account" {
  category = "other"
  severity = "high"
  identity = ["name", "title"]
  recovery = "The other side trusts the old one: it has to be set up again there."
}

resource "datadog_integration_azure" {
  category = "other"
  severity = "high"
  identity = ["name", "title"]
  recovery = "The next apply brings it back; until then it does nothing."
}

resource "datadog_integration_gcp_sts" {
  category = "other"
  severity = "high"
  identity = ["name", "title"]
  recovery = "A new one has another id; whatever refers to the old one has to follow."
}

resource "datadog_logs_custom_pipeline" {
  category     = "other"
  severity     = "medium"
  identity     = ["name", "title"]
  protected_by = { is_enabled = true }
  recovery     = "The next apply brings it back; until then it does nothing."
}

resource "datadog_monitor" {
  category    = "other"
  severity    = "high"
  identity    = ["name", "title"]
  disarmed_by = { force_delete = true }
  recovery    = "What it has gathered is gone; a new one starts from nothing."
}

resource "datadog_on_call_schedule" {
  category = "other"
  severity = "high"
  identity = ["name", "title"]
  recovery = "What it has gathered is gone; a new one starts from nothing."
}

resource "datadog_security_monitoring_rule" {
  category     = "other"
  severity     = "medium"
  identity     = ["name", "title"]
  protected_by = { enabled = true }
  recovery     = "The next apply brings it back; until then it does nothing."
}

resource "datadog_sensitive_data_scanner_rule" {
  category     = "other"
  severity     = "high"
  identity     = ["name", "title"]
  protected_by = { is_enabled = true }
  recovery     = "The next apply brings it back; until then it does nothing."
}

resource "datadog_synthetics_test" {
  category    = "other"
  severity    = "medium"
  identity    = ["name", "title"]
  disarmed_by = { force_delete_dependencies = true }
  recovery    = "What it has recorded so far is gone. What it has gathered is gone; a new one starts from nothing."
}

resource "datadog_workflow_automation" {
  category = "other"
  severity = "medium"
  identity = ["name", "title"]
  recovery = "What it has gathered is gone; a new one starts from nothing."
}
