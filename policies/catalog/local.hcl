# Resource types of the provider local: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

# Files on the machine that runs Terraform, written again from the configuration.

resource "local_file" {
  category = "data"
  severity = "low"
  identity = ["filename"]
  recovery = "The next apply brings back its configuration; until then what relies on it fails."
}

resource "local_sensitive_file" {
  category = "secret"
  severity = "medium"
  identity = ["filename"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}
