# builtin:strict: nothing is lost without a second person.
#
#     extends = ["builtin:strict"]
#
# For what many people depend on. The default asks whoever runs terraform to type what is lost; here
# somebody else has to look at it. What a new one replaces (severity "low") stays as easy as before.

rule "second-person" {
  actions = ["delete", "replace", "forget", "drift-loss", "lose", "disarm"]
  except {
    severities = ["low"]
  }
  decision = "approve"
  reason   = "Nothing is lost here before a second person has looked at it."
  remedy   = "Have somebody else look at this plan. If the object is to stay, undo the change that removes it."
}

rule "unreadable-work" {
  actions  = ["runs-code", "invoke"]
  decision = "approve"
  reason   = "It runs commands that no plan shows, and here a second person reads them first."
  remedy   = "Have somebody else read the provisioner or action blocks."
}

limit "one-mistake" {
  actions  = ["delete", "replace", "forget", "drift-loss", "lose"]
  max      = 20
  decision = "block"
  reason   = "Nobody reads so many losses in one plan."
  remedy   = "Split the work into plans that a person can read: one folder, or one module, at a time."
  except {
    severities = ["low"]
  }
}

command "state push" {
  decision = "approve"
  reason   = "It puts a file in the place of the whole state."
}

command "force-unlock" {
  decision = "approve"
  reason   = "Whoever holds the lock may still be writing the state, and two writers lose it."
}
