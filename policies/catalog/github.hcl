# Resource types of the provider github: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

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

  disarm "visibility" {
    from = ["private", "internal"]
    to   = "public"
    says = "Everybody can read it, and copies stay."
  }

  warn "visibility" {
    from = ["public"]
    to   = "private|internal"
    says = "Stars, watchers and forks are cut off."
  }

  warn "name" {
    when = "changes"
    says = "It gets another address; only redirects lead there from the old one."
  }

  disarm "archived" {
    to   = true
    says = "The provider cannot take it out of the archive again."
  }
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
  lock     = true
  recovery = "The branch can be pushed to, and deleted, by anybody who may write."
}

resource "github_branch_protection_v3" {
  category     = "identity"
  severity     = "high"
  identity     = ["branch"]
  protected_by = { enforce_admins = true }
  lock         = true
  recovery     = "The branch can be pushed to, and deleted, by anybody who may write."
}

resource "github_repository_ruleset" {
  category = "identity"
  severity = "high"
  identity = ["name"]
  protected_by = {
    enforcement              = "active"
    "rules.deletion"         = true
    "rules.non_fast_forward" = true
  }
  lock     = true
  recovery = "What the rules forbade is allowed again."
}

resource "github_organization_ruleset" {
  category     = "identity"
  severity     = "high"
  identity     = ["name"]
  protected_by = { enforcement = "active" }
  lock         = true
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
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "github_issue_label" {
  category = "other"
  severity = "low"
  identity = ["name"]
}

resource "github_issue_labels" {
  category = "other"
  severity = "medium"
  identity = ["repository"]
  recovery = "Its labels go, and are taken off every issue that has them."

  overwrite {
    onto   = { repository = "github_repository.name" }
    effect = "warn"
    says   = "Labels that are not listed here are deleted, and taken off every issue."
  }
}

# More that holds data

resource "github_enterprise_organization" {
  category  = "data"
  severity  = "critical"
  identity  = ["name", "repository", "slug"]
  container = "the whole organization"
  recovery  = "What is inside goes with it, and no plan lists that. Look inside first."
}

resource "github_issue" {
  category = "data"
  severity = "medium"
  identity = ["name", "repository", "slug"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "github_organization_project" {
  category = "data"
  severity = "high"
  identity = ["name", "repository", "slug"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "github_repository_file" {
  category    = "data"
  severity    = "medium"
  identity    = ["name", "repository", "slug"]
  disarmed_by = { overwrite_on_create = true }
  recovery    = "What it has recorded so far is gone. What was committed elsewhere is still there; everything else is gone."
}

resource "github_repository_milestone" {
  category = "data"
  severity = "medium"
  identity = ["name", "repository", "slug"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

# Secrets

resource "github_actions_environment_secret" {
  category = "secret"
  severity = "high"
  identity = ["name", "repository", "slug"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "github_codespaces_secret" {
  category = "secret"
  severity = "medium"
  identity = ["name", "repository", "slug"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "github_dependabot_secret" {
  category = "secret"
  severity = "medium"
  identity = ["name", "repository", "slug"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "github_repository_deploy_key" {
  category = "secret"
  severity = "medium"
  identity = ["name", "repository", "slug"]
  recovery = "The next apply brings it back; until then what needs it fails."
}

# Who may do what

resource "github_app_installation_repositories" {
  category = "identity"
  severity = "medium"
  identity = ["name", "repository", "slug"]
  recovery = "It speaks for the whole list: what it granted is gone with it."
}

resource "github_organization_settings" {
  category = "identity"
  severity = "high"
  identity = ["name", "repository", "slug"]
  recovery = "Nothing is deleted outside: Terraform lets go of it, and nobody looks after it."
}

resource "github_repository_collaborators" {
  category = "identity"
  severity = "high"
  identity = ["name", "repository", "slug"]
  recovery = "It speaks for the whole list: what it granted is gone with it."

  overwrite {
    onto = { repository = "github_repository.name" }
    says = "Whoever is not listed here loses access."
  }
}

resource "github_team_members" {
  category = "identity"
  severity = "high"
  identity = ["name", "repository", "slug"]
  recovery = "It speaks for the whole list: what it granted is gone with it."

  lose "members" {
    when = "removed"
    key  = "username"
    says = "Whoever is no longer listed leaves the team."
  }
}

# Networks

resource "github_organization_webhook" {
  category     = "network"
  severity     = "medium"
  identity     = ["name", "repository", "slug"]
  protected_by = { active = true }
  recovery     = "Until the next apply brings it back, traffic that needs it stops."
}

resource "github_repository_pages" {
  category = "network"
  severity = "medium"
  identity = ["name", "repository", "slug"]
  recovery = "Until the next apply brings it back, traffic that needs it stops."
}

resource "github_repository_webhook" {
  category     = "network"
  severity     = "medium"
  identity     = ["name", "repository", "slug"]
  protected_by = { active = true }
  recovery     = "Until the next apply brings it back, traffic that needs it stops."
}

# What runs

resource "github_actions_runner_group" {
  category = "cluster"
  severity = "medium"
  identity = ["name", "repository", "slug"]
  recovery = "Until the next apply brings it back, what runs on it stands still."
}

# Everything else

resource "github_branch_default" {
  category = "other"
  severity = "medium"
  identity = ["name", "repository", "slug"]
  recovery = "The next apply brings it back; until then it does nothing."
}
