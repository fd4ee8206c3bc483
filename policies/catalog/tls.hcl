# Resource types of the provider tls: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

# A private key lives only in the state.

resource "tls_private_key" {
  category  = "key"
  severity  = "critical"
  generates = ["private_key_pem", "public_key_openssh", "public_key_pem", "private_key_openssh"]
  force_new = ["algorithm", "rsa_bits"]
  recovery  = "The key is only in the state: certificates, logins and signatures made with it have to be made again. Keep it elsewhere first."
}

resource "tls_self_signed_cert" {
  category  = "secret"
  severity  = "high"
  identity  = ["subject.common_name"]
  generates = ["cert_pem"]
  recovery  = "Whoever trusts the old certificate does not trust the new one."

  warn "early_renewal_hours" {
    when = "grows"
    says = "It is replaced that much sooner, without any change of the configuration."
  }
}

resource "tls_locally_signed_cert" {
  category  = "secret"
  severity  = "high"
  generates = ["cert_pem"]
  recovery  = "Whatever serves the old certificate must be given the new one."

  warn "early_renewal_hours" {
    when = "grows"
    says = "It is replaced that much sooner, without any change of the configuration."
  }
}

resource "tls_cert_request" {
  category  = "secret"
  severity  = "low"
  generates = ["cert_request_pem"]
  recovery  = "The next apply brings it back; until then what needs it fails."
}
