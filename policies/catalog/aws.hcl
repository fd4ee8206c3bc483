# Resource types of the AWS provider: what they hold, what guards them, and what
# losing one takes. Maintained by hand.

# Relational databases and warehouses

resource "aws_db_instance" {
  category = "data"
  severity = "critical"
  identity = ["identifier"]
  protected_by = {
    deletion_protection      = true
    delete_automated_backups = false
  }
  disarmed_by = {
    skip_final_snapshot     = true
    backup_retention_period = 0
  }
  recovery = "Comes back only as a new instance with a new endpoint, restored from a snapshot. Take a snapshot first: automated backups usually go with the instance."
}

resource "aws_rds_cluster" {
  category = "data"
  severity = "critical"
  identity = ["cluster_identifier"]
  protected_by = {
    deletion_protection      = true
    delete_automated_backups = false
  }
  disarmed_by = { skip_final_snapshot = true }
  recovery    = "Comes back only as a new cluster with new endpoints, restored from a snapshot. Take a cluster snapshot first, and note the parameter groups in use."
}

resource "aws_rds_cluster_instance" {
  category = "cluster"
  severity = "high"
  identity = ["identifier"]
  recovery = "The data stays in the cluster's volume as long as the cluster lives. Make sure this is neither the writer nor the last instance."
}

resource "aws_rds_global_cluster" {
  category     = "data"
  severity     = "critical"
  identity     = ["global_cluster_identifier"]
  protected_by = { deletion_protection = true }
  disarmed_by  = { force_destroy = true }
  recovery     = "Ends the replication between regions; rebuilding it copies everything again. Check first which region is to stay the writer."
}

resource "aws_docdb_cluster" {
  category     = "data"
  severity     = "critical"
  identity     = ["cluster_identifier"]
  protected_by = { deletion_protection = true }
  disarmed_by  = { skip_final_snapshot = true }
  recovery     = "Comes back only as a new cluster from a snapshot. Take a cluster snapshot first."
}

resource "aws_docdb_cluster_instance" {
  category = "cluster"
  severity = "high"
  identity = ["identifier"]
  recovery = "The data stays in the cluster's volume. Make sure another instance can serve it."
}

resource "aws_docdb_global_cluster" {
  category     = "data"
  severity     = "critical"
  identity     = ["global_cluster_identifier"]
  protected_by = { deletion_protection = true }
  recovery     = "Ends the replication between regions; rebuilding it copies everything again."
}

resource "aws_docdbelastic_cluster" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Comes back only from a snapshot, under a new endpoint. Take one first."
}

resource "aws_neptune_cluster" {
  category     = "data"
  severity     = "critical"
  identity     = ["cluster_identifier"]
  protected_by = { deletion_protection = true }
  disarmed_by  = { skip_final_snapshot = true }
  recovery     = "Comes back only as a new cluster from a snapshot. Take a cluster snapshot first."
}

resource "aws_neptune_cluster_instance" {
  category = "cluster"
  severity = "high"
  identity = ["identifier"]
  recovery = "The graph stays in the cluster's volume. Make sure another instance can serve it."
}

resource "aws_redshift_cluster" {
  category = "data"
  severity = "critical"
  identity = ["cluster_identifier"]
  disarmed_by = {
    skip_final_snapshot                 = true
    automated_snapshot_retention_period = 0
  }
  recovery = "Comes back as a new cluster from a snapshot, in hours for a large warehouse. Take a manual snapshot first: automated ones go with the cluster."
}

resource "aws_redshiftserverless_namespace" {
  category = "data"
  severity = "critical"
  identity = ["namespace_name"]
  recovery = "The warehouse's tables and users live in the namespace. Take a snapshot or start a recovery-point restore first."
}

resource "aws_redshiftserverless_workgroup" {
  category = "cluster"
  severity = "high"
  identity = ["workgroup_name"]
  recovery = "The data stays in the namespace; every connection breaks until the endpoint is back."
}

resource "aws_lightsail_database" {
  category     = "data"
  severity     = "critical"
  identity     = ["relational_database_name"]
  protected_by = { backup_retention_enabled = true }
  disarmed_by  = { skip_final_snapshot = true }
  recovery     = "Comes back only from a snapshot. Take one first."
}

# Other databases, caches and search

resource "aws_dynamodb_table" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  protected_by = {
    deletion_protection_enabled      = true
    "point_in_time_recovery.enabled" = true
  }
  recovery = "With point-in-time recovery on, AWS keeps a last backup for 35 days; without it nothing is left. Create an on-demand backup first."
}

resource "aws_dynamodb_table_replica" {
  category = "data"
  severity = "high"
  identity = ["global_table_arn"]
  protected_by = {
    deletion_protection_enabled = true
    point_in_time_recovery      = true
  }
  recovery = "The other regions keep the data; adding the replica again copies the whole table."
}

resource "aws_dynamodb_global_table" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Takes the replicas apart. Check in which region the table is to live on, and that it is in step."
}

resource "aws_dsql_cluster" {
  category     = "data"
  severity     = "critical"
  identity     = ["tags.Name", "identifier"]
  protected_by = { deletion_protection_enabled = true }
  recovery     = "Comes back only from an AWS Backup recovery point. Make one first."
}

resource "aws_keyspaces_keyspace" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Every table in the keyspace goes with it. Only tables with point-in-time recovery can be restored, and only for 35 days."
}

resource "aws_keyspaces_table" {
  category     = "data"
  severity     = "critical"
  identity     = ["table_name"]
  protected_by = { "point_in_time_recovery.status" = "ENABLED" }
  recovery     = "Restorable for at most 35 days, and only where point-in-time recovery is on."
}

resource "aws_timestreamwrite_database" {
  category = "data"
  severity = "critical"
  identity = ["database_name"]
  recovery = "No undo: export the tables first."
}

resource "aws_timestreamwrite_table" {
  category = "data"
  severity = "critical"
  identity = ["table_name"]
  recovery = "No undo: export the table to S3 first."
}

resource "aws_timestreaminfluxdb_db_instance" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "No undo: back the buckets up with the influx client first."
}

resource "aws_memorydb_cluster" {
  category    = "data"
  severity    = "critical"
  identity    = ["name"]
  disarmed_by = { snapshot_retention_limit = 0 }
  recovery    = "Comes back only from a snapshot. Name a final snapshot, or take one now."
}

resource "aws_elasticache_cluster" {
  category    = "data"
  severity    = "high"
  identity    = ["cluster_id"]
  disarmed_by = { snapshot_retention_limit = 0 }
  recovery    = "A cache fills again, at the cost of a slow hour; sessions and queues kept in it are gone. Take a snapshot first."
}

resource "aws_elasticache_replication_group" {
  category    = "data"
  severity    = "high"
  identity    = ["replication_group_id"]
  disarmed_by = { snapshot_retention_limit = 0 }
  recovery    = "A cache fills again, at the cost of a slow hour; sessions and queues kept in it are gone. Take a snapshot first."
}

resource "aws_elasticache_serverless_cache" {
  category    = "data"
  severity    = "high"
  identity    = ["name"]
  disarmed_by = { snapshot_retention_limit = 0 }
  recovery    = "What is only in the cache is gone unless a snapshot exists. Take one first."
}

resource "aws_elasticache_global_replication_group" {
  category = "data"
  severity = "high"
  identity = ["global_replication_group_id"]
  recovery = "Ends the replication between regions; rebuilding it copies everything again."
}

resource "aws_opensearch_domain" {
  category = "data"
  severity = "critical"
  identity = ["domain_name"]
  recovery = "Every index is gone, and automated snapshots go with the domain. Register an S3 repository and take a manual snapshot first."
}

resource "aws_elasticsearch_domain" {
  category = "data"
  severity = "critical"
  identity = ["domain_name"]
  recovery = "Every index is gone, and automated snapshots go with the domain. Register an S3 repository and take a manual snapshot first."
}

resource "aws_opensearchserverless_collection" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "No undo: the indexes have to be filled again from their source."
}

resource "aws_kendra_index" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "No undo: the index has to be built again from its sources."
}

# Buckets and objects

resource "aws_s3_bucket" {
  category    = "data"
  severity    = "critical"
  identity    = ["bucket"]
  disarmed_by = { force_destroy = true }
  recovery    = "Objects and all their versions cannot be brought back, and anybody may take the free name. Copy the bucket elsewhere first."
}

resource "aws_s3_directory_bucket" {
  category    = "data"
  severity    = "critical"
  identity    = ["bucket"]
  disarmed_by = { force_destroy = true }
  recovery    = "Objects cannot be brought back: a directory bucket has no versions. Copy them first."
}

resource "aws_s3_object" {
  category    = "data"
  severity    = "high"
  identity    = ["key"]
  disarmed_by = { force_destroy = true }
  recovery    = "Without versioning the object is gone. Copy it first."
}

resource "aws_s3tables_table_bucket" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Every table in it is gone. Copy the tables first."
}

resource "aws_s3tables_table" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "The table's rows and snapshots are gone. Copy it first."
}

resource "aws_lightsail_bucket" {
  category    = "data"
  severity    = "critical"
  identity    = ["name"]
  disarmed_by = { force_delete = true }
  recovery    = "Objects cannot be brought back. Copy them first."
}

resource "aws_glacier_vault" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Archives cannot be brought back, and retrieving them takes hours. Retrieve what is needed first."
}

# Disks, file systems and servers with disks

resource "aws_ebs_volume" {
  category     = "data"
  severity     = "critical"
  identity     = ["tags.Name", "id"]
  protected_by = { final_snapshot = true }
  recovery     = "A volume comes back only from a snapshot. Take one first."
}

resource "aws_efs_file_system" {
  category = "data"
  severity = "critical"
  identity = ["tags.Name", "creation_token", "id"]
  recovery = "Every file is gone unless AWS Backup holds a recovery point. Make one first."
}

resource "aws_fsx_lustre_file_system" {
  category     = "data"
  severity     = "critical"
  identity     = ["tags.Name", "id"]
  protected_by = { skip_final_backup = false }
  disarmed_by  = { automatic_backup_retention_days = 0 }
  recovery     = "Comes back only from a backup, under a new DNS name. Scratch file systems have none: export to S3 first."
}

resource "aws_fsx_ontap_file_system" {
  category    = "data"
  severity    = "critical"
  identity    = ["tags.Name", "id"]
  disarmed_by = { automatic_backup_retention_days = 0 }
  recovery    = "Its storage virtual machines and volumes go first; they come back only from volume backups. Take them first."
}

resource "aws_fsx_ontap_storage_virtual_machine" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Shares and their permissions go with it; volumes come back only from backups."
}

resource "aws_fsx_ontap_volume" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  disarmed_by = {
    skip_final_backup                    = true
    bypass_snaplock_enterprise_retention = true
  }
  recovery = "Comes back only from a backup. Take one first."
}

resource "aws_fsx_openzfs_file_system" {
  category = "data"
  severity = "critical"
  identity = ["tags.Name", "id"]
  disarmed_by = {
    skip_final_backup               = true
    automatic_backup_retention_days = 0
  }
  recovery = "Comes back only from a backup, under a new DNS name. Take one first."
}

resource "aws_fsx_openzfs_volume" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Comes back only from a backup of the whole file system. Take a snapshot and copy it first."
}

resource "aws_fsx_windows_file_system" {
  category = "data"
  severity = "critical"
  identity = ["tags.Name", "id"]
  disarmed_by = {
    skip_final_backup               = true
    automatic_backup_retention_days = 0
  }
  recovery = "Comes back only from a backup, under a new DNS name. Take one first."
}

resource "aws_lightsail_disk" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Comes back only from a snapshot. Take one first."
}

resource "aws_lightsail_instance" {
  category = "data"
  severity = "high"
  identity = ["name"]
  recovery = "Its disk goes with it. Take a snapshot first."
}

resource "aws_storagegateway_gateway" {
  category = "data"
  severity = "high"
  identity = ["gateway_name"]
  recovery = "Data that waits in the gateway's cache is lost. Wait until everything is uploaded."
}

resource "aws_workspaces_workspace" {
  category = "data"
  severity = "critical"
  identity = ["user_name", "id"]
  recovery = "The user's drive goes with the desktop; AWS keeps it for a short while at best. Have the user copy it first."
}

# Data platforms and records of what happened

resource "aws_cloudwatch_log_group" {
  category = "data"
  severity = "high"
  identity = ["name"]
  protected_by = {
    skip_destroy                = true
    deletion_protection_enabled = true
  }
  recovery = "The log is gone, and with it what happened. Export it to S3 first."
}

resource "aws_cloudtrail" {
  category = "backup"
  severity = "critical"
  identity = ["name"]
  protected_by = {
    enable_logging             = true
    enable_log_file_validation = true
    is_multi_region_trail      = true
  }
  recovery = "Nothing is recorded until a trail is back: what happens meanwhile cannot be reconstructed. Old files stay in their bucket."
}

resource "aws_cloudtrail_event_data_store" {
  category     = "data"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { termination_protection_enabled = true }
  recovery     = "Restorable for 7 days, then the events are gone."
}

resource "aws_prometheus_workspace" {
  category = "data"
  severity = "critical"
  identity = ["alias", "id"]
  recovery = "All metrics are gone. Point the writers at a second workspace first if history matters."
}

resource "aws_grafana_workspace" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Dashboards, alerts and users are gone. Export the dashboards first."
}

resource "aws_glue_catalog_database" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Table definitions go with the database; the files in S3 stay. Export the definitions first."
}

resource "aws_glue_catalog_table" {
  category = "data"
  severity = "high"
  identity = ["name"]
  recovery = "The definition and its partitions are gone; the files in S3 stay. Export the definition first."
}

resource "aws_athena_workgroup" {
  category    = "data"
  severity    = "high"
  identity    = ["name"]
  disarmed_by = { force_destroy = true }
  recovery    = "Saved queries and query history go with it. Export the queries first."
}

resource "aws_athena_database" {
  category    = "data"
  severity    = "high"
  identity    = ["name"]
  disarmed_by = { force_destroy = true }
  recovery    = "Table definitions are gone; the files in S3 stay. Export the definitions first."
}

resource "aws_sagemaker_domain" {
  category     = "data"
  severity     = "critical"
  identity     = ["domain_name"]
  protected_by = { "retention_policy.home_efs_file_system" = "Retain" }
  recovery     = "Users' home folders go with the domain unless its EFS is retained. Copy them first."
}

resource "aws_sagemaker_notebook_instance" {
  category = "data"
  severity = "high"
  identity = ["name"]
  recovery = "Notebooks on its volume are gone. Copy them first."
}

resource "aws_sagemaker_feature_group" {
  category = "data"
  severity = "critical"
  identity = ["feature_group_name"]
  recovery = "The online store is gone; the offline store's files stay in S3. Export the online store first."
}

resource "aws_connect_instance" {
  category = "data"
  severity = "critical"
  identity = ["instance_alias", "id"]
  recovery = "Phone numbers, flows and agents' history are gone; numbers may not come back. Export the flows first."
}

resource "aws_transfer_server" {
  category    = "network"
  severity    = "high"
  identity    = ["tags.Name", "id"]
  disarmed_by = { force_destroy = true }
  recovery    = "Its users, host keys and endpoint are gone: clients will refuse a new host key. Keep the host key first."
}

# Backups

resource "aws_backup_vault" {
  category    = "backup"
  severity    = "critical"
  identity    = ["name"]
  disarmed_by = { force_destroy = true }
  recovery    = "With force_destroy every recovery point in the vault is deleted. Copy them to another vault first."
}

resource "aws_backup_vault_lock_configuration" {
  category = "backup"
  severity = "critical"
  identity = ["backup_vault_name"]
  recovery = "Without the lock anybody with rights can delete recovery points. Ask whoever answers for retention first."
}

resource "aws_backup_vault_policy" {
  category = "backup"
  severity = "high"
  identity = ["backup_vault_name"]
  recovery = "Who may delete recovery points changes at once. Compare the two policies first."
}

resource "aws_backup_logically_air_gapped_vault" {
  category = "backup"
  severity = "critical"
  identity = ["name"]
  recovery = "Recovery points there are the last resort. Copy them elsewhere first."
}

resource "aws_backup_plan" {
  category = "backup"
  severity = "critical"
  identity = ["name"]
  recovery = "No new backups are made from now on; old ones stay until they expire. Put the new plan in place first."
}

resource "aws_backup_selection" {
  category = "backup"
  severity = "critical"
  identity = ["name"]
  recovery = "What it selects is no longer backed up. Put the new selection in place first."
}

resource "aws_db_snapshot" {
  category = "backup"
  severity = "critical"
  identity = ["db_snapshot_identifier"]
  recovery = "A snapshot cannot be brought back. Copy it to another account or region first if it is the only one."
}

resource "aws_db_snapshot_copy" {
  category = "backup"
  severity = "critical"
  identity = ["target_db_snapshot_identifier"]
  recovery = "A snapshot cannot be brought back. Check that the source still exists."
}

resource "aws_db_cluster_snapshot" {
  category = "backup"
  severity = "critical"
  identity = ["db_cluster_snapshot_identifier"]
  recovery = "A snapshot cannot be brought back. Copy it first if it is the only one."
}

resource "aws_db_instance_automated_backups_replication" {
  category = "backup"
  severity = "high"
  identity = ["source_db_instance_arn"]
  recovery = "The backups in the other region go with it. Copy what is needed to a manual snapshot first."
}

resource "aws_docdb_cluster_snapshot" {
  category = "backup"
  severity = "critical"
  identity = ["db_cluster_snapshot_identifier"]
  recovery = "A snapshot cannot be brought back. Copy it first if it is the only one."
}

resource "aws_neptune_cluster_snapshot" {
  category = "backup"
  severity = "critical"
  identity = ["db_cluster_snapshot_identifier"]
  recovery = "A snapshot cannot be brought back. Copy it first if it is the only one."
}

resource "aws_redshift_cluster_snapshot" {
  category = "backup"
  severity = "critical"
  identity = ["snapshot_identifier"]
  recovery = "A snapshot cannot be brought back."
}

resource "aws_redshiftserverless_snapshot" {
  category = "backup"
  severity = "critical"
  identity = ["snapshot_name"]
  recovery = "A snapshot cannot be brought back."
}

resource "aws_memorydb_snapshot" {
  category = "backup"
  severity = "critical"
  identity = ["name"]
  recovery = "A snapshot cannot be brought back. Export it to S3 first."
}

resource "aws_ebs_snapshot" {
  category     = "backup"
  severity     = "critical"
  identity     = ["tags.Name", "id"]
  protected_by = { permanent_restore = true }
  recovery     = "A snapshot comes back only while a Recycle Bin rule holds it. Copy it first if it is the only one."
}

resource "aws_ebs_snapshot_copy" {
  category = "backup"
  severity = "critical"
  identity = ["tags.Name", "id"]
  recovery = "A snapshot comes back only while a Recycle Bin rule holds it. Check that the source still exists."
}

resource "aws_ami" {
  category = "backup"
  severity = "high"
  identity = ["name"]
  recovery = "Launches from the image fail at once; it comes back only while a Recycle Bin rule holds it. Look for launch templates that name it."
}

resource "aws_ami_copy" {
  category = "backup"
  severity = "high"
  identity = ["name"]
  recovery = "Launches from the image fail at once. Look for launch templates that name it."
}

resource "aws_fsx_backup" {
  category = "backup"
  severity = "critical"
  identity = ["tags.Name", "id"]
  recovery = "A backup cannot be brought back. Copy it first if it is the only one."
}

resource "aws_efs_backup_policy" {
  category     = "backup"
  severity     = "high"
  identity     = ["file_system_id"]
  protected_by = { "backup_policy.status" = "ENABLED" }
  recovery     = "No new backups are made of the file system. Put AWS Backup's own plan in place first."
}

resource "aws_efs_replication_configuration" {
  category = "backup"
  severity = "high"
  identity = ["source_file_system_id"]
  recovery = "The copy stays and falls behind. Check which side is to be written from now on."
}

resource "aws_dlm_lifecycle_policy" {
  category     = "backup"
  severity     = "high"
  identity     = ["description", "id"]
  protected_by = { state = "ENABLED" }
  recovery     = "No new snapshots are made from now on. Put the new policy in place first."
}

resource "aws_rbin_rule" {
  category = "backup"
  severity = "high"
  identity = ["description", "id"]
  recovery = "Deleted snapshots and images are then gone at once instead of after days."
}

resource "aws_s3_bucket_versioning" {
  category = "backup"
  severity = "high"
  identity = ["bucket"]
  protected_by = {
    "versioning_configuration.status"     = "Enabled"
    "versioning_configuration.mfa_delete" = "Enabled"
  }
  recovery = "From now on overwritten and deleted objects are gone for good; existing versions stay."
}

resource "aws_s3_bucket_object_lock_configuration" {
  category     = "backup"
  severity     = "high"
  identity     = ["bucket"]
  protected_by = { "rule.default_retention.mode" = "COMPLIANCE" }
  recovery     = "New objects are no longer held against deletion. Ask whoever answers for retention first."
}

resource "aws_s3_bucket_replication_configuration" {
  category = "backup"
  severity = "high"
  identity = ["bucket"]
  recovery = "New objects are no longer copied; what is missed meanwhile must be copied by a batch job."
}

# Keys

resource "aws_kms_key" {
  category     = "key"
  severity     = "critical"
  identity     = ["key_id"]
  protected_by = { is_enabled = true }
  disarmed_by  = { deletion_window_in_days = 7 }
  recovery     = "Everything encrypted with it becomes unreadable when the waiting period ends. Cancel the deletion before that, and look for users in CloudTrail first."
}

resource "aws_kms_external_key" {
  category     = "key"
  severity     = "critical"
  identity     = ["id"]
  protected_by = { enabled = true }
  disarmed_by  = { deletion_window_in_days = 7 }
  recovery     = "Everything encrypted with it is unreadable at once where the material is deleted. Make sure the imported material is kept outside."
}

resource "aws_kms_replica_key" {
  category     = "key"
  severity     = "critical"
  identity     = ["key_id"]
  protected_by = { enabled = true }
  disarmed_by  = { deletion_window_in_days = 7 }
  recovery     = "What this region encrypted with it becomes unreadable here. The primary key can be replicated again."
}

resource "aws_kms_replica_external_key" {
  category     = "key"
  severity     = "critical"
  identity     = ["id"]
  protected_by = { enabled = true }
  disarmed_by  = { deletion_window_in_days = 7 }
  recovery     = "What this region encrypted with it becomes unreadable here. Make sure the imported material is kept outside."
}

resource "aws_kms_custom_key_store" {
  category = "key"
  severity = "critical"
  identity = ["custom_key_store_name"]
  recovery = "Its keys cannot be used until it is back and connected. Look for keys in it first."
}

resource "aws_kms_alias" {
  category = "key"
  severity = "high"
  identity = ["name"]
  recovery = "Whoever names the key by this alias fails until it is back. The key itself stays."
}

resource "aws_kms_key_policy" {
  category = "key"
  severity = "high"
  identity = ["key_id"]
  recovery = "Who may use and manage the key changes at once; a wrong policy locks everybody out."
}

resource "aws_cloudhsm_v2_cluster" {
  category = "key"
  severity = "critical"
  identity = ["tags.Name", "cluster_id"]
  recovery = "Keys in the cluster come back only from a cluster backup. Check that one exists first."
}

resource "aws_acmpca_certificate_authority" {
  category     = "key"
  severity     = "critical"
  identity     = ["certificate_authority_configuration.subject.common_name", "arn"]
  protected_by = { enabled = true }
  recovery     = "Restorable until its waiting period ends; after that every certificate below it has to be reissued."
}

# Secrets and certificates

resource "aws_secretsmanager_secret" {
  category = "secret"
  severity = "critical"
  identity = ["name"]
  disarmed_by = {
    recovery_window_in_days        = 0
    force_overwrite_replica_secret = true
  }
  recovery = "Restorable until its recovery window ends; with a window of 0 it is gone at once. Copy the value to a safe place first."
}

resource "aws_secretsmanager_secret_version" {
  category = "secret"
  severity = "high"
  identity = ["secret_id"]
  recovery = "Readers of the current value fail until there is a new one."
}

resource "aws_ssm_parameter" {
  category = "secret"
  severity = "high"
  identity = ["name"]
  recovery = "The value and its history are gone. Copy the value to a safe place first."
}

resource "aws_acm_certificate" {
  category = "secret"
  severity = "high"
  identity = ["domain_name"]
  recovery = "An imported private key is gone; one that AWS issued has to be validated again. Listeners must use another certificate first."
}

resource "aws_iam_server_certificate" {
  category = "secret"
  severity = "high"
  identity = ["name"]
  recovery = "The private key cannot be read back. Keep it elsewhere first."
}

# Who may do what

resource "aws_iam_role" {
  category    = "identity"
  severity    = "high"
  identity    = ["name"]
  disarmed_by = { force_detach_policies = true }
  recovery    = "A role of the same name is another principal: policies elsewhere that trust the old one keep pointing at nothing."
}

resource "aws_iam_user" {
  category    = "identity"
  severity    = "high"
  identity    = ["name"]
  disarmed_by = { force_destroy = true }
  recovery    = "Access keys and passwords are gone, and a user of the same name is another principal."
}

resource "aws_iam_access_key" {
  category     = "secret"
  severity     = "high"
  identity     = ["id"]
  protected_by = { status = "Active" }
  recovery     = "The secret cannot be shown again. Move whoever uses it to a new key first."
}

resource "aws_iam_policy" {
  category = "identity"
  severity = "medium"
  identity = ["name"]
}

resource "aws_iam_group" {
  category = "identity"
  severity = "medium"
  identity = ["name"]
}

resource "aws_iam_instance_profile" {
  category = "identity"
  severity = "medium"
  identity = ["name"]
}

resource "aws_iam_saml_provider" {
  category = "identity"
  severity = "critical"
  identity = ["name"]
  recovery = "Nobody can sign in through it until it is back; keep another way in open first."
}

resource "aws_iam_openid_connect_provider" {
  category = "identity"
  severity = "high"
  identity = ["url"]
  recovery = "Pipelines and clusters that sign in through it fail at once."
}

resource "aws_cognito_user_pool" {
  category     = "identity"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { deletion_protection = "ACTIVE" }
  recovery     = "All users and their passwords are gone: passwords cannot be exported. Nobody can sign in until everybody has signed up again."
}

resource "aws_cognito_identity_pool" {
  category = "identity"
  severity = "critical"
  identity = ["identity_pool_name"]
  recovery = "Users' identity ids are gone; data stored under them no longer belongs to anybody."
}

resource "aws_cognito_user_pool_client" {
  category = "identity"
  severity = "high"
  identity = ["name"]
  recovery = "The client id and secret change: every application must be released again."
}

resource "aws_cognito_user_pool_domain" {
  category = "dns"
  severity = "high"
  identity = ["domain"]
  recovery = "The sign-in page is away until the domain is back, which can take an hour."
}

resource "aws_directory_service_directory" {
  category = "identity"
  severity = "critical"
  identity = ["name"]
  recovery = "Users, computers and trusts are gone; members must join again. Take a directory snapshot first."
}

resource "aws_organizations_organization" {
  category = "identity"
  severity = "critical"
  identity = ["master_account_id", "id"]
  recovery = "All accounts fall out of the organization, with its policies and shared billing."
}

resource "aws_organizations_account" {
  category    = "identity"
  severity    = "critical"
  identity    = ["name"]
  disarmed_by = { close_on_deletion = true }
  recovery    = "It leaves the organization, or with close_on_deletion is closed: support can reopen it for 90 days, then all in it is gone."
}

resource "aws_organizations_organizational_unit" {
  category = "identity"
  severity = "high"
  identity = ["name"]
  recovery = "Policies attached to the unit no longer apply. Move its accounts first."
}

resource "aws_organizations_policy" {
  category    = "identity"
  severity    = "high"
  identity    = ["name"]
  disarmed_by = { skip_destroy = true }
  recovery    = "What it forbade is allowed again wherever it was attached."
}

resource "aws_organizations_policy_attachment" {
  category    = "identity"
  severity    = "high"
  identity    = ["policy_id"]
  disarmed_by = { skip_destroy = true }
  recovery    = "What the policy forbade is allowed again there."
}

resource "aws_controltower_landing_zone" {
  category = "identity"
  severity = "critical"
  identity = ["id"]
  recovery = "Takes the governance of every account apart; setting it up again takes days."
}

resource "aws_identitystore_user" {
  category = "identity"
  severity = "high"
  identity = ["user_name"]
  recovery = "A user of the same name is another person to every assignment."
}

resource "aws_identitystore_group" {
  category = "identity"
  severity = "high"
  identity = ["display_name"]
  recovery = "Assignments to the group are gone with it."
}

resource "aws_ssoadmin_permission_set" {
  category = "identity"
  severity = "high"
  identity = ["name"]
  recovery = "Its roles vanish from every account, and their ARNs change when it returns."
}

resource "aws_ssoadmin_account_assignment" {
  category = "identity"
  severity = "high"
  identity = ["principal_id"]
  recovery = "Those people lose access at once. Make sure that you are not among them."
}

resource "aws_ram_resource_share" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "Other accounts lose what was shared with them."
}

resource "aws_eks_access_entry" {
  category = "identity"
  severity = "high"
  identity = ["principal_arn"]
  recovery = "This principal can no longer reach the cluster. Make sure that somebody else can."
}

resource "aws_lakeformation_data_lake_settings" {
  category = "identity"
  severity = "high"
  identity = ["catalog_id", "id"]
  recovery = "Who administers the data lake changes at once."
}

# Names

resource "aws_route53_zone" {
  category    = "dns"
  severity    = "critical"
  identity    = ["name"]
  disarmed_by = { force_destroy = true }
  recovery    = "A new zone has other name servers: the registrar must be told, and resolvers remember the old ones for up to two days. Export the records first."
}

resource "aws_route53_record" {
  category = "dns"
  severity = "high"
  identity = ["fqdn", "name"]
  recovery = "The name stops resolving as caches run out. Write the record's values down first."
}

resource "aws_route53_delegation_set" {
  category = "dns"
  severity = "critical"
  identity = ["reference_name", "id"]
  recovery = "The set of name servers cannot be had again; every zone that uses it needs new ones at the registrar."
}

resource "aws_route53_hosted_zone_dnssec" {
  category     = "dns"
  severity     = "critical"
  identity     = ["hosted_zone_id"]
  protected_by = { signing_status = "SIGNING" }
  recovery     = "Remove the DS record at the registrar first and wait, or the whole zone stops resolving."
}

resource "aws_route53_key_signing_key" {
  category     = "dns"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { status = "ACTIVE" }
  recovery     = "Remove the DS record at the registrar first and wait, or the whole zone stops resolving."
}

resource "aws_route53domains_domain" {
  category = "dns"
  severity = "critical"
  identity = ["domain_name"]
  protected_by = {
    transfer_lock = true
    auto_renew    = true
  }
  recovery = "Deletes the registration itself: somebody else may take the name."
}

resource "aws_route53domains_registered_domain" {
  category = "dns"
  severity = "high"
  identity = ["domain_name"]
  protected_by = {
    transfer_lock = true
    auto_renew    = true
  }
  recovery = "The registration stays; its settings are no longer held by Terraform."
}

resource "aws_route53_zone_association" {
  category = "dns"
  severity = "high"
  identity = ["vpc_id"]
  recovery = "The private names stop resolving in that VPC."
}

resource "aws_route53_resolver_endpoint" {
  category = "dns"
  severity = "high"
  identity = ["name"]
  recovery = "Names no longer resolve between the networks, and its addresses may change."
}

resource "aws_route53_resolver_rule" {
  category = "dns"
  severity = "high"
  identity = ["name"]
  recovery = "Names it forwards no longer resolve."
}

resource "aws_service_discovery_public_dns_namespace" {
  category = "dns"
  severity = "critical"
  identity = ["name"]
  recovery = "Its hosted zone goes with it, with the name servers."
}

resource "aws_service_discovery_private_dns_namespace" {
  category = "dns"
  severity = "high"
  identity = ["name"]
  recovery = "Services can no longer find each other by name."
}

# Networks

resource "aws_vpc" {
  category = "network"
  severity = "critical"
  identity = ["tags.Name", "id"]
  recovery = "A new VPC has a new id; peerings, shares, endpoints and everything inside must be built again."
}

resource "aws_subnet" {
  category = "network"
  severity = "high"
  identity = ["tags.Name", "id"]
  recovery = "Everything in the subnet must go first and be built again with other addresses."
}

resource "aws_default_vpc" {
  category    = "network"
  severity    = "high"
  identity    = ["id"]
  disarmed_by = { force_destroy = true }
  recovery    = "What runs in the default VPC loses its network."
}

resource "aws_route_table" {
  category = "network"
  severity = "high"
  identity = ["tags.Name", "id"]
  recovery = "Its subnets fall back to the main table: they may lose, or gain, the way to the Internet."
}

resource "aws_route" {
  category = "network"
  severity = "high"
  identity = ["destination_cidr_block", "id"]
  recovery = "Traffic to that destination stops."
}

resource "aws_internet_gateway" {
  category = "network"
  severity = "high"
  identity = ["tags.Name", "id"]
  recovery = "The network loses the Internet, and what serves it."
}

resource "aws_nat_gateway" {
  category = "network"
  severity = "high"
  identity = ["tags.Name", "id"]
  recovery = "Outgoing traffic stops, and the address partners have allowed may change."
}

resource "aws_eip" {
  category = "network"
  severity = "high"
  identity = ["tags.Name", "public_ip", "id"]
  recovery = "A released address is rarely had again. Look for DNS records and allow lists that name it."
}

resource "aws_security_group" {
  category = "network"
  severity = "medium"
  identity = ["name"]
}

resource "aws_vpc_endpoint" {
  category = "network"
  severity = "high"
  identity = ["tags.Name", "id"]
  recovery = "Private traffic to that service stops; its private addresses change."
}

resource "aws_vpc_peering_connection" {
  category = "network"
  severity = "high"
  identity = ["tags.Name", "id"]
  recovery = "Traffic between the two networks stops; both sides must agree again."
}

resource "aws_ec2_transit_gateway" {
  category = "network"
  severity = "critical"
  identity = ["tags.Name", "id"]
  recovery = "Every network attached to it loses the others; attachments and routes must be built again."
}

resource "aws_ec2_transit_gateway_vpc_attachment" {
  category = "network"
  severity = "high"
  identity = ["tags.Name", "id"]
  recovery = "This network loses the others."
}

resource "aws_vpn_connection" {
  category = "network"
  severity = "critical"
  identity = ["tags.Name", "id"]
  recovery = "The tunnels' addresses and keys change: the other side must be configured again."
}

resource "aws_vpn_gateway" {
  category = "network"
  severity = "high"
  identity = ["tags.Name", "id"]
  recovery = "All VPN and Direct Connect traffic of the network stops."
}

resource "aws_customer_gateway" {
  category = "network"
  severity = "high"
  identity = ["tags.Name", "id"]
  recovery = "Its VPN connections have to be built again."
}

resource "aws_dx_connection" {
  category     = "network"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { skip_destroy = true }
  recovery     = "Ends the contract for the physical line; a new one takes weeks."
}

resource "aws_dx_gateway" {
  category = "network"
  severity = "critical"
  identity = ["name"]
  recovery = "Every network behind it loses the data centre."
}

resource "aws_lb" {
  category     = "network"
  severity     = "high"
  identity     = ["name"]
  protected_by = { enable_deletion_protection = true }
  recovery     = "Its DNS name and addresses change, and traffic stops until names point at the new one."
}

resource "aws_alb" {
  category     = "network"
  severity     = "high"
  identity     = ["name"]
  protected_by = { enable_deletion_protection = true }
  recovery     = "Its DNS name and addresses change, and traffic stops until names point at the new one."
}

resource "aws_elb" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "Its DNS name and addresses change, and traffic stops until names point at the new one."
}

resource "aws_lb_listener" {
  category = "network"
  severity = "high"
  identity = ["load_balancer_arn"]
  recovery = "Traffic on that port stops until the listener is back."
}

resource "aws_globalaccelerator_accelerator" {
  category = "network"
  severity = "critical"
  identity = ["name"]
  recovery = "Its fixed addresses are given back. Look for DNS records and allow lists that name them."
}

resource "aws_cloudfront_distribution" {
  category = "network"
  severity = "high"
  identity = ["domain_name", "id"]
  recovery = "Its domain name changes and the site is away until DNS points at the new one."
}

resource "aws_api_gateway_rest_api" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "Its id, and so its URL and keys, change: clients must be told."
}

resource "aws_apigatewayv2_api" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "Its id, and so its URL, change: clients must be told."
}

resource "aws_api_gateway_domain_name" {
  category = "dns"
  severity = "high"
  identity = ["domain_name"]
  recovery = "Clients of that name fail until it is back and DNS follows."
}

resource "aws_appsync_graphql_api" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "Its URL and keys change: clients must be released again."
}

resource "aws_amplify_app" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "The site, its branches and their addresses are gone."
}

resource "aws_networkfirewall_firewall" {
  category = "network"
  severity = "high"
  identity = ["name"]
  protected_by = {
    delete_protection                 = true
    subnet_change_protection          = true
    firewall_policy_change_protection = true
  }
  recovery = "Traffic is no longer filtered, or no longer flows."
}

resource "aws_wafv2_web_acl" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "What it protects is open until it is attached again."
}

resource "aws_shield_protection" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "What it protects has no advanced protection until it is back."
}

# What runs the work

resource "aws_eks_cluster" {
  category     = "cluster"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { deletion_protection = true }
  recovery     = "Everything inside the cluster is gone, with its endpoint and identity provider; volumes may stay behind. Back up with your cluster's own tool first."
}

resource "aws_eks_node_group" {
  category = "cluster"
  severity = "high"
  identity = ["node_group_name"]
  recovery = "Its pods are evicted; there may be nowhere for them to go. Add the new group first."
}

resource "aws_ecs_cluster" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  recovery = "Services and tasks in it stop."
}

resource "aws_ecs_service" {
  category    = "cluster"
  severity    = "high"
  identity    = ["name"]
  disarmed_by = { force_delete = true }
  recovery    = "The service stops until it is created again."
}

resource "aws_instance" {
  category = "cluster"
  severity = "high"
  identity = ["tags.Name", "id"]
  protected_by = {
    disable_api_termination                   = true
    "root_block_device.delete_on_termination" = false
  }
  recovery = "What is on its own disks is gone, and its private address with it. Take an image first."
}

resource "aws_autoscaling_group" {
  category    = "cluster"
  severity    = "high"
  identity    = ["name"]
  disarmed_by = { force_delete = true }
  recovery    = "All its instances end at once. Add the new group first."
}

resource "aws_emr_cluster" {
  category     = "cluster"
  severity     = "high"
  identity     = ["name"]
  protected_by = { termination_protection = true }
  recovery     = "What is on the cluster's own HDFS is gone. Copy it to S3 first."
}

resource "aws_lambda_function" {
  category     = "cluster"
  severity     = "high"
  identity     = ["function_name"]
  protected_by = { skip_destroy = true }
  recovery     = "All published versions and aliases go with it, and triggers stop."
}

resource "aws_lambda_event_source_mapping" {
  category     = "queue"
  severity     = "high"
  identity     = ["function_name"]
  protected_by = { enabled = true }
  recovery     = "The position in the stream is forgotten: records may be read twice or never."
}

resource "aws_elastic_beanstalk_application" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  recovery = "All its versions and environments go with it."
}

resource "aws_elastic_beanstalk_environment" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  recovery = "Its address changes, and a database created inside it goes too. Take a snapshot of that first."
}

resource "aws_mwaa_environment" {
  category = "cluster"
  severity = "critical"
  identity = ["name"]
  recovery = "Runs, variables and connections are gone; the DAG files stay in S3. Export the metadata first."
}

resource "aws_batch_job_queue" {
  category = "queue"
  severity = "high"
  identity = ["name"]
  recovery = "Waiting jobs are gone. Let the queue run empty first."
}

resource "aws_sfn_state_machine" {
  category = "queue"
  severity = "high"
  identity = ["name"]
  recovery = "Running executions stop, and their history is gone."
}

resource "aws_apprunner_service" {
  category = "cluster"
  severity = "high"
  identity = ["service_name"]
  recovery = "Its address changes: clients must be told."
}

resource "aws_cloudformation_stack" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Every resource of the stack goes with it, whatever it is. Read the stack's resources first, and set DeletionPolicy where needed."
}

resource "aws_cloudformation_stack_set" {
  category = "data"
  severity = "high"
  identity = ["name"]
  recovery = "Its stacks must be emptied first; each holds resources that this plan does not show."
}

resource "aws_cloudformation_stack_instances" {
  category     = "data"
  severity     = "critical"
  identity     = ["stack_set_name"]
  protected_by = { retain_stacks = true }
  recovery     = "Every resource in each of those accounts' stacks goes with them. Read them first."
}

resource "aws_cloudformation_stack_set_instance" {
  category     = "data"
  severity     = "critical"
  identity     = ["stack_set_name"]
  protected_by = { retain_stack = true }
  recovery     = "Every resource of that stack goes with it. Read it first."
}

resource "aws_servicecatalog_provisioned_product" {
  category     = "data"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { retain_physical_resources = true }
  recovery     = "Every resource behind the product goes with it. Read its stack first."
}

# Images, packages and code

resource "aws_ecr_repository" {
  category    = "registry"
  severity    = "critical"
  identity    = ["name"]
  disarmed_by = { force_delete = true }
  recovery    = "Every image is gone; what runs from it cannot start again. Copy the images first."
}

resource "aws_ecrpublic_repository" {
  category    = "registry"
  severity    = "critical"
  identity    = ["repository_name"]
  disarmed_by = { force_destroy = true }
  recovery    = "Every image is gone for everybody who pulls it. Copy the images first."
}

resource "aws_codeartifact_domain" {
  category = "registry"
  severity = "critical"
  identity = ["domain"]
  recovery = "Its repositories and their packages are gone. Copy the packages first."
}

resource "aws_codeartifact_repository" {
  category = "registry"
  severity = "critical"
  identity = ["repository"]
  recovery = "Published packages cannot be brought back. Copy them first."
}

resource "aws_codecommit_repository" {
  category = "data"
  severity = "critical"
  identity = ["repository_name"]
  recovery = "History, branches and reviews are gone. Push a mirror elsewhere first."
}

# Queues and streams

resource "aws_sqs_queue" {
  category = "queue"
  severity = "critical"
  identity = ["name"]
  recovery = "Waiting messages are gone, and the name is blocked for a minute. Let the queue run empty first."
}

resource "aws_sns_topic" {
  category = "queue"
  severity = "high"
  identity = ["name"]
  recovery = "All subscriptions are gone; those by mail must be confirmed again by each person."
}

resource "aws_kinesis_stream" {
  category    = "queue"
  severity    = "critical"
  identity    = ["name"]
  disarmed_by = { enforce_consumer_deletion = true }
  recovery    = "Records not yet read are gone. Let the consumers catch up first."
}

resource "aws_kinesis_firehose_delivery_stream" {
  category = "queue"
  severity = "high"
  identity = ["name"]
  recovery = "Buffered records are lost, and writers fail."
}

resource "aws_msk_cluster" {
  category = "queue"
  severity = "critical"
  identity = ["cluster_name"]
  recovery = "All topics and consumer positions are gone. Replicate them elsewhere first."
}

resource "aws_msk_serverless_cluster" {
  category = "queue"
  severity = "critical"
  identity = ["cluster_name"]
  recovery = "All topics and consumer positions are gone. Replicate them elsewhere first."
}

resource "aws_mq_broker" {
  category = "queue"
  severity = "critical"
  identity = ["broker_name"]
  recovery = "Messages in the broker are gone, and its addresses change. Let the queues run empty first."
}

resource "aws_cloudwatch_event_bus" {
  category = "queue"
  severity = "high"
  identity = ["name"]
  recovery = "Its rules and archives go with it; senders fail."
}

resource "aws_cloudwatch_event_archive" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Archived events can no longer be replayed."
}

# A new one is as good as the old

resource "aws_acm_certificate_validation" {
  category = "other"
  severity = "low"
}

resource "aws_alb_listener_rule" {
  category = "network"
  severity = "low"
}

resource "aws_alb_target_group_attachment" {
  category = "network"
  severity = "low"
}

resource "aws_api_gateway_deployment" {
  category = "network"
  severity = "low"
}

resource "aws_appautoscaling_policy" {
  category = "cluster"
  severity = "low"
}

resource "aws_appautoscaling_scheduled_action" {
  category = "cluster"
  severity = "low"
}

resource "aws_appautoscaling_target" {
  category = "cluster"
  severity = "low"
}

resource "aws_autoscaling_attachment" {
  category = "cluster"
  severity = "low"
}

resource "aws_autoscaling_policy" {
  category = "cluster"
  severity = "low"
}

resource "aws_autoscaling_schedule" {
  category = "cluster"
  severity = "low"
}

resource "aws_batch_job_definition" {
  category = "cluster"
  severity = "low"
}

resource "aws_cloudwatch_dashboard" {
  category = "other"
  severity = "low"
}

resource "aws_cloudwatch_log_metric_filter" {
  category = "other"
  severity = "low"
}

resource "aws_cloudwatch_metric_alarm" {
  category = "other"
  severity = "low"
}

resource "aws_db_event_subscription" {
  category = "other"
  severity = "low"
}

resource "aws_db_parameter_group" {
  category = "other"
  severity = "low"
}

resource "aws_db_subnet_group" {
  category = "other"
  severity = "low"
}

resource "aws_ecs_task_definition" {
  category = "cluster"
  severity = "low"
}

resource "aws_elasticache_parameter_group" {
  category = "other"
  severity = "low"
}

resource "aws_elasticache_subnet_group" {
  category = "other"
  severity = "low"
}

resource "aws_iam_role_policy_attachment" {
  category = "identity"
  severity = "low"
}

resource "aws_lambda_alias" {
  category = "cluster"
  severity = "low"
}

resource "aws_lambda_function_event_invoke_config" {
  category = "cluster"
  severity = "low"
}

resource "aws_lambda_layer_version" {
  category = "registry"
  severity = "low"
}

resource "aws_lambda_permission" {
  category = "identity"
  severity = "low"
}

resource "aws_launch_configuration" {
  category = "cluster"
  severity = "low"
}

resource "aws_launch_template" {
  category = "cluster"
  severity = "low"
}

resource "aws_lb_listener_rule" {
  category = "network"
  severity = "low"
}

resource "aws_lb_target_group_attachment" {
  category = "network"
  severity = "low"
}

resource "aws_network_interface_sg_attachment" {
  category = "network"
  severity = "low"
}

resource "aws_rds_cluster_parameter_group" {
  category = "other"
  severity = "low"
}

resource "aws_route_table_association" {
  category = "network"
  severity = "low"
}

resource "aws_sagemaker_endpoint_configuration" {
  category = "cluster"
  severity = "low"
}

resource "aws_ssm_association" {
  category = "other"
  severity = "low"
}

resource "aws_vpc_endpoint_route_table_association" {
  category = "network"
  severity = "low"
}

resource "aws_vpc_endpoint_subnet_association" {
  category = "network"
  severity = "low"
}

resource "aws_vpc_endpoint_security_group_association" {
  category = "network"
  severity = "low"
}
