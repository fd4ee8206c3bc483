# Resource types of the Google Cloud providers (google and google-beta): what they hold, what guards them, and what
# losing one takes. Maintained by hand.

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
  recovery = "Backups go with the instance unless they are retained, and the name stays blocked for about a week. Export it or take a final backup first."
}

resource "google_sql_database" {
  category     = "data"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "The database's tables are gone; only a backup of the whole instance brings them back. Export it first."
}

resource "google_sql_user" {
  category = "identity"
  severity = "medium"
  identity = ["name"]
}

resource "google_spanner_instance" {
  category     = "data"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  disarmed_by  = { force_destroy = true }
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
  recovery = "Comes back only from a backup, as a new database. Create a backup first."
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
  recovery    = "All tables are gone, and backups in its clusters too. Copy a backup to another instance first."
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
}

resource "google_bigquery_dataset" {
  category     = "data"
  severity     = "critical"
  identity     = ["dataset_id"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  disarmed_by  = { delete_contents_on_destroy = true }
  recovery     = "Tables can be restored only within the time-travel window of a few days. Copy the dataset first."
}

resource "google_bigquery_table" {
  category = "data"
  severity = "critical"
  identity = ["table_id"]
  protected_by = {
    deletion_protection = true
    deletion_policy     = "PREVENT|ABANDON"
  }
  recovery = "Restorable within the time-travel window of a few days, under the same name. Make a table snapshot first."
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
  recovery    = "All documents are gone. Export the database to a bucket first."
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
  recovery    = "Comes back only as a new cluster from a backup. Take an on-demand backup first."
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
    deletion_protection = true
    deletion_policy     = "PREVENT|ABANDON"
  }
  recovery = "A cache fills again; what is only there is gone. Export it to a bucket first."
}

resource "google_redis_cluster" {
  category = "data"
  severity = "high"
  identity = ["name"]
  protected_by = {
    deletion_protection_enabled = true
    deletion_policy             = "PREVENT|ABANDON"
  }
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
  recovery = "A cache fills again; what is only there is gone. Take a backup first."
}

resource "google_datastream_stream" {
  category     = "queue"
  severity     = "high"
  identity     = ["display_name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "The position in the source is forgotten; a new stream copies everything again."
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
  }
  disarmed_by = {
    force_destroy                                   = true
    "soft_delete_policy.retention_duration_seconds" = 0
  }
  recovery = "Objects come back only within the soft-delete period, where it is on; the name may be taken by others. Copy the bucket first."
}

resource "google_storage_bucket_object" {
  category     = "data"
  severity     = "high"
  identity     = ["name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Comes back only from a version or within the soft-delete period. Copy it first."
}

resource "google_compute_disk" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  protected_by = {
    create_snapshot_before_destroy = true
    deletion_policy                = "PREVENT|ABANDON"
  }
  recovery = "A disk comes back only from a snapshot. Take one first."
}

resource "google_compute_region_disk" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  protected_by = {
    create_snapshot_before_destroy = true
    deletion_policy                = "PREVENT|ABANDON"
  }
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
}

resource "google_logging_project_sink" {
  category    = "backup"
  severity    = "high"
  identity    = ["name"]
  disarmed_by = { disabled = true }
  recovery    = "Log entries that arrive meanwhile are not copied, and the writer's identity may change."
}

resource "google_logging_organization_sink" {
  category    = "backup"
  severity    = "critical"
  identity    = ["name"]
  disarmed_by = { disabled = true }
  recovery    = "Log entries that arrive meanwhile are not copied, for the whole organization."
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
  recovery     = "A backup cannot be brought back."
}

resource "google_filestore_backup" {
  category     = "backup"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "A backup cannot be brought back."
}

resource "google_netapp_backup" {
  category     = "backup"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "A backup cannot be brought back."
}

resource "google_netapp_backup_vault" {
  category     = "backup"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Its backups must go first; they cannot be brought back."
}

resource "google_compute_snapshot" {
  category     = "backup"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "A snapshot cannot be brought back. Make another one first while the disk still lives."
}

resource "google_compute_machine_image" {
  category     = "backup"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
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
}

resource "google_backup_dr_backup_vault" {
  category     = "backup"
  severity     = "critical"
  identity     = ["backup_vault_id"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  disarmed_by = {
    force_delete                = true
    ignore_inactive_datasources = true
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
    deactivated               = false
    deletion_policy           = "PREVENT|ABANDON"
    "retention_policy.locked" = true
  }
  recovery = "The cluster is no longer backed up, and the plan's backups must go first."
}

# Keys, secrets and certificates

resource "google_kms_key_ring" {
  category = "key"
  severity = "critical"
  identity = ["name"]
  recovery = "A key ring cannot be deleted: Terraform only forgets it, and the name cannot be used again."
}

resource "google_kms_crypto_key" {
  category     = "key"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "All its versions are destroyed; what they encrypted is unreadable once the waiting period of days has passed. Restore the versions before that."
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
  recovery = "Every version is gone at once. Copy the current value to a safe place first."
}

resource "google_secret_manager_secret_version" {
  category = "secret"
  severity = "critical"
  identity = ["secret"]
  protected_by = {
    enabled         = true
    deletion_policy = "ABANDON|DISABLE"
  }
  recovery = "The value is gone at once unless its secret delays destruction. Copy it to a safe place first."
}

resource "google_privateca_certificate_authority" {
  category     = "key"
  severity     = "critical"
  identity     = ["certificate_authority_id"]
  protected_by = { deletion_protection = true }
  disarmed_by = {
    skip_grace_period                      = true
    ignore_active_certificates_on_deletion = true
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
  recovery     = "Everything in the project stops now and is gone after 30 days; until then gcloud projects undelete brings most of it back. The id is never free again."
}

resource "google_folder" {
  category = "identity"
  severity = "critical"
  identity = ["display_name"]
  protected_by = {
    deletion_protection = true
    deletion_policy     = "PREVENT|ABANDON"
  }
  recovery = "Restorable for 30 days. Its projects must be moved first."
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
}

resource "google_folder_iam_policy" {
  category = "identity"
  severity = "critical"
  identity = ["folder"]
  recovery = "Every grant on the folder is replaced at once. Compare the policies first."
}

resource "google_organization_iam_policy" {
  category = "identity"
  severity = "critical"
  identity = ["org_id"]
  recovery = "Every grant on the organization is replaced at once: you may lock everybody out."
}

resource "google_project_iam_binding" {
  category = "identity"
  severity = "high"
  identity = ["role"]
  recovery = "Everybody who holds the role on the project loses it, also those granted elsewhere."
}

resource "google_service_account" {
  category     = "identity"
  severity     = "critical"
  identity     = ["email", "account_id"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Undeletable for 30 days by its number. An account of the same name is another principal: old grants do not return."
}

resource "google_service_account_key" {
  category = "secret"
  severity = "high"
  identity = ["name"]
  recovery = "Whoever carries the key fails at once, and it cannot be had again."
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
  category = "dns"
  severity = "critical"
  identity = ["domain_name"]
  recovery = "The registration may end: somebody else could take the name."
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
  category = "network"
  severity = "medium"
  identity = ["name"]
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
  category     = "network"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "The data centre loses this network."
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
  recovery = "Everything inside the cluster is gone, with its endpoint and certificate; volumes may stay behind. Back up with Backup for GKE first."
}

resource "google_container_node_pool" {
  category     = "cluster"
  severity     = "high"
  identity     = ["name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Its pods are evicted; there may be nowhere for them to go. Add the new pool first."
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
  recovery = "Disks that go with the machine are gone, and its addresses change. Take snapshots first."
}

resource "google_compute_instance_group_manager" {
  category     = "cluster"
  severity     = "high"
  identity     = ["name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "All its machines end at once, stateful disks with them. Add the new group first."
}

resource "google_compute_region_instance_group_manager" {
  category     = "cluster"
  severity     = "high"
  identity     = ["name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "All its machines end at once, stateful disks with them. Add the new group first."
}

resource "google_cloud_run_v2_service" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  protected_by = {
    deletion_protection = true
    deletion_policy     = "PREVENT|ABANDON"
  }
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
  category     = "data"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Runs, variables and connections are gone; the bucket with the DAGs stays. Save a snapshot first."
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
  category    = "data"
  severity    = "critical"
  identity    = ["name"]
  disarmed_by = { delete_policy = "DELETE" }
  recovery    = "Every resource of the deployment goes with it, whatever it is."
}

# Images, queues and search

resource "google_artifact_registry_repository" {
  category     = "registry"
  severity     = "critical"
  identity     = ["repository_id"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  disarmed_by  = { cleanup_policy_dry_run = false }
  recovery     = "Every image and package is gone; what runs from it cannot start again. Copy them first."
}

resource "google_pubsub_topic" {
  category     = "queue"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Subscriptions lose their source for good, even when a topic of the same name returns."
}

resource "google_pubsub_subscription" {
  category     = "queue"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Messages not yet read are gone. Let the readers catch up first."
}

resource "google_cloud_tasks_queue" {
  category     = "queue"
  severity     = "high"
  identity     = ["name"]
  protected_by = { deletion_policy = "PREVENT|ABANDON" }
  recovery     = "Waiting tasks are gone, and the name is blocked for days."
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
}

resource "google_monitoring_dashboard" {
  category = "other"
  severity = "low"
}

resource "google_project_iam_member" {
  category = "identity"
  severity = "low"
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
