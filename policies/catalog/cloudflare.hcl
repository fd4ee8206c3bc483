# Resource types of the provider cloudflare: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

# Names

resource "cloudflare_zone" {
  category = "dns"
  severity = "critical"
  identity = ["name", "zone"]
  recovery = "Every record and setting goes with the zone, and a new one may have other name servers. Export the records first."

  lose "paused" {
    to   = true
    says = "Traffic goes to the origin, past cache and protection."
  }
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

  warn "content" {
    when = "changes"
    says = "Traffic goes elsewhere as soon as caches expire; note the old values."
  }
}

resource "cloudflare_record" {
  category    = "dns"
  severity    = "high"
  identity    = ["hostname", "name"]
  disarmed_by = { allow_overwrite = true }
  recovery    = "The name stops resolving as caches run out. Write the record's value down first."

  warn "content" {
    when = "changes"
    says = "Traffic goes elsewhere as soon as caches expire; note the old values."
  }
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
  lock     = true
  recovery = "Objects can be deleted again from now on. Ask whoever answers for retention first."

  disarm "rules" {
    when = "removed"
    key  = "id"
    says = "Objects that the rule held can be deleted."
  }
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

  lose "settings.message_retention_period" {
    when = "shrinks"
    says = "Messages older than that are dropped."
  }
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

  lose "migrations" {
    when = "changes"
    says = "A class that the migration deletes takes everything it has stored along."
  }

  lose "migrations" {
    when = "added"
    says = "A class that the migration deletes takes everything it has stored along."
  }
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
  category     = "network"
  severity     = "high"
  identity     = ["name"]
  protected_by = { enabled = true }
  recovery     = "The name it answers for stops resolving."
}

resource "cloudflare_ruleset" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "What the rules blocked is let through again."

  lose "rules" {
    when = "removed"
    key  = "ref"
    says = "That rule goes; the phase has what is listed here and nothing else."
  }
}

resource "cloudflare_api_token" {
  category     = "secret"
  severity     = "high"
  identity     = ["name"]
  protected_by = { status = "active" }
  recovery     = "The token cannot be shown again. Move whoever uses it to a new one first."
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

# More that holds data

resource "cloudflare_ai_search_instance" {
  category = "data"
  severity = "high"
  identity = ["name", "title", "zone"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "cloudflare_flagship_app" {
  category = "data"
  severity = "medium"
  identity = ["name", "title", "zone"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "cloudflare_image" {
  category = "data"
  severity = "high"
  identity = ["name", "title", "zone"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "cloudflare_r2_bucket_lifecycle" {
  category = "data"
  severity = "medium"
  identity = ["name", "title", "zone"]
  recovery = "The next apply brings back its configuration; until then what relies on it fails."

  lose "rules" {
    when = "added"
    key  = "id"
    says = "Objects that the new rule is about are deleted."
  }
}

resource "cloudflare_stream_live_input" {
  category = "data"
  severity = "high"
  identity = ["name", "title", "zone"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."

  lose "delete_recording_after_days" {
    when    = "shrinks"
    forever = [null]
    says    = "Recordings older than that are deleted."
  }
}

resource "cloudflare_workers_kv" {
  category = "data"
  severity = "high"
  identity = ["name", "title", "zone"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."

  warn "value" {
    when = "changes"
    says = "The old value is overwritten."
  }
}

resource "cloudflare_zero_trust_dlp_dataset" {
  category = "data"
  severity = "medium"
  identity = ["name", "title", "zone"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

# Backups, and what makes them

resource "cloudflare_logpush_job" {
  category     = "backup"
  severity     = "high"
  identity     = ["name", "title", "zone"]
  protected_by = { enabled = true }
  recovery     = "What happens meanwhile is written down nowhere. Until the next apply brings it back, nothing is backed up by it."
}

# Secrets

resource "cloudflare_account_token" {
  category = "secret"
  severity = "high"
  identity = ["name", "title", "zone"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "cloudflare_certificate_pack" {
  category = "secret"
  severity = "high"
  identity = ["name", "title", "zone"]
  recovery = "A new one has another value; give it to whoever uses the old one first."
}

resource "cloudflare_custom_ssl" {
  category = "secret"
  severity = "high"
  identity = ["name", "title", "zone"]
  recovery = "A new one has another value; give it to whoever uses the old one first."
}

resource "cloudflare_hyperdrive_config" {
  category = "secret"
  severity = "medium"
  identity = ["name", "title", "zone"]
  recovery = "The next apply brings it back; until then what needs it fails."
}

resource "cloudflare_keyless_certificate" {
  category = "secret"
  severity = "high"
  identity = ["name", "title", "zone"]
  recovery = "A new one has another value; give it to whoever uses the old one first."
}

resource "cloudflare_mtls_certificate" {
  category = "secret"
  severity = "high"
  identity = ["name", "title", "zone"]
  recovery = "The next apply brings it back; until then what needs it fails."
}

resource "cloudflare_secrets_store" {
  category = "secret"
  severity = "critical"
  identity = ["name", "title", "zone"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "cloudflare_secrets_store_secret" {
  category = "secret"
  severity = "high"
  identity = ["name", "title", "zone"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "cloudflare_turnstile_widget" {
  category = "secret"
  severity = "medium"
  identity = ["name", "title", "zone"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "cloudflare_zero_trust_access_service_token" {
  category = "secret"
  severity = "high"
  identity = ["name", "title", "zone"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

# Who may do what

resource "cloudflare_account_member" {
  category = "identity"
  severity = "high"
  identity = ["name", "title", "zone"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "cloudflare_zero_trust_access_policy" {
  category = "identity"
  severity = "high"
  identity = ["name", "title", "zone"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "cloudflare_zero_trust_organization" {
  category = "identity"
  severity = "critical"
  identity = ["name", "title", "zone"]
  recovery = "Nothing is deleted outside: Terraform lets go of it, and nobody looks after it."
}

# Names

resource "cloudflare_custom_hostname_fallback_origin" {
  category = "dns"
  severity = "high"
  identity = ["name", "title", "zone"]
  recovery = "Until the next apply brings it back, its names do not resolve."
}

resource "cloudflare_dns_zone_transfers_incoming" {
  category = "dns"
  severity = "high"
  identity = ["name", "title", "zone"]
  recovery = "Until the next apply brings it back, its names do not resolve."
}

resource "cloudflare_dns_zone_transfers_outgoing" {
  category = "dns"
  severity = "high"
  identity = ["name", "title", "zone"]
  recovery = "Until the next apply brings it back, its names do not resolve."
}

resource "cloudflare_pages_domain" {
  category = "dns"
  severity = "high"
  identity = ["name", "title", "zone"]
  recovery = "Until the next apply brings it back, its names do not resolve."
}

resource "cloudflare_r2_custom_domain" {
  category = "dns"
  severity = "high"
  identity = ["name", "title", "zone"]
  recovery = "Until the next apply brings it back, its names do not resolve."
}

resource "cloudflare_web3_hostname" {
  category = "dns"
  severity = "medium"
  identity = ["name", "title", "zone"]
  recovery = "Until the next apply brings it back, its names do not resolve."
}

resource "cloudflare_zone_hold" {
  category     = "dns"
  severity     = "high"
  identity     = ["name", "title", "zone"]
  protected_by = { hold = true }
  recovery     = "Until the next apply brings it back, its names do not resolve."
}

# Networks

resource "cloudflare_address_map" {
  category     = "network"
  severity     = "high"
  identity     = ["name", "title", "zone"]
  protected_by = { enabled = true }
  recovery     = "Until the next apply brings it back, traffic that needs it stops."
}

resource "cloudflare_byo_ip_prefix" {
  category = "network"
  severity = "critical"
  identity = ["name", "title", "zone"]
  recovery = "A new one has another address; whoever knows the old one is cut off."
}

resource "cloudflare_list" {
  category = "network"
  severity = "high"
  identity = ["name", "title", "zone"]
  recovery = "A new one has another address; whoever knows the old one is cut off."
}

resource "cloudflare_list_item" {
  category = "network"
  severity = "medium"
  identity = ["name", "title", "zone"]
  recovery = "Until the next apply brings it back, traffic that needs it stops."
}

resource "cloudflare_load_balancer_pool" {
  category     = "network"
  severity     = "high"
  identity     = ["name", "title", "zone"]
  protected_by = { enabled = true }
  recovery     = "Until the next apply brings it back, traffic that needs it stops."
}

resource "cloudflare_magic_transit_site" {
  category = "network"
  severity = "high"
  identity = ["name", "title", "zone"]
  recovery = "A new one has another address; whoever knows the old one is cut off."
}

resource "cloudflare_magic_wan_gre_tunnel" {
  category = "network"
  severity = "high"
  identity = ["name", "title", "zone"]
  recovery = "Until the next apply brings it back, traffic that needs it stops."
}

resource "cloudflare_magic_wan_ipsec_tunnel" {
  category = "network"
  severity = "high"
  identity = ["name", "title", "zone"]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "cloudflare_magic_wan_static_route" {
  category = "network"
  severity = "high"
  identity = ["name", "title", "zone"]
  recovery = "Until the next apply brings it back, traffic that needs it stops."
}

resource "cloudflare_page_rule" {
  category     = "network"
  severity     = "medium"
  identity     = ["name", "title", "zone"]
  protected_by = { status = "active" }
  recovery     = "Until the next apply brings it back, traffic that needs it stops."
}

resource "cloudflare_spectrum_application" {
  category = "network"
  severity = "high"
  identity = ["name", "title", "zone"]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "cloudflare_waiting_room" {
  category = "network"
  severity = "medium"
  identity = ["name", "title", "zone"]
  recovery = "Until the next apply brings it back, traffic that needs it stops."
}

resource "cloudflare_zero_trust_gateway_policy" {
  category     = "network"
  severity     = "medium"
  identity     = ["name", "title", "zone"]
  protected_by = { enabled = true }
  recovery     = "Until the next apply brings it back, traffic that needs it stops."
}

resource "cloudflare_zone_lockdown" {
  category = "network"
  severity = "medium"
  identity = ["name", "title", "zone"]
  recovery = "Until the next apply brings it back, traffic that needs it stops."
}

# What runs

resource "cloudflare_workers_deployment" {
  category = "cluster"
  severity = "medium"
  identity = ["name", "title", "zone"]
  recovery = "Until the next apply brings it back, what runs on it stands still."
}

resource "cloudflare_workers_for_platforms_dispatch_namespace" {
  category = "cluster"
  severity = "critical"
  identity = ["name", "title", "zone"]
  recovery = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

# What waits and what delivers it

resource "cloudflare_email_routing_catch_all" {
  category     = "queue"
  severity     = "medium"
  identity     = ["name", "title", "zone"]
  protected_by = { enabled = true }
  recovery     = "Until the next apply brings it back, nothing is delivered, and some of it is lost."
}

resource "cloudflare_email_routing_rule" {
  category     = "queue"
  severity     = "high"
  identity     = ["name", "title", "zone"]
  protected_by = { enabled = true }
  recovery     = "Until the next apply brings it back, nothing is delivered, and some of it is lost."
}

resource "cloudflare_email_routing_settings" {
  category     = "queue"
  severity     = "high"
  identity     = ["name", "title", "zone"]
  protected_by = { enabled = true }
  recovery     = "Until the next apply brings it back, nothing is delivered, and some of it is lost."
}

resource "cloudflare_pipeline" {
  category = "queue"
  severity = "high"
  identity = ["name", "title", "zone"]
  recovery = "What waits in it unread is gone. Stop what writes, and drain it first."
}

resource "cloudflare_queue_consumer" {
  category = "queue"
  severity = "medium"
  identity = ["name", "title", "zone"]
  recovery = "Until the next apply brings it back, nothing is delivered, and some of it is lost."
}

resource "cloudflare_workflow" {
  category = "queue"
  severity = "high"
  identity = ["name", "title", "zone"]
  recovery = "What waits in it unread is gone. Stop what writes, and drain it first."
}

# Everything else

resource "cloudflare_healthcheck" {
  category = "other"
  severity = "medium"
  identity = ["name", "title", "zone"]
  recovery = "The next apply brings it back; until then it does nothing."
}
