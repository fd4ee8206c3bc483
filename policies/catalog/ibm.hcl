# Resource types of the provider ibm: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

# More that holds data

resource "ibm_cloudant" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "For 7 days it can still be brought back, by hand and under its old name; after that nothing does."
}

resource "ibm_cos_bucket" {
  category    = "data"
  severity    = "critical"
  identity    = ["name"]
  disarmed_by = { force_delete = true }
  recovery    = "It is not deleted while it holds anything; emptied, nothing brings that back."
}

resource "ibm_database" {
  category     = "data"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { deletion_protection = true }
  recovery     = "For 3 days it can still be brought back, by hand and under its old name; after that nothing does."
}

resource "ibm_is_volume" {
  category    = "data"
  severity    = "critical"
  identity    = ["name"]
  disarmed_by = { delete_all_snapshots = true }
  recovery    = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "ibm_resource_instance" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "For 7 days it can still be brought back, by hand and under its old name; after that nothing does."
}

# Backups, and what makes them

resource "ibm_is_snapshot" {
  category  = "backup"
  severity  = "critical"
  identity  = ["name"]
  backup_of = { source_volume = "ibm_is_volume" }
  recovery  = "These copies are gone for good. Make sure that what they were made of is still there."
}

# Keys

resource "ibm_hpcs" {
  category = "key"
  severity = "critical"
  identity = ["name"]
  recovery = "For 7 days it can still be brought back, by hand and under its old name; after that nothing does."
}

resource "ibm_kms_key" {
  category    = "key"
  severity    = "critical"
  identity    = ["name"]
  disarmed_by = { force_delete = true }
  recovery    = "For 30 days it can still be brought back, by hand and under its old name; after that nothing does."
}

resource "ibm_kms_key_rings" {
  category    = "key"
  severity    = "high"
  identity    = ["name"]
  disarmed_by = { force_delete = true }
  recovery    = "It is not deleted while it holds anything; emptied, nothing brings that back."
}

# Secrets

resource "ibm_sm_arbitrary_secret" {
  category = "secret"
  severity = "critical"
  identity = ["name"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

# Who may do what

resource "ibm_resource_group" {
  category = "identity"
  severity = "high"
  identity = ["name"]
  recovery = "It is not deleted while it holds anything; emptied, nothing brings that back."
}

# Names

resource "ibm_cis_dns_record" {
  category = "dns"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, its names do not resolve."
}

resource "ibm_cis_domain" {
  category = "dns"
  severity = "critical"
  identity = ["name"]
  recovery = "Its names resolve no longer, and a new one is served by other name servers."
}

# Networks

resource "ibm_is_vpc" {
  category = "network"
  severity = "critical"
  identity = ["name"]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

# What runs

resource "ibm_container_cluster" {
  category    = "cluster"
  severity    = "critical"
  identity    = ["name"]
  disarmed_by = { force_delete_storage = true }
  recovery    = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "ibm_container_vpc_cluster" {
  category    = "cluster"
  severity    = "critical"
  identity    = ["name"]
  disarmed_by = { force_delete_storage = true }
  recovery    = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "ibm_is_instance" {
  category    = "cluster"
  severity    = "high"
  identity    = ["name"]
  disarmed_by = { force_action = true }
  recovery    = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

# What was published

resource "ibm_cr_namespace" {
  category = "registry"
  severity = "critical"
  identity = ["name"]
  recovery = "What was published in it is gone, and whatever fetches it fails. Copy it elsewhere first."
}
