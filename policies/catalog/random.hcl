# Resource types of the provider random: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

# A generator's value lives only in the state, and what is named or opened by it changes with it.

resource "random_password" {
  category  = "secret"
  severity  = "high"
  generates = ["result"]
  force_new = ["keepers", "length"]
  recovery  = "The old value is only in the state. Make sure that whatever uses it takes the new one in the same apply."
}

resource "random_bytes" {
  category  = "key"
  severity  = "critical"
  generates = ["base64", "hex"]
  recovery  = "The old value is only in the state; if it is a key, what it encrypted is unreadable. Keep it elsewhere first."
}

resource "random_id" {
  category  = "other"
  severity  = "high"
  identity  = ["hex"]
  generates = ["hex", "dec", "b64_url", "b64_std", "id"]
  force_new = ["keepers", "byte_length"]
  recovery  = "Whatever is named after it gets another name, and often is replaced. Read those rows of the plan."
}

resource "random_string" {
  category  = "other"
  severity  = "high"
  identity  = ["result"]
  generates = ["result"]
  recovery  = "Whatever is named after it gets another name, and often is replaced. Read those rows of the plan."
}

resource "random_pet" {
  category  = "other"
  severity  = "high"
  identity  = ["id"]
  generates = ["id"]
  recovery  = "Whatever is named after it gets another name, and often is replaced. Read those rows of the plan."
}

resource "random_uuid" {
  category  = "other"
  severity  = "high"
  identity  = ["result"]
  generates = ["result"]
  recovery  = "Whatever is known by it gets another identity. Read those rows of the plan."
}

resource "random_integer" {
  category  = "other"
  severity  = "medium"
  identity  = ["result"]
  generates = ["result"]
  recovery  = "What it has gathered is gone; a new one starts from nothing."
}

resource "random_shuffle" {
  category  = "other"
  severity  = "medium"
  generates = ["result"]
  recovery  = "What it has gathered is gone; a new one starts from nothing."
}
