# Resource types of the provider aws: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

# Relational databases and warehouses

resource "aws_db_instance" {
  category = "data"
  severity = "critical"
  identity = ["identifier"]
  protected_by = {
    deletion_protection       = true
    delete_automated_backups  = false
    final_snapshot_identifier = "set"
  }
  disarmed_by = {
    skip_final_snapshot     = true
    backup_retention_period = 0
  }
  defaults = {
    skip_final_snapshot      = false
    delete_automated_backups = true
  }
  replica_of     = ["replicate_source_db"]
  backups_die    = { delete_automated_backups = "true|unset" }
  final_snapshot = { skip_final_snapshot = false }
  force_new = [
    "availability_zone", "backup_target", "character_set_name", "custom_iam_instance_profile",
    "db_name", "engine", "kms_key_id", "nchar_character_set_name", "snapshot_identifier",
    "storage_encrypted", "timezone", "username",
  ]
  recovery = "Comes back only as a new instance with a new endpoint, restored from a snapshot. Take a snapshot first: automated backups usually go with the instance."

  lose "backup_retention_period" {
    when = "shrinks"
    says = "Automated backups older than the new window are deleted at once; with 0, all of them."
  }

  warn "engine_version" {
    when = "changes"
    says = "A newer major version cannot be taken back in place: only a snapshot from before leads back."
  }

  lose "replicate_source_db" {
    when = "removed"
    says = "The replica becomes a database of its own and follows its source no longer."
  }

  warn "identifier" {
    when = "changes"
    says = "The endpoint gets another host name, and whoever uses the old one finds nothing."
  }

  warn "allocated_storage" {
    when = "shrinks"
    says = "RDS does not shrink storage: the apply fails halfway."
  }

  warn "multi_az" {
    to   = false
    says = "The standby goes, and with it the failover."
  }

  disarm "final_snapshot_identifier" {
    when = "removed"
    says = "A later deletion has no name for a last snapshot, and fails or leaves none."
  }
}

resource "aws_rds_cluster" {
  category = "data"
  severity = "critical"
  identity = ["cluster_identifier"]
  protected_by = {
    deletion_protection       = true
    delete_automated_backups  = false
    final_snapshot_identifier = "set"
  }
  disarmed_by = { skip_final_snapshot = true }
  defaults = {
    skip_final_snapshot      = false
    delete_automated_backups = true
  }
  replica_of     = ["replication_source_identifier"]
  backups_die    = { delete_automated_backups = "true|unset" }
  final_snapshot = { skip_final_snapshot = false }
  force_new = [
    "availability_zones", "cluster_identifier", "cluster_identifier_prefix",
    "cluster_scalability_type", "database_name", "db_subnet_group_name", "db_system_id", "engine",
    "engine_mode", "kms_key_id", "master_username", "restore_to_point_in_time.restore_to_time",
    "restore_to_point_in_time.restore_type", "restore_to_point_in_time.source_cluster_identifier",
    "restore_to_point_in_time.source_cluster_resource_id",
    "restore_to_point_in_time.use_latest_restorable_time", "s3_import.bucket_name",
    "s3_import.bucket_prefix", "s3_import.ingestion_role", "s3_import.source_engine",
    "s3_import.source_engine_version", "snapshot_identifier", "source_region",
    "storage_encrypted", "storage_type",
  ]
  recovery = "Comes back only as a new cluster with new endpoints, restored from a snapshot. Take a cluster snapshot first, and note the parameter groups in use."

  lose "backup_retention_period" {
    when = "shrinks"
    says = "Automated backups older than the new window are deleted at once."
  }

  warn "engine_version" {
    when = "changes"
    says = "A newer major version cannot be taken back in place: only a snapshot from before leads back."
  }

  lose "replication_source_identifier" {
    when = "removed"
    says = "The replica becomes a database of its own and follows its source no longer."
  }

  lose "backtrack_window" {
    when = "shrinks"
    says = "The history one could rewind into is dropped."
  }

  lose "global_cluster_identifier" {
    when = "removed"
    says = "The cluster leaves its global database and is replicated no longer."
  }
}

resource "aws_rds_cluster_instance" {
  category    = "cluster"
  severity    = "high"
  identity    = ["identifier"]
  disarmed_by = { force_destroy = true }
  defaults    = { force_destroy = false }
  force_new = [
    "availability_zone", "cluster_identifier", "custom_iam_instance_profile",
    "db_subnet_group_name", "engine", "identifier", "identifier_prefix",
  ]
  recovery = "The data stays in the cluster's volume as long as the cluster lives. Make sure this is neither the writer nor the last instance."
}

resource "aws_rds_global_cluster" {
  category     = "data"
  severity     = "critical"
  identity     = ["global_cluster_identifier"]
  protected_by = { deletion_protection = true }
  disarmed_by  = { force_destroy = true }
  defaults     = { deletion_protection = false }
  force_new = [
    "database_name", "engine", "global_cluster_identifier", "source_db_cluster_identifier",
    "storage_encrypted",
  ]
  recovery = "Ends the replication between regions; rebuilding it copies everything again. Check first which region is to stay the writer."
}

resource "aws_docdb_cluster" {
  category = "data"
  severity = "critical"
  identity = ["cluster_identifier"]
  protected_by = {
    deletion_protection       = true
    final_snapshot_identifier = "set"
  }
  disarmed_by    = { skip_final_snapshot = true }
  defaults       = { skip_final_snapshot = false }
  backups_die    = true
  final_snapshot = { skip_final_snapshot = false }
  force_new = [
    "availability_zones", "cluster_identifier", "cluster_identifier_prefix",
    "db_subnet_group_name", "engine", "kms_key_id", "master_username", "port",
    "restore_to_point_in_time.restore_to_time", "restore_to_point_in_time.restore_type",
    "restore_to_point_in_time.source_cluster_identifier",
    "restore_to_point_in_time.use_latest_restorable_time", "snapshot_identifier",
    "storage_encrypted",
  ]
  recovery = "Comes back only as a new cluster from a snapshot. Take a cluster snapshot first."

  lose "backup_retention_period" {
    when = "shrinks"
    says = "Automated backups older than the new window are deleted at once."
  }
}

resource "aws_docdb_cluster_instance" {
  category = "cluster"
  severity = "high"
  identity = ["identifier"]
  force_new = [
    "availability_zone", "cluster_identifier", "engine", "identifier", "identifier_prefix",
  ]
  recovery = "The data stays in the cluster's volume. Make sure another instance can serve it."
}

resource "aws_docdb_global_cluster" {
  category     = "data"
  severity     = "critical"
  identity     = ["global_cluster_identifier"]
  protected_by = { deletion_protection = true }
  defaults     = { deletion_protection = false }
  force_new = [
    "database_name", "engine", "global_cluster_identifier", "source_db_cluster_identifier",
    "storage_encrypted",
  ]
  recovery = "Ends the replication between regions; rebuilding it copies everything again."
}

resource "aws_docdbelastic_cluster" {
  category     = "data"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { backup_retention_period = ">=1" }
  recovery     = "Comes back only from a snapshot, under a new endpoint. Take one first."
}

resource "aws_neptune_cluster" {
  category = "data"
  severity = "critical"
  identity = ["cluster_identifier"]
  protected_by = {
    deletion_protection       = true
    final_snapshot_identifier = "set"
  }
  disarmed_by    = { skip_final_snapshot = true }
  defaults       = { skip_final_snapshot = false }
  replica_of     = ["replication_source_identifier"]
  backups_die    = true
  final_snapshot = { skip_final_snapshot = false }
  force_new = [
    "availability_zones", "cluster_identifier", "cluster_identifier_prefix", "engine",
    "kms_key_arn", "neptune_subnet_group_name", "port", "snapshot_identifier",
    "storage_encrypted",
  ]
  recovery = "Comes back only as a new cluster from a snapshot. Take a cluster snapshot first."

  lose "backup_retention_period" {
    when = "shrinks"
    says = "Automated backups older than the new window are deleted at once."
  }
}

resource "aws_neptune_cluster_instance" {
  category    = "cluster"
  severity    = "high"
  identity    = ["identifier"]
  disarmed_by = { skip_final_snapshot = true }
  force_new = [
    "availability_zone", "cluster_identifier", "engine", "identifier", "identifier_prefix",
    "neptune_subnet_group_name", "port", "publicly_accessible",
  ]
  recovery = "The graph stays in the cluster's volume. Make sure another instance can serve it."
}

resource "aws_redshift_cluster" {
  category     = "data"
  severity     = "critical"
  identity     = ["cluster_identifier"]
  protected_by = { final_snapshot_identifier = "set" }
  disarmed_by = {
    skip_final_snapshot                 = true
    automated_snapshot_retention_period = 0
  }
  defaults = {
    skip_final_snapshot                 = false
    automated_snapshot_retention_period = 1
  }
  backups_die    = true
  final_snapshot = { skip_final_snapshot = false }
  force_new = [
    "cluster_identifier", "cluster_subnet_group_name", "master_username", "snapshot_arn",
    "snapshot_cluster_identifier", "snapshot_identifier",
  ]
  recovery = "Comes back as a new cluster from a snapshot, in hours for a large warehouse. Take a manual snapshot first: automated ones go with the cluster."

  lose "automated_snapshot_retention_period" {
    when = "shrinks"
    says = "Automated snapshots older than the new window are deleted; with 0, all of them."
  }

  lose "manual_snapshot_retention_period" {
    when    = "shrinks"
    forever = [-1, null]
    says    = "Manual snapshots taken from now on expire sooner."
  }

  warn "number_of_nodes" {
    when = "shrinks"
    says = "The resize can leave the warehouse read-only for hours, and fails where the data does not fit."
  }

  warn "encrypted" {
    to   = false
    says = "The whole warehouse is copied to unencrypted storage."
  }

  warn "database_name" {
    when = "changes"
    says = "The database of an existing cluster is not renamed by this."
  }
}

resource "aws_redshiftserverless_namespace" {
  category  = "data"
  severity  = "critical"
  identity  = ["namespace_name"]
  force_new = ["db_name", "namespace_name"]
  recovery  = "The warehouse's tables and users live in the namespace. Take a snapshot or start a recovery-point restore first."
}

resource "aws_redshiftserverless_workgroup" {
  category  = "cluster"
  severity  = "high"
  identity  = ["workgroup_name"]
  force_new = ["namespace_name", "workgroup_name"]
  recovery  = "The data stays in the namespace; every connection breaks until the endpoint is back."
}

resource "aws_lightsail_database" {
  category = "data"
  severity = "critical"
  identity = ["relational_database_name"]
  protected_by = {
    backup_retention_enabled = true
    final_snapshot_name      = "set"
  }
  disarmed_by = { skip_final_snapshot = true }
  defaults = {
    skip_final_snapshot      = false
    backup_retention_enabled = true
  }
  backups_die    = true
  final_snapshot = { skip_final_snapshot = false }
  force_new = [
    "availability_zone", "blueprint_id", "bundle_id", "master_database_name", "master_username",
    "relational_database_name",
  ]
  recovery = "Comes back only from a snapshot. Take one first."

  lose "backup_retention_enabled" {
    to   = false
    says = "Every automated backup is deleted."
  }
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
  backend = { s3 = "dynamodb_table" }
  force_new = [
    "hash_key", "local_secondary_index", "name", "range_key", "restore_date_time",
    "restore_source_name", "restore_source_table_arn", "restore_to_latest_time",
  ]
  recovery = "With point-in-time recovery on, AWS keeps a last backup for 35 days; without it nothing is left. Create an on-demand backup first."

  lose "point_in_time_recovery.enabled" {
    to   = false
    says = "Up to 35 days of continuous backup are dropped at once."
  }

  lose "ttl.enabled" {
    to   = true
    says = "Items whose time is already over are deleted within days."
  }

  lose "ttl.attribute_name" {
    when  = "changes"
    from  = ["?*"]
    where = { "ttl.enabled" = true }
    says  = "Items expire by another attribute, and those whose time is over are deleted within days."
  }

  lose "replica" {
    when = "removed"
    key  = "region_name"
    says = "The copy of the table in that region is deleted."
  }

  lose "global_secondary_index" {
    when = "removed"
    key  = "name"
    says = "The index is dropped; queries that need it fail, and building it anew takes hours."
  }

  lose "stream_enabled" {
    to   = false
    says = "Stream records that nobody has read yet are gone."
  }
}

resource "aws_dynamodb_table_replica" {
  category = "data"
  severity = "high"
  identity = ["global_table_arn"]
  protected_by = {
    deletion_protection_enabled = true
    point_in_time_recovery      = true
  }
  defaults   = { point_in_time_recovery = false }
  replica_of = ["global_table_arn"]
  force_new  = ["global_table_arn", "kms_key_arn", "table_class_override"]
  recovery   = "The other regions keep the data; adding the replica again copies the whole table."

  lose "point_in_time_recovery" {
    to   = false
    says = "The continuous backup of this region is dropped at once."
  }
}

resource "aws_dynamodb_global_table" {
  category  = "data"
  severity  = "critical"
  identity  = ["name"]
  force_new = ["name"]
  recovery  = "Takes the replicas apart. Check in which region the table is to live on, and that it is in step."
}

resource "aws_dsql_cluster" {
  category     = "data"
  severity     = "critical"
  identity     = ["tags.Name", "identifier"]
  protected_by = { deletion_protection_enabled = true }
  force_new    = ["multi_region_properties.witness_region"]
  recovery     = "Comes back only from an AWS Backup recovery point. Make one first."
}

resource "aws_keyspaces_keyspace" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  force_new = [
    "name", "replication_specification.region_list",
    "replication_specification.replication_strategy",
  ]
  recovery = "Every table in the keyspace goes with it. Only tables with point-in-time recovery can be restored, and only for 35 days."
}

resource "aws_keyspaces_table" {
  category     = "data"
  severity     = "critical"
  identity     = ["table_name"]
  protected_by = { "point_in_time_recovery.status" = "ENABLED" }
  force_new = [
    "comment.message", "keyspace_name", "schema_definition.clustering_key.name",
    "schema_definition.clustering_key.order_by", "schema_definition.partition_key.name",
    "schema_definition.static_column", "table_name",
  ]
  recovery = "Restorable for at most 35 days, and only where point-in-time recovery is on."

  lose "point_in_time_recovery.status" {
    to   = "DISABLED"
    says = "Up to 35 days of continuous backup are dropped."
  }

  lose "default_time_to_live" {
    when    = "shrinks"
    forever = [0, null]
    says    = "Rows written from now on expire."
  }
}

resource "aws_timestreamwrite_database" {
  category  = "data"
  severity  = "critical"
  identity  = ["database_name"]
  force_new = ["database_name"]
  recovery  = "No undo: export the tables first."
}

resource "aws_timestreamwrite_table" {
  category = "data"
  severity = "critical"
  identity = ["table_name"]
  force_new = [
    "database_name", "schema.composite_partition_key.name", "schema.composite_partition_key.type",
    "table_name",
  ]
  recovery = "No undo: export the table to S3 first."

  lose "retention_properties.magnetic_store_retention_period_in_days" {
    when = "shrinks"
    says = "Measurements older than that are deleted."
  }
}

resource "aws_timestreaminfluxdb_db_instance" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "No undo: back the buckets up with the influx client first."
}

resource "aws_memorydb_cluster" {
  category       = "data"
  severity       = "critical"
  identity       = ["name"]
  protected_by   = { final_snapshot_name = "set" }
  disarmed_by    = { snapshot_retention_limit = 0 }
  backups_die    = { snapshot_retention_limit = ">=1" }
  final_snapshot = { final_snapshot_name = "set" }
  force_new = [
    "auto_minor_version_upgrade", "data_tiering", "kms_key_arn", "multi_region_cluster_name",
    "name", "name_prefix", "port", "snapshot_arns", "snapshot_name", "subnet_group_name",
    "tls_enabled",
  ]
  recovery = "Comes back only from a snapshot. Name a final snapshot, or take one now."

  lose "snapshot_retention_limit" {
    when = "shrinks"
    says = "Automatic snapshots beyond the new limit are deleted; with 0, all of them."
  }

  warn "num_shards" {
    when = "shrinks"
    says = "Keys move between shards, and the apply fails where they do not fit."
  }
}

resource "aws_elasticache_cluster" {
  category       = "data"
  severity       = "high"
  identity       = ["cluster_id"]
  protected_by   = { final_snapshot_identifier = "set" }
  disarmed_by    = { snapshot_retention_limit = 0 }
  backups_die    = { snapshot_retention_limit = ">=1" }
  final_snapshot = { final_snapshot_identifier = "set" }
  force_new = [
    "availability_zone", "cluster_id", "engine", "network_type", "outpost_mode", "port",
    "preferred_outpost_arn", "replication_group_id", "snapshot_arns", "snapshot_name",
    "subnet_group_name", "transit_encryption_enabled",
  ]
  recovery = "A cache fills again, at the cost of a slow hour; sessions and queues kept in it are gone. Take a snapshot first."

  lose "snapshot_retention_limit" {
    when = "shrinks"
    says = "Automatic snapshots beyond the new limit are deleted; with 0, all of them."
  }

  lose "num_cache_nodes" {
    when = "shrinks"
    says = "The keys on the nodes that go are gone."
  }
}

resource "aws_elasticache_replication_group" {
  category = "data"
  severity = "high"
  identity = ["replication_group_id"]
  protected_by = {
    final_snapshot_identifier  = "set"
    automatic_failover_enabled = true
  }
  disarmed_by    = { snapshot_retention_limit = 0 }
  defaults       = { automatic_failover_enabled = false }
  replica_of     = ["global_replication_group_id"]
  backups_die    = { snapshot_retention_limit = ">=1" }
  final_snapshot = { final_snapshot_identifier = "set" }
  force_new = [
    "at_rest_encryption_enabled", "data_tiering_enabled", "engine", "global_replication_group_id",
    "kms_key_id", "network_type", "port", "replication_group_id", "security_group_names",
    "snapshot_arns", "snapshot_name", "subnet_group_name",
  ]
  recovery = "A cache fills again, at the cost of a slow hour; sessions and queues kept in it are gone. Take a snapshot first."

  lose "snapshot_retention_limit" {
    when = "shrinks"
    says = "Automatic snapshots beyond the new limit are deleted; with 0, all of them."
  }

  disarm "final_snapshot_identifier" {
    when = "removed"
    says = "A later deletion leaves no last snapshot."
  }

  disarm "automatic_failover_enabled" {
    to   = false
    says = "If the primary fails, nothing takes its place."
  }
}

resource "aws_elasticache_serverless_cache" {
  category    = "data"
  severity    = "high"
  identity    = ["name"]
  disarmed_by = { snapshot_retention_limit = 0 }
  force_new = [
    "engine", "kms_key_id", "major_engine_version", "name", "snapshot_arns_to_restore",
    "subnet_ids",
  ]
  recovery = "What is only in the cache is gone unless a snapshot exists. Take one first."
}

resource "aws_elasticache_global_replication_group" {
  category  = "data"
  severity  = "high"
  identity  = ["global_replication_group_id"]
  force_new = ["global_replication_group_id_suffix", "primary_replication_group_id"]
  recovery  = "Ends the replication between regions; rebuilding it copies everything again."
}

resource "aws_opensearch_domain" {
  category = "data"
  severity = "critical"
  identity = ["domain_name"]
  force_new = [
    "advanced_security_options.enabled", "domain_name", "encrypt_at_rest.enabled",
    "encrypt_at_rest.kms_key_id", "node_to_node_encryption.enabled",
  ]
  recovery = "Every index is gone, and automated snapshots go with the domain. Register an S3 repository and take a manual snapshot first."

  warn "encrypt_at_rest.enabled" {
    to   = true
    says = "Encryption at rest cannot be switched off again; older engine versions are replaced."
  }

  warn "engine_version" {
    when = "changes"
    says = "A newer engine version cannot be taken back."
  }

  warn "cluster_config.instance_count" {
    when = "shrinks"
    says = "Shards have to fit on fewer nodes; where they do not, the domain turns red."
  }
}

resource "aws_elasticsearch_domain" {
  category = "data"
  severity = "critical"
  identity = ["domain_name"]
  force_new = [
    "advanced_security_options.enabled", "domain_name", "encrypt_at_rest.enabled",
    "encrypt_at_rest.kms_key_id", "node_to_node_encryption.enabled",
  ]
  recovery = "Every index is gone, and automated snapshots go with the domain. Register an S3 repository and take a manual snapshot first."
}

resource "aws_opensearchserverless_collection" {
  category  = "data"
  severity  = "critical"
  identity  = ["name"]
  force_new = ["name", "standby_replicas", "type"]
  recovery  = "No undo: the indexes have to be filled again from their source."
}

resource "aws_kendra_index" {
  category  = "data"
  severity  = "critical"
  identity  = ["name"]
  force_new = ["edition", "server_side_encryption_configuration.kms_key_id"]
  recovery  = "No undo: the index has to be built again from its sources."
}

# Buckets and objects

resource "aws_s3_bucket" {
  category     = "data"
  severity     = "critical"
  identity     = ["bucket"]
  protected_by = { object_lock_enabled = true }
  disarmed_by  = { force_destroy = true }
  defaults     = { force_destroy = false }
  backend      = { s3 = "bucket" }
  force_new = [
    "bucket", "bucket_prefix", "object_lock_configuration.object_lock_enabled",
    "object_lock_enabled",
  ]
  recovery = "Objects and all their versions cannot be brought back, and anybody may take the free name. Copy the bucket elsewhere first."

  lose "lifecycle_rule" {
    when = "added"
    key  = "id"
    says = "Objects older than the new rule allows are deleted within days."
  }

  lose "lifecycle_rule.expiration.days" {
    when    = "shrinks"
    forever = [null]
    says    = "Objects older than that are deleted within days."
  }

  lose "lifecycle_rule.noncurrent_version_expiration.days" {
    when    = "shrinks"
    forever = [null]
    says    = "Old versions, the way back from an overwrite, are deleted sooner."
  }

  lose "versioning.enabled" {
    to   = false
    says = "From now on an overwrite or deletion is final."
  }
}

resource "aws_s3_directory_bucket" {
  category    = "data"
  severity    = "critical"
  identity    = ["bucket"]
  disarmed_by = { force_destroy = true }
  defaults    = { force_destroy = false }
  recovery    = "Objects cannot be brought back: a directory bucket has no versions. Copy them first."
}

resource "aws_s3_object" {
  category = "data"
  severity = "high"
  identity = ["key"]
  protected_by = {
    object_lock_mode              = "set"
    object_lock_legal_hold_status = "ON"
  }
  disarmed_by = { force_destroy = true }
  defaults    = { force_destroy = false }
  force_new   = ["bucket", "key"]
  recovery    = "Without versioning the object is gone. Copy it first."

  warn "content" {
    when = "changes"
    says = "The old content is overwritten; it is gone where the bucket keeps no versions."
  }
}

resource "aws_s3tables_table_bucket" {
  category  = "data"
  severity  = "critical"
  identity  = ["name"]
  force_new = ["name"]
  recovery  = "Every table in it is gone. Copy the tables first."

  lose "maintenance_configuration.iceberg_unreferenced_file_removal.settings.non_current_days" {
    when    = "shrinks"
    forever = [null]
    says    = "Files that no snapshot refers to are deleted sooner."
  }

  lose "maintenance_configuration.iceberg_unreferenced_file_removal.status" {
    to   = "enabled"
    says = "Files that no snapshot refers to are deleted from now on."
  }
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
  defaults    = { force_delete = false }
  force_new   = ["name"]
  recovery    = "Objects cannot be brought back. Copy them first."
}

resource "aws_glacier_vault" {
  category  = "data"
  severity  = "critical"
  identity  = ["name"]
  force_new = ["name"]
  recovery  = "Archives cannot be brought back, and retrieving them takes hours. Retrieve what is needed first."
}

# Disks, file systems and servers with disks

resource "aws_ebs_volume" {
  category       = "data"
  severity       = "critical"
  identity       = ["tags.Name", "id"]
  protected_by   = { final_snapshot = true }
  defaults       = { final_snapshot = false }
  final_snapshot = { final_snapshot = true }
  force_new = [
    "availability_zone", "encrypted", "kms_key_id", "multi_attach_enabled", "outpost_arn",
    "snapshot_id",
  ]
  recovery = "A volume comes back only from a snapshot. Take one first."

  warn "size" {
    when = "shrinks"
    says = "EBS does not shrink volumes: the apply fails."
  }
}

resource "aws_efs_file_system" {
  category     = "data"
  severity     = "critical"
  identity     = ["tags.Name", "creation_token", "id"]
  protected_by = { "protection.replication_overwrite" = "ENABLED" }
  force_new = [
    "availability_zone_name", "creation_token", "encrypted", "kms_key_id", "performance_mode",
  ]
  recovery = "Every file is gone unless AWS Backup holds a recovery point. Make one first."
}

resource "aws_fsx_lustre_file_system" {
  category       = "data"
  severity       = "critical"
  identity       = ["tags.Name", "id"]
  protected_by   = { skip_final_backup = false }
  disarmed_by    = { automatic_backup_retention_days = 0 }
  defaults       = { skip_final_backup = true }
  backups_die    = { automatic_backup_retention_days = ">=1" }
  final_snapshot = { skip_final_backup = false }
  force_new = [
    "backup_id", "copy_tags_to_backups", "deployment_type", "drive_cache_type", "efa_enabled",
    "export_path", "file_system_type_version", "import_path", "imported_file_chunk_size",
    "kms_key_id", "security_group_ids", "storage_capacity", "storage_type", "subnet_ids",
  ]
  recovery = "Comes back only from a backup, under a new DNS name. Scratch file systems have none: export to S3 first."

  lose "automatic_backup_retention_days" {
    when = "shrinks"
    says = "Automatic backups older than that are deleted; with 0, all of them."
  }
}

resource "aws_fsx_ontap_file_system" {
  category    = "data"
  severity    = "critical"
  identity    = ["tags.Name", "id"]
  disarmed_by = { automatic_backup_retention_days = 0 }
  defaults    = { automatic_backup_retention_days = 0 }
  backups_die = { automatic_backup_retention_days = ">=1" }
  force_new = [
    "deployment_type", "endpoint_ip_address_range", "kms_key_id", "preferred_subnet_id",
    "security_group_ids", "storage_type", "subnet_ids",
  ]
  recovery = "Its storage virtual machines and volumes go first; they come back only from volume backups. Take them first."

  lose "automatic_backup_retention_days" {
    when = "shrinks"
    says = "Automatic backups older than that are deleted; with 0, all of them."
  }
}

resource "aws_fsx_ontap_storage_virtual_machine" {
  category  = "data"
  severity  = "critical"
  identity  = ["name"]
  force_new = ["file_system_id", "name", "root_volume_security_style"]
  recovery  = "Shares and their permissions go with it; volumes come back only from backups."
}

resource "aws_fsx_ontap_volume" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  disarmed_by = {
    skip_final_backup                    = true
    bypass_snaplock_enterprise_retention = true
  }
  defaults = {
    skip_final_backup                    = false
    bypass_snaplock_enterprise_retention = false
  }
  force_new = [
    "aggregate_configuration.aggregates", "aggregate_configuration.constituents_per_aggregate",
    "name", "ontap_volume_type", "snaplock_configuration.snaplock_type",
    "storage_virtual_machine_id", "volume_style", "volume_type",
  ]
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
  defaults = {
    skip_final_backup               = false
    automatic_backup_retention_days = 0
  }
  backups_die    = { automatic_backup_retention_days = ">=1" }
  final_snapshot = { skip_final_backup = false }
  force_new = [
    "backup_id", "deployment_type", "endpoint_ip_address_range", "kms_key_id",
    "preferred_subnet_id", "security_group_ids", "storage_type", "subnet_ids",
  ]
  recovery = "Comes back only from a backup, under a new DNS name. Take one first."

  lose "automatic_backup_retention_days" {
    when = "shrinks"
    says = "Automatic backups older than that are deleted; with 0, all of them."
  }

  disarm "delete_options" {
    when = "added"
    says = "A deletion takes the volumes and snapshots below along."
  }
}

resource "aws_fsx_openzfs_volume" {
  category  = "data"
  severity  = "critical"
  identity  = ["name"]
  force_new = ["copy_tags_to_snapshots", "volume_type"]
  recovery  = "Comes back only from a backup of the whole file system. Take a snapshot and copy it first."

  disarm "delete_volume_options" {
    when = "added"
    says = "A deletion takes the volumes and snapshots below along."
  }
}

resource "aws_fsx_windows_file_system" {
  category = "data"
  severity = "critical"
  identity = ["tags.Name", "id"]
  disarmed_by = {
    skip_final_backup               = true
    automatic_backup_retention_days = 0
  }
  defaults = {
    skip_final_backup               = false
    automatic_backup_retention_days = 7
  }
  backups_die    = { automatic_backup_retention_days = ">=1" }
  final_snapshot = { skip_final_backup = false }
  force_new = [
    "active_directory_id", "backup_id", "copy_tags_to_backups", "deployment_type", "kms_key_id",
    "preferred_subnet_id", "security_group_ids", "storage_type", "subnet_ids",
  ]
  recovery = "Comes back only from a backup, under a new DNS name. Take one first."

  lose "automatic_backup_retention_days" {
    when = "shrinks"
    says = "Automatic backups older than that are deleted; with 0, all of them."
  }
}

resource "aws_lightsail_disk" {
  category  = "data"
  severity  = "critical"
  identity  = ["name"]
  force_new = ["availability_zone", "name", "size_in_gb"]
  recovery  = "Comes back only from a snapshot. Take one first."
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
  force_new = [
    "activation_key", "gateway_ip_address", "gateway_type", "gateway_vpc_endpoint",
    "medium_changer_type", "tape_drive_type",
  ]
  recovery = "Data that waits in the gateway's cache is lost. Wait until everything is uploaded."
}

resource "aws_workspaces_workspace" {
  category = "data"
  severity = "critical"
  identity = ["user_name", "id"]
  force_new = [
    "bundle_id", "directory_id", "root_volume_encryption_enabled", "user_name",
    "user_volume_encryption_enabled", "volume_encryption_key",
  ]
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
  defaults  = { skip_destroy = false }
  force_new = ["log_group_class", "name", "name_prefix"]
  recovery  = "The log is gone, and with it what happened. Export it to S3 first."

  lose "retention_in_days" {
    when    = "shrinks"
    forever = [0]
    says    = "Log events older than that are deleted."
  }
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
  defaults = {
    enable_logging             = true
    is_multi_region_trail      = false
    enable_log_file_validation = false
  }
  force_new = ["name"]
  recovery  = "Nothing is recorded until a trail is back: what happens meanwhile cannot be reconstructed. Old files stay in their bucket."

  disarm "enable_logging" {
    to   = false
    says = "Nobody can tell any more who did what."
  }

  warn "s3_bucket_name" {
    when = "changes"
    says = "The trail goes on in another bucket."
  }
}

resource "aws_cloudtrail_event_data_store" {
  category     = "data"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { termination_protection_enabled = true }
  disarmed_by  = { suspend = true }
  defaults     = { termination_protection_enabled = true }
  force_new    = ["kms_key_id", "name"]
  recovery     = "Restorable for 7 days, then the events are gone."

  lose "retention_period" {
    when = "shrinks"
    says = "Audit events older than that are deleted."
  }
}

resource "aws_prometheus_workspace" {
  category  = "data"
  severity  = "critical"
  identity  = ["alias", "id"]
  force_new = ["kms_key_arn"]
  recovery  = "All metrics are gone. Point the writers at a second workspace first if history matters."
}

resource "aws_grafana_workspace" {
  category  = "data"
  severity  = "critical"
  identity  = ["name"]
  force_new = ["authentication_providers"]
  recovery  = "Dashboards, alerts and users are gone. Export the dashboards first."
}

resource "aws_glue_catalog_database" {
  category  = "data"
  severity  = "critical"
  identity  = ["name"]
  force_new = ["catalog_id", "name"]
  recovery  = "Table definitions go with the database; the files in S3 stay. Export the definitions first."
}

resource "aws_glue_catalog_table" {
  category  = "data"
  severity  = "high"
  identity  = ["name"]
  force_new = ["catalog_id", "database_name", "name"]
  recovery  = "The definition and its partitions are gone; the files in S3 stay. Export the definition first."

  warn "storage_descriptor.location" {
    when = "changes"
    says = "The table shows other data from now on."
  }
}

resource "aws_athena_workgroup" {
  category    = "data"
  severity    = "high"
  identity    = ["name"]
  disarmed_by = { force_destroy = true }
  defaults    = { force_destroy = false }
  force_new   = ["name"]
  recovery    = "Saved queries and query history go with it. Export the queries first."
}

resource "aws_athena_database" {
  category    = "data"
  severity    = "high"
  identity    = ["name"]
  disarmed_by = { force_destroy = true }
  defaults    = { force_destroy = false }
  force_new = [
    "acl_configuration.s3_acl_option", "comment", "encryption_configuration.encryption_option",
    "encryption_configuration.kms_key", "expected_bucket_owner", "name", "properties",
  ]
  recovery = "Table definitions are gone; the files in S3 stay. Export the definitions first."
}

resource "aws_sagemaker_domain" {
  category     = "data"
  severity     = "critical"
  identity     = ["domain_name"]
  protected_by = { "retention_policy.home_efs_file_system" = "Retain" }
  force_new = [
    "auth_mode", "domain_name", "domain_settings.security_group_ids", "kms_key_id", "subnet_ids",
    "vpc_id",
  ]
  recovery = "Users' home folders go with the domain unless its EFS is retained. Copy them first."
}

resource "aws_sagemaker_notebook_instance" {
  category = "data"
  severity = "high"
  identity = ["name"]
  force_new = [
    "direct_internet_access", "kms_key_id", "name", "platform_identifier", "security_groups",
    "subnet_id",
  ]
  recovery = "Notebooks on its volume are gone. Copy them first."
}

resource "aws_sagemaker_feature_group" {
  category = "data"
  severity = "critical"
  identity = ["feature_group_name"]
  force_new = [
    "description", "event_time_feature_name",
    "feature_definition.collection_config.vector_config.dimension",
    "feature_definition.collection_type", "feature_definition.feature_name",
    "feature_definition.feature_type", "feature_group_name",
    "offline_store_config.data_catalog_config.catalog",
    "offline_store_config.data_catalog_config.database",
    "offline_store_config.data_catalog_config.table_name",
    "offline_store_config.disable_glue_table_creation",
    "offline_store_config.s3_storage_config.kms_key_id",
    "offline_store_config.s3_storage_config.resolved_output_s3_uri",
    "offline_store_config.s3_storage_config.s3_uri", "offline_store_config.table_format",
    "online_store_config.enable_online_store", "online_store_config.security_config.kms_key_id",
    "online_store_config.storage_type", "record_identifier_feature_name", "role_arn",
  ]
  recovery = "The online store is gone; the offline store's files stay in S3. Export the online store first."
}

resource "aws_connect_instance" {
  category  = "data"
  severity  = "critical"
  identity  = ["instance_alias", "id"]
  force_new = ["directory_id", "identity_management_type", "instance_alias"]
  recovery  = "Phone numbers, flows and agents' history are gone; numbers may not come back. Export the flows first."
}

resource "aws_transfer_server" {
  category    = "network"
  severity    = "high"
  identity    = ["tags.Name", "id"]
  disarmed_by = { force_destroy = true }
  defaults    = { force_destroy = false }
  force_new   = ["domain", "endpoint_details.vpc_id", "identity_provider_type"]
  recovery    = "Its users, host keys and endpoint are gone: clients will refuse a new host key. Keep the host key first."
}

# Backups

resource "aws_backup_vault" {
  category    = "backup"
  severity    = "critical"
  identity    = ["name"]
  disarmed_by = { force_destroy = true }
  defaults    = { force_destroy = false }
  force_new   = ["kms_key_arn", "name"]
  recovery    = "With force_destroy every recovery point in the vault is deleted. Copy them to another vault first."
}

resource "aws_backup_vault_lock_configuration" {
  category = "backup"
  severity = "critical"
  identity = ["backup_vault_name"]
  protected_by = {
    min_retention_days  = ">=1"
    changeable_for_days = "set"
  }
  lock = true
  force_new = [
    "backup_vault_name", "changeable_for_days", "max_retention_days", "min_retention_days",
  ]
  recovery = "Without the lock anybody with rights can delete recovery points. Ask whoever answers for retention first."
}

resource "aws_backup_vault_policy" {
  category  = "backup"
  severity  = "high"
  identity  = ["backup_vault_name"]
  force_new = ["backup_vault_name"]
  recovery  = "Who may delete recovery points changes at once. Compare the two policies first."
}

resource "aws_backup_logically_air_gapped_vault" {
  category     = "backup"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { min_retention_days = ">=7" }
  defaults     = { min_retention_days = 1 }
  force_new    = ["max_retention_days", "min_retention_days", "name"]
  recovery     = "Recovery points there are the last resort. Copy them elsewhere first."
}

resource "aws_backup_plan" {
  category  = "backup"
  severity  = "critical"
  identity  = ["name"]
  force_new = ["name"]
  recovery  = "No new backups are made from now on; old ones stay until they expire. Put the new plan in place first."

  lose "rule.lifecycle.delete_after" {
    when    = "shrinks"
    forever = [null]
    says    = "Recovery points made from now on expire sooner."
  }

  lose "rule" {
    when = "removed"
    key  = "rule_name"
    says = "What the rule backed up is backed up no longer."
  }
}

resource "aws_backup_selection" {
  category = "backup"
  severity = "critical"
  identity = ["name"]
  force_new = [
    "condition", "iam_role_arn", "name", "not_resources", "plan_id", "resources", "selection_tag",
  ]
  recovery = "What it selects is no longer backed up. Put the new selection in place first."
}

resource "aws_db_snapshot" {
  category  = "backup"
  severity  = "critical"
  identity  = ["db_snapshot_identifier"]
  backup_of = { db_instance_identifier = "aws_db_instance" }
  force_new = ["db_instance_identifier", "db_snapshot_identifier"]
  recovery  = "A snapshot cannot be brought back. Copy it to another account or region first if it is the only one."
}

resource "aws_db_snapshot_copy" {
  category  = "backup"
  severity  = "critical"
  identity  = ["target_db_snapshot_identifier"]
  backup_of = { source_db_snapshot_identifier = "aws_db_snapshot" }
  force_new = [
    "copy_tags", "destination_region", "kms_key_id", "option_group_name", "presigned_url",
    "source_db_snapshot_identifier", "target_custom_availability_zone",
    "target_db_snapshot_identifier",
  ]
  recovery = "A snapshot cannot be brought back. Check that the source still exists."
}

resource "aws_db_cluster_snapshot" {
  category  = "backup"
  severity  = "critical"
  identity  = ["db_cluster_snapshot_identifier"]
  backup_of = { db_cluster_identifier = "aws_rds_cluster" }
  force_new = ["db_cluster_identifier", "db_cluster_snapshot_identifier"]
  recovery  = "A snapshot cannot be brought back. Copy it first if it is the only one."
}

resource "aws_db_instance_automated_backups_replication" {
  category     = "backup"
  severity     = "high"
  identity     = ["source_db_instance_arn"]
  protected_by = { retention_period = ">=7" }
  defaults     = { retention_period = 7 }
  backup_of    = { source_db_instance_arn = "aws_db_instance" }
  force_new    = ["kms_key_id", "pre_signed_url", "retention_period", "source_db_instance_arn"]
  recovery     = "The backups in the other region go with it. Copy what is needed to a manual snapshot first."
}

resource "aws_docdb_cluster_snapshot" {
  category  = "backup"
  severity  = "critical"
  identity  = ["db_cluster_snapshot_identifier"]
  backup_of = { db_cluster_identifier = "aws_docdb_cluster" }
  force_new = ["db_cluster_identifier", "db_cluster_snapshot_identifier"]
  recovery  = "A snapshot cannot be brought back. Copy it first if it is the only one."
}

resource "aws_neptune_cluster_snapshot" {
  category  = "backup"
  severity  = "critical"
  identity  = ["db_cluster_snapshot_identifier"]
  backup_of = { db_cluster_identifier = "aws_neptune_cluster" }
  force_new = ["db_cluster_identifier", "db_cluster_snapshot_identifier"]
  recovery  = "A snapshot cannot be brought back. Copy it first if it is the only one."
}

resource "aws_redshift_cluster_snapshot" {
  category     = "backup"
  severity     = "critical"
  identity     = ["snapshot_identifier"]
  protected_by = { manual_snapshot_retention_period = -1 }
  defaults     = { manual_snapshot_retention_period = -1 }
  backup_of    = { cluster_identifier = "aws_redshift_cluster" }
  force_new    = ["cluster_identifier", "snapshot_identifier"]
  recovery     = "A snapshot cannot be brought back."
}

resource "aws_redshiftserverless_snapshot" {
  category  = "backup"
  severity  = "critical"
  identity  = ["snapshot_name"]
  backup_of = { namespace_name = "aws_redshiftserverless_namespace" }
  force_new = ["namespace_name", "snapshot_name"]
  recovery  = "A snapshot cannot be brought back."

  lose "retention_period" {
    when    = "shrinks"
    forever = [-1, null]
    says    = "The snapshot expires sooner."
  }
}

resource "aws_memorydb_snapshot" {
  category  = "backup"
  severity  = "critical"
  identity  = ["name"]
  backup_of = { cluster_name = "aws_memorydb_cluster" }
  force_new = ["cluster_name", "kms_key_arn", "name", "name_prefix"]
  recovery  = "A snapshot cannot be brought back. Export it to S3 first."
}

resource "aws_ebs_snapshot" {
  category     = "backup"
  severity     = "critical"
  identity     = ["tags.Name", "id"]
  protected_by = { permanent_restore = true }
  backup_of    = { volume_id = "aws_ebs_volume" }
  force_new    = ["description", "outpost_arn", "volume_id"]
  recovery     = "A snapshot comes back only while a Recycle Bin rule holds it. Copy it first if it is the only one."
}

resource "aws_ebs_snapshot_copy" {
  category  = "backup"
  severity  = "critical"
  identity  = ["tags.Name", "id"]
  backup_of = { source_snapshot_id = "aws_ebs_snapshot" }
  force_new = [
    "completion_duration_minutes", "description", "encrypted", "kms_key_id", "source_region",
    "source_snapshot_id",
  ]
  recovery = "A snapshot comes back only while a Recycle Bin rule holds it. Check that the source still exists."
}

resource "aws_ami" {
  category = "backup"
  severity = "high"
  identity = ["name"]
  force_new = [
    "architecture", "boot_mode", "ebs_block_device", "ena_support", "image_location",
    "imds_support", "kernel_id", "name", "ramdisk_id", "root_device_name", "sriov_net_support",
    "tpm_support", "uefi_data", "virtualization_type",
  ]
  recovery = "Launches from the image fail at once; it comes back only while a Recycle Bin rule holds it. Look for launch templates that name it."
}

resource "aws_ami_copy" {
  category  = "backup"
  severity  = "high"
  identity  = ["name"]
  force_new = ["encrypted", "kms_key_id", "name", "source_ami_id", "source_ami_region"]
  recovery  = "Launches from the image fail at once. Look for launch templates that name it."
}

resource "aws_fsx_backup" {
  category  = "backup"
  severity  = "critical"
  identity  = ["tags.Name", "id"]
  backup_of = { file_system_id = "aws_fsx_windows_file_system|aws_fsx_lustre_file_system|aws_fsx_ontap_file_system|aws_fsx_openzfs_file_system", volume_id = "aws_fsx_ontap_volume|aws_fsx_openzfs_volume" }
  force_new = ["file_system_id", "volume_id"]
  recovery  = "A backup cannot be brought back. Copy it first if it is the only one."
}

resource "aws_efs_backup_policy" {
  category     = "backup"
  severity     = "high"
  identity     = ["file_system_id"]
  protected_by = { "backup_policy.status" = "ENABLED" }
  force_new    = ["file_system_id"]
  recovery     = "No new backups are made of the file system. Put AWS Backup's own plan in place first."

  lose "backup_policy.status" {
    to   = "DISABLED"
    says = "The file system is no longer backed up."
  }
}

resource "aws_efs_replication_configuration" {
  category = "backup"
  severity = "high"
  identity = ["source_file_system_id"]
  force_new = [
    "destination.availability_zone_name", "destination.file_system_id", "destination.kms_key_id",
    "destination.region", "source_file_system_id",
  ]
  recovery = "The copy stays and falls behind. Check which side is to be written from now on."

  overwrite {
    where = { "destination.file_system_id" = "set" }
    says  = "The file system it names as its destination is overwritten."
  }
}

resource "aws_dlm_lifecycle_policy" {
  category     = "backup"
  severity     = "high"
  identity     = ["description", "id"]
  protected_by = { state = "ENABLED" }
  force_new    = ["policy_details.schedule.copy_tags"]
  recovery     = "No new snapshots are made from now on. Put the new policy in place first."

  lose "state" {
    to   = "DISABLED"
    says = "No more snapshots are taken."
  }

  overwrite {
    effect = "warn"
    says   = "Snapshots with its tags are deleted when it has newer ones."
  }
}

resource "aws_rbin_rule" {
  category     = "backup"
  severity     = "high"
  identity     = ["description", "id"]
  protected_by = { "lock_configuration.unlock_delay.unlock_delay_value" = ">=7" }
  lock         = true
  force_new    = ["resource_type"]
  recovery     = "Deleted snapshots and images are then gone at once instead of after days."

  lose "retention_period.retention_period_value" {
    when = "shrinks"
    says = "What is deleted by mistake can be brought back for a shorter time."
  }
}

resource "aws_s3_bucket_versioning" {
  category = "backup"
  severity = "high"
  identity = ["bucket"]
  protected_by = {
    "versioning_configuration.status"     = "Enabled"
    "versioning_configuration.mfa_delete" = "Enabled"
  }
  backend   = { s3 = "bucket" }
  force_new = ["bucket", "expected_bucket_owner"]
  recovery  = "From now on overwritten and deleted objects are gone for good; existing versions stay."

  lose "versioning_configuration.status" {
    from = ["Enabled"]
    to   = "Suspended|Disabled"
    says = "From now on an overwrite or deletion is final."
  }
}

resource "aws_s3_bucket_object_lock_configuration" {
  category     = "backup"
  severity     = "high"
  identity     = ["bucket"]
  protected_by = { "rule.default_retention.mode" = "COMPLIANCE" }
  lock         = true
  backend      = { s3 = "bucket" }
  force_new    = ["bucket", "expected_bucket_owner", "object_lock_enabled"]
  recovery     = "New objects are no longer held against deletion. Ask whoever answers for retention first."

  disarm "rule.default_retention.days" {
    when = "shrinks"
    says = "New objects can be deleted sooner."
  }

  disarm "rule.default_retention.years" {
    when = "shrinks"
    says = "New objects can be deleted sooner."
  }
}

resource "aws_s3_bucket_replication_configuration" {
  category     = "backup"
  severity     = "high"
  identity     = ["bucket"]
  protected_by = { "rule.status" = "Enabled" }
  backend      = { s3 = "bucket" }
  force_new    = ["bucket"]
  recovery     = "New objects are no longer copied; what is missed meanwhile must be copied by a batch job."

  lose "rule.status" {
    from = ["Enabled"]
    to   = "Disabled"
    says = "New objects are copied nowhere."
  }
}

# Keys

resource "aws_kms_key" {
  category = "key"
  severity = "critical"
  identity = ["key_id"]
  protected_by = {
    is_enabled          = true
    enable_key_rotation = true
  }
  disarmed_by = { deletion_window_in_days = 7 }
  defaults = {
    is_enabled          = true
    enable_key_rotation = false
  }
  backend = { s3 = "kms_key_id" }
  force_new = [
    "custom_key_store_id", "customer_master_key_spec", "key_usage", "multi_region", "xks_key_id",
  ]
  recovery = "Everything encrypted with it becomes unreadable when the waiting period ends. Cancel the deletion before that, and look for users in CloudTrail first."

  lose "is_enabled" {
    to   = false
    says = "Nothing that it encrypted can be read until it is enabled again."
  }

  disarm "deletion_window_in_days" {
    when = "shrinks"
    says = "A deletion of the key can be called off for a shorter time."
  }

  warn "policy" {
    when = "changes"
    says = "A key policy without its administrators locks everybody out; only AWS support opens it again."
  }
}

resource "aws_kms_external_key" {
  category = "key"
  severity = "critical"
  identity = ["id"]
  protected_by = {
    enabled  = true
    valid_to = "unset"
  }
  disarmed_by = { deletion_window_in_days = 7 }
  defaults    = { deletion_window_in_days = 30 }
  backend     = { s3 = "kms_key_id" }
  force_new   = ["key_material_base64", "multi_region"]
  recovery    = "Everything encrypted with it is unreadable at once where the material is deleted. Make sure the imported material is kept outside."

  lose "enabled" {
    to   = false
    says = "Nothing that it encrypted can be read until it is enabled again."
  }

  disarm "deletion_window_in_days" {
    when = "shrinks"
    says = "A deletion of the key can be called off for a shorter time."
  }

  warn "policy" {
    when = "changes"
    says = "A key policy without its administrators locks everybody out; only AWS support opens it again."
  }

  lose "valid_to" {
    when = "added"
    says = "The key material expires then, and nothing that it encrypted can be read."
  }
}

resource "aws_kms_replica_key" {
  category     = "key"
  severity     = "critical"
  identity     = ["key_id"]
  protected_by = { enabled = true }
  disarmed_by  = { deletion_window_in_days = 7 }
  defaults = {
    deletion_window_in_days = 30
    enabled                 = true
  }
  replica_of = ["primary_key_arn"]
  backend    = { s3 = "kms_key_id" }
  force_new  = ["primary_key_arn"]
  recovery   = "What this region encrypted with it becomes unreadable here. The primary key can be replicated again."

  lose "enabled" {
    to   = false
    says = "Nothing that it encrypted can be read until it is enabled again."
  }

  disarm "deletion_window_in_days" {
    when = "shrinks"
    says = "A deletion of the key can be called off for a shorter time."
  }

  warn "policy" {
    when = "changes"
    says = "A key policy without its administrators locks everybody out; only AWS support opens it again."
  }
}

resource "aws_kms_replica_external_key" {
  category     = "key"
  severity     = "critical"
  identity     = ["id"]
  protected_by = { enabled = true }
  disarmed_by  = { deletion_window_in_days = 7 }
  defaults     = { deletion_window_in_days = 30 }
  force_new    = ["key_material_base64", "primary_key_arn"]
  recovery     = "What this region encrypted with it becomes unreadable here. Make sure the imported material is kept outside."
}

resource "aws_kms_custom_key_store" {
  category  = "key"
  severity  = "critical"
  identity  = ["custom_key_store_name"]
  force_new = ["cloud_hsm_cluster_id", "custom_key_store_type", "trust_anchor_certificate"]
  recovery  = "Its keys cannot be used until it is back and connected. Look for keys in it first."
}

resource "aws_kms_alias" {
  category  = "key"
  severity  = "high"
  identity  = ["name"]
  backend   = { s3 = "kms_key_id" }
  force_new = ["name", "name_prefix"]
  recovery  = "Whoever names the key by this alias fails until it is back. The key itself stays."

  warn "target_key_id" {
    when = "changes"
    says = "New data is encrypted with another key; what was encrypted before still needs the old one."
  }
}

resource "aws_kms_key_policy" {
  category    = "key"
  severity    = "high"
  identity    = ["key_id"]
  disarmed_by = { bypass_policy_lockout_safety_check = true }
  defaults    = { bypass_policy_lockout_safety_check = false }
  recovery    = "Who may use and manage the key changes at once; a wrong policy locks everybody out."
}

resource "aws_cloudhsm_v2_cluster" {
  category  = "key"
  severity  = "critical"
  identity  = ["tags.Name", "cluster_id"]
  force_new = ["hsm_type", "mode", "source_backup_identifier", "subnet_ids"]
  recovery  = "Keys in the cluster come back only from a cluster backup. Check that one exists first."
}

resource "aws_acmpca_certificate_authority" {
  category     = "key"
  severity     = "critical"
  identity     = ["certificate_authority_configuration.subject.common_name", "arn"]
  protected_by = { enabled = true }
  defaults     = { enabled = true }
  force_new = [
    "certificate_authority_configuration.key_algorithm",
    "certificate_authority_configuration.signing_algorithm",
    "certificate_authority_configuration.subject.common_name",
    "certificate_authority_configuration.subject.country",
    "certificate_authority_configuration.subject.distinguished_name_qualifier",
    "certificate_authority_configuration.subject.generation_qualifier",
    "certificate_authority_configuration.subject.given_name",
    "certificate_authority_configuration.subject.initials",
    "certificate_authority_configuration.subject.locality",
    "certificate_authority_configuration.subject.organization",
    "certificate_authority_configuration.subject.organizational_unit",
    "certificate_authority_configuration.subject.pseudonym",
    "certificate_authority_configuration.subject.state",
    "certificate_authority_configuration.subject.surname",
    "certificate_authority_configuration.subject.title", "key_storage_security_standard", "type",
  ]
  recovery = "Restorable until its waiting period ends; after that every certificate below it has to be reissued."

  lose "enabled" {
    to   = false
    says = "No certificate is issued until it is enabled again."
  }

  disarm "permanent_deletion_time_in_days" {
    when = "shrinks"
    says = "A deleted authority can be restored for a shorter time."
  }
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
  defaults = {
    recovery_window_in_days        = 30
    force_overwrite_replica_secret = false
  }
  force_new = ["name", "name_prefix"]
  recovery  = "Restorable until its recovery window ends; with a window of 0 it is gone at once. Copy the value to a safe place first."
}

resource "aws_secretsmanager_secret_version" {
  category  = "secret"
  severity  = "high"
  identity  = ["secret_id"]
  force_new = ["secret_binary", "secret_id", "secret_string", "secret_string_wo_version"]
  recovery  = "Readers of the current value fail until there is a new one."
}

resource "aws_ssm_parameter" {
  category    = "secret"
  severity    = "high"
  identity    = ["name"]
  disarmed_by = { overwrite = true }
  force_new   = ["data_type", "name"]
  recovery    = "The value and its history are gone. Copy the value to a safe place first."

  warn "value" {
    when = "changes"
    says = "The old value is overwritten; the parameter's history has it as long as the parameter lives."
  }

  overwrite {
    where = { overwrite = true }
    says  = "A parameter of this name that exists is overwritten without a word."
  }
}

resource "aws_acm_certificate" {
  category = "secret"
  severity = "high"
  identity = ["domain_name"]
  force_new = [
    "certificate_authority_arn", "domain_name", "key_algorithm", "subject_alternative_names",
    "validation_method", "validation_option",
  ]
  recovery = "An imported private key is gone; one that AWS issued has to be validated again. Listeners must use another certificate first."
}

resource "aws_iam_server_certificate" {
  category  = "secret"
  severity  = "high"
  identity  = ["name"]
  force_new = ["certificate_body", "certificate_chain", "private_key"]
  recovery  = "The private key cannot be read back. Keep it elsewhere first."
}

# Who may do what

resource "aws_iam_role" {
  category    = "identity"
  severity    = "high"
  identity    = ["name"]
  disarmed_by = { force_detach_policies = true }
  defaults    = { force_detach_policies = false }
  force_new   = ["name", "name_prefix", "path"]
  recovery    = "A role of the same name is another principal: policies elsewhere that trust the old one keep pointing at nothing."

  warn "assume_role_policy" {
    when = "changes"
    says = "Whoever the new policy leaves out loses the role, perhaps the one that runs this."
  }
}

resource "aws_iam_user" {
  category    = "identity"
  severity    = "high"
  identity    = ["name"]
  disarmed_by = { force_destroy = true }
  defaults    = { force_destroy = false }
  recovery    = "Access keys and passwords are gone, and a user of the same name is another principal."
}

resource "aws_iam_access_key" {
  category     = "secret"
  severity     = "high"
  identity     = ["id"]
  protected_by = { status = "Active" }
  force_new    = ["pgp_key", "user"]
  recovery     = "The secret cannot be shown again. Move whoever uses it to a new key first."
}

resource "aws_iam_policy" {
  category  = "identity"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["description", "name", "name_prefix", "path"]
  recovery  = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_iam_group" {
  category = "identity"
  severity = "medium"
  identity = ["name"]
  recovery = "A new one has another id; policies that name the old one do not know it."
}

resource "aws_iam_instance_profile" {
  category  = "identity"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["name", "name_prefix", "path"]
  recovery  = "A new one has another id; policies that name the old one do not know it."
}

resource "aws_iam_saml_provider" {
  category  = "identity"
  severity  = "critical"
  identity  = ["name"]
  force_new = ["name"]
  recovery  = "Nobody can sign in through it until it is back; keep another way in open first."
}

resource "aws_iam_openid_connect_provider" {
  category  = "identity"
  severity  = "high"
  identity  = ["url"]
  force_new = ["url"]
  recovery  = "Pipelines and clusters that sign in through it fail at once."
}

resource "aws_cognito_user_pool" {
  category     = "identity"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { deletion_protection = "ACTIVE" }
  force_new = [
    "alias_attributes", "name", "username_attributes", "username_configuration.case_sensitive",
  ]
  recovery = "All users and their passwords are gone: passwords cannot be exported. Nobody can sign in until everybody has signed up again."

  disarm "mfa_configuration" {
    from = ["ON", "OPTIONAL"]
    to   = "OFF"
    says = "Users sign in with one factor."
  }
}

resource "aws_cognito_identity_pool" {
  category  = "identity"
  severity  = "critical"
  identity  = ["identity_pool_name"]
  force_new = ["developer_provider_name", "identity_pool_name"]
  recovery  = "Users' identity ids are gone; data stored under them no longer belongs to anybody."
}

resource "aws_cognito_user_pool_client" {
  category  = "identity"
  severity  = "high"
  identity  = ["name"]
  force_new = ["generate_secret", "user_pool_id"]
  recovery  = "The client id and secret change: every application must be released again."
}

resource "aws_cognito_user_pool_domain" {
  category  = "dns"
  severity  = "high"
  identity  = ["domain"]
  force_new = ["domain", "user_pool_id"]
  recovery  = "The sign-in page is away until the domain is back, which can take an hour."
}

resource "aws_directory_service_directory" {
  category = "identity"
  severity = "critical"
  identity = ["name"]
  force_new = [
    "alias", "connect_settings.customer_dns_ips", "connect_settings.customer_username",
    "connect_settings.subnet_ids", "connect_settings.vpc_id", "description", "edition", "name",
    "password", "short_name", "size", "type", "vpc_settings.subnet_ids", "vpc_settings.vpc_id",
  ]
  recovery = "Users, computers and trusts are gone; members must join again. Take a directory snapshot first."
}

resource "aws_organizations_organization" {
  category = "identity"
  severity = "critical"
  identity = ["master_account_id", "id"]
  recovery = "All accounts fall out of the organization, with its policies and shared billing."

  disarm "enabled_policy_types" {
    when = "removed"
    says = "Every policy of that type is detached from the whole organization."
  }

  lose "aws_service_access_principals" {
    when = "removed"
    says = "That service loses its access to the organization's accounts."
  }
}

resource "aws_organizations_account" {
  category    = "identity"
  severity    = "critical"
  identity    = ["name"]
  disarmed_by = { close_on_deletion = true }
  defaults    = { close_on_deletion = false }
  container   = "everything in the account"
  force_new   = ["email", "iam_user_access_to_billing", "role_name"]
  recovery    = "It leaves the organization, or with close_on_deletion is closed: support can reopen it for 90 days, then all in it is gone."

  warn "parent_id" {
    when = "changes"
    says = "Other service control policies apply from now on."
  }
}

resource "aws_organizations_organizational_unit" {
  category  = "identity"
  severity  = "high"
  identity  = ["name"]
  force_new = ["parent_id"]
  recovery  = "Policies attached to the unit no longer apply. Move its accounts first."
}

resource "aws_organizations_policy" {
  category    = "identity"
  severity    = "high"
  identity    = ["name"]
  disarmed_by = { skip_destroy = true }
  force_new   = ["type"]
  recovery    = "What it forbade is allowed again wherever it was attached."

  warn "content" {
    when = "changes"
    says = "A statement that denies too much stops every account below."
  }
}

resource "aws_organizations_policy_attachment" {
  category    = "identity"
  severity    = "high"
  identity    = ["policy_id"]
  disarmed_by = { skip_destroy = true }
  force_new   = ["policy_id", "target_id"]
  recovery    = "What the policy forbade is allowed again there."
}

resource "aws_controltower_landing_zone" {
  category = "identity"
  severity = "critical"
  identity = ["id"]
  recovery = "Takes the governance of every account apart; setting it up again takes days."
}

resource "aws_identitystore_user" {
  category  = "identity"
  severity  = "high"
  identity  = ["user_name"]
  force_new = ["identity_store_id", "user_name"]
  recovery  = "A user of the same name is another person to every assignment."
}

resource "aws_identitystore_group" {
  category  = "identity"
  severity  = "high"
  identity  = ["display_name"]
  force_new = ["identity_store_id"]
  recovery  = "Assignments to the group are gone with it."
}

resource "aws_ssoadmin_permission_set" {
  category  = "identity"
  severity  = "high"
  identity  = ["name"]
  force_new = ["instance_arn", "name"]
  recovery  = "Its roles vanish from every account, and their ARNs change when it returns."
}

resource "aws_ssoadmin_account_assignment" {
  category = "identity"
  severity = "high"
  identity = ["principal_id"]
  force_new = [
    "instance_arn", "permission_set_arn", "principal_id", "principal_type", "target_id",
    "target_type",
  ]
  recovery = "Those people lose access at once. Make sure that you are not among them."
}

resource "aws_ram_resource_share" {
  category  = "network"
  severity  = "high"
  identity  = ["name"]
  force_new = ["permission_arns"]
  recovery  = "Other accounts lose what was shared with them."
}

resource "aws_eks_access_entry" {
  category  = "identity"
  severity  = "high"
  identity  = ["principal_arn"]
  force_new = ["cluster_name", "principal_arn", "type"]
  recovery  = "This principal can no longer reach the cluster. Make sure that somebody else can."
}

resource "aws_lakeformation_data_lake_settings" {
  category  = "identity"
  severity  = "high"
  identity  = ["catalog_id", "id"]
  force_new = ["catalog_id"]
  recovery  = "Who administers the data lake changes at once."

  lose "admins" {
    when = "removed"
    says = "Whoever is no longer listed administers the lake no longer; without any, nobody does."
  }

  overwrite {
    says = "Administrators of the lake that are not listed here are none any more."
  }
}

# Names

resource "aws_route53_zone" {
  category    = "dns"
  severity    = "critical"
  identity    = ["name"]
  disarmed_by = { force_destroy = true }
  defaults    = { force_destroy = false }
  force_new   = ["delegation_set_id", "name"]
  recovery    = "A new zone has other name servers: the registrar must be told, and resolvers remember the old ones for up to two days. Export the records first."

  lose "vpc" {
    when = "removed"
    key  = "vpc_id"
    says = "That VPC resolves the zone's names no longer."
  }
}

resource "aws_route53_record" {
  category    = "dns"
  severity    = "high"
  identity    = ["fqdn", "name"]
  disarmed_by = { allow_overwrite = true }
  force_new   = ["name", "zone_id"]
  recovery    = "The name stops resolving as caches run out. Write the record's values down first."

  warn "records" {
    when = "changes"
    says = "Traffic goes elsewhere as soon as caches expire; note the old values."
  }

  overwrite {
    where  = { allow_overwrite = true }
    onto   = { zone_id = "any" }
    effect = "warn"
    says   = "A record of this name that exists is overwritten without a word."
  }
}

resource "aws_route53_delegation_set" {
  category  = "dns"
  severity  = "critical"
  identity  = ["reference_name", "id"]
  force_new = ["reference_name"]
  recovery  = "The set of name servers cannot be had again; every zone that uses it needs new ones at the registrar."
}

resource "aws_route53_hosted_zone_dnssec" {
  category     = "dns"
  severity     = "critical"
  identity     = ["hosted_zone_id"]
  protected_by = { signing_status = "SIGNING" }
  force_new    = ["hosted_zone_id"]
  recovery     = "Remove the DS record at the registrar first and wait, or the whole zone stops resolving."

  lose "signing_status" {
    to   = "NOT_SIGNING"
    says = "As long as the parent zone has a DS record, resolvers refuse the whole zone."
  }
}

resource "aws_route53_key_signing_key" {
  category     = "dns"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { status = "ACTIVE" }
  force_new    = ["hosted_zone_id", "name"]
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
  defaults = {
    transfer_lock = true
    auto_renew    = true
  }
  force_new = ["domain_name"]
  recovery  = "Deletes the registration itself: somebody else may take the name."

  lose "name_server" {
    when = "removed"
    key  = "name"
    says = "The domain is served by other name servers; wrong ones take every name of it away."
  }
}

resource "aws_route53domains_registered_domain" {
  category = "dns"
  severity = "high"
  identity = ["domain_name"]
  protected_by = {
    transfer_lock = true
    auto_renew    = true
  }
  defaults = {
    transfer_lock = true
    auto_renew    = true
  }
  recovery = "The registration stays; its settings are no longer held by Terraform."

  lose "name_server" {
    when = "removed"
    key  = "name"
    says = "The domain is served by other name servers; wrong ones take every name of it away."
  }
}

resource "aws_route53_zone_association" {
  category  = "dns"
  severity  = "high"
  identity  = ["vpc_id"]
  force_new = ["vpc_id", "vpc_region", "zone_id"]
  recovery  = "The private names stop resolving in that VPC."
}

resource "aws_route53_resolver_endpoint" {
  category  = "dns"
  severity  = "high"
  identity  = ["name"]
  force_new = ["direction", "security_group_ids"]
  recovery  = "Names no longer resolve between the networks, and its addresses may change."
}

resource "aws_route53_resolver_rule" {
  category  = "dns"
  severity  = "high"
  identity  = ["name"]
  force_new = ["domain_name", "rule_type"]
  recovery  = "Names it forwards no longer resolve."
}

resource "aws_service_discovery_public_dns_namespace" {
  category  = "dns"
  severity  = "critical"
  identity  = ["name"]
  force_new = ["name"]
  recovery  = "Its hosted zone goes with it, with the name servers."
}

resource "aws_service_discovery_private_dns_namespace" {
  category  = "dns"
  severity  = "high"
  identity  = ["name"]
  container = "the namespace's zone"
  force_new = ["name", "vpc"]
  recovery  = "Services can no longer find each other by name."
}

# Networks

resource "aws_vpc" {
  category  = "network"
  severity  = "critical"
  identity  = ["tags.Name", "id"]
  force_new = ["cidr_block", "instance_tenancy", "ipv4_ipam_pool_id", "ipv4_netmask_length"]
  recovery  = "A new VPC has a new id; peerings, shares, endpoints and everything inside must be built again."
}

resource "aws_subnet" {
  category = "network"
  severity = "high"
  identity = ["tags.Name", "id"]
  force_new = [
    "availability_zone", "availability_zone_id", "cidr_block", "ipv6_native", "outpost_arn",
    "vpc_id",
  ]
  recovery = "Everything in the subnet must go first and be built again with other addresses."
}

resource "aws_default_vpc" {
  category    = "network"
  severity    = "high"
  identity    = ["id"]
  disarmed_by = { force_destroy = true }
  defaults    = { force_destroy = false }
  recovery    = "What runs in the default VPC loses its network."
}

resource "aws_route_table" {
  category  = "network"
  severity  = "high"
  identity  = ["tags.Name", "id"]
  force_new = ["vpc_id"]
  recovery  = "Its subnets fall back to the main table: they may lose, or gain, the way to the Internet."
}

resource "aws_route" {
  category = "network"
  severity = "high"
  identity = ["destination_cidr_block", "id"]
  force_new = [
    "destination_cidr_block", "destination_ipv6_cidr_block", "destination_prefix_list_id",
    "route_table_id",
  ]
  recovery = "Traffic to that destination stops."
}

resource "aws_internet_gateway" {
  category = "network"
  severity = "high"
  identity = ["tags.Name", "id"]
  recovery = "The network loses the Internet, and what serves it."
}

resource "aws_nat_gateway" {
  category  = "network"
  severity  = "high"
  identity  = ["tags.Name", "id"]
  force_new = ["allocation_id", "connectivity_type", "private_ip", "subnet_id"]
  recovery  = "Outgoing traffic stops, and the address partners have allowed may change."
}

resource "aws_eip" {
  category = "network"
  severity = "high"
  identity = ["tags.Name", "public_ip", "id"]
  force_new = [
    "address", "domain", "ipam_pool_id", "network_border_group", "public_ipv4_pool", "vpc",
  ]
  recovery = "A released address is rarely had again. Look for DNS records and allow lists that name it."
}

resource "aws_security_group" {
  category  = "network"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["description", "name", "name_prefix", "vpc_id"]
  recovery  = "A new one has another id and address; tell whoever uses the old one first."

  warn "ingress" {
    when = "removed"
    says = "Rules that are not listed here are closed, those made elsewhere too."
  }

  warn "egress" {
    when = "removed"
    says = "Rules that are not listed here are closed, those made elsewhere too."
  }
}

resource "aws_vpc_endpoint" {
  category = "network"
  severity = "high"
  identity = ["tags.Name", "id"]
  force_new = [
    "resource_configuration_arn", "service_name", "service_network_arn", "service_region",
    "vpc_endpoint_type", "vpc_id",
  ]
  recovery = "Private traffic to that service stops; its private addresses change."
}

resource "aws_vpc_peering_connection" {
  category  = "network"
  severity  = "high"
  identity  = ["tags.Name", "id"]
  force_new = ["peer_owner_id", "peer_region", "peer_vpc_id", "vpc_id"]
  recovery  = "Traffic between the two networks stops; both sides must agree again."
}

resource "aws_ec2_transit_gateway" {
  category  = "network"
  severity  = "critical"
  identity  = ["tags.Name", "id"]
  force_new = ["multicast_support"]
  recovery  = "Every network attached to it loses the others; attachments and routes must be built again."
}

resource "aws_ec2_transit_gateway_vpc_attachment" {
  category  = "network"
  severity  = "high"
  identity  = ["tags.Name", "id"]
  force_new = ["transit_gateway_id", "vpc_id"]
  recovery  = "This network loses the others."
}

resource "aws_vpn_connection" {
  category = "network"
  severity = "critical"
  identity = ["tags.Name", "id"]
  force_new = [
    "enable_acceleration", "static_routes_only", "tunnel1_inside_cidr",
    "tunnel1_inside_ipv6_cidr", "tunnel2_inside_cidr", "tunnel2_inside_ipv6_cidr",
    "tunnel_inside_ip_version", "type",
  ]
  recovery = "The tunnels' addresses and keys change: the other side must be configured again."

  lose "customer_gateway_id" {
    when = "changes"
    says = "The tunnel goes down until the other end is configured anew."
  }
}

resource "aws_vpn_gateway" {
  category  = "network"
  severity  = "high"
  identity  = ["tags.Name", "id"]
  force_new = ["amazon_side_asn", "availability_zone"]
  recovery  = "All VPN and Direct Connect traffic of the network stops."
}

resource "aws_customer_gateway" {
  category = "network"
  severity = "high"
  identity = ["tags.Name", "id"]
  force_new = [
    "bgp_asn", "bgp_asn_extended", "certificate_arn", "device_name", "ip_address", "type",
  ]
  recovery = "Its VPN connections have to be built again."
}

resource "aws_dx_connection" {
  category     = "network"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { skip_destroy = true }
  defaults     = { skip_destroy = false }
  force_new    = ["bandwidth", "location", "name", "provider_name", "request_macsec"]
  recovery     = "Ends the contract for the physical line; a new one takes weeks."
}

resource "aws_dx_gateway" {
  category  = "network"
  severity  = "critical"
  identity  = ["name"]
  force_new = ["amazon_side_asn"]
  recovery  = "Every network behind it loses the data centre."
}

resource "aws_lb" {
  category     = "network"
  severity     = "high"
  identity     = ["name"]
  protected_by = { enable_deletion_protection = true }
  defaults     = { enable_deletion_protection = false }
  force_new = [
    "customer_owned_ipv4_pool", "internal", "load_balancer_type", "name", "name_prefix",
  ]
  recovery = "Its DNS name and addresses change, and traffic stops until names point at the new one."
}

resource "aws_alb" {
  category     = "network"
  severity     = "high"
  identity     = ["name"]
  protected_by = { enable_deletion_protection = true }
  defaults     = { enable_deletion_protection = false }
  force_new = [
    "customer_owned_ipv4_pool", "internal", "load_balancer_type", "name", "name_prefix",
  ]
  recovery = "Its DNS name and addresses change, and traffic stops until names point at the new one."
}

resource "aws_elb" {
  category  = "network"
  severity  = "high"
  identity  = ["name"]
  force_new = ["internal", "name", "name_prefix", "subnets"]
  recovery  = "Its DNS name and addresses change, and traffic stops until names point at the new one."
}

resource "aws_lb_listener" {
  category  = "network"
  severity  = "high"
  identity  = ["load_balancer_arn"]
  force_new = ["load_balancer_arn"]
  recovery  = "Traffic on that port stops until the listener is back."
}

resource "aws_globalaccelerator_accelerator" {
  category     = "network"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { enabled = true }
  defaults     = { enabled = true }
  force_new    = ["ip_addresses"]
  recovery     = "Its fixed addresses are given back. Look for DNS records and allow lists that name them."

  lose "enabled" {
    to   = false
    says = "Everything behind it is offline until it is enabled again."
  }
}

resource "aws_cloudfront_distribution" {
  category = "network"
  severity = "high"
  identity = ["domain_name", "id"]
  protected_by = {
    retain_on_delete = true
    enabled          = true
  }
  defaults = {
    retain_on_delete = false
    enabled          = false
  }
  force_new = ["staging"]
  recovery  = "Its domain name changes and the site is away until DNS points at the new one."

  lose "enabled" {
    to   = false
    says = "Everything it serves is offline until it is enabled again."
  }
}

resource "aws_api_gateway_rest_api" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "Its id, and so its URL and keys, change: clients must be told."
}

resource "aws_apigatewayv2_api" {
  category  = "network"
  severity  = "high"
  identity  = ["name"]
  force_new = ["credentials_arn", "protocol_type", "route_key", "target"]
  recovery  = "Its id, and so its URL, change: clients must be told."
}

resource "aws_api_gateway_domain_name" {
  category = "dns"
  severity = "high"
  identity = ["domain_name"]
  force_new = [
    "certificate_body", "certificate_chain", "certificate_private_key", "domain_name",
  ]
  recovery = "Clients of that name fail until it is back and DNS follows."
}

resource "aws_appsync_graphql_api" {
  category  = "network"
  severity  = "high"
  identity  = ["name"]
  force_new = ["api_type", "visibility"]
  recovery  = "Its URL and keys change: clients must be released again."
}

resource "aws_amplify_app" {
  category  = "network"
  severity  = "high"
  identity  = ["name"]
  force_new = ["auto_branch_creation_config.enable_performance_mode"]
  recovery  = "The site, its branches and their addresses are gone."
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
  defaults  = { delete_protection = false }
  force_new = ["name", "vpc_id"]
  recovery  = "Traffic is no longer filtered, or no longer flows."
}

resource "aws_wafv2_web_acl" {
  category  = "network"
  severity  = "high"
  identity  = ["name"]
  force_new = ["name", "name_prefix", "scope"]
  recovery  = "What it protects is open until it is attached again."

  disarm "default_action.allow" {
    when = "added"
    says = "What no rule matches is let through from now on."
  }
}

resource "aws_shield_protection" {
  category  = "network"
  severity  = "high"
  identity  = ["name"]
  force_new = ["name", "resource_arn"]
  recovery  = "What it protects has no advanced protection until it is back."
}

# What runs the work

resource "aws_eks_cluster" {
  category     = "cluster"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { deletion_protection = true }
  force_new = [
    "access_config.bootstrap_cluster_creator_admin_permissions", "bootstrap_self_managed_addons",
    "compute_config.node_role_arn", "kubernetes_network_config.ip_family",
    "kubernetes_network_config.service_ipv4_cidr", "name",
    "outpost_config.control_plane_instance_type",
    "outpost_config.control_plane_placement.group_name",
    "remote_network_config.remote_node_networks.cidrs",
    "remote_network_config.remote_pod_networks.cidrs", "role_arn",
  ]
  recovery = "Everything inside the cluster is gone, with its endpoint and identity provider; volumes may stay behind. Back up with your cluster's own tool first."

  warn "version" {
    when = "changes"
    says = "A newer Kubernetes version cannot be taken back."
  }
}

resource "aws_eks_node_group" {
  category = "cluster"
  severity = "high"
  identity = ["node_group_name"]
  force_new = [
    "ami_type", "capacity_type", "cluster_name", "disk_size", "instance_types",
    "launch_template.name", "node_group_name", "node_group_name_prefix", "node_role_arn",
    "remote_access.ec2_ssh_key", "remote_access.source_security_group_ids", "subnet_ids",
  ]
  recovery = "Its pods are evicted; there may be nowhere for them to go. Add the new group first."

  lose "scaling_config.desired_size" {
    to   = 0
    says = "Every node of the group is terminated."
  }
}

resource "aws_ecs_cluster" {
  category  = "cluster"
  severity  = "high"
  identity  = ["name"]
  force_new = ["name"]
  recovery  = "Services and tasks in it stop."
}

resource "aws_ecs_service" {
  category    = "cluster"
  severity    = "high"
  identity    = ["name"]
  disarmed_by = { force_delete = true }
  force_new = [
    "capacity_provider_strategy", "cluster", "deployment_controller.type", "iam_role",
    "launch_type", "name", "scheduling_strategy",
  ]
  recovery = "The service stops until it is created again."

  lose "desired_count" {
    to   = 0
    says = "Every task of the service is stopped."
  }
}

resource "aws_instance" {
  category = "cluster"
  severity = "high"
  identity = ["tags.Name", "id"]
  protected_by = {
    disable_api_termination                   = true
    "root_block_device.delete_on_termination" = false
    disable_api_stop                          = true
  }
  force_new = [
    "ami", "associate_public_ip_address", "availability_zone", "cpu_core_count",
    "cpu_threads_per_core", "ebs_optimized", "enable_primary_ipv6", "hibernation", "host_id",
    "ipv6_addresses", "key_name", "placement_group", "placement_partition_number", "private_ip",
    "security_groups", "subnet_id", "tenancy",
  ]
  recovery = "What is on its own disks is gone, and its private address with it. Take an image first."

  disarm "root_block_device.delete_on_termination" {
    to   = true
    says = "The root disk goes with the instance from now on."
  }

  disarm "ebs_block_device.delete_on_termination" {
    to   = true
    says = "The disk goes with the instance from now on."
  }

  warn "instance_type" {
    when = "changes"
    from = ["c?d.*", "c??d.*", "d2.*", "d3*", "g4*", "g5.*", "g6*", "gr6*", "h1.*", "hpc*", "i2.*", "i3*", "i4*", "i7*", "i8*", "im4*", "is4*", "m?d.*", "m??d.*", "m?dn.*", "m??dn.*", "r?dn.*", "r??dn.*", "p3dn*", "p4*", "p5*", "r?d.*", "r??d.*", "trn*", "x1*", "x2*", "z1d*", "f1.*", "f2.*", "c1.*", "m1.*", "m2.*", "m3.*", "r3.*", "c3.*", "g2.*", "hs1.*"]
    says = "The instance is stopped, and what is on its instance store is gone."
  }

  warn "user_data" {
    when = "changes"
    says = "The instance is stopped and started; a public address that is not elastic changes."
  }
}

resource "aws_autoscaling_group" {
  category     = "cluster"
  severity     = "high"
  identity     = ["name"]
  protected_by = { protect_from_scale_in = true }
  disarmed_by = {
    force_delete           = true
    force_delete_warm_pool = true
  }
  defaults = {
    protect_from_scale_in  = false
    force_delete           = false
    force_delete_warm_pool = false
  }
  force_new = ["initial_lifecycle_hook", "name", "name_prefix"]
  recovery  = "All its instances end at once. Add the new group first."

  lose "max_size" {
    to   = 0
    says = "Every instance of the group is terminated."
  }

  lose "desired_capacity" {
    to   = 0
    says = "Every instance of the group is terminated."
  }
}

resource "aws_emr_cluster" {
  category     = "cluster"
  severity     = "high"
  identity     = ["name"]
  protected_by = { termination_protection = true }
  force_new = [
    "additional_info", "applications", "autoscaling_role", "bootstrap_action.args",
    "configurations", "configurations_json", "core_instance_fleet.instance_type_configs",
    "core_instance_fleet.launch_specifications.on_demand_specification.allocation_strategy",
    "core_instance_fleet.launch_specifications.spot_specification.allocation_strategy",
    "core_instance_fleet.launch_specifications.spot_specification.block_duration_minutes",
    "core_instance_fleet.launch_specifications.spot_specification.timeout_action",
    "core_instance_fleet.launch_specifications.spot_specification.timeout_duration_minutes",
    "core_instance_fleet.name", "core_instance_fleet.target_on_demand_capacity",
    "core_instance_fleet.target_spot_capacity", "core_instance_group.bid_price",
    "core_instance_group.ebs_config", "core_instance_group.instance_type",
    "core_instance_group.name", "custom_ami_id", "ebs_root_volume_size",
    "ec2_attributes.additional_master_security_groups",
    "ec2_attributes.additional_slave_security_groups",
    "ec2_attributes.emr_managed_master_security_group",
    "ec2_attributes.emr_managed_slave_security_group", "ec2_attributes.instance_profile",
    "ec2_attributes.key_name", "ec2_attributes.service_access_security_group",
    "ec2_attributes.subnet_id", "ec2_attributes.subnet_ids", "keep_job_flow_alive_when_no_steps",
    "kerberos_attributes.ad_domain_join_password", "kerberos_attributes.ad_domain_join_user",
    "kerberos_attributes.cross_realm_trust_principal_password",
    "kerberos_attributes.kdc_admin_password", "kerberos_attributes.realm",
    "log_encryption_kms_key_id", "log_uri", "master_instance_fleet.instance_type_configs",
    "master_instance_fleet.launch_specifications.on_demand_specification.allocation_strategy",
    "master_instance_fleet.launch_specifications.spot_specification.allocation_strategy",
    "master_instance_fleet.launch_specifications.spot_specification.block_duration_minutes",
    "master_instance_fleet.launch_specifications.spot_specification.timeout_action",
    "master_instance_fleet.launch_specifications.spot_specification.timeout_duration_minutes",
    "master_instance_fleet.name", "master_instance_fleet.target_on_demand_capacity",
    "master_instance_fleet.target_spot_capacity", "master_instance_group.bid_price",
    "master_instance_group.ebs_config", "master_instance_group.instance_count",
    "master_instance_group.instance_type", "master_instance_group.name", "name",
    "placement_group_config.instance_role", "placement_group_config.placement_strategy",
    "release_label", "scale_down_behavior", "security_configuration", "service_role",
    "step.action_on_failure", "step.hadoop_jar_step.args", "step.hadoop_jar_step.jar",
    "step.hadoop_jar_step.main_class", "step.hadoop_jar_step.properties", "step.name",
  ]
  recovery = "What is on the cluster's own HDFS is gone. Copy it to S3 first."
}

resource "aws_lambda_function" {
  category     = "cluster"
  severity     = "high"
  identity     = ["function_name"]
  protected_by = { skip_destroy = true }
  defaults     = { skip_destroy = false }
  force_new    = ["function_name", "package_type"]
  recovery     = "All published versions and aliases go with it, and triggers stop."
}

resource "aws_lambda_event_source_mapping" {
  category     = "queue"
  severity     = "high"
  identity     = ["function_name"]
  protected_by = { enabled = true }
  defaults     = { enabled = true }
  force_new = [
    "amazon_managed_kafka_event_source_config.consumer_group_id", "event_source_arn", "queues",
    "self_managed_event_source.endpoints",
    "self_managed_kafka_event_source_config.consumer_group_id", "starting_position",
    "starting_position_timestamp", "topics",
  ]
  recovery = "The position in the stream is forgotten: records may be read twice or never."

  lose "maximum_record_age_in_seconds" {
    when    = "shrinks"
    forever = [-1]
    says    = "Records older than that are thrown away unread."
  }

  disarm "enabled" {
    to   = false
    says = "Nothing is processed until it is enabled again."
  }
}

resource "aws_elastic_beanstalk_application" {
  category  = "cluster"
  severity  = "high"
  identity  = ["name"]
  force_new = ["name"]
  recovery  = "All its versions and environments go with it."

  lose "appversion_lifecycle.delete_source_from_s3" {
    to   = true
    says = "Old application versions are deleted with their source bundles."
  }
}

resource "aws_elastic_beanstalk_environment" {
  category  = "cluster"
  severity  = "high"
  identity  = ["name"]
  container = "the environment's instances, load balancer and database"
  force_new = ["cname_prefix", "name", "tier"]
  recovery  = "Its address changes, and a database created inside it goes too. Take a snapshot of that first."
}

resource "aws_mwaa_environment" {
  category  = "cluster"
  severity  = "critical"
  identity  = ["name"]
  force_new = ["endpoint_management", "kms_key", "name", "network_configuration.subnet_ids"]
  recovery  = "Runs, variables and connections are gone; the DAG files stay in S3. Export the metadata first."
}

resource "aws_batch_job_queue" {
  category  = "queue"
  severity  = "high"
  identity  = ["name"]
  force_new = ["name"]
  recovery  = "Waiting jobs are gone. Let the queue run empty first."
}

resource "aws_sfn_state_machine" {
  category  = "queue"
  severity  = "high"
  identity  = ["name"]
  force_new = ["name", "name_prefix", "type"]
  recovery  = "Running executions stop, and their history is gone."
}

resource "aws_apprunner_service" {
  category  = "cluster"
  severity  = "high"
  identity  = ["service_name"]
  force_new = ["encryption_configuration.kms_key", "service_name"]
  recovery  = "Its address changes: clients must be told."
}

resource "aws_cloudformation_stack" {
  category  = "data"
  severity  = "critical"
  identity  = ["name"]
  container = "everything the stack created"
  force_new = ["disable_rollback", "name", "on_failure", "timeout_in_minutes"]
  recovery  = "Every resource of the stack goes with it, whatever it is. Read the stack's resources first, and set DeletionPolicy where needed."

  lose "template_body" {
    when = "changes"
    says = "What the new template leaves out is deleted, what it changes may be replaced, and this plan lists none of it."
  }

  warn "parameters" {
    when = "changes"
    says = "It may replace things inside the stack that this plan does not list."
  }
}

resource "aws_cloudformation_stack_set" {
  category     = "data"
  severity     = "high"
  identity     = ["name"]
  protected_by = { "auto_deployment.retain_stacks_on_account_removal" = true }
  container    = "everything its stacks created, in every account"
  force_new    = ["name"]
  recovery     = "Its stacks must be emptied first; each holds resources that this plan does not show."

  lose "template_body" {
    when = "changes"
    says = "What the new template leaves out is deleted in every account of the set, and this plan lists none of it."
  }
}

resource "aws_cloudformation_stack_instances" {
  category     = "data"
  severity     = "critical"
  identity     = ["stack_set_name"]
  protected_by = { retain_stacks = true }
  defaults     = { retain_stacks = false }
  container    = "everything its stacks created, in every account"
  force_new    = ["deployment_targets.account_filter_type", "stack_set_name"]
  recovery     = "Every resource in each of those accounts' stacks goes with them. Read them first."
}

resource "aws_cloudformation_stack_set_instance" {
  category     = "data"
  severity     = "critical"
  identity     = ["stack_set_name"]
  protected_by = { retain_stack = true }
  defaults     = { retain_stack = false }
  container    = "everything its stacks created, in every account"
  force_new = [
    "account_id", "deployment_targets.account_filter_type", "deployment_targets.accounts",
    "deployment_targets.accounts_url", "deployment_targets.organizational_unit_ids", "region",
    "stack_set_name",
  ]
  recovery = "Every resource of that stack goes with it. Read it first."
}

resource "aws_servicecatalog_provisioned_product" {
  category     = "data"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { retain_physical_resources = true }
  disarmed_by  = { ignore_errors = true }
  defaults = {
    retain_physical_resources = false
    ignore_errors             = false
  }
  container = "everything it provisioned"
  force_new = ["name", "notification_arns"]
  recovery  = "Every resource behind the product goes with it. Read its stack first."
}

# Images, packages and code

resource "aws_ecr_repository" {
  category     = "registry"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { image_tag_mutability = "IMMUTABLE" }
  disarmed_by  = { force_delete = true }
  force_new = [
    "encryption_configuration.encryption_type", "encryption_configuration.kms_key", "name",
  ]
  recovery = "Every image is gone; what runs from it cannot start again. Copy the images first."
}

resource "aws_ecrpublic_repository" {
  category    = "registry"
  severity    = "critical"
  identity    = ["repository_name"]
  disarmed_by = { force_destroy = true }
  defaults    = { force_destroy = false }
  force_new   = ["repository_name"]
  recovery    = "Every image is gone for everybody who pulls it. Copy the images first."
}

resource "aws_codeartifact_domain" {
  category  = "registry"
  severity  = "critical"
  identity  = ["domain"]
  force_new = ["domain", "encryption_key"]
  recovery  = "Its repositories and their packages are gone. Copy the packages first."
}

resource "aws_codeartifact_repository" {
  category  = "registry"
  severity  = "critical"
  identity  = ["repository"]
  force_new = ["domain", "domain_owner", "repository"]
  recovery  = "Published packages cannot be brought back. Copy them first."
}

resource "aws_codecommit_repository" {
  category = "data"
  severity = "critical"
  identity = ["repository_name"]
  recovery = "History, branches and reviews are gone. Push a mirror elsewhere first."
}

# Queues and streams

resource "aws_sqs_queue" {
  category  = "queue"
  severity  = "critical"
  identity  = ["name"]
  force_new = ["fifo_queue", "name", "name_prefix"]
  recovery  = "Waiting messages are gone, and the name is blocked for a minute. Let the queue run empty first."

  lose "message_retention_seconds" {
    when = "shrinks"
    says = "Messages older than that are dropped."
  }
}

resource "aws_sns_topic" {
  category  = "queue"
  severity  = "high"
  identity  = ["name"]
  force_new = ["fifo_topic", "name", "name_prefix"]
  recovery  = "All subscriptions are gone; those by mail must be confirmed again by each person."
}

resource "aws_kinesis_stream" {
  category    = "queue"
  severity    = "critical"
  identity    = ["name"]
  disarmed_by = { enforce_consumer_deletion = true }
  defaults    = { enforce_consumer_deletion = false }
  force_new   = ["name"]
  recovery    = "Records not yet read are gone. Let the consumers catch up first."

  lose "retention_period" {
    when = "shrinks"
    says = "Records older than that can no longer be read."
  }

  warn "encryption_type" {
    to   = "NONE"
    says = "Records are stored unencrypted from now on."
  }
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
  force_new = [
    "broker_node_group_info.az_distribution", "broker_node_group_info.client_subnets",
    "broker_node_group_info.security_groups", "cluster_name",
    "encryption_info.encryption_at_rest_kms_key_arn",
    "encryption_info.encryption_in_transit.in_cluster",
  ]
  recovery = "All topics and consumer positions are gone. Replicate them elsewhere first."

  warn "number_of_broker_nodes" {
    when = "shrinks"
    says = "Partitions on the brokers that go have to be moved first."
  }

  warn "configuration_info.revision" {
    when = "changes"
    says = "The other configuration may keep messages for a shorter time."
  }

  warn "configuration_info.arn" {
    when = "changes"
    says = "The other configuration may keep messages for a shorter time."
  }
}

resource "aws_msk_serverless_cluster" {
  category = "queue"
  severity = "critical"
  identity = ["cluster_name"]
  force_new = [
    "client_authentication.sasl.iam.enabled", "cluster_name", "vpc_config.security_group_ids",
    "vpc_config.subnet_ids",
  ]
  recovery = "All topics and consumer positions are gone. Replicate them elsewhere first."
}

resource "aws_mq_broker" {
  category = "queue"
  severity = "critical"
  identity = ["broker_name"]
  force_new = [
    "broker_name", "data_replication_primary_broker_arn", "deployment_mode",
    "encryption_options.kms_key_id", "encryption_options.use_aws_owned_key", "engine_type",
    "publicly_accessible", "subnet_ids",
  ]
  recovery = "Messages in the broker are gone, and its addresses change. Let the queues run empty first."

  warn "engine_version" {
    when = "changes"
    says = "A newer engine version cannot be taken back."
  }
}

resource "aws_cloudwatch_event_bus" {
  category  = "queue"
  severity  = "high"
  identity  = ["name"]
  force_new = ["event_source_name", "name"]
  recovery  = "Its rules and archives go with it; senders fail."
}

resource "aws_cloudwatch_event_archive" {
  category  = "data"
  severity  = "critical"
  identity  = ["name"]
  force_new = ["event_source_arn", "name"]
  recovery  = "Archived events can no longer be replayed."

  lose "retention_days" {
    when    = "shrinks"
    forever = [0, null]
    says    = "Archived events older than that are deleted."
  }
}

# A new one is as good as the old

resource "aws_acm_certificate_validation" {
  category  = "other"
  severity  = "low"
  force_new = ["certificate_arn", "validation_record_fqdns"]
}

resource "aws_alb_listener_rule" {
  category  = "network"
  severity  = "low"
  force_new = ["listener_arn"]
}

resource "aws_alb_target_group_attachment" {
  category  = "network"
  severity  = "low"
  force_new = ["availability_zone", "port", "target_group_arn", "target_id"]
}

resource "aws_api_gateway_deployment" {
  category  = "network"
  severity  = "low"
  force_new = ["rest_api_id", "stage_description", "stage_name", "triggers", "variables"]
}

resource "aws_appautoscaling_policy" {
  category  = "cluster"
  severity  = "low"
  force_new = ["name", "resource_id", "scalable_dimension", "service_namespace"]
}

resource "aws_appautoscaling_scheduled_action" {
  category  = "cluster"
  severity  = "low"
  force_new = ["name", "resource_id", "scalable_dimension", "service_namespace"]
}

resource "aws_appautoscaling_target" {
  category  = "cluster"
  severity  = "low"
  force_new = ["resource_id", "scalable_dimension", "service_namespace"]
}

resource "aws_autoscaling_attachment" {
  category  = "cluster"
  severity  = "low"
  force_new = ["autoscaling_group_name", "elb", "lb_target_group_arn"]
}

resource "aws_autoscaling_policy" {
  category  = "cluster"
  severity  = "low"
  force_new = ["autoscaling_group_name", "name"]
}

resource "aws_autoscaling_schedule" {
  category  = "cluster"
  severity  = "low"
  force_new = ["autoscaling_group_name", "scheduled_action_name"]
}

resource "aws_batch_job_definition" {
  category  = "cluster"
  severity  = "low"
  force_new = ["name"]
}

resource "aws_cloudwatch_dashboard" {
  category  = "other"
  severity  = "low"
  identity  = ["dashboard_name"]
  force_new = ["dashboard_name"]
  recovery  = "The next apply brings it back; until then it does nothing."
}

resource "aws_cloudwatch_log_metric_filter" {
  category  = "other"
  severity  = "low"
  force_new = ["log_group_name", "name"]
}

resource "aws_cloudwatch_metric_alarm" {
  category     = "other"
  severity     = "low"
  identity     = ["alarm_name"]
  protected_by = { actions_enabled = true }
  defaults     = { actions_enabled = true }
  force_new    = ["alarm_name"]
  recovery     = "What it has recorded so far is gone. The next apply brings it back; until then it does nothing."
}

resource "aws_db_event_subscription" {
  category  = "other"
  severity  = "low"
  force_new = ["name", "name_prefix"]
}

resource "aws_db_parameter_group" {
  category     = "other"
  severity     = "low"
  identity     = ["name"]
  protected_by = { skip_destroy = true }
  defaults     = { skip_destroy = false }
  force_new    = ["description", "family", "name", "name_prefix"]
  recovery     = "The next apply brings it back; until then it does nothing."
}

resource "aws_db_subnet_group" {
  category  = "other"
  severity  = "low"
  force_new = ["name", "name_prefix"]
}

resource "aws_ecs_task_definition" {
  category     = "cluster"
  severity     = "low"
  identity     = ["family"]
  protected_by = { skip_destroy = true }
  defaults     = { skip_destroy = false }
  force_new = [
    "container_definitions", "cpu", "enable_fault_injection", "ephemeral_storage.size_in_gib",
    "execution_role_arn", "family", "inference_accelerator", "ipc_mode", "memory", "network_mode",
    "pid_mode", "placement_constraints", "proxy_configuration.container_name",
    "proxy_configuration.properties", "proxy_configuration.type", "requires_compatibilities",
    "runtime_platform.cpu_architecture", "runtime_platform.operating_system_family",
    "task_role_arn", "volume",
  ]
  recovery = "The name may go to somebody else. Until the next apply brings it back, what runs on it stands still."
}

resource "aws_elasticache_parameter_group" {
  category  = "other"
  severity  = "low"
  force_new = ["description", "family", "name"]
}

resource "aws_elasticache_subnet_group" {
  category  = "other"
  severity  = "low"
  force_new = ["name"]
}

resource "aws_iam_role_policy_attachment" {
  category  = "identity"
  severity  = "low"
  identity  = ["id"]
  force_new = ["policy_arn", "role"]
  recovery  = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_lambda_alias" {
  category  = "cluster"
  severity  = "low"
  identity  = ["name", "function_name"]
  force_new = ["function_name", "name"]
  recovery  = "Until the next apply brings it back, what runs on it stands still."
}

resource "aws_lambda_function_event_invoke_config" {
  category  = "cluster"
  severity  = "low"
  force_new = ["function_name", "qualifier"]
}

resource "aws_lambda_layer_version" {
  category     = "registry"
  severity     = "low"
  identity     = ["version"]
  protected_by = { skip_destroy = true }
  defaults     = { skip_destroy = false }
  force_new = [
    "compatible_architectures", "compatible_runtimes", "description", "filename", "layer_name",
    "license_info", "s3_bucket", "s3_key", "s3_object_version", "skip_destroy",
    "source_code_hash",
  ]
  recovery = "Its name may not be free again for a while. A new one has another id; whatever refers to the old one has to follow."
}

resource "aws_lambda_permission" {
  category = "identity"
  severity = "low"
  identity = ["function_name"]
  force_new = [
    "action", "event_source_token", "function_name", "function_url_auth_type", "principal",
    "principal_org_id", "qualifier", "source_account", "source_arn", "statement_id",
    "statement_id_prefix",
  ]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_launch_configuration" {
  category = "cluster"
  severity = "low"
  force_new = [
    "associate_public_ip_address", "ebs_block_device", "ebs_optimized", "enable_monitoring",
    "ephemeral_block_device", "iam_instance_profile", "image_id", "instance_type", "key_name",
    "metadata_options.http_endpoint", "metadata_options.http_put_response_hop_limit",
    "metadata_options.http_tokens", "name", "name_prefix", "placement_tenancy",
    "root_block_device.delete_on_termination", "root_block_device.encrypted",
    "root_block_device.iops", "root_block_device.throughput", "root_block_device.volume_size",
    "root_block_device.volume_type", "security_groups", "spot_price", "user_data",
    "user_data_base64",
  ]
}

resource "aws_launch_template" {
  category  = "cluster"
  severity  = "low"
  identity  = ["name"]
  force_new = ["name", "name_prefix"]
  recovery  = "What it has recorded so far is gone. A new one has another id; whatever refers to the old one has to follow."
}

resource "aws_lb_listener_rule" {
  category  = "network"
  severity  = "low"
  identity  = ["tags.Name", "id"]
  force_new = ["listener_arn"]
  recovery  = "Until the next apply brings it back, traffic that needs it stops."
}

resource "aws_lb_target_group_attachment" {
  category  = "network"
  severity  = "low"
  identity  = ["id"]
  force_new = ["availability_zone", "port", "target_group_arn", "target_id"]
  recovery  = "Until the next apply brings it back, traffic that needs it stops."
}

resource "aws_network_interface_sg_attachment" {
  category  = "network"
  severity  = "low"
  force_new = ["network_interface_id", "security_group_id"]
}

resource "aws_rds_cluster_parameter_group" {
  category  = "other"
  severity  = "low"
  force_new = ["description", "family", "name", "name_prefix"]
}

resource "aws_route_table_association" {
  category  = "network"
  severity  = "low"
  identity  = ["id"]
  force_new = ["gateway_id", "subnet_id"]
  recovery  = "Until the next apply brings it back, traffic that needs it stops."
}

resource "aws_sagemaker_endpoint_configuration" {
  category = "cluster"
  severity = "low"
  force_new = [
    "async_inference_config.client_config.max_concurrent_invocations_per_instance",
    "async_inference_config.output_config.kms_key_id",
    "async_inference_config.output_config.notification_config.error_topic",
    "async_inference_config.output_config.notification_config.include_inference_response_in",
    "async_inference_config.output_config.notification_config.success_topic",
    "async_inference_config.output_config.s3_failure_path",
    "async_inference_config.output_config.s3_output_path",
    "data_capture_config.capture_content_type_header.csv_content_types",
    "data_capture_config.capture_content_type_header.json_content_types",
    "data_capture_config.capture_options.capture_mode", "data_capture_config.destination_s3_uri",
    "data_capture_config.enable_capture", "data_capture_config.initial_sampling_percentage",
    "data_capture_config.kms_key_id", "kms_key_arn", "name", "name_prefix",
    "production_variants.accelerator_type",
    "production_variants.container_startup_health_check_timeout_in_seconds",
    "production_variants.core_dump_config.destination_s3_uri",
    "production_variants.core_dump_config.kms_key_id", "production_variants.enable_ssm_access",
    "production_variants.inference_ami_version", "production_variants.initial_instance_count",
    "production_variants.initial_variant_weight", "production_variants.instance_type",
    "production_variants.managed_instance_scaling.max_instance_count",
    "production_variants.managed_instance_scaling.min_instance_count",
    "production_variants.managed_instance_scaling.status",
    "production_variants.model_data_download_timeout_in_seconds",
    "production_variants.model_name", "production_variants.routing_config.routing_strategy",
    "production_variants.serverless_config.max_concurrency",
    "production_variants.serverless_config.memory_size_in_mb",
    "production_variants.serverless_config.provisioned_concurrency",
    "production_variants.variant_name", "production_variants.volume_size_in_gb",
    "shadow_production_variants.accelerator_type",
    "shadow_production_variants.container_startup_health_check_timeout_in_seconds",
    "shadow_production_variants.core_dump_config.destination_s3_uri",
    "shadow_production_variants.core_dump_config.kms_key_id",
    "shadow_production_variants.enable_ssm_access",
    "shadow_production_variants.inference_ami_version",
    "shadow_production_variants.initial_instance_count",
    "shadow_production_variants.initial_variant_weight",
    "shadow_production_variants.instance_type",
    "shadow_production_variants.managed_instance_scaling.max_instance_count",
    "shadow_production_variants.managed_instance_scaling.min_instance_count",
    "shadow_production_variants.managed_instance_scaling.status",
    "shadow_production_variants.model_data_download_timeout_in_seconds",
    "shadow_production_variants.model_name",
    "shadow_production_variants.routing_config.routing_strategy",
    "shadow_production_variants.serverless_config.max_concurrency",
    "shadow_production_variants.serverless_config.memory_size_in_mb",
    "shadow_production_variants.serverless_config.provisioned_concurrency",
    "shadow_production_variants.variant_name", "shadow_production_variants.volume_size_in_gb",
  ]
}

resource "aws_ssm_association" {
  category  = "other"
  severity  = "low"
  force_new = ["instance_id", "name"]
}

resource "aws_vpc_endpoint_route_table_association" {
  category  = "network"
  severity  = "low"
  force_new = ["route_table_id", "vpc_endpoint_id"]
}

resource "aws_vpc_endpoint_subnet_association" {
  category  = "network"
  severity  = "low"
  force_new = ["subnet_id", "vpc_endpoint_id"]
}

resource "aws_vpc_endpoint_security_group_association" {
  category  = "network"
  severity  = "low"
  force_new = ["replace_default_association", "security_group_id", "vpc_endpoint_id"]
}

resource "aws_prometheus_workspace_configuration" {
  category  = "data"
  severity  = "high"
  identity  = ["workspace_id"]
  force_new = ["workspace_id"]
  recovery  = "The workspace goes back to its usual retention; what that leaves out is deleted."

  lose "retention_period_in_days" {
    when = "shrinks"
    says = "Metrics older than that are deleted."
  }
}

# More that holds data

resource "aws_appconfig_hosted_configuration_version" {
  category = "data"
  severity = "medium"
  identity = ["id"]
  force_new = [
    "application_id", "configuration_profile_id", "content", "content_type", "description",
  ]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_athena_data_catalog" {
  category  = "data"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["name"]
  recovery  = "The next apply brings back its configuration; until then what relies on it fails."
}

resource "aws_athena_named_query" {
  category  = "data"
  severity  = "medium"
  identity  = ["name", "query"]
  force_new = ["database", "description", "name", "query", "workgroup"]
  recovery  = "The next apply brings back its configuration; until then what relies on it fails."
}

resource "aws_auditmanager_assessment" {
  category  = "data"
  severity  = "high"
  identity  = ["name"]
  force_new = ["framework_id"]
  recovery  = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_auditmanager_assessment_report" {
  category  = "data"
  severity  = "high"
  identity  = ["name"]
  force_new = ["assessment_id", "description", "name"]
  recovery  = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_bedrock_custom_model" {
  category  = "data"
  severity  = "critical"
  identity  = ["custom_model_name"]
  force_new = ["base_model_identifier"]
  recovery  = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_bedrockagent_data_source" {
  category     = "data"
  severity     = "high"
  identity     = ["name", "data_source_id"]
  protected_by = { data_deletion_policy = "RETAIN" }
  force_new    = ["name"]
  recovery     = "Some of it can be rebuilt from elsewhere. Find out what, and copy the rest first."
}

resource "aws_bedrockagent_knowledge_base" {
  category = "data"
  severity = "high"
  identity = ["name"]
  recovery = "Some of it can be rebuilt from elsewhere. Find out what, and copy the rest first."
}

resource "aws_bedrockagentcore_memory" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_chimesdkvoice_voice_profile_domain" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_cleanrooms_collaboration" {
  category = "data"
  severity = "high"
  identity = ["name"]
  force_new = [
    "creator_display_name", "creator_member_abilities",
    "data_encryption_metadata.allow_clear_text", "data_encryption_metadata.allow_duplicates",
    "data_encryption_metadata.allow_joins_on_columns_with_different_names",
    "data_encryption_metadata.preserve_nulls", "member", "query_log_status",
  ]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_cleanrooms_configured_table" {
  category  = "data"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["allowed_columns", "table_reference.database_name", "table_reference.table_name"]
  recovery  = "A new one has another id and address, and what it held is not in it."
}

resource "aws_cleanrooms_membership" {
  category = "data"
  severity = "high"
  identity = ["tags.Name", "id"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_cloud9_environment_ec2" {
  category = "data"
  severity = "high"
  identity = ["name"]
  force_new = [
    "automatic_stop_time_minutes", "connection_type", "image_id", "instance_type", "owner_arn",
    "subnet_id",
  ]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_cloudcontrolapi_resource" {
  category  = "data"
  severity  = "critical"
  identity  = ["id"]
  container = "whatever its type holds"
  recovery  = "Nothing brings back what it holds. Export it, or take a snapshot, first."

  warn "desired_state" {
    when = "changes"
    says = "It may replace the object, which this plan does not tell."
  }
}

resource "aws_cloudfront_key_value_store" {
  category  = "data"
  severity  = "high"
  identity  = ["name"]
  force_new = ["name"]
  recovery  = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_cloudfrontkeyvaluestore_key" {
  category  = "data"
  severity  = "medium"
  identity  = ["key"]
  force_new = ["key", "key_value_store_arn"]
  recovery  = "The next apply brings back its configuration; until then what relies on it fails."
}

resource "aws_cloudfrontkeyvaluestore_keys_exclusive" {
  category  = "data"
  severity  = "high"
  force_new = ["key_value_store_arn"]
  recovery  = "It speaks for the whole list: what it granted is gone with it."

  overwrite {
    onto = { key_value_store_arn = "any" }
    says = "Every key of the store is deleted that is not listed here."
  }
}

resource "aws_cloudsearch_domain" {
  category  = "data"
  severity  = "critical"
  identity  = ["name", "domain_id"]
  force_new = ["name"]
  recovery  = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_cloudwatch_log_stream" {
  category  = "data"
  severity  = "high"
  identity  = ["name"]
  force_new = ["log_group_name", "name"]
  recovery  = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_codebuild_report_group" {
  category    = "data"
  severity    = "medium"
  identity    = ["name"]
  disarmed_by = { delete_reports = true }
  defaults    = { delete_reports = false }
  force_new   = ["name", "type"]
  recovery    = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_codecatalyst_project" {
  category = "data"
  severity = "critical"
  identity = ["name", "display_name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_codecatalyst_source_repository" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_codeguruprofiler_profiling_group" {
  category  = "data"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["name"]
  recovery  = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_comprehend_document_classifier" {
  category = "data"
  severity = "high"
  identity = ["name"]
  recovery = "Training it again takes its data and its time. Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_comprehend_entity_recognizer" {
  category = "data"
  severity = "high"
  identity = ["name"]
  recovery = "Training it again takes its data and its time. Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_connect_vocabulary" {
  category  = "data"
  severity  = "medium"
  identity  = ["name", "vocabulary_id"]
  force_new = ["content", "instance_id", "language_code", "name"]
  recovery  = "The next apply brings back its configuration; until then what relies on it fails."
}

resource "aws_customerprofiles_domain" {
  category  = "data"
  severity  = "critical"
  identity  = ["domain_name"]
  force_new = ["domain_name"]
  recovery  = "Nothing brings back what it holds. Export it, or take a snapshot, first."

  lose "default_expiration_days" {
    when = "shrinks"
    says = "Profiles older than that are deleted."
  }
}

resource "aws_customerprofiles_profile" {
  category = "data"
  severity = "high"
  identity = ["domain_name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_dataexchange_data_set" {
  category  = "data"
  severity  = "high"
  identity  = ["name"]
  force_new = ["asset_type"]
  recovery  = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_dataexchange_revision" {
  category  = "data"
  severity  = "high"
  identity  = ["revision_id"]
  force_new = ["data_set_id"]
  recovery  = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_dataexchange_revision_assets" {
  category    = "data"
  severity    = "high"
  identity    = ["tags.Name", "id"]
  disarmed_by = { force_destroy = true }
  force_new   = ["data_set_id"]
  recovery    = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_datazone_domain" {
  category    = "data"
  severity    = "critical"
  identity    = ["name"]
  disarmed_by = { skip_deletion_check = true }
  recovery    = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_datazone_environment" {
  category = "data"
  severity = "high"
  identity = ["name"]
  force_new = [
    "account_identifier", "account_region", "blueprint_identifier", "project_identifier",
  ]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_datazone_glossary" {
  category  = "data"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["owning_project_identifier"]
  recovery  = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_datazone_project" {
  category    = "data"
  severity    = "high"
  identity    = ["name"]
  disarmed_by = { skip_deletion_check = true }
  recovery    = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_detective_graph" {
  category = "data"
  severity = "critical"
  identity = ["tags.Name", "id"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_devicefarm_project" {
  category = "data"
  severity = "medium"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_dsql_cluster_peering" {
  category = "data"
  severity = "high"
  identity = ["identifier"]
  recovery = "Some of it can be rebuilt from elsewhere. Find out what, and copy the rest first."
}

resource "aws_dynamodb_global_secondary_index" {
  category = "data"
  severity = "high"
  identity = ["name"]
  recovery = "The next apply brings back its configuration; until then what relies on it fails."
}

resource "aws_dynamodb_table_item" {
  category  = "data"
  severity  = "medium"
  identity  = ["item"]
  force_new = ["hash_key", "range_key", "table_name"]
  recovery  = "The next apply brings back its configuration; until then what relies on it fails."
}

resource "aws_emr_studio" {
  category = "data"
  severity = "medium"
  identity = ["name"]
  force_new = [
    "auth_mode", "engine_security_group_id", "idp_auth_url", "idp_relay_state_parameter_name",
    "service_role", "user_role", "vpc_id", "workspace_security_group_id",
  ]
  recovery = "A new one has another id and address, and what it held is not in it."
}

resource "aws_evidently_project" {
  category  = "data"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["name"]
  recovery  = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_finspace_kx_database" {
  category  = "data"
  severity  = "critical"
  identity  = ["name"]
  force_new = ["environment_id", "name"]
  recovery  = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_finspace_kx_dataview" {
  category = "data"
  severity = "medium"
  identity = ["name"]
  force_new = [
    "auto_update", "availability_zone_id", "az_mode", "database_name", "environment_id", "name",
    "read_write", "segment_configurations.on_demand",
  ]
  recovery = "The next apply brings back its configuration; until then what relies on it fails."
}

resource "aws_finspace_kx_environment" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "What is inside goes with it, and no plan lists that. Look inside first."
}

resource "aws_finspace_kx_volume" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  force_new = [
    "availability_zones", "az_mode", "description", "environment_id", "name",
    "nas1_configuration.size", "nas1_configuration.type", "type",
  ]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_fsx_data_repository_association" {
  category    = "data"
  severity    = "medium"
  identity    = ["association_id"]
  disarmed_by = { delete_data_in_filesystem = true }
  defaults    = { delete_data_in_filesystem = false }
  force_new   = ["data_repository_path", "file_system_id", "file_system_path"]
  recovery    = "Some of it can be rebuilt from elsewhere. Find out what, and copy the rest first."
}

resource "aws_fsx_file_cache" {
  category = "data"
  severity = "medium"
  identity = ["file_cache_id"]
  force_new = [
    "file_cache_type", "file_cache_type_version", "kms_key_id", "lustre_configuration",
    "security_group_ids", "storage_capacity", "subnet_ids",
  ]
  recovery = "Some of it can be rebuilt from elsewhere. Find out what, and copy the rest first."
}

resource "aws_glue_catalog" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_glue_catalog_table_optimizer" {
  category = "data"
  severity = "medium"
  recovery = "The next apply brings back its configuration; until then what relies on it fails."

  overwrite {
    says = "Old snapshots and files of the table that nothing refers to are deleted."
  }
}

resource "aws_glue_ml_transform" {
  category  = "data"
  severity  = "high"
  identity  = ["name"]
  force_new = ["name"]
  recovery  = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_glue_partition" {
  category  = "data"
  severity  = "medium"
  identity  = ["id"]
  force_new = ["catalog_id", "database_name", "partition_values", "table_name"]
  recovery  = "The next apply brings back its configuration; until then what relies on it fails."
}

resource "aws_guardduty_detector" {
  category     = "data"
  severity     = "high"
  identity     = ["tags.Name", "id"]
  protected_by = { enable = true }
  defaults     = { enable = true }
  recovery     = "What it has recorded so far is gone. Nothing brings back what it holds. Export it, or take a snapshot, first."

  disarm "enable" {
    to   = false
    says = "Nothing looks for intruders any more."
  }
}

resource "aws_iot_thing" {
  category  = "data"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["name"]
  recovery  = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_kendra_data_source" {
  category  = "data"
  severity  = "high"
  identity  = ["name", "data_source_id"]
  force_new = ["index_id", "type"]
  recovery  = "Everything has to be copied again, which takes hours or days."
}

resource "aws_kendra_faq" {
  category = "data"
  severity = "medium"
  identity = ["name", "faq_id"]
  force_new = [
    "description", "file_format", "index_id", "language_code", "name", "role_arn",
    "s3_path.bucket", "s3_path.key",
  ]
  recovery = "The next apply brings back its configuration; until then what relies on it fails."
}

resource "aws_kendra_thesaurus" {
  category  = "data"
  severity  = "medium"
  identity  = ["name", "thesaurus_id"]
  force_new = ["index_id"]
  recovery  = "The next apply brings back its configuration; until then what relies on it fails."
}

resource "aws_kinesis_video_stream" {
  category     = "data"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { data_retention_in_hours = ">=1" }
  defaults     = { data_retention_in_hours = 0 }
  force_new    = ["data_retention_in_hours", "kms_key_id", "name"]
  recovery     = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_lightsail_disk_attachment" {
  category  = "data"
  severity  = "medium"
  identity  = ["id"]
  force_new = ["disk_name", "disk_path", "instance_name"]
  recovery  = "The next apply brings back its configuration; until then what relies on it fails."
}

resource "aws_location_geofence_collection" {
  category  = "data"
  severity  = "high"
  identity  = ["collection_name"]
  force_new = ["collection_name", "kms_key_id"]
  recovery  = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_location_tracker" {
  category  = "data"
  severity  = "high"
  identity  = ["tracker_name"]
  force_new = ["kms_key_id"]
  recovery  = "Its place in the stream is lost: work is done twice or left out."
}

resource "aws_macie2_account" {
  category     = "data"
  severity     = "high"
  identity     = ["id"]
  protected_by = { status = "ENABLED" }
  recovery     = "What it has recorded so far is gone. Nothing brings back what it holds. Export it, or take a snapshot, first."

  disarm "status" {
    to   = "PAUSED"
    says = "Nothing looks for sensitive data any more."
  }
}

resource "aws_mailmanager_archive" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_media_store_container" {
  category  = "data"
  severity  = "critical"
  identity  = ["name"]
  force_new = ["name"]
  recovery  = "It is not deleted while it holds anything; emptied, nothing brings that back."
}

resource "aws_memorydb_multi_region_cluster" {
  category  = "data"
  severity  = "critical"
  identity  = ["multi_region_cluster_name"]
  force_new = ["multi_region_cluster_name_suffix", "node_type", "tls_enabled"]
  recovery  = "Some of it can be rebuilt from elsewhere. Find out what, and copy the rest first."
}

resource "aws_neptune_global_cluster" {
  category     = "data"
  severity     = "critical"
  identity     = ["global_cluster_identifier"]
  protected_by = { deletion_protection = true }
  defaults     = { deletion_protection = false }
  force_new = [
    "engine", "global_cluster_identifier", "source_db_cluster_identifier", "storage_encrypted",
  ]
  recovery = "Some of it can be rebuilt from elsewhere. Find out what, and copy the rest first."
}

resource "aws_neptunegraph_graph" {
  category     = "data"
  severity     = "critical"
  identity     = ["graph_name"]
  protected_by = { deletion_protection = true }
  force_new = [
    "graph_name", "graph_name_prefix", "kms_key_identifier", "replica_count",
    "vector_search_configuration.vector_search_dimension",
  ]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_odb_autonomous_database" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  protected_by = {
    backup_retention_period_in_days = ">=7"
    is_backup_retention_locked      = true
  }
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_odb_cloud_autonomous_vm_cluster" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_odb_cloud_vm_cluster" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_opensearchserverless_lifecycle_policy" {
  category = "data"
  severity = "medium"
  identity = ["name", "policy"]
  recovery = "The next apply brings back its configuration; until then what relies on it fails."

  lose "policy" {
    when = "changes"
    says = "Documents older than the new policy allows are deleted."
  }
}

resource "aws_pinpoint_app" {
  category  = "data"
  severity  = "critical"
  identity  = ["name"]
  force_new = ["name", "name_prefix"]
  recovery  = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_pinpoint_email_template" {
  category = "data"
  severity = "medium"
  identity = ["template_name"]
  recovery = "The next apply brings back its configuration; until then what relies on it fails."
}

resource "aws_pinpointsmsvoicev2_opt_out_list" {
  category  = "data"
  severity  = "high"
  identity  = ["name"]
  force_new = ["name"]
  recovery  = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_qbusiness_application" {
  category = "data"
  severity = "critical"
  identity = ["display_name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_qldb_ledger" {
  category     = "data"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { deletion_protection = true }
  defaults     = { deletion_protection = true }
  force_new    = ["name"]
  recovery     = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_quicksight_account_subscription" {
  category = "data"
  severity = "critical"
  identity = ["id"]
  force_new = [
    "account_name", "active_directory_name", "admin_group", "authentication_method",
    "author_group", "aws_account_id", "contact_number", "directory_id", "edition",
    "email_address", "first_name", "iam_identity_center_instance_arn", "last_name",
    "notification_email", "reader_group", "realm",
  ]
  recovery = "Dashboards and their history are gone. Export them first. Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_quicksight_analysis" {
  category     = "data"
  severity     = "high"
  identity     = ["name", "analysis_id"]
  protected_by = { recovery_window_in_days = ">=7" }
  defaults     = { recovery_window_in_days = 30 }
  force_new    = ["analysis_id", "aws_account_id"]
  recovery     = "For 7 to 30 days it can still be brought back, by hand and under its old name; after that nothing does."
}

resource "aws_quicksight_dashboard" {
  category  = "data"
  severity  = "high"
  identity  = ["name", "dashboard_id"]
  force_new = ["aws_account_id", "dashboard_id"]
  recovery  = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_quicksight_data_set" {
  category  = "data"
  severity  = "high"
  identity  = ["name", "data_set_id"]
  force_new = ["aws_account_id", "data_set_id"]
  recovery  = "What it has recorded so far is gone. Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_quicksight_folder" {
  category  = "data"
  severity  = "medium"
  identity  = ["name", "folder_id"]
  force_new = ["aws_account_id", "folder_id", "parent_folder_arn"]
  recovery  = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_quicksight_template" {
  category  = "data"
  severity  = "medium"
  identity  = ["name", "template_id"]
  force_new = ["aws_account_id", "template_id"]
  recovery  = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_quicksight_theme" {
  category  = "data"
  severity  = "medium"
  identity  = ["name", "theme_id"]
  force_new = ["aws_account_id", "theme_id"]
  recovery  = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_rds_shard_group" {
  category  = "data"
  severity  = "critical"
  identity  = ["tags.Name"]
  force_new = ["db_cluster_identifier", "db_shard_group_identifier", "publicly_accessible"]
  recovery  = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_rekognition_collection" {
  category  = "data"
  severity  = "critical"
  identity  = ["collection_id"]
  force_new = ["collection_id"]
  recovery  = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_rekognition_project" {
  category  = "data"
  severity  = "high"
  identity  = ["name"]
  force_new = ["auto_update", "name"]
  recovery  = "Training it again takes its data and its time. Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_rum_app_monitor" {
  category  = "data"
  severity  = "medium"
  identity  = ["name", "app_monitor_id"]
  force_new = ["name"]
  recovery  = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_s3_bucket_lifecycle_configuration" {
  category  = "data"
  severity  = "medium"
  identity  = ["bucket"]
  backend   = { s3 = "bucket" }
  force_new = ["bucket", "expected_bucket_owner"]
  recovery  = "The next apply brings back its configuration; until then what relies on it fails."

  lose "rule.status" {
    to   = "Enabled"
    says = "Objects that the rule is about are deleted within days."
  }

  lose "rule.expiration.days" {
    when    = "shrinks"
    forever = [0, null]
    says    = "Objects older than that are deleted within days."
  }

  lose "rule.noncurrent_version_expiration.noncurrent_days" {
    when    = "shrinks"
    forever = [0, null]
    says    = "Old versions, the way back from an overwrite, are deleted sooner."
  }

  overwrite {
    onto = { bucket = "aws_s3_bucket.bucket" }
    says = "On a bucket that holds something, it deletes what its rules are about, and takes the place of the rules there are."
  }
}

resource "aws_s3_bucket_object" {
  category = "data"
  severity = "high"
  identity = ["bucket"]
  protected_by = {
    object_lock_mode              = "set"
    object_lock_legal_hold_status = "ON"
  }
  disarmed_by = { force_destroy = true }
  defaults    = { force_destroy = false }
  force_new   = ["bucket", "key"]
  recovery    = "It comes back only where old versions are kept. Look whether they are first."

  warn "content" {
    when = "changes"
    says = "The old content is overwritten; it is gone where the bucket keeps no versions."
  }
}

resource "aws_s3_object_copy" {
  category     = "data"
  severity     = "medium"
  identity     = ["bucket"]
  protected_by = { object_lock_mode = "set" }
  disarmed_by  = { force_destroy = true }
  defaults     = { force_destroy = false }
  force_new    = ["bucket", "key", "source"]
  recovery     = "It comes back only where old versions are kept. Look whether they are first."
}

resource "aws_s3control_bucket" {
  category  = "data"
  severity  = "critical"
  identity  = ["bucket"]
  force_new = ["bucket", "outpost_id"]
  recovery  = "It is not deleted while it holds anything; emptied, nothing brings that back."
}

resource "aws_s3control_bucket_lifecycle_configuration" {
  category  = "data"
  severity  = "medium"
  identity  = ["bucket"]
  force_new = ["bucket"]
  recovery  = "The next apply brings back its configuration; until then what relies on it fails."
}

resource "aws_s3files_file_system" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_s3tables_namespace" {
  category  = "data"
  severity  = "high"
  identity  = ["namespace"]
  force_new = ["namespace", "table_bucket_arn"]
  recovery  = "It is not deleted while it holds anything; emptied, nothing brings that back."
}

resource "aws_s3vectors_index" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_s3vectors_vector_bucket" {
  category    = "data"
  severity    = "critical"
  identity    = ["name"]
  disarmed_by = { force_destroy = true }
  recovery    = "It is not deleted while it holds anything; emptied, nothing brings that back."
}

resource "aws_sagemaker_mlflow_app" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_sagemaker_mlflow_tracking_server" {
  category  = "data"
  severity  = "critical"
  identity  = ["tracking_server_name"]
  force_new = ["mlflow_version", "role_arn", "tracking_server_name"]
  recovery  = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_sagemaker_space" {
  category  = "data"
  severity  = "high"
  identity  = ["space_name"]
  force_new = ["domain_id", "space_name"]
  recovery  = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_sagemaker_user_profile" {
  category = "data"
  severity = "high"
  identity = ["user_profile_name"]
  force_new = [
    "domain_id", "single_sign_on_user_identifier", "single_sign_on_user_value",
    "user_profile_name",
  ]
  recovery = "Some of it can be rebuilt from elsewhere. Find out what, and copy the rest first."
}

resource "aws_securityhub_account" {
  category  = "data"
  severity  = "high"
  identity  = ["id"]
  force_new = ["enable_default_standards"]
  recovery  = "What it has recorded so far is gone."
}

resource "aws_securitylake_data_lake" {
  category  = "data"
  severity  = "critical"
  identity  = ["tags.Name", "id"]
  force_new = ["meta_store_manager_role_arn"]
  recovery  = "Some of it can be rebuilt from elsewhere. Find out what, and copy the rest first."
}

resource "aws_serverlessapplicationrepository_cloudformation_stack" {
  category  = "data"
  severity  = "critical"
  identity  = ["name"]
  container = "everything it provisioned"
  force_new = ["application_id", "name"]
  recovery  = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_ses_template" {
  category  = "data"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["name"]
  recovery  = "The next apply brings back its configuration; until then what relies on it fails."
}

resource "aws_sesv2_contact_list" {
  category  = "data"
  severity  = "critical"
  identity  = ["contact_list_name"]
  force_new = ["contact_list_name"]
  recovery  = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_simpledb_domain" {
  category  = "data"
  severity  = "critical"
  identity  = ["name"]
  force_new = ["name"]
  recovery  = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_ssmincidents_replication_set" {
  category = "data"
  severity = "critical"
  identity = ["tags.Name", "id"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_storagegateway_cached_iscsi_volume" {
  category = "data"
  severity = "critical"
  identity = ["volume_id"]
  force_new = [
    "gateway_arn", "kms_encrypted", "kms_key", "network_interface_id", "snapshot_id",
    "source_volume_arn", "target_name", "volume_size_in_bytes",
  ]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_storagegateway_file_system_association" {
  category  = "data"
  severity  = "medium"
  identity  = ["tags.Name", "id"]
  force_new = ["gateway_arn", "location_arn"]
  recovery  = "The next apply brings back its configuration; until then what relies on it fails."
}

resource "aws_storagegateway_nfs_file_share" {
  category = "data"
  severity = "medium"
  identity = ["file_share_name"]
  force_new = [
    "bucket_region", "gateway_arn", "location_arn", "role_arn", "vpc_endpoint_dns_name",
  ]
  recovery = "It fills up again by itself; until then everything behind it is slower."
}

resource "aws_storagegateway_smb_file_share" {
  category = "data"
  severity = "medium"
  identity = ["file_share_name"]
  force_new = [
    "authentication", "bucket_region", "gateway_arn", "location_arn", "role_arn",
    "vpc_endpoint_dns_name",
  ]
  recovery = "It fills up again by itself; until then everything behind it is slower."
}

resource "aws_storagegateway_stored_iscsi_volume" {
  category     = "data"
  severity     = "critical"
  identity     = ["volume_id"]
  protected_by = { preserve_existing_data = true }
  defaults     = { preserve_existing_data = false }
  force_new = [
    "disk_id", "gateway_arn", "kms_encrypted", "kms_key", "network_interface_id",
    "preserve_existing_data", "snapshot_id", "target_name",
  ]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_timestreaminfluxdb_db_cluster" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_transcribe_language_model" {
  category = "data"
  severity = "high"
  identity = ["model_name"]
  force_new = [
    "base_model_name", "input_data_config.data_access_role_arn", "input_data_config.s3_uri",
    "input_data_config.tuning_data_s3_uri", "language_code", "model_name",
  ]
  recovery = "Training it again takes its data and its time. Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_transcribe_vocabulary" {
  category  = "data"
  severity  = "medium"
  identity  = ["vocabulary_name"]
  force_new = ["language_code", "vocabulary_name"]
  recovery  = "The next apply brings back its configuration; until then what relies on it fails."
}

resource "aws_volume_attachment" {
  category     = "data"
  severity     = "high"
  identity     = ["id"]
  protected_by = { skip_destroy = true }
  disarmed_by  = { force_detach = true }
  force_new    = ["device_name", "instance_id", "volume_id"]
  recovery     = "What is using it loses its disk in the middle of work. Stop that first."
}

resource "aws_workmail_organization" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Every account in it goes with it. Export them first. Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "aws_workmail_user" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

# Backups, and what makes them

resource "aws_ami_from_instance" {
  category  = "backup"
  severity  = "high"
  identity  = ["name"]
  backup_of = { source_instance_id = "aws_instance" }
  force_new = ["name", "snapshot_without_reboot", "source_instance_id"]
  recovery  = "It comes back only where a Recycle Bin rule keeps it. Look for one first."
}

resource "aws_backup_global_settings" {
  category = "backup"
  severity = "medium"
  identity = ["id"]
  recovery = "Nothing is deleted outside: Terraform lets go of it, and nobody looks after it."
}

resource "aws_backup_region_settings" {
  category = "backup"
  severity = "medium"
  identity = ["id"]
  recovery = "Nothing is deleted outside: Terraform lets go of it, and nobody looks after it."

  lose "resource_type_opt_in_preference.*" {
    to   = false
    says = "AWS Backup leaves this service out from now on."
  }
}

resource "aws_backup_restore_testing_plan" {
  category  = "backup"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["name"]
  recovery  = "Until the next apply brings it back, nothing is backed up by it."
}

resource "aws_backup_vault_notifications" {
  category  = "backup"
  severity  = "medium"
  identity  = ["id"]
  force_new = ["backup_vault_events", "backup_vault_name", "sns_topic_arn"]
  recovery  = "Until the next apply brings it back, nothing is backed up by it."
}

resource "aws_bcmdataexports_export" {
  category = "backup"
  severity = "medium"
  identity = ["tags.Name", "id"]
  recovery = "Until the next apply brings it back, nothing is backed up by it."
}

resource "aws_config_configuration_recorder" {
  category  = "backup"
  severity  = "high"
  identity  = ["name"]
  force_new = ["name"]
  recovery  = "What it has recorded so far is gone. Some of it can be rebuilt from elsewhere. Find out what, and copy the rest first."
}

resource "aws_config_configuration_recorder_status" {
  category     = "backup"
  severity     = "high"
  identity     = ["name"]
  protected_by = { is_enabled = true }
  defaults     = { is_enabled = false }
  recovery     = "Until the next apply brings it back, nothing is backed up by it."

  disarm "is_enabled" {
    to   = false
    says = "Changes of the account are recorded no longer."
  }
}

resource "aws_config_delivery_channel" {
  category  = "backup"
  severity  = "high"
  identity  = ["name"]
  force_new = ["name"]
  recovery  = "Until the next apply brings it back, nothing is backed up by it."
}

resource "aws_connect_instance_storage_config" {
  category  = "backup"
  severity  = "high"
  identity  = ["id"]
  force_new = ["instance_id", "resource_type"]
  recovery  = "Until the next apply brings it back, nothing is backed up by it."
}

resource "aws_cur_report_definition" {
  category  = "backup"
  severity  = "medium"
  identity  = ["tags.Name", "id"]
  force_new = ["additional_schema_elements", "report_name", "report_versioning", "time_unit"]
  recovery  = "Until the next apply brings it back, nothing is backed up by it."
}

resource "aws_drs_replication_configuration_template" {
  category = "backup"
  severity = "high"
  identity = ["tags.Name", "id"]
  recovery = "Until the next apply brings it back, nothing is backed up by it."
}

resource "aws_ebs_snapshot_import" {
  category = "backup"
  severity = "critical"
  identity = ["tags.Name", "id"]
  force_new = [
    "client_data.comment", "description", "disk_container.description", "disk_container.format",
    "disk_container.url", "disk_container.user_bucket.s3_bucket",
    "disk_container.user_bucket.s3_key", "encrypted", "kms_key_id", "role_name",
  ]
  recovery = "It comes back only where a Recycle Bin rule keeps it. Look for one first."
}

resource "aws_ecr_replication_configuration" {
  category = "backup"
  severity = "medium"
  identity = ["id"]
  recovery = "Until the next apply brings it back, nothing is backed up by it."
}

resource "aws_flow_log" {
  category = "backup"
  severity = "medium"
  identity = ["tags.Name", "id"]
  force_new = [
    "deliver_cross_account_role", "destination_options.file_format",
    "destination_options.hive_compatible_partitions", "destination_options.per_hour_partition",
    "eni_id", "iam_role_arn", "log_destination", "log_destination_type", "log_format",
    "log_group_name", "max_aggregation_interval", "subnet_id", "traffic_type",
    "transit_gateway_attachment_id", "transit_gateway_id", "vpc_id",
  ]
  recovery = "What happens meanwhile is written down nowhere. Until the next apply brings it back, nothing is backed up by it."
}

resource "aws_fsx_openzfs_snapshot" {
  category  = "backup"
  severity  = "high"
  identity  = ["name"]
  backup_of = { volume_id = "aws_fsx_openzfs_volume" }
  force_new = ["volume_id"]
  recovery  = "These copies are gone for good. Make sure that what they were made of is still there."
}

resource "aws_glacier_vault_lock" {
  category     = "backup"
  severity     = "high"
  identity     = ["id"]
  protected_by = { complete_lock = true }
  disarmed_by  = { ignore_deletion_error = true }
  defaults = {
    complete_lock         = false
    ignore_deletion_error = false
  }
  force_new = ["complete_lock", "policy", "vault_name"]
  recovery  = "These copies are gone for good. Make sure that what they were made of is still there."
}

resource "aws_guardduty_publishing_destination" {
  category  = "backup"
  severity  = "medium"
  identity  = ["id"]
  force_new = ["detector_id"]
  recovery  = "Until the next apply brings it back, nothing is backed up by it."
}

resource "aws_kinesisanalyticsv2_application_snapshot" {
  category  = "backup"
  severity  = "high"
  identity  = ["snapshot_name"]
  force_new = ["application_name", "snapshot_name"]
  recovery  = "These copies are gone for good. Make sure that what they were made of is still there."
}

resource "aws_rds_cluster_snapshot_copy" {
  category  = "backup"
  severity  = "critical"
  identity  = ["tags.Name", "id"]
  backup_of = { source_db_cluster_snapshot_identifier = "aws_db_cluster_snapshot" }
  force_new = [
    "copy_tags", "destination_region", "kms_key_id", "presigned_url",
    "source_db_cluster_snapshot_identifier", "target_db_cluster_snapshot_identifier",
  ]
  recovery = "It is gone at once; nobody can call it off. These copies are gone for good. Make sure that what they were made of is still there."
}

resource "aws_redshift_snapshot_copy" {
  category = "backup"
  severity = "high"
  identity = ["cluster_identifier"]
  force_new = [
    "cluster_identifier", "destination_region", "manual_snapshot_retention_period",
    "snapshot_copy_grant_name",
  ]
  recovery = "These copies are gone for good. Make sure that what they were made of is still there."

  lose "retention_period" {
    when    = "shrinks"
    forever = [-1]
    says    = "Copies in the other region older than that are deleted."
  }
}

resource "aws_redshift_snapshot_schedule" {
  category    = "backup"
  severity    = "high"
  identity    = ["identifier"]
  disarmed_by = { force_destroy = true }
  defaults    = { force_destroy = false }
  force_new   = ["description", "identifier", "identifier_prefix"]
  recovery    = "Until the next apply brings it back, nothing is backed up by it."
}

resource "aws_redshift_snapshot_schedule_association" {
  category  = "backup"
  severity  = "high"
  identity  = ["cluster_identifier"]
  force_new = ["cluster_identifier", "schedule_identifier"]
  recovery  = "Until the next apply brings it back, nothing is backed up by it."
}

resource "aws_route53_query_log" {
  category  = "backup"
  severity  = "medium"
  identity  = ["id"]
  force_new = ["cloudwatch_log_group_arn", "zone_id"]
  recovery  = "Until the next apply brings it back, nothing is backed up by it."
}

resource "aws_route53_resolver_query_log_config" {
  category  = "backup"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["destination_arn", "name"]
  recovery  = "Until the next apply brings it back, nothing is backed up by it."
}

resource "aws_s3_bucket_logging" {
  category  = "backup"
  severity  = "medium"
  identity  = ["bucket"]
  force_new = ["bucket", "expected_bucket_owner"]
  recovery  = "What happens meanwhile is written down nowhere. Until the next apply brings it back, nothing is backed up by it."
}

resource "aws_s3tables_table_bucket_replication" {
  category = "backup"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, nothing is backed up by it."
}

resource "aws_ssm_resource_data_sync" {
  category = "backup"
  severity = "medium"
  identity = ["name"]
  force_new = [
    "name", "s3_destination.bucket_name", "s3_destination.kms_key_arn", "s3_destination.prefix",
    "s3_destination.region", "s3_destination.sync_format",
  ]
  recovery = "Until the next apply brings it back, nothing is backed up by it."
}

resource "aws_storagegateway_tape_pool" {
  category = "backup"
  severity = "high"
  identity = ["pool_name"]
  protected_by = {
    retention_lock_type         = "COMPLIANCE"
    retention_lock_time_in_days = ">=1"
  }
  defaults = { retention_lock_time_in_days = 0 }
  force_new = [
    "pool_name", "retention_lock_time_in_days", "retention_lock_type", "storage_class",
  ]
  recovery = "These copies are gone for good. Make sure that what they were made of is still there."
}

# Keys

resource "aws_acmpca_certificate_authority_certificate" {
  category  = "key"
  severity  = "medium"
  identity  = ["certificate"]
  force_new = ["certificate", "certificate_authority_arn", "certificate_chain"]
  recovery  = "Nothing is deleted outside: Terraform lets go of it, and nobody looks after it."
}

resource "aws_cloudfront_key_group" {
  category = "key"
  severity = "medium"
  identity = ["name"]
  recovery = "A new one is another key: what the old one encrypted or signed does not open with it."
}

resource "aws_cloudfront_public_key" {
  category  = "key"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["encoded_key", "name", "name_prefix"]
  recovery  = "A new one is another key: what the old one encrypted or signed does not open with it."
}

resource "aws_cloudhsm_v2_hsm" {
  category  = "key"
  severity  = "high"
  identity  = ["hsm_id"]
  force_new = ["availability_zone", "cluster_id", "ip_address", "subnet_id"]
  recovery  = "Until the next apply brings it back, what needs the key fails."
}

resource "aws_dx_macsec_key_association" {
  category  = "key"
  severity  = "high"
  identity  = ["id"]
  force_new = ["cak", "ckn", "connection_id", "secret_arn"]
  recovery  = "Until the next apply brings it back, what needs the key fails."
}

resource "aws_ebs_default_kms_key" {
  category  = "key"
  severity  = "medium"
  identity  = ["id"]
  force_new = ["key_arn"]
  recovery  = "Until the next apply brings it back, what needs the key fails."
}

resource "aws_ebs_encryption_by_default" {
  category     = "key"
  severity     = "medium"
  identity     = ["id"]
  protected_by = { enabled = true }
  defaults     = { enabled = true }
  recovery     = "Until the next apply brings it back, what needs the key fails."
}

resource "aws_glue_data_catalog_encryption_settings" {
  category  = "key"
  severity  = "medium"
  identity  = ["id"]
  force_new = ["catalog_id"]
  recovery  = "Nothing is deleted outside: Terraform lets go of it, and nobody looks after it."
}

resource "aws_iot_ca_certificate" {
  category  = "key"
  severity  = "high"
  identity  = ["tags.Name", "id"]
  force_new = ["ca_certificate_pem", "certificate_mode", "verification_certificate_pem"]
  recovery  = "A new one is another key: what the old one encrypted or signed does not open with it."
}

resource "aws_iot_certificate" {
  category     = "key"
  severity     = "high"
  identity     = ["id"]
  protected_by = { active = true }
  defaults     = { active = false }
  force_new    = ["ca_pem", "certificate_pem", "csr"]
  recovery     = "What it stood for is revoked, and whoever relies on it is turned away."
}

resource "aws_ivs_playback_key_pair" {
  category  = "key"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["name", "public_key"]
  recovery  = "A new one is another key: what the old one encrypted or signed does not open with it."
}

resource "aws_kms_grant" {
  category    = "key"
  severity    = "medium"
  identity    = ["name", "grant_id"]
  disarmed_by = { retire_on_delete = true }
  defaults    = { retire_on_delete = false }
  force_new = [
    "constraints", "grant_creation_tokens", "grantee_principal", "key_id", "name", "operations",
    "retire_on_delete", "retiring_principal",
  ]
  recovery = "Until the next apply brings it back, what needs the key fails."
}

resource "aws_opensearchserverless_security_policy" {
  category = "key"
  severity = "medium"
  identity = ["name", "policy"]
  recovery = "Until the next apply brings it back, what needs the key fails."
}

resource "aws_paymentcryptography_key" {
  category = "key"
  severity = "critical"
  identity = ["tags.Name", "id"]
  protected_by = {
    deletion_window_in_days = ">=30"
    enabled                 = true
  }
  defaults  = { deletion_window_in_days = 7 }
  force_new = ["exportable"]
  recovery  = "For 3 to 180 days it can still be brought back, by hand and under its old name; after that nothing does."
}

resource "aws_paymentcryptography_key_alias" {
  category  = "key"
  severity  = "medium"
  identity  = ["alias_name"]
  force_new = ["alias_name"]
  recovery  = "Until the next apply brings it back, what needs the key fails."
}

resource "aws_redshift_hsm_client_certificate" {
  category  = "key"
  severity  = "high"
  identity  = ["hsm_client_certificate_identifier"]
  force_new = ["hsm_client_certificate_identifier"]
  recovery  = "The other side trusts the old one: it has to be set up again there."
}

resource "aws_redshift_hsm_configuration" {
  category = "key"
  severity = "high"
  identity = ["hsm_configuration_identifier"]
  force_new = [
    "description", "hsm_configuration_identifier", "hsm_ip_address", "hsm_partition_name",
    "hsm_partition_password", "hsm_server_public_certificate",
  ]
  recovery = "What it encrypted can never be read again. Find out what uses it, and re-encrypt that first."
}

resource "aws_redshift_snapshot_copy_grant" {
  category  = "key"
  severity  = "medium"
  identity  = ["snapshot_copy_grant_name"]
  force_new = ["kms_key_id", "snapshot_copy_grant_name"]
  recovery  = "Until the next apply brings it back, what needs the key fails."
}

resource "aws_s3_bucket_server_side_encryption_configuration" {
  category  = "key"
  severity  = "medium"
  identity  = ["bucket"]
  force_new = ["bucket", "expected_bucket_owner"]
  recovery  = "Until the next apply brings it back, what needs the key fails."
}

resource "aws_signer_signing_profile" {
  category = "key"
  severity = "high"
  identity = ["name"]
  force_new = [
    "name", "name_prefix", "platform_id", "signature_validity_period.type",
    "signature_validity_period.value", "signing_material.certificate_arn",
  ]
  recovery = "Its name may not be free again for a while."
}

resource "aws_transfer_host_key" {
  category = "key"
  severity = "high"
  identity = ["name"]
  recovery = "What it encrypted can never be read again. Find out what uses it, and re-encrypt that first."
}

# Secrets

resource "aws_acmpca_certificate" {
  category = "secret"
  severity = "high"
  identity = ["certificate"]
  force_new = [
    "api_passthrough", "certificate_authority_arn", "certificate_signing_request",
    "signing_algorithm", "template_arn", "validity.type", "validity.value",
  ]
  recovery = "What it stood for is revoked, and whoever relies on it is turned away."
}

resource "aws_api_gateway_api_key" {
  category     = "secret"
  severity     = "high"
  identity     = ["name"]
  protected_by = { enabled = true }
  defaults     = { enabled = true }
  force_new    = ["value"]
  recovery     = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "aws_api_gateway_client_certificate" {
  category = "secret"
  severity = "medium"
  identity = ["tags.Name", "id"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "aws_appflow_connector_profile" {
  category  = "secret"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["connector_label", "connector_type", "kms_arn", "name"]
  recovery  = "Somebody has to sign in by hand again to connect it. The next apply brings it back; until then what needs it fails."
}

resource "aws_appsync_api_key" {
  category = "secret"
  severity = "medium"
  identity = ["api_key_id", "key"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "aws_cloudwatch_event_connection" {
  category  = "secret"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["name"]
  recovery  = "A new one has another value; give it to whoever uses the old one first."
}

resource "aws_codebuild_source_credential" {
  category  = "secret"
  severity  = "medium"
  identity  = ["id"]
  force_new = ["auth_type", "server_type", "token", "user_name"]
  recovery  = "The next apply brings it back; until then what needs it fails."
}

resource "aws_codebuild_webhook" {
  category  = "secret"
  severity  = "medium"
  identity  = ["id"]
  force_new = ["manual_creation", "project_name"]
  recovery  = "A new one has another value; give it to whoever uses the old one first."
}

resource "aws_dms_certificate" {
  category  = "secret"
  severity  = "medium"
  identity  = ["certificate_id"]
  force_new = ["certificate_id", "certificate_pem", "certificate_wallet"]
  recovery  = "The next apply brings it back; until then what needs it fails."
}

resource "aws_dms_endpoint" {
  category = "secret"
  severity = "medium"
  identity = ["endpoint_id"]
  force_new = [
    "elasticsearch_settings.endpoint_uri", "elasticsearch_settings.error_retry_duration",
    "elasticsearch_settings.full_load_error_percentage",
    "elasticsearch_settings.service_access_role_arn",
    "elasticsearch_settings.use_new_mapping_type", "endpoint_id",
    "kinesis_settings.message_format", "kms_key_arn",
  ]
  recovery = "A new one has another value; give it to whoever uses the old one first."
}

resource "aws_glue_connection" {
  category  = "secret"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["catalog_id", "name"]
  recovery  = "The next apply brings it back; until then what needs it fails."
}

resource "aws_grafana_workspace_api_key" {
  category  = "secret"
  severity  = "medium"
  identity  = ["key_name", "key"]
  force_new = ["key_name", "key_role", "workspace_id"]
  recovery  = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "aws_grafana_workspace_service_account_token" {
  category  = "secret"
  severity  = "medium"
  identity  = ["name", "service_account_token_id"]
  force_new = ["name", "seconds_to_live", "service_account_id", "workspace_id"]
  recovery  = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "aws_iam_service_specific_credential" {
  category  = "secret"
  severity  = "high"
  identity  = ["service_specific_credential_id"]
  force_new = ["service_name", "user_name"]
  recovery  = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "aws_iam_signing_certificate" {
  category  = "secret"
  severity  = "medium"
  identity  = ["certificate_id"]
  force_new = ["certificate_body", "user_name"]
  recovery  = "A new one has another value; give it to whoever uses the old one first."
}

resource "aws_iam_user_ssh_key" {
  category  = "secret"
  severity  = "medium"
  identity  = ["id"]
  force_new = ["encoding", "public_key", "username"]
  recovery  = "The next apply brings it back; until then what needs it fails."
}

resource "aws_key_pair" {
  category  = "secret"
  severity  = "medium"
  identity  = ["key_pair_id"]
  force_new = ["key_name", "key_name_prefix", "public_key"]
  recovery  = "The next apply brings it back; until then what needs it fails."
}

resource "aws_lb_trust_store" {
  category  = "secret"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["name", "name_prefix"]
  recovery  = "A new one has another value; give it to whoever uses the old one first."
}

resource "aws_lightsail_bucket_access_key" {
  category  = "secret"
  severity  = "medium"
  identity  = ["access_key_id"]
  force_new = ["bucket_name"]
  recovery  = "A new one has another value; give it to whoever uses the old one first."
}

resource "aws_lightsail_certificate" {
  category  = "secret"
  severity  = "medium"
  identity  = ["name", "domain_name"]
  force_new = ["domain_name", "name", "subject_alternative_names"]
  recovery  = "A new one has another value; give it to whoever uses the old one first."
}

resource "aws_lightsail_key_pair" {
  category  = "secret"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["name", "name_prefix", "pgp_key", "public_key"]
  recovery  = "The private key is only in the state. Keep a copy first."
}

resource "aws_quicksight_data_source" {
  category  = "secret"
  severity  = "medium"
  identity  = ["name", "data_source_id"]
  force_new = ["aws_account_id", "data_source_id", "type"]
  recovery  = "The next apply brings it back; until then what needs it fails."
}

resource "aws_secretsmanager_secret_rotation" {
  category  = "secret"
  severity  = "medium"
  identity  = ["id"]
  force_new = ["secret_id"]
  recovery  = "The next apply brings it back; until then what needs it fails."
}

resource "aws_transfer_certificate" {
  category  = "secret"
  severity  = "medium"
  identity  = ["certificate_id", "certificate"]
  force_new = ["certificate", "certificate_chain", "private_key", "usage"]
  recovery  = "The next apply brings it back; until then what needs it fails."
}

resource "aws_transfer_ssh_key" {
  category  = "secret"
  severity  = "medium"
  identity  = ["ssh_key_id"]
  force_new = ["body", "server_id", "user_name"]
  recovery  = "The next apply brings it back; until then what needs it fails."
}

# Who may do what

resource "aws_acmpca_policy" {
  category  = "identity"
  severity  = "medium"
  identity  = ["policy"]
  force_new = ["resource_arn"]
  recovery  = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_appstream_directory_config" {
  category  = "identity"
  severity  = "medium"
  identity  = ["id"]
  force_new = ["directory_name"]
  recovery  = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_appstream_user" {
  category  = "identity"
  severity  = "medium"
  identity  = ["user_name"]
  force_new = ["authentication_type", "first_name", "last_name", "user_name"]
  recovery  = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_cloudfront_origin_access_control" {
  category = "identity"
  severity = "medium"
  identity = ["name"]
  recovery = "A new one has another id; policies that name the old one do not know it."
}

resource "aws_cloudfront_origin_access_identity" {
  category = "identity"
  severity = "high"
  identity = ["id"]
  recovery = "A new one has another id; policies that name the old one do not know it."
}

resource "aws_cloudtrail_organization_delegated_admin_account" {
  category  = "identity"
  severity  = "medium"
  identity  = ["name", "account_id"]
  force_new = ["account_id"]
  recovery  = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_cloudwatch_event_bus_policy" {
  category  = "identity"
  severity  = "medium"
  identity  = ["policy"]
  force_new = ["event_bus_name"]
  recovery  = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_codeconnections_connection" {
  category  = "identity"
  severity  = "high"
  identity  = ["name"]
  force_new = ["host_arn", "name"]
  recovery  = "The other side has to accept it again by hand."
}

resource "aws_codestarconnections_connection" {
  category  = "identity"
  severity  = "high"
  identity  = ["name"]
  force_new = ["host_arn", "name", "provider_type"]
  recovery  = "The other side has to accept it again by hand."
}

resource "aws_codestarconnections_host" {
  category  = "identity"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["name", "provider_type"]
  recovery  = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

resource "aws_cognito_identity_pool_roles_attachment" {
  category  = "identity"
  severity  = "medium"
  identity  = ["id"]
  force_new = ["identity_pool_id", "roles"]
  recovery  = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_cognito_identity_provider" {
  category  = "identity"
  severity  = "high"
  identity  = ["provider_name"]
  force_new = ["provider_name", "provider_type", "user_pool_id"]
  recovery  = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_cognito_managed_user_pool_client" {
  category  = "identity"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["user_pool_id"]
  recovery  = "Nothing is deleted outside: Terraform lets go of it, and nobody looks after it."
}

resource "aws_cognito_resource_server" {
  category  = "identity"
  severity  = "medium"
  identity  = ["name", "identifier"]
  force_new = ["identifier", "name", "user_pool_id"]
  recovery  = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_cognito_user" {
  category     = "identity"
  severity     = "high"
  identity     = ["id"]
  protected_by = { enabled = true }
  defaults     = { enabled = true }
  force_new    = ["user_pool_id", "username"]
  recovery     = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

resource "aws_cognito_user_group" {
  category  = "identity"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["name", "user_pool_id"]
  recovery  = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_cognito_user_in_group" {
  category  = "identity"
  severity  = "medium"
  identity  = ["group_name"]
  force_new = ["group_name", "user_pool_id", "username"]
  recovery  = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_connect_user" {
  category  = "identity"
  severity  = "medium"
  identity  = ["name", "user_id"]
  force_new = ["instance_id", "name"]
  recovery  = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

resource "aws_controltower_baseline" {
  category = "identity"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_controltower_control" {
  category  = "identity"
  severity  = "medium"
  identity  = ["control_identifier"]
  force_new = ["control_identifier", "target_identifier"]
  recovery  = "What it forbade is allowed from then on. Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_detective_organization_admin_account" {
  category  = "identity"
  severity  = "medium"
  identity  = ["account_id"]
  force_new = ["account_id"]
  recovery  = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_directory_service_radius_settings" {
  category  = "identity"
  severity  = "high"
  identity  = ["id"]
  force_new = ["directory_id"]
  recovery  = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_directory_service_region" {
  category  = "identity"
  severity  = "high"
  identity  = ["region_name"]
  force_new = ["directory_id", "region_name", "vpc_settings.subnet_ids", "vpc_settings.vpc_id"]
  recovery  = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_directory_service_shared_directory" {
  category  = "identity"
  severity  = "high"
  identity  = ["shared_directory_id", "directory_id"]
  force_new = ["directory_id", "method", "notes", "target.id"]
  recovery  = "A new one has another id; policies that name the old one do not know it."
}

resource "aws_directory_service_trust" {
  category    = "identity"
  severity    = "high"
  identity    = ["id"]
  disarmed_by = { delete_associated_conditional_forwarder = true }
  defaults    = { delete_associated_conditional_forwarder = false }
  recovery    = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_dynamodb_resource_policy" {
  category = "identity"
  severity = "medium"
  identity = ["policy"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_ebs_snapshot_block_public_access" {
  category = "identity"
  severity = "medium"
  identity = ["id"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_ecr_registry_policy" {
  category = "identity"
  severity = "medium"
  identity = ["policy"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_ecr_repository_policy" {
  category  = "identity"
  severity  = "medium"
  identity  = ["policy"]
  force_new = ["repository"]
  recovery  = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_efs_access_point" {
  category = "identity"
  severity = "medium"
  identity = ["tags.Name", "id"]
  force_new = [
    "file_system_id", "posix_user.gid", "posix_user.secondary_gids", "posix_user.uid",
    "root_directory.creation_info.owner_gid", "root_directory.creation_info.owner_uid",
    "root_directory.creation_info.permissions", "root_directory.path",
  ]
  recovery = "What is using it loses its disk in the middle of work. Stop that first."
}

resource "aws_efs_file_system_policy" {
  category    = "identity"
  severity    = "medium"
  identity    = ["policy"]
  disarmed_by = { bypass_policy_lockout_safety_check = true }
  defaults    = { bypass_policy_lockout_safety_check = false }
  force_new   = ["file_system_id"]
  recovery    = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_eks_access_policy_association" {
  category = "identity"
  severity = "medium"
  identity = ["id"]
  force_new = [
    "access_scope.namespaces", "access_scope.type", "cluster_name", "policy_arn", "principal_arn",
  ]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_eks_identity_provider_config" {
  category = "identity"
  severity = "high"
  identity = ["tags.Name", "id"]
  force_new = [
    "cluster_name", "oidc.client_id", "oidc.groups_claim", "oidc.groups_prefix",
    "oidc.identity_provider_config_name", "oidc.issuer_url", "oidc.required_claims",
    "oidc.username_claim", "oidc.username_prefix",
  ]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_eks_pod_identity_association" {
  category  = "identity"
  severity  = "medium"
  identity  = ["association_id"]
  force_new = ["cluster_name", "namespace", "service_account"]
  recovery  = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_elasticache_user" {
  category  = "identity"
  severity  = "medium"
  identity  = ["user_name", "user_id"]
  force_new = ["user_id", "user_name"]
  recovery  = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_elasticache_user_group" {
  category  = "identity"
  severity  = "medium"
  identity  = ["user_group_id"]
  force_new = ["user_group_id"]
  recovery  = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_elasticsearch_domain_policy" {
  category  = "identity"
  severity  = "medium"
  identity  = ["domain_name"]
  force_new = ["domain_name"]
  recovery  = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_finspace_kx_user" {
  category  = "identity"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["environment_id", "name"]
  recovery  = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_fms_admin_account" {
  category  = "identity"
  severity  = "high"
  identity  = ["account_id"]
  force_new = ["account_id"]
  recovery  = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_glue_resource_policy" {
  category = "identity"
  severity = "medium"
  identity = ["policy"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_grafana_workspace_saml_configuration" {
  category  = "identity"
  severity  = "medium"
  identity  = ["id"]
  force_new = ["workspace_id"]
  recovery  = "Nothing is deleted outside: Terraform lets go of it, and nobody looks after it."
}

resource "aws_guardduty_organization_admin_account" {
  category  = "identity"
  severity  = "high"
  identity  = ["admin_account_id"]
  force_new = ["admin_account_id"]
  recovery  = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_iam_account_alias" {
  category  = "identity"
  severity  = "medium"
  identity  = ["account_alias"]
  force_new = ["account_alias"]
  recovery  = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_iam_account_password_policy" {
  category = "identity"
  severity = "medium"
  identity = ["id"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."

  overwrite {
    effect = "warn"
    says   = "It takes the place of the account's password policy."
  }
}

resource "aws_iam_group_membership" {
  category  = "identity"
  severity  = "high"
  identity  = ["name"]
  force_new = ["group", "name"]
  recovery  = "Until the next apply brings it back, whoever relies on it has no access."

  lose "users" {
    when = "removed"
    says = "Users that are no longer listed leave the group."
  }

  overwrite {
    onto = { group = "aws_iam_group.name" }
    says = "Users that are not listed here leave the group."
  }
}

resource "aws_iam_group_policies_exclusive" {
  category  = "identity"
  severity  = "high"
  force_new = ["group_name"]
  recovery  = "Nothing is deleted outside: Terraform lets go of it, and nobody looks after it."

  overwrite {
    onto = { group_name = "aws_iam_group.name" }
    says = "The group loses every policy that is not listed here."
  }
}

resource "aws_iam_group_policy" {
  category  = "identity"
  severity  = "medium"
  identity  = ["name", "policy"]
  force_new = ["group", "name", "name_prefix"]
  recovery  = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_iam_group_policy_attachment" {
  category  = "identity"
  severity  = "low"
  identity  = ["id"]
  force_new = ["group", "policy_arn"]
  recovery  = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_iam_group_policy_attachments_exclusive" {
  category  = "identity"
  severity  = "high"
  force_new = ["group_name"]
  recovery  = "Nothing is deleted outside: Terraform lets go of it, and nobody looks after it."

  overwrite {
    onto = { group_name = "aws_iam_group.name" }
    says = "The group loses every policy that is not listed here."
  }
}

resource "aws_iam_organizations_features" {
  category = "identity"
  severity = "high"
  identity = ["id"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_iam_policy_attachment" {
  category  = "identity"
  severity  = "high"
  identity  = ["name"]
  force_new = ["name", "policy_arn"]
  recovery  = "What is using it loses its disk in the middle of work. Stop that first."

  lose "users" {
    when = "removed"
    says = "Users that are no longer listed lose the policy."
  }

  lose "roles" {
    when = "removed"
    says = "Roles that are no longer listed lose the policy."
  }

  lose "groups" {
    when = "removed"
    says = "Groups that are no longer listed lose the policy."
  }

  overwrite {
    onto = { policy_arn = "any" }
    says = "The policy is taken from everybody in the account who is not listed here."
  }
}

resource "aws_iam_role_policies_exclusive" {
  category  = "identity"
  severity  = "high"
  force_new = ["role_name"]
  recovery  = "Nothing is deleted outside: Terraform lets go of it, and nobody looks after it."

  overwrite {
    onto = { role_name = "aws_iam_role.name" }
    says = "The role loses every policy that is not listed here."
  }
}

resource "aws_iam_role_policy" {
  category  = "identity"
  severity  = "medium"
  identity  = ["name", "policy"]
  force_new = ["name", "name_prefix", "role"]
  recovery  = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_iam_role_policy_attachments_exclusive" {
  category  = "identity"
  severity  = "high"
  force_new = ["role_name"]
  recovery  = "Nothing is deleted outside: Terraform lets go of it, and nobody looks after it."

  overwrite {
    onto = { role_name = "aws_iam_role.name" }
    says = "The role loses every policy that is not listed here."
  }
}

resource "aws_iam_service_linked_role" {
  category  = "identity"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["aws_service_name", "custom_suffix"]
  recovery  = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_iam_user_group_membership" {
  category  = "identity"
  severity  = "medium"
  identity  = ["id"]
  force_new = ["user"]
  recovery  = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_iam_user_login_profile" {
  category  = "identity"
  severity  = "high"
  identity  = ["id"]
  force_new = ["password_length", "password_reset_required", "pgp_key", "user"]
  recovery  = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

resource "aws_iam_user_policies_exclusive" {
  category  = "identity"
  severity  = "high"
  force_new = ["user_name"]
  recovery  = "Nothing is deleted outside: Terraform lets go of it, and nobody looks after it."

  overwrite {
    onto = { user_name = "aws_iam_user.name" }
    says = "The user loses every policy that is not listed here."
  }
}

resource "aws_iam_user_policy" {
  category  = "identity"
  severity  = "medium"
  identity  = ["name", "policy"]
  force_new = ["name", "name_prefix", "user"]
  recovery  = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_iam_user_policy_attachment" {
  category  = "identity"
  severity  = "low"
  identity  = ["id"]
  force_new = ["policy_arn", "user"]
  recovery  = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_iam_user_policy_attachments_exclusive" {
  category  = "identity"
  severity  = "high"
  force_new = ["user_name"]
  recovery  = "Nothing is deleted outside: Terraform lets go of it, and nobody looks after it."

  overwrite {
    onto = { user_name = "aws_iam_user.name" }
    says = "The user loses every policy that is not listed here."
  }
}

resource "aws_iam_virtual_mfa_device" {
  category  = "identity"
  severity  = "high"
  identity  = ["virtual_mfa_device_name"]
  force_new = ["path", "virtual_mfa_device_name"]
  recovery  = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

resource "aws_identitystore_group_membership" {
  category  = "identity"
  severity  = "medium"
  identity  = ["membership_id"]
  force_new = ["group_id", "identity_store_id", "member_id"]
  recovery  = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_iot_authorizer" {
  category     = "identity"
  severity     = "high"
  identity     = ["name"]
  protected_by = { status = "ACTIVE" }
  recovery     = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_iot_policy" {
  category  = "identity"
  severity  = "high"
  identity  = ["name", "policy"]
  force_new = ["name"]
  recovery  = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_iot_policy_attachment" {
  category  = "identity"
  severity  = "high"
  identity  = ["id"]
  force_new = ["policy", "target"]
  recovery  = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_iot_provisioning_template" {
  category     = "identity"
  severity     = "high"
  identity     = ["name"]
  protected_by = { enabled = true }
  defaults     = { enabled = false }
  force_new    = ["name", "type"]
  recovery     = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

resource "aws_iot_role_alias" {
  category  = "identity"
  severity  = "medium"
  identity  = ["alias"]
  force_new = ["alias"]
  recovery  = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_kendra_experience" {
  category  = "identity"
  severity  = "medium"
  identity  = ["name", "experience_id"]
  force_new = ["index_id"]
  recovery  = "A new one has another id; policies that name the old one do not know it."
}

resource "aws_lakeformation_lf_tag" {
  category  = "identity"
  severity  = "medium"
  identity  = ["id"]
  force_new = ["catalog_id", "key"]
  recovery  = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_lakeformation_permissions" {
  category = "identity"
  severity = "medium"
  identity = ["id"]
  force_new = [
    "catalog_id", "catalog_resource", "data_location.arn", "data_location.catalog_id",
    "database.catalog_id", "database.name", "lf_tag.catalog_id", "lf_tag.key", "lf_tag.values",
    "lf_tag_policy.expression", "lf_tag_policy.resource_type", "permissions",
    "permissions_with_grant_option", "principal", "table.catalog_id", "table.database_name",
    "table.name", "table.wildcard", "table_with_columns.catalog_id",
    "table_with_columns.column_names", "table_with_columns.database_name",
    "table_with_columns.excluded_column_names", "table_with_columns.name",
    "table_with_columns.wildcard",
  ]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_lakeformation_resource" {
  category = "identity"
  severity = "medium"
  identity = ["id"]
  force_new = [
    "arn", "hybrid_access_enabled", "role_arn", "use_service_linked_role", "with_federation",
  ]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_macie2_organization_admin_account" {
  category  = "identity"
  severity  = "medium"
  identity  = ["admin_account_id"]
  force_new = ["admin_account_id"]
  recovery  = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_memorydb_acl" {
  category  = "identity"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["name", "name_prefix"]
  recovery  = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_memorydb_user" {
  category  = "identity"
  severity  = "medium"
  identity  = ["user_name"]
  force_new = ["user_name"]
  recovery  = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_msk_cluster_policy" {
  category = "identity"
  severity = "medium"
  identity = ["policy"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_msk_scram_secret_association" {
  category  = "identity"
  severity  = "high"
  identity  = ["id"]
  force_new = ["cluster_arn"]
  recovery  = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_msk_single_scram_secret_association" {
  category  = "identity"
  severity  = "high"
  identity  = ["id"]
  force_new = ["cluster_arn", "secret_arn"]
  recovery  = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_opensearch_domain_policy" {
  category = "identity"
  severity = "medium"
  identity = ["domain_name"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_opensearch_domain_saml_options" {
  category  = "identity"
  severity  = "medium"
  identity  = ["domain_name"]
  force_new = ["domain_name"]
  recovery  = "It may lock out whoever runs this. Make sure that another way in exists first."
}

resource "aws_opensearchserverless_access_policy" {
  category = "identity"
  severity = "medium"
  identity = ["name", "policy"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_organizations_delegated_administrator" {
  category  = "identity"
  severity  = "high"
  identity  = ["name"]
  force_new = ["account_id", "service_principal"]
  recovery  = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_organizations_resource_policy" {
  category = "identity"
  severity = "medium"
  identity = ["tags.Name", "id"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_quicksight_group" {
  category  = "identity"
  severity  = "medium"
  identity  = ["group_name"]
  force_new = ["aws_account_id", "group_name", "namespace"]
  recovery  = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_quicksight_namespace" {
  category  = "identity"
  severity  = "high"
  identity  = ["namespace"]
  force_new = ["aws_account_id", "identity_store", "namespace"]
  recovery  = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

resource "aws_quicksight_user" {
  category = "identity"
  severity = "high"
  identity = ["user_name"]
  force_new = [
    "aws_account_id", "email", "iam_arn", "identity_type", "namespace", "session_name",
    "user_role",
  ]
  recovery = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

resource "aws_redshift_data_share_authorization" {
  category  = "identity"
  severity  = "medium"
  identity  = ["id"]
  force_new = ["allow_writes", "consumer_identifier", "data_share_arn"]
  recovery  = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_redshift_endpoint_authorization" {
  category    = "identity"
  severity    = "medium"
  identity    = ["cluster_identifier"]
  disarmed_by = { force_delete = true }
  defaults    = { force_delete = false }
  force_new   = ["account", "cluster_identifier"]
  recovery    = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_rolesanywhere_profile" {
  category     = "identity"
  severity     = "medium"
  identity     = ["name"]
  protected_by = { enabled = true }
  recovery     = "A new one has another id; policies that name the old one do not know it."
}

resource "aws_rolesanywhere_trust_anchor" {
  category     = "identity"
  severity     = "high"
  identity     = ["name"]
  protected_by = { enabled = true }
  force_new    = ["notification_settings"]
  recovery     = "A new one has another id; policies that name the old one do not know it."
}

resource "aws_s3_account_public_access_block" {
  category = "identity"
  severity = "high"
  identity = ["id"]
  protected_by = {
    block_public_acls       = true
    block_public_policy     = true
    ignore_public_acls      = true
    restrict_public_buckets = true
  }
  defaults = {
    block_public_acls       = false
    block_public_policy     = false
    ignore_public_acls      = false
    restrict_public_buckets = false
  }
  force_new = ["account_id"]
  recovery  = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_s3_bucket_ownership_controls" {
  category  = "identity"
  severity  = "medium"
  identity  = ["bucket"]
  force_new = ["bucket"]
  recovery  = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_s3_bucket_policy" {
  category  = "identity"
  severity  = "high"
  identity  = ["policy", "bucket"]
  backend   = { s3 = "bucket" }
  force_new = ["bucket"]
  recovery  = "Until the next apply brings it back, whoever relies on it has no access."

  warn "policy" {
    when = "changes"
    says = "A statement that denies everybody locks out its author too; only the account's root user opens it again."
  }

  overwrite {
    onto   = { bucket = "aws_s3_bucket.bucket" }
    effect = "warn"
    says   = "It takes the place of a policy the bucket may have."
  }
}

resource "aws_s3_bucket_public_access_block" {
  category = "identity"
  severity = "high"
  identity = ["bucket"]
  protected_by = {
    block_public_acls       = true
    block_public_policy     = true
    ignore_public_acls      = true
    restrict_public_buckets = true
  }
  defaults = {
    block_public_acls       = false
    block_public_policy     = false
    ignore_public_acls      = false
    restrict_public_buckets = false
  }
  force_new = ["bucket"]
  recovery  = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_s3control_access_grant" {
  category = "identity"
  severity = "medium"
  identity = ["access_grant_id"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_s3control_access_grants_instance" {
  category  = "identity"
  severity  = "high"
  identity  = ["access_grants_instance_id"]
  force_new = ["account_id"]
  recovery  = "A new one has another id; policies that name the old one do not know it."
}

resource "aws_sagemaker_workforce" {
  category  = "identity"
  severity  = "high"
  identity  = ["workforce_name"]
  force_new = ["workforce_name"]
  recovery  = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

resource "aws_sagemaker_workteam" {
  category  = "identity"
  severity  = "medium"
  identity  = ["workteam_name"]
  force_new = ["workforce_name", "workteam_name"]
  recovery  = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_secretsmanager_secret_policy" {
  category     = "identity"
  severity     = "medium"
  identity     = ["policy"]
  protected_by = { block_public_policy = true }
  force_new    = ["secret_arn"]
  recovery     = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_ses_domain_dkim" {
  category  = "identity"
  severity  = "high"
  identity  = ["id"]
  force_new = ["domain"]
  recovery  = "Nothing is deleted outside: Terraform lets go of it, and nobody looks after it."
}

resource "aws_ses_domain_identity" {
  category  = "identity"
  severity  = "high"
  identity  = ["id"]
  force_new = ["domain"]
  recovery  = "A new one has another id; policies that name the old one do not know it."
}

resource "aws_ses_email_identity" {
  category  = "identity"
  severity  = "medium"
  identity  = ["id"]
  force_new = ["email"]
  recovery  = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_sesv2_email_identity" {
  category  = "identity"
  severity  = "high"
  identity  = ["email_identity"]
  force_new = ["email_identity"]
  recovery  = "A new one has another id; policies that name the old one do not know it."
}

resource "aws_sns_topic_policy" {
  category  = "identity"
  severity  = "medium"
  identity  = ["policy"]
  force_new = ["arn"]
  recovery  = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_sqs_queue_policy" {
  category  = "identity"
  severity  = "medium"
  identity  = ["policy"]
  force_new = ["queue_url"]
  recovery  = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_ssm_activation" {
  category  = "identity"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["description", "expiration_date", "iam_role", "name", "registration_limit"]
  recovery  = "A new one has another id; policies that name the old one do not know it."
}

resource "aws_ssoadmin_application" {
  category     = "identity"
  severity     = "high"
  identity     = ["name"]
  protected_by = { status = "ENABLED" }
  recovery     = "A new one has another id; policies that name the old one do not know it."
}

resource "aws_ssoadmin_application_assignment" {
  category  = "identity"
  severity  = "medium"
  identity  = ["id"]
  force_new = ["application_arn", "principal_id", "principal_type"]
  recovery  = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_ssoadmin_customer_managed_policy_attachment" {
  category = "identity"
  severity = "medium"
  identity = ["id"]
  force_new = [
    "customer_managed_policy_reference.name", "customer_managed_policy_reference.path",
    "instance_arn", "permission_set_arn",
  ]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_ssoadmin_customer_managed_policy_attachments_exclusive" {
  category = "identity"
  severity = "high"
  identity = ["name"]
  recovery = "Nothing is deleted outside: Terraform lets go of it, and nobody looks after it."
}

resource "aws_ssoadmin_instance_access_control_attributes" {
  category  = "identity"
  severity  = "medium"
  identity  = ["id"]
  force_new = ["instance_arn"]
  recovery  = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_ssoadmin_managed_policy_attachment" {
  category  = "identity"
  severity  = "medium"
  identity  = ["id"]
  force_new = ["instance_arn", "managed_policy_arn", "permission_set_arn"]
  recovery  = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_ssoadmin_managed_policy_attachments_exclusive" {
  category = "identity"
  severity = "high"
  identity = ["name"]
  recovery = "Nothing is deleted outside: Terraform lets go of it, and nobody looks after it."
}

resource "aws_ssoadmin_permission_set_inline_policy" {
  category  = "identity"
  severity  = "medium"
  identity  = ["inline_policy"]
  force_new = ["instance_arn", "permission_set_arn"]
  recovery  = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_ssoadmin_trusted_token_issuer" {
  category  = "identity"
  severity  = "high"
  identity  = ["name"]
  force_new = ["client_token", "instance_arn", "trusted_token_issuer_type"]
  recovery  = "A new one has another id; policies that name the old one do not know it."
}

resource "aws_transfer_access" {
  category  = "identity"
  severity  = "medium"
  identity  = ["id"]
  force_new = ["server_id"]
  recovery  = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_transfer_agreement" {
  category = "identity"
  severity = "medium"
  identity = ["agreement_id"]
  recovery = "A new one has another id; policies that name the old one do not know it."
}

resource "aws_transfer_profile" {
  category  = "identity"
  severity  = "medium"
  identity  = ["profile_id"]
  force_new = ["as2_id", "profile_type"]
  recovery  = "A new one has another id; policies that name the old one do not know it."
}

resource "aws_transfer_user" {
  category  = "identity"
  severity  = "high"
  identity  = ["user_name"]
  force_new = ["server_id", "user_name"]
  recovery  = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_verifiedaccess_trust_provider" {
  category = "identity"
  severity = "high"
  identity = ["tags.Name", "id"]
  force_new = [
    "device_trust_provider_type", "native_application_oidc_options.authorization_endpoint",
    "native_application_oidc_options.client_id", "native_application_oidc_options.issuer",
    "native_application_oidc_options.public_signing_key_endpoint",
    "native_application_oidc_options.token_endpoint",
    "native_application_oidc_options.user_info_endpoint", "oidc_options.authorization_endpoint",
    "oidc_options.client_id", "oidc_options.issuer", "oidc_options.token_endpoint",
    "oidc_options.user_info_endpoint", "policy_reference_name", "trust_provider_type",
    "user_trust_provider_type",
  ]
  recovery = "A new one has another id; policies that name the old one do not know it."
}

resource "aws_verifiedpermissions_identity_source" {
  category  = "identity"
  severity  = "medium"
  identity  = ["id"]
  force_new = ["policy_store_id"]
  recovery  = "A new one has another id; policies that name the old one do not know it."
}

resource "aws_verifiedpermissions_policy" {
  category  = "identity"
  severity  = "medium"
  identity  = ["policy_id"]
  force_new = ["policy_store_id"]
  recovery  = "A new one has another id; policies that name the old one do not know it."
}

resource "aws_verifiedpermissions_policy_store" {
  category = "identity"
  severity = "critical"
  identity = ["policy_store_id"]
  recovery = "What is inside goes with it, and no plan lists that. Look inside first."
}

resource "aws_verifiedpermissions_policy_template" {
  category  = "identity"
  severity  = "medium"
  identity  = ["policy_template_id"]
  force_new = ["policy_store_id"]
  recovery  = "A new one has another id; policies that name the old one do not know it."
}

resource "aws_verifiedpermissions_schema" {
  category = "identity"
  severity = "medium"
  identity = ["id"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_vpclattice_auth_policy" {
  category = "identity"
  severity = "medium"
  identity = ["policy"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "aws_workspaces_directory" {
  category = "identity"
  severity = "high"
  identity = ["directory_name", "directory_id"]
  force_new = [
    "active_directory_config.domain_name", "active_directory_config.service_account_secret_arn",
    "directory_id", "subnet_ids", "user_identity_type", "workspace_directory_description",
    "workspace_directory_name", "workspace_type",
  ]
  recovery = "A new one has another id; policies that name the old one do not know it."
}

# Names

resource "aws_amplify_domain_association" {
  category  = "dns"
  severity  = "high"
  identity  = ["domain_name"]
  force_new = ["app_id", "domain_name"]
  recovery  = "Until the next apply brings it back, its names do not resolve."
}

resource "aws_apigatewayv2_domain_name" {
  category  = "dns"
  severity  = "high"
  identity  = ["domain_name"]
  force_new = ["domain_name"]
  recovery  = "A new one has another id, and perhaps other name servers: the names above it have to follow."
}

resource "aws_apprunner_custom_domain_association" {
  category  = "dns"
  severity  = "medium"
  identity  = ["domain_name"]
  force_new = ["domain_name", "enable_www_subdomain", "service_arn"]
  recovery  = "A new one has another id, and perhaps other name servers: the names above it have to follow."
}

resource "aws_appsync_domain_name" {
  category  = "dns"
  severity  = "medium"
  identity  = ["appsync_domain_name", "domain_name"]
  force_new = ["certificate_arn", "domain_name"]
  recovery  = "A new one has another id, and perhaps other name servers: the names above it have to follow."
}

resource "aws_directory_service_conditional_forwarder" {
  category  = "dns"
  severity  = "medium"
  identity  = ["id"]
  force_new = ["directory_id", "remote_domain_name"]
  recovery  = "Until the next apply brings it back, its names do not resolve."
}

resource "aws_eip_domain_name" {
  category  = "dns"
  severity  = "medium"
  identity  = ["domain_name"]
  force_new = ["allocation_id"]
  recovery  = "Its standing with other mail servers is lost and takes weeks to come back."
}

resource "aws_iot_domain_configuration" {
  category = "dns"
  severity = "high"
  identity = ["name", "domain_name"]
  force_new = [
    "domain_name", "name", "server_certificate_arns", "service_type",
    "validation_certificate_arn",
  ]
  recovery = "Until the next apply brings it back, its names do not resolve."
}

resource "aws_lightsail_domain" {
  category  = "dns"
  severity  = "high"
  identity  = ["domain_name"]
  force_new = ["domain_name"]
  recovery  = "A new one has another id, and perhaps other name servers: the names above it have to follow."
}

resource "aws_lightsail_domain_entry" {
  category  = "dns"
  severity  = "medium"
  identity  = ["name", "domain_name"]
  force_new = ["domain_name", "is_alias", "name", "target", "type"]
  recovery  = "Until the next apply brings it back, its names do not resolve."
}

resource "aws_route53_cidr_collection" {
  category  = "dns"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["name"]
  recovery  = "A new one has another id, and perhaps other name servers: the names above it have to follow."
}

resource "aws_route53_health_check" {
  category    = "dns"
  severity    = "medium"
  identity    = ["tags.Name", "id"]
  disarmed_by = { disabled = true }
  defaults    = { disabled = false }
  force_new = [
    "measure_latency", "reference_name", "request_interval", "routing_control_arn", "type",
  ]
  recovery = "A new one has another id, and perhaps other name servers: the names above it have to follow."
}

resource "aws_route53_records_exclusive" {
  category  = "dns"
  severity  = "critical"
  force_new = ["zone_id"]
  recovery  = "Its names resolve no longer, and a new one is served by other name servers."

  overwrite {
    onto = { zone_id = "any" }
    says = "Every record of the zone is deleted that is not listed here."
  }
}

resource "aws_route53_resolver_firewall_rule_group" {
  category  = "dns"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["name"]
  recovery  = "A new one has another id, and perhaps other name servers: the names above it have to follow."
}

resource "aws_route53_resolver_firewall_rule_group_association" {
  category     = "dns"
  severity     = "medium"
  identity     = ["name"]
  protected_by = { mutation_protection = "ENABLED" }
  force_new    = ["firewall_rule_group_id", "vpc_id"]
  recovery     = "Until the next apply brings it back, its names do not resolve."
}

resource "aws_route53_resolver_rule_association" {
  category  = "dns"
  severity  = "high"
  identity  = ["name"]
  force_new = ["name", "resolver_rule_id", "vpc_id"]
  recovery  = "Until the next apply brings it back, its names do not resolve."
}

resource "aws_route53_traffic_policy" {
  category  = "dns"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["document", "name"]
  recovery  = "A new one has another id, and perhaps other name servers: the names above it have to follow."
}

resource "aws_route53_traffic_policy_instance" {
  category  = "dns"
  severity  = "high"
  identity  = ["name"]
  force_new = ["hosted_zone_id", "name"]
  recovery  = "Until the next apply brings it back, its names do not resolve."
}

resource "aws_route53_vpc_association_authorization" {
  category  = "dns"
  severity  = "medium"
  identity  = ["id"]
  force_new = ["vpc_id", "vpc_region", "zone_id"]
  recovery  = "Until the next apply brings it back, its names do not resolve."
}

resource "aws_route53domains_delegation_signer_record" {
  category = "dns"
  severity = "high"
  identity = ["domain_name"]
  force_new = [
    "domain_name", "signing_attributes", "signing_attributes.algorithm",
    "signing_attributes.flags", "signing_attributes.public_key",
  ]
  recovery = "Until the next apply brings it back, its names do not resolve."
}

resource "aws_route53profiles_association" {
  category  = "dns"
  severity  = "high"
  identity  = ["name"]
  force_new = ["name", "profile_id", "resource_id"]
  recovery  = "Until the next apply brings it back, its names do not resolve."
}

resource "aws_route53profiles_profile" {
  category  = "dns"
  severity  = "high"
  identity  = ["name"]
  force_new = ["name"]
  recovery  = "A new one has another id, and perhaps other name servers: the names above it have to follow."
}

resource "aws_route53recoverycontrolconfig_cluster" {
  category  = "dns"
  severity  = "high"
  identity  = ["name"]
  force_new = ["name"]
  recovery  = "It gets another address; whoever calls the old one reaches nobody."
}

resource "aws_route53recoverycontrolconfig_control_panel" {
  category  = "dns"
  severity  = "high"
  identity  = ["name"]
  force_new = ["cluster_arn"]
  recovery  = "A new one has another id, and perhaps other name servers: the names above it have to follow."
}

resource "aws_route53recoverycontrolconfig_routing_control" {
  category  = "dns"
  severity  = "high"
  identity  = ["name"]
  force_new = ["cluster_arn"]
  recovery  = "A new one has another id, and perhaps other name servers: the names above it have to follow."
}

resource "aws_route53recoverycontrolconfig_safety_rule" {
  category  = "dns"
  severity  = "high"
  identity  = ["name"]
  force_new = ["asserted_controls", "control_panel_arn", "gating_controls", "target_controls"]
  recovery  = "Until the next apply brings it back, its names do not resolve."
}

resource "aws_service_discovery_http_namespace" {
  category  = "dns"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["description", "name"]
  recovery  = "A new one has another id, and perhaps other name servers: the names above it have to follow."
}

resource "aws_service_discovery_instance" {
  category  = "dns"
  severity  = "medium"
  identity  = ["instance_id"]
  force_new = ["instance_id", "service_id"]
  recovery  = "Until the next apply brings it back, its names do not resolve."
}

resource "aws_service_discovery_service" {
  category    = "dns"
  severity    = "high"
  identity    = ["name"]
  disarmed_by = { force_destroy = true }
  defaults    = { force_destroy = false }
  force_new = [
    "dns_config.dns_records.type", "dns_config.namespace_id", "dns_config.routing_policy",
    "health_check_config.type", "health_check_custom_config.failure_threshold", "name",
    "namespace_id", "type",
  ]
  recovery = "The name may go to somebody else. A new one has another id, and perhaps other name servers: the names above it have to follow."
}

resource "aws_workspaces_connection_alias" {
  category  = "dns"
  severity  = "high"
  identity  = ["tags.Name", "id"]
  force_new = ["connection_string"]
  recovery  = "Its name may not be free again for a while."
}

# Networks

resource "aws_alb_listener" {
  category  = "network"
  severity  = "high"
  identity  = ["tags.Name", "id"]
  force_new = ["load_balancer_arn"]
  recovery  = "Until the next apply brings it back, traffic that needs it stops."
}

resource "aws_alb_target_group" {
  category = "network"
  severity = "medium"
  identity = ["name"]
  force_new = [
    "ip_address_type", "name", "name_prefix", "port", "protocol", "target_type", "vpc_id",
  ]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "aws_amplify_branch" {
  category  = "network"
  severity  = "medium"
  identity  = ["branch_name", "display_name"]
  force_new = ["app_id", "branch_name"]
  recovery  = "Until the next apply brings it back, traffic that needs it stops."
}

resource "aws_api_gateway_base_path_mapping" {
  category  = "network"
  severity  = "high"
  identity  = ["domain_name"]
  force_new = ["domain_name"]
  recovery  = "Until the next apply brings it back, traffic that needs it stops."
}

resource "aws_api_gateway_rest_api_put" {
  category  = "network"
  severity  = "high"
  force_new = ["body", "fail_on_warnings", "parameters", "rest_api_id", "triggers"]
  recovery  = "Nothing is deleted outside: Terraform lets go of it, and nobody looks after it."
}

resource "aws_api_gateway_stage" {
  category  = "network"
  severity  = "high"
  identity  = ["stage_name"]
  force_new = ["rest_api_id", "stage_name"]
  recovery  = "Until the next apply brings it back, traffic that needs it stops."
}

resource "aws_api_gateway_vpc_link" {
  category  = "network"
  severity  = "high"
  identity  = ["name"]
  force_new = ["target_arns"]
  recovery  = "A new one has another id and address; tell whoever uses the old one first."
}

resource "aws_apigatewayv2_stage" {
  category  = "network"
  severity  = "high"
  identity  = ["name"]
  force_new = ["api_id", "name"]
  recovery  = "Until the next apply brings it back, traffic that needs it stops."
}

resource "aws_apigatewayv2_vpc_link" {
  category  = "network"
  severity  = "high"
  identity  = ["name"]
  force_new = ["security_group_ids", "subnet_ids"]
  recovery  = "A new one has another id and address; tell whoever uses the old one first."
}

resource "aws_appmesh_mesh" {
  category  = "network"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["name"]
  recovery  = "Until the next apply brings it back, traffic that needs it stops."
}

resource "aws_appmesh_virtual_gateway" {
  category  = "network"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["mesh_name", "mesh_owner", "name"]
  recovery  = "Until the next apply brings it back, traffic that needs it stops."
}

resource "aws_appsync_api" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "A new one has another address; whoever knows the old one is cut off."
}

resource "aws_bedrockagentcore_gateway" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "aws_chime_voice_connector" {
  category  = "network"
  severity  = "high"
  identity  = ["name"]
  force_new = ["aws_region"]
  recovery  = "A new one has another id and address; tell whoever uses the old one first."
}

resource "aws_cloudfront_anycast_ip_list" {
  category = "network"
  severity = "critical"
  identity = ["name"]
  recovery = "A new one has another address; whoever knows the old one is cut off."
}

resource "aws_cloudfront_distribution_tenant" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "aws_cloudfront_multitenant_distribution" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "aws_cloudfront_vpc_origin" {
  category = "network"
  severity = "medium"
  identity = ["tags.Name", "id"]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "aws_connect_phone_number" {
  category  = "network"
  severity  = "critical"
  identity  = ["phone_number"]
  force_new = ["country_code", "description", "prefix", "type"]
  recovery  = "The number or address goes back to the pool, and somebody else may get it."
}

resource "aws_db_proxy" {
  category  = "network"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["engine_family", "vpc_subnet_ids"]
  recovery  = "It gets another address; whoever calls the old one reaches nobody."
}

resource "aws_default_network_acl" {
  category  = "network"
  severity  = "high"
  identity  = ["default_network_acl_id"]
  force_new = ["default_network_acl_id"]
  recovery  = "Nothing is deleted outside: Terraform lets go of it, and nobody looks after it."

  overwrite {
    onto = { default_network_acl_id = "any" }
    says = "Every rule of the VPC's default ACL goes that is not written here."
  }
}

resource "aws_default_route_table" {
  category  = "network"
  severity  = "high"
  identity  = ["default_route_table_id"]
  force_new = ["default_route_table_id"]
  recovery  = "Nothing is deleted outside: Terraform lets go of it, and nobody looks after it."

  overwrite {
    onto = { default_route_table_id = "any" }
    says = "Every route of the VPC's main table goes that is not written here."
  }
}

resource "aws_default_security_group" {
  category  = "network"
  severity  = "high"
  identity  = ["name"]
  force_new = ["vpc_id"]
  recovery  = "Nothing is deleted outside: Terraform lets go of it, and nobody looks after it."

  overwrite {
    onto = { vpc_id = "any" }
    says = "Every rule of the VPC's default group goes that is not written here."
  }
}

resource "aws_default_subnet" {
  category    = "network"
  severity    = "high"
  identity    = ["tags.Name", "id"]
  disarmed_by = { force_destroy = true }
  defaults    = { force_destroy = false }
  force_new   = ["availability_zone", "ipv6_native"]
  recovery    = "Nothing is deleted outside: Terraform lets go of it, and nobody looks after it."
}

resource "aws_directory_service_ip_routes_exclusive" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "Nothing is deleted outside: Terraform lets go of it, and nobody looks after it."
}

resource "aws_dx_bgp_peer" {
  category = "network"
  severity = "high"
  identity = ["bgp_peer_id"]
  force_new = [
    "address_family", "amazon_address", "bgp_asn", "bgp_auth_key", "customer_address",
    "virtual_interface_id",
  ]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "aws_dx_connection_association" {
  category  = "network"
  severity  = "high"
  identity  = ["id"]
  force_new = ["connection_id", "lag_id"]
  recovery  = "Until the next apply brings it back, traffic that needs it stops."
}

resource "aws_dx_gateway_association" {
  category = "network"
  severity = "high"
  identity = ["dx_gateway_association_id"]
  force_new = [
    "associated_gateway_id", "associated_gateway_owner_account_id", "dx_gateway_id",
    "vpn_gateway_id",
  ]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "aws_dx_hosted_connection" {
  category  = "network"
  severity  = "critical"
  identity  = ["name", "connection_id"]
  force_new = ["bandwidth", "connection_id", "name", "owner_account_id", "vlan"]
  recovery  = "A new one has another address; whoever knows the old one is cut off."
}

resource "aws_dx_hosted_private_virtual_interface" {
  category = "network"
  severity = "high"
  identity = ["name"]
  force_new = [
    "address_family", "amazon_address", "bgp_asn", "bgp_auth_key", "connection_id",
    "customer_address", "mtu", "name", "owner_account_id", "vlan",
  ]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "aws_dx_hosted_public_virtual_interface" {
  category = "network"
  severity = "high"
  identity = ["name"]
  force_new = [
    "address_family", "amazon_address", "bgp_asn", "bgp_auth_key", "connection_id",
    "customer_address", "name", "owner_account_id", "route_filter_prefixes", "vlan",
  ]
  recovery = "A new one has another address; whoever knows the old one is cut off."
}

resource "aws_dx_hosted_transit_virtual_interface" {
  category = "network"
  severity = "high"
  identity = ["name"]
  force_new = [
    "address_family", "amazon_address", "bgp_asn", "bgp_auth_key", "connection_id",
    "customer_address", "mtu", "name", "owner_account_id", "vlan",
  ]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "aws_dx_lag" {
  category    = "network"
  severity    = "critical"
  identity    = ["name"]
  disarmed_by = { force_destroy = true }
  defaults    = { force_destroy = false }
  force_new   = ["connection_id", "connections_bandwidth", "location", "provider_name"]
  recovery    = "A new one has another address; whoever knows the old one is cut off."
}

resource "aws_dx_private_virtual_interface" {
  category = "network"
  severity = "high"
  identity = ["name"]
  force_new = [
    "address_family", "amazon_address", "bgp_asn", "bgp_auth_key", "connection_id",
    "customer_address", "dx_gateway_id", "name", "vlan", "vpn_gateway_id",
  ]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "aws_dx_public_virtual_interface" {
  category = "network"
  severity = "high"
  identity = ["name"]
  force_new = [
    "address_family", "amazon_address", "bgp_asn", "bgp_auth_key", "connection_id",
    "customer_address", "name", "route_filter_prefixes", "vlan",
  ]
  recovery = "A new one has another address; whoever knows the old one is cut off."
}

resource "aws_dx_transit_virtual_interface" {
  category = "network"
  severity = "high"
  identity = ["name"]
  force_new = [
    "address_family", "amazon_address", "bgp_asn", "bgp_auth_key", "connection_id",
    "customer_address", "dx_gateway_id", "name", "vlan",
  ]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "aws_ec2_carrier_gateway" {
  category  = "network"
  severity  = "medium"
  identity  = ["tags.Name", "id"]
  force_new = ["vpc_id"]
  recovery  = "A new one has another id and address; tell whoever uses the old one first."
}

resource "aws_ec2_client_vpn_authorization_rule" {
  category = "network"
  severity = "medium"
  identity = ["id"]
  force_new = [
    "access_group_id", "authorize_all_groups", "client_vpn_endpoint_id", "description",
    "target_network_cidr",
  ]
  recovery = "Until the next apply brings it back, traffic that needs it stops."
}

resource "aws_ec2_client_vpn_endpoint" {
  category  = "network"
  severity  = "high"
  identity  = ["tags.Name", "id"]
  force_new = ["authentication_options", "client_cidr_block", "transport_protocol"]
  recovery  = "A new one has another id and address; tell whoever uses the old one first."
}

resource "aws_ec2_client_vpn_network_association" {
  category  = "network"
  severity  = "high"
  identity  = ["association_id"]
  force_new = ["client_vpn_endpoint_id", "subnet_id"]
  recovery  = "A new one has another id and address; tell whoever uses the old one first."
}

resource "aws_ec2_instance_connect_endpoint" {
  category  = "network"
  severity  = "medium"
  identity  = ["tags.Name", "id"]
  force_new = ["preserve_client_ip", "security_group_ids", "subnet_id"]
  recovery  = "A new one has another id and address; tell whoever uses the old one first."
}

resource "aws_ec2_managed_prefix_list" {
  category  = "network"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["address_family"]
  recovery  = "A new one has another id and address; tell whoever uses the old one first."
}

resource "aws_ec2_transit_gateway_connect" {
  category  = "network"
  severity  = "high"
  identity  = ["tags.Name", "id"]
  force_new = ["protocol", "transit_gateway_id", "transport_attachment_id"]
  recovery  = "A new one has another id and address; tell whoever uses the old one first."
}

resource "aws_ec2_transit_gateway_connect_peer" {
  category = "network"
  severity = "high"
  identity = ["tags.Name", "id"]
  force_new = [
    "bgp_asn", "inside_cidr_blocks", "peer_address", "transit_gateway_address",
    "transit_gateway_attachment_id",
  ]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "aws_ec2_transit_gateway_multicast_domain" {
  category = "network"
  severity = "medium"
  identity = ["tags.Name", "id"]
  force_new = [
    "auto_accept_shared_associations", "igmpv2_support", "static_sources_support",
    "transit_gateway_id",
  ]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "aws_ec2_transit_gateway_peering_attachment" {
  category = "network"
  severity = "high"
  identity = ["tags.Name", "id"]
  force_new = [
    "options.dynamic_routing", "peer_account_id", "peer_region", "peer_transit_gateway_id",
    "transit_gateway_id",
  ]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "aws_ec2_transit_gateway_policy_table" {
  category  = "network"
  severity  = "medium"
  identity  = ["tags.Name", "id"]
  force_new = ["transit_gateway_id"]
  recovery  = "A new one has another id and address; tell whoever uses the old one first."
}

resource "aws_ec2_transit_gateway_prefix_list_reference" {
  category  = "network"
  severity  = "medium"
  identity  = ["id"]
  force_new = ["prefix_list_id", "transit_gateway_route_table_id"]
  recovery  = "Until the next apply brings it back, traffic that needs it stops."
}

resource "aws_ec2_transit_gateway_route" {
  category = "network"
  severity = "high"
  identity = ["id"]
  force_new = [
    "blackhole", "destination_cidr_block", "transit_gateway_attachment_id",
    "transit_gateway_route_table_id",
  ]
  recovery = "Until the next apply brings it back, traffic that needs it stops."
}

resource "aws_ec2_transit_gateway_route_table" {
  category  = "network"
  severity  = "high"
  identity  = ["tags.Name", "id"]
  force_new = ["transit_gateway_id"]
  recovery  = "A new one has another id and address; tell whoever uses the old one first."
}

resource "aws_ec2_transit_gateway_route_table_association" {
  category  = "network"
  severity  = "high"
  identity  = ["id"]
  force_new = ["transit_gateway_attachment_id", "transit_gateway_route_table_id"]
  recovery  = "Until the next apply brings it back, traffic that needs it stops."
}

resource "aws_ec2_transit_gateway_route_table_propagation" {
  category  = "network"
  severity  = "high"
  identity  = ["id"]
  force_new = ["transit_gateway_attachment_id", "transit_gateway_route_table_id"]
  recovery  = "Until the next apply brings it back, traffic that needs it stops."
}

resource "aws_efs_mount_target" {
  category  = "network"
  severity  = "medium"
  identity  = ["id"]
  force_new = ["file_system_id", "ip_address", "subnet_id"]
  recovery  = "What is using it loses its disk in the middle of work. Stop that first."
}

resource "aws_egress_only_internet_gateway" {
  category  = "network"
  severity  = "medium"
  identity  = ["tags.Name", "id"]
  force_new = ["vpc_id"]
  recovery  = "A new one has another id and address; tell whoever uses the old one first."
}

resource "aws_eip_association" {
  category = "network"
  severity = "medium"
  identity = ["id"]
  force_new = [
    "allocation_id", "allow_reassociation", "instance_id", "network_interface_id",
    "private_ip_address", "public_ip",
  ]
  recovery = "Until the next apply brings it back, traffic that needs it stops."
}

resource "aws_fms_policy" {
  category = "network"
  severity = "high"
  identity = ["name"]
  disarmed_by = {
    delete_all_policy_resources        = true
    delete_unused_fm_managed_resources = true
  }
  defaults = {
    delete_all_policy_resources        = true
    delete_unused_fm_managed_resources = false
  }
  recovery = "Until the next apply brings it back, traffic that needs it stops."
}

resource "aws_globalaccelerator_custom_routing_accelerator" {
  category     = "network"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { enabled = true }
  defaults     = { enabled = true }
  force_new    = ["ip_addresses"]
  recovery     = "A new one has another address; whoever knows the old one is cut off."
}

resource "aws_globalaccelerator_custom_routing_endpoint_group" {
  category  = "network"
  severity  = "medium"
  identity  = ["id"]
  force_new = ["endpoint_group_region", "listener_arn"]
  recovery  = "A new one has another id and address; tell whoever uses the old one first."
}

resource "aws_globalaccelerator_endpoint_group" {
  category  = "network"
  severity  = "high"
  identity  = ["id"]
  force_new = ["endpoint_group_region", "listener_arn"]
  recovery  = "A new one has another id and address; tell whoever uses the old one first."
}

resource "aws_globalaccelerator_listener" {
  category  = "network"
  severity  = "high"
  identity  = ["id"]
  force_new = ["accelerator_arn"]
  recovery  = "A new one has another id and address; tell whoever uses the old one first."
}

resource "aws_internet_gateway_attachment" {
  category  = "network"
  severity  = "high"
  identity  = ["id"]
  force_new = ["internet_gateway_id", "vpc_id"]
  recovery  = "Until the next apply brings it back, traffic that needs it stops."
}

resource "aws_ivs_channel" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "It gets another address; whoever calls the old one reaches nobody."
}

resource "aws_ivschat_room" {
  category = "network"
  severity = "medium"
  identity = ["name"]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "aws_lambda_function_url" {
  category  = "network"
  severity  = "high"
  identity  = ["function_url", "url_id"]
  force_new = ["function_name", "qualifier"]
  recovery  = "A new one has another address; whoever knows the old one is cut off."
}

resource "aws_lb_listener_certificate" {
  category  = "network"
  severity  = "medium"
  identity  = ["id"]
  force_new = ["certificate_arn", "listener_arn"]
  recovery  = "Until the next apply brings it back, traffic that needs it stops."
}

resource "aws_lb_target_group" {
  category = "network"
  severity = "medium"
  identity = ["name"]
  force_new = [
    "ip_address_type", "name", "name_prefix", "port", "protocol", "target_type", "vpc_id",
  ]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "aws_lightsail_distribution" {
  category = "network"
  severity = "medium"
  identity = ["name", "domain_name"]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "aws_lightsail_lb" {
  category  = "network"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["instance_port", "name"]
  recovery  = "A new one has another id and address; tell whoever uses the old one first."
}

resource "aws_lightsail_static_ip" {
  category  = "network"
  severity  = "high"
  identity  = ["name"]
  force_new = ["name"]
  recovery  = "A new one has another address; whoever knows the old one is cut off."
}

resource "aws_lightsail_static_ip_attachment" {
  category  = "network"
  severity  = "medium"
  identity  = ["id"]
  force_new = ["instance_name", "static_ip_name"]
  recovery  = "Until the next apply brings it back, traffic that needs it stops."
}

resource "aws_main_route_table_association" {
  category = "network"
  severity = "high"
  identity = ["id"]
  recovery = "Until the next apply brings it back, traffic that needs it stops."
}

resource "aws_media_package_channel" {
  category  = "network"
  severity  = "high"
  identity  = ["channel_id"]
  force_new = ["channel_id"]
  recovery  = "A new one has another address; whoever knows the old one is cut off."
}

resource "aws_media_packagev2_channel_group" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "The name may go to somebody else. A new one has another id and address; tell whoever uses the old one first."
}

resource "aws_medialive_input" {
  category  = "network"
  severity  = "high"
  identity  = ["name"]
  force_new = ["type"]
  recovery  = "It gets another address; whoever calls the old one reaches nobody."
}

resource "aws_msk_vpc_connection" {
  category = "network"
  severity = "medium"
  identity = ["tags.Name", "id"]
  force_new = [
    "authentication", "client_subnets", "security_groups", "target_cluster_arn", "vpc_id",
  ]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "aws_network_acl" {
  category  = "network"
  severity  = "medium"
  identity  = ["tags.Name", "id"]
  force_new = ["vpc_id"]
  recovery  = "A new one has another id and address; tell whoever uses the old one first."
}

resource "aws_network_interface" {
  category  = "network"
  severity  = "medium"
  identity  = ["tags.Name", "id"]
  force_new = ["enable_primary_ipv6", "interface_type", "subnet_id"]
  recovery  = "It gets other addresses; whoever lets only the old ones through turns it away."
}

resource "aws_network_interface_attachment" {
  category  = "network"
  severity  = "medium"
  identity  = ["attachment_id"]
  force_new = ["device_index", "instance_id", "network_interface_id"]
  recovery  = "Until the next apply brings it back, traffic that needs it stops."
}

resource "aws_networkfirewall_firewall_policy" {
  category  = "network"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["firewall_policy.stateless_custom_action", "name"]
  recovery  = "A new one has another id and address; tell whoever uses the old one first."
}

resource "aws_networkfirewall_rule_group" {
  category = "network"
  severity = "medium"
  identity = ["name"]
  force_new = [
    "capacity", "name",
    "rule_group.rules_source.stateless_rules_and_custom_actions.custom_action",
  ]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "aws_networkmanager_connect_attachment" {
  category  = "network"
  severity  = "high"
  identity  = ["attachment_id"]
  force_new = ["core_network_id", "edge_location", "transport_attachment_id"]
  recovery  = "A new one has another id and address; tell whoever uses the old one first."
}

resource "aws_networkmanager_connect_peer" {
  category = "network"
  severity = "medium"
  identity = ["connect_peer_id"]
  force_new = [
    "connect_attachment_id", "core_network_address", "inside_cidr_blocks", "peer_address",
  ]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "aws_networkmanager_core_network" {
  category  = "network"
  severity  = "critical"
  identity  = ["tags.Name", "id"]
  force_new = ["global_network_id"]
  recovery  = "A new one has another address; whoever knows the old one is cut off."
}

resource "aws_networkmanager_core_network_policy_attachment" {
  category  = "network"
  severity  = "high"
  identity  = ["id"]
  force_new = ["core_network_id"]
  recovery  = "Nothing is deleted outside: Terraform lets go of it, and nobody looks after it."

  overwrite {
    onto = { core_network_id = "any" }
    says = "The policy takes effect at once, and segments it leaves out are deleted."
  }
}

resource "aws_networkmanager_dx_gateway_attachment" {
  category  = "network"
  severity  = "high"
  identity  = ["tags.Name", "id"]
  force_new = ["core_network_id", "direct_connect_gateway_arn"]
  recovery  = "A new one has another id and address; tell whoever uses the old one first."
}

resource "aws_networkmanager_global_network" {
  category = "network"
  severity = "high"
  identity = ["tags.Name", "id"]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "aws_networkmanager_site_to_site_vpn_attachment" {
  category  = "network"
  severity  = "high"
  identity  = ["tags.Name", "id"]
  force_new = ["core_network_id", "vpn_connection_arn"]
  recovery  = "A new one has another id and address; tell whoever uses the old one first."
}

resource "aws_networkmanager_transit_gateway_peering" {
  category  = "network"
  severity  = "high"
  identity  = ["tags.Name", "id"]
  force_new = ["core_network_id", "transit_gateway_arn"]
  recovery  = "A new one has another id and address; tell whoever uses the old one first."
}

resource "aws_networkmanager_transit_gateway_registration" {
  category  = "network"
  severity  = "high"
  identity  = ["id"]
  force_new = ["global_network_id", "transit_gateway_arn"]
  recovery  = "Until the next apply brings it back, traffic that needs it stops."
}

resource "aws_networkmanager_vpc_attachment" {
  category  = "network"
  severity  = "high"
  identity  = ["tags.Name", "id"]
  force_new = ["core_network_id", "vpc_arn"]
  recovery  = "A new one has another id and address; tell whoever uses the old one first."
}

resource "aws_odb_network" {
  category = "network"
  severity = "critical"
  identity = ["name"]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "aws_opensearch_outbound_connection" {
  category = "network"
  severity = "medium"
  identity = ["id"]
  force_new = [
    "accept_connection", "connection_alias", "connection_mode",
    "connection_properties.cross_cluster_search.skip_unavailable",
    "local_domain_info.domain_name", "local_domain_info.owner_id", "local_domain_info.region",
    "remote_domain_info.domain_name", "remote_domain_info.owner_id", "remote_domain_info.region",
  ]
  recovery = "The other side has to accept it again by hand. A new one has another id and address; tell whoever uses the old one first."
}

resource "aws_pinpointsmsvoicev2_phone_number" {
  category     = "network"
  severity     = "critical"
  identity     = ["phone_number"]
  protected_by = { deletion_protection_enabled = true }
  defaults     = { deletion_protection_enabled = false }
  recovery     = "The number or address goes back to the pool, and somebody else may get it."
}

resource "aws_pinpointsmsvoicev2_pool" {
  category     = "network"
  severity     = "high"
  identity     = ["name"]
  protected_by = { deletion_protection_enabled = true }
  recovery     = "A new one has another address; whoever knows the old one is cut off."
}

resource "aws_pinpointsmsvoicev2_sender_id" {
  category     = "network"
  severity     = "high"
  identity     = ["name"]
  protected_by = { deletion_protection_enabled = true }
  recovery     = "A new one has another address; whoever knows the old one is cut off."
}

resource "aws_ram_principal_association" {
  category  = "network"
  severity  = "high"
  identity  = ["id"]
  force_new = ["principal", "resource_share_arn"]
  recovery  = "Until the next apply brings it back, traffic that needs it stops."
}

resource "aws_ram_resource_association" {
  category  = "network"
  severity  = "high"
  identity  = ["id"]
  force_new = ["resource_arn", "resource_share_arn"]
  recovery  = "Until the next apply brings it back, traffic that needs it stops."
}

resource "aws_ram_resource_share_associations_exclusive" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "Nothing is deleted outside: Terraform lets go of it, and nobody looks after it."
}

resource "aws_ram_sharing_with_organization" {
  category = "network"
  severity = "high"
  identity = ["id"]
  recovery = "Until the next apply brings it back, traffic that needs it stops."
}

resource "aws_redshift_endpoint_access" {
  category  = "network"
  severity  = "medium"
  identity  = ["cluster_identifier"]
  force_new = ["cluster_identifier", "endpoint_name", "resource_owner", "subnet_group_name"]
  recovery  = "It gets another address; whoever calls the old one reaches nobody."
}

resource "aws_redshiftserverless_endpoint_access" {
  category  = "network"
  severity  = "medium"
  identity  = ["id"]
  force_new = ["endpoint_name", "owner_account", "subnet_ids", "workgroup_name"]
  recovery  = "A new one has another id and address; tell whoever uses the old one first."
}

resource "aws_s3_access_point" {
  category = "network"
  severity = "medium"
  identity = ["name", "domain_name"]
  force_new = [
    "account_id", "bucket", "bucket_account_id", "name",
    "public_access_block_configuration.block_public_acls",
    "public_access_block_configuration.block_public_policy",
    "public_access_block_configuration.ignore_public_acls",
    "public_access_block_configuration.restrict_public_buckets", "vpc_configuration.vpc_id",
  ]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "aws_s3_bucket_website_configuration" {
  category  = "network"
  severity  = "medium"
  identity  = ["bucket"]
  force_new = ["bucket", "expected_bucket_owner"]
  recovery  = "Until the next apply brings it back, traffic that needs it stops."
}

resource "aws_s3control_multi_region_access_point" {
  category = "network"
  severity = "high"
  identity = ["domain_name", "alias"]
  force_new = [
    "account_id", "details.name", "details.public_access_block.block_public_acls",
    "details.public_access_block.block_public_policy",
    "details.public_access_block.ignore_public_acls",
    "details.public_access_block.restrict_public_buckets", "details.region",
  ]
  recovery = "A new one has another address; whoever knows the old one is cut off."
}

resource "aws_s3control_object_lambda_access_point" {
  category  = "network"
  severity  = "medium"
  identity  = ["name", "alias"]
  force_new = ["account_id", "configuration.supporting_access_point", "name"]
  recovery  = "A new one has another id and address; tell whoever uses the old one first."
}

resource "aws_s3outposts_endpoint" {
  category = "network"
  severity = "medium"
  identity = ["id"]
  force_new = [
    "access_type", "customer_owned_ipv4_pool", "outpost_id", "security_group_id", "subnet_id",
  ]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "aws_security_group_rule" {
  category = "network"
  severity = "medium"
  identity = ["security_group_rule_id"]
  force_new = [
    "cidr_blocks", "from_port", "ipv6_cidr_blocks", "prefix_list_ids", "protocol",
    "security_group_id", "self", "source_security_group_id", "to_port", "type",
  ]
  recovery = "Until the next apply brings it back, traffic that needs it stops."
}

resource "aws_sesv2_dedicated_ip_assignment" {
  category  = "network"
  severity  = "medium"
  identity  = ["id"]
  force_new = ["destination_pool_name", "ip"]
  recovery  = "Until the next apply brings it back, traffic that needs it stops."
}

resource "aws_sesv2_dedicated_ip_pool" {
  category  = "network"
  severity  = "high"
  identity  = ["pool_name"]
  force_new = ["pool_name", "scaling_mode"]
  recovery  = "Its standing with other mail servers is lost and takes weeks to come back."
}

resource "aws_transfer_connector" {
  category = "network"
  severity = "medium"
  identity = ["connector_id"]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "aws_verifiedaccess_endpoint" {
  category = "network"
  severity = "high"
  identity = ["tags.Name", "id"]
  force_new = [
    "application_domain", "attachment_type", "cidr_options.cidr", "cidr_options.protocol",
    "cidr_options.subnet_ids", "domain_certificate_arn", "endpoint_domain_prefix",
    "endpoint_type", "load_balancer_options.load_balancer_arn",
    "network_interface_options.network_interface_id", "rds_options.rds_db_cluster_arn",
    "rds_options.rds_db_instance_arn", "rds_options.rds_db_proxy_arn", "rds_options.subnet_ids",
    "security_group_ids",
  ]
  recovery = "It gets another address; whoever calls the old one reaches nobody."
}

resource "aws_verifiedaccess_instance" {
  category  = "network"
  severity  = "high"
  identity  = ["tags.Name", "id"]
  force_new = ["fips_enabled"]
  recovery  = "A new one has another id and address; tell whoever uses the old one first."
}

resource "aws_vpc_block_public_access_options" {
  category = "network"
  severity = "medium"
  identity = ["id"]
  recovery = "Until the next apply brings it back, traffic that needs it stops."
}

resource "aws_vpc_dhcp_options" {
  category = "network"
  severity = "medium"
  identity = ["domain_name"]
  force_new = [
    "domain_name", "domain_name_servers", "ipv6_address_preferred_lease_time",
    "netbios_name_servers", "netbios_node_type", "ntp_servers",
  ]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "aws_vpc_dhcp_options_association" {
  category  = "network"
  severity  = "medium"
  identity  = ["id"]
  force_new = ["vpc_id"]
  recovery  = "Until the next apply brings it back, traffic that needs it stops."
}

resource "aws_vpc_endpoint_connection_accepter" {
  category  = "network"
  severity  = "medium"
  identity  = ["id"]
  force_new = ["vpc_endpoint_id", "vpc_endpoint_service_id"]
  recovery  = "Until the next apply brings it back, traffic that needs it stops."
}

resource "aws_vpc_endpoint_service" {
  category = "network"
  severity = "high"
  identity = ["service_name"]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "aws_vpc_ipam" {
  category    = "network"
  severity    = "critical"
  identity    = ["tags.Name", "id"]
  disarmed_by = { cascade = true }
  recovery    = "A new one has another address; whoever knows the old one is cut off."
}

resource "aws_vpc_ipam_pool" {
  category    = "network"
  severity    = "high"
  identity    = ["tags.Name", "id"]
  disarmed_by = { cascade = true }
  force_new = [
    "address_family", "aws_service", "ipam_scope_id", "locale", "public_ip_source",
    "publicly_advertisable", "source_ipam_pool_id",
  ]
  recovery = "A new one has another address; whoever knows the old one is cut off."
}

resource "aws_vpc_ipam_pool_cidr" {
  category = "network"
  severity = "high"
  identity = ["ipam_pool_cidr_id", "cidr"]
  force_new = [
    "cidr_authorization_context.message", "cidr_authorization_context.signature", "ipam_pool_id",
    "netmask_length",
  ]
  recovery = "An address range of one's own has to be proven again. A new one has another address; whoever knows the old one is cut off."
}

resource "aws_vpc_ipam_pool_cidr_allocation" {
  category  = "network"
  severity  = "medium"
  identity  = ["id"]
  force_new = ["cidr", "description", "disallowed_cidrs", "ipam_pool_id", "netmask_length"]
  recovery  = "Until the next apply brings it back, traffic that needs it stops."
}

resource "aws_vpc_ipam_resource_discovery" {
  category = "network"
  severity = "medium"
  identity = ["tags.Name", "id"]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "aws_vpc_ipam_scope" {
  category = "network"
  severity = "high"
  identity = ["tags.Name", "id"]
  recovery = "A new one has another address; whoever knows the old one is cut off."
}

resource "aws_vpc_ipv4_cidr_block_association" {
  category  = "network"
  severity  = "high"
  identity  = ["id"]
  force_new = ["ipv4_ipam_pool_id", "ipv4_netmask_length", "vpc_id"]
  recovery  = "Until the next apply brings it back, traffic that needs it stops."
}

resource "aws_vpc_ipv6_cidr_block_association" {
  category = "network"
  severity = "high"
  identity = ["id"]
  force_new = [
    "assign_generated_ipv6_cidr_block", "ipv6_ipam_pool_id", "ipv6_netmask_length", "ipv6_pool",
    "vpc_id",
  ]
  recovery = "A new one has another address; whoever knows the old one is cut off."
}

resource "aws_vpc_peering_connection_accepter" {
  category  = "network"
  severity  = "medium"
  identity  = ["tags.Name", "id"]
  force_new = ["vpc_peering_connection_id"]
  recovery  = "Nothing is deleted outside: Terraform lets go of it, and nobody looks after it."
}

resource "aws_vpc_route_server" {
  category  = "network"
  severity  = "high"
  identity  = ["route_server_id"]
  force_new = ["amazon_side_asn"]
  recovery  = "A new one has another id and address; tell whoever uses the old one first."
}

resource "aws_vpc_security_group_egress_rule" {
  category  = "network"
  severity  = "medium"
  identity  = ["tags.Name", "id"]
  force_new = ["security_group_id"]
  recovery  = "Until the next apply brings it back, traffic that needs it stops."
}

resource "aws_vpc_security_group_ingress_rule" {
  category  = "network"
  severity  = "medium"
  identity  = ["tags.Name", "id"]
  force_new = ["security_group_id"]
  recovery  = "Until the next apply brings it back, traffic that needs it stops."
}

resource "aws_vpc_security_group_rules_exclusive" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "Nothing is deleted outside: Terraform lets go of it, and nobody looks after it."
}

resource "aws_vpclattice_listener" {
  category  = "network"
  severity  = "medium"
  identity  = ["name", "listener_id"]
  force_new = ["name", "port", "protocol"]
  recovery  = "Until the next apply brings it back, traffic that needs it stops."
}

resource "aws_vpclattice_resource_configuration" {
  category  = "network"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["name", "resource_configuration_group_id", "resource_gateway_identifier"]
  recovery  = "A new one has another id and address; tell whoever uses the old one first."
}

resource "aws_vpclattice_resource_gateway" {
  category  = "network"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["name", "subnet_ids", "vpc_id"]
  recovery  = "A new one has another id and address; tell whoever uses the old one first."
}

resource "aws_vpclattice_service" {
  category  = "network"
  severity  = "high"
  identity  = ["name"]
  force_new = ["custom_domain_name", "name"]
  recovery  = "A new one has another id and address; tell whoever uses the old one first."
}

resource "aws_vpclattice_service_network" {
  category  = "network"
  severity  = "high"
  identity  = ["name"]
  force_new = ["name"]
  recovery  = "A new one has another id and address; tell whoever uses the old one first."
}

resource "aws_vpclattice_service_network_service_association" {
  category  = "network"
  severity  = "medium"
  identity  = ["tags.Name", "id"]
  force_new = ["service_identifier", "service_network_identifier"]
  recovery  = "Until the next apply brings it back, traffic that needs it stops."
}

resource "aws_vpclattice_service_network_vpc_association" {
  category  = "network"
  severity  = "medium"
  identity  = ["tags.Name", "id"]
  force_new = ["service_network_identifier", "vpc_identifier"]
  recovery  = "Until the next apply brings it back, traffic that needs it stops."
}

resource "aws_vpn_connection_route" {
  category  = "network"
  severity  = "high"
  identity  = ["id"]
  force_new = ["destination_cidr_block", "vpn_connection_id"]
  recovery  = "Until the next apply brings it back, traffic that needs it stops."
}

resource "aws_vpn_gateway_attachment" {
  category  = "network"
  severity  = "high"
  identity  = ["id"]
  force_new = ["vpc_id", "vpn_gateway_id"]
  recovery  = "Until the next apply brings it back, traffic that needs it stops."
}

resource "aws_waf_web_acl" {
  category  = "network"
  severity  = "high"
  identity  = ["name"]
  force_new = ["metric_name", "name"]
  recovery  = "A new one has another id and address; tell whoever uses the old one first."
}

resource "aws_wafregional_web_acl" {
  category  = "network"
  severity  = "high"
  identity  = ["name"]
  force_new = ["metric_name", "name"]
  recovery  = "A new one has another id and address; tell whoever uses the old one first."
}

resource "aws_wafv2_ip_set" {
  category  = "network"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["ip_address_version", "name", "name_prefix", "scope"]
  recovery  = "A new one has another id and address; tell whoever uses the old one first."
}

resource "aws_wafv2_rule_group" {
  category  = "network"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["capacity", "name", "name_prefix", "scope"]
  recovery  = "A new one has another id and address; tell whoever uses the old one first."
}

resource "aws_wafv2_web_acl_association" {
  category  = "network"
  severity  = "high"
  identity  = ["id"]
  force_new = ["resource_arn", "web_acl_arn"]
  recovery  = "Until the next apply brings it back, traffic that needs it stops."
}

resource "aws_workspaces_ip_group" {
  category  = "network"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["description", "name"]
  recovery  = "Until the next apply brings it back, traffic that needs it stops."
}

resource "aws_workspacesweb_portal" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

# What runs

resource "aws_appstream_fleet" {
  category  = "cluster"
  severity  = "medium"
  identity  = ["name", "display_name"]
  force_new = ["fleet_type", "name"]
  recovery  = "Until the next apply brings it back, what runs on it stands still."
}

resource "aws_appstream_image_builder" {
  category = "cluster"
  severity = "high"
  identity = ["name", "display_name"]
  force_new = [
    "appstream_agent_version", "description", "display_name", "enable_default_internet_access",
    "iam_role_arn", "image_arn", "image_name", "instance_type", "name",
  ]
  recovery = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "aws_appstream_stack" {
  category  = "cluster"
  severity  = "medium"
  identity  = ["name", "display_name"]
  force_new = ["name"]
  recovery  = "Until the next apply brings it back, what runs on it stands still."
}

resource "aws_athena_capacity_reservation" {
  category  = "cluster"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["name"]
  recovery  = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "aws_batch_compute_environment" {
  category = "cluster"
  severity = "medium"
  identity = ["compute_environment_name"]
  force_new = [
    "compute_environment_name", "compute_environment_name_prefix",
    "compute_resources.allocation_strategy", "compute_resources.bid_percentage",
    "compute_resources.ec2_configuration.image_id_override",
    "compute_resources.ec2_configuration.image_type", "compute_resources.ec2_key_pair",
    "compute_resources.image_id", "compute_resources.instance_role",
    "compute_resources.instance_type", "compute_resources.launch_template.launch_template_id",
    "compute_resources.launch_template.launch_template_name",
    "compute_resources.launch_template.version", "compute_resources.placement_group",
    "compute_resources.security_group_ids", "compute_resources.spot_iam_fleet_role",
    "compute_resources.subnets", "eks_configuration.eks_cluster_arn",
    "eks_configuration.kubernetes_namespace", "type",
  ]
  recovery = "Until the next apply brings it back, what runs on it stands still."
}

resource "aws_bedrock_provisioned_model_throughput" {
  category  = "cluster"
  severity  = "high"
  identity  = ["tags.Name", "id"]
  force_new = ["model_arn", "model_units", "provisioned_model_name"]
  recovery  = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "aws_bedrockagentcore_agent_runtime" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  recovery = "A new one has another id; whatever refers to the old one has to follow."
}

resource "aws_dax_cluster" {
  category = "cluster"
  severity = "medium"
  identity = ["cluster_name"]
  force_new = [
    "availability_zones", "cluster_endpoint_encryption_type", "cluster_name", "iam_role_arn",
    "node_type", "server_side_encryption.enabled", "subnet_group_name",
  ]
  recovery = "It gets another address; whoever calls the old one reaches nobody."
}

resource "aws_dms_replication_instance" {
  category = "cluster"
  severity = "high"
  identity = ["replication_instance_id"]
  force_new = [
    "availability_zone", "kms_key_arn", "publicly_accessible", "replication_instance_id",
    "replication_subnet_group_id",
  ]
  recovery = "A new one has another id; whatever refers to the old one has to follow."
}

resource "aws_ec2_capacity_block_reservation" {
  category = "cluster"
  severity = "high"
  identity = ["tags.Name", "id"]
  recovery = "Nothing is deleted outside: Terraform lets go of it, and nobody looks after it."
}

resource "aws_ec2_capacity_reservation" {
  category = "cluster"
  severity = "high"
  identity = ["tags.Name", "id"]
  force_new = [
    "availability_zone", "ebs_optimized", "ephemeral_storage", "instance_match_criteria",
    "instance_platform", "instance_type", "tenancy",
  ]
  recovery = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "aws_ec2_fleet" {
  category    = "cluster"
  severity    = "medium"
  identity    = ["tags.Name", "id"]
  disarmed_by = { terminate_instances = true }
  defaults    = { terminate_instances = false }
  force_new = [
    "on_demand_options.allocation_strategy", "replace_unhealthy_instances",
    "spot_options.allocation_strategy", "spot_options.instance_interruption_behavior",
    "spot_options.instance_pools_to_use_count",
    "spot_options.maintenance_strategies.capacity_rebalance.replacement_strategy",
    "spot_options.max_total_price", "spot_options.min_target_capacity",
    "spot_options.single_availability_zone", "spot_options.single_instance_type",
    "target_capacity_specification.default_target_capacity_type",
    "target_capacity_specification.on_demand_target_capacity",
    "target_capacity_specification.spot_target_capacity",
    "target_capacity_specification.target_capacity_unit_type",
    "terminate_instances_with_expiration", "type", "valid_from", "valid_until",
  ]
  recovery = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "aws_ec2_host" {
  category  = "cluster"
  severity  = "medium"
  identity  = ["tags.Name", "id"]
  force_new = ["asset_id", "availability_zone", "outpost_arn"]
  recovery  = "The number or address goes back to the pool, and somebody else may get it."
}

resource "aws_ec2_instance_state" {
  category     = "cluster"
  severity     = "high"
  identity     = ["state"]
  protected_by = { state = "running" }
  disarmed_by  = { force = true }
  defaults     = { force = false }
  force_new    = ["instance_id"]
  recovery     = "Nothing is deleted outside: Terraform lets go of it, and nobody looks after it."
}

resource "aws_ecs_capacity_provider" {
  category     = "cluster"
  severity     = "medium"
  identity     = ["name"]
  protected_by = { "auto_scaling_group_provider.managed_termination_protection" = "ENABLED" }
  force_new    = ["auto_scaling_group_provider.auto_scaling_group_arn", "name"]
  recovery     = "Until the next apply brings it back, what runs on it stands still."
}

resource "aws_ecs_cluster_capacity_providers" {
  category  = "cluster"
  severity  = "medium"
  identity  = ["id"]
  force_new = ["cluster_name"]
  recovery  = "Until the next apply brings it back, what runs on it stands still."
}

resource "aws_ecs_task_set" {
  category    = "cluster"
  severity    = "high"
  identity    = ["task_set_id"]
  disarmed_by = { force_delete = true }
  force_new = [
    "capacity_provider_strategy", "cluster", "external_id", "launch_type", "load_balancer",
    "network_configuration.assign_public_ip", "network_configuration.security_groups",
    "network_configuration.subnets", "platform_version", "service",
    "service_registries.container_name", "service_registries.container_port",
    "service_registries.port", "service_registries.registry_arn", "task_definition",
  ]
  recovery = "Until the next apply brings it back, what runs on it stands still."
}

resource "aws_eks_addon" {
  category     = "cluster"
  severity     = "medium"
  identity     = ["addon_name"]
  protected_by = { preserve = true }
  force_new    = ["addon_name", "cluster_name"]
  recovery     = "Until the next apply brings it back, what runs on it stands still."
}

resource "aws_eks_fargate_profile" {
  category = "cluster"
  severity = "medium"
  identity = ["fargate_profile_name"]
  force_new = [
    "cluster_name", "fargate_profile_name", "pod_execution_role_arn", "selector", "subnet_ids",
  ]
  recovery = "Until the next apply brings it back, what runs on it stands still."
}

resource "aws_emr_instance_fleet" {
  category = "cluster"
  severity = "medium"
  identity = ["name"]
  force_new = [
    "cluster_id", "instance_type_configs",
    "launch_specifications.on_demand_specification.allocation_strategy",
    "launch_specifications.spot_specification.allocation_strategy",
    "launch_specifications.spot_specification.block_duration_minutes",
    "launch_specifications.spot_specification.timeout_action",
    "launch_specifications.spot_specification.timeout_duration_minutes", "name",
  ]
  recovery = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "aws_emr_instance_group" {
  category = "cluster"
  severity = "medium"
  identity = ["name"]
  force_new = [
    "bid_price", "cluster_id", "ebs_config", "ebs_optimized", "instance_type", "name",
  ]
  recovery = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "aws_emrcontainers_virtual_cluster" {
  category = "cluster"
  severity = "medium"
  identity = ["name"]
  force_new = [
    "container_provider.id", "container_provider.info.eks_info.namespace",
    "container_provider.type", "name",
  ]
  recovery = "A new one has another id; whatever refers to the old one has to follow."
}

resource "aws_emrserverless_application" {
  category = "cluster"
  severity = "medium"
  identity = ["name"]
  force_new = [
    "name", "network_configuration.security_group_ids", "network_configuration.subnet_ids",
    "type",
  ]
  recovery = "A new one has another id; whatever refers to the old one has to follow."
}

resource "aws_finspace_kx_cluster" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  force_new = [
    "auto_scaling_configuration.auto_scaling_metric", "auto_scaling_configuration.max_node_count",
    "auto_scaling_configuration.metric_target", "auto_scaling_configuration.min_node_count",
    "auto_scaling_configuration.scale_in_cooldown_seconds",
    "auto_scaling_configuration.scale_out_cooldown_seconds", "availability_zone_id", "az_mode",
    "cache_storage_configurations.size", "cache_storage_configurations.type",
    "capacity_configuration.node_count", "capacity_configuration.node_type",
    "database.cache_configurations.cache_type", "database.database_name",
    "database.dataview_name", "description", "environment_id", "execution_role", "name",
    "release_label", "savedown_storage_configuration.size", "savedown_storage_configuration.type",
    "savedown_storage_configuration.volume_name", "scaling_group_configuration.cpu",
    "scaling_group_configuration.memory_limit", "scaling_group_configuration.memory_reservation",
    "scaling_group_configuration.node_count", "scaling_group_configuration.scaling_group_name",
    "tickerplant_log_configuration.tickerplant_log_volumes", "type",
    "vpc_configuration.ip_address_type", "vpc_configuration.security_group_ids",
    "vpc_configuration.subnet_ids", "vpc_configuration.vpc_id",
  ]
  recovery = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "aws_gamelift_fleet" {
  category     = "cluster"
  severity     = "high"
  identity     = ["name"]
  protected_by = { new_game_session_protection_policy = "FullProtection" }
  force_new    = ["build_id", "ec2_instance_type", "fleet_type", "instance_role_arn", "script_id"]
  recovery     = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "aws_gamelift_game_server_group" {
  category     = "cluster"
  severity     = "high"
  identity     = ["game_server_group_name"]
  protected_by = { game_server_protection_policy = "FULL_PROTECTION" }
  force_new = [
    "auto_scaling_policy.estimated_instance_warmup",
    "auto_scaling_policy.target_tracking_configuration.target_value", "game_server_group_name",
    "launch_template.name", "launch_template.version", "max_size", "min_size", "vpc_subnets",
  ]
  recovery = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "aws_kinesis_analytics_application" {
  category  = "cluster"
  severity  = "high"
  identity  = ["name"]
  force_new = ["description", "name"]
  recovery  = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "aws_kinesisanalyticsv2_application" {
  category     = "cluster"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { "application_configuration.application_snapshot_configuration.snapshots_enabled" = true }
  disarmed_by  = { force_stop = true }
  force_new    = ["application_mode", "description", "name"]
  recovery     = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "aws_lambda_provisioned_concurrency_config" {
  category     = "cluster"
  severity     = "medium"
  identity     = ["function_name"]
  protected_by = { skip_destroy = true }
  defaults     = { skip_destroy = false }
  force_new    = ["function_name", "qualifier"]
  recovery     = "Until the next apply brings it back, what runs on it stands still."
}

resource "aws_lightsail_container_service" {
  category  = "cluster"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["name"]
  recovery  = "It gets another address; whoever calls the old one reaches nobody."
}

resource "aws_m2_environment" {
  category = "cluster"
  severity = "high"
  identity = ["name", "environment_id"]
  recovery = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "aws_odb_cloud_exadata_infrastructure" {
  category = "cluster"
  severity = "critical"
  identity = ["name"]
  recovery = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "aws_opsworks_instance" {
  category = "cluster"
  severity = "high"
  identity = ["id"]
  disarmed_by = {
    delete_ebs = true
    delete_eip = true
  }
  defaults = {
    delete_ebs = true
    delete_eip = true
  }
  force_new = [
    "ami_id", "availability_zone", "ebs_block_device", "ebs_optimized", "hostname", "os",
    "root_device_type", "stack_id", "subnet_id", "tenancy", "virtualization_type",
  ]
  recovery = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "aws_opsworks_stack" {
  category  = "cluster"
  severity  = "high"
  identity  = ["name"]
  force_new = ["region", "service_role_arn", "vpc_id"]
  recovery  = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "aws_placement_group" {
  category  = "cluster"
  severity  = "medium"
  identity  = ["name", "placement_group_id"]
  force_new = ["name", "partition_count", "spread_level", "strategy"]
  recovery  = "Until the next apply brings it back, what runs on it stands still."
}

resource "aws_rds_instance_state" {
  category     = "cluster"
  severity     = "high"
  identity     = ["identifier", "state"]
  protected_by = { state = "available" }
  force_new    = ["identifier"]
  recovery     = "Nothing is deleted outside: Terraform lets go of it, and nobody looks after it."
}

resource "aws_sagemaker_app" {
  category  = "cluster"
  severity  = "medium"
  identity  = ["app_name"]
  force_new = ["app_name", "app_type", "domain_id", "space_name", "user_profile_name"]
  recovery  = "Until the next apply brings it back, what runs on it stands still."
}

resource "aws_sagemaker_device_fleet" {
  category  = "cluster"
  severity  = "medium"
  identity  = ["device_fleet_name"]
  force_new = ["device_fleet_name"]
  recovery  = "A new one has another id; whatever refers to the old one has to follow."
}

resource "aws_sagemaker_endpoint" {
  category  = "cluster"
  severity  = "high"
  identity  = ["name"]
  force_new = ["name"]
  recovery  = "Until the next apply brings it back, what runs on it stands still."
}

resource "aws_spot_fleet_request" {
  category    = "cluster"
  severity    = "medium"
  identity    = ["tags.Name", "id"]
  disarmed_by = { terminate_instances_on_delete = true }
  force_new = [
    "allocation_strategy", "context", "fleet_type", "iam_fleet_role",
    "instance_interruption_behaviour", "instance_pools_to_use_count", "launch_specification",
    "launch_template_config", "load_balancers", "on_demand_allocation_strategy",
    "on_demand_max_total_price", "replace_unhealthy_instances",
    "spot_maintenance_strategies.capacity_rebalance.replacement_strategy", "spot_price",
    "target_capacity_unit_type", "target_group_arns", "terminate_instances_with_expiration",
    "valid_from", "valid_until",
  ]
  recovery = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "aws_spot_instance_request" {
  category     = "cluster"
  severity     = "medium"
  identity     = ["tags.Name", "id"]
  protected_by = { disable_api_termination = true }
  disarmed_by  = { "root_block_device.delete_on_termination" = true }
  force_new = [
    "ami", "associate_public_ip_address", "availability_zone", "block_duration_minutes",
    "cpu_core_count", "cpu_options.amd_sev_snp", "cpu_options.core_count",
    "cpu_options.threads_per_core", "cpu_threads_per_core", "disable_api_stop",
    "disable_api_termination", "ebs_block_device", "ebs_optimized", "enable_primary_ipv6",
    "enclave_options.enabled", "get_password_data", "hibernation", "host_id",
    "host_resource_group_arn", "iam_instance_profile", "instance_initiated_shutdown_behavior",
    "instance_interruption_behavior", "instance_type", "ipv6_address_count", "ipv6_addresses",
    "key_name", "launch_group", "launch_template.name", "monitoring", "network_interface",
    "placement_group", "placement_partition_number", "private_ip", "root_block_device.encrypted",
    "root_block_device.kms_key_id", "secondary_private_ips", "security_groups", "subnet_id",
    "tenancy", "user_data", "user_data_base64", "user_data_replace_on_change", "valid_from",
    "valid_until", "vpc_security_group_ids",
  ]
  recovery = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "aws_workspaces_pool" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  recovery = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

# What waits and what delivers it

resource "aws_cloudwatch_event_rule" {
  category     = "queue"
  severity     = "medium"
  identity     = ["name"]
  protected_by = { state = "ENABLED" }
  disarmed_by  = { force_destroy = true }
  defaults     = { force_destroy = false }
  force_new    = ["event_bus_name", "name", "name_prefix"]
  recovery     = "Until the next apply brings it back, nothing is delivered, and some of it is lost."
}

resource "aws_cloudwatch_event_target" {
  category    = "queue"
  severity    = "medium"
  identity    = ["target_id"]
  disarmed_by = { force_destroy = true }
  defaults    = { force_destroy = false }
  force_new   = ["event_bus_name", "rule", "target_id"]
  recovery    = "What happens meanwhile is lost. Until the next apply brings it back, nothing is delivered, and some of it is lost."
}

resource "aws_iot_topic_rule" {
  category     = "queue"
  severity     = "medium"
  identity     = ["name"]
  protected_by = { enabled = true }
  defaults     = { enabled = false }
  force_new    = ["name"]
  recovery     = "What happens meanwhile is lost. Until the next apply brings it back, nothing is delivered, and some of it is lost."
}

resource "aws_kinesis_stream_consumer" {
  category  = "queue"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["name", "stream_arn"]
  recovery  = "A new one has another id; whatever refers to the old one has to follow."
}

resource "aws_msk_replicator" {
  category = "queue"
  severity = "high"
  identity = ["replicator_name"]
  force_new = [
    "kafka_cluster.vpc_config.subnet_ids", "replication_info_list.source_kafka_cluster_arn",
    "replication_info_list.target_compression_type",
    "replication_info_list.target_kafka_cluster_arn",
    "replication_info_list.topic_replication.starting_position.type",
    "replication_info_list.topic_replication.topic_name_configuration.type",
  ]
  recovery = "A new one has another id; whatever refers to the old one has to follow."
}

resource "aws_msk_topic" {
  category = "queue"
  severity = "critical"
  identity = ["name"]
  recovery = "What waits in it unread is gone. Stop what writes, and drain it first."
}

resource "aws_mskconnect_connector" {
  category = "queue"
  severity = "high"
  identity = ["name"]
  force_new = [
    "description", "kafka_cluster.apache_kafka_cluster.bootstrap_servers",
    "kafka_cluster.apache_kafka_cluster.vpc.security_groups",
    "kafka_cluster.apache_kafka_cluster.vpc.subnets",
    "kafka_cluster_client_authentication.authentication_type",
    "kafka_cluster_encryption_in_transit.encryption_type", "kafkaconnect_version",
    "log_delivery.worker_log_delivery.cloudwatch_logs.enabled",
    "log_delivery.worker_log_delivery.cloudwatch_logs.log_group",
    "log_delivery.worker_log_delivery.firehose.delivery_stream",
    "log_delivery.worker_log_delivery.firehose.enabled",
    "log_delivery.worker_log_delivery.s3.bucket", "log_delivery.worker_log_delivery.s3.enabled",
    "log_delivery.worker_log_delivery.s3.prefix", "name", "plugin", "service_execution_role_arn",
    "worker_configuration.arn", "worker_configuration.revision",
  ]
  recovery = "Its place in the stream is lost: work is done twice or left out."
}

resource "aws_osis_pipeline" {
  category  = "queue"
  severity  = "high"
  identity  = ["pipeline_name"]
  force_new = ["pipeline_name"]
  recovery  = "What waits in it unread is gone. Stop what writes, and drain it first."
}

resource "aws_pipes_pipe" {
  category     = "queue"
  severity     = "high"
  identity     = ["name"]
  protected_by = { desired_state = "RUNNING" }
  force_new = [
    "name", "name_prefix", "source", "source_parameters.activemq_broker_parameters.queue_name",
    "source_parameters.dynamodb_stream_parameters.starting_position",
    "source_parameters.kinesis_stream_parameters.starting_position",
    "source_parameters.kinesis_stream_parameters.starting_position_timestamp",
    "source_parameters.managed_streaming_kafka_parameters.starting_position",
    "source_parameters.managed_streaming_kafka_parameters.topic_name",
    "source_parameters.rabbitmq_broker_parameters.queue_name",
    "source_parameters.rabbitmq_broker_parameters.virtual_host",
    "source_parameters.self_managed_kafka_parameters.additional_bootstrap_servers",
    "source_parameters.self_managed_kafka_parameters.consumer_group_id",
    "source_parameters.self_managed_kafka_parameters.starting_position",
    "source_parameters.self_managed_kafka_parameters.topic_name",
  ]
  recovery = "Its place in the stream is lost: work is done twice or left out."
}

resource "aws_s3_bucket_notification" {
  category  = "queue"
  severity  = "medium"
  identity  = ["bucket"]
  force_new = ["bucket"]
  recovery  = "Until the next apply brings it back, nothing is delivered, and some of it is lost."

  overwrite {
    onto = { bucket = "aws_s3_bucket.bucket" }
    says = "It takes the place of every notification the bucket has."
  }
}

resource "aws_scheduler_schedule" {
  category     = "queue"
  severity     = "medium"
  identity     = ["name"]
  protected_by = { state = "ENABLED" }
  force_new    = ["group_name", "name", "name_prefix"]
  recovery     = "Until the next apply brings it back, nothing is delivered, and some of it is lost."
}

resource "aws_scheduler_schedule_group" {
  category  = "queue"
  severity  = "high"
  identity  = ["name"]
  force_new = ["name", "name_prefix"]
  recovery  = "What waits in it unread is gone. Stop what writes, and drain it first."
}

resource "aws_ses_active_receipt_rule_set" {
  category = "queue"
  severity = "high"
  identity = ["rule_set_name"]
  recovery = "Until the next apply brings it back, nothing is delivered, and some of it is lost."
}

resource "aws_ses_receipt_rule" {
  category     = "queue"
  severity     = "high"
  identity     = ["name"]
  protected_by = { enabled = true }
  defaults     = { enabled = false }
  force_new    = ["name", "rule_set_name"]
  recovery     = "Until the next apply brings it back, nothing is delivered, and some of it is lost."
}

resource "aws_ses_receipt_rule_set" {
  category  = "queue"
  severity  = "high"
  identity  = ["rule_set_name"]
  force_new = ["rule_set_name"]
  recovery  = "Until the next apply brings it back, nothing is delivered, and some of it is lost."
}

resource "aws_sfn_activity" {
  category  = "queue"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["name"]
  recovery  = "Until the next apply brings it back, nothing is delivered, and some of it is lost."
}

resource "aws_sns_platform_application" {
  category  = "queue"
  severity  = "high"
  identity  = ["name"]
  force_new = ["name", "platform"]
  recovery  = "What waits in it unread is gone. Stop what writes, and drain it first."
}

resource "aws_sns_topic_subscription" {
  category  = "queue"
  severity  = "medium"
  identity  = ["id"]
  force_new = ["endpoint", "protocol", "topic_arn"]
  recovery  = "Until the next apply brings it back, nothing is delivered, and some of it is lost."

  warn "filter_policy" {
    when = "added"
    says = "Messages that do not match are no longer delivered."
  }

  warn "filter_policy" {
    when = "changes"
    says = "Messages that do not match are no longer delivered."
  }
}

resource "aws_sqs_queue_redrive_policy" {
  category  = "queue"
  severity  = "medium"
  identity  = ["redrive_policy"]
  force_new = ["queue_url"]
  recovery  = "Until the next apply brings it back, nothing is delivered, and some of it is lost."
}

resource "aws_swf_domain" {
  category = "queue"
  severity = "medium"
  identity = ["name"]
  force_new = [
    "description", "name", "name_prefix", "workflow_execution_retention_period_in_days",
  ]
  recovery = "What waits in it unread is gone. Stop what writes, and drain it first."
}

# What was published

resource "aws_ecr_lifecycle_policy" {
  category  = "registry"
  severity  = "medium"
  identity  = ["policy"]
  force_new = ["policy", "repository"]
  recovery  = "Until the next apply brings it back, whatever fetches from it fails."

  overwrite {
    onto = { repository = "aws_ecr_repository.name" }
    says = "Images that its rules are about are deleted within a day."
  }
}

resource "aws_elastic_beanstalk_application_version" {
  category    = "registry"
  severity    = "medium"
  identity    = ["name", "bucket"]
  disarmed_by = { force_delete = true }
  defaults    = { force_delete = false }
  force_new   = ["application", "bucket", "key", "name"]
  recovery    = "What was published in it is gone, and whatever fetches it fails. Copy it elsewhere first."
}

resource "aws_gamelift_build" {
  category = "registry"
  severity = "medium"
  identity = ["name"]
  force_new = [
    "operating_system", "storage_location.bucket", "storage_location.key",
    "storage_location.object_version", "storage_location.role_arn",
  ]
  recovery = "What was published in it is gone, and whatever fetches it fails. Copy it elsewhere first."
}

resource "aws_glue_registry" {
  category  = "registry"
  severity  = "high"
  identity  = ["registry_name"]
  force_new = ["registry_name"]
  recovery  = "What was published in it is gone, and whatever fetches it fails. Copy it elsewhere first."
}

resource "aws_glue_schema" {
  category  = "registry"
  severity  = "high"
  identity  = ["schema_name"]
  force_new = ["schema_name"]
  recovery  = "What was published in it is gone, and whatever fetches it fails. Copy it elsewhere first."
}

resource "aws_imagebuilder_component" {
  category     = "registry"
  severity     = "medium"
  identity     = ["name"]
  protected_by = { skip_destroy = true }
  defaults     = { skip_destroy = false }
  force_new = [
    "change_description", "data", "description", "kms_key_id", "name", "platform",
    "supported_os_versions", "uri", "version",
  ]
  recovery = "A new one has another id; whatever refers to the old one has to follow."
}

resource "aws_imagebuilder_image" {
  category = "registry"
  severity = "medium"
  identity = ["name"]
  force_new = [
    "container_recipe_arn", "distribution_configuration_arn", "enhanced_image_metadata_enabled",
    "image_recipe_arn", "image_tests_configuration.image_tests_enabled",
    "image_tests_configuration.timeout_minutes", "infrastructure_configuration_arn", "workflow",
  ]
  recovery = "What was published in it is gone, and whatever fetches it fails. Copy it elsewhere first."
}

resource "aws_imagebuilder_lifecycle_policy" {
  category = "registry"
  severity = "medium"
  identity = ["name"]
  recovery = "Until the next apply brings it back, whatever fetches from it fails."

  overwrite {
    says = "Images and snapshots that its rules are about are deleted."
  }
}

resource "aws_m2_application" {
  category = "registry"
  severity = "high"
  identity = ["name", "application_id"]
  recovery = "What was published in it is gone, and whatever fetches it fails. Copy it elsewhere first."
}

resource "aws_mskconnect_custom_plugin" {
  category = "registry"
  severity = "medium"
  identity = ["name"]
  force_new = [
    "content_type", "description", "location.s3.bucket_arn", "location.s3.file_key",
    "location.s3.object_version", "name",
  ]
  recovery = "A new one has another id; whatever refers to the old one has to follow."
}

resource "aws_opensearch_package" {
  category = "registry"
  severity = "medium"
  identity = ["package_name", "package_id"]
  force_new = [
    "package_name", "package_source.s3_bucket_name", "package_source.s3_key", "package_type",
  ]
  recovery = "Until the next apply brings it back, whatever fetches from it fails."
}

resource "aws_rds_custom_db_engine_version" {
  category = "registry"
  severity = "medium"
  identity = ["engine_version"]
  force_new = [
    "database_installation_files_s3_bucket_name", "database_installation_files_s3_prefix",
    "engine", "engine_version", "filename", "kms_key_id", "manifest", "source_image_id",
  ]
  recovery = "A new one has another id; whatever refers to the old one has to follow."
}

resource "aws_sagemaker_hub" {
  category  = "registry"
  severity  = "medium"
  identity  = ["hub_name"]
  force_new = ["hub_name", "s3_storage_config.s3_output_path"]
  recovery  = "What was published in it is gone, and whatever fetches it fails. Copy it elsewhere first."
}

resource "aws_sagemaker_image" {
  category  = "registry"
  severity  = "medium"
  identity  = ["image_name", "display_name"]
  force_new = ["image_name", "role_arn"]
  recovery  = "A new one has another id; whatever refers to the old one has to follow."
}

resource "aws_sagemaker_image_version" {
  category  = "registry"
  severity  = "medium"
  identity  = ["id"]
  force_new = ["base_image", "image_name"]
  recovery  = "A new one has another id; whatever refers to the old one has to follow."
}

resource "aws_sagemaker_model" {
  category = "registry"
  severity = "medium"
  identity = ["name"]
  force_new = [
    "container.container_hostname", "container.environment", "container.image",
    "container.image_config.repository_access_mode",
    "container.image_config.repository_auth_config.repository_credentials_provider_arn",
    "container.inference_specification_name", "container.mode",
    "container.model_data_source.s3_data_source.compression_type",
    "container.model_data_source.s3_data_source.model_access_config.accept_eula",
    "container.model_data_source.s3_data_source.s3_data_type",
    "container.model_data_source.s3_data_source.s3_uri", "container.model_data_url",
    "container.model_package_name", "container.multi_model_config.model_cache_setting",
    "enable_network_isolation", "execution_role_arn", "name",
    "primary_container.container_hostname", "primary_container.environment",
    "primary_container.image", "primary_container.image_config.repository_access_mode",
    "primary_container.image_config.repository_auth_config.repository_credentials_provider_arn",
    "primary_container.inference_specification_name", "primary_container.mode",
    "primary_container.model_data_source.s3_data_source.compression_type",
    "primary_container.model_data_source.s3_data_source.model_access_config.accept_eula",
    "primary_container.model_data_source.s3_data_source.s3_data_type",
    "primary_container.model_data_source.s3_data_source.s3_uri",
    "primary_container.model_data_url", "primary_container.model_package_name",
    "primary_container.multi_model_config.model_cache_setting",
  ]
  recovery = "Until the next apply brings it back, whatever fetches from it fails."
}

resource "aws_sagemaker_model_package_group" {
  category  = "registry"
  severity  = "high"
  identity  = ["model_package_group_name"]
  force_new = ["model_package_group_description", "model_package_group_name"]
  recovery  = "What was published in it is gone, and whatever fetches it fails. Copy it elsewhere first."
}

resource "aws_schemas_registry" {
  category  = "registry"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["name"]
  recovery  = "What was published in it is gone, and whatever fetches it fails. Copy it elsewhere first."
}

resource "aws_schemas_schema" {
  category  = "registry"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["name", "registry_name"]
  recovery  = "What was published in it is gone, and whatever fetches it fails. Copy it elsewhere first."
}

# Everything else

resource "aws_accessanalyzer_analyzer" {
  category = "other"
  severity = "medium"
  identity = ["analyzer_name"]
  force_new = [
    "analyzer_name", "configuration.unused_access.analysis_rule.exclusion.account_ids",
    "configuration.unused_access.analysis_rule.exclusion.resource_tags",
    "configuration.unused_access.unused_access_age", "type",
  ]
  recovery = "What it has recorded so far is gone. The next apply brings it back; until then it does nothing."
}

resource "aws_account_region" {
  category     = "other"
  severity     = "high"
  identity     = ["region_name"]
  protected_by = { enabled = true }
  defaults     = { enabled = false }
  force_new    = ["account_id", "region_name"]
  recovery     = "The next apply brings it back; until then it does nothing."

  lose "enabled" {
    to   = false
    says = "Everything in the region becomes unreachable."
  }
}

resource "aws_amplify_backend_environment" {
  category  = "other"
  severity  = "medium"
  identity  = ["environment_name"]
  force_new = ["app_id", "deployment_artifacts", "environment_name", "stack_name"]
  recovery  = "What it has gathered is gone; a new one starts from nothing."
}

resource "aws_api_gateway_usage_plan" {
  category = "other"
  severity = "medium"
  identity = ["name"]
  recovery = "A new one has another id; whatever refers to the old one has to follow."
}

resource "aws_appconfig_application" {
  category = "other"
  severity = "high"
  identity = ["name"]
  recovery = "What it has gathered is gone; a new one starts from nothing."
}

resource "aws_appconfig_configuration_profile" {
  category  = "other"
  severity  = "medium"
  identity  = ["name", "configuration_profile_id"]
  force_new = ["application_id", "location_uri", "type"]
  recovery  = "What it has gathered is gone; a new one starts from nothing."
}

resource "aws_appconfig_environment" {
  category  = "other"
  severity  = "medium"
  identity  = ["name", "environment_id"]
  force_new = ["application_id"]
  recovery  = "A new one has another id; whatever refers to the old one has to follow."
}

resource "aws_appflow_flow" {
  category = "other"
  severity = "medium"
  identity = ["name"]
  force_new = [
    "kms_arn", "name", "source_flow_config.source_connector_properties.s3.bucket_name",
    "source_flow_config.source_connector_properties.s3.bucket_prefix",
  ]
  recovery = "The next apply brings it back; until then it does nothing."
}

resource "aws_auditmanager_account_registration" {
  category    = "other"
  severity    = "high"
  identity    = ["id"]
  disarmed_by = { deregister_on_destroy = true }
  recovery    = "Some of it can be rebuilt from elsewhere. Find out what, and copy the rest first."
}

resource "aws_bedrock_guardrail" {
  category = "other"
  severity = "medium"
  identity = ["name", "guardrail_id"]
  recovery = "A new one has another id; whatever refers to the old one has to follow."
}

resource "aws_bedrock_guardrail_version" {
  category     = "other"
  severity     = "medium"
  identity     = ["version"]
  protected_by = { skip_destroy = true }
  force_new    = ["description", "guardrail_arn"]
  recovery     = "What it has gathered is gone; a new one starts from nothing."
}

resource "aws_bedrockagent_agent" {
  category    = "other"
  severity    = "high"
  identity    = ["agent_name", "agent_id"]
  disarmed_by = { skip_resource_in_use_check = true }
  defaults    = { skip_resource_in_use_check = false }
  force_new   = ["agent_resource_role_arn"]
  recovery    = "A new one has another id; whatever refers to the old one has to follow."
}

resource "aws_bedrockagent_agent_alias" {
  category  = "other"
  severity  = "medium"
  identity  = ["agent_alias_name", "agent_alias_id"]
  force_new = ["agent_id"]
  recovery  = "A new one has another id; whatever refers to the old one has to follow."
}

resource "aws_budgets_budget" {
  category  = "other"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["account_id", "name", "name_prefix"]
  recovery  = "Some of it can be rebuilt from elsewhere. Find out what, and copy the rest first."
}

resource "aws_budgets_budget_action" {
  category  = "other"
  severity  = "medium"
  identity  = ["action_id"]
  force_new = ["account_id", "action_type", "budget_name"]
  recovery  = "The next apply brings it back; until then it does nothing."
}

resource "aws_ce_cost_category" {
  category  = "other"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["name", "rule_version"]
  recovery  = "The next apply brings it back; until then it does nothing."
}

resource "aws_cloudfront_function" {
  category  = "other"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["name"]
  recovery  = "The next apply brings it back; until then it does nothing."
}

resource "aws_cloudwatch_composite_alarm" {
  category     = "other"
  severity     = "medium"
  identity     = ["alarm_name"]
  protected_by = { actions_enabled = true }
  defaults     = { actions_enabled = true }
  force_new    = ["actions_enabled", "alarm_name"]
  recovery     = "The next apply brings it back; until then it does nothing."
}

resource "aws_cloudwatch_log_data_protection_policy" {
  category  = "other"
  severity  = "medium"
  identity  = ["id"]
  force_new = ["log_group_name"]
  recovery  = "The next apply brings it back; until then it does nothing."
}

resource "aws_cloudwatch_log_destination" {
  category  = "other"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["name"]
  recovery  = "The next apply brings it back; until then it does nothing."
}

resource "aws_cloudwatch_log_subscription_filter" {
  category  = "other"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["destination_arn", "log_group_name", "name"]
  recovery  = "The next apply brings it back; until then it does nothing."
}

resource "aws_cloudwatch_metric_stream" {
  category  = "other"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["name", "name_prefix"]
  recovery  = "The next apply brings it back; until then it does nothing."
}

resource "aws_codebuild_project" {
  category  = "other"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["name"]
  recovery  = "What it has recorded so far is gone. Some of it can be rebuilt from elsewhere. Find out what, and copy the rest first."
}

resource "aws_codedeploy_app" {
  category  = "other"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["compute_platform"]
  recovery  = "What it has recorded so far is gone. Some of it can be rebuilt from elsewhere. Find out what, and copy the rest first."
}

resource "aws_codedeploy_deployment_group" {
  category = "other"
  severity = "medium"
  identity = ["deployment_group_name", "deployment_group_id"]
  recovery = "Some of it can be rebuilt from elsewhere. Find out what, and copy the rest first."
}

resource "aws_codepipeline" {
  category  = "other"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["name"]
  recovery  = "What it has recorded so far is gone. Some of it can be rebuilt from elsewhere. Find out what, and copy the rest first."
}

resource "aws_config_configuration_aggregator" {
  category  = "other"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["name"]
  recovery  = "The next apply brings it back; until then it does nothing."
}

resource "aws_config_conformance_pack" {
  category  = "other"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["name"]
  recovery  = "The next apply brings it back; until then it does nothing."
}

resource "aws_config_retention_configuration" {
  category = "other"
  severity = "medium"
  identity = ["name"]
  recovery = "The next apply brings it back; until then it does nothing."

  lose "retention_period_in_days" {
    when = "shrinks"
    says = "The configuration history older than that is deleted."
  }
}

resource "aws_connect_contact_flow" {
  category  = "other"
  severity  = "medium"
  identity  = ["name", "contact_flow_id"]
  force_new = ["type"]
  recovery  = "A new one has another id; whatever refers to the old one has to follow."
}

resource "aws_connect_queue" {
  category = "other"
  severity = "medium"
  identity = ["name", "queue_id"]
  recovery = "Some of it can be rebuilt from elsewhere. Find out what, and copy the rest first."
}

resource "aws_datapipeline_pipeline" {
  category  = "other"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["description", "name"]
  recovery  = "What it has gathered is gone; a new one starts from nothing."
}

resource "aws_datasync_agent" {
  category = "other"
  severity = "medium"
  identity = ["name"]
  force_new = [
    "activation_key", "ip_address", "private_link_endpoint", "security_group_arns", "subnet_arns",
    "vpc_endpoint_id",
  ]
  recovery = "A new one has another id; whatever refers to the old one has to follow."
}

resource "aws_db_option_group" {
  category     = "other"
  severity     = "medium"
  identity     = ["name"]
  protected_by = { skip_destroy = true }
  defaults     = { skip_destroy = false }
  force_new = [
    "engine_name", "major_engine_version", "name", "name_prefix", "option_group_description",
  ]
  recovery = "The next apply brings it back; until then it does nothing."
}

resource "aws_dms_replication_config" {
  category = "other"
  severity = "high"
  identity = ["replication_config_identifier"]
  force_new = [
    "compute_config.availability_zone", "compute_config.kms_key_id",
    "compute_config.replication_subnet_group_id", "replication_config_identifier",
    "resource_identifier",
  ]
  recovery = "Its place in the stream is lost: work is done twice or left out. What it has gathered is gone; a new one starts from nothing."
}

resource "aws_dms_replication_task" {
  category = "other"
  severity = "high"
  identity = ["replication_task_id"]
  force_new = [
    "replication_task_id", "resource_identifier", "source_endpoint_arn", "target_endpoint_arn",
  ]
  recovery = "Its place in the stream is lost: work is done twice or left out. What it has gathered is gone; a new one starts from nothing."
}

resource "aws_dynamodb_kinesis_streaming_destination" {
  category  = "other"
  severity  = "medium"
  identity  = ["id"]
  force_new = ["approximate_creation_date_time_precision", "stream_arn", "table_name"]
  recovery  = "The next apply brings it back; until then it does nothing."
}

resource "aws_elastictranscoder_pipeline" {
  category  = "other"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["name"]
  recovery  = "A new one has another id; whatever refers to the old one has to follow."
}

resource "aws_glue_crawler" {
  category     = "other"
  severity     = "medium"
  identity     = ["name"]
  protected_by = { "schema_change_policy.delete_behavior" = "LOG" }
  force_new    = ["database_name", "name"]
  recovery     = "The next apply brings it back; until then it does nothing."

  disarm "schema_change_policy.delete_behavior" {
    to   = "DELETE_FROM_DATABASE"
    says = "Tables whose files are gone are dropped from the catalog."
  }
}

resource "aws_glue_data_quality_ruleset" {
  category = "other"
  severity = "medium"
  identity = ["name", "ruleset"]
  force_new = [
    "name", "target_table.catalog_id", "target_table.database_name", "target_table.table_name",
  ]
  recovery = "The next apply brings it back; until then it does nothing."
}

resource "aws_glue_job" {
  category  = "other"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["name"]
  recovery  = "What it has gathered is gone; a new one starts from nothing."
}

resource "aws_glue_trigger" {
  category     = "other"
  severity     = "medium"
  identity     = ["name"]
  protected_by = { enabled = true }
  defaults     = { enabled = true }
  force_new    = ["name", "type", "workflow_name"]
  recovery     = "The next apply brings it back; until then it does nothing."
}

resource "aws_glue_user_defined_function" {
  category  = "other"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["catalog_id", "database_name", "name"]
  recovery  = "The next apply brings it back; until then it does nothing."
}

resource "aws_glue_workflow" {
  category  = "other"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["name"]
  recovery  = "The next apply brings it back; until then it does nothing."
}

resource "aws_guardduty_member" {
  category = "other"
  severity = "medium"
  identity = ["id"]
  force_new = [
    "account_id", "detector_id", "disable_email_notification", "email", "invitation_message",
  ]
  recovery = "The next apply brings it back; until then it does nothing."
}

resource "aws_inspector2_enabler" {
  category = "other"
  severity = "medium"
  identity = ["id"]
  recovery = "What it has recorded so far is gone. What it has gathered is gone; a new one starts from nothing."
}

resource "aws_inspector2_organization_configuration" {
  category = "other"
  severity = "medium"
  identity = ["id"]
  recovery = "The next apply brings it back; until then it does nothing."
}

resource "aws_iot_thing_group" {
  category  = "other"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["name", "parent_group_name"]
  recovery  = "The next apply brings it back; until then it does nothing."
}

resource "aws_lex_bot" {
  category  = "other"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["locale", "name"]
  recovery  = "What it has gathered is gone; a new one starts from nothing."
}

resource "aws_lexv2models_bot" {
  category  = "other"
  severity  = "high"
  identity  = ["name"]
  force_new = ["name"]
  recovery  = "What it has gathered is gone; a new one starts from nothing."
}

resource "aws_licensemanager_license_configuration" {
  category  = "other"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["license_counting_type", "license_rules"]
  recovery  = "A new one has another id; whatever refers to the old one has to follow."
}

resource "aws_location_place_index" {
  category  = "other"
  severity  = "medium"
  identity  = ["index_name"]
  force_new = ["data_source", "index_name"]
  recovery  = "The next apply brings it back; until then it does nothing."
}

resource "aws_medialive_channel" {
  category  = "other"
  severity  = "high"
  identity  = ["name", "channel_id"]
  force_new = ["channel_class"]
  recovery  = "A new one has another id; whatever refers to the old one has to follow."
}

resource "aws_medialive_multiplex" {
  category  = "other"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["availability_zones"]
  recovery  = "A new one has another id; whatever refers to the old one has to follow."
}

resource "aws_mq_configuration" {
  category  = "other"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["engine_type", "engine_version", "name"]
  recovery  = "Nothing is deleted outside: Terraform lets go of it, and nobody looks after it."
}

resource "aws_msk_configuration" {
  category  = "other"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["kafka_versions", "name"]
  recovery  = "A new one has another id; whatever refers to the old one has to follow."

  lose "server_properties" {
    when    = "shrinks"
    forever = [-1]
    line    = "log.retention.hours"
    says    = "Messages older than that are deleted on every cluster that uses it."
  }

  lose "server_properties" {
    when    = "shrinks"
    forever = [-1]
    line    = "log.retention.minutes"
    says    = "Messages older than that are deleted on every cluster that uses it."
  }

  lose "server_properties" {
    when    = "shrinks"
    forever = [-1]
    line    = "log.retention.ms"
    says    = "Messages older than that are deleted on every cluster that uses it."
  }

  lose "server_properties" {
    when    = "shrinks"
    forever = [-1]
    line    = "log.retention.bytes"
    says    = "The oldest messages beyond that size are deleted on every cluster that uses it."
  }
}

resource "aws_oam_sink" {
  category  = "other"
  severity  = "medium"
  identity  = ["name", "sink_id"]
  force_new = ["name"]
  recovery  = "A new one has another id; whatever refers to the old one has to follow."
}

resource "aws_opsworks_rds_db_instance" {
  category  = "other"
  severity  = "medium"
  identity  = ["id"]
  force_new = ["rds_db_instance_arn", "stack_id"]
  recovery  = "The name may go to somebody else. The next apply brings it back; until then it does nothing."
}

resource "aws_pinpoint_email_channel" {
  category  = "other"
  severity  = "medium"
  identity  = ["id"]
  force_new = ["application_id"]
  recovery  = "The next apply brings it back; until then it does nothing."
}

resource "aws_prometheus_alert_manager_definition" {
  category  = "other"
  severity  = "medium"
  identity  = ["definition"]
  force_new = ["workspace_id"]
  recovery  = "The next apply brings it back; until then it does nothing."
}

resource "aws_prometheus_rule_group_namespace" {
  category  = "other"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["name", "workspace_id"]
  recovery  = "The next apply brings it back; until then it does nothing."
}

resource "aws_qldb_stream" {
  category = "other"
  severity = "medium"
  identity = ["stream_name"]
  force_new = [
    "exclusive_end_time", "inclusive_start_time", "kinesis_configuration.aggregation_enabled",
    "kinesis_configuration.stream_arn", "ledger_name", "role_arn", "stream_name",
  ]
  recovery = "The next apply brings it back; until then it does nothing."
}

resource "aws_quicksight_account_settings" {
  category     = "other"
  severity     = "high"
  protected_by = { termination_protection_enabled = true }
  defaults     = { termination_protection_enabled = true }
  lock         = true
  force_new    = ["aws_account_id", "default_namespace"]
  recovery     = "Nothing is deleted outside: Terraform lets go of it, and nobody looks after it."
}

resource "aws_rds_cluster_activity_stream" {
  category  = "other"
  severity  = "medium"
  identity  = ["id"]
  force_new = ["engine_native_audit_fields_included", "kms_key_id", "mode", "resource_arn"]
  recovery  = "The next apply brings it back; until then it does nothing."
}

resource "aws_rds_integration" {
  category = "other"
  severity = "medium"
  identity = ["integration_name"]
  force_new = [
    "additional_encryption_context", "data_filter", "integration_name", "kms_key_id",
    "source_arn", "target_arn",
  ]
  recovery = "Everything has to be copied again, which takes hours or days. The next apply brings it back; until then it does nothing."
}

resource "aws_redshift_scheduled_action" {
  category  = "other"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["name"]
  recovery  = "The next apply brings it back; until then it does nothing."
}

resource "aws_rekognition_stream_processor" {
  category  = "other"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["kms_key_id", "name", "role_arn"]
  recovery  = "The next apply brings it back; until then it does nothing."
}

resource "aws_sagemaker_monitoring_schedule" {
  category  = "other"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["name"]
  recovery  = "The next apply brings it back; until then it does nothing."
}

resource "aws_sagemaker_pipeline" {
  category  = "other"
  severity  = "medium"
  identity  = ["pipeline_name"]
  force_new = ["pipeline_name"]
  recovery  = "What it has recorded so far is gone. What it has gathered is gone; a new one starts from nothing."
}

resource "aws_sagemaker_project" {
  category  = "other"
  severity  = "medium"
  identity  = ["project_name", "project_id"]
  container = "everything it provisioned"
  force_new = [
    "project_name", "service_catalog_provisioning_details.path_id",
    "service_catalog_provisioning_details.product_id",
  ]
  recovery = "What it has gathered is gone; a new one starts from nothing."
}

resource "aws_securityhub_configuration_policy" {
  category = "other"
  severity = "medium"
  identity = ["name"]
  recovery = "The next apply brings it back; until then it does nothing."
}

resource "aws_securityhub_finding_aggregator" {
  category = "other"
  severity = "medium"
  identity = ["id"]
  recovery = "The next apply brings it back; until then it does nothing."
}

resource "aws_securityhub_member" {
  category  = "other"
  severity  = "medium"
  identity  = ["id"]
  force_new = ["account_id", "email", "invite"]
  recovery  = "The next apply brings it back; until then it does nothing."
}

resource "aws_securityhub_organization_configuration" {
  category     = "other"
  severity     = "medium"
  identity     = ["id"]
  protected_by = { auto_enable = true }
  defaults     = { auto_enable = false }
  recovery     = "The next apply brings it back; until then it does nothing."
}

resource "aws_servicecatalog_portfolio" {
  category = "other"
  severity = "medium"
  identity = ["name"]
  recovery = "A new one has another id; whatever refers to the old one has to follow."
}

resource "aws_servicecatalog_product" {
  category = "other"
  severity = "medium"
  identity = ["name"]
  force_new = [
    "provisioning_artifact_parameters.description",
    "provisioning_artifact_parameters.disable_template_validation",
    "provisioning_artifact_parameters.name",
    "provisioning_artifact_parameters.template_physical_id",
    "provisioning_artifact_parameters.template_url", "provisioning_artifact_parameters.type",
  ]
  recovery = "A new one has another id; whatever refers to the old one has to follow."
}

resource "aws_ses_configuration_set" {
  category  = "other"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["name"]
  recovery  = "The next apply brings it back; until then it does nothing."
}

resource "aws_sesv2_account_suppression_attributes" {
  category = "other"
  severity = "medium"
  identity = ["id"]
  recovery = "Nothing is deleted outside: Terraform lets go of it, and nobody looks after it."
}

resource "aws_sesv2_configuration_set" {
  category  = "other"
  severity  = "medium"
  identity  = ["configuration_set_name"]
  force_new = ["configuration_set_name"]
  recovery  = "The next apply brings it back; until then it does nothing."
}

resource "aws_shield_subscription" {
  category = "other"
  severity = "high"
  identity = ["id"]
  protected_by = {
    skip_destroy = true
    auto_renew   = "ENABLED"
  }
  recovery = "What it has gathered is gone; a new one starts from nothing."
}

resource "aws_ssm_document" {
  category  = "other"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["name"]
  recovery  = "What it has gathered is gone; a new one starts from nothing."
}

resource "aws_ssm_maintenance_window" {
  category     = "other"
  severity     = "medium"
  identity     = ["name"]
  protected_by = { enabled = true }
  defaults     = { enabled = true }
  recovery     = "The next apply brings it back; until then it does nothing."
}

resource "aws_ssm_patch_baseline" {
  category  = "other"
  severity  = "medium"
  identity  = ["name"]
  force_new = ["operating_system"]
  recovery  = "A new one has another id; whatever refers to the old one has to follow."
}

resource "aws_ssmcontacts_contact" {
  category  = "other"
  severity  = "medium"
  identity  = ["display_name", "alias"]
  force_new = ["alias", "type"]
  recovery  = "The next apply brings it back; until then it does nothing."
}

resource "aws_ssmincidents_response_plan" {
  category  = "other"
  severity  = "medium"
  identity  = ["name", "display_name"]
  force_new = ["name"]
  recovery  = "The next apply brings it back; until then it does nothing."
}

resource "aws_synthetics_canary" {
  category    = "other"
  severity    = "medium"
  identity    = ["name"]
  disarmed_by = { delete_lambda = true }
  defaults    = { delete_lambda = false }
  force_new   = ["name"]
  recovery    = "What it has recorded so far is gone. Some of it can be rebuilt from elsewhere. Find out what, and copy the rest first."

  lose "success_retention_period" {
    when = "shrinks"
    says = "Results older than that are deleted."
  }
}

resource "aws_transfer_workflow" {
  category = "other"
  severity = "medium"
  identity = ["tags.Name", "id"]
  force_new = [
    "description",
    "on_exception_steps.copy_step_details.destination_file_location.efs_file_location.file_system_id",
    "on_exception_steps.copy_step_details.destination_file_location.efs_file_location.path",
    "on_exception_steps.copy_step_details.destination_file_location.s3_file_location.bucket",
    "on_exception_steps.copy_step_details.destination_file_location.s3_file_location.key",
    "on_exception_steps.copy_step_details.name",
    "on_exception_steps.copy_step_details.overwrite_existing",
    "on_exception_steps.copy_step_details.source_file_location",
    "on_exception_steps.custom_step_details.name",
    "on_exception_steps.custom_step_details.source_file_location",
    "on_exception_steps.custom_step_details.target",
    "on_exception_steps.custom_step_details.timeout_seconds",
    "on_exception_steps.decrypt_step_details.destination_file_location.efs_file_location.file_system_id",
    "on_exception_steps.decrypt_step_details.destination_file_location.efs_file_location.path",
    "on_exception_steps.decrypt_step_details.destination_file_location.s3_file_location.bucket",
    "on_exception_steps.decrypt_step_details.destination_file_location.s3_file_location.key",
    "on_exception_steps.decrypt_step_details.name",
    "on_exception_steps.decrypt_step_details.overwrite_existing",
    "on_exception_steps.decrypt_step_details.source_file_location",
    "on_exception_steps.decrypt_step_details.type", "on_exception_steps.delete_step_details.name",
    "on_exception_steps.delete_step_details.source_file_location",
    "on_exception_steps.tag_step_details.name",
    "on_exception_steps.tag_step_details.source_file_location",
    "on_exception_steps.tag_step_details.tags.key",
    "on_exception_steps.tag_step_details.tags.value", "on_exception_steps.type",
    "steps.copy_step_details.destination_file_location.efs_file_location.file_system_id",
    "steps.copy_step_details.destination_file_location.efs_file_location.path",
    "steps.copy_step_details.destination_file_location.s3_file_location.bucket",
    "steps.copy_step_details.destination_file_location.s3_file_location.key",
    "steps.copy_step_details.name", "steps.copy_step_details.overwrite_existing",
    "steps.copy_step_details.source_file_location", "steps.custom_step_details.name",
    "steps.custom_step_details.source_file_location", "steps.custom_step_details.target",
    "steps.custom_step_details.timeout_seconds",
    "steps.decrypt_step_details.destination_file_location.efs_file_location.file_system_id",
    "steps.decrypt_step_details.destination_file_location.efs_file_location.path",
    "steps.decrypt_step_details.destination_file_location.s3_file_location.bucket",
    "steps.decrypt_step_details.destination_file_location.s3_file_location.key",
    "steps.decrypt_step_details.name", "steps.decrypt_step_details.overwrite_existing",
    "steps.decrypt_step_details.source_file_location", "steps.decrypt_step_details.type",
    "steps.delete_step_details.name", "steps.delete_step_details.source_file_location",
    "steps.tag_step_details.name", "steps.tag_step_details.source_file_location",
    "steps.tag_step_details.tags.key", "steps.tag_step_details.tags.value", "steps.type",
  ]
  recovery = "A new one has another id; whatever refers to the old one has to follow."
}

resource "aws_xray_group" {
  category  = "other"
  severity  = "medium"
  identity  = ["group_name"]
  force_new = ["group_name"]
  recovery  = "The next apply brings it back; until then it does nothing."
}
