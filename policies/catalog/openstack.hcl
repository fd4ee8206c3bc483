# Resource types of the provider openstack: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

# More that holds data

resource "openstack_blockstorage_volume_v3" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "openstack_db_database_v1" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "openstack_db_instance_v1" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "openstack_objectstorage_container_v1" {
  category     = "data"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { versioning = true }
  disarmed_by  = { force_destroy = true }
  recovery     = "It is not deleted while it holds anything; emptied, nothing brings that back."
}

resource "openstack_objectstorage_object_v1" {
  category = "data"
  severity = "high"
  identity = ["name"]
  disarmed_by = {
    delete_after = "set"
    delete_at    = "set"
  }
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "openstack_orchestration_stack_v1" {
  category  = "data"
  severity  = "critical"
  identity  = ["name"]
  container = "everything the stack created"
  recovery  = "What is inside goes with it, and no plan lists that. Look inside first."
}

resource "openstack_sharedfilesystem_share_v2" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

# Secrets

resource "openstack_compute_keypair_v2" {
  category = "secret"
  severity = "medium"
  identity = ["name"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "openstack_identity_application_credential_v3" {
  category = "secret"
  severity = "high"
  identity = ["name"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "openstack_keymanager_container_v1" {
  category = "secret"
  severity = "high"
  identity = ["name"]
  recovery = "The next apply brings it back; until then what needs it fails."
}

resource "openstack_keymanager_secret_v1" {
  category = "secret"
  severity = "critical"
  identity = ["name"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

# Who may do what

resource "openstack_identity_project_v3" {
  category = "identity"
  severity = "critical"
  identity = ["name"]
  recovery = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

resource "openstack_identity_user_v3" {
  category = "identity"
  severity = "high"
  identity = ["name"]
  recovery = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

# Names

resource "openstack_dns_recordset_v2" {
  category     = "dns"
  severity     = "high"
  identity     = ["name"]
  protected_by = { disable_status_check = false }
  recovery     = "Until the next apply brings it back, its names do not resolve."
}

resource "openstack_dns_zone_v2" {
  category = "dns"
  severity = "critical"
  identity = ["name"]
  recovery = "Its names resolve no longer, and a new one is served by other name servers."
}

# Networks

resource "openstack_lb_loadbalancer_v2" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "openstack_networking_floatingip_v2" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "A new one has another address; whoever knows the old one is cut off."
}

resource "openstack_networking_network_v2" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "openstack_networking_port_v2" {
  category = "network"
  severity = "medium"
  identity = ["name"]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "openstack_networking_router_v2" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

# What runs

resource "openstack_compute_instance_v2" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  disarmed_by = {
    "block_device.delete_on_termination" = true
    force_delete                         = true
  }
  recovery = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "openstack_containerinfra_cluster_v1" {
  category = "cluster"
  severity = "critical"
  identity = ["name"]
  recovery = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

# What was published

resource "openstack_images_image_v2" {
  category     = "registry"
  severity     = "high"
  identity     = ["name"]
  protected_by = { protected = true }
  recovery     = "What was published in it is gone, and whatever fetches it fails. Copy it elsewhere first."
}
