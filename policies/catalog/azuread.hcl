# Resource types of the provider azuread: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

# Who may do what

resource "azuread_application" {
  category = "identity"
  severity = "critical"
  identity = ["display_name"]
  recovery = "Restorable for 30 days. Whoever signs in through it fails at once, and a new one has another client id."
}

resource "azuread_application_password" {
  category = "secret"
  severity = "high"
  identity = ["display_name", "key_id"]
  recovery = "The secret cannot be shown again. Move whoever uses it to a new one first."
}

resource "azuread_service_principal" {
  category = "identity"
  severity = "critical"
  identity = ["display_name"]
  recovery = "A new one is another principal: its grants do not return."
}

resource "azuread_user" {
  category     = "identity"
  severity     = "critical"
  identity     = ["user_principal_name"]
  protected_by = { account_enabled = true }
  recovery     = "Restorable for 30 days, with mail and licences; after that the person starts anew."

  lose "account_enabled" {
    to   = false
    says = "The user cannot sign in."
  }
}

resource "azuread_group" {
  category = "identity"
  severity = "critical"
  identity = ["display_name"]
  recovery = "Only Microsoft 365 groups can be restored, for 30 days. Grants to the group are gone with it."
}

resource "azuread_conditional_access_policy" {
  category     = "identity"
  severity     = "critical"
  identity     = ["display_name"]
  protected_by = { state = "enabled" }
  recovery     = "What it demanded at sign-in is no longer demanded."
}

resource "azuread_directory_role_assignment" {
  category = "identity"
  severity = "critical"
  identity = ["principal_object_id"]
  recovery = "That person loses the role. Make sure that another administrator is left."
}

resource "azuread_app_role_assignment" {
  category = "identity"
  severity = "high"
  identity = ["principal_object_id"]
  recovery = "That principal loses its access at once."
}

# Keys

resource "azuread_service_principal_token_signing_certificate" {
  category = "key"
  severity = "high"
  identity = ["display_name", "user_principal_name"]
  recovery = "What it encrypted can never be read again. Find out what uses it, and re-encrypt that first."
}

# Secrets

resource "azuread_application_certificate" {
  category = "secret"
  severity = "high"
  identity = ["display_name", "user_principal_name"]
  recovery = "The next apply brings it back; until then what needs it fails."
}

resource "azuread_service_principal_certificate" {
  category = "secret"
  severity = "high"
  identity = ["display_name", "user_principal_name"]
  recovery = "The next apply brings it back; until then what needs it fails."
}

resource "azuread_service_principal_password" {
  category = "secret"
  severity = "high"
  identity = ["display_name", "user_principal_name"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "azuread_synchronization_secret" {
  category = "secret"
  severity = "high"
  identity = ["display_name", "user_principal_name"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

# Who may do what

resource "azuread_access_package" {
  category = "identity"
  severity = "medium"
  identity = ["display_name", "user_principal_name"]
  recovery = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

resource "azuread_access_package_catalog" {
  category = "identity"
  severity = "high"
  identity = ["display_name", "user_principal_name"]
  recovery = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

resource "azuread_administrative_unit" {
  category = "identity"
  severity = "high"
  identity = ["display_name", "user_principal_name"]
  recovery = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

resource "azuread_application_app_role" {
  category = "identity"
  severity = "medium"
  identity = ["display_name", "user_principal_name"]
  recovery = "A new one has another id; policies that name the old one do not know it."
}

resource "azuread_application_federated_identity_credential" {
  category = "identity"
  severity = "high"
  identity = ["display_name", "user_principal_name"]
  recovery = "It may lock out whoever runs this. Make sure that another way in exists first."
}

resource "azuread_application_registration" {
  category = "identity"
  severity = "critical"
  identity = ["display_name", "user_principal_name"]
  recovery = "For 30 days it can still be brought back, by hand and under its old name; after that nothing does."
}

resource "azuread_claims_mapping_policy" {
  category = "identity"
  severity = "medium"
  identity = ["display_name", "user_principal_name"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "azuread_custom_directory_role" {
  category = "identity"
  severity = "medium"
  identity = ["display_name", "user_principal_name"]
  recovery = "A new one has another id; policies that name the old one do not know it."
}

resource "azuread_directory_role_member" {
  category = "identity"
  severity = "high"
  identity = ["display_name", "user_principal_name"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "azuread_group_member" {
  category = "identity"
  severity = "medium"
  identity = ["display_name", "user_principal_name"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}

resource "azuread_group_without_members" {
  category = "identity"
  severity = "critical"
  identity = ["display_name", "user_principal_name"]
  recovery = "For 30 days it can still be brought back, by hand and under its old name; after that nothing does."
}

resource "azuread_named_location" {
  category = "identity"
  severity = "high"
  identity = ["display_name", "user_principal_name"]
  recovery = "A new one has another id; policies that name the old one do not know it."
}

resource "azuread_synchronization_job" {
  category = "identity"
  severity = "high"
  identity = ["display_name", "user_principal_name"]
  recovery = "Until the next apply brings it back, whoever relies on it has no access."
}
