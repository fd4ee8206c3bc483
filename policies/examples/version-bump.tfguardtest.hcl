policy = "version-bump.hcl"

test "a bump that replaces something is blocked" {
  branch = "renovate/aws-6.x"
  change "aws_lb.shop" {
    actions       = ["delete", "create"]
    before        = { name = "shop" }
    after         = { name = "shop" }
    replace_paths = [["name"]]
  }
  expect {
    decision = "block"
    rules    = ["project/bumps-replace-nothing"]
  }
}

test "a bump that updates something passes" {
  branch = "dependabot/terraform/modules/shop-2.0"
  change "aws_lb.shop" {
    actions = ["update"]
    before  = { idle_timeout = 60 }
    after   = { idle_timeout = 90 }
  }
  expect {
    decision = "allow"
  }
}

test "somebody's own branch is asked as ever" {
  branch = "remove-shop"
  change "aws_lb.shop" {
    actions = ["delete"]
    before  = { name = "shop" }
  }
  expect {
    decision = "confirm"
  }
}

test "a pipeline applies what was committed" {
  actors = ["ci"]
  branch = "main"
  dirty  = true
  change "aws_lb.shop" {
    actions = ["create"]
  }
  expect {
    decision = "block"
    rules    = ["project/merged-first"]
  }
}
