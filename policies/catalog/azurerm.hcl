# Resource types of the provider azurerm: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

provider "azurerm" {
  disarm "features.resource_group.prevent_deletion_if_contains_resources" {
    to    = false
    types = ["azurerm_resource_group"]
    says  = "A resource group goes with everything in it, whoever made that."
  }

  disarm "features.key_vault.purge_soft_delete_on_destroy" {
    to    = "true|unset"
    types = ["azurerm_key_vault"]
    says  = "The vault is purged when it is deleted, unless purge protection forbids it: there is no soft delete to fall back on."
  }

  disarm "features.netapp.prevent_volume_destruction" {
    to    = false
    types = ["azurerm_netapp_volume", "azurerm_netapp_volume_*"]
    says  = "NetApp volumes are deleted with what they hold."
  }

  disarm "features.netapp.delete_backups_on_backup_vault_destroy" {
    to    = true
    types = ["azurerm_netapp_backup_vault"]
    says  = "The backups in a vault go with it."
  }

  disarm "features.recovery_service.purge_protected_items_from_vault_on_destroy" {
    to    = true
    types = ["azurerm_recovery_services_vault"]
    says  = "What the vault has backed up is purged with it."
  }

  disarm "features.recovery_service.vm_backup_stop_protection_and_retain_data_on_destroy" {
    to    = "false|unset"
    types = ["azurerm_backup_protected_vm"]
    says  = "The backups of the machine are deleted with its protection."
  }

  disarm "features.subscription.prevent_cancellation_on_destroy" {
    to    = "false|unset"
    types = ["azurerm_subscription"]
    says  = "The subscription is cancelled, and not only forgotten."
  }

  disarm "features.virtual_machine.delete_os_disk_on_deletion" {
    to    = "true|unset"
    types = ["azurerm_linux_virtual_machine", "azurerm_windows_virtual_machine"]
    says  = "The machine's system disk goes with it."
  }

  disarm "features.template_deployment.delete_nested_items_during_deletion" {
    to    = "true|unset"
    types = ["azurerm_*_template_deployment", "azurerm_template_deployment"]
    says  = "Everything the template deployed goes with it."
  }

  disarm "features.log_analytics_workspace.permanently_delete_on_destroy" {
    to    = true
    types = ["azurerm_log_analytics_workspace"]
    says  = "The workspace is deleted for good, without the two weeks in which it could be brought back."
  }

  disarm "features.databricks_workspace.force_delete" {
    to    = true
    types = ["azurerm_databricks_workspace"]
    says  = "Unity Catalog data of the workspace goes with it."
  }

  disarm "features.machine_learning.purge_soft_deleted_workspace_on_destroy" {
    to    = true
    types = ["azurerm_machine_learning_workspace"]
    says  = "The workspace is purged: there is no soft delete to fall back on."
  }

  disarm "features.app_configuration.purge_soft_delete_on_destroy" {
    to    = "true|unset"
    types = ["azurerm_app_configuration"]
    says  = "The store is purged when it is deleted, unless purge protection forbids it."
  }

  disarm "features.key_vault.purge_soft_deleted_keys_on_destroy" {
    to    = "true|unset"
    types = ["azurerm_key_vault_key"]
    says  = "The key is purged when it is deleted, unless purge protection forbids it."
  }

  disarm "features.key_vault.purge_soft_deleted_secrets_on_destroy" {
    to    = "true|unset"
    types = ["azurerm_key_vault_secret"]
    says  = "The secret is purged when it is deleted, unless purge protection forbids it."
  }

  disarm "features.key_vault.purge_soft_deleted_certificates_on_destroy" {
    to    = "true|unset"
    types = ["azurerm_key_vault_certificate"]
    says  = "The certificate is purged when it is deleted, unless purge protection forbids it."
  }

  disarm "features.key_vault.purge_soft_deleted_hardware_security_modules_on_destroy" {
    to    = "true|unset"
    types = ["azurerm_key_vault_managed_hardware_security_module"]
    says  = "The module is purged with every key in it."
  }

  disarm "features.key_vault.purge_soft_deleted_hardware_security_module_keys_on_destroy" {
    to    = "true|unset"
    types = ["azurerm_key_vault_managed_hardware_security_module_key"]
    says  = "The key is purged when it is deleted."
  }

  disarm "features.virtual_machine_scale_set.force_delete" {
    to    = true
    types = ["azurerm_*_virtual_machine_scale_set"]
    says  = "The machines are deleted without being shut down."
  }

  disarm "features.virtual_machine.skip_shutdown_and_force_delete" {
    to    = true
    types = ["azurerm_linux_virtual_machine", "azurerm_windows_virtual_machine"]
    says  = "The machine is deleted without being shut down."
  }

  disarm "features.api_management.purge_soft_delete_on_destroy" {
    to    = "true|unset"
    types = ["azurerm_api_management"]
    says  = "The service is purged: there is no soft delete to fall back on."
  }

  disarm "features.cognitive_account.purge_soft_delete_on_destroy" {
    to    = "true|unset"
    types = ["azurerm_cognitive_account"]
    says  = "The account is purged: there is no soft delete to fall back on."
  }
}

# Databases, caches and warehouses

resource "azurerm_mssql_server" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Its databases go with it; deleted ones can be restored only while a server of that name exists. Export or copy them first."
}

resource "azurerm_mssql_database" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  protected_by = {
    "long_term_retention_policy.weekly_retention" = "set"
    geo_backup_enabled                            = true
  }
  replica_of = ["creation_source_server_id", "source_server_id"]
  force_new  = ["collation"]
  recovery   = "Restorable from the server's deleted databases for its retention of days, as a new database. Check that the server stays."

  lose "short_term_retention_policy.retention_days" {
    when = "shrinks"
    says = "Backups older than that are deleted: the database can be restored to fewer days."
  }

  lose "long_term_retention_policy" {
    when = "removed"
    says = "No more long-term backups are kept."
  }

  lose "geo_backup_enabled" {
    to   = false
    says = "No more backups are copied to another region."
  }

  warn "max_size_gb" {
    when = "shrinks"
    says = "Azure refuses a size below what is used."
  }
}

resource "azurerm_mssql_elasticpool" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  recovery = "Its databases must move first."
}

resource "azurerm_mssql_managed_instance" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "All its databases go with it, and setting up a new instance takes hours. Copy backups elsewhere first."
}

resource "azurerm_mssql_managed_database" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Restorable within its retention of days while the instance lives. Check that the instance stays."

  lose "short_term_retention_days" {
    when = "shrinks"
    says = "Backups older than that are deleted: the database can be restored to fewer days."
  }
}

resource "azurerm_postgresql_flexible_server" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  protected_by = {
    geo_redundant_backup_enabled = true
    "high_availability.mode"     = "ZoneRedundant"
  }
  replica_of = ["creation_source_server_id", "source_server_id"]
  force_new  = ["geo_redundant_backup_enabled", "storage_mb"]
  recovery   = "A dropped server can be restored for about 5 days. Take an on-demand backup or a dump first."

  lose "backup_retention_days" {
    when = "shrinks"
    says = "Backups older than that are deleted."
  }

  warn "version" {
    when = "changes"
    says = "A newer major version cannot be taken back."
  }

  disarm "high_availability" {
    when = "removed"
    says = "The standby goes, and with it the failover."
  }
}

resource "azurerm_postgresql_flexible_server_database" {
  category  = "data"
  severity  = "critical"
  identity  = ["name"]
  force_new = ["collation"]
  recovery  = "Comes back only with a restore of the whole server. Take a dump first."
}

resource "azurerm_postgresql_server" {
  category     = "data"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { backup_retention_days = ">=7" }
  replica_of   = ["creation_source_server_id", "source_server_id"]
  recovery     = "A dropped server can be restored for about 5 days. Take a dump first."
}

resource "azurerm_mysql_flexible_server" {
  category     = "data"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { geo_redundant_backup_enabled = true }
  replica_of   = ["creation_source_server_id", "source_server_id"]
  force_new    = ["geo_redundant_backup_enabled"]
  recovery     = "A dropped server can be restored for about 5 days. Take a dump first."

  lose "backup_retention_days" {
    when = "shrinks"
    says = "Backups older than that are deleted."
  }

  disarm "high_availability" {
    when = "removed"
    says = "The standby goes, and with it the failover."
  }
}

resource "azurerm_mysql_flexible_database" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Comes back only with a restore of the whole server. Take a dump first."
}

resource "azurerm_mysql_server" {
  category     = "data"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { backup_retention_days = ">=7" }
  replica_of   = ["creation_source_server_id", "source_server_id"]
  recovery     = "A dropped server can be restored for about 5 days. Take a dump first."
}

resource "azurerm_mariadb_server" {
  category     = "data"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { backup_retention_days = ">=7" }
  recovery     = "A dropped server can be restored for about 5 days at best. Take a dump first."
}

resource "azurerm_cosmosdb_account" {
  category     = "data"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { "backup.type" = "Continuous" }
  force_new    = ["backup.type"]
  recovery     = "Every database in the account goes with it; only continuous backup, or support within days, can restore it."

  lose "geo_location" {
    when = "removed"
    key  = "location"
    says = "The copy of the data in that region is deleted."
  }

  lose "backup.tier" {
    from = ["Continuous30Days"]
    to   = "Continuous7Days"
    says = "The account can be restored from seven days instead of thirty."
  }

  warn "local_authentication_enabled" {
    to   = false
    says = "Whoever signs in with a key is cut off."
  }
}

resource "azurerm_cosmosdb_sql_database" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Its containers go with it; restorable only where continuous backup is on, or through support."
}

resource "azurerm_cosmosdb_sql_container" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Restorable only where continuous backup is on, or through support within days."

  lose "default_ttl" {
    when    = "shrinks"
    forever = [null, -1, 0]
    says    = "Items older than that are deleted at once."
  }

  lose "analytical_storage_ttl" {
    when    = "shrinks"
    forever = [-1]
    says    = "The analytical copy of older items is deleted."
  }
}

resource "azurerm_cosmosdb_mongo_database" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Its collections go with it; restorable only where continuous backup is on, or through support."
}

resource "azurerm_cosmosdb_mongo_collection" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Restorable only where continuous backup is on, or through support within days."

  lose "default_ttl_seconds" {
    when    = "shrinks"
    forever = [null, -1, 0]
    says    = "Documents older than that are deleted at once."
  }
}

resource "azurerm_cosmosdb_cassandra_keyspace" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Its tables go with it; restorable only through support within days."
}

resource "azurerm_cosmosdb_table" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Restorable only where continuous backup is on, or through support within days."
}

resource "azurerm_cosmosdb_postgresql_cluster" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "A dropped cluster can be restored only within days, through support. Take a dump first."
}

resource "azurerm_mongo_cluster" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Take a dump first: restoring a deleted cluster takes support and luck."
}

resource "azurerm_redis_cache" {
  category     = "data"
  severity     = "high"
  identity     = ["name"]
  protected_by = { "redis_configuration.rdb_backup_enabled" = true }
  recovery     = "A cache fills again; what is only there is gone. Export it first."

  lose "redis_configuration.rdb_backup_enabled" {
    to   = false
    says = "Nothing is written to disk any more."
  }

  lose "shard_count" {
    when = "shrinks"
    says = "The keys on the shards that go may be gone."
  }
}

resource "azurerm_managed_redis" {
  category = "data"
  severity = "high"
  identity = ["name"]
  recovery = "A cache fills again; what is only there is gone. Export it first."
}

resource "azurerm_kusto_cluster" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Deleted clusters can be recovered for 14 days at most, through support."
}

resource "azurerm_kusto_database" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "All its tables are gone. Export them first."

  lose "soft_delete_period" {
    when    = "shrinks"
    forever = [null]
    says    = "Data older than that is deleted."
  }

  warn "hot_cache_period" {
    when    = "shrinks"
    forever = [null]
    says    = "Queries over older data become slow."
  }
}

resource "azurerm_synapse_workspace" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Pools, pipelines and their data are gone. Take restore points and export the pipelines first."
}

resource "azurerm_synapse_sql_pool" {
  category     = "data"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { geo_backup_policy_enabled = true }
  recovery     = "Restorable from a restore point while the workspace lives. Take one first."
}

resource "azurerm_databricks_workspace" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Its managed resource group goes too: notebooks, jobs and files in DBFS. Export the workspace first."
}

resource "azurerm_data_factory" {
  category = "other"
  severity = "critical"
  identity = ["name"]
  recovery = "Pipelines, triggers and their history are gone. Export them, or connect it to Git first."
}

resource "azurerm_machine_learning_workspace" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Experiments, models and notebooks are gone after the soft-delete period. Copy them first."
}

resource "azurerm_search_service" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "The indexes have to be built again from their sources."
}

resource "azurerm_purview_account" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "The catalog of data and its lineage are gone."
}

resource "azurerm_log_analytics_workspace" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  disarmed_by = {
    immediate_data_purge_on_30_days_enabled                                   = true
  }
  recovery = "Recoverable for 14 days; after that its logs are gone. Export what must be kept."

  lose "retention_in_days" {
    when = "shrinks"
    says = "Logs older than that are deleted."
  }

  lose "daily_quota_gb" {
    when    = "shrinks"
    forever = [-1, null]
    says    = "What is logged beyond the quota is thrown away."
  }
}

resource "azurerm_application_insights" {
  category = "data"
  severity = "high"
  identity = ["name"]
  recovery = "Its instrumentation key changes, and old telemetry may be out of reach."

  lose "retention_in_days" {
    when = "shrinks"
    says = "Logs older than that are deleted."
  }
}

resource "azurerm_monitor_workspace" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "All metrics in it are gone."
}

resource "azurerm_dashboard_grafana" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Dashboards and alerts are gone. Export them first."
}

resource "azurerm_app_configuration" {
  category = "other"
  severity = "critical"
  identity = ["name"]
  protected_by = {
    purge_protection_enabled   = true
    soft_delete_retention_days = ">=7"
  }
  recovery = "Recoverable for days unless it is purged, which the provider does by default. Export the keys first."
}

# Storage, disks and files

resource "azurerm_storage_account" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  protected_by = {
    "blob_properties.delete_retention_policy.days"           = ">=1"
    "blob_properties.container_delete_retention_policy.days" = ">=1"
    "blob_properties.versioning_enabled"                     = true
    "share_properties.retention_policy.days"                 = ">=1"
    "immutability_policy.state"                              = "Locked"
  }
  disarmed_by = { "blob_properties.delete_retention_policy.permanent_delete_enabled" = true }
  backend     = { azurerm = "storage_account_name" }
  force_new   = ["account_kind"]
  recovery    = "Every blob, file, table and queue in it goes. A deleted account may be recovered for 14 days if nobody takes its name."

  lose "blob_properties.versioning_enabled" {
    to   = false
    says = "From now on an overwrite or deletion is final."
  }

  lose "blob_properties.delete_retention_policy.days" {
    when = "shrinks"
    says = "Deleted blobs can be brought back for a shorter time."
  }

  lose "blob_properties.container_delete_retention_policy.days" {
    when = "shrinks"
    says = "Deleted containers can be brought back for a shorter time."
  }

  lose "share_properties.retention_policy.days" {
    when = "shrinks"
    says = "Deleted shares can be brought back for a shorter time."
  }

  lose "account_replication_type" {
    from = ["GRS", "RAGRS", "GZRS", "RAGZRS"]
    to   = "LRS|ZRS"
    says = "The copy in the other region is dropped."
  }

  warn "network_rules.default_action" {
    to   = "Deny"
    says = "Whoever is not on the list is cut off."
  }
}

resource "azurerm_storage_container" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  backend  = { azurerm = "container_name" }
  recovery = "Its blobs come back only within the container's soft-delete period, where it is on. Copy them first."
}

resource "azurerm_storage_blob" {
  category = "data"
  severity = "high"
  identity = ["name"]
  recovery = "Comes back only within the soft-delete period or from a version. Copy it first."
}

resource "azurerm_storage_share" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Its files come back only within the share's soft-delete period, where it is on. Take a backup first."

  warn "quota" {
    when = "shrinks"
    says = "Azure refuses a quota below what is used."
  }
}

resource "azurerm_storage_table" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "No undo: export the rows first."
}

resource "azurerm_storage_queue" {
  category = "queue"
  severity = "critical"
  identity = ["name"]
  recovery = "Waiting messages are gone. Let the queue run empty first."
}

resource "azurerm_storage_data_lake_gen2_filesystem" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Its files come back only within the soft-delete period, where it is on. Copy them first."
}

resource "azurerm_storage_container_immutability_policy" {
  category     = "backup"
  severity     = "critical"
  identity     = ["storage_container_resource_manager_id"]
  protected_by = { locked = true }
  lock         = true
  recovery     = "Blobs can be changed and deleted again. Ask whoever answers for retention first."

  disarm "immutability_period_in_days" {
    when = "shrinks"
    says = "Blobs can be deleted sooner."
  }

  warn "locked" {
    to   = true
    says = "A locked policy is never shortened or removed again."
  }
}

resource "azurerm_managed_disk" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "A disk comes back only from a snapshot. Take one first."
}

resource "azurerm_snapshot" {
  category  = "backup"
  severity  = "critical"
  identity  = ["name"]
  backup_of = { source_uri = "azurerm_managed_disk", source_resource_id = "azurerm_managed_disk" }
  recovery  = "A snapshot cannot be brought back. Copy it first if it is the only one."
}

resource "azurerm_image" {
  category = "registry"
  severity = "high"
  identity = ["name"]
  recovery = "New machines cannot start from it. Look for scale sets that name it."
}

resource "azurerm_shared_image_gallery" {
  category = "registry"
  severity = "critical"
  identity = ["name"]
  recovery = "Images and their versions must go first; whoever shares the gallery loses them."
}

resource "azurerm_shared_image_version" {
  category    = "registry"
  severity    = "high"
  identity    = ["name"]
  disarmed_by = { deletion_of_replicated_locations_enabled = true }
  recovery    = "New machines cannot start from this version."
}

resource "azurerm_netapp_volume" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Files and snapshots are gone unless a backup vault holds them. Make a backup first."

  warn "storage_quota_in_gb" {
    when = "shrinks"
    says = "Azure refuses a quota below what is used."
  }
}

resource "azurerm_netapp_pool" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Its volumes must go first, with their files."
}

resource "azurerm_netapp_account" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Pools and volumes must go first, with their files."
}

resource "azurerm_netapp_snapshot" {
  category  = "backup"
  severity  = "critical"
  identity  = ["name"]
  backup_of = { volume_name = "azurerm_netapp_volume", volume_id = "azurerm_netapp_volume" }
  recovery  = "A snapshot cannot be brought back."
}

resource "azurerm_elastic_san" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Its volumes go with it. Take snapshots first."
}

resource "azurerm_elastic_san_volume" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "A volume comes back only from a snapshot. Take one first."
}

# Backups

resource "azurerm_recovery_services_vault" {
  category = "backup"
  severity = "critical"
  identity = ["name"]
  protected_by = {
    soft_delete_enabled = true
    immutability        = "Locked|Unlocked"
  }
  recovery = "Backups must go first and cannot be brought back once soft delete has run out."

  lose "storage_mode_type" {
    from = ["GeoRedundant"]
    to   = "LocallyRedundant|ZoneRedundant"
    says = "The backups are no longer copied to another region."
  }
}

resource "azurerm_backup_protected_vm" {
  category    = "backup"
  severity    = "critical"
  identity    = ["source_vm_id"]
  disarmed_by = { protection_state = "ProtectionStopped" }
  backup_of   = { source_vm_id = "azurerm_linux_virtual_machine|azurerm_windows_virtual_machine|azurerm_virtual_machine" }
  recovery    = "By default its recovery points are deleted too; soft delete holds them for 14 days. Stop protection and keep the data instead."

  lose "protection_state" {
    to   = "ProtectionStopped"
    says = "The machine is no longer backed up."
  }
}

resource "azurerm_backup_protected_file_share" {
  category  = "backup"
  severity  = "critical"
  identity  = ["source_file_share_name"]
  backup_of = { source_file_share_name = "azurerm_storage_share", source_storage_account_id = "azurerm_storage_account" }
  recovery  = "By default its recovery points are deleted too; soft delete holds them for 14 days."
}

resource "azurerm_backup_policy_vm" {
  category = "backup"
  severity = "high"
  identity = ["name"]
  recovery = "What uses the policy is no longer backed up. Move it to another policy first."

  lose "retention_daily.count" {
    when = "shrinks"
    says = "Recovery points beyond that number are deleted."
  }
}

resource "azurerm_data_protection_backup_vault" {
  category = "backup"
  severity = "critical"
  identity = ["name"]
  protected_by = {
    soft_delete                = "On|AlwaysOn"
    immutability               = "Locked|Unlocked"
    retention_duration_in_days = ">=14"
  }
  recovery = "Its backups must go first; soft delete holds them for days at most."
}

resource "azurerm_data_protection_backup_instance_blob_storage" {
  category  = "backup"
  severity  = "critical"
  identity  = ["name"]
  backup_of = { storage_account_id = "azurerm_storage_account" }
  recovery  = "Backups of this storage account are deleted with it. Stop protection and keep the data instead."
}

resource "azurerm_data_protection_backup_instance_disk" {
  category  = "backup"
  severity  = "critical"
  identity  = ["name"]
  backup_of = { disk_id = "azurerm_managed_disk" }
  recovery  = "Backups of this disk are deleted with it. Stop protection and keep the data instead."
}

resource "azurerm_data_protection_backup_instance_postgresql_flexible_server" {
  category  = "backup"
  severity  = "critical"
  identity  = ["name"]
  backup_of = { server_id = "azurerm_postgresql_flexible_server" }
  recovery  = "Backups of this server are deleted with it. Stop protection and keep the data instead."
}

resource "azurerm_site_recovery_replicated_vm" {
  category = "backup"
  severity = "critical"
  identity = ["name"]
  recovery = "The copy in the other region is gone; replicating anew takes hours."
}

resource "azurerm_management_lock" {
  category     = "other"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { lock_level = "CanNotDelete" }
  lock         = true
  force_new    = ["lock_level"]
  recovery     = "What the lock protects can be deleted from now on. Ask whoever placed it."
}

# Keys, secrets and certificates

resource "azurerm_key_vault" {
  category     = "key"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { purge_protection_enabled = true }
  recovery     = "Unless purge protection is on, the provider purges it by default and every key and secret in it is gone. Turn purge protection on, or back the keys up, first."

  disarm "soft_delete_retention_days" {
    when = "shrinks"
    says = "What is deleted can be brought back for a shorter time."
  }

  lose "access_policy" {
    when = "removed"
    key  = "object_id"
    says = "Whoever is no longer listed is cut off from keys and secrets."
  }
}

resource "azurerm_key_vault_key" {
  category = "key"
  severity = "critical"
  identity = ["name"]
  recovery = "Everything encrypted with it becomes unreadable once it is purged, which the provider does by default. Back it up first."

  lose "key_opts" {
    when = "removed"
    says = "Operations that are no longer listed fail, decryption perhaps."
  }
}

resource "azurerm_key_vault_secret" {
  category = "secret"
  severity = "critical"
  identity = ["name"]
  recovery = "Purged by default, and then gone. Copy the value to a safe place first."

  warn "value" {
    when = "changes"
    says = "It becomes a new version; the old one is kept."
  }

  lose "expiration_date" {
    when = "added"
    says = "The secret cannot be read after that."
  }

  lose "expiration_date" {
    when = "changes"
    says = "The secret cannot be read after that."
  }
}

resource "azurerm_key_vault_certificate" {
  category = "secret"
  severity = "critical"
  identity = ["name"]
  recovery = "Purged by default, with its private key. Back it up first."
}

resource "azurerm_key_vault_access_policy" {
  category = "identity"
  severity = "high"
  identity = ["object_id"]
  recovery = "That principal can no longer reach the vault."
}

resource "azurerm_key_vault_managed_hardware_security_module" {
  category = "key"
  severity = "critical"
  identity = ["name"]
  protected_by = {
    purge_protection_enabled   = true
    soft_delete_retention_days = ">=90"
  }
  recovery = "Its keys come back only from a full backup and the security domain. Make sure that both exist."
}

resource "azurerm_disk_encryption_set" {
  category = "key"
  severity = "critical"
  identity = ["name"]
  recovery = "Disks encrypted through it cannot be attached or started."
}

resource "azurerm_app_service_certificate" {
  category = "secret"
  severity = "high"
  identity = ["name"]
  recovery = "Sites that use it fail; an uploaded private key cannot be read back."
}

# Groups, subscriptions, and who may do what

resource "azurerm_resource_group" {
  category  = "data"
  severity  = "critical"
  identity  = ["name"]
  container = "every resource of the group"
  backend   = { azurerm = "resource_group_name" }
  recovery  = "Everything in the group goes with it, also what Terraform does not know. List what is in it first."
}

resource "azurerm_subscription" {
  category  = "identity"
  severity  = "critical"
  identity  = ["subscription_name"]
  container = "everything in the subscription"
  recovery  = "Cancels the subscription: everything in it stops, and is gone after 90 days at most."

  warn "subscription_name" {
    when = "changes"
    says = "The subscription gets another name."
  }
}

resource "azurerm_management_group" {
  category = "identity"
  severity = "critical"
  identity = ["display_name", "name"]
  recovery = "Its policies and grants no longer apply. Move its subscriptions first."
}

resource "azurerm_resource_group_template_deployment" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  disarmed_by = {
    deployment_mode                                                             = "Complete"
  }
  container = "everything the template deployed"
  recovery  = "Every resource of the deployment may go with it, whatever it is. Read the template first."

  lose "deployment_mode" {
    to   = "Complete"
    says = "Everything in the resource group goes that the template does not list."
  }

  lose "template_content" {
    when  = "changes"
    where = { deployment_mode = "Complete" }
    says  = "What the new template leaves out is deleted, and this plan lists none of it."
  }

  warn "template_content" {
    when = "changes"
    says = "It may change or replace things that this plan does not list."
  }
}

resource "azurerm_subscription_template_deployment" {
  category  = "data"
  severity  = "critical"
  identity  = ["name"]
  container = "everything the template deployed"
  recovery  = "Every resource of the deployment may go with it, whatever it is. Read the template first."

  lose "deployment_mode" {
    to   = "Complete"
    says = "Everything in the resource group goes that the template does not list."
  }
}

resource "azurerm_role_assignment" {
  category = "identity"
  severity = "high"
  identity = ["principal_id"]
  recovery = "That principal loses its access at once. Make sure that it is not yours."
}

resource "azurerm_role_definition" {
  category = "identity"
  severity = "high"
  identity = ["name"]
  recovery = "Its assignments must go first; those people lose their access."
}

resource "azurerm_user_assigned_identity" {
  category = "identity"
  severity = "high"
  identity = ["name"]
  recovery = "An identity of the same name is another principal: old grants do not return."
}

resource "azurerm_federated_identity_credential" {
  category = "identity"
  severity = "high"
  identity = ["name"]
  recovery = "Pipelines that sign in through it fail at once."
}

resource "azurerm_subscription_policy_assignment" {
  category     = "identity"
  severity     = "high"
  identity     = ["name"]
  protected_by = { enforce = true }
  recovery     = "What the policy forbade is allowed again."
}

resource "azurerm_active_directory_domain_service" {
  category = "identity"
  severity = "critical"
  identity = ["name"]
  recovery = "Joined machines lose their domain; there is no undo."
}

resource "azurerm_aadb2c_directory" {
  category = "identity"
  severity = "critical"
  identity = ["domain_name"]
  recovery = "All its users must go first, and they do not come back."
}

# Names and networks

resource "azurerm_dns_zone" {
  category = "dns"
  severity = "critical"
  identity = ["name"]
  recovery = "A new zone may have other name servers: the registrar must be told. Export the records first."
}

resource "azurerm_private_dns_zone" {
  category = "dns"
  severity = "critical"
  identity = ["name"]
  recovery = "Private endpoints stop resolving, and automatic records do not return by themselves."
}

resource "azurerm_dns_a_record" {
  category = "dns"
  severity = "high"
  identity = ["name"]
  recovery = "The name stops resolving as caches run out. Write the record's values down first."
}

resource "azurerm_dns_cname_record" {
  category = "dns"
  severity = "high"
  identity = ["name"]
  recovery = "The name stops resolving as caches run out. Write the record's value down first."
}

resource "azurerm_dns_mx_record" {
  category = "dns"
  severity = "high"
  identity = ["name"]
  recovery = "Mail no longer arrives. Write the record's values down first."
}

resource "azurerm_dns_txt_record" {
  category = "dns"
  severity = "high"
  identity = ["name"]
  recovery = "Proofs of ownership and mail policies stand there. Write the values down first."
}

resource "azurerm_dns_ns_record" {
  category = "dns"
  severity = "critical"
  identity = ["name"]
  recovery = "A whole sub-zone stops resolving."
}

resource "azurerm_private_dns_zone_virtual_network_link" {
  category = "dns"
  severity = "high"
  identity = ["name"]
  recovery = "The private names stop resolving in that network."
}

resource "azurerm_virtual_network" {
  category = "network"
  severity = "critical"
  identity = ["name"]
  recovery = "Everything in the network must go first and be built again; peerings too."

  lose "subnet" {
    when = "removed"
    key  = "name"
    says = "That subnet is deleted."
  }

  lose "address_space" {
    when = "removed"
    says = "Addresses of that range are routed no longer."
  }
}

resource "azurerm_subnet" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "Everything in the subnet must go first and be built again with other addresses."
}

resource "azurerm_virtual_network_peering" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "Traffic between the two networks stops."
}

resource "azurerm_network_security_group" {
  category = "network"
  severity = "medium"
  identity = ["name"]
  recovery = "Until the next apply brings it back, traffic that needs it stops."

  warn "security_rule" {
    when = "removed"
    key  = "name"
    says = "That rule goes; those made elsewhere go too."
  }
}

resource "azurerm_public_ip" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "A released address is rarely had again. Look for DNS records and allow lists that name it."
}

resource "azurerm_public_ip_prefix" {
  category = "network"
  severity = "critical"
  identity = ["name"]
  recovery = "The whole range is given back and cannot be had again."
}

resource "azurerm_nat_gateway" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "Outgoing traffic stops, and the address partners have allowed may change."
}

resource "azurerm_virtual_network_gateway" {
  category = "network"
  severity = "critical"
  identity = ["name"]
  recovery = "Every VPN and ExpressRoute connection through it stops; a new one takes most of an hour."
}

resource "azurerm_virtual_network_gateway_connection" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "Traffic to the other side stops until both ends are configured again."
}

resource "azurerm_express_route_circuit" {
  category = "network"
  severity = "critical"
  identity = ["name"]
  recovery = "Ends the contract for the line; setting up a new one takes weeks."
}

resource "azurerm_virtual_wan" {
  category = "network"
  severity = "critical"
  identity = ["name"]
  recovery = "Every hub and branch loses the others."
}

resource "azurerm_virtual_hub" {
  category = "network"
  severity = "critical"
  identity = ["name"]
  recovery = "Every network attached to it loses the others."
}

resource "azurerm_firewall" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "Traffic through it stops, and its addresses may change."
}

resource "azurerm_firewall_policy" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "Firewalls without it filter nothing, or let nothing through."
}

resource "azurerm_lb" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "Traffic stops until it is back and machines are attached again."
}

resource "azurerm_application_gateway" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "The sites behind it are away until it is back."
}

resource "azurerm_cdn_frontdoor_profile" {
  category = "network"
  severity = "critical"
  identity = ["name"]
  recovery = "Sites are away, and domain names must be validated again."
}

resource "azurerm_private_endpoint" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "The service is no longer reached privately, and the address changes."
}

resource "azurerm_traffic_manager_profile" {
  category     = "dns"
  severity     = "high"
  identity     = ["name"]
  protected_by = { profile_status = "Enabled" }
  recovery     = "The name that spreads the traffic stops resolving."
}

# What runs the work

resource "azurerm_kubernetes_cluster" {
  category = "cluster"
  severity = "critical"
  identity = ["name"]
  recovery = "Everything inside the cluster is gone, with its endpoint and identities; its node resource group goes too, volumes included. Back up first."

  warn "kubernetes_version" {
    when = "changes"
    says = "A newer Kubernetes version cannot be taken back."
  }

  warn "default_node_pool.vm_size" {
    when = "changes"
    says = "Every node of the default pool is replaced, one after another."
  }
}

resource "azurerm_kubernetes_cluster_node_pool" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  recovery = "Its pods are evicted; there may be nowhere for them to go. Add the new pool first."
}

resource "azurerm_redhat_openshift_cluster" {
  category = "cluster"
  severity = "critical"
  identity = ["name"]
  recovery = "Everything inside the cluster is gone. Back up first."
}

resource "azurerm_linux_virtual_machine" {
  category  = "cluster"
  severity  = "high"
  identity  = ["name"]
  force_new = ["custom_data"]
  recovery  = "What is on its own disks is gone, the system disk included. Take snapshots first."
}

resource "azurerm_windows_virtual_machine" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  recovery = "What is on its own disks is gone, the system disk included. Take snapshots first."
}

resource "azurerm_virtual_machine" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  disarmed_by = {
    delete_os_disk_on_termination    = true
    delete_data_disks_on_termination = true
  }
  recovery = "Disks that go with the machine are gone. Take snapshots first."
}

resource "azurerm_linux_virtual_machine_scale_set" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  recovery = "All its machines end at once. Add the new set first."

  lose "instances" {
    to   = 0
    says = "Every machine of the set is deleted."
  }
}

resource "azurerm_windows_virtual_machine_scale_set" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  recovery = "All its machines end at once. Add the new set first."

  lose "instances" {
    to   = 0
    says = "Every machine of the set is deleted."
  }
}

resource "azurerm_service_plan" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  recovery = "Every application on it must go first."
}

resource "azurerm_linux_web_app" {
  category     = "cluster"
  severity     = "high"
  identity     = ["name"]
  protected_by = { "backup.enabled" = true }
  disarmed_by  = { enabled = false }
  recovery     = "The site is away; its name may be taken by others, and its content is gone unless it was deployed from elsewhere."
}

resource "azurerm_windows_web_app" {
  category     = "cluster"
  severity     = "high"
  identity     = ["name"]
  protected_by = { "backup.enabled" = true }
  disarmed_by  = { enabled = false }
  recovery     = "The site is away; its name may be taken by others, and its content is gone unless it was deployed from elsewhere."
}

resource "azurerm_linux_function_app" {
  category    = "cluster"
  severity    = "high"
  identity    = ["name"]
  disarmed_by = { enabled = false }
  recovery    = "Its keys change and triggers stop."
}

resource "azurerm_windows_function_app" {
  category    = "cluster"
  severity    = "high"
  identity    = ["name"]
  disarmed_by = { enabled = false }
  recovery    = "Its keys change and triggers stop."
}

resource "azurerm_static_web_app" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "The site is away and its default address changes."
}

resource "azurerm_container_app" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  recovery = "The service stops; its address changes with its environment."
}

resource "azurerm_container_app_environment" {
  category = "cluster"
  severity = "critical"
  identity = ["name"]
  recovery = "Every app in it must go first; its address and domain change."
}

resource "azurerm_api_management" {
  category = "network"
  severity = "critical"
  identity = ["name"]
  recovery = "APIs, subscriptions and keys are gone: the provider purges the deleted service by default. Take a backup first."
}

resource "azurerm_logic_app_workflow" {
  category     = "queue"
  severity     = "high"
  identity     = ["name"]
  protected_by = { enabled = true }
  recovery     = "Runs and their history are gone, and its address changes."
}

resource "azurerm_automation_account" {
  category = "other"
  severity = "high"
  identity = ["name"]
  recovery = "Runbooks, schedules and stored credentials are gone. Export the runbooks first."
}

resource "azurerm_cognitive_account" {
  category = "data"
  severity = "high"
  identity = ["name"]
  recovery = "Recoverable for 48 hours unless purged, which the provider does by default; trained models go with it."
}

# Images, queues and devices

resource "azurerm_container_registry" {
  category = "registry"
  severity = "critical"
  identity = ["name"]
  recovery = "Every image is gone; what runs from it cannot start again. Copy the images first."

  lose "retention_policy_in_days" {
    when    = "shrinks"
    forever = [0]
    says    = "Manifests without a tag are deleted sooner."
  }
}

resource "azurerm_servicebus_namespace" {
  category = "queue"
  severity = "critical"
  identity = ["name"]
  recovery = "All queues, topics and waiting messages are gone. Let them run empty first."
}

resource "azurerm_servicebus_queue" {
  category = "queue"
  severity = "critical"
  identity = ["name"]
  recovery = "Waiting messages are gone. Let the queue run empty first."

  lose "default_message_ttl" {
    when    = "shrinks"
    forever = [null]
    says    = "Messages expire sooner."
  }

  lose "auto_delete_on_idle" {
    when    = "shrinks"
    forever = [null]
    says    = "It deletes itself when it is idle for that long."
  }

  lose "dead_lettering_on_message_expiration" {
    to   = false
    says = "Messages that expire are gone instead of set aside."
  }
}

resource "azurerm_servicebus_topic" {
  category = "queue"
  severity = "critical"
  identity = ["name"]
  recovery = "Its subscriptions and waiting messages are gone."

  lose "default_message_ttl" {
    when    = "shrinks"
    forever = [null]
    says    = "Messages expire sooner."
  }

  lose "auto_delete_on_idle" {
    when    = "shrinks"
    forever = [null]
    says    = "It deletes itself when it is idle for that long."
  }
}

resource "azurerm_servicebus_subscription" {
  category = "queue"
  severity = "critical"
  identity = ["name"]
  recovery = "Waiting messages are gone. Let the readers catch up first."

  lose "default_message_ttl" {
    when    = "shrinks"
    forever = [null]
    says    = "Messages expire sooner."
  }

  lose "auto_delete_on_idle" {
    when    = "shrinks"
    forever = [null]
    says    = "It deletes itself when it is idle for that long."
  }

  lose "dead_lettering_on_message_expiration" {
    to   = false
    says = "Messages that expire are gone instead of set aside."
  }
}

resource "azurerm_eventhub_namespace" {
  category = "queue"
  severity = "critical"
  identity = ["name"]
  recovery = "All event hubs and their events are gone. Let the readers catch up first."
}

resource "azurerm_eventhub" {
  category = "queue"
  severity = "critical"
  identity = ["name"]
  recovery = "Events not yet read are gone. Let the readers catch up first."

  lose "message_retention" {
    when = "shrinks"
    says = "Events older than that are deleted."
  }

  lose "retention_description.retention_time_in_hours" {
    when    = "shrinks"
    forever = [-1]
    says    = "Events older than that are deleted."
  }

  warn "partition_count" {
    when = "shrinks"
    says = "Azure refuses fewer partitions."
  }
}

resource "azurerm_iothub" {
  category = "queue"
  severity = "critical"
  identity = ["name"]
  recovery = "Every device's identity is gone: devices must be enrolled again. Export the registry first."

  lose "event_hub_retention_in_days" {
    when = "shrinks"
    says = "Messages older than that are deleted."
  }
}

resource "azurerm_communication_service" {
  category = "network"
  severity = "critical"
  identity = ["name"]
  recovery = "Phone numbers and users are gone; numbers may not come back."
}

# A new one is as good as the old

resource "azurerm_monitor_metric_alert" {
  category     = "other"
  severity     = "low"
  identity     = ["name"]
  protected_by = { enabled = true }
  recovery     = "The next apply brings it back; until then it does nothing."
}

resource "azurerm_monitor_action_group" {
  category     = "other"
  severity     = "low"
  identity     = ["name"]
  protected_by = { enabled = true }
  recovery     = "The next apply brings it back; until then it does nothing."
}

resource "azurerm_network_interface_security_group_association" {
  category = "network"
  severity = "low"
}

resource "azurerm_network_interface_backend_address_pool_association" {
  category = "network"
  severity = "low"
}

resource "azurerm_subnet_network_security_group_association" {
  category = "network"
  severity = "low"
}

resource "azurerm_subnet_route_table_association" {
  category = "network"
  severity = "low"
}

resource "azurerm_subnet_nat_gateway_association" {
  category = "network"
  severity = "low"
}

resource "azurerm_lb_probe" {
  category = "network"
  severity = "low"
}

# More that holds data

resource "azurerm_ai_foundry" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Some of it can be rebuilt from elsewhere. Find out what, and copy the rest first."
}

resource "azurerm_ai_foundry_project" {
  category = "data"
  severity = "high"
  identity = ["name"]
  recovery = "Some of it can be rebuilt from elsewhere. Find out what, and copy the rest first."
}

resource "azurerm_analysis_services_server" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "azurerm_confidential_ledger" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "azurerm_container_app_environment_storage" {
  category = "data"
  severity = "medium"
  identity = ["name"]
  recovery = "The next apply brings back its configuration; until then what relies on it fails."
}

resource "azurerm_cosmosdb_cassandra_cluster" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "azurerm_cosmosdb_cassandra_datacenter" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "azurerm_cosmosdb_cassandra_table" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."

  lose "default_ttl" {
    when    = "shrinks"
    forever = [null, -1, 0]
    says    = "Items older than that are deleted at once."
  }

  lose "analytical_storage_ttl" {
    when    = "shrinks"
    forever = [-1]
    says    = "The analytical copy of older items is deleted."
  }
}

resource "azurerm_cosmosdb_gremlin_database" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "For 30 days it can still be brought back, by hand and under its old name; after that nothing does."
}

resource "azurerm_cosmosdb_gremlin_graph" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "For 30 days it can still be brought back, by hand and under its old name; after that nothing does."

  lose "default_ttl" {
    when    = "shrinks"
    forever = [null, -1, 0]
    says    = "Items older than that are deleted at once."
  }

  lose "analytical_storage_ttl" {
    when    = "shrinks"
    forever = [-1]
    says    = "The analytical copy of older items is deleted."
  }
}

resource "azurerm_data_lake_store" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "azurerm_data_share" {
  category = "data"
  severity = "high"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "azurerm_data_share_account" {
  category = "data"
  severity = "high"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "azurerm_databox_edge_device" {
  category = "data"
  severity = "high"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "azurerm_digital_twins_instance" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "azurerm_elastic_cloud_elasticsearch" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "azurerm_elastic_san_volume_group" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "It is not deleted while it holds anything; emptied, nothing brings that back."
}

resource "azurerm_hdinsight_hbase_cluster" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "azurerm_healthcare_dicom_service" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "azurerm_healthcare_fhir_service" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "azurerm_healthcare_medtech_service" {
  category = "data"
  severity = "high"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "azurerm_healthcare_service" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "azurerm_healthcare_workspace" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "azurerm_hpc_cache" {
  category = "data"
  severity = "medium"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "azurerm_iot_time_series_insights_gen2_environment" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "azurerm_iotcentral_application" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "azurerm_load_test" {
  category = "data"
  severity = "medium"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "azurerm_log_analytics_cluster" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "For 14 days it can still be brought back, by hand and under its old name; after that nothing does."
}

resource "azurerm_log_analytics_workspace_table" {
  category     = "data"
  severity     = "high"
  identity     = ["name"]
  protected_by = { retention_in_days = ">=90" }
  recovery     = "For a while it can still be brought back, by hand: note its name and the time of the deletion."

  lose "total_retention_in_days" {
    when = "shrinks"
    says = "Logs older than that are deleted."
  }
}

resource "azurerm_log_analytics_workspace_table_custom_log" {
  category = "data"
  severity = "high"
  identity = ["name"]
  recovery = "For a while it can still be brought back, by hand: note its name and the time of the deletion."
}

resource "azurerm_machine_learning_compute_instance" {
  category = "data"
  severity = "high"
  identity = ["name"]
  recovery = "What is using it loses its disk in the middle of work. Stop that first."
}

resource "azurerm_managed_application" {
  category  = "data"
  severity  = "critical"
  identity  = ["name"]
  container = "every resource of its managed group"
  recovery  = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "azurerm_managed_lustre_file_system" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "azurerm_management_group_template_deployment" {
  category  = "data"
  severity  = "critical"
  identity  = ["name"]
  container = "everything the template deployed"
  recovery  = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "azurerm_media_services_account" {
  category = "data"
  severity = "high"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "azurerm_mssql_failover_group" {
  category = "data"
  severity = "high"
  identity = ["name"]
  recovery = "It gets another address; whoever calls the old one reaches nobody."
}

resource "azurerm_mssql_managed_instance_failover_group" {
  category = "data"
  severity = "high"
  identity = ["name"]
  recovery = "A new one has another id and address, and what it held is not in it."
}

resource "azurerm_mysql_database" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "azurerm_netapp_volume_group_oracle" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "azurerm_netapp_volume_group_sap_hana" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "azurerm_oracle_autonomous_database" {
  category     = "data"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { backup_retention_period_in_days = ">=7" }
  recovery     = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "azurerm_oracle_cloud_vm_cluster" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "azurerm_oracle_exascale_database_storage_vault" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "azurerm_postgresql_database" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "azurerm_qumulo_file_system" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "azurerm_redis_enterprise_cluster" {
  category = "data"
  severity = "high"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "azurerm_redis_enterprise_database" {
  category = "data"
  severity = "high"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "azurerm_sentinel_log_analytics_workspace_onboarding" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "azurerm_sentinel_watchlist" {
  category = "data"
  severity = "medium"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "azurerm_sql_database" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "For a while it can still be brought back, by hand: note its name and the time of the deletion."
}

resource "azurerm_sql_managed_database" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "For a while it can still be brought back, by hand: note its name and the time of the deletion."
}

resource "azurerm_sql_managed_instance" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "azurerm_sql_server" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Some of it can be rebuilt from elsewhere. Find out what, and copy the rest first."
}

resource "azurerm_stack_hci_virtual_hard_disk" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "azurerm_storage_data_lake_gen2_path" {
  category = "data"
  severity = "high"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "azurerm_storage_management_policy" {
  category = "data"
  severity = "medium"
  identity = ["name"]
  recovery = "The next apply brings back its configuration; until then what relies on it fails."

  lose "rule" {
    when = "added"
    key  = "name"
    says = "Blobs that the new rule is about are deleted."
  }

  lose "rule.enabled" {
    to   = true
    says = "Blobs that the rule is about are deleted."
  }
}

resource "azurerm_storage_share_directory" {
  category = "data"
  severity = "high"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "azurerm_storage_share_file" {
  category = "data"
  severity = "medium"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "azurerm_storage_sync" {
  category = "data"
  severity = "high"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "azurerm_storage_sync_cloud_endpoint" {
  category = "data"
  severity = "high"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "azurerm_storage_sync_group" {
  category = "data"
  severity = "high"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "azurerm_storage_sync_server_endpoint" {
  category = "data"
  severity = "high"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "azurerm_storage_table_entity" {
  category = "data"
  severity = "medium"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "azurerm_template_deployment" {
  category  = "data"
  severity  = "critical"
  identity  = ["name"]
  container = "everything the template deployed"
  recovery  = "It speaks for the whole list: what it granted is gone with it."

  lose "deployment_mode" {
    to   = "Complete"
    says = "Everything in the resource group goes that the template does not list."
  }
}

resource "azurerm_tenant_template_deployment" {
  category  = "data"
  severity  = "critical"
  identity  = ["name"]
  container = "everything the template deployed"
  recovery  = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "azurerm_video_indexer_account" {
  category = "data"
  severity = "high"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "azurerm_virtual_machine_data_disk_attachment" {
  category = "data"
  severity = "medium"
  identity = ["name"]
  recovery = "The next apply brings back its configuration; until then what relies on it fails."
}

resource "azurerm_virtual_machine_implicit_data_disk_from_source" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "azurerm_vmware_cluster" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "azurerm_vmware_private_cloud" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

# Backups, and what makes them

resource "azurerm_backup_container_storage_account" {
  category = "backup"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, nothing is backed up by it."
}

resource "azurerm_backup_policy_file_share" {
  category = "backup"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, nothing is backed up by it."

  lose "retention_daily.count" {
    when = "shrinks"
    says = "Recovery points beyond that number are deleted."
  }
}

resource "azurerm_backup_policy_vm_workload" {
  category = "backup"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, nothing is backed up by it."

  lose "retention_daily.count" {
    when = "shrinks"
    says = "Recovery points beyond that number are deleted."
  }
}

resource "azurerm_data_protection_backup_instance_data_lake_storage" {
  category = "backup"
  severity = "critical"
  identity = ["name"]
  recovery = "For 14 days it can still be brought back, by hand and under its old name; after that nothing does."
}

resource "azurerm_data_protection_backup_instance_kubernetes_cluster" {
  category  = "backup"
  severity  = "critical"
  identity  = ["name"]
  backup_of = { kubernetes_cluster_id = "azurerm_kubernetes_cluster" }
  recovery  = "For 14 days it can still be brought back, by hand and under its old name; after that nothing does."
}

resource "azurerm_data_protection_backup_instance_mysql_flexible_server" {
  category  = "backup"
  severity  = "critical"
  identity  = ["name"]
  backup_of = { server_id = "azurerm_mysql_flexible_server" }
  recovery  = "For 14 days it can still be brought back, by hand and under its old name; after that nothing does."
}

resource "azurerm_data_protection_backup_instance_postgresql" {
  category  = "backup"
  severity  = "critical"
  identity  = ["name"]
  backup_of = { database_id = "azurerm_postgresql_database" }
  recovery  = "For 14 days it can still be brought back, by hand and under its old name; after that nothing does."
}

resource "azurerm_data_protection_backup_policy_blob_storage" {
  category = "backup"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, nothing is backed up by it."
}

resource "azurerm_data_protection_backup_policy_disk" {
  category = "backup"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, nothing is backed up by it."
}

resource "azurerm_data_protection_backup_policy_postgresql_flexible_server" {
  category = "backup"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, nothing is backed up by it."
}

resource "azurerm_data_protection_resource_guard" {
  category = "backup"
  severity = "critical"
  identity = ["name"]
  lock     = true
  recovery = "Until the next apply brings it back, nothing is backed up by it."
}

resource "azurerm_log_analytics_data_export_rule" {
  category     = "backup"
  severity     = "medium"
  identity     = ["name"]
  protected_by = { enabled = true }
  recovery     = "Until the next apply brings it back, nothing is backed up by it."
}

resource "azurerm_monitor_aad_diagnostic_setting" {
  category = "backup"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, nothing is backed up by it."
}

resource "azurerm_monitor_data_collection_rule" {
  category = "backup"
  severity = "high"
  identity = ["name"]
  recovery = "A new one has another id; whatever refers to the old one has to follow."
}

resource "azurerm_monitor_diagnostic_setting" {
  category = "backup"
  severity = "high"
  identity = ["name"]
  recovery = "What happens meanwhile is written down nowhere. Until the next apply brings it back, nothing is backed up by it."

  disarm "enabled_log" {
    when = "removed"
    key  = "category"
    says = "That log goes nowhere from now on."
  }
}

resource "azurerm_mssql_server_extended_auditing_policy" {
  category = "backup"
  severity = "medium"
  identity = ["name"]
  protected_by = {
    enabled           = true
    retention_in_days = ">=90"
  }
  recovery = "Until the next apply brings it back, nothing is backed up by it."

  disarm "enabled" {
    to   = false
    says = "Nobody can tell any more who did what."
  }
}

resource "azurerm_netapp_backup_policy" {
  category     = "backup"
  severity     = "high"
  identity     = ["name"]
  protected_by = { enabled = true }
  recovery     = "Until the next apply brings it back, nothing is backed up by it."
}

resource "azurerm_netapp_backup_vault" {
  category = "backup"
  severity = "critical"
  identity = ["name"]
  recovery = "It is not deleted while it holds anything; emptied, nothing brings that back."
}

resource "azurerm_netapp_snapshot_policy" {
  category     = "backup"
  severity     = "high"
  identity     = ["name"]
  protected_by = { enabled = true }
  recovery     = "Until the next apply brings it back, nothing is backed up by it."

  lose "enabled" {
    to   = false
    says = "No more snapshots are taken."
  }
}

resource "azurerm_network_watcher_flow_log" {
  category = "backup"
  severity = "medium"
  identity = ["name"]
  protected_by = {
    enabled                 = true
    "retention_policy.days" = ">=90"
  }
  recovery = "Until the next apply brings it back, nothing is backed up by it."
}

resource "azurerm_oracle_autonomous_database_backup" {
  category = "backup"
  severity = "critical"
  identity = ["name"]
  recovery = "These copies are gone for good. Make sure that what they were made of is still there."
}

resource "azurerm_postgresql_flexible_server_backup" {
  category = "backup"
  severity = "high"
  identity = ["name"]
  recovery = "These copies are gone for good. Make sure that what they were made of is still there."
}

resource "azurerm_recovery_services_vault_resource_guard_association" {
  category = "backup"
  severity = "critical"
  identity = ["name"]
  lock     = true
  recovery = "Until the next apply brings it back, nothing is backed up by it."
}

resource "azurerm_redis_linked_server" {
  category   = "backup"
  severity   = "high"
  identity   = ["name"]
  replica_of = ["linked_redis_cache_id"]
  recovery   = "Until the next apply brings it back, nothing is backed up by it."
}

resource "azurerm_site_recovery_fabric" {
  category = "backup"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, nothing is backed up by it."
}

resource "azurerm_site_recovery_replication_policy" {
  category = "backup"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, nothing is backed up by it."
}

resource "azurerm_site_recovery_replication_recovery_plan" {
  category = "backup"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, nothing is backed up by it."
}

resource "azurerm_site_recovery_vmware_replicated_vm" {
  category = "backup"
  severity = "critical"
  identity = ["name"]
  recovery = "These copies are gone for good. Make sure that what they were made of is still there."
}

resource "azurerm_storage_object_replication" {
  category = "backup"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, nothing is backed up by it."
}

resource "azurerm_virtual_machine_restore_point" {
  category = "backup"
  severity = "critical"
  identity = ["name"]
  recovery = "These copies are gone for good. Make sure that what they were made of is still there."
}

resource "azurerm_virtual_machine_restore_point_collection" {
  category  = "backup"
  severity  = "critical"
  identity  = ["name"]
  backup_of = { source_virtual_machine_id = "azurerm_linux_virtual_machine|azurerm_windows_virtual_machine" }
  recovery  = "These copies are gone for good. Make sure that what they were made of is still there."
}

# Keys

resource "azurerm_attestation_provider" {
  category = "key"
  severity = "high"
  identity = ["name"]
  recovery = "A new one is another key: what the old one encrypted or signed does not open with it."
}

resource "azurerm_dedicated_hardware_security_module" {
  category = "key"
  severity = "critical"
  identity = ["name"]
  recovery = "What it encrypted can never be read again. Find out what uses it, and re-encrypt that first."
}

resource "azurerm_key_vault_managed_hardware_security_module_key" {
  category = "key"
  severity = "critical"
  identity = ["name"]
  recovery = "For 7 to 90 days it can still be brought back, by hand and under its old name; after that nothing does."
}

resource "azurerm_mssql_managed_instance_transparent_data_encryption" {
  category = "key"
  severity = "critical"
  identity = ["name"]
  recovery = "Until the next apply brings it back, what needs the key fails."
}

resource "azurerm_mssql_server_transparent_data_encryption" {
  category = "key"
  severity = "critical"
  identity = ["name"]
  recovery = "Until the next apply brings it back, what needs the key fails."
}

resource "azurerm_storage_account_customer_managed_key" {
  category = "key"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, what needs the key fails."
}

resource "azurerm_storage_encryption_scope" {
  category = "key"
  severity = "high"
  identity = ["name"]
  recovery = "Nothing is deleted outside: Terraform lets go of it, and nobody looks after it."
}

resource "azurerm_synapse_workspace_key" {
  category     = "key"
  severity     = "high"
  identity     = ["name"]
  protected_by = { active = true }
  recovery     = "Until the next apply brings it back, what needs the key fails."
}

resource "azurerm_trusted_signing_account" {
  category = "key"
  severity = "high"
  identity = ["name"]
  recovery = "What it encrypted can never be read again. Find out what uses it, and re-encrypt that first."
}

# Secrets

resource "azurerm_api_management_subscription" {
  category = "secret"
  severity = "high"
  identity = ["name"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "azurerm_automation_variable_string" {
  category = "secret"
  severity = "medium"
  identity = ["name"]
  recovery = "The next apply brings it back; until then what needs it fails."
}

resource "azurerm_container_registry_token" {
  category     = "secret"
  severity     = "medium"
  identity     = ["name"]
  protected_by = { enabled = true }
  recovery     = "The next apply brings it back; until then what needs it fails."
}

# Who may do what

resource "azurerm_api_management_product" {
  category = "identity"
  severity = "medium"
  identity = ["name"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "azurerm_blueprint_assignment" {
  category     = "identity"
  severity     = "high"
  identity     = ["name"]
  protected_by = { lock_mode = "AllResourcesDoNotDelete" }
  recovery     = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "azurerm_email_communication_service_domain" {
  category = "identity"
  severity = "high"
  identity = ["name"]
  recovery = "A new one has another id; policies that name the old one do not know it."
}

resource "azurerm_iothub_dps" {
  category = "identity"
  severity = "critical"
  identity = ["name"]
  recovery = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

resource "azurerm_lighthouse_assignment" {
  category = "identity"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "azurerm_management_group_policy_assignment" {
  category     = "identity"
  severity     = "high"
  identity     = ["name"]
  protected_by = { enforce = true }
  recovery     = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "azurerm_management_group_subscription_association" {
  category = "identity"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "azurerm_pim_eligible_role_assignment" {
  category = "identity"
  severity = "medium"
  identity = ["name"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "azurerm_policy_definition" {
  category = "identity"
  severity = "medium"
  identity = ["name"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "azurerm_policy_set_definition" {
  category = "identity"
  severity = "medium"
  identity = ["name"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "azurerm_resource_group_policy_assignment" {
  category     = "identity"
  severity     = "medium"
  identity     = ["name"]
  protected_by = { enforce = true }
  recovery     = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "azurerm_storage_account_local_user" {
  category = "identity"
  severity = "medium"
  identity = ["name"]
  recovery = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

# Names

resource "azurerm_app_service_custom_hostname_binding" {
  category = "dns"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, its names do not resolve."
}

resource "azurerm_cdn_frontdoor_custom_domain" {
  category = "dns"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, its names do not resolve."
}

resource "azurerm_dns_aaaa_record" {
  category = "dns"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, its names do not resolve."
}

resource "azurerm_dns_caa_record" {
  category = "dns"
  severity = "medium"
  identity = ["name"]
  recovery = "Until the next apply brings it back, its names do not resolve."
}

resource "azurerm_dns_srv_record" {
  category = "dns"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, its names do not resolve."
}

resource "azurerm_private_dns_a_record" {
  category = "dns"
  severity = "medium"
  identity = ["name"]
  recovery = "Until the next apply brings it back, its names do not resolve."
}

resource "azurerm_private_dns_resolver" {
  category = "dns"
  severity = "high"
  identity = ["name"]
  recovery = "A new one has another id, and perhaps other name servers: the names above it have to follow."
}

resource "azurerm_private_dns_resolver_dns_forwarding_ruleset" {
  category = "dns"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, its names do not resolve."
}

resource "azurerm_private_dns_resolver_inbound_endpoint" {
  category = "dns"
  severity = "high"
  identity = ["name"]
  recovery = "It gets other addresses; whoever lets only the old ones through turns it away."
}

# Networks

resource "azurerm_api_management_api" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, traffic that needs it stops."
}

resource "azurerm_bastion_host" {
  category = "network"
  severity = "medium"
  identity = ["name"]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "azurerm_cdn_endpoint" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "A new one has another address; whoever knows the old one is cut off."
}

resource "azurerm_cdn_frontdoor_endpoint" {
  category     = "network"
  severity     = "high"
  identity     = ["name"]
  protected_by = { enabled = true }
  recovery     = "It gets another address; whoever calls the old one reaches nobody."
}

resource "azurerm_cdn_profile" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "A new one has another address; whoever knows the old one is cut off."
}

resource "azurerm_custom_ip_prefix" {
  category = "network"
  severity = "critical"
  identity = ["name"]
  recovery = "An address range of one's own has to be proven again. A new one has another address; whoever knows the old one is cut off."
}

resource "azurerm_express_route_circuit_authorization" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "A new one has another address; whoever knows the old one is cut off."
}

resource "azurerm_express_route_circuit_peering" {
  category = "network"
  severity = "critical"
  identity = ["name"]
  recovery = "Until the next apply brings it back, traffic that needs it stops."
}

resource "azurerm_express_route_connection" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, traffic that needs it stops."
}

resource "azurerm_express_route_gateway" {
  category = "network"
  severity = "critical"
  identity = ["name"]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "azurerm_express_route_port" {
  category = "network"
  severity = "critical"
  identity = ["name"]
  recovery = "A new one has another address; whoever knows the old one is cut off."
}

resource "azurerm_firewall_policy_rule_collection_group" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, traffic that needs it stops."
}

resource "azurerm_frontdoor" {
  category = "network"
  severity = "critical"
  identity = ["name"]
  recovery = "A new one has another address; whoever knows the old one is cut off."
}

resource "azurerm_local_network_gateway" {
  category = "network"
  severity = "medium"
  identity = ["name"]
  recovery = "Until the next apply brings it back, traffic that needs it stops."
}

resource "azurerm_network_ddos_protection_plan" {
  category = "network"
  severity = "medium"
  identity = ["name"]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "azurerm_network_interface" {
  category = "network"
  severity = "medium"
  identity = ["name"]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "azurerm_network_manager" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "A new one has another address; whoever knows the old one is cut off."
}

resource "azurerm_network_manager_ipam_pool" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "A new one has another address; whoever knows the old one is cut off."
}

resource "azurerm_postgresql_flexible_server_virtual_endpoint" {
  category = "network"
  severity = "medium"
  identity = ["name"]
  recovery = "Until the next apply brings it back, traffic that needs it stops."
}

resource "azurerm_private_link_service" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "azurerm_route_table" {
  category = "network"
  severity = "medium"
  identity = ["name"]
  recovery = "Until the next apply brings it back, traffic that needs it stops."
}

resource "azurerm_signalr_service" {
  category = "network"
  severity = "medium"
  identity = ["name"]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "azurerm_static_site" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "A new one has another address; whoever knows the old one is cut off."
}

resource "azurerm_virtual_hub_connection" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, traffic that needs it stops."
}

resource "azurerm_vpn_gateway" {
  category = "network"
  severity = "critical"
  identity = ["name"]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "azurerm_web_application_firewall_policy" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, traffic that needs it stops."
}

resource "azurerm_web_pubsub" {
  category = "network"
  severity = "medium"
  identity = ["name"]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

# What runs

resource "azurerm_app_service" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  recovery = "For 30 days it can still be brought back, by hand and under its old name; after that nothing does."
}

resource "azurerm_app_service_environment_v3" {
  category = "cluster"
  severity = "critical"
  identity = ["name"]
  recovery = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "azurerm_app_service_plan" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, what runs on it stands still."
}

resource "azurerm_arc_kubernetes_cluster" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, what runs on it stands still."
}

resource "azurerm_availability_set" {
  category = "cluster"
  severity = "medium"
  identity = ["name"]
  recovery = "A new one has another id; whatever refers to the old one has to follow."
}

resource "azurerm_batch_account" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  recovery = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "azurerm_batch_pool" {
  category = "cluster"
  severity = "medium"
  identity = ["name"]
  recovery = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "azurerm_capacity_reservation" {
  category = "cluster"
  severity = "medium"
  identity = ["name"]
  recovery = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "azurerm_cognitive_deployment" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, what runs on it stands still."
}

resource "azurerm_container_group" {
  category = "cluster"
  severity = "medium"
  identity = ["name"]
  recovery = "Until the next apply brings it back, what runs on it stands still."
}

resource "azurerm_dedicated_host" {
  category = "cluster"
  severity = "medium"
  identity = ["name"]
  recovery = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "azurerm_dev_center" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  recovery = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "azurerm_dev_center_project" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  recovery = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "azurerm_dev_test_lab" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  recovery = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "azurerm_fabric_capacity" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  recovery = "For 7 days it can still be brought back, by hand and under its old name; after that nothing does."
}

resource "azurerm_function_app" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  recovery = "Some of it can be rebuilt from elsewhere. Find out what, and copy the rest first."
}

resource "azurerm_function_app_flex_consumption" {
  category    = "cluster"
  severity    = "high"
  identity    = ["name"]
  disarmed_by = { enabled = false }
  recovery    = "Some of it can be rebuilt from elsewhere. Find out what, and copy the rest first."
}

resource "azurerm_hdinsight_hadoop_cluster" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  recovery = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "azurerm_hdinsight_interactive_query_cluster" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  recovery = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "azurerm_hdinsight_spark_cluster" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  recovery = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "azurerm_integration_service_environment" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  recovery = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "azurerm_kubernetes_automatic_cluster" {
  category = "cluster"
  severity = "critical"
  identity = ["name"]
  recovery = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "azurerm_kubernetes_cluster_extension" {
  category = "cluster"
  severity = "medium"
  identity = ["name"]
  recovery = "Until the next apply brings it back, what runs on it stands still."
}

resource "azurerm_kubernetes_fleet_manager" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  recovery = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "azurerm_kubernetes_flux_configuration" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, what runs on it stands still."
}

resource "azurerm_logic_app_standard" {
  category    = "cluster"
  severity    = "high"
  identity    = ["name"]
  disarmed_by = { enabled = false }
  recovery    = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "azurerm_oracle_exadata_infrastructure" {
  category = "cluster"
  severity = "critical"
  identity = ["name"]
  recovery = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "azurerm_orchestrated_virtual_machine_scale_set" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  recovery = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."

  lose "instances" {
    to   = 0
    says = "Every machine of the set is deleted."
  }
}

resource "azurerm_powerbi_embedded" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, what runs on it stands still."
}

resource "azurerm_service_fabric_cluster" {
  category = "cluster"
  severity = "critical"
  identity = ["name"]
  recovery = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "azurerm_service_fabric_managed_cluster" {
  category = "cluster"
  severity = "critical"
  identity = ["name"]
  recovery = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "azurerm_spring_cloud_service" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  recovery = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "azurerm_stack_hci_cluster" {
  category = "cluster"
  severity = "critical"
  identity = ["name"]
  recovery = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "azurerm_synapse_spark_pool" {
  category = "cluster"
  severity = "medium"
  identity = ["name"]
  recovery = "Until the next apply brings it back, what runs on it stands still."
}

resource "azurerm_virtual_desktop_host_pool" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  recovery = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "azurerm_virtual_desktop_workspace" {
  category = "cluster"
  severity = "medium"
  identity = ["name"]
  recovery = "A new one has another id; whatever refers to the old one has to follow."
}

# What waits and what delivers it

resource "azurerm_eventgrid_domain" {
  category = "queue"
  severity = "high"
  identity = ["name"]
  recovery = "A new one has another id; whatever refers to the old one has to follow."
}

resource "azurerm_eventgrid_event_subscription" {
  category = "queue"
  severity = "medium"
  identity = ["name"]
  recovery = "Until the next apply brings it back, nothing is delivered, and some of it is lost."
}

resource "azurerm_eventgrid_namespace" {
  category = "queue"
  severity = "high"
  identity = ["name"]
  recovery = "What waits in it unread is gone. Stop what writes, and drain it first."
}

resource "azurerm_eventgrid_topic" {
  category = "queue"
  severity = "high"
  identity = ["name"]
  recovery = "A new one has another id; whatever refers to the old one has to follow."
}

resource "azurerm_eventhub_cluster" {
  category = "queue"
  severity = "critical"
  identity = ["name"]
  recovery = "What waits in it unread is gone. Stop what writes, and drain it first."
}

resource "azurerm_eventhub_consumer_group" {
  category = "queue"
  severity = "medium"
  identity = ["name"]
  recovery = "Until the next apply brings it back, nothing is delivered, and some of it is lost."
}

resource "azurerm_eventhub_namespace_disaster_recovery_config" {
  category = "queue"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, nothing is delivered, and some of it is lost."
}

resource "azurerm_hdinsight_kafka_cluster" {
  category = "queue"
  severity = "critical"
  identity = ["name"]
  recovery = "What is using it loses its disk in the middle of work. Stop that first."
}

resource "azurerm_notification_hub" {
  category = "queue"
  severity = "high"
  identity = ["name"]
  recovery = "What waits in it unread is gone. Stop what writes, and drain it first."
}

resource "azurerm_notification_hub_namespace" {
  category = "queue"
  severity = "high"
  identity = ["name"]
  recovery = "What waits in it unread is gone. Stop what writes, and drain it first."
}

resource "azurerm_relay_namespace" {
  category = "queue"
  severity = "medium"
  identity = ["name"]
  recovery = "A new one has another id; whatever refers to the old one has to follow."
}

resource "azurerm_servicebus_namespace_disaster_recovery_config" {
  category = "queue"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, nothing is delivered, and some of it is lost."
}

resource "azurerm_stream_analytics_job" {
  category = "queue"
  severity = "high"
  identity = ["name"]
  recovery = "Its place in the stream is lost: work is done twice or left out."
}

# What was published

resource "azurerm_eventhub_namespace_schema_group" {
  category = "registry"
  severity = "high"
  identity = ["name"]
  recovery = "What was published in it is gone, and whatever fetches it fails. Copy it elsewhere first."
}

resource "azurerm_shared_image" {
  category = "registry"
  severity = "high"
  identity = ["name"]
  recovery = "What was published in it is gone, and whatever fetches it fails. Copy it elsewhere first."
}

# Everything else

resource "azurerm_app_configuration_key" {
  category     = "other"
  severity     = "medium"
  identity     = ["name"]
  protected_by = { locked = true }
  recovery     = "The next apply brings it back; until then it does nothing."
}

resource "azurerm_automation_runbook" {
  category = "other"
  severity = "medium"
  identity = ["name"]
  recovery = "What it has gathered is gone; a new one starts from nothing."
}

resource "azurerm_bot_service_azure_bot" {
  category = "other"
  severity = "medium"
  identity = ["name"]
  recovery = "The next apply brings it back; until then it does nothing."
}

resource "azurerm_chaos_studio_experiment" {
  category = "other"
  severity = "medium"
  identity = ["name"]
  recovery = "The next apply brings it back; until then it does nothing."
}

resource "azurerm_consumption_budget_subscription" {
  category = "other"
  severity = "medium"
  identity = ["name"]
  recovery = "The next apply brings it back; until then it does nothing."
}

resource "azurerm_cost_anomaly_alert" {
  category = "other"
  severity = "medium"
  identity = ["name"]
  recovery = "The next apply brings it back; until then it does nothing."
}

resource "azurerm_data_factory_integration_runtime_self_hosted" {
  category = "other"
  severity = "high"
  identity = ["name"]
  recovery = "A new one has another id; whatever refers to the old one has to follow."
}

resource "azurerm_data_factory_pipeline" {
  category = "other"
  severity = "medium"
  identity = ["name"]
  recovery = "The next apply brings it back; until then it does nothing."
}

resource "azurerm_data_factory_trigger_schedule" {
  category     = "other"
  severity     = "medium"
  identity     = ["name"]
  protected_by = { activated = true }
  recovery     = "The next apply brings it back; until then it does nothing."
}

resource "azurerm_datadog_monitor" {
  category = "other"
  severity = "medium"
  identity = ["name"]
  recovery = "What it has gathered is gone; a new one starts from nothing."
}

resource "azurerm_iothub_device_update_account" {
  category = "other"
  severity = "medium"
  identity = ["name"]
  recovery = "What it has gathered is gone; a new one starts from nothing."
}

resource "azurerm_logic_app_integration_account" {
  category = "other"
  severity = "high"
  identity = ["name"]
  recovery = "What it has gathered is gone; a new one starts from nothing."
}

resource "azurerm_machine_learning_datastore_blobstorage" {
  category = "other"
  severity = "medium"
  identity = ["name"]
  recovery = "The next apply brings it back; until then it does nothing."
}

resource "azurerm_maps_account" {
  category = "other"
  severity = "medium"
  identity = ["name"]
  recovery = "A new one has another id; whatever refers to the old one has to follow."
}

resource "azurerm_mssql_job_agent" {
  category = "other"
  severity = "medium"
  identity = ["name"]
  recovery = "What it has gathered is gone; a new one starts from nothing."
}

resource "azurerm_mysql_configuration" {
  category = "other"
  severity = "medium"
  identity = ["name"]
  recovery = "The next apply brings it back; until then it does nothing."
}

resource "azurerm_portal_dashboard" {
  category = "other"
  severity = "medium"
  identity = ["name"]
  recovery = "The next apply brings it back; until then it does nothing."
}

resource "azurerm_resource_provider_registration" {
  category = "other"
  severity = "medium"
  identity = ["name"]
  recovery = "The next apply brings it back; until then it does nothing."
}

resource "azurerm_security_center_subscription_pricing" {
  category     = "other"
  severity     = "high"
  identity     = ["name"]
  protected_by = { tier = "Standard" }
  recovery     = "The next apply brings it back; until then it does nothing."

  disarm "tier" {
    from = ["Standard"]
    to   = "Free"
    says = "Nothing looks for attacks on these any more."
  }
}

resource "azurerm_sentinel_alert_rule_scheduled" {
  category     = "other"
  severity     = "medium"
  identity     = ["name"]
  protected_by = { enabled = true }
  recovery     = "The next apply brings it back; until then it does nothing."
}

resource "azurerm_storage_mover" {
  category = "other"
  severity = "medium"
  identity = ["name"]
  recovery = "The next apply brings it back; until then it does nothing."
}
