# Ownership: what belongs to a team is changed by that team, or with a second person.
#
# Who made the commit is what git says, which whoever made it can make it say. So it only ever makes
# things stricter: a stranger is asked for an approval, and nobody passes by calling himself a member.

rule "payments-owns-payments" {
  addresses = ["module.payments.**", "module.ledger[*].**"]
  actions   = ["create", "update", "delete", "replace", "forget", "move", "import"]
  when      = !endswith(vcs.author, "@payments.example.com")
  decision  = "approve"
  reason    = "This belongs to the payments team, and the commit is not theirs."
  remedy    = "Have somebody of the payments team look at this plan."
}

rule "nobody-leaves-the-platform" {
  addresses = ["module.platform.**"]
  actions   = ["delete", "replace", "forget"]
  decision  = "approve"
  reason    = "Every team stands on the platform."
}
