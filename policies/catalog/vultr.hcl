# Resource types of the provider vultr: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

# More that holds data

resource "vultr_block_storage" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "vultr_database" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "vultr_database_db" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "vultr_object_storage" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "vultr_object_storage_bucket" {
  category     = "data"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { enable_lock = true }
  recovery     = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "vultr_virtual_file_system_storage" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

# Backups, and what makes them

resource "vultr_snapshot" {
  category  = "backup"
  severity  = "critical"
  identity  = ["name"]
  backup_of = { instance_id = "vultr_instance" }
  recovery  = "These copies are gone for good. Make sure that what they were made of is still there."
}

# Who may do what

resource "vultr_user" {
  category = "identity"
  severity = "high"
  identity = ["name"]
  recovery = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

# Names

resource "vultr_dns_domain" {
  category = "dns"
  severity = "critical"
  identity = ["name"]
  recovery = "Its names resolve no longer, and a new one is served by other name servers."
}

resource "vultr_dns_record" {
  category = "dns"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, its names do not resolve."
}

# Networks

resource "vultr_load_balancer" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "vultr_reserved_ip" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "A new one has another address; whoever knows the old one is cut off."
}

resource "vultr_vpc" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

# What runs

resource "vultr_bare_metal_server" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  recovery = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "vultr_instance" {
  category     = "cluster"
  severity     = "high"
  identity     = ["name"]
  protected_by = { backups = "enabled" }
  backups_die  = { backups = "enabled" }
  recovery     = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."

  lose "backups" {
    to   = "false|disabled"
    says = "The server is no longer backed up, and backups that exist may be deleted at once."
  }
}

resource "vultr_kubernetes" {
  category = "cluster"
  severity = "critical"
  identity = ["name"]
  recovery = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "vultr_kubernetes_node_pools" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, what runs on it stands still."
}

# What waits and what delivers it

resource "vultr_database_topic" {
  category = "queue"
  severity = "critical"
  identity = ["name"]
  recovery = "What waits in it unread is gone. Stop what writes, and drain it first."
}

# What was published

resource "vultr_container_registry" {
  category = "registry"
  severity = "critical"
  identity = ["name"]
  recovery = "What was published in it is gone, and whatever fetches it fails. Copy it elsewhere first."
}
