# Resource types of the provider ovh: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

# More that holds data

resource "ovh_cloud_project_database" {
  category     = "data"
  severity     = "critical"
  identity     = ["name", "service_name"]
  protected_by = { deletion_protection = true }
  recovery     = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "ovh_cloud_project_database_database" {
  category = "data"
  severity = "critical"
  identity = ["name", "service_name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "ovh_cloud_project_file_storage_share" {
  category = "data"
  severity = "critical"
  identity = ["name", "service_name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "ovh_cloud_project_storage" {
  category = "data"
  severity = "critical"
  identity = ["name", "service_name"]
  protected_by = {
    "versioning.status"  = "enabled"
    "object_lock.status" = "enabled"
  }
  recovery = "It is not deleted while it holds anything; emptied, nothing brings that back."
}

resource "ovh_cloud_project_volume" {
  category = "data"
  severity = "critical"
  identity = ["name", "service_name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "ovh_dbaas_logs_output_graylog_stream" {
  category = "data"
  severity = "high"
  identity = ["name", "service_name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "ovh_dbaas_logs_output_opensearch_index" {
  category = "data"
  severity = "critical"
  identity = ["name", "service_name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "ovh_dedicated_nasha_partition" {
  category = "data"
  severity = "critical"
  identity = ["name", "service_name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "ovh_dedicated_server_reinstall_task" {
  category = "data"
  severity = "critical"
  identity = ["name", "service_name"]
  recovery = "What is using it loses its disk in the middle of work. Stop that first."

  overwrite {
    says = "The server's disks are wiped."
  }
}

resource "ovh_email_domain_account" {
  category = "data"
  severity = "critical"
  identity = ["name", "service_name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "ovh_hosting_privatedatabase" {
  category = "data"
  severity = "critical"
  identity = ["name", "service_name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "ovh_hosting_privatedatabase_database" {
  category = "data"
  severity = "critical"
  identity = ["name", "service_name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "ovh_storage_efs" {
  category = "data"
  severity = "critical"
  identity = ["name", "service_name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "ovh_storage_efs_share" {
  category = "data"
  severity = "critical"
  identity = ["name", "service_name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

# Backups, and what makes them

resource "ovh_cloud_project_instance_snapshot" {
  category = "backup"
  severity = "critical"
  identity = ["name", "service_name"]
  recovery = "These copies are gone for good. Make sure that what they were made of is still there."
}

resource "ovh_cloud_project_volume_backup" {
  category = "backup"
  severity = "critical"
  identity = ["name", "service_name"]
  recovery = "These copies are gone for good. Make sure that what they were made of is still there."
}

# Keys

resource "ovh_okms" {
  category = "key"
  severity = "critical"
  identity = ["name", "service_name"]
  recovery = "What it encrypted can never be read again. Find out what uses it, and re-encrypt that first."
}

resource "ovh_okms_service_key" {
  category = "key"
  severity = "critical"
  identity = ["name", "service_name"]
  recovery = "What it encrypted can never be read again. Find out what uses it, and re-encrypt that first."
}

# Secrets

resource "ovh_cloud_project_user_s3_credential" {
  category = "secret"
  severity = "high"
  identity = ["name", "service_name"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "ovh_okms_secret" {
  category = "secret"
  severity = "critical"
  identity = ["name", "service_name"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

# Who may do what

resource "ovh_cloud_project" {
  category     = "identity"
  severity     = "critical"
  identity     = ["name", "service_name"]
  protected_by = { deletion_protection = true }
  container    = "everything in the project"
  recovery     = "What is inside goes with it, and no plan lists that. Look inside first."
}

resource "ovh_cloud_project_user" {
  category = "identity"
  severity = "high"
  identity = ["name", "service_name"]
  recovery = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

resource "ovh_iam_policy" {
  category = "identity"
  severity = "medium"
  identity = ["name", "service_name"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "ovh_me_identity_user" {
  category = "identity"
  severity = "medium"
  identity = ["name", "service_name"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

# Names

resource "ovh_domain_name" {
  category = "dns"
  severity = "critical"
  identity = ["name", "service_name"]
  recovery = "Its names resolve no longer, and a new one is served by other name servers."
}

resource "ovh_domain_zone" {
  category = "dns"
  severity = "critical"
  identity = ["name", "service_name"]
  recovery = "Its names resolve no longer, and a new one is served by other name servers."
}

resource "ovh_domain_zone_record" {
  category = "dns"
  severity = "high"
  identity = ["name", "service_name"]
  recovery = "Until the next apply brings it back, its names do not resolve."
}

# Networks

resource "ovh_cloud_project_loadbalancer" {
  category = "network"
  severity = "high"
  identity = ["name", "service_name"]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "ovh_cloud_project_network_private" {
  category = "network"
  severity = "high"
  identity = ["name", "service_name"]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "ovh_ip_service" {
  category = "network"
  severity = "critical"
  identity = ["name", "service_name"]
  recovery = "A new one has another address; whoever knows the old one is cut off."
}

resource "ovh_iploadbalancing" {
  category = "network"
  severity = "critical"
  identity = ["name", "service_name"]
  recovery = "A new one has another address; whoever knows the old one is cut off."
}

resource "ovh_vrack" {
  category = "network"
  severity = "critical"
  identity = ["name", "service_name"]
  recovery = "A new one has another address; whoever knows the old one is cut off."
}

# What runs

resource "ovh_cloud_project_instance" {
  category = "cluster"
  severity = "high"
  identity = ["name", "service_name"]
  recovery = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "ovh_cloud_project_kube" {
  category = "cluster"
  severity = "critical"
  identity = ["name", "service_name"]
  recovery = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "ovh_cloud_project_kube_nodepool" {
  category = "cluster"
  severity = "high"
  identity = ["name", "service_name"]
  recovery = "Until the next apply brings it back, what runs on it stands still."
}

resource "ovh_dedicated_server" {
  category     = "cluster"
  severity     = "critical"
  identity     = ["name", "service_name"]
  protected_by = { keep_service_after_destroy = true }
  recovery     = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "ovh_vps" {
  category = "cluster"
  severity = "critical"
  identity = ["name", "service_name"]
  recovery = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

# What waits and what delivers it

resource "ovh_cloud_project_database_kafka_topic" {
  category = "queue"
  severity = "critical"
  identity = ["name", "service_name"]
  recovery = "What waits in it unread is gone. Stop what writes, and drain it first."
}

# What was published

resource "ovh_cloud_project_containerregistry" {
  category = "registry"
  severity = "critical"
  identity = ["name", "service_name"]
  recovery = "What was published in it is gone, and whatever fetches it fails. Copy it elsewhere first."
}
