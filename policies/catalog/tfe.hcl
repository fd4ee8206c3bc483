# Resource types of the provider tfe: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

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
  container = "the states of everything it manages"
  backend   = { remote = "workspaces.name" }
  recovery  = "Its state goes with it: Terraform no longer knows what it made. Pull the state and keep it first."

  lose "auto_destroy_at" {
    when = "added"
    says = "Everything the workspace manages is destroyed then."
  }

  lose "auto_destroy_at" {
    when = "changes"
    says = "Everything the workspace manages is destroyed then."
  }

  lose "auto_destroy_activity_duration" {
    when    = "shrinks"
    forever = [null]
    says    = "Everything the workspace manages is destroyed when nobody touches it for that long."
  }

  disarm "auto_apply" {
    to   = true
    says = "Plans are applied without anybody having looked at them."
  }

  warn "terraform_version" {
    when = "changes"
    says = "A state that a newer version has written is not read by an older one."
  }

  disarm "working_directory" {
    when = "changes"
    says = "The next run compares the same state with another configuration, and deletes what that lacks."
  }

  disarm "vcs_repo" {
    when = "changes"
    says = "The next run compares the same state with another configuration, and deletes what that lacks."
  }
}

resource "tfe_organization" {
  category     = "state-backend"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { allow_force_delete_workspaces = false }
  container    = "every workspace with its states"
  backend      = { remote = "organization" }
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
  category  = "data"
  severity  = "critical"
  identity  = ["workspace_id"]
  container = "everything the workspace manages"
  recovery  = "Destroying it may start a run that destroys what the other workspace holds."
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

# Backups, and what makes them

resource "tfe_data_retention_policy" {
  category = "backup"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, nothing is backed up by it."

  lose "delete_older_than.days" {
    when = "shrinks"
    says = "State versions older than that are deleted."
  }
}

# Where states are kept

resource "tfe_workspace_settings" {
  category = "state-backend"
  severity = "medium"
  identity = ["name"]
  recovery = "Until the next apply brings it back, no run finds its state."
}

# Secrets

resource "tfe_agent_token" {
  category = "secret"
  severity = "high"
  identity = ["name"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "tfe_oauth_client" {
  category = "secret"
  severity = "high"
  identity = ["name"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "tfe_organization_token" {
  category = "secret"
  severity = "high"
  identity = ["name"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "tfe_ssh_key" {
  category = "secret"
  severity = "medium"
  identity = ["name"]
  recovery = "The next apply brings it back; until then what needs it fails."
}

# Who may do what

resource "tfe_policy" {
  category = "identity"
  severity = "high"
  identity = ["name"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "tfe_policy_set" {
  category = "identity"
  severity = "high"
  identity = ["name"]
  recovery = "What it forbade is allowed from then on. Until the next apply brings it back, whoever relies on it has no access."
}

resource "tfe_saml_settings" {
  category     = "identity"
  severity     = "high"
  identity     = ["name"]
  protected_by = { enabled = true }
  recovery     = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "tfe_team_access" {
  category = "identity"
  severity = "medium"
  identity = ["name"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

# What runs

resource "tfe_agent_pool" {
  category = "cluster"
  severity = "medium"
  identity = ["name"]
  recovery = "A new one has another id; whatever refers to the old one has to follow."
}

# What was published

resource "tfe_registry_provider" {
  category = "registry"
  severity = "critical"
  identity = ["name"]
  recovery = "What was published in it is gone, and whatever fetches it fails. Copy it elsewhere first."
}

# Everything else

resource "tfe_notification_configuration" {
  category     = "other"
  severity     = "medium"
  identity     = ["name"]
  protected_by = { enabled = true }
  recovery     = "The next apply brings it back; until then it does nothing."
}

resource "tfe_run_trigger" {
  category = "other"
  severity = "medium"
  identity = ["name"]
  recovery = "The next apply brings it back; until then it does nothing."
}
