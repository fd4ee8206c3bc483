terraform {
  backend "gcs" {
    bucket = "shop-state"
    prefix = "shop"
  }
}

provider "google" {
  project = var.project
}

module "network" {
  source = "./network"
}

resource "google_sql_database_instance" "shop" {
  name                = "shop"
  deletion_protection = true
}

resource "google_compute_address" "shop" {
  name = "shop"
}
