environment "production" {
  match { workspace = ["prod"] }
}

environment "development" {
  match { workspace = ["dev-*"] }
}

rule "databases-stay" {
  types    = ["google_sql_*"]
  actions  = ["delete", "replace", "forget"]
  decision = "approve"
  reason   = "Ask the database people."
}
