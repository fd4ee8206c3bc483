terraform {
  backend "s3" {
    bucket = "courses-production-state"
    key    = "courses.tfstate"
  }
}

provider "aws" {
  region              = "eu-central-1"
  allowed_account_ids = ["111111111111"]
}

resource "aws_db_instance" "courses" {
  identifier = "courses"
}
