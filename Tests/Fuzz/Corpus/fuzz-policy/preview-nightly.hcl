# Preview environments that are destroyed every night, by a script that nobody watches.
#
# The override counts for a script only once this file is on the default branch. It names what it is
# about twice: what else could be called pr-12 lies in no folder of previews.

environment "preview" {
  match {
    workspace = ["pr-*"]
    backend   = { key = ["previews/*"] }
  }
}

override "preview-may-die" {
  rules        = ["builtin:default/*"]
  environments = ["preview"]
  decision     = "allow"
  reason       = "Preview environments are destroyed every night."
}

# What outlives the night is not theirs.
rule "previews-own-no-data" {
  environments = ["preview"]
  categories   = ["backup", "state-backend"]
  actions      = ["delete", "replace", "forget"]
  decision     = "block"
  reason       = "A preview has no backups of its own; these are somebody else's."
}
