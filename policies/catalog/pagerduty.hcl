# Resource types of the provider pagerduty: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

resource "pagerduty_service_integration" {
  category = "secret"
  severity = "high"
  identity = ["name", "summary"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "pagerduty_team" {
  category = "identity"
  severity = "medium"
  identity = ["name", "summary"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "pagerduty_user" {
  category = "identity"
  severity = "high"
  identity = ["name", "summary"]
  recovery = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

resource "pagerduty_escalation_policy" {
  category = "other"
  severity = "high"
  identity = ["name", "summary"]
  recovery = "A new one has another id; whatever refers to the old one has to follow."
}

resource "pagerduty_schedule" {
  category = "other"
  severity = "high"
  identity = ["name", "summary"]
  recovery = "What it has gathered is gone; a new one starts from nothing."
}

resource "pagerduty_service" {
  category = "other"
  severity = "high"
  identity = ["name", "summary"]
  recovery = "What it has recorded so far is gone. What it has gathered is gone; a new one starts from nothing."
}
