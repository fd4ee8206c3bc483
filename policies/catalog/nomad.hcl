# Resource types of the provider nomad: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.

resource "nomad_csi_volume" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "nomad_csi_volume_registration" {
  category    = "data"
  severity    = "medium"
  identity    = ["name"]
  disarmed_by = { deregister_on_destroy = true }
  recovery    = "The next apply brings back its configuration; until then what relies on it fails."
}

resource "nomad_dynamic_host_volume" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Nothing brings back what it holds. Export it, or take a snapshot, first."
}

resource "nomad_job" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  disarmed_by = {
    purge_on_destroy      = true
    deregister_on_destroy = true
  }
  recovery = "Until the next apply brings it back, what runs on it stands still."
}

resource "nomad_namespace" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  recovery = "It is not deleted while it holds anything; emptied, nothing brings that back."
}
