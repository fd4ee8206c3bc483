# Resource types of the provider minio: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

resource "minio_s3_bucket" {
  category    = "data"
  severity    = "critical"
  identity    = ["name"]
  disarmed_by = { force_destroy = true }
  recovery    = "It is not deleted while it holds anything; emptied, nothing brings that back."
}
