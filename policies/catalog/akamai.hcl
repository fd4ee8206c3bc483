# Resource types of the provider akamai: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

resource "akamai_dns_zone" {
  category = "dns"
  severity = "critical"
  identity = ["name", "zone"]
  recovery = "Its names resolve no longer, and a new one is served by other name servers."
}

resource "akamai_property" {
  category = "network"
  severity = "high"
  identity = ["name", "zone"]
  recovery = "A new one has another address; whoever knows the old one is cut off."
}
