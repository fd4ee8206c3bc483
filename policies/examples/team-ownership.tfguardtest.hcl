policy = "team-ownership.hcl"

test "a stranger's change to payments waits for the team" {
  author = "eve@shop.example.com"
  change "module.ledger[0].aws_sqs_queue.bookings" {
    actions = ["update"]
    before  = { name = "bookings", delay_seconds = 0 }
    after   = { name = "bookings", delay_seconds = 5 }
  }
  expect {
    decision  = "approve"
    addresses = ["module.ledger[0].aws_sqs_queue.bookings"]
  }
}

test "the team's own passes" {
  author = "ada@payments.example.com"
  change "module.payments.aws_sqs_queue.bookings" {
    actions = ["update"]
    before  = { name = "bookings", delay_seconds = 0 }
    after   = { name = "bookings", delay_seconds = 5 }
  }
  expect {
    decision = "allow"
  }
}

test "where git says nothing, it is a stranger's" {
  change "module.payments.aws_sqs_queue.bookings" {
    actions = ["update"]
    before  = { delay_seconds = 0 }
    after   = { delay_seconds = 5 }
  }
  expect {
    decision = "approve"
  }
}

test "nobody else's is asked about" {
  author = "eve@shop.example.com"
  change "module.shop.aws_sqs_queue.orders" {
    actions = ["create"]
  }
  expect {
    decision = "allow"
  }
}
