# Resource types of HCP Terraform and Terraform Enterprise: what they hold, what guards them, and what
# losing one takes. Maintained by hand.

# Where other states live

resource "tfe_workspace" {
  category     = "state-backend"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { allow_destroy_plan = false }
  disarmed_by = {
    force_delete                   = true
    auto_destroy_at                = "set"
    auto_destroy_activity_duration = "set"
  }
  recovery = "Its state goes with it: Terraform no longer knows what it made. Pull the state and keep it first."
}

resource "tfe_organization" {
  category     = "state-backend"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { allow_force_delete_workspaces = false }
  recovery     = "Every workspace, with its state, goes with it. Pull the states and keep them first."
}

resource "tfe_project" {
  category = "state-backend"
  severity = "high"
  identity = ["name"]
  recovery = "Its workspaces must be moved first."
}

resource "tfe_stack" {
  category = "state-backend"
  severity = "critical"
  identity = ["name"]
  recovery = "Its state goes with it: Terraform no longer knows what it made."
}

resource "tfe_workspace_run" {
  category = "data"
  severity = "critical"
  identity = ["workspace_id"]
  recovery = "Destroying it may start a run that destroys what the other workspace holds."
}

resource "tfe_variable" {
  category = "secret"
  severity = "high"
  identity = ["key"]
  recovery = "A sensitive value cannot be read back. Keep it elsewhere first."
}

resource "tfe_variable_set" {
  category = "secret"
  severity = "high"
  identity = ["name"]
  recovery = "Its values are gone from every workspace that uses it."
}

resource "tfe_team" {
  category = "identity"
  severity = "high"
  identity = ["name"]
  recovery = "Its members lose their access."
}

resource "tfe_team_token" {
  category = "secret"
  severity = "high"
  identity = ["team_id"]
  recovery = "Pipelines that carry the token fail at once."
}

resource "tfe_registry_module" {
  category = "registry"
  severity = "critical"
  identity = ["name"]
  recovery = "Published versions are gone: configurations that name them no longer initialize."
}
