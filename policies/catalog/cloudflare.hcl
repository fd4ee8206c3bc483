# Resource types of the Cloudflare provider: what they hold, what guards them, and what
# losing one takes. Maintained by hand.

# Names

resource "cloudflare_zone" {
  category = "dns"
  severity = "critical"
  identity = ["name", "zone"]
  recovery = "Every record and setting goes with the zone, and a new one may have other name servers. Export the records first."
}

resource "cloudflare_zone_dnssec" {
  category     = "dns"
  severity     = "critical"
  identity     = ["zone_id"]
  protected_by = { status = "active" }
  recovery     = "Remove the DS record at the registrar first and wait, or the whole zone stops resolving."
}

resource "cloudflare_dns_record" {
  category = "dns"
  severity = "high"
  identity = ["name"]
  recovery = "The name stops resolving as caches run out. Write the record's value down first."
}

resource "cloudflare_record" {
  category = "dns"
  severity = "high"
  identity = ["hostname", "name"]
  recovery = "The name stops resolving as caches run out. Write the record's value down first."
}

resource "cloudflare_registrar_domain" {
  category = "dns"
  severity = "critical"
  identity = ["domain_name", "domain"]
  protected_by = {
    auto_renew = true
    locked     = true
  }
  recovery = "The registration stays; its settings are no longer held by Terraform."
}

resource "cloudflare_custom_hostname" {
  category = "dns"
  severity = "high"
  identity = ["hostname"]
  recovery = "That customer's site is away until the name is validated again."
}

# Data and queues

resource "cloudflare_r2_bucket" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Objects cannot be brought back. Copy the bucket first."
}

resource "cloudflare_r2_bucket_lock" {
  category = "backup"
  severity = "critical"
  identity = ["bucket_name"]
  recovery = "Objects can be deleted again from now on. Ask whoever answers for retention first."
}

resource "cloudflare_d1_database" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "No undo: export the database with wrangler first."
}

resource "cloudflare_workers_kv_namespace" {
  category = "data"
  severity = "critical"
  identity = ["title"]
  recovery = "Every key is gone. Export them first."
}

resource "cloudflare_queue" {
  category = "queue"
  severity = "critical"
  identity = ["queue_name", "name"]
  recovery = "Waiting messages are gone. Let the queue run empty first."
}

resource "cloudflare_stream" {
  category = "data"
  severity = "critical"
  identity = ["uid", "id"]
  recovery = "The video is gone. Download it first."
}

# Networks, and who may do what

resource "cloudflare_pages_project" {
  category = "network"
  severity = "critical"
  identity = ["name"]
  recovery = "The site and all its deployments are gone."
}

resource "cloudflare_workers_script" {
  category = "cluster"
  severity = "high"
  identity = ["script_name", "name"]
  recovery = "What it serves is away; its Durable Objects and their data may go with it."
}

resource "cloudflare_zero_trust_tunnel_cloudflared" {
  category = "network"
  severity = "critical"
  identity = ["name"]
  recovery = "The tunnel's token changes: every connector must be set up again."
}

resource "cloudflare_tunnel" {
  category = "network"
  severity = "critical"
  identity = ["name"]
  recovery = "The tunnel's token changes: every connector must be set up again."
}

resource "cloudflare_zero_trust_access_application" {
  category = "identity"
  severity = "high"
  identity = ["name"]
  recovery = "What it guards may be open, or away, until it is back."
}

resource "cloudflare_zero_trust_access_identity_provider" {
  category = "identity"
  severity = "critical"
  identity = ["name"]
  recovery = "Nobody can sign in through it. Keep another way in open first."
}

resource "cloudflare_load_balancer" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "The name it answers for stops resolving."
}

resource "cloudflare_ruleset" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "What the rules blocked is let through again."
}

resource "cloudflare_api_token" {
  category = "secret"
  severity = "high"
  identity = ["name"]
  recovery = "The token cannot be shown again. Move whoever uses it to a new one first."
}

resource "cloudflare_origin_ca_certificate" {
  category = "secret"
  severity = "high"
  identity = ["id"]
  recovery = "Servers that present it are no longer trusted by the edge."
}

resource "cloudflare_account" {
  category = "identity"
  severity = "critical"
  identity = ["name"]
  recovery = "Everything in the account goes with it."
}
