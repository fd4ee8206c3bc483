# Resource types of the provider linode: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

# More that holds data

resource "linode_database_mysql_v2" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "linode_database_postgresql_v2" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "linode_instance_disk" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "linode_object_storage_bucket" {
  category     = "data"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { versioning = true }
  recovery     = "It is not deleted while it holds anything; emptied, nothing brings that back."
}

resource "linode_object_storage_object" {
  category    = "data"
  severity    = "high"
  identity    = ["name"]
  disarmed_by = { force_destroy = true }
  recovery    = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "linode_volume" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

# Backups, and what makes them

resource "linode_image" {
  category = "backup"
  severity = "high"
  identity = ["name"]
  recovery = "These copies are gone for good. Make sure that what they were made of is still there."
}

# Secrets

resource "linode_object_storage_key" {
  category = "secret"
  severity = "high"
  identity = ["name"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "linode_token" {
  category = "secret"
  severity = "high"
  identity = ["name"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

# Who may do what

resource "linode_user" {
  category = "identity"
  severity = "high"
  identity = ["name"]
  recovery = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

# Names

resource "linode_domain" {
  category = "dns"
  severity = "critical"
  identity = ["name"]
  recovery = "Its names resolve no longer, and a new one is served by other name servers."
}

resource "linode_domain_record" {
  category = "dns"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, its names do not resolve."
}

# Networks

resource "linode_database_access_controls" {
  category = "network"
  severity = "medium"
  identity = ["name"]
  recovery = "Until the next apply brings it back, traffic that needs it stops."
}

resource "linode_firewall" {
  category    = "network"
  severity    = "medium"
  identity    = ["name"]
  disarmed_by = { disabled = true }
  recovery    = "Until the next apply brings it back, traffic that needs it stops."
}

resource "linode_instance_ip" {
  category = "network"
  severity = "medium"
  identity = ["name"]
  recovery = "A new one has another address; whoever knows the old one is cut off."
}

resource "linode_ipv6_range" {
  category = "network"
  severity = "medium"
  identity = ["name"]
  recovery = "A new one has another address; whoever knows the old one is cut off."
}

resource "linode_networking_ip" {
  category     = "network"
  severity     = "high"
  identity     = ["name"]
  protected_by = { reserved = true }
  recovery     = "A new one has another address; whoever knows the old one is cut off."
}

resource "linode_nodebalancer" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "linode_vpc" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

# What runs

resource "linode_instance" {
  category     = "cluster"
  severity     = "high"
  identity     = ["name"]
  protected_by = { backups_enabled = true }
  backups_die  = { backups_enabled = true }
  recovery     = "What is using it loses its disk in the middle of work. Stop that first."

  lose "backups_enabled" {
    to   = false
    says = "The backup service is cancelled, and every backup deleted."
  }
}

resource "linode_lke_cluster" {
  category = "cluster"
  severity = "critical"
  identity = ["name"]
  recovery = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "linode_lke_node_pool" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, what runs on it stands still."
}

# Everything else

resource "linode_lock" {
  category     = "other"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { lock_type = "cannot_delete" }
  lock         = true
  recovery     = "The next apply brings it back; until then it does nothing."
}

resource "linode_stackscript" {
  category = "other"
  severity = "medium"
  identity = ["name"]
  recovery = "What it has gathered is gone; a new one starts from nothing."
}
