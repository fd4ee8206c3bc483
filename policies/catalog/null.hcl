# Resource types of the null provider: what they hold, what guards them, and what
# losing one takes. Maintained by hand.

# It holds nothing; a plan that would run its provisioners is judged as runs-code.

resource "null_resource" {
  category = "other"
  severity = "low"
}
