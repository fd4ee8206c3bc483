policy = "tfguard.hcl"

test "at night an agent replaces no legacy database" {
  workspace = "prod"
  actors    = ["agent"]
  time      = "2026-11-20T23:00:00Z"
  change "module.legacy[0].aws_db_instance.orders" {
    actions = ["delete", "create"]
    before  = { identifier = "orders", engine_version = "14", deletion_protection = false }
    after   = { identifier = "orders", engine_version = "15", deletion_protection = false }
  }
  expect {
    decision     = "block"
    rules        = ["project/no-database-loss"]
    environments = ["production"]
  }
}

test "by day the rule is not about it, and the built-in one is" {
  workspace = "prod"
  actors    = ["agent"]
  time      = "2026-11-20T12:00:00Z"
  change "module.legacy[0].aws_db_instance.orders" {
    actions = ["delete", "create"]
    before  = { identifier = "orders", engine_version = "14", deletion_protection = false }
    after   = { identifier = "orders", engine_version = "15", deletion_protection = false }
  }
  expect {
    decision = "block" # nobody is there who could approve
    rules    = ["builtin:default/critical-in-production"]
  }
}

test "a protected one is not what the condition is about" {
  workspace = "prod"
  actors    = ["agent"]
  time      = "2026-11-20T23:00:00Z"
  change "module.legacy[0].aws_db_instance.orders" {
    actions = ["delete", "create"]
    before  = { identifier = "orders", engine_version = "14", deletion_protection = true }
    after   = { identifier = "orders", engine_version = "15", deletion_protection = true }
  }
  expect {
    decision = "block" # nobody is there who could approve
    rules    = ["builtin:default/critical-in-production"]
  }
}

test "a pipeline deploys" {
  workspace = "prod"
  actors    = ["ci"]
  change "aws_ecs_service.shop" {
    actions = ["update"]
    before  = { desired_count = 2 }
    after   = { desired_count = 4 }
  }
  expect {
    decision = "allow"
  }
}

test "and does nothing else" {
  workspace = "prod"
  actors    = ["ci"]
  change "aws_ecs_service.shop" {
    actions = ["update"]
    before  = { desired_count = 2, launch_type = "EC2" }
    after   = { desired_count = 4, launch_type = "FARGATE" }
  }
  expect {
    decision = "block"
    rules    = ["project/only-deploys"]
  }
}

test "half a plan in production waits for a second person" {
  workspace = "nobody-names-this" # the fallback
  targets   = ["aws_ecs_service.shop"]
  change "aws_ecs_service.shop" {
    actions = ["create"]
  }
  expect {
    decision     = "approve"
    rules        = ["project/no-partial-plan-in-production"]
    environments = ["production"]
  }
}

test "a preview may die" {
  workspace = "pr-12"
  change "aws_s3_bucket.uploads" {
    actions = ["delete"]
    before  = { bucket = "uploads-pr-12" }
  }
  expect {
    decision     = "allow"
    environments = ["preview"]
  }
}

test "but not a third of it at once" {
  workspace = "pr-12"
  resources = 6
  change "aws_s3_bucket.uploads" {
    actions = ["delete"]
    before  = { bucket = "uploads-pr-12" }
  }
  change "aws_s3_bucket.logs" {
    actions = ["delete"]
    before  = { bucket = "logs-pr-12" }
  }
  expect {
    decision = "approve"
    rules    = ["project/blast-radius"]
  }
}

test "what a resource block calls critical is critical" {
  workspace = "prod"
  change "acme_vault.main" {
    actions = ["delete"]
    before  = { name = "vault-prod" }
  }
  expect {
    decision = "approve"
  }
}

test "taking a protection off is a disarm" {
  workspace = "prod"
  change "acme_vault.main" {
    actions = ["update"]
    before  = { name = "vault-prod", deletion_protection = true }
    after   = { name = "vault-prod", deletion_protection = false }
  }
  expect {
    decision = "approve"
  }
}

test "moving a state is confirmed" {
  workspace = "staging"
  command   = "init"
  flags     = ["-migrate-state"]
  expect {
    decision = "confirm"
  }
}
