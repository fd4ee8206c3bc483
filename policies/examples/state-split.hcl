# A state that is split between two stacks: the old one lets go, the new one imports.
#
# While it lasts, letting go of the database's module is a warning and no question. A plan that lets go
# of something and destroys something else at the same time is a mistake in the removed blocks.

exception "split-orders-off" {
  rules     = ["builtin:default/forgotten"]
  addresses = ["module.orders.**"]
  decision  = "warn"
  until     = "2031-03-31"
  reason    = "OPS-417: orders moves to a stack of its own."
}

rule "a-split-destroys-nothing" {
  when     = plan.counts.forget > 0 || plan.counts.import > 0
  actions  = ["delete", "replace"]
  decision = "block"
  reason   = "This plan moves objects between states, and would destroy one on the way."
  remedy   = "Write the removed block with destroy = false; then plan the rest by itself."
}
