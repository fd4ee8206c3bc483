# Resource types of the provider hcp: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

resource "hcp_service_principal_key" {
  category = "secret"
  severity = "high"
  identity = ["name"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "hcp_vault_cluster" {
  category = "secret"
  severity = "critical"
  identity = ["name"]
  recovery = "Some of it can be rebuilt from elsewhere. Find out what, and copy the rest first."
}

resource "hcp_vault_secrets_app" {
  category = "secret"
  severity = "critical"
  identity = ["name"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "hcp_vault_secrets_secret" {
  category = "secret"
  severity = "critical"
  identity = ["name"]
  recovery = "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first."
}

resource "hcp_boundary_cluster" {
  category = "identity"
  severity = "critical"
  identity = ["name"]
  recovery = "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old."
}

resource "hcp_project" {
  category = "identity"
  severity = "critical"
  identity = ["name"]
  recovery = "It is not deleted while it holds anything; emptied, nothing brings that back."
}

resource "hcp_hvn" {
  category = "network"
  severity = "critical"
  identity = ["name"]
  recovery = "A new one has another id and address; tell whoever uses the old one first."
}

resource "hcp_consul_cluster" {
  category = "cluster"
  severity = "critical"
  identity = ["name"]
  recovery = "Some of it can be rebuilt from elsewhere. Find out what, and copy the rest first."
}

resource "hcp_packer_bucket" {
  category = "registry"
  severity = "high"
  identity = ["name"]
  recovery = "What was published in it is gone, and whatever fetches it fails. Copy it elsewhere first."
}
