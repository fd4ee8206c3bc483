rule "x" {
  reason = "[2J[31mSafe.[0m" oops
  # ‮kcolb = noisiced
  decision =  "allow"
}
