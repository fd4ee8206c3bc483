# Resource types of the provider azapi: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

# What such a resource is stands in its body, which may be anything Azure has.

resource "azapi_resource" {
  category  = "data"
  severity  = "critical"
  identity  = ["name"]
  container = "whatever its type and body say"
  recovery  = "It may be a database as well as a tag. Read its type and body first."

  warn "body" {
    when = "changes"
    says = "What Azure makes of the new body is in no plan."
  }
}

resource "azapi_data_plane_resource" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "It may hold keys or data. Read its type and body first."
}

resource "azapi_update_resource" {
  category = "data"
  severity = "high"
  identity = ["name"]
  recovery = "Nothing is deleted in Azure: what it set stays as it is, and nobody looks after it."
}

resource "azapi_resource_action" {
  category = "data"
  severity = "critical"
  identity = ["action"]
  recovery = "Destroying it may run the action. Read what it does first."
}
