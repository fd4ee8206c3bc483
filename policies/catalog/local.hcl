# Resource types of the local provider: what they hold, what guards them, and what
# losing one takes. Maintained by hand.

# Files on the machine that runs Terraform, written again from the configuration.

resource "local_file" {
  category = "data"
  severity = "low"
  identity = ["filename"]
}

resource "local_sensitive_file" {
  category = "secret"
  severity = "medium"
  identity = ["filename"]
}
