# Resource types of the provider snowflake: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

# More that holds data

resource "snowflake_cortex_search_service" {
  category = "data"
  severity = "medium"
  identity = ["name"]
  recovery = "The next apply brings back its configuration; until then what relies on it fails."
}

resource "snowflake_database" {
  category  = "data"
  severity  = "critical"
  identity  = ["name"]
  container = "its schemas and tables"
  recovery  = "For 0 to 90 days it can still be brought back, by hand and under its old name; after that nothing does."

  lose "data_retention_time_in_days" {
    when = "shrinks"
    says = "What was changed or dropped can be brought back from fewer days."
  }
}

resource "snowflake_dynamic_table" {
  category = "data"
  severity = "medium"
  identity = ["name"]
  recovery = "The next apply brings back its configuration; until then what relies on it fails."
}

resource "snowflake_execute" {
  category  = "data"
  severity  = "critical"
  identity  = ["name"]
  container = "whatever its SQL made"
  force_new = ["execute"]
  recovery  = "What can be brought back depends on how it is set up. Look at its settings first."
}

resource "snowflake_external_table" {
  category = "data"
  severity = "medium"
  identity = ["name"]
  recovery = "The next apply brings back its configuration; until then what relies on it fails."
}

resource "snowflake_external_volume" {
  category = "data"
  severity = "high"
  identity = ["name"]
  recovery = "A new one has another id and address, and what it held is not in it."
}

resource "snowflake_hybrid_table" {
  category     = "data"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { data_retention_time_in_days = ">=1" }
  recovery     = "For a while it can still be brought back, by hand: note its name and the time of the deletion."
}

resource "snowflake_iceberg_table" {
  category     = "data"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { data_retention_time_in_days = ">=1" }
  recovery     = "For a while it can still be brought back, by hand: note its name and the time of the deletion."
}

resource "snowflake_listing" {
  category = "data"
  severity = "high"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "snowflake_materialized_view" {
  category = "data"
  severity = "medium"
  identity = ["name"]
  recovery = "The next apply brings back its configuration; until then what relies on it fails."
}

resource "snowflake_notebook" {
  category = "data"
  severity = "high"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "snowflake_postgres_instance" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "snowflake_schema" {
  category  = "data"
  severity  = "critical"
  identity  = ["name"]
  container = "its tables"
  recovery  = "For 0 to 90 days it can still be brought back, by hand and under its old name; after that nothing does."

  lose "data_retention_time_in_days" {
    when = "shrinks"
    says = "What was changed or dropped can be brought back from fewer days."
  }
}

resource "snowflake_sequence" {
  category = "data"
  severity = "high"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "snowflake_share" {
  category = "data"
  severity = "high"
  identity = ["name"]
  recovery = "The next apply brings back its configuration; until then what relies on it fails."
}

resource "snowflake_shared_database" {
  category = "data"
  severity = "medium"
  identity = ["name"]
  recovery = "The next apply brings back its configuration; until then what relies on it fails."
}

resource "snowflake_stage" {
  category = "data"
  severity = "high"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "snowflake_stage_internal" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "snowflake_storage_lifecycle_policy" {
  category = "data"
  severity = "high"
  identity = ["name"]
  recovery = "The next apply brings back its configuration; until then what relies on it fails."

  lose "body" {
    when = "changes"
    says = "Rows that the new policy is about are deleted or moved."
  }
}

resource "snowflake_streamlit" {
  category = "data"
  severity = "medium"
  identity = ["name"]
  recovery = "The next apply brings back its configuration; until then what relies on it fails."
}

resource "snowflake_table" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "For 0 to 90 days it can still be brought back, by hand and under its old name; after that nothing does."

  lose "data_retention_time_in_days" {
    when = "shrinks"
    says = "What was changed or dropped can be brought back from fewer days."
  }

  lose "column" {
    when = "removed"
    key  = "name"
    says = "The column is dropped with its data."
  }
}

resource "snowflake_table_storage_lifecycle_policy_attachment" {
  category = "data"
  severity = "high"
  identity = ["name"]
  recovery = "The next apply brings back its configuration; until then what relies on it fails."
}

# Backups, and what makes them

resource "snowflake_failover_group" {
  category = "backup"
  severity = "critical"
  identity = ["name"]
  recovery = "Until the next apply brings it back, nothing is backed up by it."
}

resource "snowflake_secondary_database" {
  category = "backup"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, nothing is backed up by it."
}

# Secrets

resource "snowflake_secret_with_basic_authentication" {
  category = "secret"
  severity = "high"
  identity = ["name"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "snowflake_secret_with_generic_string" {
  category = "secret"
  severity = "high"
  identity = ["name"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

# Who may do what

resource "snowflake_account" {
  category     = "identity"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { grace_period_in_days = ">=3" }
  recovery     = "For a while it can still be brought back, by hand: note its name and the time of the deletion."
}

resource "snowflake_account_role" {
  category = "identity"
  severity = "high"
  identity = ["name"]
  recovery = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

resource "snowflake_database_role" {
  category = "identity"
  severity = "medium"
  identity = ["name"]
  recovery = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

resource "snowflake_grant_ownership" {
  category = "identity"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."

  lose "outbound_privileges" {
    to   = "REVOKE"
    says = "Privileges that were granted on the object are revoked."
  }
}

resource "snowflake_grant_privileges_to_account_role" {
  category = "identity"
  severity = "medium"
  identity = ["name"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "snowflake_legacy_service_user" {
  category = "identity"
  severity = "high"
  identity = ["name"]
  recovery = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

resource "snowflake_managed_account" {
  category = "identity"
  severity = "critical"
  identity = ["name"]
  recovery = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

resource "snowflake_masking_policy" {
  category = "identity"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "snowflake_row_access_policy" {
  category = "identity"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "snowflake_saml2_integration" {
  category     = "identity"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { enabled = true }
  recovery     = "It may lock out whoever runs this. Make sure that another way in exists first."
}

resource "snowflake_scim_integration" {
  category     = "identity"
  severity     = "high"
  identity     = ["name"]
  protected_by = { enabled = true }
  recovery     = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "snowflake_service_user" {
  category = "identity"
  severity = "high"
  identity = ["name"]
  recovery = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

resource "snowflake_storage_integration" {
  category     = "identity"
  severity     = "high"
  identity     = ["name"]
  protected_by = { enabled = true }
  recovery     = "The other side trusts the old one: it has to be set up again there."
}

resource "snowflake_storage_integration_aws" {
  category     = "identity"
  severity     = "high"
  identity     = ["name"]
  protected_by = { enabled = true }
  recovery     = "A new one has another id; policies that name the old one do not know it."
}

resource "snowflake_user" {
  category = "identity"
  severity = "high"
  identity = ["name"]
  recovery = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."

  lose "disabled" {
    to   = true
    says = "The user cannot sign in."
  }
}

# Networks

resource "snowflake_network_policy" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "It may lock out whoever runs this. Make sure that another way in exists first."
}

resource "snowflake_network_policy_attachment" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, traffic that needs it stops."
}

resource "snowflake_primary_connection" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, traffic that needs it stops."
}

# What runs

resource "snowflake_compute_pool" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  recovery = "It is not deleted while it holds anything; emptied, nothing brings that back."
}

resource "snowflake_service" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  recovery = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "snowflake_warehouse" {
  category = "cluster"
  severity = "medium"
  identity = ["name"]
  recovery = "Until the next apply brings it back, what runs on it stands still."
}

# What waits and what delivers it

resource "snowflake_notification_integration" {
  category     = "queue"
  severity     = "medium"
  identity     = ["name"]
  protected_by = { enabled = true }
  recovery     = "A new one has another id; whatever refers to the old one has to follow."
}

resource "snowflake_pipe" {
  category = "queue"
  severity = "high"
  identity = ["name"]
  recovery = "Its place in the stream is lost: work is done twice or left out."
}

resource "snowflake_stream_on_directory_table" {
  category = "queue"
  severity = "high"
  identity = ["name"]
  recovery = "What waits in it unread is gone. Stop what writes, and drain it first."
}

resource "snowflake_stream_on_external_table" {
  category = "queue"
  severity = "high"
  identity = ["name"]
  recovery = "What waits in it unread is gone. Stop what writes, and drain it first."
}

resource "snowflake_stream_on_table" {
  category = "queue"
  severity = "high"
  identity = ["name"]
  recovery = "Its place in the stream is lost: work is done twice or left out."
}

resource "snowflake_stream_on_view" {
  category = "queue"
  severity = "high"
  identity = ["name"]
  recovery = "What waits in it unread is gone. Stop what writes, and drain it first."
}

resource "snowflake_task" {
  category     = "queue"
  severity     = "medium"
  identity     = ["name"]
  protected_by = { started = true }
  recovery     = "Until the next apply brings it back, nothing is delivered, and some of it is lost."
}

# What was published

resource "snowflake_image_repository" {
  category = "registry"
  severity = "critical"
  identity = ["name"]
  recovery = "What was published in it is gone, and whatever fetches it fails. Copy it elsewhere first."
}

# Everything else

resource "snowflake_alert" {
  category     = "other"
  severity     = "medium"
  identity     = ["name"]
  protected_by = { enabled = true }
  recovery     = "The next apply brings it back; until then it does nothing."
}

resource "snowflake_git_repository" {
  category = "other"
  severity = "medium"
  identity = ["name"]
  recovery = "The next apply brings it back; until then it does nothing."
}

resource "snowflake_resource_monitor" {
  category = "other"
  severity = "medium"
  identity = ["name"]
  recovery = "The next apply brings it back; until then it does nothing."
}
