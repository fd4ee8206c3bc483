# Resource types of the provider null: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

# It holds nothing; a plan that would run its provisioners is judged as runs-code.

resource "null_resource" {
  category  = "other"
  severity  = "low"
  generates = ["id"]
  force_new = ["triggers"]
  recovery  = "Nothing is kept in it: applying its configuration makes another. What its provisioners did stays done."
}
