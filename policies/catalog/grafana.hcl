# Resource types of the provider grafana: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

# More that holds data

resource "grafana_cloud_stack" {
  category     = "data"
  severity     = "critical"
  identity     = ["name", "title", "slug"]
  protected_by = { delete_protection = true }
  container    = "its dashboards, metrics and logs"
  recovery     = "What it has recorded so far is gone. Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "grafana_dashboard" {
  category    = "data"
  severity    = "medium"
  identity    = ["name", "title", "slug"]
  disarmed_by = { overwrite = true }
  recovery    = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "grafana_folder" {
  category     = "data"
  severity     = "high"
  identity     = ["name", "title", "slug"]
  protected_by = { prevent_destroy_if_not_empty = true }
  container    = "its dashboards and alert rules"
  recovery     = "Dashboards and their history are gone. Export them first. Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "grafana_k6_project" {
  category = "data"
  severity = "medium"
  identity = ["name", "title", "slug"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "grafana_library_panel" {
  category = "data"
  severity = "medium"
  identity = ["name", "title", "slug"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "grafana_organization" {
  category = "data"
  severity = "critical"
  identity = ["name", "title", "slug"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "grafana_slo" {
  category = "data"
  severity = "medium"
  identity = ["name", "title", "slug"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

# Secrets

resource "grafana_cloud_access_policy_token" {
  category = "secret"
  severity = "high"
  identity = ["name", "title", "slug"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "grafana_data_source" {
  category = "secret"
  severity = "high"
  identity = ["name", "title", "slug"]
  recovery = "A new one has another value; give it to whoever uses the old one first."
}

resource "grafana_service_account_token" {
  category = "secret"
  severity = "high"
  identity = ["name", "title", "slug"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

# Who may do what

resource "grafana_cloud_access_policy" {
  category = "identity"
  severity = "high"
  identity = ["name", "title", "slug"]
  recovery = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

resource "grafana_service_account" {
  category = "identity"
  severity = "high"
  identity = ["name", "title", "slug"]
  recovery = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

resource "grafana_sso_settings" {
  category = "identity"
  severity = "high"
  identity = ["name", "title", "slug"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "grafana_team" {
  category = "identity"
  severity = "medium"
  identity = ["name", "title", "slug"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "grafana_user" {
  category = "identity"
  severity = "medium"
  identity = ["name", "title", "slug"]
  recovery = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

# Everything else

resource "grafana_contact_point" {
  category = "other"
  severity = "high"
  identity = ["name", "title", "slug"]
  recovery = "The next apply brings it back; until then it does nothing."
}

resource "grafana_notification_policy" {
  category = "other"
  severity = "high"
  identity = ["name", "title", "slug"]
  recovery = "It speaks for the whole list: what it granted is gone with it. The next apply brings it back; until then it does nothing."

  overwrite {
    onto = { org_id = "any" }
    says = "It takes the place of the whole tree of notification policies."
  }
}

resource "grafana_oncall_integration" {
  category = "other"
  severity = "high"
  identity = ["name", "title", "slug"]
  recovery = "It gets another address; whoever calls the old one reaches nobody."
}

resource "grafana_oncall_schedule" {
  category = "other"
  severity = "medium"
  identity = ["name", "title", "slug"]
  recovery = "The next apply brings it back; until then it does nothing."
}

resource "grafana_rule_group" {
  category = "other"
  severity = "high"
  identity = ["name", "title", "slug"]
  recovery = "The next apply brings it back; until then it does nothing."
}

resource "grafana_synthetic_monitoring_check" {
  category     = "other"
  severity     = "medium"
  identity     = ["name", "title", "slug"]
  protected_by = { enabled = true }
  recovery     = "What it has gathered is gone; a new one starts from nothing."
}
