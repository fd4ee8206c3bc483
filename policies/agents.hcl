# builtin:agents: agents may create and update outside production, and never lose anything.
#
#     extends = ["builtin:agents"]
#
# The default already stops an agent where a person would have to type; this says what is an agent's
# work at all, so that it is told to hand a plan over before it tries.

rule "agent-loses-nothing" {
  actors  = ["agent"]
  actions = ["delete", "replace", "forget", "drift-loss", "lose", "disarm"]
  except {
    severities = ["low"]
  }
  decision = "block"
  reason   = "An agent takes nothing away here, in any environment."
  remedy   = "Write the change that keeps the object, or hand the plan to a person with what it would lose."
}

rule "agent-runs-nothing" {
  actors   = ["agent"]
  actions  = ["runs-code", "invoke"]
  decision = "block"
  reason   = "Provisioners and actions run commands that no plan shows."
  remedy   = "Hand this plan to a person, who reads the provisioner or action blocks first."
}

rule "agent-in-production" {
  actors       = ["agent"]
  environments = ["production"]
  actions      = ["*"]
  except {
    actions = ["read"]
  }
  decision = "approve"
  reason   = "What an agent changes in production, a person has looked at."
  remedy   = "Open a pull request, or hand the plan to a person."
}

# Of what it may do, an amount that somebody can still read.
limit "agent-pace" {
  actors   = ["agent"]
  actions  = ["create", "update", "import", "move"]
  max      = 50
  decision = "confirm"
  reason   = "So much at once is a loop or a misunderstanding more often than a wish."
  remedy   = "Split the work, or hand the plan to a person."
}
