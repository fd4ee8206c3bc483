# Resource types of the random provider: what they hold, what guards them, and what
# losing one takes. Maintained by hand.

# A generator's value lives only in the state, and what is named or opened by it changes with it.

resource "random_password" {
  category = "secret"
  severity = "high"
  recovery = "The old value is only in the state. Make sure that whatever uses it takes the new one in the same apply."
}

resource "random_bytes" {
  category = "key"
  severity = "critical"
  recovery = "The old value is only in the state; if it is a key, what it encrypted is unreadable. Keep it elsewhere first."
}

resource "random_id" {
  category = "other"
  severity = "high"
  identity = ["hex"]
  recovery = "Whatever is named after it gets another name, and often is replaced. Read those rows of the plan."
}

resource "random_string" {
  category = "other"
  severity = "high"
  identity = ["result"]
  recovery = "Whatever is named after it gets another name, and often is replaced. Read those rows of the plan."
}

resource "random_pet" {
  category = "other"
  severity = "high"
  identity = ["id"]
  recovery = "Whatever is named after it gets another name, and often is replaced. Read those rows of the plan."
}

resource "random_uuid" {
  category = "other"
  severity = "high"
  identity = ["result"]
  recovery = "Whatever is known by it gets another identity. Read those rows of the plan."
}

resource "random_integer" {
  category = "other"
  severity = "medium"
  identity = ["result"]
}

resource "random_shuffle" {
  category = "other"
  severity = "medium"
}
