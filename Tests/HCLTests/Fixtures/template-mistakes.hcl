rule "x" {
  reason = "costs ${var.price:-10} a month, \d and %{ edif }"
  remedy = "%{ if change.destroys }Ask for it."
  when   = "${length(plan.targets)"
  note   = <<-EOT
    No line ends this.
    EOT.
}
