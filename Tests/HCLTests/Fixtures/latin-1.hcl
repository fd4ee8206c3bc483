rule "x" {
  reason = "grün"
}
