# Resource types of Terraform itself: what they hold, what guards them, and what
# losing one takes. Maintained by hand.

# It holds nothing; a plan that would run its provisioners is judged as runs-code. A project that
# keeps something behind one says so with a resource block of its own.

resource "terraform_data" {
  category = "other"
  severity = "low"
}
