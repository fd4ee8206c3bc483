/// What `tfguard help` prints.
let helpText = """
    Usage: tfguard [-policy=FILE] [terraform] SUBCOMMAND [ARGUMENTS]
           tfguard check [FLAGS] PLAN...
           tfguard demo

    tfguard stands in front of terraform (or tofu). Before anything is applied it has
    terraform make a plan, reads the whole of it, judges every change against the
    policy, and lets it through, asks a person to type what is about to be lost, or
    refuses. Then exactly that plan is applied.

    In front of terraform
      tfguard terraform apply        Prefix: terraform, tofu, or a path such as
                                     ./bin/terraform stands first.
      tfguard apply                  Short: the terraform on PATH.
      terraform apply                Shim: tfguard under the name terraform or tofu
                                     runs the next one of that name on PATH.

      apply, destroy, refresh        judged, with or without a saved plan
      plan                           passed on; judged when -out leaves a plan file
      init, fmt, get, login, logout, workspace new and select, providers lock and
      mirror                         passed on, once their paths are checked
      show, output, validate, version, state list, and the others that only read
                                     passed on: terraform takes the process over
      state rm, state mv, state push, state replace-provider, import, taint, untaint,
      force-unlock, workspace delete, test, init -migrate-state, init -force-copy
                                     judged without a plan, by what they would drop,
                                     move or replace; a person types to confirm

      -policy=FILE                   A further policy. It can only tighten.

    tfguard check PLAN...
      Judges saved plans, the output of terraform show -json, or - for standard
      input, and applies nothing.

      -format=text|json              How the verdict is printed.
      -fail-on=confirm|approve|block The weakest decision that fails; confirm if not
                                     given.
      -policy=FILE                   As above.
      -chdir=DIRECTORY               The root module, where it is another folder.
      -terraform=PROGRAM             What shows saved plans: terraform, tofu, a path.
      -no-color                      No colours.

    tfguard demo
      Shows a destroy being stopped, in a temporary folder.

    tfguard help, tfguard -version

    Policy: every tfguard.hcl from the root module's folder up to /, every *.hcl in
    /etc/tfguard, and the built-in default. The strictest wins.

    Exit status: terraform's own where it ran; otherwise
      1   declined at the prompt         65  the plan cannot be read
      3   confirmation needed            69  terraform is missing
      4   approval needed                70  internal error
      5   blocked                        74  input or output failed
      64  wrong usage                    78  the policy has an error
    From 3 up, terraform did not apply anything.

    """
