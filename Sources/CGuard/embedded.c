// The shipped policies, byte for byte: `#embed` (C23) leaves them in the read-only part of the
// binary, so they cost neither start-up time nor memory until somebody reads them.
//
// Every `policies/*.hcl` and `policies/catalog/*.hcl` is listed: the default first, then those
// that a policy extends, then the catalog, then what the demonstration needs.

#include "CGuard.h"

static const unsigned char default_hcl[] = {
#embed "../../policies/default.hcl"
};

static const unsigned char strict_hcl[] = {
#embed "../../policies/strict.hcl"
};

static const unsigned char agents_hcl[] = {
#embed "../../policies/agents.hcl"
};

static const unsigned char ci_hcl[] = {
#embed "../../policies/ci.hcl"
};

static const unsigned char production_windows_hcl[] = {
#embed "../../policies/production-windows.hcl"
};

static const unsigned char catalog_accounts_hcl[] = {
#embed "../../policies/catalog/accounts.hcl"
};

static const unsigned char catalog_aiven_hcl[] = {
#embed "../../policies/catalog/aiven.hcl"
};

static const unsigned char catalog_akamai_hcl[] = {
#embed "../../policies/catalog/akamai.hcl"
};

static const unsigned char catalog_alicloud_hcl[] = {
#embed "../../policies/catalog/alicloud.hcl"
};

static const unsigned char catalog_argocd_hcl[] = {
#embed "../../policies/catalog/argocd.hcl"
};

static const unsigned char catalog_artifactory_hcl[] = {
#embed "../../policies/catalog/artifactory.hcl"
};

static const unsigned char catalog_auth0_hcl[] = {
#embed "../../policies/catalog/auth0.hcl"
};

static const unsigned char catalog_aws_hcl[] = {
#embed "../../policies/catalog/aws.hcl"
};

static const unsigned char catalog_awscc_hcl[] = {
#embed "../../policies/catalog/awscc.hcl"
};

static const unsigned char catalog_azapi_hcl[] = {
#embed "../../policies/catalog/azapi.hcl"
};

static const unsigned char catalog_azuread_hcl[] = {
#embed "../../policies/catalog/azuread.hcl"
};

static const unsigned char catalog_azurerm_hcl[] = {
#embed "../../policies/catalog/azurerm.hcl"
};

static const unsigned char catalog_clickhouse_hcl[] = {
#embed "../../policies/catalog/clickhouse.hcl"
};

static const unsigned char catalog_cloudflare_hcl[] = {
#embed "../../policies/catalog/cloudflare.hcl"
};

static const unsigned char catalog_cockroach_hcl[] = {
#embed "../../policies/catalog/cockroach.hcl"
};

static const unsigned char catalog_confluent_hcl[] = {
#embed "../../policies/catalog/confluent.hcl"
};

static const unsigned char catalog_consul_hcl[] = {
#embed "../../policies/catalog/consul.hcl"
};

static const unsigned char catalog_databricks_hcl[] = {
#embed "../../policies/catalog/databricks.hcl"
};

static const unsigned char catalog_datadog_hcl[] = {
#embed "../../policies/catalog/datadog.hcl"
};

static const unsigned char catalog_digitalocean_hcl[] = {
#embed "../../policies/catalog/digitalocean.hcl"
};

static const unsigned char catalog_dnsimple_hcl[] = {
#embed "../../policies/catalog/dnsimple.hcl"
};

static const unsigned char catalog_ec_hcl[] = {
#embed "../../policies/catalog/ec.hcl"
};

static const unsigned char catalog_elasticstack_hcl[] = {
#embed "../../policies/catalog/elasticstack.hcl"
};

static const unsigned char catalog_exoscale_hcl[] = {
#embed "../../policies/catalog/exoscale.hcl"
};

static const unsigned char catalog_fastly_hcl[] = {
#embed "../../policies/catalog/fastly.hcl"
};

static const unsigned char catalog_github_hcl[] = {
#embed "../../policies/catalog/github.hcl"
};

static const unsigned char catalog_gitlab_hcl[] = {
#embed "../../policies/catalog/gitlab.hcl"
};

static const unsigned char catalog_google_hcl[] = {
#embed "../../policies/catalog/google.hcl"
};

static const unsigned char catalog_grafana_hcl[] = {
#embed "../../policies/catalog/grafana.hcl"
};

static const unsigned char catalog_harbor_hcl[] = {
#embed "../../policies/catalog/harbor.hcl"
};

static const unsigned char catalog_hcloud_hcl[] = {
#embed "../../policies/catalog/hcloud.hcl"
};

static const unsigned char catalog_hcp_hcl[] = {
#embed "../../policies/catalog/hcp.hcl"
};

static const unsigned char catalog_helm_hcl[] = {
#embed "../../policies/catalog/helm.hcl"
};

static const unsigned char catalog_heroku_hcl[] = {
#embed "../../policies/catalog/heroku.hcl"
};

static const unsigned char catalog_ibm_hcl[] = {
#embed "../../policies/catalog/ibm.hcl"
};

static const unsigned char catalog_kafka_hcl[] = {
#embed "../../policies/catalog/kafka.hcl"
};

static const unsigned char catalog_keycloak_hcl[] = {
#embed "../../policies/catalog/keycloak.hcl"
};

static const unsigned char catalog_kubectl_hcl[] = {
#embed "../../policies/catalog/kubectl.hcl"
};

static const unsigned char catalog_kubernetes_hcl[] = {
#embed "../../policies/catalog/kubernetes.hcl"
};

static const unsigned char catalog_libvirt_hcl[] = {
#embed "../../policies/catalog/libvirt.hcl"
};

static const unsigned char catalog_linode_hcl[] = {
#embed "../../policies/catalog/linode.hcl"
};

static const unsigned char catalog_local_hcl[] = {
#embed "../../policies/catalog/local.hcl"
};

static const unsigned char catalog_minio_hcl[] = {
#embed "../../policies/catalog/minio.hcl"
};

static const unsigned char catalog_mongodbatlas_hcl[] = {
#embed "../../policies/catalog/mongodbatlas.hcl"
};

static const unsigned char catalog_mysql_hcl[] = {
#embed "../../policies/catalog/mysql.hcl"
};

static const unsigned char catalog_neon_hcl[] = {
#embed "../../policies/catalog/neon.hcl"
};

static const unsigned char catalog_newrelic_hcl[] = {
#embed "../../policies/catalog/newrelic.hcl"
};

static const unsigned char catalog_nomad_hcl[] = {
#embed "../../policies/catalog/nomad.hcl"
};

static const unsigned char catalog_ns1_hcl[] = {
#embed "../../policies/catalog/ns1.hcl"
};

static const unsigned char catalog_null_hcl[] = {
#embed "../../policies/catalog/null.hcl"
};

static const unsigned char catalog_oci_hcl[] = {
#embed "../../policies/catalog/oci.hcl"
};

static const unsigned char catalog_okta_hcl[] = {
#embed "../../policies/catalog/okta.hcl"
};

static const unsigned char catalog_openstack_hcl[] = {
#embed "../../policies/catalog/openstack.hcl"
};

static const unsigned char catalog_ovh_hcl[] = {
#embed "../../policies/catalog/ovh.hcl"
};

static const unsigned char catalog_pagerduty_hcl[] = {
#embed "../../policies/catalog/pagerduty.hcl"
};

static const unsigned char catalog_planetscale_hcl[] = {
#embed "../../policies/catalog/planetscale.hcl"
};

static const unsigned char catalog_postgresql_hcl[] = {
#embed "../../policies/catalog/postgresql.hcl"
};

static const unsigned char catalog_powerdns_hcl[] = {
#embed "../../policies/catalog/powerdns.hcl"
};

static const unsigned char catalog_proxmox_hcl[] = {
#embed "../../policies/catalog/proxmox.hcl"
};

static const unsigned char catalog_rabbitmq_hcl[] = {
#embed "../../policies/catalog/rabbitmq.hcl"
};

static const unsigned char catalog_rancher2_hcl[] = {
#embed "../../policies/catalog/rancher2.hcl"
};

static const unsigned char catalog_random_hcl[] = {
#embed "../../policies/catalog/random.hcl"
};

static const unsigned char catalog_rediscloud_hcl[] = {
#embed "../../policies/catalog/rediscloud.hcl"
};

static const unsigned char catalog_scaleway_hcl[] = {
#embed "../../policies/catalog/scaleway.hcl"
};

static const unsigned char catalog_snowflake_hcl[] = {
#embed "../../policies/catalog/snowflake.hcl"
};

static const unsigned char catalog_supabase_hcl[] = {
#embed "../../policies/catalog/supabase.hcl"
};

static const unsigned char catalog_terraform_hcl[] = {
#embed "../../policies/catalog/terraform.hcl"
};

static const unsigned char catalog_tfe_hcl[] = {
#embed "../../policies/catalog/tfe.hcl"
};

static const unsigned char catalog_time_hcl[] = {
#embed "../../policies/catalog/time.hcl"
};

static const unsigned char catalog_tls_hcl[] = {
#embed "../../policies/catalog/tls.hcl"
};

static const unsigned char catalog_upstash_hcl[] = {
#embed "../../policies/catalog/upstash.hcl"
};

static const unsigned char catalog_vault_hcl[] = {
#embed "../../policies/catalog/vault.hcl"
};

static const unsigned char catalog_vsphere_hcl[] = {
#embed "../../policies/catalog/vsphere.hcl"
};

static const unsigned char catalog_vultr_hcl[] = {
#embed "../../policies/catalog/vultr.hcl"
};

static const unsigned char demo_main_tf[] = {
#embed "../../policies/demo/main.tf"
};

static const unsigned char demo_tfguard_hcl[] = {
#embed "../../policies/demo/tfguard.hcl"
};

static const unsigned char demo_destroy_json[] = {
#embed "../../policies/demo/destroy.json"
};

static const struct cguard_embedded_file files[] = {
    {"default.hcl", default_hcl, sizeof default_hcl},
    {"strict.hcl", strict_hcl, sizeof strict_hcl},
    {"agents.hcl", agents_hcl, sizeof agents_hcl},
    {"ci.hcl", ci_hcl, sizeof ci_hcl},
    {"production-windows.hcl", production_windows_hcl, sizeof production_windows_hcl},
    {"catalog/accounts.hcl", catalog_accounts_hcl, sizeof catalog_accounts_hcl},
    {"catalog/aiven.hcl", catalog_aiven_hcl, sizeof catalog_aiven_hcl},
    {"catalog/akamai.hcl", catalog_akamai_hcl, sizeof catalog_akamai_hcl},
    {"catalog/alicloud.hcl", catalog_alicloud_hcl, sizeof catalog_alicloud_hcl},
    {"catalog/argocd.hcl", catalog_argocd_hcl, sizeof catalog_argocd_hcl},
    {"catalog/artifactory.hcl", catalog_artifactory_hcl, sizeof catalog_artifactory_hcl},
    {"catalog/auth0.hcl", catalog_auth0_hcl, sizeof catalog_auth0_hcl},
    {"catalog/aws.hcl", catalog_aws_hcl, sizeof catalog_aws_hcl},
    {"catalog/awscc.hcl", catalog_awscc_hcl, sizeof catalog_awscc_hcl},
    {"catalog/azapi.hcl", catalog_azapi_hcl, sizeof catalog_azapi_hcl},
    {"catalog/azuread.hcl", catalog_azuread_hcl, sizeof catalog_azuread_hcl},
    {"catalog/azurerm.hcl", catalog_azurerm_hcl, sizeof catalog_azurerm_hcl},
    {"catalog/clickhouse.hcl", catalog_clickhouse_hcl, sizeof catalog_clickhouse_hcl},
    {"catalog/cloudflare.hcl", catalog_cloudflare_hcl, sizeof catalog_cloudflare_hcl},
    {"catalog/cockroach.hcl", catalog_cockroach_hcl, sizeof catalog_cockroach_hcl},
    {"catalog/confluent.hcl", catalog_confluent_hcl, sizeof catalog_confluent_hcl},
    {"catalog/consul.hcl", catalog_consul_hcl, sizeof catalog_consul_hcl},
    {"catalog/databricks.hcl", catalog_databricks_hcl, sizeof catalog_databricks_hcl},
    {"catalog/datadog.hcl", catalog_datadog_hcl, sizeof catalog_datadog_hcl},
    {"catalog/digitalocean.hcl", catalog_digitalocean_hcl, sizeof catalog_digitalocean_hcl},
    {"catalog/dnsimple.hcl", catalog_dnsimple_hcl, sizeof catalog_dnsimple_hcl},
    {"catalog/ec.hcl", catalog_ec_hcl, sizeof catalog_ec_hcl},
    {"catalog/elasticstack.hcl", catalog_elasticstack_hcl, sizeof catalog_elasticstack_hcl},
    {"catalog/exoscale.hcl", catalog_exoscale_hcl, sizeof catalog_exoscale_hcl},
    {"catalog/fastly.hcl", catalog_fastly_hcl, sizeof catalog_fastly_hcl},
    {"catalog/github.hcl", catalog_github_hcl, sizeof catalog_github_hcl},
    {"catalog/gitlab.hcl", catalog_gitlab_hcl, sizeof catalog_gitlab_hcl},
    {"catalog/google.hcl", catalog_google_hcl, sizeof catalog_google_hcl},
    {"catalog/grafana.hcl", catalog_grafana_hcl, sizeof catalog_grafana_hcl},
    {"catalog/harbor.hcl", catalog_harbor_hcl, sizeof catalog_harbor_hcl},
    {"catalog/hcloud.hcl", catalog_hcloud_hcl, sizeof catalog_hcloud_hcl},
    {"catalog/hcp.hcl", catalog_hcp_hcl, sizeof catalog_hcp_hcl},
    {"catalog/helm.hcl", catalog_helm_hcl, sizeof catalog_helm_hcl},
    {"catalog/heroku.hcl", catalog_heroku_hcl, sizeof catalog_heroku_hcl},
    {"catalog/ibm.hcl", catalog_ibm_hcl, sizeof catalog_ibm_hcl},
    {"catalog/kafka.hcl", catalog_kafka_hcl, sizeof catalog_kafka_hcl},
    {"catalog/keycloak.hcl", catalog_keycloak_hcl, sizeof catalog_keycloak_hcl},
    {"catalog/kubectl.hcl", catalog_kubectl_hcl, sizeof catalog_kubectl_hcl},
    {"catalog/kubernetes.hcl", catalog_kubernetes_hcl, sizeof catalog_kubernetes_hcl},
    {"catalog/libvirt.hcl", catalog_libvirt_hcl, sizeof catalog_libvirt_hcl},
    {"catalog/linode.hcl", catalog_linode_hcl, sizeof catalog_linode_hcl},
    {"catalog/local.hcl", catalog_local_hcl, sizeof catalog_local_hcl},
    {"catalog/minio.hcl", catalog_minio_hcl, sizeof catalog_minio_hcl},
    {"catalog/mongodbatlas.hcl", catalog_mongodbatlas_hcl, sizeof catalog_mongodbatlas_hcl},
    {"catalog/mysql.hcl", catalog_mysql_hcl, sizeof catalog_mysql_hcl},
    {"catalog/neon.hcl", catalog_neon_hcl, sizeof catalog_neon_hcl},
    {"catalog/newrelic.hcl", catalog_newrelic_hcl, sizeof catalog_newrelic_hcl},
    {"catalog/nomad.hcl", catalog_nomad_hcl, sizeof catalog_nomad_hcl},
    {"catalog/ns1.hcl", catalog_ns1_hcl, sizeof catalog_ns1_hcl},
    {"catalog/null.hcl", catalog_null_hcl, sizeof catalog_null_hcl},
    {"catalog/oci.hcl", catalog_oci_hcl, sizeof catalog_oci_hcl},
    {"catalog/okta.hcl", catalog_okta_hcl, sizeof catalog_okta_hcl},
    {"catalog/openstack.hcl", catalog_openstack_hcl, sizeof catalog_openstack_hcl},
    {"catalog/ovh.hcl", catalog_ovh_hcl, sizeof catalog_ovh_hcl},
    {"catalog/pagerduty.hcl", catalog_pagerduty_hcl, sizeof catalog_pagerduty_hcl},
    {"catalog/planetscale.hcl", catalog_planetscale_hcl, sizeof catalog_planetscale_hcl},
    {"catalog/postgresql.hcl", catalog_postgresql_hcl, sizeof catalog_postgresql_hcl},
    {"catalog/powerdns.hcl", catalog_powerdns_hcl, sizeof catalog_powerdns_hcl},
    {"catalog/proxmox.hcl", catalog_proxmox_hcl, sizeof catalog_proxmox_hcl},
    {"catalog/rabbitmq.hcl", catalog_rabbitmq_hcl, sizeof catalog_rabbitmq_hcl},
    {"catalog/rancher2.hcl", catalog_rancher2_hcl, sizeof catalog_rancher2_hcl},
    {"catalog/random.hcl", catalog_random_hcl, sizeof catalog_random_hcl},
    {"catalog/rediscloud.hcl", catalog_rediscloud_hcl, sizeof catalog_rediscloud_hcl},
    {"catalog/scaleway.hcl", catalog_scaleway_hcl, sizeof catalog_scaleway_hcl},
    {"catalog/snowflake.hcl", catalog_snowflake_hcl, sizeof catalog_snowflake_hcl},
    {"catalog/supabase.hcl", catalog_supabase_hcl, sizeof catalog_supabase_hcl},
    {"catalog/terraform.hcl", catalog_terraform_hcl, sizeof catalog_terraform_hcl},
    {"catalog/tfe.hcl", catalog_tfe_hcl, sizeof catalog_tfe_hcl},
    {"catalog/time.hcl", catalog_time_hcl, sizeof catalog_time_hcl},
    {"catalog/tls.hcl", catalog_tls_hcl, sizeof catalog_tls_hcl},
    {"catalog/upstash.hcl", catalog_upstash_hcl, sizeof catalog_upstash_hcl},
    {"catalog/vault.hcl", catalog_vault_hcl, sizeof catalog_vault_hcl},
    {"catalog/vsphere.hcl", catalog_vsphere_hcl, sizeof catalog_vsphere_hcl},
    {"catalog/vultr.hcl", catalog_vultr_hcl, sizeof catalog_vultr_hcl},
    {"demo/main.tf", demo_main_tf, sizeof demo_main_tf},
    {"demo/tfguard.hcl", demo_tfguard_hcl, sizeof demo_tfguard_hcl},
    {"demo/destroy.json", demo_destroy_json, sizeof demo_destroy_json},
};

size_t cguard_embedded_file_count(void) { return sizeof files / sizeof files[0]; }

const struct cguard_embedded_file *cguard_embedded_file(size_t index) { return &files[index]; }
