policy = "only-these-changes.hcl"

test "a deployment passes unattended" {
  actors = ["ci"]
  change "aws_ecs_task_definition.shop" {
    actions = ["delete", "create"]
    before  = { family = "shop", revision = 41 }
    after   = { family = "shop" }
  }
  change "aws_ecs_service.shop" {
    actions       = ["update"]
    before        = { name = "shop", desired_count = 2, task_definition = "shop:41" }
    after         = { name = "shop", desired_count = 4 }
    after_unknown = { task_definition = true }
  }
  expect {
    decision = "allow"
  }
}

test "another attribute of the service does not" {
  actors = ["ci"]
  change "aws_ecs_service.shop" {
    actions = ["update"]
    before  = { desired_count = 2, launch_type = "FARGATE" }
    after   = { desired_count = 4, launch_type = "EC2" }
  }
  expect {
    decision  = "block"
    rules     = ["project/only-deploys"]
    addresses = ["aws_ecs_service.shop"]
  }
}

test "nor does anything else beside it" {
  actors = ["unattended"]
  change "aws_ecs_service.shop" {
    actions = ["update"]
    before  = { desired_count = 2 }
    after   = { desired_count = 4 }
  }
  change "aws_security_group.shop" {
    actions = ["create"]
    after   = { name = "shop" }
  }
  expect {
    decision  = "block"
    addresses = ["aws_security_group.shop"]
  }
}

test "a person may do more" {
  change "aws_security_group.shop" {
    actions = ["create"]
    after   = { name = "shop" }
  }
  expect {
    decision = "allow"
  }
}
