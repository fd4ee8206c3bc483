# Resource types of the tls provider: what they hold, what guards them, and what
# losing one takes. Maintained by hand.

# A private key lives only in the state.

resource "tls_private_key" {
  category = "key"
  severity = "critical"
  recovery = "The key is only in the state: certificates, logins and signatures made with it have to be made again. Keep it elsewhere first."
}

resource "tls_self_signed_cert" {
  category = "secret"
  severity = "high"
  identity = ["subject.common_name"]
  recovery = "Whoever trusts the old certificate does not trust the new one."
}

resource "tls_locally_signed_cert" {
  category = "secret"
  severity = "high"
  recovery = "Whatever serves the old certificate must be given the new one."
}

resource "tls_cert_request" {
  category = "secret"
  severity = "low"
}
