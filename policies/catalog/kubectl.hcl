# Resource types of the provider kubectl: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

resource "kubectl_manifest" {
  category     = "data"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { apply_only = true }
  container    = "whatever the cluster made of it; with a custom resource definition, every object of that kind"
  recovery     = "It may be anything: deleting a custom resource definition deletes every object of that kind. Read the manifest first."

  warn "yaml_body" {
    when = "changes"
    says = "What the cluster makes of the new manifest is in no plan."
  }
}
