# Resource types of the provider supabase: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

resource "supabase_branch" {
  category = "data"
  severity = "high"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "supabase_project" {
  category  = "data"
  severity  = "critical"
  identity  = ["name"]
  container = "its databases"
  recovery  = "Nothing brings back what it holds. Export it, or take a snapshot, first."

  warn "instance_size" {
    when = "changes"
    says = "The database is restarted."
  }
}

resource "supabase_edge_function_secrets" {
  category = "secret"
  severity = "high"
  identity = ["name"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}
