# Only these changes: a pipeline that may deploy, unattended, and do nothing else.
#
# A list of what is forbidden is never complete. This one forbids everything, and excepts what a
# deployment is: a new task definition, a service that uses it, and how many run.

rule "only-deploys" {
  actors  = ["ci", "unattended"]
  actions = ["*"]
  except {
    types   = ["aws_ecs_task_definition"]
    actions = ["create", "replace"]
  }
  except {
    types      = ["aws_ecs_service"]
    actions    = ["update"]
    attributes = ["task_definition", "desired_count"]
  }
  except {
    actions = ["read"]
  }
  decision = "block"
  reason   = "This pipeline deploys services and changes nothing else."
  remedy   = "Have a person apply the rest."
}
