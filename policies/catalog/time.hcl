# Resource types of the provider time: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

# A moment that other resources are named or timed by; their changes are rows of their own.

resource "time_rotating" {
  category  = "other"
  severity  = "medium"
  identity  = ["name"]
  generates = ["rfc3339", "unix", "id"]
  recovery  = "What it has gathered is gone; a new one starts from nothing."

  lose "rotation_days" {
    when = "shrinks"
    says = "It rotates sooner, and what hangs on it is replaced then."
  }
}

resource "time_static" {
  category  = "other"
  severity  = "medium"
  identity  = ["name"]
  generates = ["rfc3339", "unix", "id"]
  recovery  = "What it has gathered is gone; a new one starts from nothing."
}

resource "time_offset" {
  category  = "other"
  severity  = "medium"
  generates = ["rfc3339", "unix", "id"]
}

resource "time_sleep" {
  category = "other"
  severity = "low"
  identity = ["name"]
  recovery = "The next apply brings it back; until then it does nothing."
}
