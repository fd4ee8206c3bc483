rule "no-database-loss" {
  actions  = ['delete', "replace"]
  types    = ["aws_db_*" "aws_rds_*"]
  when     = change.before.size = 10GB
  decision: "block"
  reason   = "A database is not undone
}

limit "blast-radius" {
  max      = 20,
  percent  = (30
  decision = "approve"
  decision = "block"
}

rule "last"
  decision = "warn"
