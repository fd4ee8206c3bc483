# Resource types of the provider databricks: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

# More that holds data

resource "databricks_catalog" {
  category    = "data"
  severity    = "critical"
  identity    = ["name"]
  disarmed_by = { force_destroy = true }
  container   = "its schemas and tables"
  recovery    = "Some of it can be rebuilt from elsewhere. Find out what, and copy the rest first."
}

resource "databricks_dashboard" {
  category = "data"
  severity = "high"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "databricks_database_instance" {
  category    = "data"
  severity    = "critical"
  identity    = ["name"]
  disarmed_by = { purge_on_delete = true }
  recovery    = "For a while it can still be brought back, by hand: note its name and the time of the deletion."
}

resource "databricks_dbfs_file" {
  category = "data"
  severity = "medium"
  identity = ["name"]
  recovery = "The next apply brings back its configuration; until then what relies on it fails."
}

resource "databricks_directory" {
  category    = "data"
  severity    = "high"
  identity    = ["name"]
  disarmed_by = { delete_recursive = true }
  recovery    = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "databricks_external_location" {
  category    = "data"
  severity    = "high"
  identity    = ["name"]
  disarmed_by = { force_destroy = true }
  recovery    = "The next apply brings back its configuration; until then what relies on it fails."
}

resource "databricks_metastore" {
  category    = "data"
  severity    = "critical"
  identity    = ["name"]
  disarmed_by = { force_destroy = true }
  recovery    = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "databricks_mlflow_experiment" {
  category = "data"
  severity = "high"
  identity = ["name"]
  recovery = "For a while it can still be brought back, by hand: note its name and the time of the deletion."
}

resource "databricks_mount" {
  category = "data"
  severity = "medium"
  identity = ["name"]
  recovery = "The next apply brings back its configuration; until then what relies on it fails."
}

resource "databricks_mws_storage_configurations" {
  category = "data"
  severity = "high"
  identity = ["name"]
  recovery = "The next apply brings back its configuration; until then what relies on it fails."
}

resource "databricks_mws_workspaces" {
  category  = "data"
  severity  = "critical"
  identity  = ["name"]
  container = "everything in the workspace"
  recovery  = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "databricks_notebook" {
  category = "data"
  severity = "high"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "databricks_online_table" {
  category = "data"
  severity = "medium"
  identity = ["name"]
  recovery = "The next apply brings back its configuration; until then what relies on it fails."
}

resource "databricks_pipeline" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "databricks_postgres_branch" {
  category     = "data"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { is_protected = true }
  disarmed_by  = { purge_on_delete = true }
  recovery     = "For a while it can still be brought back, by hand: note its name and the time of the deletion."
}

resource "databricks_postgres_project" {
  category    = "data"
  severity    = "critical"
  identity    = ["name"]
  disarmed_by = { purge_on_delete = true }
  recovery    = "For a while it can still be brought back, by hand: note its name and the time of the deletion."
}

resource "databricks_query" {
  category = "data"
  severity = "medium"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "databricks_repo" {
  category = "data"
  severity = "high"
  identity = ["name"]
  recovery = "What was committed elsewhere is still there; everything else is gone."
}

resource "databricks_schema" {
  category    = "data"
  severity    = "critical"
  identity    = ["name"]
  disarmed_by = { force_destroy = true }
  recovery    = "For 7 days it can still be brought back, by hand and under its old name; after that nothing does."
}

resource "databricks_share" {
  category = "data"
  severity = "high"
  identity = ["name"]
  recovery = "The next apply brings back its configuration; until then what relies on it fails."
}

resource "databricks_sql_table" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "For 7 days it can still be brought back, by hand and under its old name; after that nothing does."

  lose "column" {
    when = "removed"
    key  = "name"
    says = "The column is dropped with its data."
  }
}

resource "databricks_vector_search_index" {
  category = "data"
  severity = "high"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "databricks_volume" {
  category     = "data"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { volume_type = "EXTERNAL" }
  recovery     = "For 7 days it can still be brought back, by hand and under its old name; after that nothing does."
}

resource "databricks_workspace_file" {
  category = "data"
  severity = "medium"
  identity = ["name"]
  recovery = "The next apply brings back its configuration; until then what relies on it fails."
}

# Keys

resource "databricks_mws_customer_managed_keys" {
  category = "key"
  severity = "critical"
  identity = ["name"]
  recovery = "What it encrypted can never be read again. Find out what uses it, and re-encrypt that first."
}

# Secrets

resource "databricks_secret" {
  category = "secret"
  severity = "high"
  identity = ["name"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "databricks_secret_scope" {
  category = "secret"
  severity = "critical"
  identity = ["name"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "databricks_token" {
  category = "secret"
  severity = "high"
  identity = ["name"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

# Who may do what

resource "databricks_credential" {
  category    = "identity"
  severity    = "high"
  identity    = ["name"]
  disarmed_by = { force_destroy = true }
  recovery    = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "databricks_grants" {
  category = "identity"
  severity = "high"
  identity = ["name"]
  recovery = "It speaks for the whole list: what it granted is gone with it."
}

resource "databricks_group" {
  category = "identity"
  severity = "high"
  identity = ["name"]
  recovery = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

resource "databricks_permissions" {
  category = "identity"
  severity = "high"
  identity = ["name"]
  recovery = "It speaks for the whole list: what it granted is gone with it."
}

resource "databricks_recipient" {
  category = "identity"
  severity = "high"
  identity = ["name"]
  recovery = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

resource "databricks_service_principal" {
  category     = "identity"
  severity     = "high"
  identity     = ["name"]
  protected_by = { disable_as_user_deletion = true }
  disarmed_by = {
    force_delete_home_dir = true
    force_delete_repos    = true
  }
  recovery = "Some of it can be rebuilt from elsewhere. Find out what, and copy the rest first."
}

resource "databricks_storage_credential" {
  category    = "identity"
  severity    = "critical"
  identity    = ["name"]
  disarmed_by = { force_destroy = true }
  recovery    = "A new one has another id; policies that name the old one do not know it."
}

resource "databricks_user" {
  category     = "identity"
  severity     = "high"
  identity     = ["name"]
  protected_by = { disable_as_user_deletion = true }
  disarmed_by = {
    force_delete_home_dir = true
    force_delete_repos    = true
  }
  recovery = "Some of it can be rebuilt from elsewhere. Find out what, and copy the rest first."
}

# Networks

resource "databricks_mws_networks" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, traffic that needs it stops."
}

# What runs

resource "databricks_app" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  recovery = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "databricks_cluster" {
  category     = "cluster"
  severity     = "medium"
  identity     = ["name"]
  protected_by = { is_pinned = true }
  recovery     = "For 30 days it can still be brought back, by hand and under its old name; after that nothing does."
}

resource "databricks_model_serving" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, what runs on it stands still."
}

resource "databricks_sql_endpoint" {
  category = "cluster"
  severity = "medium"
  identity = ["name"]
  recovery = "A new one has another id; whatever refers to the old one has to follow."
}

resource "databricks_vector_search_endpoint" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  recovery = "A new one has another id; whatever refers to the old one has to follow."
}

# What was published

resource "databricks_mlflow_model" {
  category = "registry"
  severity = "critical"
  identity = ["name"]
  recovery = "What was published in it is gone, and whatever fetches it fails. Copy it elsewhere first."
}

resource "databricks_registered_model" {
  category = "registry"
  severity = "critical"
  identity = ["name"]
  recovery = "What was published in it is gone, and whatever fetches it fails. Copy it elsewhere first."
}

# Everything else

resource "databricks_job" {
  category = "other"
  severity = "medium"
  identity = ["name"]
  recovery = "What it has recorded so far is gone. What it has gathered is gone; a new one starts from nothing."
}
