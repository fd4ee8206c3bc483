policy = "freeze-windows.hcl"

test "nothing changes over the year's end" {
  workspace = "prod"
  time      = "2026-12-24T12:00:00Z"
  change "aws_ecs_service.shop" {
    actions = ["update"]
    before  = { desired_count = 2 }
    after   = { desired_count = 4 }
  }
  expect {
    decision     = "block"
    rules        = ["project/frozen"]
    environments = ["production"]
  }
}

test "it begins and ends with Berlin's days" {
  workspace = "prod"
  time      = "2026-12-17T23:30:00Z" # half past midnight on the 18th
  change "aws_ecs_service.shop" {
    actions = ["create"]
  }
  expect {
    decision = "block"
  }
}

test "another environment is not frozen" {
  workspace = "staging"
  time      = "2026-12-24T12:00:00Z"
  change "aws_ecs_service.shop" {
    actions = ["update"]
    before  = { desired_count = 2 }
    after   = { desired_count = 4 }
  }
  expect {
    decision = "allow"
  }
}

test "an update on Friday afternoon waits for a second person" {
  workspace = "prod"
  time      = "2026-11-20T14:00:00Z"
  change "aws_ecs_service.shop" {
    actions = ["update"]
    before  = { desired_count = 2 }
    after   = { desired_count = 4 }
  }
  expect {
    decision = "approve"
    rules    = ["project/not-into-the-weekend"]
  }
}

test "on Friday morning it does not" {
  workspace = "prod"
  time      = "2026-11-20T09:00:00Z"
  change "aws_ecs_service.shop" {
    actions = ["update"]
    before  = { desired_count = 2 }
    after   = { desired_count = 4 }
  }
  expect {
    decision = "allow"
  }
}
