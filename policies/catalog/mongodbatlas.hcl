# Resource types of the provider mongodbatlas: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

# More that holds data

resource "mongodbatlas_advanced_cluster" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  protected_by = {
    termination_protection_enabled = true
    retain_backups_enabled         = true
    backup_enabled                 = true
    pit_enabled                    = true
  }
  backups_die = { retain_backups_enabled = "false|unset" }
  recovery    = "Some of it can be rebuilt from elsewhere. Find out what, and copy the rest first."

  lose "backup_enabled" {
    to   = false
    says = "Every snapshot of the cluster is deleted."
  }

  lose "pit_enabled" {
    to   = false
    says = "The log that leads to a point in time is dropped."
  }

  lose "replication_specs" {
    when = "removed"
    says = "The copy of the data there is deleted."
  }

  lose "replication_specs.region_configs" {
    when = "removed"
    says = "The copy of the data in that region is deleted."
  }
}

resource "mongodbatlas_cluster" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  protected_by = {
    termination_protection_enabled = true
    retain_backups_enabled         = true
    cloud_backup                   = true
    pit_enabled                    = true
  }
  backups_die = { retain_backups_enabled = "false|unset" }
  recovery    = "Some of it can be rebuilt from elsewhere. Find out what, and copy the rest first."

  lose "cloud_backup" {
    to   = false
    says = "Every snapshot of the cluster is deleted."
  }

  lose "pit_enabled" {
    to   = false
    says = "The log that leads to a point in time is dropped."
  }

  lose "replication_specs" {
    when = "removed"
    says = "The copy of the data there is deleted."
  }
}

resource "mongodbatlas_federated_database_instance" {
  category = "data"
  severity = "high"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "mongodbatlas_flex_cluster" {
  category     = "data"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { termination_protection_enabled = true }
  recovery     = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "mongodbatlas_online_archive" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."

  lose "criteria" {
    when = "changes"
    says = "Other documents are moved out of the cluster."
  }

  lose "data_expiration_rule" {
    when = "added"
    says = "Archived documents are deleted after that time."
  }

  lose "data_expiration_rule.expire_after_days" {
    when    = "shrinks"
    forever = [null]
    says    = "Archived documents are deleted after that time."
  }
}

resource "mongodbatlas_project" {
  category  = "data"
  severity  = "critical"
  identity  = ["name"]
  container = "its clusters"
  recovery  = "It is not deleted while it holds anything; emptied, nothing brings that back."
}

resource "mongodbatlas_search_index" {
  category = "data"
  severity = "medium"
  identity = ["name"]
  recovery = "The next apply brings back its configuration; until then what relies on it fails."
}

resource "mongodbatlas_serverless_instance" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  protected_by = {
    termination_protection_enabled = true
    continuous_backup_enabled      = true
  }
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

# Backups, and what makes them

resource "mongodbatlas_auditing" {
  category     = "backup"
  severity     = "high"
  identity     = ["name"]
  protected_by = { enabled = true }
  recovery     = "Until the next apply brings it back, nothing is backed up by it."
}

resource "mongodbatlas_backup_compliance_policy" {
  category = "backup"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing is deleted outside: Terraform lets go of it, and nobody looks after it."
}

resource "mongodbatlas_cloud_backup_schedule" {
  category     = "backup"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { skip_destroy = true }
  recovery     = "Until the next apply brings it back, nothing is backed up by it."

  lose "policy_item_daily.retention_value" {
    when = "shrinks"
    says = "Snapshots are kept for a shorter time."
  }

  lose "policy_item_hourly.retention_value" {
    when = "shrinks"
    says = "Snapshots are kept for a shorter time."
  }

  lose "policy_item_weekly.retention_value" {
    when = "shrinks"
    says = "Snapshots are kept for a shorter time."
  }

  lose "policy_item_monthly.retention_value" {
    when = "shrinks"
    says = "Snapshots are kept for a shorter time."
  }
}

resource "mongodbatlas_cloud_backup_snapshot" {
  category  = "backup"
  severity  = "critical"
  identity  = ["name"]
  backup_of = { cluster_name = "mongodbatlas_advanced_cluster|mongodbatlas_cluster" }
  recovery  = "These copies are gone for good. Make sure that what they were made of is still there."
}

resource "mongodbatlas_cloud_backup_snapshot_export_bucket" {
  category = "backup"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, nothing is backed up by it."
}

# Keys

resource "mongodbatlas_encryption_at_rest" {
  category = "key"
  severity = "critical"
  identity = ["name"]
  recovery = "What it stood for is revoked, and whoever relies on it is turned away."
}

# Secrets

resource "mongodbatlas_api_key" {
  category = "secret"
  severity = "high"
  identity = ["name"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "mongodbatlas_project_api_key" {
  category = "secret"
  severity = "high"
  identity = ["name"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

# Who may do what

resource "mongodbatlas_database_user" {
  category = "identity"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "mongodbatlas_federated_settings_identity_provider" {
  category = "identity"
  severity = "critical"
  identity = ["name"]
  recovery = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

resource "mongodbatlas_organization" {
  category = "identity"
  severity = "critical"
  identity = ["name"]
  recovery = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

resource "mongodbatlas_service_account" {
  category = "identity"
  severity = "high"
  identity = ["name"]
  recovery = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

resource "mongodbatlas_team" {
  category = "identity"
  severity = "medium"
  identity = ["name"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "mongodbatlas_x509_authentication_database_user" {
  category = "identity"
  severity = "medium"
  identity = ["name"]
  recovery = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

# Networks

resource "mongodbatlas_network_container" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, traffic that needs it stops."
}

resource "mongodbatlas_network_peering" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "mongodbatlas_privatelink_endpoint" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "mongodbatlas_privatelink_endpoint_service" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, traffic that needs it stops."
}

resource "mongodbatlas_project_ip_access_list" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, traffic that needs it stops."
}

# What runs

resource "mongodbatlas_search_deployment" {
  category = "cluster"
  severity = "medium"
  identity = ["name"]
  recovery = "Until the next apply brings it back, what runs on it stands still."
}

# What waits and what delivers it

resource "mongodbatlas_event_trigger" {
  category    = "queue"
  severity    = "medium"
  identity    = ["name"]
  disarmed_by = { disabled = true }
  recovery    = "Until the next apply brings it back, nothing is delivered, and some of it is lost."
}

resource "mongodbatlas_stream_instance" {
  category = "queue"
  severity = "high"
  identity = ["name"]
  recovery = "What waits in it unread is gone. Stop what writes, and drain it first."
}

resource "mongodbatlas_stream_processor" {
  category = "queue"
  severity = "high"
  identity = ["name"]
  recovery = "Its place in the stream is lost: work is done twice or left out."
}

resource "mongodbatlas_stream_workspace" {
  category = "queue"
  severity = "high"
  identity = ["name"]
  recovery = "What waits in it unread is gone. Stop what writes, and drain it first."
}
