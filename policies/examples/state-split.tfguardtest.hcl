policy = "state-split.hcl"

test "the old stack lets go of what moves" {
  time = "2030-06-01T12:00:00Z"
  change "module.orders.aws_sqs_queue.orders" {
    actions = ["forget"]
    before  = { name = "orders" }
  }
  expect {
    decision  = "warn"
    addresses = []
  }
}

test "afterwards it is asked about again" {
  time = "2031-06-01T12:00:00Z"
  change "module.orders.aws_sqs_queue.orders" {
    actions = ["forget"]
    before  = { name = "orders" }
  }
  expect {
    decision = "confirm"
  }
}

test "the new stack imports it" {
  time = "2030-06-01T12:00:00Z"
  change "aws_sqs_queue.orders" {
    actions   = ["no-op"]
    importing = true
    before    = { name = "orders" }
    after     = { name = "orders" }
  }
  expect {
    decision = "allow"
  }
}

test "nothing is destroyed on the way" {
  time = "2030-06-01T12:00:00Z"
  change "module.orders.aws_sqs_queue.orders" {
    actions = ["forget"]
    before  = { name = "orders" }
  }
  change "module.orders.aws_sqs_queue.returns" {
    actions = ["delete"]
    before  = { name = "returns" }
  }
  expect {
    decision  = "block"
    rules     = ["project/a-split-destroys-nothing"]
    addresses = ["module.orders.aws_sqs_queue.returns"]
  }
}
