# Resource types of the provider dnsimple: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

resource "dnsimple_registered_domain" {
  category = "dns"
  severity = "critical"
  identity = ["name", "domain_name"]
  recovery = "Nothing is deleted outside: Terraform lets go of it, and nobody looks after it."
}

resource "dnsimple_zone_record" {
  category = "dns"
  severity = "high"
  identity = ["name", "domain_name"]
  recovery = "Until the next apply brings it back, its names do not resolve."
}
