# Resource types of the provider google: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

provider "google" {
  disarm "deletion_policy" {
    to    = "DELETE|FORCE"
    types = ["google_*"]
    says  = "What does not say otherwise itself is deleted, and not kept or refused."
  }
}

# Databases, caches and warehouses

resource "google_sql_database_instance" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  protected_by = {
    deletion_protection                                            = true
    "settings.deletion_protection_enabled"                         = true
    "settings.retain_backups_on_delete"                            = true
    "settings.backup_configuration.enabled"                        = true
    "settings.backup_configuration.point_in_time_recovery_enabled" = true
    deletion_policy                                                = "PREVENT|ABANDON"
    "settings.final_backup_config.enabled"                         = true
  }
  defaults       = { deletion_protection = true }
  replica_of     = ["master_instance_name"]
  backups_die    = { "settings.retain_backups_on_delete" = "false|unset" }
  final_snapshot = { "settings.final_backup_config.enabled" = true }
  force_new      = ["region"]
  recovery       = "Backups go with the instance unless they are retained, and the name stays blocked for about a week. Export it or take a final backup first."

  lose "settings.backup_configuration.enabled" {
    to   = false
    says = "No more backups are made."
  }

  lose "settings.backup_configuration.point_in_time_recovery_enabled" {
    to   = false
    says = "The logs that lead to a point in time are dropped."
  }

  lose "settings.backup_configuration.transaction_log_retention_days" {
    when = "shrinks"
    says = "Logs older than that are deleted: the instance can be restored to fewer days."
  }

  lose "settings.backup_configuration.backup_retention_settings.retained_backups" {
    when = "shrinks"
    says = "Backups beyond that number are deleted."
  }

  warn "database_version" {
    when = "changes"
    says = "A newer major version cannot be taken back."
  }

  warn "settings.availability_type" {
    from = ["REGIONAL"]
    to   = "ZONAL"
    says = "The standby in another zone goes, and with it the failover."
  }

  lose "settings.disk_size" {
    when = "shrinks"
    says = "Cloud SQL shrinks no disk: the instance would be made anew, empty."
  }
}

resource "google_sql_database" {
  category     = "data"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "The database's tables are gone; only a backup of the whole instance brings them back. Export it first."
}

resource "google_sql_user" {
  category     = "identity"
  severity     = "medium"
  identity     = ["name"]
  protected_by = { deletion_policy = "ABANDON" }
  recovery     = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "google_spanner_instance" {
  category     = "data"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  disarmed_by  = { force_destroy = true }
  defaults     = { force_destroy = false }
  recovery     = "Its databases go with it, and backups in the instance too. Export the databases first."
}

resource "google_spanner_database" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  protected_by = {
    deletion_protection    = true
    enable_drop_protection = true
    deletion_policy        = "PREVENT|ABANDON"
  }
  defaults = {
    deletion_protection    = true
    enable_drop_protection = false
  }
  recovery = "Comes back only from a backup, as a new database. Create a backup first."

  lose "version_retention_period" {
    when = "shrinks"
    says = "The database can be read and restored from a shorter past."
  }

  warn "ddl" {
    when = "added"
    says = "The new statements are run as they are: a DROP loses data."
  }
}

resource "google_bigtable_instance" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  protected_by = {
    deletion_protection = true
    deletion_policy     = "PREVENT|ABANDON"
  }
  disarmed_by = { force_destroy = true }
  defaults = {
    deletion_protection = true
    force_destroy       = false
  }
  recovery = "All tables are gone, and backups in its clusters too. Copy a backup to another instance first."

  lose "cluster" {
    when = "removed"
    key  = "cluster_id"
    says = "The copy of the data in that cluster is deleted."
  }
}

resource "google_bigtable_table" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  protected_by = {
    deletion_protection = "PROTECTED"
    deletion_policy     = "PREVENT|ABANDON"
  }
  recovery = "A deleted table can be undeleted for 7 days with gcloud. Take a backup first."

  lose "column_family" {
    when = "removed"
    key  = "family"
    says = "Every cell of that family is deleted."
  }

  lose "change_stream_retention" {
    when = "shrinks"
    says = "Changes older than that can no longer be read."
  }
}

resource "google_bigquery_dataset" {
  category     = "data"
  severity     = "critical"
  identity     = ["dataset_id"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  disarmed_by  = { delete_contents_on_destroy = true }
  defaults     = { delete_contents_on_destroy = false }
  recovery     = "Tables can be restored only within the time-travel window of a few days. Copy the dataset first."

  lose "default_table_expiration_ms" {
    when    = "shrinks"
    forever = [null, 0]
    says    = "Tables made from now on delete themselves."
  }

  lose "default_partition_expiration_ms" {
    when    = "shrinks"
    forever = [null, 0]
    says    = "Partitions of tables made from now on delete themselves."
  }

  lose "max_time_travel_hours" {
    when = "shrinks"
    says = "What was deleted by mistake can be brought back for a shorter time."
  }
}

resource "google_bigquery_table" {
  category = "data"
  severity = "critical"
  identity = ["table_id"]
  protected_by = {
    deletion_protection = true
    deletion_policy     = "PREVENT|ABANDON"
  }
  defaults = { deletion_protection = true }
  recovery = "Restorable within the time-travel window of a few days, under the same name. Make a table snapshot first."

  lose "expiration_time" {
    when    = "shrinks"
    forever = [null, 0]
    says    = "The table deletes itself then."
  }

  lose "time_partitioning.expiration_ms" {
    when    = "shrinks"
    forever = [null, 0]
    says    = "Partitions older than that are deleted."
  }

  warn "schema" {
    when = "changes"
    says = "A column that the new schema leaves out is dropped with its data."
  }
}

resource "google_firestore_database" {
  category = "data"
  severity = "critical"
  identity = ["name", "project"]
  protected_by = {
    delete_protection_state           = "DELETE_PROTECTION_ENABLED"
    point_in_time_recovery_enablement = "POINT_IN_TIME_RECOVERY_ENABLED"
  }
  disarmed_by = { deletion_policy = "DELETE" }
  defaults    = { point_in_time_recovery_enablement = "POINT_IN_TIME_RECOVERY_DISABLED" }
  recovery    = "All documents are gone. Export the database to a bucket first."

  lose "point_in_time_recovery_enablement" {
    to   = "POINT_IN_TIME_RECOVERY_DISABLED"
    says = "The history of the last seven days is dropped."
  }
}

resource "google_alloydb_cluster" {
  category = "data"
  severity = "critical"
  identity = ["cluster_id"]
  protected_by = {
    deletion_protection                = true
    "continuous_backup_config.enabled" = true
    "automated_backup_policy.enabled"  = true
  }
  disarmed_by = { deletion_policy = "FORCE" }
  defaults    = { deletion_protection = true }
  replica_of  = ["secondary_config.primary_cluster_name"]
  backups_die = { deletion_policy = "FORCE" }
  recovery    = "Comes back only as a new cluster from a backup. Take an on-demand backup first."

  lose "continuous_backup_config.enabled" {
    to   = false
    says = "The logs that lead to a point in time are dropped."
  }

  lose "automated_backup_policy.enabled" {
    to   = false
    says = "No more backups are made."
  }

  disarm "deletion_policy" {
    to   = "FORCE"
    says = "A deletion takes the instances and databases along."
  }
}

resource "google_alloydb_instance" {
  category     = "cluster"
  severity     = "high"
  identity     = ["instance_id"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "The data stays in the cluster; without its primary nobody reaches it."
}

resource "google_redis_instance" {
  category = "data"
  severity = "high"
  identity = ["name"]
  protected_by = {
    deletion_protection                   = true
    deletion_policy                       = "PREVENT|ABANDON"
    "persistence_config.persistence_mode" = "RDB"
  }
  recovery = "A cache fills again; what is only there is gone. Export it to a bucket first."

  lose "persistence_config.persistence_mode" {
    from = ["RDB"]
    to   = "DISABLED"
    says = "Nothing is written to disk: a restart empties it."
  }
}

resource "google_redis_cluster" {
  category = "data"
  severity = "high"
  identity = ["name"]
  protected_by = {
    deletion_protection_enabled         = true
    deletion_policy                     = "PREVENT|ABANDON"
    "automated_backup_config.retention" = "set"
  }
  defaults = { deletion_protection_enabled = true }
  recovery = "A cache fills again; what is only there is gone. Take a backup first."
}

resource "google_memorystore_instance" {
  category = "data"
  severity = "high"
  identity = ["instance_id"]
  protected_by = {
    deletion_protection_enabled = true
    deletion_policy             = "PREVENT|ABANDON"
  }
  defaults = { deletion_protection_enabled = true }
  recovery = "A cache fills again; what is only there is gone. Take a backup first."
}

resource "google_datastream_stream" {
  category = "queue"
  severity = "high"
  identity = ["display_name"]
  protected_by = {
    deletion_policy = "PREVENT|ABANDON"
    desired_state   = "RUNNING"
  }
  defaults = { desired_state = "NOT_STARTED" }
  recovery = "The position in the source is forgotten; a new stream copies everything again."
}

resource "google_healthcare_dataset" {
  category     = "data"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Its stores and every record in them are gone. Export the stores first."
}

resource "google_healthcare_fhir_store" {
  category     = "data"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Every record is gone. Export the store to a bucket first."

  lose "disable_resource_versioning" {
    to   = true
    says = "From now on an overwrite or deletion is final."
  }
}

resource "google_healthcare_dicom_store" {
  category     = "data"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Every image is gone. Export the store to a bucket first."
}

# Buckets, disks and files

resource "google_storage_bucket" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  protected_by = {
    deletion_policy              = "PREVENT|ABANDON"
    "versioning.enabled"         = true
    "retention_policy.is_locked" = true
    enable_object_retention      = true
  }
  disarmed_by = {
    force_destroy                                   = true
    "soft_delete_policy.retention_duration_seconds" = 0
  }
  defaults  = { force_destroy = false }
  backend   = { gcs = "bucket" }
  force_new = ["location"]
  recovery  = "Objects come back only within the soft-delete period, where it is on; the name may be taken by others. Copy the bucket first."

  lose "lifecycle_rule" {
    when = "added"
    says = "Objects that the new rule is about are deleted within days."
  }

  lose "lifecycle_rule.condition.age" {
    when    = "shrinks"
    forever = [null]
    where   = { "lifecycle_rule.action.type" = "Delete" }
    says    = "Objects older than that are deleted within days."
  }

  lose "versioning.enabled" {
    to   = false
    says = "From now on an overwrite or deletion is final."
  }

  disarm "retention_policy.retention_period" {
    when = "shrinks"
    says = "Objects can be deleted sooner."
  }

  lose "soft_delete_policy.retention_duration_seconds" {
    when = "shrinks"
    says = "What is deleted by mistake can be brought back for a shorter time."
  }

  warn "retention_policy.is_locked" {
    to   = true
    says = "A locked retention policy is never shortened or removed again."
  }
}

resource "google_storage_bucket_object" {
  category     = "data"
  severity     = "high"
  identity     = ["name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  disarmed_by = {
    event_based_hold = false
    temporary_hold   = false
  }
  recovery = "Comes back only from a version or within the soft-delete period. Copy it first."
}

resource "google_compute_disk" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  protected_by = {
    create_snapshot_before_destroy = true
    deletion_policy                = "PREVENT|ABANDON"
  }
  defaults       = { create_snapshot_before_destroy = false }
  final_snapshot = { create_snapshot_before_destroy = true }
  force_new      = ["size"]
  recovery       = "A disk comes back only from a snapshot. Take one first."
}

resource "google_compute_region_disk" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  protected_by = {
    create_snapshot_before_destroy = true
    deletion_policy                = "PREVENT|ABANDON"
  }
  defaults = { create_snapshot_before_destroy = false }
  recovery = "A disk comes back only from a snapshot. Take one first."
}

resource "google_filestore_instance" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  protected_by = {
    deletion_protection_enabled = true
    deletion_policy             = "PREVENT|ABANDON"
  }
  recovery = "Every file is gone, and its address changes. Take a backup first: snapshots go with the instance."
}

resource "google_netapp_volume" {
  category    = "data"
  severity    = "critical"
  identity    = ["name"]
  disarmed_by = { deletion_policy = "FORCE" }
  recovery    = "Files and snapshots are gone unless a backup vault holds them. Make a backup first."
}

resource "google_netapp_storage_pool" {
  category     = "data"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Its volumes must go first, with their files. Make backups first."
}

resource "google_logging_project_bucket_config" {
  category = "data"
  severity = "high"
  identity = ["bucket_id"]
  protected_by = {
    locked          = true
    deletion_policy = "PREVENT|ABANDON"
  }
  recovery = "Restorable for 7 days, then the log entries are gone. Copy them to a storage bucket first."

  lose "retention_days" {
    when = "shrinks"
    says = "Log entries older than that are deleted."
  }

  warn "locked" {
    to   = true
    says = "A locked bucket is never unlocked again."
  }
}

resource "google_logging_project_sink" {
  category     = "backup"
  severity     = "high"
  identity     = ["name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  disarmed_by  = { disabled = true }
  recovery     = "Log entries that arrive meanwhile are not copied, and the writer's identity may change."

  disarm "disabled" {
    to   = true
    says = "Log entries go nowhere from now on."
  }
}

resource "google_logging_organization_sink" {
  category     = "backup"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  disarmed_by  = { disabled = true }
  recovery     = "Log entries that arrive meanwhile are not copied, for the whole organization."

  disarm "disabled" {
    to   = true
    says = "Log entries go nowhere from now on."
  }
}

# Backups

resource "google_spanner_backup_schedule" {
  category     = "backup"
  severity     = "high"
  identity     = ["name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "No new backups are made from now on. Put the new schedule in place first."
}

resource "google_alloydb_backup" {
  category     = "backup"
  severity     = "critical"
  identity     = ["backup_id"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  backup_of    = { cluster_name = "google_alloydb_cluster" }
  recovery     = "A backup cannot be brought back."
}

resource "google_filestore_backup" {
  category     = "backup"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  backup_of    = { source_instance = "google_filestore_instance" }
  recovery     = "A backup cannot be brought back."
}

resource "google_netapp_backup" {
  category     = "backup"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  backup_of    = { volume_name = "google_netapp_volume", source_volume = "google_netapp_volume" }
  recovery     = "A backup cannot be brought back."
}

resource "google_netapp_backup_vault" {
  category = "backup"
  severity = "critical"
  identity = ["name"]
  protected_by = {
    deletion_policy                                                  = "PREVENT|ABANDON"
    "backup_retention_policy.backup_minimum_enforced_retention_days" = ">=1"
  }
  recovery = "Its backups must go first; they cannot be brought back."
}

resource "google_compute_snapshot" {
  category     = "backup"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  backup_of    = { source_disk = "google_compute_disk|google_compute_region_disk" }
  recovery     = "A snapshot cannot be brought back. Make another one first while the disk still lives."
}

resource "google_compute_machine_image" {
  category     = "backup"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  backup_of    = { source_instance = "google_compute_instance" }
  recovery     = "A machine image cannot be brought back."
}

resource "google_compute_image" {
  category     = "registry"
  severity     = "high"
  identity     = ["name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "New machines cannot start from it. Look for templates that name it."
}

resource "google_compute_resource_policy" {
  category     = "backup"
  severity     = "high"
  identity     = ["name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Disks with this schedule get no new snapshots. Attach the new policy first."

  lose "snapshot_schedule_policy.retention_policy.max_retention_days" {
    when = "shrinks"
    says = "Snapshots older than that are deleted."
  }
}

resource "google_backup_dr_backup_vault" {
  category = "backup"
  severity = "critical"
  identity = ["backup_vault_id"]
  protected_by = {
    deletion_policy                            = "PREVENT|ABANDON"
    backup_minimum_enforced_retention_duration = "set"
  }
  disarmed_by = {
    force_delete                  = true
    ignore_inactive_datasources   = true
    ignore_backup_plan_references = true
  }
  defaults = {
    force_delete                  = false
    ignore_backup_plan_references = false
    ignore_inactive_datasources   = false
  }
  recovery = "Backups in the vault are the last resort. Check that nothing in it is needed."
}

resource "google_backup_dr_backup_plan" {
  category     = "backup"
  severity     = "critical"
  identity     = ["backup_plan_id"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "What it covers is no longer backed up. Move it to another plan first."
}

resource "google_gke_backup_backup_plan" {
  category = "backup"
  severity = "critical"
  identity = ["name"]
  protected_by = {
    deactivated                                = false
    deletion_policy                            = "PREVENT|ABANDON"
    "retention_policy.locked"                  = true
    "backup_config.include_volume_data"        = true
    "retention_policy.backup_delete_lock_days" = ">=1"
  }
  recovery = "The cluster is no longer backed up, and the plan's backups must go first."

  lose "retention_policy.backup_retain_days" {
    when    = "shrinks"
    forever = [0]
    says    = "Backups made from now on are deleted sooner."
  }

  lose "deactivated" {
    to   = true
    says = "No more backups are made."
  }
}

# Keys, secrets and certificates

resource "google_kms_key_ring" {
  category     = "key"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "A key ring cannot be deleted: Terraform only forgets it, and the name cannot be used again."
}

resource "google_kms_crypto_key" {
  category = "key"
  severity = "critical"
  identity = ["name"]
  protected_by = {
    deletion_policy            = "PREVENT|ABANDON"
    destroy_scheduled_duration = "set"
    rotation_period            = "set"
  }
  backend   = { gcs = "kms_encryption_key" }
  force_new = ["destroy_scheduled_duration"]
  recovery  = "All its versions are destroyed; what they encrypted is unreadable once the waiting period of days has passed. Restore the versions before that."
}

resource "google_kms_crypto_key_version" {
  category = "key"
  severity = "critical"
  identity = ["name"]
  protected_by = {
    state           = "ENABLED"
    deletion_policy = "PREVENT|ABANDON"
  }
  recovery = "What this version encrypted is unreadable once its waiting period has passed. Restore it before that."

  lose "state" {
    to   = "DISABLED"
    says = "Nothing that it encrypted can be read until it is enabled again."
  }
}

resource "google_secret_manager_secret" {
  category = "secret"
  severity = "critical"
  identity = ["secret_id"]
  protected_by = {
    deletion_protection = true
    deletion_policy     = "PREVENT|ABANDON"
    version_destroy_ttl = "set"
  }
  defaults = { deletion_protection = false }
  recovery = "Every version is gone at once. Copy the current value to a safe place first."

  lose "ttl" {
    when    = "shrinks"
    forever = [null]
    says    = "The secret deletes itself then."
  }

  lose "expire_time" {
    when = "added"
    says = "The secret deletes itself then."
  }

  lose "expire_time" {
    when = "changes"
    says = "The secret deletes itself then."
  }

  disarm "version_destroy_ttl" {
    when = "removed"
    says = "A destroyed version is gone at once."
  }
}

resource "google_secret_manager_secret_version" {
  category = "secret"
  severity = "critical"
  identity = ["secret"]
  protected_by = {
    enabled         = true
    deletion_policy = "ABANDON|DISABLE"
  }
  defaults = { enabled = true }
  recovery = "The value is gone at once unless its secret delays destruction. Copy it to a safe place first."
}

resource "google_privateca_certificate_authority" {
  category = "key"
  severity = "critical"
  identity = ["certificate_authority_id"]
  protected_by = {
    deletion_protection = true
    deletion_policy     = "PREVENT|ABANDON"
  }
  disarmed_by = {
    skip_grace_period                      = true
    ignore_active_certificates_on_deletion = true
    desired_state                          = "DISABLED"
  }
  defaults = {
    deletion_protection                    = true
    ignore_active_certificates_on_deletion = false
    skip_grace_period                      = false
  }
  recovery = "Restorable for 30 days; after that every certificate below it has to be reissued."
}

resource "google_privateca_ca_pool" {
  category     = "key"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "No certificates can be issued until a pool is back."
}

resource "google_certificate_manager_certificate" {
  category     = "secret"
  severity     = "high"
  identity     = ["name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Sites that use it fail until another is attached and issued."
}

resource "google_compute_ssl_certificate" {
  category     = "secret"
  severity     = "high"
  identity     = ["name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "A private key that was uploaded cannot be read back. Keep it elsewhere first."
}

resource "google_compute_managed_ssl_certificate" {
  category     = "secret"
  severity     = "high"
  identity     = ["name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "A new one takes up to an hour to be issued, once DNS points there."
}

resource "google_apikeys_key" {
  category     = "secret"
  severity     = "high"
  identity     = ["name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Restorable for 30 days. Applications that carry the key fail at once."
}

# Projects, and who may do what

resource "google_project" {
  category     = "identity"
  severity     = "critical"
  identity     = ["project_id"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  container    = "everything in the project"
  recovery     = "Everything in the project stops now and is gone after 30 days; until then gcloud projects undelete brings most of it back. The id is never free again."

  lose "billing_account" {
    when = "removed"
    says = "Without billing the project's services stop, and some of what it holds is deleted."
  }
}

resource "google_folder" {
  category = "identity"
  severity = "critical"
  identity = ["display_name"]
  protected_by = {
    deletion_protection = true
    deletion_policy     = "PREVENT|ABANDON"
  }
  defaults  = { deletion_protection = true }
  container = "the projects of the folder"
  recovery  = "Restorable for 30 days. Its projects must be moved first."
}

resource "google_project_service" {
  category = "other"
  severity = "high"
  identity = ["service"]
  protected_by = {
    disable_on_destroy = false
    deletion_policy    = "PREVENT|ABANDON"
  }
  disarmed_by = { disable_dependent_services = true }
  recovery    = "Disabling a service may delete what was made with it. Set disable_on_destroy to false first."
}

resource "google_project_iam_policy" {
  category = "identity"
  severity = "critical"
  identity = ["project"]
  recovery = "Every grant on the project is replaced at once: you may lock yourself out. Compare the policies first."

  lose "policy_data" {
    when = "changes"
    says = "Every binding that is not listed loses its rights, owners and service agents too."
  }

  overwrite {
    onto = { project = "google_project.project_id" }
    says = "Every binding that is not listed loses its rights, owners and service agents too."
  }
}

resource "google_folder_iam_policy" {
  category = "identity"
  severity = "critical"
  identity = ["folder"]
  recovery = "Every grant on the folder is replaced at once. Compare the policies first."

  lose "policy_data" {
    when = "changes"
    says = "Every binding that is not listed loses its rights, owners and service agents too."
  }

  overwrite {
    onto = { folder = "any" }
    says = "Every binding that is not listed loses its rights, owners and service agents too."
  }
}

resource "google_organization_iam_policy" {
  category = "identity"
  severity = "critical"
  identity = ["org_id"]
  recovery = "Every grant on the organization is replaced at once: you may lock everybody out."

  lose "policy_data" {
    when = "changes"
    says = "Every binding that is not listed loses its rights, owners and service agents too."
  }

  overwrite {
    says = "Every binding that is not listed loses its rights, owners and service agents too."
  }
}

resource "google_project_iam_binding" {
  category = "identity"
  severity = "high"
  identity = ["role"]
  recovery = "Everybody who holds the role on the project loses it, also those granted elsewhere."

  overwrite {
    onto = { project = "google_project.project_id" }
    says = "Everybody who is not listed loses the role."
  }
}

resource "google_service_account" {
  category     = "identity"
  severity     = "critical"
  identity     = ["email", "account_id"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  disarmed_by  = { disabled = true }
  defaults     = { disabled = false }
  recovery     = "Undeletable for 30 days by its number. An account of the same name is another principal: old grants do not return."
}

resource "google_service_account_key" {
  category     = "secret"
  severity     = "high"
  identity     = ["name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Whoever carries the key fails at once, and it cannot be had again."
}

resource "google_iam_workload_identity_pool" {
  category = "identity"
  severity = "critical"
  identity = ["workload_identity_pool_id"]
  protected_by = {
    disabled        = false
    deletion_policy = "PREVENT|ABANDON"
  }
  recovery = "Pipelines that sign in through it fail at once. Restorable for 30 days, and the name stays taken."
}

resource "google_iam_workload_identity_pool_provider" {
  category = "identity"
  severity = "critical"
  identity = ["workload_identity_pool_provider_id"]
  protected_by = {
    disabled        = false
    deletion_policy = "PREVENT|ABANDON"
  }
  recovery = "Pipelines that sign in through it fail at once. Restorable for 30 days, and the name stays taken."
}

resource "google_resource_manager_lien" {
  category     = "other"
  severity     = "critical"
  identity     = ["reason", "name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  lock         = true
  recovery     = "The project can be deleted again. Ask whoever placed the lien."
}

resource "google_org_policy_policy" {
  category     = "identity"
  severity     = "high"
  identity     = ["name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "What the policy forbade is allowed again."
}

resource "google_identity_platform_tenant" {
  category     = "identity"
  severity     = "critical"
  identity     = ["display_name", "name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "All its users are gone. Export them with their password hashes first."
}

resource "google_access_context_manager_service_perimeter" {
  category     = "identity"
  severity     = "high"
  identity     = ["title"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Data behind the perimeter can be reached from outside at once."
}

# Names and networks

resource "google_dns_managed_zone" {
  category     = "dns"
  severity     = "critical"
  identity     = ["dns_name", "name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  disarmed_by  = { force_destroy = true }
  defaults     = { force_destroy = false }
  recovery     = "A new zone may have other name servers: the registrar must be told. Export the records first."
}

resource "google_dns_record_set" {
  category     = "dns"
  severity     = "high"
  identity     = ["name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "The name stops resolving as caches run out. Write the record's values down first."
}

resource "google_clouddomains_registration" {
  category     = "dns"
  severity     = "critical"
  identity     = ["domain_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "The registration may end: somebody else could take the name."

  overwrite {
    effect = "warn"
    says   = "It buys the domain."
  }
}

resource "google_compute_network" {
  category     = "network"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Everything in the network must go first and be built again."
}

resource "google_compute_subnetwork" {
  category     = "network"
  severity     = "high"
  identity     = ["name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Everything in the subnetwork must go first and be built again with other addresses."
}

resource "google_compute_address" {
  category     = "network"
  severity     = "high"
  identity     = ["name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "A released address is rarely had again. Look for DNS records and allow lists that name it."
}

resource "google_compute_global_address" {
  category     = "network"
  severity     = "high"
  identity     = ["name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "A released address is rarely had again. Look for DNS records and allow lists that name it."
}

resource "google_compute_firewall" {
  category     = "network"
  severity     = "medium"
  identity     = ["name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  disarmed_by  = { disabled = true }
  recovery     = "Until the next apply brings it back, traffic that needs it stops."
}

resource "google_compute_router" {
  category     = "network"
  severity     = "high"
  identity     = ["name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "NAT and VPN through it stop."
}

resource "google_compute_router_nat" {
  category     = "network"
  severity     = "high"
  identity     = ["name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Outgoing traffic stops, and the addresses partners have allowed may change."
}

resource "google_compute_vpn_tunnel" {
  category     = "network"
  severity     = "high"
  identity     = ["name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Traffic to the other side stops until both ends are configured again."
}

resource "google_compute_ha_vpn_gateway" {
  category     = "network"
  severity     = "high"
  identity     = ["name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Its addresses change: the other side must be configured again."
}

resource "google_compute_interconnect" {
  category     = "network"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Ends the contract for the physical line; a new one takes weeks."
}

resource "google_compute_interconnect_attachment" {
  category = "network"
  severity = "critical"
  identity = ["name"]
  protected_by = {
    deletion_policy = "PREVENT|ABANDON"
    admin_enabled   = true
  }
  defaults = { admin_enabled = true }
  recovery = "The data centre loses this network."
}

resource "google_compute_shared_vpc_host_project" {
  category     = "network"
  severity     = "critical"
  identity     = ["project"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Every service project loses the shared network."
}

resource "google_compute_network_peering" {
  category     = "network"
  severity     = "high"
  identity     = ["name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Traffic between the two networks stops."
}

resource "google_service_networking_connection" {
  category     = "network"
  severity     = "critical"
  identity     = ["service"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Managed databases reached through it lose their private address."
}

resource "google_compute_forwarding_rule" {
  category     = "network"
  severity     = "high"
  identity     = ["name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Traffic stops, and an address that is not reserved is given back."
}

resource "google_compute_global_forwarding_rule" {
  category     = "network"
  severity     = "high"
  identity     = ["name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Traffic stops, and an address that is not reserved is given back."
}

resource "google_compute_backend_service" {
  category     = "network"
  severity     = "high"
  identity     = ["name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "What it serves is away until it is back."
}

resource "google_compute_security_policy" {
  category     = "network"
  severity     = "high"
  identity     = ["name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "What it protects is open until it is attached again."
}

# What runs the work

resource "google_container_cluster" {
  category = "cluster"
  severity = "critical"
  identity = ["name"]
  protected_by = {
    deletion_protection = true
    deletion_policy     = "PREVENT|ABANDON"
  }
  defaults = { deletion_protection = true }
  recovery = "Everything inside the cluster is gone, with its endpoint and certificate; volumes may stay behind. Back up with Backup for GKE first."

  warn "min_master_version" {
    when = "changes"
    says = "A newer Kubernetes version cannot be taken back."
  }
}

resource "google_container_node_pool" {
  category     = "cluster"
  severity     = "high"
  identity     = ["name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Its pods are evicted; there may be nowhere for them to go. Add the new pool first."

  lose "node_count" {
    to   = 0
    says = "Every node of the pool goes."
  }
}

resource "google_compute_instance" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  protected_by = {
    deletion_protection     = true
    deletion_policy         = "PREVENT|ABANDON"
    "boot_disk.auto_delete" = false
  }
  disarmed_by = { allow_stopping_for_update = true }
  defaults    = { deletion_protection = false }
  force_new   = ["boot_disk"]
  recovery    = "Disks that go with the machine are gone, and its addresses change. Take snapshots first."

  warn "machine_type" {
    when = "changes"
    says = "The instance is stopped and started; what is on a local SSD is gone."
  }
}

resource "google_compute_instance_group_manager" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  protected_by = {
    deletion_policy             = "PREVENT|ABANDON"
    "stateful_disk.delete_rule" = "NEVER"
  }
  disarmed_by = { target_size = 0 }
  recovery    = "All its machines end at once, stateful disks with them. Add the new group first."
}

resource "google_compute_region_instance_group_manager" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  protected_by = {
    deletion_policy             = "PREVENT|ABANDON"
    "stateful_disk.delete_rule" = "NEVER"
  }
  disarmed_by = { target_size = 0 }
  recovery    = "All its machines end at once, stateful disks with them. Add the new group first."
}

resource "google_cloud_run_v2_service" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  protected_by = {
    deletion_protection = true
    deletion_policy     = "PREVENT|ABANDON"
  }
  defaults = { deletion_protection = true }
  recovery = "The service stops; its address comes back only under the same name."
}

resource "google_cloud_run_service" {
  category     = "cluster"
  severity     = "high"
  identity     = ["name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "The service stops; its address comes back only under the same name."
}

resource "google_app_engine_application" {
  category = "data"
  severity = "critical"
  identity = ["project", "id"]
  recovery = "Terraform only forgets it: an App Engine application cannot be deleted, nor moved to another region."
}

resource "google_composer_environment" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  protected_by = {
    deletion_policy                                      = "PREVENT|ABANDON"
    "recovery_config.scheduled_snapshots_config.enabled" = true
  }
  recovery = "Runs, variables and connections are gone; the bucket with the DAGs stays. Save a snapshot first."
}

resource "google_dataproc_cluster" {
  category     = "cluster"
  severity     = "high"
  identity     = ["name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "What is on the cluster's own HDFS is gone. Copy it to a bucket first."
}

resource "google_workbench_instance" {
  category = "data"
  severity = "high"
  identity = ["name"]
  protected_by = {
    deletion_policy            = "PREVENT|ABANDON"
    enable_deletion_protection = true
  }
  recovery = "Notebooks on its disk are gone. Copy them first."
}

resource "google_data_fusion_instance" {
  category     = "data"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Pipelines and connections are gone. Export them first."
}

resource "google_deployment_manager_deployment" {
  category     = "data"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  disarmed_by  = { delete_policy = "DELETE" }
  defaults     = { delete_policy = "DELETE" }
  container    = "everything it deployed"
  recovery     = "Every resource of the deployment goes with it, whatever it is."
}

# Images, queues and search

resource "google_artifact_registry_repository" {
  category = "registry"
  severity = "critical"
  identity = ["repository_id"]
  protected_by = {
    deletion_policy                = "PREVENT|ABANDON"
    "docker_config.immutable_tags" = true
  }
  disarmed_by = { cleanup_policy_dry_run = false }
  recovery    = "Every image and package is gone; what runs from it cannot start again. Copy them first."

  lose "cleanup_policies" {
    when = "added"
    key  = "id"
    says = "Images and packages that the new policy is about are deleted."
  }
}

resource "google_pubsub_topic" {
  category     = "queue"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Subscriptions lose their source for good, even when a topic of the same name returns."

  lose "message_retention_duration" {
    when = "shrinks"
    says = "Messages older than that can no longer be read."
  }
}

resource "google_pubsub_subscription" {
  category     = "queue"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  force_new    = ["filter"]
  recovery     = "Messages not yet read are gone. Let the readers catch up first."

  lose "message_retention_duration" {
    when = "shrinks"
    says = "Messages older than that can no longer be read."
  }

  lose "retain_acked_messages" {
    to   = false
    says = "Messages that were read cannot be played again."
  }

  lose "expiration_policy.ttl" {
    when    = "shrinks"
    forever = [null]
    says    = "A subscription that is idle for that long deletes itself."
  }
}

resource "google_cloud_tasks_queue" {
  category = "queue"
  severity = "high"
  identity = ["name"]
  protected_by = {
    deletion_policy = "PREVENT|ABANDON"
    desired_state   = "RUNNING"
  }
  defaults = { desired_state = "RUNNING" }
  recovery = "Waiting tasks are gone, and the name is blocked for days."
}

resource "google_vertex_ai_index" {
  category     = "data"
  severity     = "critical"
  identity     = ["display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "The index has to be built again from its data."
}

resource "google_vertex_ai_dataset" {
  category     = "data"
  severity     = "critical"
  identity     = ["display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Labels and annotations are gone. Export them first."
}

# A new one is as good as the old

resource "google_compute_instance_template" {
  category = "cluster"
  severity = "low"
  identity = ["template_id", "name", "display_name"]
  recovery = "A new one has another id; whatever refers to the old one has to follow."
}

resource "google_compute_region_instance_template" {
  category = "cluster"
  severity = "low"
}

resource "google_compute_health_check" {
  category = "network"
  severity = "low"
}

resource "google_compute_http_health_check" {
  category = "network"
  severity = "low"
}

resource "google_monitoring_alert_policy" {
  category = "other"
  severity = "low"
  identity = ["policy_id", "name", "display_name"]
  protected_by = {
    enabled         = true
    deletion_policy = "PREVENT|ABANDON"
  }
  defaults = { enabled = true }
  recovery = "The next apply brings it back; until then it does nothing."
}

resource "google_monitoring_dashboard" {
  category     = "other"
  severity     = "low"
  identity     = ["dashboard_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "The next apply brings it back; until then it does nothing."
}

resource "google_project_iam_member" {
  category = "identity"
  severity = "low"
  identity = ["member_id", "name", "display_name"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "google_service_account_iam_member" {
  category = "identity"
  severity = "low"
}

resource "google_storage_bucket_iam_member" {
  category = "identity"
  severity = "low"
}

resource "google_cloud_run_v2_service_iam_member" {
  category = "identity"
  severity = "low"
}

# More that holds data

resource "google_apigee_environment" {
  category     = "data"
  severity     = "high"
  identity     = ["environment_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "google_apigee_organization" {
  category = "data"
  severity = "critical"
  identity = ["organization_id", "name", "display_name"]
  protected_by = {
    retention       = "DELETION_RETENTION_UNSPECIFIED"
    deletion_policy = "PREVENT|ABANDON"
  }
  defaults = { retention = "DELETION_RETENTION_UNSPECIFIED" }
  recovery = "For 7 days it can still be brought back, by hand and under its old name; after that nothing does."
}

resource "google_backup_dr_restore_workload" {
  category = "data"
  severity = "high"
  identity = ["workload_id", "name", "display_name"]
  protected_by = {
    "compute_instance_restore_properties.deletion_protection" = true
    deletion_policy                                           = "PREVENT|ABANDON"
  }
  disarmed_by = { delete_restored_instance = true }
  defaults    = { delete_restored_instance = true }
  recovery    = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "google_biglake_catalog" {
  category     = "data"
  severity     = "high"
  identity     = ["catalog_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "google_biglake_table" {
  category     = "data"
  severity     = "high"
  identity     = ["table_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "google_bigquery_analytics_hub_data_exchange" {
  category     = "data"
  severity     = "high"
  identity     = ["exchange_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "google_bigquery_analytics_hub_listing" {
  category     = "data"
  severity     = "high"
  identity     = ["listing_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  disarmed_by  = { delete_commercial = true }
  recovery     = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "google_bigtable_gc_policy" {
  category     = "data"
  severity     = "high"
  identity     = ["policy_id", "name", "display_name"]
  protected_by = { deletion_policy = "ABANDON" }
  force_new    = ["max_age"]
  recovery     = "The next apply brings back its configuration; until then what relies on it fails."
}

resource "google_bigtable_logical_view" {
  category = "data"
  severity = "medium"
  identity = ["view_id", "name", "display_name"]
  protected_by = {
    deletion_protection = true
    deletion_policy     = "PREVENT|ABANDON"
  }
  recovery = "The next apply brings back its configuration; until then what relies on it fails."
}

resource "google_bigtable_materialized_view" {
  category = "data"
  severity = "high"
  identity = ["view_id", "name", "display_name"]
  protected_by = {
    deletion_protection = true
    deletion_policy     = "PREVENT|ABANDON"
  }
  recovery = "The next apply brings back its configuration; until then what relies on it fails."
}

resource "google_blockchain_node_engine_blockchain_nodes" {
  category     = "data"
  severity     = "high"
  identity     = ["nodes_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "google_chronicle_data_table" {
  category     = "data"
  severity     = "high"
  identity     = ["table_id", "name", "display_name"]
  protected_by = { deletion_policy = "DEFAULT" }
  recovery     = "It is not deleted while it holds anything; emptied, nothing brings that back."
}

resource "google_chronicle_environment" {
  category = "data"
  severity = "high"
  identity = ["environment_id", "name", "display_name"]
  protected_by = {
    deletion_protection = true
    deletion_policy     = "PREVENT|ABANDON"
  }
  defaults = { deletion_protection = true }
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "google_chronicle_rule" {
  category     = "data"
  severity     = "high"
  identity     = ["rule_id", "name", "display_name"]
  protected_by = { deletion_policy = "DEFAULT" }
  recovery     = "It is not deleted while it holds anything; emptied, nothing brings that back."
}

resource "google_compute_attached_disk" {
  category     = "data"
  severity     = "medium"
  identity     = ["disk_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "The next apply brings back its configuration; until then what relies on it fails."
}

resource "google_compute_storage_pool" {
  category = "data"
  severity = "critical"
  identity = ["pool_id", "name", "display_name"]
  protected_by = {
    deletion_protection = true
    deletion_policy     = "PREVENT|ABANDON"
  }
  defaults = { deletion_protection = true }
  recovery = "It is not deleted while it holds anything; emptied, nothing brings that back."
}

resource "google_config_deployment" {
  category     = "data"
  severity     = "critical"
  identity     = ["deployment_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  disarmed_by  = { force_destroy = true }
  defaults     = { force_destroy = false }
  container    = "everything it deployed"
  recovery     = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "google_data_catalog_entry_group" {
  category     = "data"
  severity     = "medium"
  identity     = ["group_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "google_data_catalog_tag_template" {
  category     = "data"
  severity     = "high"
  identity     = ["template_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  disarmed_by  = { force_delete = true }
  defaults     = { force_delete = false }
  recovery     = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "google_dataform_repository" {
  category     = "data"
  severity     = "high"
  identity     = ["repository_id", "name", "display_name"]
  protected_by = { deletion_policy = "DELETE" }
  recovery     = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "google_dataplex_glossary" {
  category     = "data"
  severity     = "medium"
  identity     = ["glossary_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "google_dataplex_lake" {
  category     = "data"
  severity     = "high"
  identity     = ["lake_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "It is not deleted while it holds anything; emptied, nothing brings that back."
}

resource "google_dataplex_zone" {
  category     = "data"
  severity     = "high"
  identity     = ["zone_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "It is not deleted while it holds anything; emptied, nothing brings that back."
}

resource "google_dataproc_metastore_federation" {
  category = "data"
  severity = "medium"
  identity = ["federation_id", "name", "display_name"]
  protected_by = {
    deletion_protection = true
    deletion_policy     = "PREVENT|ABANDON"
  }
  defaults = { deletion_protection = false }
  recovery = "The next apply brings back its configuration; until then what relies on it fails."
}

resource "google_dataproc_metastore_service" {
  category = "data"
  severity = "critical"
  identity = ["service_id", "name", "display_name"]
  protected_by = {
    deletion_protection = true
    deletion_policy     = "PREVENT|ABANDON"
  }
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "google_dialogflow_agent" {
  category     = "data"
  severity     = "critical"
  identity     = ["agent_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "google_dialogflow_cx_agent" {
  category     = "data"
  severity     = "critical"
  identity     = ["agent_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  disarmed_by  = { delete_chat_engine_on_destroy = true }
  defaults     = { delete_chat_engine_on_destroy = false }
  recovery     = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "google_discovery_engine_data_store" {
  category     = "data"
  severity     = "critical"
  identity     = ["store_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "google_discovery_engine_search_engine" {
  category     = "data"
  severity     = "high"
  identity     = ["engine_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "google_document_ai_processor" {
  category     = "data"
  severity     = "high"
  identity     = ["processor_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "google_firebase_data_connect_service" {
  category     = "data"
  severity     = "high"
  identity     = ["service_id", "name", "display_name"]
  protected_by = { deletion_policy = "DEFAULT" }
  recovery     = "It is not deleted while it holds anything; emptied, nothing brings that back."
}

resource "google_firebase_database_instance" {
  category = "data"
  severity = "critical"
  identity = ["instance_id", "name", "display_name"]
  protected_by = {
    desired_state   = "ACTIVE"
    deletion_policy = "PREVENT|ABANDON"
  }
  recovery = "For 20 days it can still be brought back, by hand and under its old name; after that nothing does."
}

resource "google_firestore_document" {
  category     = "data"
  severity     = "high"
  identity     = ["document_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "google_firestore_field" {
  category     = "data"
  severity     = "high"
  identity     = ["field_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "The next apply brings back its configuration; until then what relies on it fails."

  lose "ttl_config" {
    when = "added"
    says = "Documents whose time is over are deleted."
  }
}

resource "google_firestore_index" {
  category     = "data"
  severity     = "medium"
  identity     = ["index_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "The next apply brings back its configuration; until then what relies on it fails."
}

resource "google_gemini_code_repository_index" {
  category     = "data"
  severity     = "medium"
  identity     = ["index_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  disarmed_by  = { force_destroy = true }
  defaults     = { force_destroy = false }
  recovery     = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "google_healthcare_consent_store" {
  category     = "data"
  severity     = "critical"
  identity     = ["store_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "google_healthcare_hl7_v2_store" {
  category     = "data"
  severity     = "critical"
  identity     = ["store_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "google_logging_folder_bucket_config" {
  category     = "data"
  severity     = "high"
  identity     = ["config_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Nothing is deleted outside: Terraform lets go of it, and nobody looks after it."

  lose "retention_days" {
    when = "shrinks"
    says = "Log entries older than that are deleted."
  }

  warn "locked" {
    to   = true
    says = "A locked bucket is never unlocked again."
  }
}

resource "google_logging_organization_bucket_config" {
  category     = "data"
  severity     = "high"
  identity     = ["config_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Nothing is deleted outside: Terraform lets go of it, and nobody looks after it."

  lose "retention_days" {
    when = "shrinks"
    says = "Log entries older than that are deleted."
  }

  warn "locked" {
    to   = true
    says = "A locked bucket is never unlocked again."
  }
}

resource "google_looker_instance" {
  category     = "data"
  severity     = "critical"
  identity     = ["instance_id", "name", "display_name"]
  protected_by = { deletion_policy = "DEFAULT" }
  recovery     = "For a while it can still be brought back, by hand: note its name and the time of the deletion."
}

resource "google_lustre_instance" {
  category     = "data"
  severity     = "critical"
  identity     = ["instance_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "google_memcache_instance" {
  category = "data"
  severity = "medium"
  identity = ["instance_id", "name", "display_name"]
  protected_by = {
    deletion_protection = true
    deletion_policy     = "PREVENT|ABANDON"
  }
  recovery = "It fills up again by itself; until then everything behind it is slower."
}

resource "google_migration_center_group" {
  category     = "data"
  severity     = "medium"
  identity     = ["group_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "google_monitoring_metric_descriptor" {
  category     = "data"
  severity     = "high"
  identity     = ["descriptor_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "What it has recorded so far is gone. Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "google_notebooks_instance" {
  category = "data"
  severity = "high"
  identity = ["instance_id", "name", "display_name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "google_notebooks_runtime" {
  category = "data"
  severity = "high"
  identity = ["runtime_id", "name", "display_name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "google_oracle_database_autonomous_database" {
  category = "data"
  severity = "critical"
  identity = ["database_id", "name", "display_name"]
  protected_by = {
    deletion_protection = true
    deletion_policy     = "PREVENT|ABANDON"
  }
  defaults = { deletion_protection = true }
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "google_oracle_database_cloud_vm_cluster" {
  category = "data"
  severity = "critical"
  identity = ["cluster_id", "name", "display_name"]
  protected_by = {
    deletion_protection = true
    deletion_policy     = "PREVENT|ABANDON"
  }
  defaults = { deletion_protection = true }
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "google_oracle_database_db_system" {
  category = "data"
  severity = "critical"
  identity = ["system_id", "name", "display_name"]
  protected_by = {
    deletion_protection = true
    deletion_policy     = "PREVENT|ABANDON"
  }
  defaults = { deletion_protection = true }
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "google_oracle_database_exadb_vm_cluster" {
  category = "data"
  severity = "critical"
  identity = ["cluster_id", "name", "display_name"]
  protected_by = {
    deletion_protection = true
    deletion_policy     = "PREVENT|ABANDON"
  }
  defaults = { deletion_protection = true }
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "google_oracle_database_exascale_db_storage_vault" {
  category = "data"
  severity = "critical"
  identity = ["vault_id", "name", "display_name"]
  protected_by = {
    deletion_protection = true
    deletion_policy     = "PREVENT|ABANDON"
  }
  defaults = { deletion_protection = true }
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "google_oracle_database_goldengate_deployment" {
  category     = "data"
  severity     = "high"
  identity     = ["deployment_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT" }
  recovery     = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "google_parallelstore_instance" {
  category     = "data"
  severity     = "critical"
  identity     = ["instance_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "google_secure_source_manager_instance" {
  category     = "data"
  severity     = "critical"
  identity     = ["instance_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT" }
  recovery     = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "google_secure_source_manager_repository" {
  category     = "data"
  severity     = "critical"
  identity     = ["repository_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT" }
  recovery     = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "google_sourcerepo_repository" {
  category     = "data"
  severity     = "critical"
  identity     = ["repository_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "google_spanner_instance_partition" {
  category     = "data"
  severity     = "critical"
  identity     = ["partition_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "google_storage_batch_operations_job" {
  category = "data"
  severity = "critical"
  identity = ["job_id", "name", "display_name"]
  protected_by = {
    delete_protection = true
    deletion_policy   = "PREVENT|ABANDON"
  }
  disarmed_by = { "delete_object.permanent_object_deletion_enabled" = true }
  defaults    = { delete_protection = true }
  recovery    = "Nothing brings back what it holds. Export it, or take a snapshot, first."

  overwrite {
    where = { delete_object = "set" }
    says  = "The job deletes objects as soon as it exists."
  }
}

resource "google_storage_folder" {
  category     = "data"
  severity     = "high"
  identity     = ["folder_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  disarmed_by  = { force_destroy = true }
  defaults     = { force_destroy = false }
  recovery     = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "google_storage_managed_folder" {
  category     = "data"
  severity     = "high"
  identity     = ["folder_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  disarmed_by  = { force_destroy = true }
  defaults     = { force_destroy = false }
  recovery     = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "google_vertex_ai_feature_group" {
  category     = "data"
  severity     = "medium"
  identity     = ["group_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "The next apply brings back its configuration; until then what relies on it fails."
}

resource "google_vertex_ai_feature_online_store" {
  category     = "data"
  severity     = "critical"
  identity     = ["store_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  disarmed_by  = { force_destroy = true }
  defaults     = { force_destroy = false }
  recovery     = "It is not deleted while it holds anything; emptied, nothing brings that back."
}

resource "google_vertex_ai_featurestore" {
  category     = "data"
  severity     = "critical"
  identity     = ["featurestore_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  disarmed_by  = { force_destroy = true }
  defaults     = { force_destroy = false }
  recovery     = "It is not deleted while it holds anything; emptied, nothing brings that back."
}

resource "google_vertex_ai_featurestore_entitytype" {
  category     = "data"
  severity     = "critical"
  identity     = ["entitytype_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "google_vertex_ai_metadata_store" {
  category     = "data"
  severity     = "high"
  identity     = ["store_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "google_vertex_ai_reasoning_engine" {
  category    = "data"
  severity    = "high"
  identity    = ["engine_id", "name", "display_name"]
  disarmed_by = { deletion_policy = "FORCE" }
  recovery    = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "google_vertex_ai_tensorboard" {
  category     = "data"
  severity     = "high"
  identity     = ["tensorboard_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "google_vmwareengine_cluster" {
  category     = "data"
  severity     = "critical"
  identity     = ["cluster_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "google_vmwareengine_private_cloud" {
  category = "data"
  severity = "critical"
  identity = ["cloud_id", "name", "display_name"]
  protected_by = {
    deletion_delay_hours = ">=8"
    deletion_policy      = "PREVENT|ABANDON"
  }
  disarmed_by = { send_deletion_delay_hours_if_zero = true }
  recovery    = "For a while it can still be brought back, by hand: note its name and the time of the deletion."
}

resource "google_workstations_workstation" {
  category     = "data"
  severity     = "high"
  identity     = ["workstation_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "What is using it loses its disk in the middle of work. Stop that first."
}

resource "google_workstations_workstation_config" {
  category = "data"
  severity = "high"
  identity = ["config_id", "name", "display_name"]
  protected_by = {
    "persistent_directories.gce_pd.reclaim_policy" = "RETAIN"
    deletion_policy                                = "PREVENT|ABANDON"
  }
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

# Backups, and what makes them

resource "google_backup_dr_backup_plan_association" {
  category     = "backup"
  severity     = "critical"
  identity     = ["association_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Until the next apply brings it back, nothing is backed up by it."
}

resource "google_backup_dr_management_server" {
  category     = "backup"
  severity     = "critical"
  identity     = ["server_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "These copies are gone for good. Make sure that what they were made of is still there."
}

resource "google_cloud_asset_organization_feed" {
  category     = "backup"
  severity     = "medium"
  identity     = ["feed_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Until the next apply brings it back, nothing is backed up by it."
}

resource "google_compute_disk_async_replication" {
  category     = "backup"
  severity     = "high"
  identity     = ["replication_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Until the next apply brings it back, nothing is backed up by it."
}

resource "google_compute_disk_resource_policy_attachment" {
  category     = "backup"
  severity     = "high"
  identity     = ["attachment_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "What is using it loses its disk in the middle of work. Stop that first."
}

resource "google_compute_instant_snapshot" {
  category     = "backup"
  severity     = "high"
  identity     = ["snapshot_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  backup_of    = { source_disk = "google_compute_disk|google_compute_region_disk" }
  recovery     = "These copies are gone for good. Make sure that what they were made of is still there."
}

resource "google_compute_region_disk_resource_policy_attachment" {
  category     = "backup"
  severity     = "high"
  identity     = ["attachment_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Until the next apply brings it back, nothing is backed up by it."
}

resource "google_compute_region_instant_snapshot" {
  category     = "backup"
  severity     = "high"
  identity     = ["snapshot_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  backup_of    = { source_disk = "google_compute_disk|google_compute_region_disk" }
  recovery     = "These copies are gone for good. Make sure that what they were made of is still there."
}

resource "google_filestore_snapshot" {
  category     = "backup"
  severity     = "high"
  identity     = ["snapshot_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  backup_of    = { instance = "google_filestore_instance" }
  recovery     = "These copies are gone for good. Make sure that what they were made of is still there."
}

resource "google_firestore_backup_schedule" {
  category     = "backup"
  severity     = "critical"
  identity     = ["schedule_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Until the next apply brings it back, nothing is backed up by it."
}

resource "google_gke_backup_restore_plan" {
  category     = "backup"
  severity     = "medium"
  identity     = ["plan_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Until the next apply brings it back, nothing is backed up by it."
}

resource "google_logging_folder_sink" {
  category     = "backup"
  severity     = "high"
  identity     = ["sink_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "A new one has another id; whatever refers to the old one has to follow."

  disarm "disabled" {
    to   = true
    says = "Log entries go nowhere from now on."
  }
}

resource "google_netapp_backup_policy" {
  category = "backup"
  severity = "high"
  identity = ["policy_id", "name", "display_name"]
  protected_by = {
    enabled         = true
    deletion_policy = "PREVENT|ABANDON"
  }
  defaults = { enabled = true }
  recovery = "Until the next apply brings it back, nothing is backed up by it."
}

resource "google_netapp_volume_replication" {
  category     = "backup"
  severity     = "high"
  identity     = ["replication_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  disarmed_by = {
    delete_destination_volume = true
    force_stopping            = true
  }
  defaults = {
    delete_destination_volume = false
    force_stopping            = false
  }
  recovery = "Until the next apply brings it back, nothing is backed up by it."
}

resource "google_netapp_volume_snapshot" {
  category     = "backup"
  severity     = "high"
  identity     = ["snapshot_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  backup_of    = { volume_name = "google_netapp_volume", source_volume = "google_netapp_volume" }
  recovery     = "These copies are gone for good. Make sure that what they were made of is still there."
}

resource "google_project_iam_audit_config" {
  category = "backup"
  severity = "high"
  identity = ["config_id", "name", "display_name"]
  recovery = "Until the next apply brings it back, nothing is backed up by it."
}

# Keys

resource "google_kms_autokey_config" {
  category     = "key"
  severity     = "medium"
  identity     = ["config_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Until the next apply brings it back, what needs the key fails."
}

resource "google_kms_ekm_connection" {
  category     = "key"
  severity     = "critical"
  identity     = ["connection_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Until the next apply brings it back, what needs the key fails."
}

resource "google_kms_key_ring_import_job" {
  category     = "key"
  severity     = "medium"
  identity     = ["job_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "What it encrypted can never be read again. Find out what uses it, and re-encrypt that first."
}

resource "google_netapp_kmsconfig" {
  category     = "key"
  severity     = "critical"
  identity     = ["kmsconfig_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "What it encrypted can never be read again. Find out what uses it, and re-encrypt that first."
}

# Secrets

resource "google_apigee_environment_keyvaluemaps" {
  category     = "secret"
  severity     = "high"
  identity     = ["keyvaluemaps_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "google_bigquery_connection" {
  category     = "secret"
  severity     = "medium"
  identity     = ["connection_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "A new one has another value; give it to whoever uses the old one first."
}

resource "google_cloudbuildv2_connection" {
  category     = "secret"
  severity     = "medium"
  identity     = ["connection_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Somebody has to sign in by hand again to connect it."
}

resource "google_iap_client" {
  category = "secret"
  severity = "high"
  identity = ["client_id", "name", "display_name"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "google_integration_connectors_connection" {
  category     = "secret"
  severity     = "medium"
  identity     = ["connection_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "The next apply brings it back; until then what needs it fails."
}

resource "google_oracle_database_goldengate_connection" {
  category = "secret"
  severity = "medium"
  identity = ["connection_id", "name", "display_name"]
  protected_by = {
    deletion_protection = true
    deletion_policy     = "PREVENT|ABANDON"
  }
  defaults = { deletion_protection = true }
  recovery = "The next apply brings it back; until then what needs it fails."
}

resource "google_parameter_manager_parameter" {
  category     = "secret"
  severity     = "high"
  identity     = ["parameter_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "google_parameter_manager_parameter_version" {
  category     = "secret"
  severity     = "high"
  identity     = ["version_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "google_privateca_certificate" {
  category     = "secret"
  severity     = "high"
  identity     = ["certificate_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "What it stood for is revoked, and whoever relies on it is turned away."
}

resource "google_recaptcha_enterprise_key" {
  category     = "secret"
  severity     = "medium"
  identity     = ["key_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "google_secret_manager_regional_secret" {
  category = "secret"
  severity = "critical"
  identity = ["secret_id", "name", "display_name"]
  protected_by = {
    deletion_protection = true
    version_destroy_ttl = "set"
    deletion_policy     = "PREVENT|ABANDON"
  }
  defaults = { deletion_protection = false }
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "google_secret_manager_regional_secret_version" {
  category     = "secret"
  severity     = "critical"
  identity     = ["version_id", "name", "display_name"]
  protected_by = { deletion_policy = "ABANDON" }
  recovery     = "For a while it can still be brought back, by hand: note its name and the time of the deletion."
}

resource "google_sql_ssl_cert" {
  category     = "secret"
  severity     = "medium"
  identity     = ["cert_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "google_storage_hmac_key" {
  category = "secret"
  severity = "high"
  identity = ["key_id", "name", "display_name"]
  protected_by = {
    state           = "ACTIVE"
    deletion_policy = "PREVENT|ABANDON"
  }
  defaults = { state = "ACTIVE" }
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

# Who may do what

resource "google_access_context_manager_access_policy" {
  category     = "identity"
  severity     = "critical"
  identity     = ["policy_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

resource "google_active_directory_domain" {
  category = "identity"
  severity = "critical"
  identity = ["domain_id", "name", "display_name"]
  protected_by = {
    deletion_protection = true
    deletion_policy     = "PREVENT|ABANDON"
  }
  defaults = { deletion_protection = true }
  recovery = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

resource "google_alloydb_user" {
  category     = "identity"
  severity     = "medium"
  identity     = ["user_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "google_apigee_developer_app" {
  category     = "identity"
  severity     = "high"
  identity     = ["app_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

resource "google_assured_workloads_workload" {
  category     = "identity"
  severity     = "critical"
  identity     = ["workload_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

resource "google_bigquery_row_access_policy" {
  category     = "identity"
  severity     = "high"
  identity     = ["policy_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "google_bigtable_authorized_view" {
  category = "identity"
  severity = "medium"
  identity = ["view_id", "name", "display_name"]
  protected_by = {
    deletion_protection = "PROTECTED"
    deletion_policy     = "PREVENT|ABANDON"
  }
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "google_binary_authorization_attestor" {
  category     = "identity"
  severity     = "high"
  identity     = ["attestor_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "google_binary_authorization_policy" {
  category     = "identity"
  severity     = "high"
  identity     = ["policy_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "What it forbade is allowed from then on. Until the next apply brings it back, whoever relies on it has no access."
}

resource "google_cloud_identity_group" {
  category     = "identity"
  severity     = "high"
  identity     = ["group_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

resource "google_cloud_identity_group_membership" {
  category     = "identity"
  severity     = "medium"
  identity     = ["membership_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "google_data_catalog_taxonomy" {
  category     = "identity"
  severity     = "high"
  identity     = ["taxonomy_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

resource "google_firebase_android_app" {
  category     = "identity"
  severity     = "medium"
  identity     = ["app_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "For 30 days it can still be brought back, by hand and under its old name; after that nothing does."
}

resource "google_firebase_apple_app" {
  category     = "identity"
  severity     = "medium"
  identity     = ["app_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "For 30 days it can still be brought back, by hand and under its old name; after that nothing does."
}

resource "google_firebase_project" {
  category     = "identity"
  severity     = "critical"
  identity     = ["project_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Nothing is deleted outside: Terraform lets go of it, and nobody looks after it."
}

resource "google_firebase_web_app" {
  category     = "identity"
  severity     = "medium"
  identity     = ["app_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "For 30 days it can still be brought back, by hand and under its old name; after that nothing does."
}

resource "google_firebaserules_release" {
  category     = "identity"
  severity     = "high"
  identity     = ["release_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "google_folder_iam_binding" {
  category = "identity"
  severity = "high"
  identity = ["binding_id", "name", "display_name"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."

  overwrite {
    onto = { folder = "any" }
    says = "Everybody who is not listed loses the role."
  }
}

resource "google_iam_deny_policy" {
  category     = "identity"
  severity     = "high"
  identity     = ["policy_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "What it forbade is allowed from then on. Until the next apply brings it back, whoever relies on it has no access."
}

resource "google_iam_workforce_pool" {
  category     = "identity"
  severity     = "critical"
  identity     = ["pool_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  disarmed_by  = { disabled = true }
  recovery     = "For 30 days it can still be brought back, by hand and under its old name; after that nothing does."
}

resource "google_iam_workforce_pool_provider" {
  category     = "identity"
  severity     = "critical"
  identity     = ["provider_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  disarmed_by  = { disabled = true }
  recovery     = "For 30 days it can still be brought back, by hand and under its old name; after that nothing does."
}

resource "google_iap_brand" {
  category = "identity"
  severity = "high"
  identity = ["brand_id", "name", "display_name"]
  recovery = "Nothing is deleted outside: Terraform lets go of it, and nobody looks after it."
}

resource "google_identity_platform_config" {
  category     = "identity"
  severity     = "high"
  identity     = ["config_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Nothing is deleted outside: Terraform lets go of it, and nobody looks after it."
}

resource "google_identity_platform_oauth_idp_config" {
  category = "identity"
  severity = "high"
  identity = ["config_id", "name", "display_name"]
  protected_by = {
    enabled         = true
    deletion_policy = "PREVENT|ABANDON"
  }
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "google_logging_log_view" {
  category     = "identity"
  severity     = "medium"
  identity     = ["view_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "google_netapp_active_directory" {
  category     = "identity"
  severity     = "medium"
  identity     = ["directory_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "google_org_policy_custom_constraint" {
  category     = "identity"
  severity     = "medium"
  identity     = ["constraint_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "google_organization_iam_binding" {
  category = "identity"
  severity = "critical"
  identity = ["binding_id", "name", "display_name"]
  recovery = "It speaks for the whole list: what it granted is gone with it."

  overwrite {
    says = "Everybody who is not listed loses the role."
  }
}

resource "google_organization_iam_custom_role" {
  category     = "identity"
  severity     = "medium"
  identity     = ["role_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "For 7 days it can still be brought back, by hand and under its old name; after that nothing does."
}

resource "google_organization_iam_member" {
  category = "identity"
  severity = "high"
  identity = ["member_id", "name", "display_name"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "google_os_login_ssh_public_key" {
  category     = "identity"
  severity     = "medium"
  identity     = ["key_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "google_project_default_service_accounts" {
  category     = "identity"
  severity     = "high"
  identity     = ["accounts_id", "name", "display_name"]
  protected_by = { restore_policy = "REVERT" }
  disarmed_by  = { action = "DELETE" }
  defaults     = { restore_policy = "REVERT" }
  recovery     = "Some of it can be rebuilt from elsewhere. Find out what, and copy the rest first."

  overwrite {
    onto = { project = "google_project.project_id" }
    says = "The default service accounts are taken away from what runs as them."
  }
}

resource "google_project_iam_custom_role" {
  category     = "identity"
  severity     = "medium"
  identity     = ["role_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "For 7 days it can still be brought back, by hand and under its old name; after that nothing does."
}

resource "google_service_account_iam_policy" {
  category = "identity"
  severity = "high"
  identity = ["policy_id", "name", "display_name"]
  recovery = "It speaks for the whole list: what it granted is gone with it."
}

resource "google_storage_bucket_acl" {
  category     = "identity"
  severity     = "medium"
  identity     = ["acl_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "It speaks for the whole list: what it granted is gone with it."
}

resource "google_storage_bucket_iam_binding" {
  category = "identity"
  severity = "medium"
  identity = ["binding_id", "name", "display_name"]
  recovery = "It speaks for the whole list: what it granted is gone with it."
}

resource "google_storage_bucket_iam_policy" {
  category = "identity"
  severity = "high"
  identity = ["policy_id", "name", "display_name"]
  recovery = "It speaks for the whole list: what it granted is gone with it."
}

resource "google_tags_tag_key" {
  category     = "identity"
  severity     = "medium"
  identity     = ["key_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

# Names

resource "google_app_engine_domain_mapping" {
  category     = "dns"
  severity     = "high"
  identity     = ["mapping_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Until the next apply brings it back, its names do not resolve."
}

resource "google_certificate_manager_dns_authorization" {
  category     = "dns"
  severity     = "high"
  identity     = ["authorization_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "A new one has another id, and perhaps other name servers: the names above it have to follow."
}

resource "google_cloud_run_domain_mapping" {
  category     = "dns"
  severity     = "high"
  identity     = ["mapping_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Until the next apply brings it back, its names do not resolve."
}

resource "google_dns_policy" {
  category     = "dns"
  severity     = "medium"
  identity     = ["policy_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Until the next apply brings it back, its names do not resolve."
}

resource "google_dns_response_policy" {
  category     = "dns"
  severity     = "high"
  identity     = ["policy_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Until the next apply brings it back, its names do not resolve."
}

# Networks

resource "google_api_gateway_gateway" {
  category     = "network"
  severity     = "high"
  identity     = ["gateway_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "It gets another address; whoever calls the old one reaches nobody."
}

resource "google_certificate_manager_certificate_map" {
  category     = "network"
  severity     = "high"
  identity     = ["map_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "A new one has another id and address; tell whoever uses the old one first."
}

resource "google_compute_external_vpn_gateway" {
  category     = "network"
  severity     = "medium"
  identity     = ["gateway_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Until the next apply brings it back, traffic that needs it stops."
}

resource "google_compute_firewall_policy" {
  category     = "network"
  severity     = "high"
  identity     = ["policy_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "A new one has another id and address; tell whoever uses the old one first."
}

resource "google_compute_public_advertised_prefix" {
  category     = "network"
  severity     = "critical"
  identity     = ["prefix_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "An address range of one's own has to be proven again. A new one has another address; whoever knows the old one is cut off."
}

resource "google_compute_public_delegated_prefix" {
  category     = "network"
  severity     = "critical"
  identity     = ["prefix_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "A new one has another address; whoever knows the old one is cut off."
}

resource "google_compute_region_backend_service" {
  category     = "network"
  severity     = "high"
  identity     = ["service_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Until the next apply brings it back, traffic that needs it stops."
}

resource "google_compute_route" {
  category     = "network"
  severity     = "high"
  identity     = ["route_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Until the next apply brings it back, traffic that needs it stops."
}

resource "google_compute_router_interface" {
  category     = "network"
  severity     = "high"
  identity     = ["interface_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Until the next apply brings it back, traffic that needs it stops."
}

resource "google_compute_router_peer" {
  category     = "network"
  severity     = "high"
  identity     = ["peer_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Until the next apply brings it back, traffic that needs it stops."
}

resource "google_compute_service_attachment" {
  category     = "network"
  severity     = "high"
  identity     = ["attachment_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "A new one has another id and address; tell whoever uses the old one first."
}

resource "google_compute_shared_vpc_service_project" {
  category     = "network"
  severity     = "high"
  identity     = ["project_id", "name", "display_name"]
  protected_by = { deletion_policy = "ABANDON" }
  recovery     = "Until the next apply brings it back, traffic that needs it stops."
}

resource "google_compute_target_https_proxy" {
  category     = "network"
  severity     = "high"
  identity     = ["proxy_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Until the next apply brings it back, traffic that needs it stops."
}

resource "google_compute_url_map" {
  category     = "network"
  severity     = "high"
  identity     = ["map_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Until the next apply brings it back, traffic that needs it stops."
}

resource "google_compute_vpn_gateway" {
  category     = "network"
  severity     = "high"
  identity     = ["gateway_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "A new one has another id and address; tell whoever uses the old one first."
}

resource "google_datastream_private_connection" {
  category     = "network"
  severity     = "medium"
  identity     = ["connection_id", "name", "display_name"]
  protected_by = { deletion_policy = "DEFAULT" }
  recovery     = "Until the next apply brings it back, traffic that needs it stops."
}

resource "google_endpoints_service" {
  category = "network"
  severity = "high"
  identity = ["service_id", "name", "display_name"]
  recovery = "For 30 days it can still be brought back, by hand and under its old name; after that nothing does."
}

resource "google_firebase_hosting_site" {
  category     = "network"
  severity     = "high"
  identity     = ["site_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Its name may not be free again for a while. A new one has another address; whoever knows the old one is cut off."
}

resource "google_network_connectivity_hub" {
  category     = "network"
  severity     = "critical"
  identity     = ["hub_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "A new one has another id and address; tell whoever uses the old one first."
}

resource "google_network_connectivity_internal_range" {
  category     = "network"
  severity     = "high"
  identity     = ["range_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "A new one has another address; whoever knows the old one is cut off."
}

resource "google_network_connectivity_spoke" {
  category     = "network"
  severity     = "high"
  identity     = ["spoke_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "A new one has another id and address; tell whoever uses the old one first."
}

resource "google_oracle_database_odb_network" {
  category = "network"
  severity = "high"
  identity = ["network_id", "name", "display_name"]
  protected_by = {
    deletion_protection = true
    deletion_policy     = "PREVENT|ABANDON"
  }
  defaults = { deletion_protection = true }
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "google_oracle_database_odb_subnet" {
  category = "network"
  severity = "high"
  identity = ["subnet_id", "name", "display_name"]
  protected_by = {
    deletion_protection = true
    deletion_policy     = "PREVENT|ABANDON"
  }
  defaults = { deletion_protection = true }
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "google_vertex_ai_index_endpoint" {
  category     = "network"
  severity     = "high"
  identity     = ["endpoint_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "A new one has another id and address; tell whoever uses the old one first."
}

resource "google_vpc_access_connector" {
  category     = "network"
  severity     = "high"
  identity     = ["connector_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Until the next apply brings it back, traffic that needs it stops."
}

# What runs

resource "google_apigee_instance" {
  category     = "cluster"
  severity     = "critical"
  identity     = ["instance_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "google_app_engine_flexible_app_version" {
  category = "cluster"
  severity = "medium"
  identity = ["version_id", "name", "display_name"]
  protected_by = {
    noop_on_destroy = true
    deletion_policy = "PREVENT|ABANDON"
  }
  disarmed_by = { delete_service_on_destroy = true }
  defaults = {
    delete_service_on_destroy = false
    noop_on_destroy           = false
  }
  recovery = "Until the next apply brings it back, what runs on it stands still."
}

resource "google_app_engine_standard_app_version" {
  category = "cluster"
  severity = "medium"
  identity = ["version_id", "name", "display_name"]
  protected_by = {
    noop_on_destroy = true
    deletion_policy = "PREVENT|ABANDON"
  }
  disarmed_by = { delete_service_on_destroy = true }
  defaults = {
    delete_service_on_destroy = false
    noop_on_destroy           = false
  }
  recovery = "Until the next apply brings it back, what runs on it stands still."
}

resource "google_bigquery_capacity_commitment" {
  category     = "cluster"
  severity     = "high"
  identity     = ["commitment_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "google_bigquery_reservation" {
  category     = "cluster"
  severity     = "medium"
  identity     = ["reservation_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Until the next apply brings it back, what runs on it stands still."
}

resource "google_cloud_run_v2_job" {
  category = "cluster"
  severity = "medium"
  identity = ["job_id", "name", "display_name"]
  protected_by = {
    deletion_protection = true
    deletion_policy     = "PREVENT|ABANDON"
  }
  defaults = { deletion_protection = true }
  recovery = "Until the next apply brings it back, what runs on it stands still."
}

resource "google_cloud_run_v2_worker_pool" {
  category = "cluster"
  severity = "medium"
  identity = ["pool_id", "name", "display_name"]
  protected_by = {
    deletion_protection = true
    deletion_policy     = "PREVENT|ABANDON"
  }
  defaults = { deletion_protection = true }
  recovery = "Until the next apply brings it back, what runs on it stands still."
}

resource "google_cloudfunctions2_function" {
  category     = "cluster"
  severity     = "medium"
  identity     = ["function_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Until the next apply brings it back, what runs on it stands still."
}

resource "google_cloudfunctions_function" {
  category     = "cluster"
  severity     = "medium"
  identity     = ["function_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Until the next apply brings it back, what runs on it stands still."
}

resource "google_compute_instance_from_template" {
  category = "cluster"
  severity = "high"
  identity = ["template_id", "name", "display_name"]
  recovery = "The other side has to accept it again by hand."
}

resource "google_compute_node_group" {
  category     = "cluster"
  severity     = "medium"
  identity     = ["group_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "google_compute_per_instance_config" {
  category     = "cluster"
  severity     = "medium"
  identity     = ["config_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  disarmed_by = {
    remove_instance_on_destroy       = true
    remove_instance_state_on_destroy = true
  }
  defaults = {
    remove_instance_on_destroy       = false
    remove_instance_state_on_destroy = false
  }
  recovery = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "google_compute_region_commitment" {
  category     = "cluster"
  severity     = "medium"
  identity     = ["commitment_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Nothing is deleted outside: Terraform lets go of it, and nobody looks after it."
}

resource "google_compute_reservation" {
  category     = "cluster"
  severity     = "high"
  identity     = ["reservation_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "google_container_attached_cluster" {
  category     = "cluster"
  severity     = "high"
  identity     = ["cluster_id", "name", "display_name"]
  protected_by = { deletion_policy = "DELETE" }
  recovery     = "Until the next apply brings it back, what runs on it stands still."
}

resource "google_container_aws_cluster" {
  category     = "cluster"
  severity     = "critical"
  identity     = ["cluster_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "google_container_azure_cluster" {
  category     = "cluster"
  severity     = "critical"
  identity     = ["cluster_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "google_edgecontainer_cluster" {
  category     = "cluster"
  severity     = "critical"
  identity     = ["cluster_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "google_gke_hub_fleet" {
  category     = "cluster"
  severity     = "high"
  identity     = ["fleet_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Until the next apply brings it back, what runs on it stands still."
}

resource "google_gke_hub_membership" {
  category     = "cluster"
  severity     = "high"
  identity     = ["membership_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "A new one has another id; whatever refers to the old one has to follow."
}

resource "google_gkeonprem_bare_metal_cluster" {
  category     = "cluster"
  severity     = "critical"
  identity     = ["cluster_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "google_gkeonprem_vmware_cluster" {
  category     = "cluster"
  severity     = "critical"
  identity     = ["cluster_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "google_oracle_database_cloud_exadata_infrastructure" {
  category = "cluster"
  severity = "critical"
  identity = ["infrastructure_id", "name", "display_name"]
  protected_by = {
    deletion_protection = true
    deletion_policy     = "PREVENT|ABANDON"
  }
  defaults = { deletion_protection = true }
  recovery = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "google_tpu_v2_vm" {
  category     = "cluster"
  severity     = "medium"
  identity     = ["vm_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "google_vertex_ai_endpoint" {
  category     = "cluster"
  severity     = "high"
  identity     = ["endpoint_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "A new one has another id; whatever refers to the old one has to follow."
}

resource "google_workstations_workstation_cluster" {
  category     = "cluster"
  severity     = "high"
  identity     = ["cluster_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

# What waits and what delivers it

resource "google_cloud_scheduler_job" {
  category     = "queue"
  severity     = "medium"
  identity     = ["job_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  disarmed_by  = { paused = true }
  recovery     = "Until the next apply brings it back, nothing is delivered, and some of it is lost."
}

resource "google_cloudiot_registry" {
  category = "queue"
  severity = "critical"
  identity = ["registry_id", "name", "display_name"]
  recovery = "What waits in it unread is gone. Stop what writes, and drain it first."
}

resource "google_dataflow_flex_template_job" {
  category = "queue"
  severity = "high"
  identity = ["job_id", "name", "display_name"]
  protected_by = {
    on_delete       = "drain"
    deletion_policy = "PREVENT|ABANDON"
  }
  recovery = "What waits in it unread is gone. Stop what writes, and drain it first."

  disarm "on_delete" {
    from = ["drain"]
    to   = "cancel"
    says = "A deletion throws away what is being processed."
  }
}

resource "google_dataflow_job" {
  category = "queue"
  severity = "high"
  identity = ["job_id", "name", "display_name"]
  protected_by = {
    on_delete       = "drain"
    deletion_policy = "PREVENT|ABANDON"
  }
  defaults = { on_delete = "drain" }
  recovery = "What happens meanwhile is lost. What waits in it unread is gone. Stop what writes, and drain it first."

  disarm "on_delete" {
    from = ["drain"]
    to   = "cancel"
    says = "A deletion throws away what is being processed."
  }
}

resource "google_eventarc_message_bus" {
  category     = "queue"
  severity     = "high"
  identity     = ["bus_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Until the next apply brings it back, nothing is delivered, and some of it is lost."
}

resource "google_eventarc_trigger" {
  category     = "queue"
  severity     = "medium"
  identity     = ["trigger_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Until the next apply brings it back, nothing is delivered, and some of it is lost."
}

resource "google_managed_kafka_cluster" {
  category     = "queue"
  severity     = "critical"
  identity     = ["cluster_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "What waits in it unread is gone. Stop what writes, and drain it first."
}

resource "google_managed_kafka_connector" {
  category     = "queue"
  severity     = "medium"
  identity     = ["connector_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "What waits in it unread is gone. Stop what writes, and drain it first."
}

resource "google_managed_kafka_topic" {
  category     = "queue"
  severity     = "critical"
  identity     = ["topic_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "What waits in it unread is gone. Stop what writes, and drain it first."
}

resource "google_pubsub_lite_topic" {
  category     = "queue"
  severity     = "critical"
  identity     = ["topic_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "What waits in it unread is gone. Stop what writes, and drain it first."
}

resource "google_storage_notification" {
  category = "queue"
  severity = "medium"
  identity = ["notification_id", "name", "display_name"]
  recovery = "A new one has another id; whatever refers to the old one has to follow."
}

resource "google_workflows_workflow" {
  category = "queue"
  severity = "medium"
  identity = ["workflow_id", "name", "display_name"]
  protected_by = {
    deletion_protection = true
    deletion_policy     = "PREVENT|ABANDON"
  }
  defaults = { deletion_protection = true }
  recovery = "Until the next apply brings it back, nothing is delivered, and some of it is lost."
}

# What was published

resource "google_container_registry" {
  category = "registry"
  severity = "high"
  identity = ["registry_id", "name", "display_name"]
  recovery = "Nothing is deleted outside: Terraform lets go of it, and nobody looks after it."
}

resource "google_ml_engine_model" {
  category = "registry"
  severity = "medium"
  identity = ["model_id", "name", "display_name"]
  recovery = "What was published in it is gone, and whatever fetches it fails. Copy it elsewhere first."
}

resource "google_pubsub_schema" {
  category     = "registry"
  severity     = "high"
  identity     = ["schema_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "What was published in it is gone, and whatever fetches it fails. Copy it elsewhere first."
}

# Everything else

resource "google_bigquery_data_transfer_config" {
  category     = "other"
  severity     = "medium"
  identity     = ["config_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "The next apply brings it back; until then it does nothing."
}

resource "google_bigquery_routine" {
  category     = "other"
  severity     = "medium"
  identity     = ["routine_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "The next apply brings it back; until then it does nothing."
}

resource "google_billing_project_info" {
  category     = "other"
  severity     = "critical"
  identity     = ["info_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "What is using it loses its disk in the middle of work. Stop that first. The next apply brings it back; until then it does nothing."
}

resource "google_billing_subaccount" {
  category     = "other"
  severity     = "critical"
  identity     = ["subaccount_id", "name", "display_name"]
  protected_by = { deletion_policy = "RENAME_ON_DESTROY" }
  recovery     = "Some of it can be rebuilt from elsewhere. Find out what, and copy the rest first."
}

resource "google_compute_project_metadata" {
  category     = "other"
  severity     = "high"
  identity     = ["metadata_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "It speaks for the whole list: what it granted is gone with it. The next apply brings it back; until then it does nothing."

  overwrite {
    onto = { project = "google_project.project_id" }
    says = "Every entry of the project's metadata goes that is not written here, SSH keys too."
  }
}

resource "google_contact_center_insights_view" {
  category     = "other"
  severity     = "medium"
  identity     = ["view_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "The next apply brings it back; until then it does nothing."
}

resource "google_database_migration_service_migration_job" {
  category     = "other"
  severity     = "high"
  identity     = ["job_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "What it has gathered is gone; a new one starts from nothing."
}

resource "google_dataproc_job" {
  category     = "other"
  severity     = "medium"
  identity     = ["job_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  disarmed_by  = { force_delete = true }
  defaults     = { force_delete = false }
  recovery     = "What it has gathered is gone; a new one starts from nothing."
}

resource "google_essential_contacts_contact" {
  category     = "other"
  severity     = "medium"
  identity     = ["contact_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "The next apply brings it back; until then it does nothing."
}

resource "google_logging_metric" {
  category     = "other"
  severity     = "medium"
  identity     = ["metric_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  disarmed_by  = { disabled = true }
  recovery     = "The next apply brings it back; until then it does nothing."
}

resource "google_monitoring_notification_channel" {
  category = "other"
  severity = "medium"
  identity = ["channel_id", "name", "display_name"]
  protected_by = {
    enabled         = true
    deletion_policy = "PREVENT|ABANDON"
  }
  disarmed_by = { force_delete = true }
  defaults = {
    enabled      = true
    force_delete = false
  }
  recovery = "A new one has another id; whatever refers to the old one has to follow."
}

resource "google_monitoring_uptime_check_config" {
  category     = "other"
  severity     = "medium"
  identity     = ["config_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "The next apply brings it back; until then it does nothing."
}

resource "google_scc_mute_config" {
  category     = "other"
  severity     = "medium"
  identity     = ["config_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "The next apply brings it back; until then it does nothing."
}

resource "google_scc_source" {
  category     = "other"
  severity     = "medium"
  identity     = ["source_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Nothing is deleted outside: Terraform lets go of it, and nobody looks after it."
}

resource "google_sql_source_representation_instance" {
  category     = "other"
  severity     = "medium"
  identity     = ["instance_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "The next apply brings it back; until then it does nothing."
}

resource "google_storage_insights_report_config" {
  category     = "other"
  severity     = "medium"
  identity     = ["config_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  disarmed_by  = { force_destroy = true }
  defaults     = { force_destroy = false }
  recovery     = "The next apply brings it back; until then it does nothing."
}

resource "google_storage_transfer_job" {
  category     = "other"
  severity     = "high"
  identity     = ["job_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "The next apply brings it back; until then it does nothing."

  lose "transfer_spec.transfer_options.delete_objects_unique_in_sink" {
    to   = true
    says = "The next run deletes what the destination has and the source has not."
  }

  lose "transfer_spec.transfer_options.delete_objects_from_source_after_transfer" {
    to   = true
    says = "The next run deletes what it has copied."
  }
}

resource "google_transcoder_job_template" {
  category     = "other"
  severity     = "medium"
  identity     = ["template_id", "name", "display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "The next apply brings it back; until then it does nothing."
}
