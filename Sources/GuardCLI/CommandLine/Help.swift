/// What `tfguard help` prints.
let helpText = """
    Usage: tfguard [-policy=FILE] [-approval=FILE] [terraform] SUBCOMMAND [ARGS]
           tfguard check [FLAGS] PLAN...
           tfguard policy check|show|test|init|catalog
           tfguard explain [-plan=PLAN] [ADDRESS]
           tfguard request PLAN
           tfguard approve REQUEST -reason=TEXT
           tfguard pin, log, incident, posture
           tfguard shim install|status|remove
           tfguard with PROGRAM [ARGUMENTS]
           tfguard demo, tfguard completion bash|zsh|fish
           tfguard help [COMMAND]

    tfguard stands in front of terraform (or tofu). Before anything is applied it
    has terraform make a plan, reads the whole of it, judges every change against
    the policy, and lets it through, asks a person to type what is about to be
    lost, or refuses. Then exactly that plan is applied.

    In front of terraform
      tfguard terraform apply        Prefix: terraform, tofu, or a path such as
                                     ./bin/terraform stands first.
      tfguard apply                  Short: the terraform on PATH.
      terraform apply                Shim: tfguard under the name terraform or tofu
                                     runs the next one of that name on PATH that is
                                     not tfguard.

      apply, destroy, refresh        judged, with or without a saved plan
      plan                           passed on; judged when -out leaves a plan file
      init, fmt, get, login, logout, workspace new and select, providers lock and
      mirror                         passed on, once their paths are checked
      show, output, validate, version, state list, and the others that only read
                                     passed on: terraform takes the process over
      state rm, state mv, state push, state replace-provider, import, taint,
      untaint, force-unlock, workspace delete, test, init -migrate-state and others
                                     judged without a plan, by what they would drop,
                                     move or replace; a person types to confirm

      -policy=FILE                   A further policy. It can only tighten.
      -approval=FILE                 What somebody else signed: tfguard approve.
      -dev-overrides                 Lets in a provider under development; a person
                                     confirms, and in production it is blocked.

    tfguard check PLAN...
      Judges saved plans, the output of terraform show -json, or - for standard
      input, and applies nothing. A folder stands for every plan below it, a name
      with * or ** for the files that it matches; many are judged at once.

      -format=text|json|markdown|github|gitlab|sarif|junit
                                     How the verdict is printed.
      -output=FORMAT=FILE            A further report, into a file.
      -fail-on=confirm|approve|block The weakest decision that fails; confirm if not
                                     given. Statuses from 64 up stay as they are.
      -policy=FILE                   A further policy. It can only tighten.
      -history=DIR                   What the policy would have said of the plans
                                     in DIR, counted, with each that it stops.
      -policy-ref=REF                The project's policy as a commit of git has it:
                                     a pull request does not bring its own.
      -project-policy=FILE           In the place of the project's policy, to try
                                     it: the verdict says so, and apply has none.
      -chdir=DIRECTORY               The root module, where it is another folder.
      -terraform=PROGRAM             What shows saved plans, terraform if not given.
      -run-evidence                  Have the policy's programs prove what its rules
                                     want proven.
      -no-color                      No colours.

    tfguard policy check [FILE...]
      Reads the folder's policy, or each FILE in its place, and tells what is wrong
      or hardly meant: what has ended or is about to, what nothing can match.

    tfguard policy show
      Prints what holds in this folder, each block with its layer.

    tfguard policy test [DIR...]
      Runs the tests in *.tfguardtest.hcl below DIR, a line each. Exits with 1 where
      one fails.

    tfguard policy init
      Writes a first tfguard.hcl for the workspaces and folders that are there.

    tfguard policy catalog [TYPE]
      Shows what is known of a resource type: how bad it is to lose one, what guards
      it, which updates destroy; without TYPE, how many types of which provider.

    tfguard explain [-plan=PLAN] [ADDRESS]
      Tells why a change is judged as it is: what is known of it, and each rule.
      Without -plan it tells what the record says of the last judgement here.

      -policy=FILE, -policy-ref=REF, -project-policy=FILE, -chdir=DIRECTORY,
      -no-color                      As for tfguard check; the last two for tfguard
                                     policy, too.

    tfguard request PLAN
      Judges a saved plan and writes tfguard-request.json for somebody else to
      approve; a refused run does so by itself where an approval would help. With
      apply and its flags for PLAN the plan is made first, and kept; state rm and
      the like are requested as they would be typed.

    tfguard approve REQUEST -reason=TEXT
      Shows what is asked for, has what is lost typed, and has ssh-keygen sign it.
      Also takes -valid=TIME, -key=FILE, -out=FILE, -break-glass, -policy=FILE and
      -no-color. The approval is given to an apply by tfguard -approval=FILE apply
      PLAN, or by the variable TFGUARD_APPROVALS.

    tfguard rehearsal [LINE]
      Has ssh-keygen sign that the last apply in this folder, or that of a line of
      the record, went well: for a rehearsal block, given like an approval. It also
      takes -key=FILE and -out=FILE, tfguard.rehearsal if not given.

    tfguard explain -actor
      Tells who is asking, by what; with -verbose also what else was looked for.

    tfguard pin [-new [-until=DATE]|-remove] [-workspace=NAME] [-approval=FILE]...
                [DIR...]
      Writes .tfguard.lock.hcl, to be committed: which state belongs to the folder.
      Any other is blocked. -new expects a state that is still to come. To change or
      remove a pin, a person types; in production others sign, and -approval=FILE
      takes what they have signed.

    tfguard log [show [LINE]|tail [COUNT]|stats] [-json]
      Shows who applied what and how that ended: every run, or all of one line.

    tfguard log verify [-head=HASH] [-file=FILE]
      Checks that no line of the record was changed, removed, added or moved, and
      names the first that was; against a head that was kept elsewhere, also that
      its end was not cut off or written anew.

    tfguard incident [LINE|last] [-format=markdown|json]
      Writes a report on one run, the last that lost something if none is named,
      filled from the record; what only people know is left empty.

    tfguard posture [DIR] [-state=FILE] [-format=text|json|markdown] [-max=ROW=N]
      Counts, of a configuration and its state, what decides whether an incident
      can happen: paths, verbs, backups, recovery, likeness; and how to lower each.
      Asks for no credentials: FILE is a state file or what terraform show -json
      prints, - for standard input. Exits with 1 where a row is above its -max.

    tfguard shim install [DIR]
      Puts links to tfguard called terraform and tofu into DIR, ~/.tfguard/bin if
      not given, and prints the line that puts DIR in front of PATH: whatever runs
      terraform by its name then goes through the guard.

    tfguard shim status
      Tells whether terraform and tofu on PATH are the guard, and what goes around
      it. Exits with 0 where they are, else with 1.

    tfguard shim remove [DIR]
      Removes those links, and nothing else.

    tfguard with PROGRAM [ARGUMENTS]
      Runs a program, such as terragrunt, make or a script, for which terraform and
      tofu are the guard, through PATH, TG_TF_PATH and TERRAGRUNT_TFPATH. Where
      several applies ask at one terminal, each waits its turn for ten minutes.

    tfguard completion bash|zsh|fish
      Prints what makes that shell complete the command line.

    tfguard demo
      Shows a destroy being stopped, in a temporary folder.

    tfguard help [COMMAND], tfguard -help, tfguard -version
      Print this, or what it says of one command, or the version; tfguard alone
      prints an overview. tfguard(1) has more, and examples.

    Policy: every tfguard.hcl from the root module's folder up to /, every *.hcl in
    /etc/tfguard, and the built-in default. The strictest wins; an error in any of
    them refuses to run.

    Exit status: terraform's own where it ran; otherwise
      0   check: nothing in the way      64  wrong usage
      1   declined at the prompt         65  the plan cannot be read
      3   confirmation needed            69  terraform or ssh-keygen is missing
      4   approval needed                70  internal error
      5   blocked                        73  it cannot be recorded
      6   stale: start again             74  input or output failed
                                         78  the policy has an error
    From 3 to 78, terraform did not apply anything.

    """

/// What `tfguard help` says of one command, or nil where it says nothing of that name.
///
/// A part of the text begins at the margin with the command, and its lines are indented. What is
/// terraform's own is told of in one part.
func helpText(about topic: String) -> String? {
    let isTerraforms =
        Subcommand.all.contains { $0.words.first == topic } || isTerraformName(topic)
    guard isTerraforms || Invocation.ownCommands.contains(topic) else { return nil }
    let start = isTerraforms ? "In front of terraform" : "tfguard \(topic)"
    var found: [Substring] = []
    var isWanted = false
    for line in helpText.split(separator: "\n", omittingEmptySubsequences: false) {
        if let first = line.utf8.first, first != UInt8(ascii: " ") {
            let next = line.hasPrefix(start) ? line.utf8.dropFirst(start.utf8.count).first : 0x78
            isWanted = next == nil || next == UInt8(ascii: " ") || next == UInt8(ascii: ",")
        }
        if isWanted { found.append(line) }
    }
    while found.last?.isEmpty == true { found.removeLast() }
    return found.joined(separator: "\n") + "\n\nAll commands, and the exit status: tfguard help\n"
}
