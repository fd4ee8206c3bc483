# builtin:ci: nothing in a pipeline waits for a keyboard.
#
#     extends = ["builtin:ci"]
#
# A pipeline has nobody to type what is lost. What the default would ask a person is asked of an
# approval instead, which is given before the pipeline runs; what needs none passes as before.

rule "approved-before" {
  actors  = ["ci"]
  actions = ["delete", "replace", "forget", "drift-loss", "lose", "disarm", "runs-code", "invoke"]
  except {
    severities = ["low"]
    actions    = ["delete", "replace", "create", "update"]
  }
  decision = "approve"
  reason   = "Nobody is at the keyboard of a pipeline: what it loses has been approved before, or is not lost."
  remedy   = "Approve this plan, or have a person apply it from a terminal."
}

command "import" {
  actors   = ["ci"]
  decision = "block"
  reason   = "A pipeline changes state by plans, which people read."
  remedy   = "Write an import block."
}

command "taint" {
  actors   = ["ci"]
  decision = "block"
  reason   = "A pipeline changes state by plans, which people read."
  remedy   = "Use terraform apply -replace=ADDRESS."
}

command "state mv" {
  actors   = ["ci"]
  decision = "block"
  reason   = "A pipeline changes state by plans, which people read."
  remedy   = "Write a moved block."
}

command "state push" {
  actors   = ["ci"]
  decision = "block"
  reason   = "A pipeline that puts a file in the place of the state undoes whatever it does not know."
}

command "force-unlock" {
  actors   = ["ci"]
  decision = "block"
  reason   = "A pipeline cannot know whether the holder of the lock is still writing."
  remedy   = "Have a person find out who holds the lock."
}
