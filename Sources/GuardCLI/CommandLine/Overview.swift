/// What `tfguard` alone prints: what it is, what one begins with, and where more is.
let overviewText = """
    tfguard stands in front of terraform or tofu: it judges every change of a plan
    against a policy, and lets it through, asks a person to type what would be
    lost, or refuses. Then exactly that plan is applied.

    Usage: tfguard [-policy=FILE] [-approval=FILE] [terraform] SUBCOMMAND [ARGS]
           tfguard COMMAND [ARGS]

    To begin with
      tfguard demo                   Shows a destroy being stopped, in a minute.
      tfguard terraform apply        As terraform apply, with the guard in front.
      tfguard check PLAN             Judges a plan and applies nothing: for CI.
      tfguard policy init            Writes a first tfguard.hcl for this folder.
      tfguard shim install           Puts the guard in front of whatever calls
                                     terraform by its name.

    The other commands
      explain, request, approve, rehearsal, pin, log, incident, posture, with,
      completion

    tfguard help COMMAND tells of one of them, tfguard help of all, with every flag
    and exit status; tfguard(1) has more, and examples.

    """
