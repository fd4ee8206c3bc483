# Resource types of the provider oci: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

# More that holds data

resource "oci_analytics_analytics_instance" {
  category = "data"
  severity = "critical"
  identity = ["display_name", "name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "oci_bds_bds_instance" {
  category = "data"
  severity = "critical"
  identity = ["display_name", "name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "oci_core_boot_volume" {
  category = "data"
  severity = "critical"
  identity = ["display_name", "name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "oci_core_volume" {
  category = "data"
  severity = "critical"
  identity = ["display_name", "name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "oci_core_volume_group" {
  category = "data"
  severity = "high"
  identity = ["display_name", "name"]
  recovery = "The next apply brings back its configuration; until then what relies on it fails."
}

resource "oci_database_autonomous_container_database" {
  category = "data"
  severity = "critical"
  identity = ["display_name", "name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "oci_database_autonomous_database" {
  category = "data"
  severity = "critical"
  identity = ["display_name", "name"]
  recovery = "For 60 days it can still be brought back, by hand and under its old name; after that nothing does."
}

resource "oci_database_cloud_vm_cluster" {
  category = "data"
  severity = "critical"
  identity = ["display_name", "name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "oci_database_database" {
  category = "data"
  severity = "critical"
  identity = ["display_name", "name"]
  recovery = "Some of it can be rebuilt from elsewhere. Find out what, and copy the rest first."
}

resource "oci_database_db_home" {
  category = "data"
  severity = "critical"
  identity = ["display_name", "name"]
  recovery = "Some of it can be rebuilt from elsewhere. Find out what, and copy the rest first."
}

resource "oci_database_db_system" {
  category     = "data"
  severity     = "critical"
  identity     = ["display_name", "name"]
  protected_by = { "db_home.database.db_backup_config.backup_deletion_policy" = "DELETE_AFTER_RETENTION_PERIOD" }
  recovery     = "Some of it can be rebuilt from elsewhere. Find out what, and copy the rest first."
}

resource "oci_database_pluggable_database" {
  category = "data"
  severity = "critical"
  identity = ["display_name", "name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "oci_database_vm_cluster" {
  category = "data"
  severity = "critical"
  identity = ["display_name", "name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "oci_datacatalog_catalog" {
  category = "data"
  severity = "critical"
  identity = ["display_name", "name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "oci_datascience_notebook_session" {
  category = "data"
  severity = "high"
  identity = ["display_name", "name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "oci_devops_repository" {
  category = "data"
  severity = "critical"
  identity = ["display_name", "name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "oci_file_storage_export" {
  category = "data"
  severity = "medium"
  identity = ["display_name", "name"]
  recovery = "The next apply brings back its configuration; until then what relies on it fails."
}

resource "oci_file_storage_file_system" {
  category = "data"
  severity = "critical"
  identity = ["display_name", "name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "oci_logging_log" {
  category = "data"
  severity = "high"
  identity = ["display_name", "name"]
  protected_by = {
    is_enabled         = true
    retention_duration = ">=30"
  }
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "oci_logging_log_group" {
  category = "data"
  severity = "high"
  identity = ["display_name", "name"]
  recovery = "It is not deleted while it holds anything; emptied, nothing brings that back."
}

resource "oci_lustre_file_storage_lustre_file_system" {
  category = "data"
  severity = "critical"
  identity = ["display_name", "name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "oci_mysql_mysql_db_system" {
  category = "data"
  severity = "critical"
  identity = ["display_name", "name"]
  protected_by = {
    "deletion_policy.is_delete_protected"        = true
    "deletion_policy.final_backup"               = "REQUIRE_FINAL_BACKUP"
    "deletion_policy.automatic_backup_retention" = "RETAIN"
    "backup_policy.is_enabled"                   = true
  }
  recovery = "It comes back only from a last snapshot, as a new one with a new address. See to it that one is made."
}

resource "oci_nosql_table" {
  category = "data"
  severity = "critical"
  identity = ["display_name", "name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "oci_objectstorage_bucket" {
  category = "data"
  severity = "critical"
  identity = ["display_name", "name"]
  protected_by = {
    versioning      = "Enabled"
    retention_rules = "set"
  }
  backend  = { oci = "bucket" }
  recovery = "It is not deleted while it holds anything; emptied, nothing brings that back."

  lose "versioning" {
    from = ["Enabled"]
    to   = "Suspended|Disabled"
    says = "From now on an overwrite or deletion is final."
  }
}

resource "oci_objectstorage_object" {
  category    = "data"
  severity    = "high"
  identity    = ["display_name", "name"]
  disarmed_by = { delete_all_object_versions = true }
  recovery    = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "oci_opensearch_opensearch_cluster" {
  category = "data"
  severity = "critical"
  identity = ["display_name", "name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "oci_psql_db_system" {
  category = "data"
  severity = "critical"
  identity = ["display_name", "name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "oci_redis_redis_cluster" {
  category = "data"
  severity = "high"
  identity = ["display_name", "name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

# Backups, and what makes them

resource "oci_audit_configuration" {
  category     = "backup"
  severity     = "high"
  identity     = ["display_name", "name"]
  protected_by = { retention_period_days = ">=90" }
  recovery     = "Nothing is deleted outside: Terraform lets go of it, and nobody looks after it."
}

resource "oci_core_boot_volume_backup" {
  category  = "backup"
  severity  = "critical"
  identity  = ["display_name", "name"]
  backup_of = { boot_volume_id = "oci_core_boot_volume" }
  recovery  = "These copies are gone for good. Make sure that what they were made of is still there."
}

resource "oci_core_volume_backup" {
  category  = "backup"
  severity  = "critical"
  identity  = ["display_name", "name"]
  backup_of = { volume_id = "oci_core_volume" }
  recovery  = "These copies are gone for good. Make sure that what they were made of is still there."
}

resource "oci_core_volume_backup_policy" {
  category = "backup"
  severity = "high"
  identity = ["display_name", "name"]
  recovery = "Until the next apply brings it back, nothing is backed up by it."
}

resource "oci_core_volume_backup_policy_assignment" {
  category = "backup"
  severity = "high"
  identity = ["display_name", "name"]
  recovery = "Until the next apply brings it back, nothing is backed up by it."
}

resource "oci_core_volume_group_backup" {
  category = "backup"
  severity = "critical"
  identity = ["display_name", "name"]
  recovery = "These copies are gone for good. Make sure that what they were made of is still there."
}

resource "oci_database_autonomous_database_backup" {
  category  = "backup"
  severity  = "critical"
  identity  = ["display_name", "name"]
  backup_of = { database_id = "oci_database_database", autonomous_database_id = "oci_database_autonomous_database" }
  recovery  = "These copies are gone for good. Make sure that what they were made of is still there."
}

resource "oci_database_backup" {
  category  = "backup"
  severity  = "critical"
  identity  = ["display_name", "name"]
  backup_of = { database_id = "oci_database_database", autonomous_database_id = "oci_database_autonomous_database" }
  recovery  = "These copies are gone for good. Make sure that what they were made of is still there."
}

resource "oci_database_backup_destination" {
  category = "backup"
  severity = "critical"
  identity = ["display_name", "name"]
  recovery = "It is not deleted while it holds anything; emptied, nothing brings that back."
}

resource "oci_database_data_guard_association" {
  category = "backup"
  severity = "high"
  identity = ["display_name", "name"]
  recovery = "Until the next apply brings it back, nothing is backed up by it."
}

resource "oci_disaster_recovery_dr_protection_group" {
  category = "backup"
  severity = "high"
  identity = ["display_name", "name"]
  recovery = "These copies are gone for good. Make sure that what they were made of is still there."
}

resource "oci_file_storage_snapshot" {
  category = "backup"
  severity = "critical"
  identity = ["display_name", "name"]
  recovery = "These copies are gone for good. Make sure that what they were made of is still there."
}

resource "oci_golden_gate_deployment_backup" {
  category = "backup"
  severity = "high"
  identity = ["display_name", "name"]
  recovery = "These copies are gone for good. Make sure that what they were made of is still there."
}

resource "oci_mysql_mysql_backup" {
  category  = "backup"
  severity  = "critical"
  identity  = ["display_name", "name"]
  backup_of = { db_system_id = "oci_mysql_mysql_db_system" }
  recovery  = "These copies are gone for good. Make sure that what they were made of is still there."
}

resource "oci_objectstorage_replication_policy" {
  category = "backup"
  severity = "high"
  identity = ["display_name", "name"]
  recovery = "Until the next apply brings it back, nothing is backed up by it."
}

resource "oci_psql_backup" {
  category = "backup"
  severity = "critical"
  identity = ["display_name", "name"]
  recovery = "These copies are gone for good. Make sure that what they were made of is still there."
}

resource "oci_recovery_protected_database" {
  category = "backup"
  severity = "critical"
  identity = ["display_name", "name"]
  recovery = "For a while it can still be brought back, by hand: note its name and the time of the deletion."
}

resource "oci_recovery_protection_policy" {
  category = "backup"
  severity = "critical"
  identity = ["display_name", "name"]
  recovery = "It is not deleted while it holds anything; emptied, nothing brings that back."
}

# Keys

resource "oci_certificates_management_certificate_authority" {
  category = "key"
  severity = "critical"
  identity = ["display_name", "name"]
  recovery = "For 7 to 30 days it can still be brought back, by hand and under its old name; after that nothing does."
}

resource "oci_kms_key" {
  category = "key"
  severity = "critical"
  identity = ["display_name", "name"]
  protected_by = {
    time_of_deletion = "set"
    desired_state    = "ENABLED"
  }
  recovery = "For 7 to 30 days it can still be brought back, by hand and under its old name; after that nothing does."
}

resource "oci_kms_key_version" {
  category = "key"
  severity = "high"
  identity = ["display_name", "name"]
  recovery = "For 7 to 30 days it can still be brought back, by hand and under its old name; after that nothing does."
}

resource "oci_kms_vault" {
  category     = "key"
  severity     = "critical"
  identity     = ["display_name", "name"]
  protected_by = { time_of_deletion = "set" }
  recovery     = "For 7 to 30 days it can still be brought back, by hand and under its old name; after that nothing does."
}

# Secrets

resource "oci_certificates_management_certificate" {
  category = "secret"
  severity = "high"
  identity = ["display_name", "name"]
  recovery = "For 7 to 30 days it can still be brought back, by hand and under its old name; after that nothing does."
}

resource "oci_identity_api_key" {
  category = "secret"
  severity = "high"
  identity = ["display_name", "name"]
  recovery = "The next apply brings it back; until then what needs it fails."
}

resource "oci_identity_auth_token" {
  category = "secret"
  severity = "high"
  identity = ["display_name", "name"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "oci_identity_customer_secret_key" {
  category = "secret"
  severity = "high"
  identity = ["display_name", "name"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "oci_vault_secret" {
  category = "secret"
  severity = "critical"
  identity = ["display_name", "name"]
  recovery = "For 1 to 30 days it can still be brought back, by hand and under its old name; after that nothing does."
}

# Who may do what

resource "oci_email_sender" {
  category = "identity"
  severity = "medium"
  identity = ["display_name", "name"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "oci_identity_compartment" {
  category    = "identity"
  severity    = "critical"
  identity    = ["display_name", "name"]
  disarmed_by = { enable_delete = true }
  container   = "everything in the compartment"
  recovery    = "Some of it can be rebuilt from elsewhere. Find out what, and copy the rest first."
}

resource "oci_identity_domain" {
  category = "identity"
  severity = "critical"
  identity = ["display_name", "name"]
  recovery = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

resource "oci_identity_domains_app" {
  category    = "identity"
  severity    = "high"
  identity    = ["display_name", "name"]
  disarmed_by = { force_delete = true }
  recovery    = "A new one has another id; policies that name the old one do not know it."
}

resource "oci_identity_domains_group" {
  category    = "identity"
  severity    = "high"
  identity    = ["display_name", "name"]
  disarmed_by = { force_delete = true }
  recovery    = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

resource "oci_identity_domains_user" {
  category    = "identity"
  severity    = "high"
  identity    = ["display_name", "name"]
  disarmed_by = { force_delete = true }
  recovery    = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

resource "oci_identity_dynamic_group" {
  category = "identity"
  severity = "high"
  identity = ["display_name", "name"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "oci_identity_group" {
  category = "identity"
  severity = "high"
  identity = ["display_name", "name"]
  recovery = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

resource "oci_identity_policy" {
  category = "identity"
  severity = "high"
  identity = ["display_name", "name"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "oci_identity_user" {
  category = "identity"
  severity = "high"
  identity = ["display_name", "name"]
  recovery = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

# Names

resource "oci_dns_record" {
  category = "dns"
  severity = "high"
  identity = ["display_name", "name"]
  recovery = "Until the next apply brings it back, its names do not resolve."
}

resource "oci_dns_rrset" {
  category = "dns"
  severity = "high"
  identity = ["display_name", "name"]
  recovery = "Until the next apply brings it back, its names do not resolve."
}

resource "oci_dns_view" {
  category = "dns"
  severity = "high"
  identity = ["display_name", "name"]
  recovery = "Its names resolve no longer, and a new one is served by other name servers."
}

resource "oci_dns_zone" {
  category = "dns"
  severity = "critical"
  identity = ["display_name", "name"]
  recovery = "Its names resolve no longer, and a new one is served by other name servers."
}

# Networks

resource "oci_apigateway_gateway" {
  category = "network"
  severity = "high"
  identity = ["display_name", "name"]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "oci_core_byoasn" {
  category = "network"
  severity = "high"
  identity = ["display_name", "name"]
  recovery = "A new one has another address; whoever knows the old one is cut off."
}

resource "oci_core_cross_connect" {
  category = "network"
  severity = "critical"
  identity = ["display_name", "name"]
  recovery = "A new one has another address; whoever knows the old one is cut off."
}

resource "oci_core_drg" {
  category = "network"
  severity = "critical"
  identity = ["display_name", "name"]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "oci_core_drg_attachment" {
  category = "network"
  severity = "high"
  identity = ["display_name", "name"]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "oci_core_internet_gateway" {
  category = "network"
  severity = "high"
  identity = ["display_name", "name"]
  recovery = "Until the next apply brings it back, traffic that needs it stops."
}

resource "oci_core_ipsec" {
  category = "network"
  severity = "critical"
  identity = ["display_name", "name"]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "oci_core_nat_gateway" {
  category = "network"
  severity = "high"
  identity = ["display_name", "name"]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "oci_core_public_ip" {
  category     = "network"
  severity     = "high"
  identity     = ["display_name", "name"]
  protected_by = { lifetime = "RESERVED" }
  recovery     = "A new one has another address; whoever knows the old one is cut off."
}

resource "oci_core_subnet" {
  category = "network"
  severity = "high"
  identity = ["display_name", "name"]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "oci_core_vcn" {
  category = "network"
  severity = "critical"
  identity = ["display_name", "name"]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "oci_core_virtual_circuit" {
  category = "network"
  severity = "critical"
  identity = ["display_name", "name"]
  recovery = "A new one has another address; whoever knows the old one is cut off."
}

resource "oci_file_storage_mount_target" {
  category = "network"
  severity = "high"
  identity = ["display_name", "name"]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "oci_load_balancer_load_balancer" {
  category     = "network"
  severity     = "high"
  identity     = ["display_name", "name"]
  protected_by = { is_delete_protection_enabled = true }
  recovery     = "A new one has another id and address; tell whoever uses the old one first."
}

resource "oci_network_load_balancer_network_load_balancer" {
  category = "network"
  severity = "high"
  identity = ["display_name", "name"]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "oci_resourcemanager_private_endpoint" {
  category = "network"
  severity = "medium"
  identity = ["display_name", "name"]
  recovery = "Until the next apply brings it back, traffic that needs it stops."
}

resource "oci_waf_web_app_firewall" {
  category = "network"
  severity = "high"
  identity = ["display_name", "name"]
  recovery = "Until the next apply brings it back, traffic that needs it stops."
}

# What runs

resource "oci_containerengine_cluster" {
  category = "cluster"
  severity = "critical"
  identity = ["display_name", "name"]
  recovery = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "oci_containerengine_node_pool" {
  category = "cluster"
  severity = "high"
  identity = ["display_name", "name"]
  recovery = "Until the next apply brings it back, what runs on it stands still."
}

resource "oci_core_instance" {
  category     = "cluster"
  severity     = "high"
  identity     = ["display_name", "name"]
  protected_by = { preserve_boot_volume = true }
  recovery     = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "oci_core_instance_pool" {
  category = "cluster"
  severity = "high"
  identity = ["display_name", "name"]
  recovery = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "oci_database_cloud_exadata_infrastructure" {
  category = "cluster"
  severity = "critical"
  identity = ["display_name", "name"]
  recovery = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "oci_functions_application" {
  category = "cluster"
  severity = "medium"
  identity = ["display_name", "name"]
  recovery = "A new one has another id; whatever refers to the old one has to follow."
}

# What waits and what delivers it

resource "oci_golden_gate_deployment" {
  category = "queue"
  severity = "critical"
  identity = ["display_name", "name"]
  recovery = "What waits in it unread is gone. Stop what writes, and drain it first."
}

resource "oci_queue_queue" {
  category     = "queue"
  severity     = "critical"
  identity     = ["display_name", "name"]
  protected_by = { retention_in_seconds = ">=86400" }
  recovery     = "What waits in it unread is gone. Stop what writes, and drain it first."
}

resource "oci_streaming_stream" {
  category     = "queue"
  severity     = "critical"
  identity     = ["display_name", "name"]
  protected_by = { retention_in_hours = ">=24" }
  force_new    = ["retention_in_hours"]
  recovery     = "What waits in it unread is gone. Stop what writes, and drain it first."
}

resource "oci_streaming_stream_pool" {
  category = "queue"
  severity = "critical"
  identity = ["display_name", "name"]
  recovery = "What waits in it unread is gone. Stop what writes, and drain it first."
}

# What was published

resource "oci_artifacts_container_repository" {
  category = "registry"
  severity = "critical"
  identity = ["display_name", "name"]
  recovery = "What was published in it is gone, and whatever fetches it fails. Copy it elsewhere first."
}

resource "oci_artifacts_repository" {
  category = "registry"
  severity = "critical"
  identity = ["display_name", "name"]
  recovery = "What was published in it is gone, and whatever fetches it fails. Copy it elsewhere first."
}

resource "oci_core_image" {
  category = "registry"
  severity = "high"
  identity = ["display_name", "name"]
  recovery = "What was published in it is gone, and whatever fetches it fails. Copy it elsewhere first."
}

resource "oci_datascience_model" {
  category = "registry"
  severity = "high"
  identity = ["display_name", "name"]
  recovery = "What was published in it is gone, and whatever fetches it fails. Copy it elsewhere first."
}
