# builtin:production-windows: production changes in its hours, and outside them with a second person.
#
#     extends = ["builtin:production-windows"]
#
#     window "production-hours" {
#       days     = ["mon", "tue", "wed", "thu"]
#       from     = "09:00"
#       to       = "16:00"
#       timezone = "Europe/Berlin"
#     }
#
# The rules are here, and the hours are yours: the policy that extends this one has to define the
# window "production-hours". Outside it nobody is there to notice what a change breaks.

rule "outside-production-hours" {
  environments = ["production"]
  outside      = ["production-hours"]
  actions      = ["*"]
  except {
    actions = ["read"]
  }
  decision = "approve"
  reason   = "Production changes in its hours, when those who know it are there."
  remedy   = "Wait for the window \"production-hours\", or have a second person look at it now."
}

rule "machines-outside-production-hours" {
  environments = ["production"]
  actors       = ["agent", "ci", "unattended"]
  outside      = ["production-hours"]
  actions      = ["*"]
  except {
    actions = ["read"]
  }
  decision = "block"
  reason   = "Outside its hours nobody watches what a machine does to production."
  remedy   = "Run it again within the window \"production-hours\"."
}
