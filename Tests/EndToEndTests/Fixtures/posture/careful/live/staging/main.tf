terraform {
  backend "s3" {
    bucket = "courses-staging-state"
    key    = "courses.tfstate"
  }
}

provider "aws" {
  region              = "eu-central-1"
  allowed_account_ids = ["222222222222"]
}
