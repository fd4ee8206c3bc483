# The brace of the first rule is missing.
rule "no-database-loss" {
  actions  = ["delete", "replace"]
  decision = "block"

rule "no-bucket-loss" {
  types    = ["aws_s3_bucket"]
  decision = "confirm"
}
