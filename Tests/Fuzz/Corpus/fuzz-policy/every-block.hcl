observe {
  until = "2031-12-01"
}
exception "e" {
  rules     = ["builtin:default/r"]
  addresses = ["a.b[*]", "module.*[\"k\"].**"]
  until     = "2031-01-01T10:00:00+01:00"
  decision  = "warn"
}
resource "a_b" {
  severity     = "low"
  protected_by = { a.b = ">=7", c = "x|y" }
}
command "state rm" {
  decision = "block"
}
limit "l" {
  max = 1e400
  percent = 30
  floor = 5
  decision = "approve"
}
