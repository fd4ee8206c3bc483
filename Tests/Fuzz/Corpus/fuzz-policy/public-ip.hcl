# No replacement of anything with a public address: somebody has it in a firewall, a DNS record or a
# partner's allow-list, and the new one gets another.

rule "public-address-stays" {
  actions = ["replace", "delete"]
  when = anytrue([
    for name in ["public_ip", "public_ip_address", "ip_address", "associate_public_ip_address"] :
    contains(keys(change.before), name) && change.before[name] != null && change.before[name] != "" && change.before[name] != false
  ])
  decision = "approve"
  reason   = "It has a public address that others know, and the next one is another."
  remedy   = "Put an address of its own in front of it first, one that outlives the machine."
}
