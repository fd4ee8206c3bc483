# Resource types of the Entra ID provider: what they hold, what guards them, and what
# losing one takes. Maintained by hand.

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
