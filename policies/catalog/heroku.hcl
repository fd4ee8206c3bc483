# Resource types of the provider heroku: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

resource "heroku_addon" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."

  warn "plan" {
    when = "changes"
    says = "A database may have to be moved to its new plan by hand."
  }
}

resource "heroku_ssl" {
  category = "secret"
  severity = "high"
  identity = ["name"]
  recovery = "The next apply brings it back; until then what needs it fails."
}

resource "heroku_domain" {
  category = "dns"
  severity = "high"
  identity = ["name"]
  recovery = "A new one has another id, and perhaps other name servers: the names above it have to follow."
}

resource "heroku_space" {
  category = "network"
  severity = "critical"
  identity = ["name"]
  recovery = "A new one has another address; whoever knows the old one is cut off."
}

resource "heroku_app" {
  category  = "cluster"
  severity  = "critical"
  identity  = ["name"]
  container = "its add-ons, databases too"
  recovery  = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "heroku_pipeline" {
  category = "other"
  severity = "medium"
  identity = ["name"]
  recovery = "The next apply brings it back; until then it does nothing."
}
