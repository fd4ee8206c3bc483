# Resource types of the provider argocd: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

resource "argocd_project" {
  category = "identity"
  severity = "medium"
  identity = ["name"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "argocd_application" {
  category    = "cluster"
  severity    = "critical"
  identity    = ["name"]
  disarmed_by = { cascade = true }
  container   = "everything the application deployed, where it cascades"
  recovery    = "Until the next apply brings it back, what runs on it stands still."
}
