# Resource types of the kubectl providers: what they hold, what guards them, and what
# losing one takes. Maintained by hand.

resource "kubectl_manifest" {
  category     = "data"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { apply_only = true }
  recovery     = "It may be anything: deleting a custom resource definition deletes every object of that kind. Read the manifest first."
}
