# Resource types of the provider terraform: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

# It holds nothing; a plan that would run its provisioners is judged as runs-code. A project that
# keeps something behind one says so with a resource block of its own.

resource "terraform_data" {
  category  = "other"
  severity  = "low"
  generates = ["id", "output"]
  force_new = ["triggers_replace"]
  recovery  = "Nothing is kept in it: applying its configuration makes another. What its provisioners did stays done."
}
