policy = "public-ip.hcl"

test "a machine with a public address is not replaced without a second person" {
  change "aws_instance.mail" {
    actions       = ["delete", "create"]
    before        = { ami = "ami-1", public_ip = "198.51.100.7" }
    after         = { ami = "ami-2" }
    after_unknown = { public_ip = true }
    replace_paths = [["ami"]]
  }
  expect {
    decision = "approve"
    rules    = ["project/public-address-stays"]
  }
}

test "one without is asked about as ever" {
  change "aws_instance.worker" {
    actions = ["delete", "create"]
    before  = { ami = "ami-1", public_ip = "" }
    after   = { ami = "ami-2", public_ip = "" }
  }
  expect {
    decision = "confirm"
  }
}

test "an update keeps the address" {
  change "aws_instance.mail" {
    actions = ["update"]
    before  = { public_ip = "198.51.100.7", tags = {} }
    after   = { public_ip = "198.51.100.7", tags = { Team = "mail" } }
  }
  expect {
    decision = "allow"
  }
}
