# Resource types of the provider vsphere: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

# More that holds data

resource "vsphere_datastore_cluster" {
  category = "data"
  severity = "high"
  identity = ["name"]
  recovery = "It is not deleted while it holds anything; emptied, nothing brings that back."
}

resource "vsphere_file" {
  category = "data"
  severity = "medium"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "vsphere_nas_datastore" {
  category = "data"
  severity = "high"
  identity = ["name"]
  recovery = "What is using it loses its disk in the middle of work. Stop that first."
}

resource "vsphere_virtual_disk" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "vsphere_virtual_machine" {
  category     = "data"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { "disk.keep_on_remove" = true }
  recovery     = "Nothing brings back what it holds. Export it, or take a snapshot, first."

  lose "disk" {
    when = "removed"
    key  = "label"
    says = "The disk is deleted with what is on it, unless it says keep_on_remove."
  }
}

resource "vsphere_vmfs_datastore" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

# Backups, and what makes them

resource "vsphere_virtual_machine_snapshot" {
  category    = "backup"
  severity    = "high"
  identity    = ["name"]
  disarmed_by = { remove_children = true }
  recovery    = "These copies are gone for good. Make sure that what they were made of is still there."
}

# Who may do what

resource "vsphere_entity_permissions" {
  category = "identity"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "vsphere_role" {
  category = "identity"
  severity = "medium"
  identity = ["name"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

# Networks

resource "vsphere_distributed_port_group" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "vsphere_distributed_virtual_switch" {
  category = "network"
  severity = "critical"
  identity = ["name"]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

# What runs

resource "vsphere_compute_cluster" {
  category    = "cluster"
  severity    = "critical"
  identity    = ["name"]
  disarmed_by = { force_evacuate_on_destroy = true }
  recovery    = "A new one has another id; whatever refers to the old one has to follow."
}

resource "vsphere_datacenter" {
  category = "cluster"
  severity = "critical"
  identity = ["name"]
  recovery = "It is not deleted while it holds anything; emptied, nothing brings that back."
}

resource "vsphere_host" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, what runs on it stands still."
}

resource "vsphere_namespace" {
  category = "cluster"
  severity = "critical"
  identity = ["name"]
  recovery = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "vsphere_resource_pool" {
  category = "cluster"
  severity = "medium"
  identity = ["name"]
  recovery = "A new one has another id; whatever refers to the old one has to follow."
}

resource "vsphere_supervisor" {
  category = "cluster"
  severity = "critical"
  identity = ["name"]
  recovery = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

# What was published

resource "vsphere_content_library" {
  category = "registry"
  severity = "critical"
  identity = ["name"]
  recovery = "What was published in it is gone, and whatever fetches it fails. Copy it elsewhere first."
}

resource "vsphere_content_library_item" {
  category = "registry"
  severity = "high"
  identity = ["name"]
  recovery = "What was published in it is gone, and whatever fetches it fails. Copy it elsewhere first."
}

# Everything else

resource "vsphere_folder" {
  category = "other"
  severity = "medium"
  identity = ["name"]
  recovery = "It is not deleted while it holds anything; emptied, nothing brings that back."
}
