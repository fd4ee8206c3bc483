environment "production" {
  match { directory = ["live/production"] }
}

environment "staging" {
  match { directory = ["live/staging"] }
}

rule "nothing-precious-goes" {
  actions      = ["delete", "replace", "forget", "lose", "disarm"]
  environments = ["production"]
  decision     = "block"
  reason       = "Production is taken down by hand, after a rehearsal."
}

rule "only-the-pipeline" {
  actions      = ["create", "update", "delete", "replace", "forget", "move", "import"]
  environments = ["production"]
  actors       = ["human", "agent", "unattended"]
  decision     = "block"
  reason       = "Production is applied by the pipeline."
}

command "state push" {
  environments = ["production"]
  decision     = "block"
  reason       = "A state is never pushed over that of production."
}

command "state replace-provider" {
  environments = ["production"]
  decision     = "block"
  reason       = "Providers of production change in a pull request."
}

command "force-unlock" {
  environments = ["production"]
  decision     = "block"
  reason       = "The pipeline that holds the lock releases it."
}

command "workspace delete" {
  environments = ["production"]
  decision     = "block"
  reason       = "Production has one workspace."
}

apply {
  exec = ["/usr/local/bin/with-production-role"]
}
