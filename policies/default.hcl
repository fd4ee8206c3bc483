# builtin:default, which is always a layer: it stops every loss and bothers nobody else.
#
# What no rule of any layer matches: no-op, read, create, update, move and import are allowed, and
# every other effect is confirmed. Of several rules that match, the strictest decision counts. A
# type that no catalog knows has no severity, so that it is never taken for one that is "low".
#
# A project's tfguard.hcl may tighten any of this.

# What a new one replaces without anybody noticing: severity "low" in the catalog.

rule "renewal" {
  actions    = ["replace"]
  severities = ["low"]
  decision   = "allow"
  reason     = "A new one is as good as the old."
}

rule "renewable-dropped" {
  actions    = ["delete"]
  severities = ["low"]
  decision   = "warn"
  reason     = "It goes away. It holds nothing, and applying its configuration again brings it back."
  remedy     = "Make sure that nothing uses it any more."
}

# What is gone afterwards.

rule "loss" {
  actions = ["delete", "replace"]
  except {
    severities = ["low"]
  }
  decision = "confirm"
  reason   = "The object that exists now is destroyed, and Terraform cannot bring it back."
  remedy   = "If it is to stay, undo the change that removes or replaces it; if only its name changed, write a moved block; if Terraform is to let go of it, a removed block with destroy = false."
}

rule "forgotten" {
  actions  = ["forget"]
  decision = "confirm"
  reason   = "The object stays, and Terraform no longer knows it: nobody updates it or pays attention to it."
  remedy   = "Write down who looks after it from now on. An import block takes it back."
}

rule "vanished" {
  actions  = ["drift-loss"]
  decision = "confirm"
  reason   = "The state has the object and the refresh did not find it. Applying drops it from the state, or builds it anew."
  remedy   = "Check account, region and credentials first: with the wrong ones nothing is found. If it was deleted by hand, find out by whom."
}

rule "silent-loss" {
  actions  = ["lose"]
  decision = "confirm"
  reason   = "Nothing is deleted, and data is: this change shortens how long it is kept, or overwrites it."
  remedy   = "Copy what is still needed before applying."
}

rule "disarm" {
  actions  = ["disarm"]
  decision = "confirm"
  reason   = "A protection is taken off: the next plan can delete what this one unlocks."
  remedy   = "If nothing is to be deleted afterwards, leave the protection on."
}

# What Terraform does that no plan can show.

rule "runs-code" {
  actions  = ["runs-code"]
  decision = "confirm"
  reason   = "Its provisioners run commands, and no plan shows what those do."
  remedy   = "Read the provisioner blocks of this resource first."
}

rule "invocation" {
  actions  = ["invoke"]
  decision = "confirm"
  reason   = "An action is run on the provider's side; it is not undone by applying again."
  remedy   = "Read what the action block does to which object first."
}

# What one person should not do alone, and what a machine should not do at all.

rule "critical-in-production" {
  actions      = ["delete", "replace", "forget", "drift-loss", "lose", "disarm"]
  severities   = ["critical"]
  environments = ["production"]
  decision     = "approve"
  reason       = "People depend on it, and losing it is not undone by applying again."
  remedy       = "Have a second person look at this plan. If the object is to stay, undo the change that removes it."
}

rule "code-in-production" {
  actions      = ["runs-code", "invoke"]
  environments = ["production"]
  actors       = ["agent", "ci", "unattended"]
  decision     = "approve"
  reason       = "It runs commands in production that no plan shows, and nobody is watching."
  remedy       = "Have a person apply this plan, after reading what it runs."
}

# What is "low" does not count, so that a deployment which renews task definitions is no disaster;
# nor does what no catalog knows, each of which is confirmed anyway.
limit "blast-radius" {
  actions    = ["delete", "replace", "forget", "drift-loss", "lose"]
  severities = ["critical", "high", "medium"]
  max        = 20
  percent    = 30
  floor      = 5
  decision   = "approve"
  reason     = "This plan loses so much that a mistake is likelier than a wish: a wrong workspace, an empty variable, a provider that finds nothing."
  remedy     = "Check workspace, account and variables. If it is meant, split the work into smaller plans."
}

# What changes a state without a plan. `state rm` needs no block: it is the "forget" of each object
# it names. A subcommand that no block mentions is confirmed.

command "untaint" {
  decision = "allow"
}

command "taint" {
  decision = "confirm"
  reason   = "The next apply destroys it and builds a new one."
  remedy   = "terraform apply -replace=ADDRESS shows in a plan what that comes to."
}

command "import" {
  decision = "confirm"
  reason   = "From now on Terraform owns an object that was somebody's: the next apply changes it, and a destroy takes it away."
  remedy   = "An import block shows in a plan what Terraform would change."
}

command "force-unlock" {
  decision = "confirm"
  reason   = "Whoever holds the lock may still be writing the state, and two writers lose it."
  remedy   = "Find out who holds it: terraform says so when it cannot get the lock."
}

command "workspace delete" {
  decision = "confirm"
  reason   = "The workspace's state goes with it."
}

# Which state a folder belongs to is what keeps an apply from building production a second time.

command "pin" {
  environments = ["production"]
  decision     = "approve"
  reason       = "The pin says which state is production's. Once it is another, an apply builds everything a second time, or destroys what the other one holds."
  remedy       = "Have a second person look which state is meant."
}

command "state mv" {
  decision = "confirm"
  reason   = "Where the configuration does not follow, the next apply destroys what was moved and builds it anew."
  remedy   = "A moved block does the same in a plan that can be read first."
}

command "state push" {
  decision = "confirm"
  reason   = "It puts a file in the place of the whole state."
}

command "state replace-provider" {
  decision = "confirm"
  reason   = "Another provider takes over every object of the old one."
}

command "init" {
  flags    = ["-migrate-state", "-force-copy"]
  decision = "confirm"
  reason   = "It copies the state to another backend, over one that may be there already."
  remedy   = "Look first at what the new backend holds."
}

command "init" {
  flags    = ["-from-module", "-plugin-dir"]
  decision = "confirm"
  reason   = "It brings code of somebody's choice into the folder, or providers that no registry vouches for."
}

command "test" {
  decision = "allow"
}

command "test" {
  environments = ["production"]
  decision     = "block"
  reason       = "Tests create and destroy real things, with production's credentials."
  remedy       = "Run them in a folder and workspace of their own."
}

# Which state it is. A missing state is the beginning of every second copy of production, and an old
# one the beginning of its loss.

state {
  other_backend  = "warn"
  empty          = "warn"
  unpinned       = "warn"
  mismatch       = "block"
  rollback       = "block"
  collapse       = "block"
  outside_change = "warn"
  no_history     = "warn"
}

state {
  actors        = ["agent"]
  other_backend = "confirm"
  empty         = "confirm"
}

state {
  environments  = ["production"]
  other_backend = "confirm"
  empty         = "confirm"
}
