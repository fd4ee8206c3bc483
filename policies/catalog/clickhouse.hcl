# Resource types of the provider clickhouse: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

resource "clickhouse_postgres_service" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "clickhouse_service" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "clickhouse_service_transparent_data_encryption_key_association" {
  category = "key"
  severity = "critical"
  identity = ["name"]
  recovery = "What it encrypted can never be read again. Find out what uses it, and re-encrypt that first."
}

resource "clickhouse_clickpipe" {
  category    = "queue"
  severity    = "high"
  identity    = ["name"]
  disarmed_by = { stopped = true }
  recovery    = "Its place in the stream is lost: work is done twice or left out."
}
