# Resource types of the provider rediscloud: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

resource "rediscloud_active_active_subscription" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "rediscloud_active_active_subscription_database" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "rediscloud_active_active_subscription_regions" {
  category    = "data"
  severity    = "high"
  identity    = ["name"]
  disarmed_by = { delete_regions = true }
  recovery    = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "rediscloud_essentials_database" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "rediscloud_subscription" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "rediscloud_subscription_database" {
  category     = "data"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { data_persistence = "aof-every-1-second" }
  recovery     = "Nothing brings back what it holds. Export it, or take a snapshot, first."

  lose "data_persistence" {
    to   = "none"
    says = "Nothing is written to disk: a restart empties it."
  }
}
