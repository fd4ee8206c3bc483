rule "only-deploys" {
  actors = ["ci"]
  except {
    types = ["aws_ecs_service"]
}
