# Resource types of the provider rancher2: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

resource "rancher2_cluster" {
  category = "cluster"
  severity = "critical"
  identity = ["name"]
  recovery = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "rancher2_cluster_v2" {
  category = "cluster"
  severity = "critical"
  identity = ["name"]
  recovery = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}
