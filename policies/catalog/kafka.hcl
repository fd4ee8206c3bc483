# Resource types of the provider kafka: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

resource "kafka_user_scram_credential" {
  category = "secret"
  severity = "high"
  identity = ["name"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "kafka_acl" {
  category = "identity"
  severity = "medium"
  identity = ["name"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "kafka_topic" {
  category  = "queue"
  severity  = "critical"
  identity  = ["name"]
  force_new = ["partitions"]
  recovery  = "What waits in it unread is gone. Stop what writes, and drain it first."

  lose "config['retention.ms']" {
    when    = "shrinks"
    forever = [-1]
    says    = "Messages older than that are deleted."
  }

  lose "config['retention.bytes']" {
    when    = "shrinks"
    forever = [-1]
    says    = "The oldest messages beyond that size are deleted."
  }

  lose "config['cleanup.policy']" {
    from = ["compact"]
    to   = "delete|compact,delete"
    says = "Messages that were kept by key are deleted by age."
  }
}
