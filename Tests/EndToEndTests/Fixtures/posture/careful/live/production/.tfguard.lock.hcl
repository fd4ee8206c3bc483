workspace "default" {
  backend       = "s3"
  location      = "s3://courses-production-state/courses.tfstate"
  configuration = "4f6f1c0a6b1d7d0d7f4f1f3c5b9a2e8d4c7b6a5f3e2d1c0b9a8f7e6d5c4b3a29"
  lineage       = "6d1f7a52-0c1e-4b9e-8f0e-2f6a1b1e7c01"
}
