# Every block of the language, and every argument: what this tfguard refuses, it does not have.
environment "production" {
  fallback = true                       # what no environment matches belongs here
  match { workspace = ["prod", "prod-*"] }
  match { directory = ["live/prod/**"] } # of the root module, relative to this file, real path
  match {                               # all inside one match, any of several
    account  = ["123456789012"]         # the provider's own: allowed ids, assumed role, ARNs of changed rows' before
    variable = { region = ["eu-*"] }
  }
  match { backend = { key = ["prod/*"] } }
}

environment "preview" {
  match { workspace = ["pr-*"] }
}

rule "no-database-loss" {
  actions      = ["delete", "replace", "forget"]
  categories   = ["data", "backup"]      # of the catalog
  severities   = ["critical", "high"]
  types        = ["aws_db_*"]            # globs
  addresses    = ["module.legacy[*].**"]
  attributes   = ["engine_version"]      # changed paths, globs
  environments = ["production"]
  actors       = ["agent", "unattended"] # human, agent, ci, unattended
  during       = ["night"]
  outside      = ["working-hours"]
  when         = change.before.deletion_protection != true
  unless       = ["fresh-snapshot", "staging-first"]  # proofs: when all hold, the rule does not apply
  decision     = "block"
  reason       = "A database is not undone by re-applying."
  remedy       = "Remove it from Terraform with a removed block, or ask for an exception."
}

rule "only-deploys" {                    # narrow automation: everything but the excepted
  actors  = ["ci"]
  actions = ["*"]
  except {
    types      = ["aws_ecs_service"]
    actions    = ["update"]
    attributes = ["task_definition", "desired_count"]
  }
  decision = "block"
}

rule "no-partial-plan-in-production" {
  environments = ["production"]
  when         = length(plan.targets) > 0 || length(plan.replaces) > 0 || !plan.refreshed
  decision     = "approve"
}

limit "blast-radius" {                   # over the whole plan; narrowed like a rule
  actions  = ["delete", "replace", "forget"]
  max      = 20
  percent  = 30                          # of the prior state, from `floor` resources on
  floor    = 5
  decision = "approve"
}

override "preview-may-die" {             # permanent, narrow: must name environments or addresses
  rules        = ["builtin:default/*"]   # rules, limits, state and command blocks, by qualified name
  environments = ["preview"]
  decision     = "allow"
  reason       = "Preview environments are destroyed every night."
}

exception "retire-legacy-db" {           # once, until a date
  rules     = ["no-database-loss"]
  addresses = ["aws_db_instance.legacy"]
  decision  = "confirm"
  until     = "2031-12-31"     # a bare date ends at 24:00 UTC; expired: reported, without effect
  reason    = "OPS-123"
}

resource "acme_vault" {                  # adds to the catalog
  category     = "data"
  severity     = "critical"
  identity     = ["name"]                # what a person must type: the first that is set
  protected_by = { deletion_protection = true }
  disarmed_by  = { force_destroy = true }
  recovery     = "Restored from the nightly export in 4 hours."
}

command "init" {
  flags    = ["-migrate-state", "-force-copy"]
  decision = "confirm"
}

state {                                  # several may stand, narrowed like a rule
  actors         = ["agent", "unattended"]
  backends       = ["s3", "gcs", "azurerm", "remote", "cloud"]
  other_backend  = "confirm"             # local state among them
  empty          = "confirm"
  unpinned       = "warn"
  mismatch       = "block"               # another lineage, backend or workspace than pinned
  rollback       = "block"               # an older serial than one already seen
  collapse       = "block"               # half of what was last recorded is gone from the state
  outside_change = "warn"                # the serial moved without tfguard
  no_history     = "warn"                # a pin, but no record on this machine
}

window "night" {
  days     = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
  from     = "22:00"
  to       = "06:00"
  timezone = "Europe/Berlin"
}

window "year-end" {
  dates    = ["2031-12-18/2032-01-04"]
  timezone = "Europe/Berlin"
}

evidence "fresh-snapshot" {              # exit status 0 is the proof; failing, late or unknown is none
  command = ["policies/evidence/aws-snapshot", "--max-age", "24h"]
  timeout = "30s"
}

rehearsal "staging-first" {              # the same module sources applied there first, as a signed record
  environment = "staging"
  within      = "72h"
}

approvals {
  signers = "/etc/tfguard/allowed_signers"
  count   = 1
  valid   = "4h"
  self    = false
  touch   = true                         # hardware keys must have been touched
  pin     = false
  revoked = "/etc/tfguard/revoked"
  replan  = false                        # true: an approval outlives a re-plan with the same changes
}

break_glass {                            # absent: nothing lifts a block
  environments = ["production"]
  actors       = ["human"]
  count        = 1
  self         = true
  touch        = true
  valid        = "30m"
}

apply {
  exec = ["aws-vault", "exec", "prod-admin", "--"]   # credentials that exist only past the gate
}

identity {
  command = ["aws", "sts", "get-caller-identity", "--query", "Arn", "--output", "text"]
}

audit {
  path    = "/var/log/tfguard/audit.jsonl"
  command = ["logger", "-t", "tfguard"]
  sync    = ["policies/audit/s3-sync"]   # fetches the record before judging, stores it after: for runners that forget
  record  = "optional"                   # required: no record, no apply
}

observe {                                # adoption: reports what it would have stopped, stops nothing; never silences an unreadable plan or policy
  until  = "2031-12-01"
  reason = "First month."
}

window "working-hours" {
  days     = ["mon", "tue", "wed", "thu", "fri"]
  from     = "09:00"
  to       = "17:00"
  timezone = "Europe/Berlin"
}

environment "staging" {
  match { workspace = ["staging"] }
}
