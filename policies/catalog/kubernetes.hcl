# Resource types of the provider kubernetes: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

# Data and what holds it

resource "kubernetes_namespace" {
  category  = "data"
  severity  = "critical"
  identity  = ["metadata.name"]
  container = "everything in the namespace, volumes too"
  backend   = { kubernetes = "namespace" }
  force_new = ["metadata.name"]
  recovery  = "Everything in the namespace goes with it, volumes included. List what is in it first."
}

resource "kubernetes_namespace_v1" {
  category  = "data"
  severity  = "critical"
  identity  = ["metadata.name"]
  container = "everything in the namespace, volumes too"
  backend   = { kubernetes = "namespace" }
  recovery  = "Everything in the namespace goes with it, volumes included. List what is in it first."
}

resource "kubernetes_persistent_volume_claim" {
  category  = "data"
  severity  = "critical"
  identity  = ["metadata.name"]
  force_new = ["spec"]
  recovery  = "With the usual reclaim policy the disk behind it is deleted. Take a snapshot, or set the volume to Retain first."
}

resource "kubernetes_persistent_volume_claim_v1" {
  category = "data"
  severity = "critical"
  identity = ["metadata.name"]
  recovery = "With the usual reclaim policy the disk behind it is deleted. Take a snapshot, or set the volume to Retain first."
}

resource "kubernetes_persistent_volume" {
  category     = "data"
  severity     = "critical"
  identity     = ["metadata.name"]
  protected_by = { "spec.persistent_volume_reclaim_policy" = "Retain" }
  recovery     = "With the policy Delete the disk behind it is deleted. Take a snapshot first."
}

resource "kubernetes_persistent_volume_v1" {
  category     = "data"
  severity     = "critical"
  identity     = ["metadata.name"]
  protected_by = { "spec.persistent_volume_reclaim_policy" = "Retain" }
  recovery     = "With the policy Delete the disk behind it is deleted. Take a snapshot first."
}

resource "kubernetes_stateful_set" {
  category = "data"
  severity = "high"
  identity = ["metadata.name"]
  protected_by = {
    "spec.persistent_volume_claim_retention_policy.when_deleted" = "Retain"
    "spec.persistent_volume_claim_retention_policy.when_scaled"  = "Retain"
  }
  recovery = "The service stops; its volumes stay unless their retention policy says otherwise."

  lose "spec.replicas" {
    to   = 0
    says = "Every pod of the set is stopped."
  }
}

resource "kubernetes_stateful_set_v1" {
  category = "data"
  severity = "high"
  identity = ["metadata.name"]
  protected_by = {
    "spec.persistent_volume_claim_retention_policy.when_deleted" = "Retain"
    "spec.persistent_volume_claim_retention_policy.when_scaled"  = "Retain"
  }
  recovery = "The service stops; its volumes stay unless their retention policy says otherwise."

  lose "spec.replicas" {
    to   = 0
    says = "Every pod of the set is stopped."
  }
}

resource "kubernetes_storage_class" {
  category     = "data"
  severity     = "high"
  identity     = ["metadata.name"]
  protected_by = { reclaim_policy = "Retain" }
  recovery     = "New claims of this class are not served; existing volumes stay."
}

resource "kubernetes_storage_class_v1" {
  category     = "data"
  severity     = "high"
  identity     = ["metadata.name"]
  protected_by = { reclaim_policy = "Retain" }
  recovery     = "New claims of this class are not served; existing volumes stay."
}

resource "kubernetes_manifest" {
  category  = "data"
  severity  = "critical"
  identity  = ["manifest.metadata.name"]
  container = "whatever the cluster made of it; with a custom resource definition, every object of that kind"
  recovery  = "It may be anything: deleting a custom resource definition deletes every object of that kind. Read the manifest first."

  warn "manifest" {
    when = "changes"
    says = "What the cluster makes of the new manifest is in no plan."
  }
}

# Secrets, services and access

resource "kubernetes_secret" {
  category     = "secret"
  severity     = "high"
  identity     = ["metadata.name"]
  protected_by = { immutable = true }
  backend      = { kubernetes = "secret_suffix" }
  recovery     = "Values that are nowhere else are gone; pods that need them do not start."

  warn "data" {
    when = "changes"
    says = "The old values are overwritten."
  }
}

resource "kubernetes_secret_v1" {
  category     = "secret"
  severity     = "high"
  identity     = ["metadata.name"]
  protected_by = { immutable = true }
  backend      = { kubernetes = "secret_suffix" }
  recovery     = "Values that are nowhere else are gone; pods that need them do not start."

  warn "data" {
    when = "changes"
    says = "The old values are overwritten."
  }
}

resource "kubernetes_deployment" {
  category = "cluster"
  severity = "high"
  identity = ["metadata.name"]
  recovery = "Its pods stop until it is created again."

  lose "spec.replicas" {
    to   = 0
    says = "Every pod is stopped."
  }
}

resource "kubernetes_deployment_v1" {
  category = "cluster"
  severity = "high"
  identity = ["metadata.name"]
  recovery = "Its pods stop until it is created again."

  lose "spec.replicas" {
    to   = 0
    says = "Every pod is stopped."
  }
}

resource "kubernetes_service" {
  category = "network"
  severity = "high"
  identity = ["metadata.name"]
  recovery = "Its address changes, and a load balancer behind it goes."
}

resource "kubernetes_service_v1" {
  category = "network"
  severity = "high"
  identity = ["metadata.name"]
  recovery = "Its address changes, and a load balancer behind it goes."
}

resource "kubernetes_ingress_v1" {
  category = "network"
  severity = "high"
  identity = ["metadata.name"]
  recovery = "The sites behind it are away, and a load balancer behind it goes."
}

resource "kubernetes_cluster_role_binding_v1" {
  category = "identity"
  severity = "high"
  identity = ["metadata.name"]
  recovery = "Those accounts lose their rights. Make sure that you are not among them."
}

resource "kubernetes_config_map" {
  category     = "other"
  severity     = "medium"
  identity     = ["metadata.name"]
  protected_by = { immutable = true }
  recovery     = "What it has gathered is gone; a new one starts from nothing."

  warn "data" {
    when = "changes"
    says = "Entries that are not listed go; a broken aws-auth locks everybody out of an EKS cluster."
  }
}

resource "kubernetes_config_map_v1" {
  category     = "other"
  severity     = "medium"
  identity     = ["metadata.name"]
  protected_by = { immutable = true }
  recovery     = "What it has gathered is gone; a new one starts from nothing."

  warn "data" {
    when = "changes"
    says = "Entries that are not listed go; a broken aws-auth locks everybody out of an EKS cluster."
  }
}

resource "kubernetes_job" {
  category = "cluster"
  severity = "low"
  identity = ["metadata.name"]
}

resource "kubernetes_job_v1" {
  category = "queue"
  severity = "low"
  identity = ["metadata.name"]
  recovery = "What waits in it unread is gone. Stop what writes, and drain it first."
}

# Secrets

resource "kubernetes_secret_v1_data" {
  category    = "secret"
  severity    = "medium"
  identity    = ["metadata.name"]
  disarmed_by = { force = true }
  recovery    = "The next apply brings it back; until then what needs it fails."
}

# Who may do what

resource "kubernetes_cluster_role_v1" {
  category = "identity"
  severity = "medium"
  identity = ["metadata.name"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "kubernetes_role_binding_v1" {
  category = "identity"
  severity = "medium"
  identity = ["metadata.name"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "kubernetes_service_account" {
  category = "identity"
  severity = "medium"
  identity = ["metadata.name"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "kubernetes_service_account_v1" {
  category = "identity"
  severity = "medium"
  identity = ["metadata.name"]
  recovery = "What it stood for is revoked, and whoever relies on it is turned away."
}

# Networks

resource "kubernetes_network_policy_v1" {
  category = "network"
  severity = "medium"
  identity = ["metadata.name"]
  recovery = "Until the next apply brings it back, traffic that needs it stops."
}

# What runs

resource "kubernetes_api_service_v1" {
  category = "cluster"
  severity = "high"
  identity = ["metadata.name"]
  recovery = "Until the next apply brings it back, what runs on it stands still."
}

resource "kubernetes_csi_driver_v1" {
  category = "cluster"
  severity = "high"
  identity = ["metadata.name"]
  recovery = "What is using it loses its disk in the middle of work. Stop that first."
}

resource "kubernetes_daemon_set_v1" {
  category = "cluster"
  severity = "high"
  identity = ["metadata.name"]
  recovery = "Until the next apply brings it back, what runs on it stands still."
}

resource "kubernetes_daemonset" {
  category = "cluster"
  severity = "high"
  identity = ["metadata.name"]
  recovery = "Until the next apply brings it back, what runs on it stands still."
}

resource "kubernetes_mutating_webhook_configuration_v1" {
  category = "cluster"
  severity = "medium"
  identity = ["metadata.name"]
  recovery = "Until the next apply brings it back, what runs on it stands still."
}

resource "kubernetes_priority_class_v1" {
  category = "cluster"
  severity = "medium"
  identity = ["metadata.name"]
  recovery = "Until the next apply brings it back, what runs on it stands still."
}

resource "kubernetes_validating_webhook_configuration_v1" {
  category = "cluster"
  severity = "medium"
  identity = ["metadata.name"]
  recovery = "Until the next apply brings it back, what runs on it stands still."
}

# What waits and what delivers it

resource "kubernetes_cron_job_v1" {
  category    = "queue"
  severity    = "medium"
  identity    = ["metadata.name"]
  disarmed_by = { "spec.suspend" = true }
  recovery    = "Until the next apply brings it back, nothing is delivered, and some of it is lost."
}

# Everything else

resource "kubernetes_config_map_v1_data" {
  category    = "other"
  severity    = "medium"
  identity    = ["metadata.name"]
  disarmed_by = { force = true }
  recovery    = "It may lock out whoever runs this. Make sure that another way in exists first."

  warn "data" {
    when = "changes"
    says = "Entries that are not listed go; a broken aws-auth locks everybody out of an EKS cluster."
  }
}

resource "kubernetes_resource_quota_v1" {
  category = "other"
  severity = "medium"
  identity = ["metadata.name"]
  recovery = "The next apply brings it back; until then it does nothing."
}
