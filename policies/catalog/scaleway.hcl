# Resource types of the provider scaleway: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

# More that holds data

resource "scaleway_block_volume" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "scaleway_cockpit_source" {
  category     = "data"
  severity     = "high"
  identity     = ["name"]
  protected_by = { retention_days = ">=30" }
  force_new    = ["retention_days"]
  recovery     = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "scaleway_datawarehouse_deployment" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "scaleway_file_filesystem" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "scaleway_instance_volume" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "scaleway_mongodb_instance" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "scaleway_object" {
  category = "data"
  severity = "high"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "scaleway_object_bucket" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  protected_by = {
    object_lock_enabled  = true
    "versioning.enabled" = true
  }
  disarmed_by = { force_destroy = true }
  recovery    = "It is not deleted while it holds anything; emptied, nothing brings that back."

  lose "lifecycle_rule" {
    when = "added"
    key  = "id"
    says = "Objects that the new rule is about are deleted."
  }
}

resource "scaleway_opensearch_deployment" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "scaleway_rdb_database" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "scaleway_rdb_instance" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Some of it can be rebuilt from elsewhere. Find out what, and copy the rest first."

  lose "disable_backup" {
    to   = true
    says = "No more backups are made."
  }

  lose "backup_schedule_retention" {
    when = "shrinks"
    says = "Backups older than that are deleted."
  }
}

resource "scaleway_redis_cluster" {
  category = "data"
  severity = "high"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "scaleway_sdb_sql_database" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "scaleway_webhosting" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

# Backups, and what makes them

resource "scaleway_block_snapshot" {
  category  = "backup"
  severity  = "critical"
  identity  = ["name"]
  backup_of = { volume_id = "scaleway_block_volume" }
  recovery  = "These copies are gone for good. Make sure that what they were made of is still there."
}

resource "scaleway_instance_snapshot" {
  category  = "backup"
  severity  = "critical"
  identity  = ["name"]
  backup_of = { volume_id = "scaleway_instance_volume" }
  recovery  = "These copies are gone for good. Make sure that what they were made of is still there."
}

resource "scaleway_mongodb_snapshot" {
  category = "backup"
  severity = "critical"
  identity = ["name"]
  recovery = "These copies are gone for good. Make sure that what they were made of is still there."
}

resource "scaleway_rdb_database_backup" {
  category  = "backup"
  severity  = "critical"
  identity  = ["name"]
  backup_of = { instance_id = "scaleway_rdb_instance" }
  recovery  = "These copies are gone for good. Make sure that what they were made of is still there."
}

resource "scaleway_rdb_snapshot" {
  category  = "backup"
  severity  = "critical"
  identity  = ["name"]
  backup_of = { instance_id = "scaleway_rdb_instance" }
  recovery  = "These copies are gone for good. Make sure that what they were made of is still there."
}

# Keys

resource "scaleway_key_manager_key" {
  category    = "key"
  severity    = "critical"
  identity    = ["name"]
  disarmed_by = { unprotected = true }
  recovery    = "What it encrypted can never be read again. Find out what uses it, and re-encrypt that first."
}

# Secrets

resource "scaleway_iam_api_key" {
  category = "secret"
  severity = "high"
  identity = ["name"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "scaleway_secret" {
  category     = "secret"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { protected = true }
  recovery     = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "scaleway_secret_version" {
  category = "secret"
  severity = "high"
  identity = ["name"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

# Who may do what

resource "scaleway_account_project" {
  category  = "identity"
  severity  = "critical"
  identity  = ["name"]
  container = "everything in the project"
  recovery  = "It is not deleted while it holds anything; emptied, nothing brings that back."
}

resource "scaleway_iam_application" {
  category = "identity"
  severity = "high"
  identity = ["name"]
  recovery = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

resource "scaleway_iam_policy" {
  category = "identity"
  severity = "medium"
  identity = ["name"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "scaleway_tem_domain" {
  category = "identity"
  severity = "high"
  identity = ["name"]
  recovery = "A new one has another id; policies that name the old one do not know it."
}

# Names

resource "scaleway_domain_record" {
  category = "dns"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, its names do not resolve."
}

resource "scaleway_domain_registration" {
  category     = "dns"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { auto_renew = true }
  recovery     = "Its names resolve no longer, and a new one is served by other name servers."
}

resource "scaleway_domain_zone" {
  category = "dns"
  severity = "critical"
  identity = ["name"]
  recovery = "Its names resolve no longer, and a new one is served by other name servers."
}

# Networks

resource "scaleway_flexible_ip" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "A new one has another address; whoever knows the old one is cut off."
}

resource "scaleway_instance_ip" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "A new one has another address; whoever knows the old one is cut off."
}

resource "scaleway_lb" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "scaleway_lb_ip" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "A new one has another address; whoever knows the old one is cut off."
}

resource "scaleway_vpc" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "scaleway_vpc_private_network" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "scaleway_vpc_public_gateway" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

# What runs

resource "scaleway_apple_silicon_server" {
  category = "cluster"
  severity = "medium"
  identity = ["name"]
  recovery = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "scaleway_baremetal_server" {
  category     = "cluster"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { protected = true }
  recovery     = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "scaleway_container_namespace" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  recovery = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "scaleway_function_namespace" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  recovery = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "scaleway_instance_server" {
  category     = "cluster"
  severity     = "high"
  identity     = ["name"]
  protected_by = { protected = true }
  disarmed_by  = { "root_volume.delete_on_termination" = true }
  recovery     = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "scaleway_k8s_cluster" {
  category    = "cluster"
  severity    = "critical"
  identity    = ["name"]
  disarmed_by = { delete_additional_resources = true }
  recovery    = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "scaleway_k8s_pool" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, what runs on it stands still."
}

# What waits and what delivers it

resource "scaleway_iot_hub" {
  category = "queue"
  severity = "high"
  identity = ["name"]
  recovery = "What waits in it unread is gone. Stop what writes, and drain it first."
}

resource "scaleway_kafka_cluster" {
  category = "queue"
  severity = "critical"
  identity = ["name"]
  recovery = "What waits in it unread is gone. Stop what writes, and drain it first."
}

resource "scaleway_mnq_nats_account" {
  category = "queue"
  severity = "critical"
  identity = ["name"]
  recovery = "What waits in it unread is gone. Stop what writes, and drain it first."
}

resource "scaleway_mnq_sns_topic" {
  category = "queue"
  severity = "high"
  identity = ["name"]
  recovery = "What waits in it unread is gone. Stop what writes, and drain it first."
}

resource "scaleway_mnq_sqs_queue" {
  category = "queue"
  severity = "critical"
  identity = ["name"]
  recovery = "What waits in it unread is gone. Stop what writes, and drain it first."
}

# What was published

resource "scaleway_instance_image" {
  category = "registry"
  severity = "high"
  identity = ["name"]
  recovery = "What was published in it is gone, and whatever fetches it fails. Copy it elsewhere first."
}

resource "scaleway_registry_namespace" {
  category = "registry"
  severity = "critical"
  identity = ["name"]
  recovery = "What was published in it is gone, and whatever fetches it fails. Copy it elsewhere first."
}
