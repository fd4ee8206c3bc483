# Resource types of the provider ns1: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

resource "ns1_record" {
  category = "dns"
  severity = "high"
  identity = ["name", "zone"]
  recovery = "Until the next apply brings it back, its names do not resolve."
}

resource "ns1_zone" {
  category = "dns"
  severity = "critical"
  identity = ["name", "zone"]
  recovery = "Its names resolve no longer, and a new one is served by other name servers."
}
