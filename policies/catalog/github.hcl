# Resource types of the GitHub provider: what they hold, what guards them, and what
# losing one takes. Maintained by hand.

# Code

resource "github_repository" {
  category     = "data"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { archive_on_destroy = true }
  disarmed_by = {
    archived   = true
    visibility = "public"
  }
  recovery = "Restorable by an owner for 90 days, without some of its settings; forks may block that. Set archive_on_destroy, or push a mirror elsewhere first."
}

resource "github_branch" {
  category = "data"
  severity = "high"
  identity = ["branch"]
  recovery = "Commits that are on no other branch are hard to find again. Push them elsewhere first."
}

resource "github_release" {
  category = "registry"
  severity = "high"
  identity = ["tag_name"]
  recovery = "Files attached to the release are gone. Download them first."
}

# Who may do what

resource "github_branch_protection" {
  category     = "identity"
  severity     = "high"
  identity     = ["pattern"]
  protected_by = { enforce_admins = true }
  disarmed_by = {
    allows_deletions    = true
    allows_force_pushes = true
  }
  recovery = "The branch can be pushed to, and deleted, by anybody who may write."
}

resource "github_branch_protection_v3" {
  category     = "identity"
  severity     = "high"
  identity     = ["branch"]
  protected_by = { enforce_admins = true }
  recovery     = "The branch can be pushed to, and deleted, by anybody who may write."
}

resource "github_repository_ruleset" {
  category     = "identity"
  severity     = "high"
  identity     = ["name"]
  protected_by = { enforcement = "active" }
  recovery     = "What the rules forbade is allowed again."
}

resource "github_organization_ruleset" {
  category     = "identity"
  severity     = "high"
  identity     = ["name"]
  protected_by = { enforcement = "active" }
  recovery     = "What the rules forbade is allowed again, in every repository."
}

resource "github_team" {
  category = "identity"
  severity = "high"
  identity = ["name"]
  recovery = "Its members lose what the team had; discussions are gone."
}

resource "github_membership" {
  category     = "identity"
  severity     = "high"
  identity     = ["username"]
  protected_by = { downgrade_on_destroy = true }
  recovery     = "The person leaves the organization, and private forks go with them."
}

resource "github_actions_secret" {
  category = "secret"
  severity = "high"
  identity = ["secret_name"]
  recovery = "The value cannot be read back. Workflows that need it fail."
}

resource "github_actions_organization_secret" {
  category = "secret"
  severity = "high"
  identity = ["secret_name"]
  recovery = "The value cannot be read back. Workflows that need it fail."
}

resource "github_repository_environment" {
  category = "secret"
  severity = "high"
  identity = ["environment"]
  recovery = "Its secrets and protection rules go with it."
}

resource "github_team_membership" {
  category = "identity"
  severity = "low"
  identity = ["username"]
}

resource "github_issue_label" {
  category = "other"
  severity = "low"
  identity = ["name"]
}
