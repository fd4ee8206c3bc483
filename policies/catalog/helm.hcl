# Resource types of the Helm provider: what they hold, what guards them, and what
# losing one takes. Maintained by hand.

# What a release holds is not in the plan.

resource "helm_release" {
  category    = "data"
  severity    = "critical"
  identity    = ["name"]
  disarmed_by = { force_update = true }
  recovery    = "Everything the chart made goes with it: volumes from its templates and custom resources too. Read \"helm get manifest\" first."
}
