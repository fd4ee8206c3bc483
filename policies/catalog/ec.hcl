# Resource types of the provider ec: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

resource "ec_deployment" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Some of it can be rebuilt from elsewhere. Find out what, and copy the rest first."

  lose "elasticsearch.hot.zone_count" {
    when = "shrinks"
    says = "Shards have to fit on fewer nodes, and copies of the data go."
  }
}

resource "ec_elasticsearch_project" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "ec_observability_project" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "ec_security_project" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "ec_snapshot_repository" {
  category = "backup"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, nothing is backed up by it."
}

resource "ec_deployment_elasticsearch_keystore" {
  category = "secret"
  severity = "medium"
  identity = ["name"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "ec_organization" {
  category = "identity"
  severity = "high"
  identity = ["name"]
  recovery = "Nothing is deleted outside: Terraform lets go of it, and nobody looks after it."
}

resource "ec_deployment_traffic_filter" {
  category = "network"
  severity = "medium"
  identity = ["name"]
  recovery = "Until the next apply brings it back, traffic that needs it stops."
}

resource "ec_deployment_extension" {
  category = "registry"
  severity = "medium"
  identity = ["name"]
  recovery = "What was published in it is gone, and whatever fetches it fails. Copy it elsewhere first."
}
