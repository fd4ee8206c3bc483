# The demo's infrastructure: two databases that cost nothing.

resource "terraform_data" "courses" {
  input = "courses-prod"
}

resource "terraform_data" "enrolments" {
  input = "enrolments-prod"
}
