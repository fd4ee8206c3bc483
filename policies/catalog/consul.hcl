# Resource types of the provider consul: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

resource "consul_key_prefix" {
  category = "data"
  severity = "critical"
  identity = ["name", "path_prefix"]
  backend  = { consul = "path" }
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."

  lose "subkeys" {
    when = "removed"
    says = "Keys that are no longer listed are deleted."
  }

  overwrite {
    effect = "warn"
    says   = "Keys below the prefix that are not listed here are deleted."
  }
}

resource "consul_keys" {
  category    = "data"
  severity    = "high"
  identity    = ["name", "path_prefix"]
  disarmed_by = { delete = true }
  backend     = { consul = "path" }
  recovery    = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "consul_acl_token" {
  category = "secret"
  severity = "high"
  identity = ["name", "path_prefix"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "consul_acl_policy" {
  category = "identity"
  severity = "medium"
  identity = ["name", "path_prefix"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "consul_config_entry" {
  category = "network"
  severity = "medium"
  identity = ["name", "path_prefix"]
  recovery = "Until the next apply brings it back, traffic that needs it stops."
}
