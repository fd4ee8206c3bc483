# Resource types of the provider gitlab: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

# More that holds data

resource "gitlab_branch" {
  category     = "data"
  severity     = "high"
  identity     = ["name", "path"]
  protected_by = { keep_on_destroy = true }
  recovery     = "What it has recorded so far is gone. What was committed elsewhere is still there; everything else is gone."
}

resource "gitlab_group" {
  category     = "data"
  severity     = "critical"
  identity     = ["name", "path"]
  protected_by = { archive_on_destroy = true }
  disarmed_by  = { permanently_remove_on_delete = true }
  recovery     = "For 7 to 30 days it can still be brought back, by hand and under its old name; after that nothing does."
}

resource "gitlab_project" {
  category     = "data"
  severity     = "critical"
  identity     = ["name", "path"]
  protected_by = { archive_on_destroy = true }
  disarmed_by  = { permanently_delete_on_destroy = true }
  recovery     = "For 7 to 30 days it can still be brought back, by hand and under its old name; after that nothing does."

  lose "container_expiration_policy" {
    when = "changes"
    says = "Images that the new policy is about are deleted."
  }

  lose "container_expiration_policy" {
    when = "added"
    says = "Images that the new policy is about are deleted."
  }

  disarm "visibility_level" {
    from = ["private", "internal"]
    to   = "public"
    says = "Everybody can read it, and copies stay."
  }
}

resource "gitlab_project_issue" {
  category    = "data"
  severity    = "medium"
  identity    = ["name", "path"]
  disarmed_by = { delete_on_destroy = true }
  recovery    = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "gitlab_project_wiki_page" {
  category = "data"
  severity = "medium"
  identity = ["name", "path"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "gitlab_repository_file" {
  category    = "data"
  severity    = "medium"
  identity    = ["name", "path"]
  disarmed_by = { overwrite_on_create = true }
  recovery    = "What it has recorded so far is gone. What was committed elsewhere is still there; everything else is gone."
}

# Secrets

resource "gitlab_deploy_key" {
  category = "secret"
  severity = "medium"
  identity = ["name", "path"]
  recovery = "The next apply brings it back; until then what needs it fails."
}

resource "gitlab_group_access_token" {
  category = "secret"
  severity = "high"
  identity = ["name", "path"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "gitlab_group_variable" {
  category     = "secret"
  severity     = "high"
  identity     = ["name", "path"]
  protected_by = { protected = true }
  recovery     = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "gitlab_personal_access_token" {
  category = "secret"
  severity = "high"
  identity = ["name", "path"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "gitlab_project_access_token" {
  category = "secret"
  severity = "high"
  identity = ["name", "path"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "gitlab_project_secure_file" {
  category = "secret"
  severity = "high"
  identity = ["name", "path"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "gitlab_project_variable" {
  category     = "secret"
  severity     = "high"
  identity     = ["name", "path"]
  protected_by = { protected = true }
  recovery     = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

# Who may do what

resource "gitlab_branch_protection" {
  category    = "identity"
  severity    = "high"
  identity    = ["name", "path"]
  disarmed_by = { allow_force_push = true }
  lock        = true
  recovery    = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "gitlab_group_ldap_link" {
  category = "identity"
  severity = "high"
  identity = ["name", "path"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "gitlab_group_membership" {
  category     = "identity"
  severity     = "medium"
  identity     = ["name", "path"]
  protected_by = { skip_subresources_on_destroy = true }
  recovery     = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "gitlab_group_saml_link" {
  category = "identity"
  severity = "high"
  identity = ["name", "path"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "gitlab_project_membership" {
  category = "identity"
  severity = "medium"
  identity = ["name", "path"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "gitlab_tag_protection" {
  category = "identity"
  severity = "medium"
  identity = ["name", "path"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "gitlab_user" {
  category = "identity"
  severity = "critical"
  identity = ["name", "path"]
  recovery = "Some of it can be rebuilt from elsewhere. Find out what, and copy the rest first."
}

# What runs

resource "gitlab_cluster_agent" {
  category = "cluster"
  severity = "high"
  identity = ["name", "path"]
  recovery = "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first."
}

resource "gitlab_user_runner" {
  category = "cluster"
  severity = "medium"
  identity = ["name", "path"]
  recovery = "A new one has another id; whatever refers to the old one has to follow."
}

# What was published

resource "gitlab_project_container_repository_protection" {
  category = "registry"
  severity = "medium"
  identity = ["name", "path"]
  recovery = "Until the next apply brings it back, whatever fetches from it fails."
}

resource "gitlab_release" {
  category = "registry"
  severity = "medium"
  identity = ["name", "path"]
  recovery = "What was published in it is gone, and whatever fetches it fails. Copy it elsewhere first."
}
