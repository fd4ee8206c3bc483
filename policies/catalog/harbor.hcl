# Resource types of the provider harbor: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

resource "harbor_project" {
  category    = "registry"
  severity    = "critical"
  identity    = ["name"]
  disarmed_by = { force_destroy = true }
  recovery    = "It is not deleted while it holds anything; emptied, nothing brings that back."
}
