# Resource types of the provider awscc: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

# More that holds data

resource "awscc_aps_workspace" {
  category = "data"
  severity = "critical"
  identity = ["workspace_name", "db_workspace_identifier", "name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "awscc_cassandra_table" {
  category     = "data"
  severity     = "critical"
  identity     = ["table_name", "db_table_identifier", "name"]
  protected_by = { point_in_time_recovery_enabled = true }
  recovery     = "For 35 days it can still be brought back, by hand and under its old name; after that nothing does."
}

resource "awscc_cloudformation_stack" {
  category  = "data"
  severity  = "critical"
  identity  = ["stack_name", "db_stack_identifier", "name"]
  container = "everything the stack created"
  recovery  = "What is inside goes with it, and no plan lists that. Look inside first."
}

resource "awscc_cloudtrail_event_data_store" {
  category     = "data"
  severity     = "critical"
  identity     = ["store_name", "db_store_identifier", "name"]
  protected_by = { termination_protection_enabled = true }
  recovery     = "For 7 days it can still be brought back, by hand and under its old name; after that nothing does."
}

resource "awscc_connect_instance" {
  category = "data"
  severity = "critical"
  identity = ["instance_name", "db_instance_identifier", "name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "awscc_docdbelastic_cluster" {
  category     = "data"
  severity     = "critical"
  identity     = ["cluster_name", "db_cluster_identifier", "name"]
  protected_by = { backup_retention_period = ">=1" }
  recovery     = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "awscc_dsql_cluster" {
  category     = "data"
  severity     = "critical"
  identity     = ["cluster_name", "db_cluster_identifier", "name"]
  protected_by = { deletion_protection_enabled = true }
  recovery     = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "awscc_dynamodb_global_table" {
  category = "data"
  severity = "critical"
  identity = ["table_name", "db_table_identifier", "name"]
  recovery = "For 35 days it can still be brought back, by hand and under its old name; after that nothing does."
}

resource "awscc_dynamodb_table" {
  category = "data"
  severity = "critical"
  identity = ["table_name", "db_table_identifier", "name"]
  protected_by = {
    deletion_protection_enabled                                           = true
    "point_in_time_recovery_specification.point_in_time_recovery_enabled" = true
  }
  recovery = "For 35 days it can still be brought back, by hand and under its old name; after that nothing does."
}

resource "awscc_ec2_volume" {
  category = "data"
  severity = "critical"
  identity = ["volume_name", "db_volume_identifier", "name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "awscc_efs_file_system" {
  category     = "data"
  severity     = "critical"
  identity     = ["system_name", "db_system_identifier", "name"]
  protected_by = { "backup_policy.status" = "ENABLED" }
  recovery     = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "awscc_elasticache_replication_group" {
  category     = "data"
  severity     = "high"
  identity     = ["group_name", "db_group_identifier", "name"]
  protected_by = { snapshot_retention_limit = ">=1" }
  recovery     = "It comes back only from a last snapshot, as a new one with a new address. See to it that one is made."
}

resource "awscc_elasticache_serverless_cache" {
  category = "data"
  severity = "high"
  identity = ["cache_name", "db_cache_identifier", "name"]
  protected_by = {
    final_snapshot_name      = "set"
    snapshot_retention_limit = ">=1"
  }
  recovery = "It comes back only from a last snapshot, as a new one with a new address. See to it that one is made."
}

resource "awscc_finspace_environment" {
  category = "data"
  severity = "critical"
  identity = ["environment_name", "db_environment_identifier", "name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "awscc_glue_database" {
  category = "data"
  severity = "critical"
  identity = ["database_name", "db_database_identifier", "name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "awscc_grafana_workspace" {
  category = "data"
  severity = "critical"
  identity = ["workspace_name", "db_workspace_identifier", "name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "awscc_healthlake_fhir_datastore" {
  category = "data"
  severity = "critical"
  identity = ["datastore_name", "db_datastore_identifier", "name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "awscc_kendra_index" {
  category = "data"
  severity = "critical"
  identity = ["index_name", "db_index_identifier", "name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "awscc_lightsail_database" {
  category = "data"
  severity = "critical"
  identity = ["database_name", "db_database_identifier", "name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "awscc_lightsail_disk" {
  category = "data"
  severity = "critical"
  identity = ["disk_name", "db_disk_identifier", "name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "awscc_logs_log_group" {
  category     = "data"
  severity     = "high"
  identity     = ["group_name", "db_group_identifier", "name"]
  protected_by = { retention_in_days = ">=365" }
  recovery     = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "awscc_memorydb_cluster" {
  category = "data"
  severity = "critical"
  identity = ["cluster_name", "db_cluster_identifier", "name"]
  protected_by = {
    final_snapshot_name      = "set"
    snapshot_retention_limit = ">=1"
  }
  recovery = "It comes back only from a last snapshot, as a new one with a new address. See to it that one is made."
}

resource "awscc_neptune_db_cluster" {
  category = "data"
  severity = "critical"
  identity = ["cluster_name", "db_cluster_identifier", "name"]
  protected_by = {
    deletion_protection     = true
    backup_retention_period = ">=1"
  }
  recovery = "It comes back only from a last snapshot, as a new one with a new address. See to it that one is made."
}

resource "awscc_neptunegraph_graph" {
  category     = "data"
  severity     = "critical"
  identity     = ["graph_name", "db_graph_identifier", "name"]
  protected_by = { deletion_protection = true }
  recovery     = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "awscc_omics_reference_store" {
  category = "data"
  severity = "critical"
  identity = ["store_name", "db_store_identifier", "name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "awscc_opensearchserverless_collection" {
  category = "data"
  severity = "critical"
  identity = ["collection_name", "db_collection_identifier", "name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "awscc_opensearchservice_domain" {
  category = "data"
  severity = "critical"
  identity = ["domain_name", "db_domain_identifier", "name"]
  recovery = "Some of it can be rebuilt from elsewhere. Find out what, and copy the rest first."
}

resource "awscc_personalize_dataset" {
  category = "data"
  severity = "high"
  identity = ["dataset_name", "db_dataset_identifier", "name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "awscc_rds_db_cluster" {
  category = "data"
  severity = "critical"
  identity = ["cluster_name", "db_cluster_identifier", "name"]
  protected_by = {
    deletion_protection     = true
    backup_retention_period = ">=1"
  }
  disarmed_by = { delete_automated_backups = true }
  recovery    = "It comes back only from a last snapshot, as a new one with a new address. See to it that one is made."
}

resource "awscc_rds_db_instance" {
  category = "data"
  severity = "critical"
  identity = ["instance_name", "db_instance_identifier", "name"]
  protected_by = {
    deletion_protection     = true
    backup_retention_period = ">=1"
  }
  disarmed_by = { delete_automated_backups = true }
  recovery    = "It comes back only from a last snapshot, as a new one with a new address. See to it that one is made."
}

resource "awscc_rds_global_cluster" {
  category     = "data"
  severity     = "critical"
  identity     = ["cluster_name", "db_cluster_identifier", "name"]
  protected_by = { deletion_protection = true }
  recovery     = "Some of it can be rebuilt from elsewhere. Find out what, and copy the rest first."
}

resource "awscc_redshift_cluster" {
  category     = "data"
  severity     = "critical"
  identity     = ["cluster_name", "db_cluster_identifier", "name"]
  protected_by = { automated_snapshot_retention_period = ">=1" }
  recovery     = "It comes back only from a last snapshot, as a new one with a new address. See to it that one is made."
}

resource "awscc_redshiftserverless_namespace" {
  category = "data"
  severity = "critical"
  identity = ["namespace_name", "db_namespace_identifier", "name"]
  protected_by = {
    final_snapshot_name             = "set"
    final_snapshot_retention_period = ">=1"
  }
  recovery = "It comes back only from a last snapshot, as a new one with a new address. See to it that one is made."
}

resource "awscc_rekognition_collection" {
  category = "data"
  severity = "critical"
  identity = ["collection_name", "db_collection_identifier", "name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "awscc_s3_bucket" {
  category = "data"
  severity = "critical"
  identity = ["bucket_name", "db_bucket_identifier", "name"]
  protected_by = {
    "versioning_configuration.status" = "Enabled"
    object_lock_enabled               = true
  }
  recovery = "It is not deleted while it holds anything; emptied, nothing brings that back."
}

resource "awscc_s3express_directory_bucket" {
  category = "data"
  severity = "critical"
  identity = ["bucket_name", "db_bucket_identifier", "name"]
  recovery = "It is not deleted while it holds anything; emptied, nothing brings that back."
}

resource "awscc_s3tables_table" {
  category = "data"
  severity = "critical"
  identity = ["table_name", "db_table_identifier", "name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "awscc_s3tables_table_bucket" {
  category = "data"
  severity = "critical"
  identity = ["bucket_name", "db_bucket_identifier", "name"]
  recovery = "It is not deleted while it holds anything; emptied, nothing brings that back."
}

resource "awscc_sagemaker_domain" {
  category = "data"
  severity = "critical"
  identity = ["domain_name", "db_domain_identifier", "name"]
  recovery = "Some of it can be rebuilt from elsewhere. Find out what, and copy the rest first."
}

resource "awscc_sagemaker_feature_group" {
  category = "data"
  severity = "critical"
  identity = ["group_name", "db_group_identifier", "name"]
  recovery = "Some of it can be rebuilt from elsewhere. Find out what, and copy the rest first."
}

resource "awscc_timestream_influx_db_instance" {
  category = "data"
  severity = "critical"
  identity = ["instance_name", "db_instance_identifier", "name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "awscc_timestream_table" {
  category = "data"
  severity = "critical"
  identity = ["table_name", "db_table_identifier", "name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

# Backups, and what makes them

resource "awscc_backup_backup_plan" {
  category = "backup"
  severity = "critical"
  identity = ["plan_name", "db_plan_identifier", "name"]
  recovery = "Until the next apply brings it back, nothing is backed up by it."
}

resource "awscc_backup_backup_vault" {
  category     = "backup"
  severity     = "critical"
  identity     = ["vault_name", "db_vault_identifier", "name"]
  protected_by = { "lock_configuration.min_retention_days" = ">=1" }
  recovery     = "It is not deleted while it holds anything; emptied, nothing brings that back."
}

resource "awscc_backup_logically_air_gapped_backup_vault" {
  category = "backup"
  severity = "critical"
  identity = ["vault_name", "db_vault_identifier", "name"]
  recovery = "It is not deleted while it holds anything; emptied, nothing brings that back."
}

resource "awscc_cloudtrail_trail" {
  category     = "backup"
  severity     = "critical"
  identity     = ["trail_name", "db_trail_identifier", "name"]
  protected_by = { is_logging = true }
  recovery     = "Until the next apply brings it back, nothing is backed up by it."
}

# Keys

resource "awscc_acmpca_certificate_authority" {
  category = "key"
  severity = "critical"
  identity = ["authority_name", "db_authority_identifier", "name"]
  recovery = "For 7 to 30 days it can still be brought back, by hand and under its old name; after that nothing does."
}

resource "awscc_kms_key" {
  category = "key"
  severity = "critical"
  identity = ["key_name", "db_key_identifier", "name"]
  protected_by = {
    enabled                = true
    pending_window_in_days = ">=30"
  }
  recovery = "For 7 to 30 days it can still be brought back, by hand and under its old name; after that nothing does."
}

resource "awscc_kms_replica_key" {
  category = "key"
  severity = "critical"
  identity = ["key_name", "db_key_identifier", "name"]
  protected_by = {
    enabled                = true
    pending_window_in_days = ">=30"
  }
  recovery = "For 7 to 30 days it can still be brought back, by hand and under its old name; after that nothing does."
}

resource "awscc_paymentcryptography_key" {
  category     = "key"
  severity     = "critical"
  identity     = ["key_name", "db_key_identifier", "name"]
  protected_by = { enabled = true }
  recovery     = "For 3 to 180 days it can still be brought back, by hand and under its old name; after that nothing does."
}

# Secrets

resource "awscc_secretsmanager_secret" {
  category = "secret"
  severity = "critical"
  identity = ["secret_name", "db_secret_identifier", "name"]
  recovery = "For 30 days it can still be brought back, by hand and under its old name; after that nothing does."
}

resource "awscc_ssm_parameter" {
  category = "secret"
  severity = "high"
  identity = ["parameter_name", "db_parameter_identifier", "name"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

# Who may do what

resource "awscc_cognito_identity_pool" {
  category = "identity"
  severity = "critical"
  identity = ["pool_name", "db_pool_identifier", "name"]
  recovery = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

resource "awscc_cognito_user_pool_client" {
  category = "identity"
  severity = "high"
  identity = ["client_name", "db_client_identifier", "name"]
  recovery = "A new one has another id; policies that name the old one do not know it."
}

resource "awscc_iam_oidc_provider" {
  category = "identity"
  severity = "high"
  identity = ["provider_name", "db_provider_identifier", "name"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "awscc_iam_role" {
  category = "identity"
  severity = "high"
  identity = ["role_name", "db_role_identifier", "name"]
  recovery = "A new one has another id; policies that name the old one do not know it."
}

resource "awscc_iam_saml_provider" {
  category = "identity"
  severity = "critical"
  identity = ["provider_name", "db_provider_identifier", "name"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "awscc_organizations_account" {
  category = "identity"
  severity = "critical"
  identity = ["account_name", "db_account_identifier", "name"]
  recovery = "For 90 days it can still be brought back, by hand and under its old name; after that nothing does."
}

resource "awscc_organizations_organization" {
  category = "identity"
  severity = "critical"
  identity = ["organization_name", "db_organization_identifier", "name"]
  recovery = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

resource "awscc_verifiedpermissions_policy_store" {
  category     = "identity"
  severity     = "critical"
  identity     = ["store_name", "db_store_identifier", "name"]
  protected_by = { "deletion_protection.mode" = "ENABLED" }
  recovery     = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

# Names

resource "awscc_route53_dnssec" {
  category = "dns"
  severity = "critical"
  identity = ["dnssec_name", "db_dnssec_identifier", "name"]
  recovery = "Until the next apply brings it back, its names do not resolve."
}

resource "awscc_route53_hosted_zone" {
  category = "dns"
  severity = "critical"
  identity = ["zone_name", "db_zone_identifier", "name"]
  recovery = "Its names resolve no longer, and a new one is served by other name servers."
}

resource "awscc_route53_key_signing_key" {
  category = "dns"
  severity = "critical"
  identity = ["key_name", "db_key_identifier", "name"]
  recovery = "Its names resolve no longer, and a new one is served by other name servers."
}

# Networks

resource "awscc_ec2_eip" {
  category = "network"
  severity = "high"
  identity = ["eip_name", "db_eip_identifier", "name"]
  recovery = "A new one has another address; whoever knows the old one is cut off."
}

resource "awscc_ec2_transit_gateway" {
  category = "network"
  severity = "critical"
  identity = ["gateway_name", "db_gateway_identifier", "name"]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "awscc_ec2_vpc" {
  category = "network"
  severity = "critical"
  identity = ["vpc_name", "db_vpc_identifier", "name"]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "awscc_elasticloadbalancingv2_load_balancer" {
  category = "network"
  severity = "high"
  identity = ["balancer_name", "db_balancer_identifier", "name"]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "awscc_globalaccelerator_accelerator" {
  category     = "network"
  severity     = "critical"
  identity     = ["accelerator_name", "db_accelerator_identifier", "name"]
  protected_by = { enabled = true }
  recovery     = "A new one has another address; whoever knows the old one is cut off."
}

resource "awscc_networkfirewall_firewall" {
  category     = "network"
  severity     = "high"
  identity     = ["firewall_name", "db_firewall_identifier", "name"]
  protected_by = { delete_protection = true }
  recovery     = "A new one has another id and address; tell whoever uses the old one first."
}

# What runs

resource "awscc_ec2_instance" {
  category     = "cluster"
  severity     = "high"
  identity     = ["instance_name", "db_instance_identifier", "name"]
  protected_by = { disable_api_termination = true }
  recovery     = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "awscc_eks_cluster" {
  category     = "cluster"
  severity     = "critical"
  identity     = ["cluster_name", "db_cluster_identifier", "name"]
  protected_by = { deletion_protection = true }
  recovery     = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

# What waits and what delivers it

resource "awscc_kinesis_stream" {
  category     = "queue"
  severity     = "critical"
  identity     = ["stream_name", "db_stream_identifier", "name"]
  protected_by = { retention_period_hours = ">=24" }
  recovery     = "What waits in it unread is gone. Stop what writes, and drain it first."
}

resource "awscc_msk_cluster" {
  category = "queue"
  severity = "critical"
  identity = ["cluster_name", "db_cluster_identifier", "name"]
  recovery = "What waits in it unread is gone. Stop what writes, and drain it first."
}

resource "awscc_sns_topic" {
  category = "queue"
  severity = "high"
  identity = ["topic_name", "db_topic_identifier", "name"]
  recovery = "Until the next apply brings it back, nothing is delivered, and some of it is lost."
}

resource "awscc_sqs_queue" {
  category     = "queue"
  severity     = "critical"
  identity     = ["queue_name", "db_queue_identifier", "name"]
  protected_by = { message_retention_period = ">=345600" }
  recovery     = "What waits in it unread is gone. Stop what writes, and drain it first."
}

# What was published

resource "awscc_codeartifact_repository" {
  category = "registry"
  severity = "critical"
  identity = ["repository_name", "db_repository_identifier", "name"]
  recovery = "What was published in it is gone, and whatever fetches it fails. Copy it elsewhere first."
}

resource "awscc_ecr_repository" {
  category    = "registry"
  severity    = "critical"
  identity    = ["repository_name", "db_repository_identifier", "name"]
  disarmed_by = { empty_on_delete = true }
  recovery    = "It is not deleted while it holds anything; emptied, nothing brings that back."
}
