resource "google_storage_bucket" "orders" {
  name = "orders
}
