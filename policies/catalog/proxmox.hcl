# Resource types of the provider proxmox: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

# More that holds data

resource "proxmox_ceph_pool" {
  category    = "data"
  severity    = "critical"
  identity    = ["name"]
  disarmed_by = { force_destroy = true }
  recovery    = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "proxmox_virtual_environment_container" {
  category     = "data"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { protection = true }
  recovery     = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "proxmox_virtual_environment_file" {
  category    = "data"
  severity    = "medium"
  identity    = ["name"]
  disarmed_by = { overwrite = true }
  recovery    = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "proxmox_virtual_environment_storage_directory" {
  category = "data"
  severity = "high"
  identity = ["name"]
  recovery = "The next apply brings back its configuration; until then what relies on it fails."
}

resource "proxmox_virtual_environment_storage_lvm" {
  category = "data"
  severity = "high"
  identity = ["name"]
  recovery = "The next apply brings back its configuration; until then what relies on it fails."
}

resource "proxmox_virtual_environment_vm" {
  category     = "data"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { protection = true }
  disarmed_by = {
    purge_on_destroy                     = true
    delete_unreferenced_disks_on_destroy = true
  }
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."

  lose "disk" {
    when = "removed"
    key  = "interface"
    says = "The disk is deleted with what is on it."
  }
}

# Backups, and what makes them

resource "proxmox_backup_job" {
  category     = "backup"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { enabled = true }
  recovery     = "Until the next apply brings it back, nothing is backed up by it."
}

resource "proxmox_replication" {
  category = "backup"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, nothing is backed up by it."
}

resource "proxmox_virtual_environment_storage_pbs" {
  category = "backup"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, nothing is backed up by it."
}

# Secrets

resource "proxmox_virtual_environment_user_token" {
  category = "secret"
  severity = "high"
  identity = ["name"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

# Who may do what

resource "proxmox_virtual_environment_role" {
  category = "identity"
  severity = "medium"
  identity = ["name"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "proxmox_virtual_environment_user" {
  category = "identity"
  severity = "medium"
  identity = ["name"]
  recovery = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

# Networks

resource "proxmox_virtual_environment_network_linux_bridge" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, traffic that needs it stops."
}

# What runs

resource "proxmox_virtual_environment_haresource" {
  category = "cluster"
  severity = "medium"
  identity = ["name"]
  recovery = "Until the next apply brings it back, what runs on it stands still."
}

# What was published

resource "proxmox_virtual_environment_download_file" {
  category = "registry"
  severity = "medium"
  identity = ["name"]
  recovery = "Until the next apply brings it back, whatever fetches from it fails."
}

# Everything else

resource "proxmox_virtual_environment_pool" {
  category = "other"
  severity = "medium"
  identity = ["name"]
  recovery = "The next apply brings it back; until then it does nothing."
}
