# Where a provider says which account, project or subscription a plan is about, for the `account` of
# an environment's match blocks. By the first word of a resource type.
#
#   settings     of the provider's configuration
#   attributes   of objects that exist already and are changed
#   patterns     what in such a text is the account: the first group of the first that matches
#
# Maintained by hand.

account "aws" {
  settings   = ["allowed_account_ids", "assume_role.role_arn", "assume_role_with_web_identity.role_arn"]
  attributes = ["arn", "owner_id", "account_id"]
  patterns   = ["^([0-9]{12})$", "^arn:[^:]*:[^:]*:[^:]*:([0-9]{12}):"]
}

account "azurerm" {
  settings   = ["subscription_id"]
  attributes = ["id"]
  patterns   = ["^([0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})$", "^/subscriptions/([^/]+)(?:/|$)"]
}

account "cloudflare" {
  settings   = ["account_id"]
  attributes = ["account_id"]
  patterns   = ["^([0-9a-f]{32})$"]
}

account "google" {
  settings   = ["project"]
  attributes = ["project"]
  patterns   = ["^([a-z][a-z0-9-]{4,28}[a-z0-9])$", "^([a-z0-9.]+:[a-z][a-z0-9-]{4,28}[a-z0-9])$"]
}
