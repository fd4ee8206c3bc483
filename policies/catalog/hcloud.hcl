# Resource types of the provider hcloud: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

# More that holds data

resource "hcloud_storage_box" {
  category     = "data"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { delete_protection = true }
  recovery     = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "hcloud_volume" {
  category     = "data"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { delete_protection = true }
  recovery     = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "hcloud_volume_attachment" {
  category = "data"
  severity = "medium"
  identity = ["name"]
  recovery = "The next apply brings back its configuration; until then what relies on it fails."
}

# Backups, and what makes them

resource "hcloud_snapshot" {
  category  = "backup"
  severity  = "critical"
  identity  = ["name"]
  backup_of = { server_id = "hcloud_server" }
  recovery  = "These copies are gone for good. Make sure that what they were made of is still there."
}

resource "hcloud_storage_box_snapshot" {
  category = "backup"
  severity = "critical"
  identity = ["name"]
  recovery = "These copies are gone for good. Make sure that what they were made of is still there."
}

# Secrets

resource "hcloud_certificate" {
  category = "secret"
  severity = "medium"
  identity = ["name"]
  recovery = "The next apply brings it back; until then what needs it fails."
}

resource "hcloud_managed_certificate" {
  category = "secret"
  severity = "medium"
  identity = ["name"]
  recovery = "The next apply brings it back; until then what needs it fails."
}

resource "hcloud_ssh_key" {
  category = "secret"
  severity = "medium"
  identity = ["name"]
  recovery = "The next apply brings it back; until then what needs it fails."
}

resource "hcloud_uploaded_certificate" {
  category = "secret"
  severity = "medium"
  identity = ["name"]
  recovery = "The next apply brings it back; until then what needs it fails."
}

# Who may do what

resource "hcloud_storage_box_subaccount" {
  category = "identity"
  severity = "medium"
  identity = ["name"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

# Names

resource "hcloud_rdns" {
  category = "dns"
  severity = "medium"
  identity = ["name"]
  recovery = "Until the next apply brings it back, its names do not resolve."
}

resource "hcloud_zone" {
  category     = "dns"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { delete_protection = true }
  recovery     = "Its names resolve no longer, and a new one is served by other name servers."
}

resource "hcloud_zone_record" {
  category = "dns"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, its names do not resolve."
}

resource "hcloud_zone_rrset" {
  category     = "dns"
  severity     = "high"
  identity     = ["name"]
  protected_by = { change_protection = true }
  recovery     = "Until the next apply brings it back, its names do not resolve."
}

# Networks

resource "hcloud_firewall" {
  category = "network"
  severity = "medium"
  identity = ["name"]
  recovery = "Until the next apply brings it back, traffic that needs it stops."
}

resource "hcloud_floating_ip" {
  category     = "network"
  severity     = "high"
  identity     = ["name"]
  protected_by = { delete_protection = true }
  recovery     = "A new one has another address; whoever knows the old one is cut off."
}

resource "hcloud_load_balancer" {
  category     = "network"
  severity     = "high"
  identity     = ["name"]
  protected_by = { delete_protection = true }
  recovery     = "A new one has another id and address; tell whoever uses the old one first."
}

resource "hcloud_network" {
  category     = "network"
  severity     = "high"
  identity     = ["name"]
  protected_by = { delete_protection = true }
  recovery     = "A new one has another id and address; tell whoever uses the old one first."
}

resource "hcloud_network_subnet" {
  category = "network"
  severity = "medium"
  identity = ["name"]
  recovery = "Until the next apply brings it back, traffic that needs it stops."
}

resource "hcloud_primary_ip" {
  category     = "network"
  severity     = "high"
  identity     = ["name"]
  protected_by = { delete_protection = true }
  disarmed_by  = { auto_delete = true }
  recovery     = "A new one has another address; whoever knows the old one is cut off."
}

# What runs

resource "hcloud_placement_group" {
  category = "cluster"
  severity = "medium"
  identity = ["name"]
  recovery = "Until the next apply brings it back, what runs on it stands still."
}

resource "hcloud_server" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  protected_by = {
    delete_protection  = true
    rebuild_protection = true
    backups            = true
  }
  backups_die = { backups = true }
  force_new   = ["image", "user_data"]
  recovery    = "What is using it loses its disk in the middle of work. Stop that first."

  lose "backups" {
    to   = "false|disabled"
    says = "The server is no longer backed up, and backups that exist may be deleted at once."
  }
}
