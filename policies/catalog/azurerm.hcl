# Resource types of the Azure provider: what they hold, what guards them, and what
# losing one takes. Maintained by hand.

# Databases, caches and warehouses

resource "azurerm_mssql_server" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Its databases go with it; deleted ones can be restored only while a server of that name exists. Export or copy them first."
}

resource "azurerm_mssql_database" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Restorable from the server's deleted databases for its retention of days, as a new database. Check that the server stays."
}

resource "azurerm_mssql_elasticpool" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  recovery = "Its databases must move first."
}

resource "azurerm_mssql_managed_instance" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "All its databases go with it, and setting up a new instance takes hours. Copy backups elsewhere first."
}

resource "azurerm_mssql_managed_database" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Restorable within its retention of days while the instance lives. Check that the instance stays."
}

resource "azurerm_postgresql_flexible_server" {
  category     = "data"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { geo_redundant_backup_enabled = true }
  recovery     = "A dropped server can be restored for about 5 days. Take an on-demand backup or a dump first."
}

resource "azurerm_postgresql_flexible_server_database" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Comes back only with a restore of the whole server. Take a dump first."
}

resource "azurerm_postgresql_server" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "A dropped server can be restored for about 5 days. Take a dump first."
}

resource "azurerm_mysql_flexible_server" {
  category     = "data"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { geo_redundant_backup_enabled = true }
  recovery     = "A dropped server can be restored for about 5 days. Take a dump first."
}

resource "azurerm_mysql_flexible_database" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Comes back only with a restore of the whole server. Take a dump first."
}

resource "azurerm_mysql_server" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "A dropped server can be restored for about 5 days. Take a dump first."
}

resource "azurerm_mariadb_server" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "A dropped server can be restored for about 5 days at best. Take a dump first."
}

resource "azurerm_cosmosdb_account" {
  category     = "data"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { "backup.type" = "Continuous" }
  recovery     = "Every database in the account goes with it; only continuous backup, or support within days, can restore it."
}

resource "azurerm_cosmosdb_sql_database" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Its containers go with it; restorable only where continuous backup is on, or through support."
}

resource "azurerm_cosmosdb_sql_container" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Restorable only where continuous backup is on, or through support within days."
}

resource "azurerm_cosmosdb_mongo_database" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Its collections go with it; restorable only where continuous backup is on, or through support."
}

resource "azurerm_cosmosdb_mongo_collection" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Restorable only where continuous backup is on, or through support within days."
}

resource "azurerm_cosmosdb_cassandra_keyspace" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Its tables go with it; restorable only through support within days."
}

resource "azurerm_cosmosdb_table" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Restorable only where continuous backup is on, or through support within days."
}

resource "azurerm_cosmosdb_postgresql_cluster" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "A dropped cluster can be restored only within days, through support. Take a dump first."
}

resource "azurerm_mongo_cluster" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Take a dump first: restoring a deleted cluster takes support and luck."
}

resource "azurerm_redis_cache" {
  category = "data"
  severity = "high"
  identity = ["name"]
  recovery = "A cache fills again; what is only there is gone. Export it first."
}

resource "azurerm_managed_redis" {
  category = "data"
  severity = "high"
  identity = ["name"]
  recovery = "A cache fills again; what is only there is gone. Export it first."
}

resource "azurerm_kusto_cluster" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Deleted clusters can be recovered for 14 days at most, through support."
}

resource "azurerm_kusto_database" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "All its tables are gone. Export them first."
}

resource "azurerm_synapse_workspace" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Pools, pipelines and their data are gone. Take restore points and export the pipelines first."
}

resource "azurerm_synapse_sql_pool" {
  category     = "data"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { geo_backup_policy_enabled = true }
  recovery     = "Restorable from a restore point while the workspace lives. Take one first."
}

resource "azurerm_databricks_workspace" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Its managed resource group goes too: notebooks, jobs and files in DBFS. Export the workspace first."
}

resource "azurerm_data_factory" {
  category = "other"
  severity = "critical"
  identity = ["name"]
  recovery = "Pipelines, triggers and their history are gone. Export them, or connect it to Git first."
}

resource "azurerm_machine_learning_workspace" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Experiments, models and notebooks are gone after the soft-delete period. Copy them first."
}

resource "azurerm_search_service" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "The indexes have to be built again from their sources."
}

resource "azurerm_purview_account" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "The catalog of data and its lineage are gone."
}

resource "azurerm_log_analytics_workspace" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Recoverable for 14 days; after that its logs are gone. Export what must be kept."
}

resource "azurerm_application_insights" {
  category = "data"
  severity = "high"
  identity = ["name"]
  recovery = "Its instrumentation key changes, and old telemetry may be out of reach."
}

resource "azurerm_monitor_workspace" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "All metrics in it are gone."
}

resource "azurerm_dashboard_grafana" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Dashboards and alerts are gone. Export them first."
}

resource "azurerm_app_configuration" {
  category     = "other"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { purge_protection_enabled = true }
  recovery     = "Recoverable for days unless it is purged, which the provider does by default. Export the keys first."
}

# Storage, disks and files

resource "azurerm_storage_account" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  protected_by = {
    "blob_properties.delete_retention_policy.days"           = ">=1"
    "blob_properties.container_delete_retention_policy.days" = ">=1"
    "blob_properties.versioning_enabled"                     = true
    "share_properties.retention_policy.days"                 = ">=1"
  }
  recovery = "Every blob, file, table and queue in it goes. A deleted account may be recovered for 14 days if nobody takes its name."
}

resource "azurerm_storage_container" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Its blobs come back only within the container's soft-delete period, where it is on. Copy them first."
}

resource "azurerm_storage_blob" {
  category = "data"
  severity = "high"
  identity = ["name"]
  recovery = "Comes back only within the soft-delete period or from a version. Copy it first."
}

resource "azurerm_storage_share" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Its files come back only within the share's soft-delete period, where it is on. Take a backup first."
}

resource "azurerm_storage_table" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "No undo: export the rows first."
}

resource "azurerm_storage_queue" {
  category = "queue"
  severity = "critical"
  identity = ["name"]
  recovery = "Waiting messages are gone. Let the queue run empty first."
}

resource "azurerm_storage_data_lake_gen2_filesystem" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Its files come back only within the soft-delete period, where it is on. Copy them first."
}

resource "azurerm_storage_container_immutability_policy" {
  category     = "backup"
  severity     = "critical"
  identity     = ["storage_container_resource_manager_id"]
  protected_by = { locked = true }
  recovery     = "Blobs can be changed and deleted again. Ask whoever answers for retention first."
}

resource "azurerm_managed_disk" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "A disk comes back only from a snapshot. Take one first."
}

resource "azurerm_snapshot" {
  category = "backup"
  severity = "critical"
  identity = ["name"]
  recovery = "A snapshot cannot be brought back. Copy it first if it is the only one."
}

resource "azurerm_image" {
  category = "registry"
  severity = "high"
  identity = ["name"]
  recovery = "New machines cannot start from it. Look for scale sets that name it."
}

resource "azurerm_shared_image_gallery" {
  category = "registry"
  severity = "critical"
  identity = ["name"]
  recovery = "Images and their versions must go first; whoever shares the gallery loses them."
}

resource "azurerm_shared_image_version" {
  category = "registry"
  severity = "high"
  identity = ["name"]
  recovery = "New machines cannot start from this version."
}

resource "azurerm_netapp_volume" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Files and snapshots are gone unless a backup vault holds them. Make a backup first."
}

resource "azurerm_netapp_pool" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Its volumes must go first, with their files."
}

resource "azurerm_netapp_account" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Pools and volumes must go first, with their files."
}

resource "azurerm_netapp_snapshot" {
  category = "backup"
  severity = "critical"
  identity = ["name"]
  recovery = "A snapshot cannot be brought back."
}

resource "azurerm_elastic_san" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Its volumes go with it. Take snapshots first."
}

resource "azurerm_elastic_san_volume" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "A volume comes back only from a snapshot. Take one first."
}

# Backups

resource "azurerm_recovery_services_vault" {
  category = "backup"
  severity = "critical"
  identity = ["name"]
  protected_by = {
    soft_delete_enabled = true
    immutability        = "Locked|Unlocked"
  }
  recovery = "Backups must go first and cannot be brought back once soft delete has run out."
}

resource "azurerm_backup_protected_vm" {
  category    = "backup"
  severity    = "critical"
  identity    = ["source_vm_id"]
  disarmed_by = { protection_state = "ProtectionStopped" }
  recovery    = "By default its recovery points are deleted too; soft delete holds them for 14 days. Stop protection and keep the data instead."
}

resource "azurerm_backup_protected_file_share" {
  category = "backup"
  severity = "critical"
  identity = ["source_file_share_name"]
  recovery = "By default its recovery points are deleted too; soft delete holds them for 14 days."
}

resource "azurerm_backup_policy_vm" {
  category = "backup"
  severity = "high"
  identity = ["name"]
  recovery = "What uses the policy is no longer backed up. Move it to another policy first."
}

resource "azurerm_data_protection_backup_vault" {
  category = "backup"
  severity = "critical"
  identity = ["name"]
  protected_by = {
    soft_delete  = "On|AlwaysOn"
    immutability = "Locked|Unlocked"
  }
  recovery = "Its backups must go first; soft delete holds them for days at most."
}

resource "azurerm_data_protection_backup_instance_blob_storage" {
  category = "backup"
  severity = "critical"
  identity = ["name"]
  recovery = "Backups of this storage account are deleted with it. Stop protection and keep the data instead."
}

resource "azurerm_data_protection_backup_instance_disk" {
  category = "backup"
  severity = "critical"
  identity = ["name"]
  recovery = "Backups of this disk are deleted with it. Stop protection and keep the data instead."
}

resource "azurerm_data_protection_backup_instance_postgresql_flexible_server" {
  category = "backup"
  severity = "critical"
  identity = ["name"]
  recovery = "Backups of this server are deleted with it. Stop protection and keep the data instead."
}

resource "azurerm_site_recovery_replicated_vm" {
  category = "backup"
  severity = "critical"
  identity = ["name"]
  recovery = "The copy in the other region is gone; replicating anew takes hours."
}

resource "azurerm_management_lock" {
  category = "other"
  severity = "critical"
  identity = ["name"]
  recovery = "What the lock protects can be deleted from now on. Ask whoever placed it."
}

# Keys, secrets and certificates

resource "azurerm_key_vault" {
  category     = "key"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { purge_protection_enabled = true }
  recovery     = "Unless purge protection is on, the provider purges it by default and every key and secret in it is gone. Turn purge protection on, or back the keys up, first."
}

resource "azurerm_key_vault_key" {
  category = "key"
  severity = "critical"
  identity = ["name"]
  recovery = "Everything encrypted with it becomes unreadable once it is purged, which the provider does by default. Back it up first."
}

resource "azurerm_key_vault_secret" {
  category = "secret"
  severity = "critical"
  identity = ["name"]
  recovery = "Purged by default, and then gone. Copy the value to a safe place first."
}

resource "azurerm_key_vault_certificate" {
  category = "secret"
  severity = "critical"
  identity = ["name"]
  recovery = "Purged by default, with its private key. Back it up first."
}

resource "azurerm_key_vault_access_policy" {
  category = "identity"
  severity = "high"
  identity = ["object_id"]
  recovery = "That principal can no longer reach the vault."
}

resource "azurerm_key_vault_managed_hardware_security_module" {
  category     = "key"
  severity     = "critical"
  identity     = ["name"]
  protected_by = { purge_protection_enabled = true }
  recovery     = "Its keys come back only from a full backup and the security domain. Make sure that both exist."
}

resource "azurerm_disk_encryption_set" {
  category = "key"
  severity = "critical"
  identity = ["name"]
  recovery = "Disks encrypted through it cannot be attached or started."
}

resource "azurerm_app_service_certificate" {
  category = "secret"
  severity = "high"
  identity = ["name"]
  recovery = "Sites that use it fail; an uploaded private key cannot be read back."
}

# Groups, subscriptions, and who may do what

resource "azurerm_resource_group" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Everything in the group goes with it, also what Terraform does not know. List what is in it first."
}

resource "azurerm_subscription" {
  category = "identity"
  severity = "critical"
  identity = ["subscription_name"]
  recovery = "Cancels the subscription: everything in it stops, and is gone after 90 days at most."
}

resource "azurerm_management_group" {
  category = "identity"
  severity = "critical"
  identity = ["display_name", "name"]
  recovery = "Its policies and grants no longer apply. Move its subscriptions first."
}

resource "azurerm_resource_group_template_deployment" {
  category    = "data"
  severity    = "critical"
  identity    = ["name"]
  disarmed_by = { deployment_mode = "Complete" }
  recovery    = "Every resource of the deployment may go with it, whatever it is. Read the template first."
}

resource "azurerm_subscription_template_deployment" {
  category = "data"
  severity = "critical"
  identity = ["name"]
  recovery = "Every resource of the deployment may go with it, whatever it is. Read the template first."
}

resource "azurerm_role_assignment" {
  category = "identity"
  severity = "high"
  identity = ["principal_id"]
  recovery = "That principal loses its access at once. Make sure that it is not yours."
}

resource "azurerm_role_definition" {
  category = "identity"
  severity = "high"
  identity = ["name"]
  recovery = "Its assignments must go first; those people lose their access."
}

resource "azurerm_user_assigned_identity" {
  category = "identity"
  severity = "high"
  identity = ["name"]
  recovery = "An identity of the same name is another principal: old grants do not return."
}

resource "azurerm_federated_identity_credential" {
  category = "identity"
  severity = "high"
  identity = ["name"]
  recovery = "Pipelines that sign in through it fail at once."
}

resource "azurerm_subscription_policy_assignment" {
  category     = "identity"
  severity     = "high"
  identity     = ["name"]
  protected_by = { enforce = true }
  recovery     = "What the policy forbade is allowed again."
}

resource "azurerm_active_directory_domain_service" {
  category = "identity"
  severity = "critical"
  identity = ["name"]
  recovery = "Joined machines lose their domain; there is no undo."
}

resource "azurerm_aadb2c_directory" {
  category = "identity"
  severity = "critical"
  identity = ["domain_name"]
  recovery = "All its users must go first, and they do not come back."
}

# Names and networks

resource "azurerm_dns_zone" {
  category = "dns"
  severity = "critical"
  identity = ["name"]
  recovery = "A new zone may have other name servers: the registrar must be told. Export the records first."
}

resource "azurerm_private_dns_zone" {
  category = "dns"
  severity = "critical"
  identity = ["name"]
  recovery = "Private endpoints stop resolving, and automatic records do not return by themselves."
}

resource "azurerm_dns_a_record" {
  category = "dns"
  severity = "high"
  identity = ["name"]
  recovery = "The name stops resolving as caches run out. Write the record's values down first."
}

resource "azurerm_dns_cname_record" {
  category = "dns"
  severity = "high"
  identity = ["name"]
  recovery = "The name stops resolving as caches run out. Write the record's value down first."
}

resource "azurerm_dns_mx_record" {
  category = "dns"
  severity = "high"
  identity = ["name"]
  recovery = "Mail no longer arrives. Write the record's values down first."
}

resource "azurerm_dns_txt_record" {
  category = "dns"
  severity = "high"
  identity = ["name"]
  recovery = "Proofs of ownership and mail policies stand there. Write the values down first."
}

resource "azurerm_dns_ns_record" {
  category = "dns"
  severity = "critical"
  identity = ["name"]
  recovery = "A whole sub-zone stops resolving."
}

resource "azurerm_private_dns_zone_virtual_network_link" {
  category = "dns"
  severity = "high"
  identity = ["name"]
  recovery = "The private names stop resolving in that network."
}

resource "azurerm_virtual_network" {
  category = "network"
  severity = "critical"
  identity = ["name"]
  recovery = "Everything in the network must go first and be built again; peerings too."
}

resource "azurerm_subnet" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "Everything in the subnet must go first and be built again with other addresses."
}

resource "azurerm_virtual_network_peering" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "Traffic between the two networks stops."
}

resource "azurerm_network_security_group" {
  category = "network"
  severity = "medium"
  identity = ["name"]
}

resource "azurerm_public_ip" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "A released address is rarely had again. Look for DNS records and allow lists that name it."
}

resource "azurerm_public_ip_prefix" {
  category = "network"
  severity = "critical"
  identity = ["name"]
  recovery = "The whole range is given back and cannot be had again."
}

resource "azurerm_nat_gateway" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "Outgoing traffic stops, and the address partners have allowed may change."
}

resource "azurerm_virtual_network_gateway" {
  category = "network"
  severity = "critical"
  identity = ["name"]
  recovery = "Every VPN and ExpressRoute connection through it stops; a new one takes most of an hour."
}

resource "azurerm_virtual_network_gateway_connection" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "Traffic to the other side stops until both ends are configured again."
}

resource "azurerm_express_route_circuit" {
  category = "network"
  severity = "critical"
  identity = ["name"]
  recovery = "Ends the contract for the line; setting up a new one takes weeks."
}

resource "azurerm_virtual_wan" {
  category = "network"
  severity = "critical"
  identity = ["name"]
  recovery = "Every hub and branch loses the others."
}

resource "azurerm_virtual_hub" {
  category = "network"
  severity = "critical"
  identity = ["name"]
  recovery = "Every network attached to it loses the others."
}

resource "azurerm_firewall" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "Traffic through it stops, and its addresses may change."
}

resource "azurerm_firewall_policy" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "Firewalls without it filter nothing, or let nothing through."
}

resource "azurerm_lb" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "Traffic stops until it is back and machines are attached again."
}

resource "azurerm_application_gateway" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "The sites behind it are away until it is back."
}

resource "azurerm_cdn_frontdoor_profile" {
  category = "network"
  severity = "critical"
  identity = ["name"]
  recovery = "Sites are away, and domain names must be validated again."
}

resource "azurerm_private_endpoint" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "The service is no longer reached privately, and the address changes."
}

resource "azurerm_traffic_manager_profile" {
  category = "dns"
  severity = "high"
  identity = ["name"]
  recovery = "The name that spreads the traffic stops resolving."
}

# What runs the work

resource "azurerm_kubernetes_cluster" {
  category = "cluster"
  severity = "critical"
  identity = ["name"]
  recovery = "Everything inside the cluster is gone, with its endpoint and identities; its node resource group goes too, volumes included. Back up first."
}

resource "azurerm_kubernetes_cluster_node_pool" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  recovery = "Its pods are evicted; there may be nowhere for them to go. Add the new pool first."
}

resource "azurerm_redhat_openshift_cluster" {
  category = "cluster"
  severity = "critical"
  identity = ["name"]
  recovery = "Everything inside the cluster is gone. Back up first."
}

resource "azurerm_linux_virtual_machine" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  recovery = "What is on its own disks is gone, the system disk included. Take snapshots first."
}

resource "azurerm_windows_virtual_machine" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  recovery = "What is on its own disks is gone, the system disk included. Take snapshots first."
}

resource "azurerm_virtual_machine" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  disarmed_by = {
    delete_os_disk_on_termination    = true
    delete_data_disks_on_termination = true
  }
  recovery = "Disks that go with the machine are gone. Take snapshots first."
}

resource "azurerm_linux_virtual_machine_scale_set" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  recovery = "All its machines end at once. Add the new set first."
}

resource "azurerm_windows_virtual_machine_scale_set" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  recovery = "All its machines end at once. Add the new set first."
}

resource "azurerm_service_plan" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  recovery = "Every application on it must go first."
}

resource "azurerm_linux_web_app" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  recovery = "The site is away; its name may be taken by others, and its content is gone unless it was deployed from elsewhere."
}

resource "azurerm_windows_web_app" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  recovery = "The site is away; its name may be taken by others, and its content is gone unless it was deployed from elsewhere."
}

resource "azurerm_linux_function_app" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  recovery = "Its keys change and triggers stop."
}

resource "azurerm_windows_function_app" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  recovery = "Its keys change and triggers stop."
}

resource "azurerm_static_web_app" {
  category = "network"
  severity = "high"
  identity = ["name"]
  recovery = "The site is away and its default address changes."
}

resource "azurerm_container_app" {
  category = "cluster"
  severity = "high"
  identity = ["name"]
  recovery = "The service stops; its address changes with its environment."
}

resource "azurerm_container_app_environment" {
  category = "cluster"
  severity = "critical"
  identity = ["name"]
  recovery = "Every app in it must go first; its address and domain change."
}

resource "azurerm_api_management" {
  category = "network"
  severity = "critical"
  identity = ["name"]
  recovery = "APIs, subscriptions and keys are gone: the provider purges the deleted service by default. Take a backup first."
}

resource "azurerm_logic_app_workflow" {
  category = "queue"
  severity = "high"
  identity = ["name"]
  recovery = "Runs and their history are gone, and its address changes."
}

resource "azurerm_automation_account" {
  category = "other"
  severity = "high"
  identity = ["name"]
  recovery = "Runbooks, schedules and stored credentials are gone. Export the runbooks first."
}

resource "azurerm_cognitive_account" {
  category = "data"
  severity = "high"
  identity = ["name"]
  recovery = "Recoverable for 48 hours unless purged, which the provider does by default; trained models go with it."
}

# Images, queues and devices

resource "azurerm_container_registry" {
  category = "registry"
  severity = "critical"
  identity = ["name"]
  recovery = "Every image is gone; what runs from it cannot start again. Copy the images first."
}

resource "azurerm_servicebus_namespace" {
  category = "queue"
  severity = "critical"
  identity = ["name"]
  recovery = "All queues, topics and waiting messages are gone. Let them run empty first."
}

resource "azurerm_servicebus_queue" {
  category = "queue"
  severity = "critical"
  identity = ["name"]
  recovery = "Waiting messages are gone. Let the queue run empty first."
}

resource "azurerm_servicebus_topic" {
  category = "queue"
  severity = "critical"
  identity = ["name"]
  recovery = "Its subscriptions and waiting messages are gone."
}

resource "azurerm_servicebus_subscription" {
  category = "queue"
  severity = "critical"
  identity = ["name"]
  recovery = "Waiting messages are gone. Let the readers catch up first."
}

resource "azurerm_eventhub_namespace" {
  category = "queue"
  severity = "critical"
  identity = ["name"]
  recovery = "All event hubs and their events are gone. Let the readers catch up first."
}

resource "azurerm_eventhub" {
  category = "queue"
  severity = "critical"
  identity = ["name"]
  recovery = "Events not yet read are gone. Let the readers catch up first."
}

resource "azurerm_iothub" {
  category = "queue"
  severity = "critical"
  identity = ["name"]
  recovery = "Every device's identity is gone: devices must be enrolled again. Export the registry first."
}

resource "azurerm_communication_service" {
  category = "network"
  severity = "critical"
  identity = ["name"]
  recovery = "Phone numbers and users are gone; numbers may not come back."
}

# A new one is as good as the old

resource "azurerm_monitor_metric_alert" {
  category = "other"
  severity = "low"
}

resource "azurerm_monitor_action_group" {
  category = "other"
  severity = "low"
}

resource "azurerm_network_interface_security_group_association" {
  category = "network"
  severity = "low"
}

resource "azurerm_network_interface_backend_address_pool_association" {
  category = "network"
  severity = "low"
}

resource "azurerm_subnet_network_security_group_association" {
  category = "network"
  severity = "low"
}

resource "azurerm_subnet_route_table_association" {
  category = "network"
  severity = "low"
}

resource "azurerm_subnet_nat_gateway_association" {
  category = "network"
  severity = "low"
}

resource "azurerm_lb_probe" {
  category = "network"
  severity = "low"
}
