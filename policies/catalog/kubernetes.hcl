# Resource types of the Kubernetes provider: what they hold, what guards them, and what
# losing one takes. Maintained by hand.

# Data and what holds it

resource "kubernetes_namespace" {
  category = "data"
  severity = "critical"
  identity = ["metadata.name"]
  recovery = "Everything in the namespace goes with it, volumes included. List what is in it first."
}

resource "kubernetes_namespace_v1" {
  category = "data"
  severity = "critical"
  identity = ["metadata.name"]
  recovery = "Everything in the namespace goes with it, volumes included. List what is in it first."
}

resource "kubernetes_persistent_volume_claim" {
  category = "data"
  severity = "critical"
  identity = ["metadata.name"]
  recovery = "With the usual reclaim policy the disk behind it is deleted. Take a snapshot, or set the volume to Retain first."
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
  category = "data"
  severity = "critical"
  identity = ["manifest.metadata.name"]
  recovery = "It may be anything: deleting a custom resource definition deletes every object of that kind. Read the manifest first."
}

# Secrets, services and access

resource "kubernetes_secret" {
  category = "secret"
  severity = "high"
  identity = ["metadata.name"]
  recovery = "Values that are nowhere else are gone; pods that need them do not start."
}

resource "kubernetes_secret_v1" {
  category = "secret"
  severity = "high"
  identity = ["metadata.name"]
  recovery = "Values that are nowhere else are gone; pods that need them do not start."
}

resource "kubernetes_deployment" {
  category = "cluster"
  severity = "high"
  identity = ["metadata.name"]
  recovery = "Its pods stop until it is created again."
}

resource "kubernetes_deployment_v1" {
  category = "cluster"
  severity = "high"
  identity = ["metadata.name"]
  recovery = "Its pods stop until it is created again."
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
  category = "other"
  severity = "medium"
  identity = ["metadata.name"]
}

resource "kubernetes_config_map_v1" {
  category = "other"
  severity = "medium"
  identity = ["metadata.name"]
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
}
