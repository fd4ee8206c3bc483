# The demo's policy: it declares that the two resources of main.tf are databases.

environment "demo" {
  fallback = true
}

resource "terraform_data" {
  category = "data"
  severity = "critical"
  identity = ["input"]
  recovery = "From last night's snapshot in about an hour; what was written since is gone."
}

rule "no-database-loss" {
  actions    = ["delete", "replace", "forget"]
  categories = ["data"]
  decision   = "confirm"
  reason     = "A database does not come back by applying again."
  remedy     = "To keep it but stop managing it, write a removed block with destroy = false."
}
