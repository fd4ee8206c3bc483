# Resource types of the provider digitalocean: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

# More that holds data

resource "digitalocean_database_cluster" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Some of it can be rebuilt from elsewhere. Find out what, and copy the rest first."

  warn "version" {
    when = "changes"
    says = "A newer major version cannot be taken back."
  }
}

resource "digitalocean_database_db" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "digitalocean_database_replica" {
  category   = "data"
  severity   = "medium"
  identity   = ["name"]
  replica_of = ["cluster_id"]
  recovery   = "A new one has another id and address, and what it held is not in it."
}

resource "digitalocean_nfs" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "digitalocean_spaces_bucket" {
  category     = "data"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { "versioning.enabled" = true }
  disarmed_by  = { force_destroy = true }
  recovery     = "It is not deleted while it holds anything; emptied, nothing brings that back."

  lose "lifecycle_rule" {
    when = "added"
    key  = "id"
    says = "Objects that the new rule is about are deleted."
  }

  lose "versioning.enabled" {
    to   = false
    says = "From now on an overwrite or deletion is final."
  }
}

resource "digitalocean_spaces_bucket_object" {
  category    = "data"
  severity    = "high"
  identity    = ["name"]
  disarmed_by = { force_destroy = true }
  recovery    = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "digitalocean_vector_database" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "digitalocean_volume" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "digitalocean_volume_attachment" {
  category = "data"
  severity = "medium"
  identity = ["name"]
  recovery = "The next apply brings back its configuration; until then what relies on it fails."
}

# Backups, and what makes them

resource "digitalocean_droplet_snapshot" {
  category  = "backup"
  severity  = "critical"
  identity  = ["name"]
  backup_of = { droplet_id = "digitalocean_droplet" }
  recovery  = "These copies are gone for good. Make sure that what they were made of is still there."
}

resource "digitalocean_nfs_snapshot" {
  category = "backup"
  severity = "critical"
  identity = ["name"]
  recovery = "These copies are gone for good. Make sure that what they were made of is still there."
}

resource "digitalocean_volume_snapshot" {
  category  = "backup"
  severity  = "critical"
  identity  = ["name"]
  backup_of = { volume_id = "digitalocean_volume" }
  recovery  = "These copies are gone for good. Make sure that what they were made of is still there."
}

# Secrets

resource "digitalocean_certificate" {
  category = "secret"
  severity = "high"
  identity = ["name"]
  recovery = "The next apply brings it back; until then what needs it fails."
}

resource "digitalocean_spaces_key" {
  category = "secret"
  severity = "high"
  identity = ["name"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "digitalocean_ssh_key" {
  category = "secret"
  severity = "medium"
  identity = ["name"]
  recovery = "The next apply brings it back; until then what needs it fails."
}

# Who may do what

resource "digitalocean_database_user" {
  category = "identity"
  severity = "high"
  identity = ["name"]
  recovery = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

# Names

resource "digitalocean_domain" {
  category = "dns"
  severity = "critical"
  identity = ["name"]
  recovery = "Its names resolve no longer, and a new one is served by other name servers."
}

resource "digitalocean_record" {
  category = "dns"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, its names do not resolve."
}

# Networks

resource "digitalocean_byoip_prefix" {
  category = "network"
  severity = "critical"
  identity = ["name"]
  recovery = "A new one has another address; whoever knows the old one is cut off."
}

resource "digitalocean_cdn" {
  category = "network"
  severity = "medium"
  identity = ["name"]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "digitalocean_database_connection_pool" {
  category = "network"
  severity = "medium"
  identity = ["name"]
  recovery = "Until the next apply brings it back, traffic that needs it stops."
}

resource "digitalocean_database_firewall" {
  category = "network"
  severity = "medium"
  identity = ["name"]
  recovery = "Until the next apply brings it back, traffic that needs it stops."
}

resource "digitalocean_firewall" {
  category = "network"
  severity = "medium"
  identity = ["name"]
  recovery = "Until the next apply brings it back, traffic that needs it stops."
}

resource "digitalocean_floating_ip" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "A new one has another address; whoever knows the old one is cut off."
}

resource "digitalocean_loadbalancer" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "digitalocean_reserved_ip" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "A new one has another address; whoever knows the old one is cut off."
}

resource "digitalocean_reserved_ipv6" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "A new one has another address; whoever knows the old one is cut off."
}

resource "digitalocean_vpc" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

# What runs

resource "digitalocean_app" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  recovery = "It gets another address; whoever calls the old one reaches nobody."
}

resource "digitalocean_droplet" {
  category     = "cluster"
  severity     = "high"
  identity     = ["name"]
  protected_by = { backups = true }
  backups_die  = { backups = true }
  force_new    = ["image"]
  recovery     = "What is using it loses its disk in the middle of work. Stop that first."

  lose "backups" {
    to   = "false|disabled"
    says = "The server is no longer backed up, and backups that exist may be deleted at once."
  }
}

resource "digitalocean_droplet_autoscale" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  recovery = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "digitalocean_kubernetes_cluster" {
  category    = "cluster"
  severity    = "critical"
  identity    = ["name"]
  disarmed_by = { destroy_all_associated_resources = true }
  recovery    = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "digitalocean_kubernetes_node_pool" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, what runs on it stands still."
}

# What waits and what delivers it

resource "digitalocean_database_kafka_topic" {
  category = "queue"
  severity = "critical"
  identity = ["name"]
  recovery = "What waits in it unread is gone. Stop what writes, and drain it first."

  lose "config.retention_ms" {
    when    = "shrinks"
    forever = [-1]
    says    = "Messages older than that are deleted."
  }
}

# What was published

resource "digitalocean_container_registry" {
  category = "registry"
  severity = "critical"
  identity = ["name"]
  recovery = "What was published in it is gone, and whatever fetches it fails. Copy it elsewhere first."
}

resource "digitalocean_custom_image" {
  category = "registry"
  severity = "high"
  identity = ["name"]
  recovery = "What was published in it is gone, and whatever fetches it fails. Copy it elsewhere first."
}

# Everything else

resource "digitalocean_project" {
  category = "other"
  severity = "medium"
  identity = ["name"]
  recovery = "It is not deleted while it holds anything; emptied, nothing brings that back."
}
