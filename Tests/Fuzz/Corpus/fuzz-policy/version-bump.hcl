# A version bump replaces nothing.
#
# A new version of a provider or module is merged because its checks are green. When it replaces or
# deletes something, that is not what anybody agreed to.

rule "bumps-replace-nothing" {
  when     = can(regex("^(renovate|dependabot)/", vcs.branch))
  actions  = ["delete", "replace", "forget"]
  decision = "block"
  reason   = "A version bump would take something away: the new version reads the configuration differently."
  remedy   = "Read the changelog of what was bumped, and pin the version, or write a moved block."
}

# A change that only somebody's machine knows is not merged at all.
rule "merged-first" {
  actors   = ["ci"]
  when     = vcs.dirty
  actions  = ["*"]
  decision = "block"
  reason   = "What is applied here is not what was committed."
}
