# Resource types of the provider exoscale: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

# More that holds data

resource "exoscale_block_storage_volume" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "exoscale_database" {
  category     = "data"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { termination_protection = true }
  recovery     = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "exoscale_dbaas" {
  category     = "data"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { termination_protection = true }
  recovery     = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "exoscale_dbaas_mysql_database" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "exoscale_dbaas_pg_database" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

# Backups, and what makes them

resource "exoscale_block_storage_volume_snapshot" {
  category  = "backup"
  severity  = "critical"
  identity  = ["name"]
  backup_of = { volume = "exoscale_block_storage_volume" }
  recovery  = "These copies are gone for good. Make sure that what they were made of is still there."
}

# Secrets

resource "exoscale_iam_api_key" {
  category = "secret"
  severity = "high"
  identity = ["name"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

# Who may do what

resource "exoscale_iam_org_policy" {
  category = "identity"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "exoscale_iam_role" {
  category = "identity"
  severity = "high"
  identity = ["name"]
  recovery = "A new one has another id; policies that name the old one do not know it."
}

# Names

resource "exoscale_domain" {
  category = "dns"
  severity = "critical"
  identity = ["name"]
  recovery = "Its names resolve no longer, and a new one is served by other name servers."
}

resource "exoscale_domain_record" {
  category = "dns"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, its names do not resolve."
}

# Networks

resource "exoscale_elastic_ip" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "A new one has another address; whoever knows the old one is cut off."
}

resource "exoscale_nlb" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "exoscale_private_network" {
  category = "network"
  severity = "medium"
  identity = ["name"]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

# What runs

resource "exoscale_compute_instance" {
  category     = "cluster"
  severity     = "high"
  identity     = ["name"]
  protected_by = { destroy_protected = true }
  recovery     = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "exoscale_instance_pool" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  recovery = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "exoscale_sks_cluster" {
  category = "cluster"
  severity = "critical"
  identity = ["name"]
  recovery = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "exoscale_sks_nodepool" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, what runs on it stands still."
}
