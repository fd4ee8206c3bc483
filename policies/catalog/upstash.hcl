# Resource types of the provider upstash: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

resource "upstash_redis_database" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."

  lose "eviction" {
    to   = true
    says = "Keys are thrown away when memory is short."
  }
}

resource "upstash_vector_index" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "upstash_qstash_schedule_v2" {
  category = "queue"
  severity = "medium"
  identity = ["name"]
  recovery = "Until the next apply brings it back, nothing is delivered, and some of it is lost."
}
