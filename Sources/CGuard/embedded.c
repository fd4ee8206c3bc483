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

static const unsigned char catalog_aws_hcl[] = {
#embed "../../policies/catalog/aws.hcl"
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

static const unsigned char catalog_cloudflare_hcl[] = {
#embed "../../policies/catalog/cloudflare.hcl"
};

static const unsigned char catalog_github_hcl[] = {
#embed "../../policies/catalog/github.hcl"
};

static const unsigned char catalog_google_hcl[] = {
#embed "../../policies/catalog/google.hcl"
};

static const unsigned char catalog_helm_hcl[] = {
#embed "../../policies/catalog/helm.hcl"
};

static const unsigned char catalog_kubectl_hcl[] = {
#embed "../../policies/catalog/kubectl.hcl"
};

static const unsigned char catalog_kubernetes_hcl[] = {
#embed "../../policies/catalog/kubernetes.hcl"
};

static const unsigned char catalog_local_hcl[] = {
#embed "../../policies/catalog/local.hcl"
};

static const unsigned char catalog_null_hcl[] = {
#embed "../../policies/catalog/null.hcl"
};

static const unsigned char catalog_random_hcl[] = {
#embed "../../policies/catalog/random.hcl"
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

static const unsigned char catalog_vault_hcl[] = {
#embed "../../policies/catalog/vault.hcl"
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
    {"catalog/aws.hcl", catalog_aws_hcl, sizeof catalog_aws_hcl},
    {"catalog/azapi.hcl", catalog_azapi_hcl, sizeof catalog_azapi_hcl},
    {"catalog/azuread.hcl", catalog_azuread_hcl, sizeof catalog_azuread_hcl},
    {"catalog/azurerm.hcl", catalog_azurerm_hcl, sizeof catalog_azurerm_hcl},
    {"catalog/cloudflare.hcl", catalog_cloudflare_hcl, sizeof catalog_cloudflare_hcl},
    {"catalog/github.hcl", catalog_github_hcl, sizeof catalog_github_hcl},
    {"catalog/google.hcl", catalog_google_hcl, sizeof catalog_google_hcl},
    {"catalog/helm.hcl", catalog_helm_hcl, sizeof catalog_helm_hcl},
    {"catalog/kubectl.hcl", catalog_kubectl_hcl, sizeof catalog_kubectl_hcl},
    {"catalog/kubernetes.hcl", catalog_kubernetes_hcl, sizeof catalog_kubernetes_hcl},
    {"catalog/local.hcl", catalog_local_hcl, sizeof catalog_local_hcl},
    {"catalog/null.hcl", catalog_null_hcl, sizeof catalog_null_hcl},
    {"catalog/random.hcl", catalog_random_hcl, sizeof catalog_random_hcl},
    {"catalog/terraform.hcl", catalog_terraform_hcl, sizeof catalog_terraform_hcl},
    {"catalog/tfe.hcl", catalog_tfe_hcl, sizeof catalog_tfe_hcl},
    {"catalog/time.hcl", catalog_time_hcl, sizeof catalog_time_hcl},
    {"catalog/tls.hcl", catalog_tls_hcl, sizeof catalog_tls_hcl},
    {"catalog/vault.hcl", catalog_vault_hcl, sizeof catalog_vault_hcl},
    {"demo/main.tf", demo_main_tf, sizeof demo_main_tf},
    {"demo/tfguard.hcl", demo_tfguard_hcl, sizeof demo_tfguard_hcl},
    {"demo/destroy.json", demo_destroy_json, sizeof demo_destroy_json},
};

size_t cguard_embedded_file_count(void) { return sizeof files / sizeof files[0]; }

const struct cguard_embedded_file *cguard_embedded_file(size_t index) { return &files[index]; }
