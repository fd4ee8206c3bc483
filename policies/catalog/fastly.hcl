# Resource types of the provider fastly: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

resource "fastly_service_vcl" {
  category     = "network"
  severity     = "high"
  identity     = ["name"]
  protected_by = { reuse = true }
  disarmed_by  = { force_destroy = true }
  recovery     = "A new one has another address; whoever knows the old one is cut off."
}
