# Resource types of the provider confluent: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

# More that holds data

resource "confluent_flink_materialized_table" {
  category = "data"
  severity = "high"
  identity = ["display_name", "topic_name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "confluent_tableflow_topic" {
  category = "data"
  severity = "high"
  identity = ["display_name", "topic_name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

# Keys

resource "confluent_byok_key" {
  category = "key"
  severity = "critical"
  identity = ["display_name", "topic_name"]
  recovery = "What it encrypted can never be read again. Find out what uses it, and re-encrypt that first."
}

resource "confluent_schema_registry_dek" {
  category    = "key"
  severity    = "critical"
  identity    = ["display_name", "topic_name"]
  disarmed_by = { hard_delete = true }
  recovery    = "For a while it can still be brought back, by hand: note its name and the time of the deletion."
}

resource "confluent_schema_registry_kek" {
  category    = "key"
  severity    = "critical"
  identity    = ["display_name", "topic_name"]
  disarmed_by = { hard_delete = true }
  recovery    = "For a while it can still be brought back, by hand: note its name and the time of the deletion."
}

# Secrets

resource "confluent_api_key" {
  category = "secret"
  severity = "high"
  identity = ["display_name", "topic_name"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

# Who may do what

resource "confluent_identity_pool" {
  category = "identity"
  severity = "high"
  identity = ["display_name", "topic_name"]
  recovery = "A new one has another id; policies that name the old one do not know it."
}

resource "confluent_identity_provider" {
  category = "identity"
  severity = "high"
  identity = ["display_name", "topic_name"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "confluent_kafka_acl" {
  category = "identity"
  severity = "medium"
  identity = ["display_name", "topic_name"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "confluent_role_binding" {
  category = "identity"
  severity = "medium"
  identity = ["display_name", "topic_name"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "confluent_service_account" {
  category = "identity"
  severity = "critical"
  identity = ["display_name", "topic_name"]
  recovery = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

# Networks

resource "confluent_gateway" {
  category = "network"
  severity = "high"
  identity = ["display_name", "topic_name"]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "confluent_network" {
  category = "network"
  severity = "critical"
  identity = ["display_name", "topic_name"]
  recovery = "A new one has another address; whoever knows the old one is cut off."
}

resource "confluent_peering" {
  category = "network"
  severity = "high"
  identity = ["display_name", "topic_name"]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "confluent_private_link_access" {
  category = "network"
  severity = "high"
  identity = ["display_name", "topic_name"]
  recovery = "Until the next apply brings it back, traffic that needs it stops."
}

resource "confluent_private_link_attachment" {
  category = "network"
  severity = "high"
  identity = ["display_name", "topic_name"]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "confluent_transit_gateway_attachment" {
  category = "network"
  severity = "high"
  identity = ["display_name", "topic_name"]
  recovery = "Until the next apply brings it back, traffic that needs it stops."
}

# What runs

resource "confluent_flink_compute_pool" {
  category = "cluster"
  severity = "high"
  identity = ["display_name", "topic_name"]
  recovery = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "confluent_ksql_cluster" {
  category = "cluster"
  severity = "critical"
  identity = ["display_name", "topic_name"]
  recovery = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

# What waits and what delivers it

resource "confluent_cluster_link" {
  category = "queue"
  severity = "high"
  identity = ["display_name", "topic_name"]
  recovery = "What waits in it unread is gone. Stop what writes, and drain it first."
}

resource "confluent_connector" {
  category     = "queue"
  severity     = "high"
  identity     = ["display_name", "topic_name"]
  protected_by = { status = "RUNNING" }
  recovery     = "Its place in the stream is lost: work is done twice or left out."
}

resource "confluent_environment" {
  category  = "queue"
  severity  = "critical"
  identity  = ["display_name", "topic_name"]
  container = "its clusters and schemas"
  recovery  = "It is not deleted while it holds anything; emptied, nothing brings that back."
}

resource "confluent_flink_statement" {
  category    = "queue"
  severity    = "high"
  identity    = ["display_name", "topic_name"]
  disarmed_by = { stopped = true }
  recovery    = "What waits in it unread is gone. Stop what writes, and drain it first."
}

resource "confluent_kafka_cluster" {
  category     = "queue"
  severity     = "critical"
  identity     = ["display_name", "topic_name"]
  protected_by = { deletion_protection = true }
  recovery     = "It gets another address; whoever calls the old one reaches nobody."
}

resource "confluent_kafka_mirror_topic" {
  category = "queue"
  severity = "high"
  identity = ["display_name", "topic_name"]
  recovery = "It is gone at once; nobody can call it off. What waits in it unread is gone. Stop what writes, and drain it first."

  warn "status" {
    to   = "PROMOTED"
    says = "A mirror that is promoted follows its source no longer."
  }
}

resource "confluent_kafka_topic" {
  category  = "queue"
  severity  = "critical"
  identity  = ["display_name", "topic_name"]
  force_new = ["partitions_count"]
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

# What was published

resource "confluent_schema" {
  category = "registry"
  severity = "critical"
  identity = ["display_name", "topic_name"]
  disarmed_by = {
    hard_delete        = true
    recreate_on_update = true
  }
  recovery = "For a while it can still be brought back, by hand: note its name and the time of the deletion."
}

resource "confluent_schema_exporter" {
  category     = "registry"
  severity     = "medium"
  identity     = ["display_name", "topic_name"]
  protected_by = { status = "RUNNING" }
  recovery     = "Until the next apply brings it back, whatever fetches from it fails."
}

resource "confluent_subject_mode" {
  category    = "registry"
  severity    = "medium"
  identity    = ["display_name", "topic_name"]
  disarmed_by = { force = true }
  recovery    = "Until the next apply brings it back, whatever fetches from it fails."
}
