# Resource types of the provider helm: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

# What a release holds is not in the plan.

resource "helm_release" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  disarmed_by = {
    force_update = true
    replace      = true
    atomic       = true
  }
  container = "everything the chart installed, volumes perhaps"
  force_new = ["namespace"]
  recovery  = "Everything the chart made goes with it: volumes from its templates and custom resources too. Read \"helm get manifest\" first."

  warn "version" {
    when = "changes"
    says = "A chart may rename or drop volumes between versions; diff its manifests first."
  }

  warn "values" {
    when = "changes"
    says = "Values can switch volumes off; diff the chart's manifests first."
  }

  warn "set" {
    when = "changes"
    says = "Values can switch volumes off; diff the chart's manifests first."
  }

  disarm "force_update" {
    to   = true
    says = "What cannot be updated is deleted and created anew."
  }
}
