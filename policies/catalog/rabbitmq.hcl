# Resource types of the provider rabbitmq: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

resource "rabbitmq_queue" {
  category = "queue"
  severity = "critical"
  identity = ["name"]
  recovery = "What waits in it unread is gone. Stop what writes, and drain it first."
}

resource "rabbitmq_vhost" {
  category = "queue"
  severity = "critical"
  identity = ["name"]
  recovery = "What waits in it unread is gone. Stop what writes, and drain it first."
}
