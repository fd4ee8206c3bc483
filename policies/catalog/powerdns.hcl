# Resource types of the provider powerdns: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

resource "powerdns_zone" {
  category = "dns"
  severity = "critical"
  identity = ["name"]
  recovery = "Its names resolve no longer, and a new one is served by other name servers."
}
