# Resource types of the time provider: what they hold, what guards them, and what
# losing one takes. Maintained by hand.

# A moment that other resources are named or timed by; their changes are rows of their own.

resource "time_rotating" {
  category = "other"
  severity = "medium"
}

resource "time_static" {
  category = "other"
  severity = "medium"
}

resource "time_offset" {
  category = "other"
  severity = "medium"
}

resource "time_sleep" {
  category = "other"
  severity = "low"
}
