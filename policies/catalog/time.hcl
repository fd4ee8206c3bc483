# Resource types of the provider time: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

# A moment that other resources are named or timed by; their changes are rows of their own.

resource "time_rotating" {
  category  = "other"
  severity  = "medium"
  generates = ["rfc3339", "unix", "id"]
  recovery  = "The time is another one, and whatever is named or renewed by it changes along. Read those rows of the plan."

  lose "rotation_days" {
    when = "shrinks"
    says = "It rotates sooner, and what hangs on it is replaced then."
  }
}

resource "time_static" {
  category  = "other"
  severity  = "medium"
  generates = ["rfc3339", "unix", "id"]
  recovery  = "The time is another one, and whatever is named or renewed by it changes along. Read those rows of the plan."
}

resource "time_offset" {
  category  = "other"
  severity  = "medium"
  generates = ["rfc3339", "unix", "id"]
  recovery  = "The time that is counted from it is another one; whatever uses it changes along."
}

resource "time_sleep" {
  category = "other"
  severity = "low"
  recovery = "Nothing exists of it: it waits."
}
