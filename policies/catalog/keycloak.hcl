# Resource types of the provider keycloak: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

resource "keycloak_realm" {
  category     = "identity"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { terraform_deletion_protection = true }
  recovery     = "Every account in it goes with it. Export them first."
}
