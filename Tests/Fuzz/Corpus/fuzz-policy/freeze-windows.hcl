# Freeze windows: what may change when nobody is there to notice.

environment "production" {
  match { workspace = ["prod", "prod-*"] }
}

window "year-end" {
  dates    = ["2026-12-18/2027-01-04", "2027-12-17/2028-01-03"]
  timezone = "Europe/Berlin"
}

# From Friday afternoon to Monday morning.
window "weekend" {
  days     = ["sat", "sun"]
  timezone = "Europe/Berlin"
}

window "friday-afternoon" {
  days     = ["fri"]
  from     = "14:00"
  to       = "24:00"
  timezone = "Europe/Berlin"
}

rule "frozen" {
  environments = ["production"]
  during       = ["year-end"]
  actions      = ["*"]
  except {
    actions = ["read"]
  }
  decision = "block"
  reason   = "Nothing changes over the year's end: those who could mend it are away."
  remedy   = "Wait, or write an exception with the address, the ticket and a date."
}

rule "not-into-the-weekend" {
  environments = ["production"]
  during       = ["weekend", "friday-afternoon"]
  actions      = ["update", "delete", "replace", "forget"]
  decision     = "approve"
  reason       = "What breaks now breaks over the weekend."
}
