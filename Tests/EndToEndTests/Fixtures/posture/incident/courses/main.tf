# The courses: database, its snapshot, the network and the files, in one state on one laptop.
provider "aws" {
  region  = "us-east-1"
  profile = "admin"
}

resource "aws_db_instance" "courses" {
  identifier          = "courses"
  skip_final_snapshot = true
}
