# Resource types of the provider alicloud: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

# More that holds data

resource "alicloud_click_house_db_cluster" {
  category = "data"
  severity = "critical"
  identity = ["name", "instance_name", "db_instance_description", "bucket"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "alicloud_db_database" {
  category = "data"
  severity = "critical"
  identity = ["name", "instance_name", "db_instance_description", "bucket"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "alicloud_db_instance" {
  category     = "data"
  severity     = "critical"
  identity     = ["name", "instance_name", "db_instance_description", "bucket"]
  protected_by = { deletion_protection = true }
  disarmed_by  = { force = "Yes" }
  recovery     = "The number or address goes back to the pool, and somebody else may get it."
}

resource "alicloud_disk" {
  category     = "data"
  severity     = "critical"
  identity     = ["name", "instance_name", "db_instance_description", "bucket"]
  protected_by = { delete_auto_snapshot = false }
  disarmed_by  = { delete_with_instance = true }
  recovery     = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "alicloud_ecs_disk" {
  category = "data"
  severity = "critical"
  identity = ["name", "instance_name", "db_instance_description", "bucket"]
  disarmed_by = {
    delete_with_instance = true
    delete_auto_snapshot = true
  }
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "alicloud_elasticsearch_instance" {
  category = "data"
  severity = "critical"
  identity = ["name", "instance_name", "db_instance_description", "bucket"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "alicloud_gpdb_instance" {
  category = "data"
  severity = "critical"
  identity = ["name", "instance_name", "db_instance_description", "bucket"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "alicloud_graph_database_db_instance" {
  category = "data"
  severity = "critical"
  identity = ["name", "instance_name", "db_instance_description", "bucket"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "alicloud_hbase_instance" {
  category     = "data"
  severity     = "critical"
  identity     = ["name", "instance_name", "db_instance_description", "bucket"]
  protected_by = { deletion_protection = true }
  recovery     = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "alicloud_kvstore_instance" {
  category     = "data"
  severity     = "high"
  identity     = ["name", "instance_name", "db_instance_description", "bucket"]
  protected_by = { instance_release_protection = true }
  recovery     = "Some of it can be rebuilt from elsewhere. Find out what, and copy the rest first."
}

resource "alicloud_lindorm_instance" {
  category = "data"
  severity = "critical"
  identity = ["name", "instance_name", "db_instance_description", "bucket"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "alicloud_lindorm_instance_v2" {
  category     = "data"
  severity     = "critical"
  identity     = ["name", "instance_name", "db_instance_description", "bucket"]
  protected_by = { deletion_protection = true }
  recovery     = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "alicloud_log_project" {
  category = "data"
  severity = "critical"
  identity = ["name", "instance_name", "db_instance_description", "bucket"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "alicloud_log_store" {
  category = "data"
  severity = "critical"
  identity = ["name", "instance_name", "db_instance_description", "bucket"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "alicloud_maxcompute_project" {
  category = "data"
  severity = "critical"
  identity = ["name", "instance_name", "db_instance_description", "bucket"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "alicloud_mongodb_instance" {
  category     = "data"
  severity     = "critical"
  identity     = ["name", "instance_name", "db_instance_description", "bucket"]
  protected_by = { db_instance_release_protection = true }
  recovery     = "Some of it can be rebuilt from elsewhere. Find out what, and copy the rest first."
}

resource "alicloud_mongodb_sharding_instance" {
  category     = "data"
  severity     = "critical"
  identity     = ["name", "instance_name", "db_instance_description", "bucket"]
  protected_by = { db_instance_release_protection = true }
  recovery     = "Some of it can be rebuilt from elsewhere. Find out what, and copy the rest first."
}

resource "alicloud_nas_file_system" {
  category = "data"
  severity = "critical"
  identity = ["name", "instance_name", "db_instance_description", "bucket"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "alicloud_nas_fileset" {
  category     = "data"
  severity     = "high"
  identity     = ["name", "instance_name", "db_instance_description", "bucket"]
  protected_by = { deletion_protection = true }
  recovery     = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "alicloud_oss_bucket" {
  category     = "data"
  severity     = "critical"
  identity     = ["name", "instance_name", "db_instance_description", "bucket"]
  protected_by = { "versioning.status" = "Enabled" }
  disarmed_by  = { force_destroy = true }
  backend      = { oss = "bucket" }
  recovery     = "It is not deleted while it holds anything; emptied, nothing brings that back."

  lose "lifecycle_rule" {
    when = "added"
    key  = "id"
    says = "Objects that the new rule is about are deleted."
  }
}

resource "alicloud_oss_bucket_object" {
  category = "data"
  severity = "high"
  identity = ["name", "instance_name", "db_instance_description", "bucket"]
  recovery = "It comes back only where old versions are kept. Look whether they are first."
}

resource "alicloud_ots_instance" {
  category = "data"
  severity = "critical"
  identity = ["name", "instance_name", "db_instance_description", "bucket"]
  recovery = "It is not deleted while it holds anything; emptied, nothing brings that back."
}

resource "alicloud_ots_table" {
  category = "data"
  severity = "critical"
  identity = ["name", "instance_name", "db_instance_description", "bucket"]
  backend  = { oss = "tablestore_table" }
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "alicloud_polardb_cluster" {
  category = "data"
  severity = "critical"
  identity = ["name", "instance_name", "db_instance_description", "bucket"]
  protected_by = {
    deletion_lock                               = 1
    backup_retention_policy_on_cluster_deletion = "ALL"
  }
  recovery = "Some of it can be rebuilt from elsewhere. Find out what, and copy the rest first."
}

resource "alicloud_ros_stack" {
  category = "data"
  severity = "critical"
  identity = ["name", "instance_name", "db_instance_description", "bucket"]
  protected_by = {
    deletion_protection  = "Enabled"
    retain_all_resources = true
  }
  container = "everything the stack created"
  recovery  = "What is inside goes with it, and no plan lists that. Look inside first."
}

# Backups, and what makes them

resource "alicloud_actiontrail_trail" {
  category     = "backup"
  severity     = "high"
  identity     = ["name", "instance_name", "db_instance_description", "bucket"]
  protected_by = { status = "Enable" }
  recovery     = "Until the next apply brings it back, nothing is backed up by it."
}

resource "alicloud_db_backup_policy" {
  category = "backup"
  severity = "critical"
  identity = ["name", "instance_name", "db_instance_description", "bucket"]
  protected_by = {
    backup_retention_period = ">=7"
    released_keep_policy    = "All"
  }
  recovery = "Until the next apply brings it back, nothing is backed up by it."
}

resource "alicloud_ecs_auto_snapshot_policy" {
  category = "backup"
  severity = "high"
  identity = ["name", "instance_name", "db_instance_description", "bucket"]
  recovery = "Until the next apply brings it back, nothing is backed up by it."
}

resource "alicloud_ecs_snapshot" {
  category    = "backup"
  severity    = "critical"
  identity    = ["name", "instance_name", "db_instance_description", "bucket"]
  disarmed_by = { force = true }
  backup_of   = { disk_id = "alicloud_disk|alicloud_ecs_disk" }
  recovery    = "These copies are gone for good. Make sure that what they were made of is still there."
}

resource "alicloud_hbr_vault" {
  category = "backup"
  severity = "critical"
  identity = ["name", "instance_name", "db_instance_description", "bucket"]
  recovery = "These copies are gone for good. Make sure that what they were made of is still there."
}

resource "alicloud_nas_snapshot" {
  category = "backup"
  severity = "critical"
  identity = ["name", "instance_name", "db_instance_description", "bucket"]
  recovery = "These copies are gone for good. Make sure that what they were made of is still there."
}

resource "alicloud_oss_bucket_versioning" {
  category     = "backup"
  severity     = "high"
  identity     = ["name", "instance_name", "db_instance_description", "bucket"]
  protected_by = { status = "Enabled" }
  recovery     = "Until the next apply brings it back, nothing is backed up by it."
}

resource "alicloud_oss_bucket_worm" {
  category = "backup"
  severity = "critical"
  identity = ["name", "instance_name", "db_instance_description", "bucket"]
  lock     = true
  recovery = "These copies are gone for good. Make sure that what they were made of is still there."
}

resource "alicloud_polardb_backup_policy" {
  category     = "backup"
  severity     = "high"
  identity     = ["name", "instance_name", "db_instance_description", "bucket"]
  protected_by = { backup_retention_policy_on_cluster_deletion = "ALL" }
  recovery     = "Until the next apply brings it back, nothing is backed up by it."
}

# Keys

resource "alicloud_kms_instance" {
  category     = "key"
  severity     = "critical"
  identity     = ["name", "instance_name", "db_instance_description", "bucket"]
  protected_by = { deletion_protection = true }
  disarmed_by  = { force_delete_without_backup = true }
  recovery     = "What it encrypted can never be read again. Find out what uses it, and re-encrypt that first."
}

resource "alicloud_kms_key" {
  category = "key"
  severity = "critical"
  identity = ["name", "instance_name", "db_instance_description", "bucket"]
  protected_by = {
    deletion_protection    = "Enabled"
    pending_window_in_days = ">=30"
  }
  disarmed_by = { status = "Disabled" }
  recovery    = "For 7 to 366 days it can still be brought back, by hand and under its old name; after that nothing does."
}

# Secrets

resource "alicloud_kms_secret" {
  category     = "secret"
  severity     = "critical"
  identity     = ["name", "instance_name", "db_instance_description", "bucket"]
  protected_by = { recovery_window_in_days = ">=7" }
  disarmed_by  = { force_delete_without_recovery = true }
  recovery     = "For 7 to 30 days it can still be brought back, by hand and under its old name; after that nothing does."
}

resource "alicloud_ram_access_key" {
  category = "secret"
  severity = "high"
  identity = ["name", "instance_name", "db_instance_description", "bucket"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

# Who may do what

resource "alicloud_ram_policy" {
  category    = "identity"
  severity    = "medium"
  identity    = ["name", "instance_name", "db_instance_description", "bucket"]
  disarmed_by = { force = true }
  recovery    = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "alicloud_ram_role" {
  category    = "identity"
  severity    = "high"
  identity    = ["name", "instance_name", "db_instance_description", "bucket"]
  disarmed_by = { force = true }
  recovery    = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "alicloud_ram_user" {
  category    = "identity"
  severity    = "high"
  identity    = ["name", "instance_name", "db_instance_description", "bucket"]
  disarmed_by = { force = true }
  recovery    = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

resource "alicloud_resource_manager_account" {
  category    = "identity"
  severity    = "critical"
  identity    = ["name", "instance_name", "db_instance_description", "bucket"]
  disarmed_by = { force_delete = true }
  recovery    = "For a while it can still be brought back, by hand: note its name and the time of the deletion."
}

resource "alicloud_resource_manager_resource_directory" {
  category = "identity"
  severity = "critical"
  identity = ["name", "instance_name", "db_instance_description", "bucket"]
  recovery = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

# Names

resource "alicloud_alidns_domain" {
  category = "dns"
  severity = "critical"
  identity = ["name", "instance_name", "db_instance_description", "bucket"]
  recovery = "Its names resolve no longer, and a new one is served by other name servers."
}

resource "alicloud_alidns_record" {
  category = "dns"
  severity = "high"
  identity = ["name", "instance_name", "db_instance_description", "bucket"]
  recovery = "Until the next apply brings it back, its names do not resolve."
}

resource "alicloud_dns_domain" {
  category = "dns"
  severity = "critical"
  identity = ["name", "instance_name", "db_instance_description", "bucket"]
  recovery = "Its names resolve no longer, and a new one is served by other name servers."
}

resource "alicloud_pvtz_zone" {
  category = "dns"
  severity = "high"
  identity = ["name", "instance_name", "db_instance_description", "bucket"]
  recovery = "Its names resolve no longer, and a new one is served by other name servers."
}

# Networks

resource "alicloud_alb_load_balancer" {
  category     = "network"
  severity     = "high"
  identity     = ["name", "instance_name", "db_instance_description", "bucket"]
  protected_by = { "deletion_protection_config.enabled" = true }
  recovery     = "A new one has another address; whoever knows the old one is cut off."
}

resource "alicloud_cen_instance" {
  category = "network"
  severity = "critical"
  identity = ["name", "instance_name", "db_instance_description", "bucket"]
  recovery = "A new one has another address; whoever knows the old one is cut off."
}

resource "alicloud_common_bandwidth_package" {
  category     = "network"
  severity     = "medium"
  identity     = ["name", "instance_name", "db_instance_description", "bucket"]
  protected_by = { deletion_protection = true }
  disarmed_by  = { force = true }
  recovery     = "Until the next apply brings it back, traffic that needs it stops."
}

resource "alicloud_eip_address" {
  category     = "network"
  severity     = "high"
  identity     = ["name", "instance_name", "db_instance_description", "bucket"]
  protected_by = { deletion_protection = true }
  recovery     = "A new one has another address; whoever knows the old one is cut off."
}

resource "alicloud_express_connect_physical_connection" {
  category = "network"
  severity = "critical"
  identity = ["name", "instance_name", "db_instance_description", "bucket"]
  recovery = "A new one has another address; whoever knows the old one is cut off."
}

resource "alicloud_nat_gateway" {
  category     = "network"
  severity     = "high"
  identity     = ["name", "instance_name", "db_instance_description", "bucket"]
  protected_by = { deletion_protection = true }
  disarmed_by  = { force = true }
  recovery     = "A new one has another id and address; tell whoever uses the old one first."
}

resource "alicloud_nlb_load_balancer" {
  category     = "network"
  severity     = "high"
  identity     = ["name", "instance_name", "db_instance_description", "bucket"]
  protected_by = { "deletion_protection_config.enabled" = true }
  recovery     = "A new one has another address; whoever knows the old one is cut off."
}

resource "alicloud_slb_load_balancer" {
  category     = "network"
  severity     = "high"
  identity     = ["name", "instance_name", "db_instance_description", "bucket"]
  protected_by = { delete_protection = "on" }
  recovery     = "A new one has another address; whoever knows the old one is cut off."
}

resource "alicloud_vpc" {
  category    = "network"
  severity    = "critical"
  identity    = ["name", "instance_name", "db_instance_description", "bucket"]
  disarmed_by = { force_delete = true }
  recovery    = "A new one has another id and address; tell whoever uses the old one first."
}

resource "alicloud_vpn_gateway" {
  category = "network"
  severity = "critical"
  identity = ["name", "instance_name", "db_instance_description", "bucket"]
  recovery = "A new one has another address; whoever knows the old one is cut off."
}

resource "alicloud_vswitch" {
  category = "network"
  severity = "high"
  identity = ["name", "instance_name", "db_instance_description", "bucket"]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

# What runs

resource "alicloud_cs_kubernetes" {
  category     = "cluster"
  severity     = "critical"
  identity     = ["name", "instance_name", "db_instance_description", "bucket"]
  protected_by = { deletion_protection = true }
  recovery     = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "alicloud_cs_kubernetes_node_pool" {
  category    = "cluster"
  severity    = "high"
  identity    = ["name", "instance_name", "db_instance_description", "bucket"]
  disarmed_by = { force_delete = true }
  recovery    = "Until the next apply brings it back, what runs on it stands still."
}

resource "alicloud_cs_managed_kubernetes" {
  category = "cluster"
  severity = "critical"
  identity = ["name", "instance_name", "db_instance_description", "bucket"]
  protected_by = {
    deletion_protection = true
    retain_resources    = "set"
  }
  recovery = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "alicloud_cs_serverless_kubernetes" {
  category     = "cluster"
  severity     = "critical"
  identity     = ["name", "instance_name", "db_instance_description", "bucket"]
  protected_by = { deletion_protection = true }
  recovery     = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "alicloud_db_readonly_instance" {
  category     = "cluster"
  severity     = "medium"
  identity     = ["name", "instance_name", "db_instance_description", "bucket"]
  protected_by = { deletion_protection = true }
  replica_of   = ["master_db_instance_id"]
  recovery     = "Until the next apply brings it back, what runs on it stands still."
}

resource "alicloud_ecs_instance_set" {
  category     = "cluster"
  severity     = "high"
  identity     = ["name", "instance_name", "db_instance_description", "bucket"]
  protected_by = { deletion_protection = true }
  recovery     = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "alicloud_emrv2_cluster" {
  category     = "cluster"
  severity     = "high"
  identity     = ["name", "instance_name", "db_instance_description", "bucket"]
  protected_by = { deletion_protection = true }
  recovery     = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "alicloud_ess_scaling_group" {
  category     = "cluster"
  severity     = "high"
  identity     = ["name", "instance_name", "db_instance_description", "bucket"]
  protected_by = { group_deletion_protection = true }
  recovery     = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "alicloud_instance" {
  category     = "cluster"
  severity     = "high"
  identity     = ["name", "instance_name", "db_instance_description", "bucket"]
  protected_by = { deletion_protection = true }
  disarmed_by  = { force_delete = true }
  recovery     = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "alicloud_service_mesh_service_mesh" {
  category    = "cluster"
  severity    = "high"
  identity    = ["name", "instance_name", "db_instance_description", "bucket"]
  disarmed_by = { force = true }
  recovery    = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

# What waits and what delivers it

resource "alicloud_alikafka_instance" {
  category = "queue"
  severity = "critical"
  identity = ["name", "instance_name", "db_instance_description", "bucket"]
  recovery = "What waits in it unread is gone. Stop what writes, and drain it first."
}

resource "alicloud_alikafka_topic" {
  category = "queue"
  severity = "critical"
  identity = ["name", "instance_name", "db_instance_description", "bucket"]
  recovery = "What waits in it unread is gone. Stop what writes, and drain it first."
}

resource "alicloud_rocketmq_instance" {
  category = "queue"
  severity = "critical"
  identity = ["name", "instance_name", "db_instance_description", "bucket"]
  recovery = "What waits in it unread is gone. Stop what writes, and drain it first."
}

# What was published

resource "alicloud_cr_ee_instance" {
  category = "registry"
  severity = "critical"
  identity = ["name", "instance_name", "db_instance_description", "bucket"]
  recovery = "What was published in it is gone, and whatever fetches it fails. Copy it elsewhere first."
}

resource "alicloud_cr_ee_repo" {
  category = "registry"
  severity = "critical"
  identity = ["name", "instance_name", "db_instance_description", "bucket"]
  recovery = "What was published in it is gone, and whatever fetches it fails. Copy it elsewhere first."
}

resource "alicloud_cr_repo" {
  category = "registry"
  severity = "critical"
  identity = ["name", "instance_name", "db_instance_description", "bucket"]
  recovery = "What was published in it is gone, and whatever fetches it fails. Copy it elsewhere first."
}

resource "alicloud_image" {
  category = "registry"
  severity = "high"
  identity = ["name", "instance_name", "db_instance_description", "bucket"]
  disarmed_by = {
    force                = true
    delete_auto_snapshot = true
  }
  recovery = "What was published in it is gone, and whatever fetches it fails. Copy it elsewhere first."
}
