policy = "preview-nightly.hcl"

test "a preview is destroyed with everything in it, unattended" {
  actors    = ["unattended"]
  workspace = "pr-12"
  backend   = { type = "s3", key = "previews/12" }
  resources = 1
  change "aws_db_instance.preview" {
    actions = ["delete"]
    before  = { identifier = "pr-12", skip_final_snapshot = true }
  }
  expect {
    decision     = "allow"
    environments = ["preview"]
  }
}

test "what is only called a preview is none" {
  actors    = ["unattended"]
  workspace = "pr-12"
  backend   = { type = "s3", key = "shop/state" }
  change "aws_db_instance.shop" {
    actions = ["delete"]
    before  = { identifier = "shop" }
  }
  expect {
    decision     = "confirm"
    environments = []
  }
}

test "a preview that is production, too, is none" {
  actors    = ["unattended"]
  workspace = "pr-12"
  backend   = { type = "s3", key = "previews/prod" }
  change "aws_db_instance.shop" {
    actions = ["delete"]
    before  = { identifier = "shop" }
  }
  expect {
    decision     = "block"
    environments = ["preview", "production"]
  }
}

test "a backup is not a preview's" {
  actors    = ["unattended"]
  workspace = "pr-12"
  backend   = { type = "s3", key = "previews/12" }
  change "aws_db_snapshot.shop" {
    actions = ["delete"]
    before  = { db_snapshot_identifier = "shop-final" }
  }
  expect {
    decision = "block"
    rules    = ["project/previews-own-no-data"]
  }
}
