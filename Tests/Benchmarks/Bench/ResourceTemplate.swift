/// Resources as the AWS provider 5 shows them, with marks where each one differs.
///
/// `#n#` is the resource's number in six digits, `#h8#` eight hexadecimal digits, and `#o#` a number
/// up to 255.
struct ResourceTemplate {
    let type: String
    let values: String
    let sensitiveValues: String
    let expressions: String
    let schemaVersion: Int
    /// Of a hundred resources.
    let share: Int

    static let all = [
        ResourceTemplate(
            type: "aws_instance",
            values: #"""
                {"ami":"ami-0#h16#",\#
                "arn":"arn:aws:ec2:eu-west-1:123456789012:instance/i-0#h16#",\#
                "associate_public_ip_address":false,"availability_zone":"eu-west-1a",\#
                "capacity_reservation_specification":[{"capacity_reservation_preference":"open",\#
                "capacity_reservation_target":[]}],"cpu_core_count":1,\#
                "cpu_options":[{"amd_sev_snp":"","core_count":1,"threads_per_core":2}],\#
                "cpu_threads_per_core":2,"credit_specification":[{"cpu_credits":"unlimited"}],\#
                "disable_api_stop":false,"disable_api_termination":false,"ebs_block_device":[],\#
                "ebs_optimized":false,"enable_primary_ipv6":null,\#
                "enclave_options":[{"enabled":false}],"ephemeral_block_device":[],\#
                "get_password_data":false,"hibernation":false,"host_id":"",\#
                "host_resource_group_arn":null,"iam_instance_profile":"web-profile-prod",\#
                "id":"i-0#h16#","instance_initiated_shutdown_behavior":"stop",\#
                "instance_lifecycle":"","instance_market_options":[],"instance_state":"running",\#
                "instance_type":"t3.micro","ipv6_address_count":0,"ipv6_addresses":[],\#
                "key_name":"deploy","launch_template":[],\#
                "maintenance_options":[{"auto_recovery":"default"}],\#
                "metadata_options":[{"http_endpoint":"enabled","http_protocol_ipv6":"disabled",\#
                "http_put_response_hop_limit":2,"http_tokens":"required",\#
                "instance_metadata_tags":"disabled"}],"monitoring":false,"network_interface":[],\#
                "outpost_arn":"","password_data":"","placement_group":"",\#
                "placement_partition_number":0,"primary_network_interface_id":"eni-0#h16#",\#
                "private_dns":"ip-10-#o#-#o#-#o#.eu-west-1.compute.internal",\#
                "private_dns_name_options":[{"enable_resource_name_dns_a_record":false,\#
                "enable_resource_name_dns_aaaa_record":false,"hostname_type":"ip-name"}],\#
                "private_ip":"10.#o#.#o#.#o#","public_dns":"","public_ip":"",\#
                "root_block_device":[{"delete_on_termination":true,"device_name":"/dev/xvda",\#
                "encrypted":true,"iops":3000,\#
                "kms_key_id":"arn:aws:kms:eu-west-1:123456789012:key/#h8#-#h4#-#h4#-#h4#-#h12#",\#
                "tags":{},"tags_all":{},"throughput":125,"volume_id":"vol-0#h16#",\#
                "volume_size":20,"volume_type":"gp3"}],"secondary_private_ips":[],\#
                "security_groups":[],"source_dest_check":true,"spot_instance_request_id":"",\#
                "subnet_id":"subnet-0#h16#","tags":{"CostCenter":"cc-0","Environment":"prod",\#
                "ManagedBy":"terraform","Name":"web-#n#","Owner":"data\u003ceng\u003e"},\#
                "tags_all":{"CostCenter":"cc-0","Environment":"prod","ManagedBy":"terraform",\#
                "Name":"web-#n#","Owner":"data\u003ceng\u003e"},"tenancy":"default",\#
                "timeouts":null,"user_data":"#h40#","user_data_base64":null,\#
                "user_data_replace_on_change":false,"volume_tags":null,\#
                "vpc_security_group_ids":["sg-0#h16#","sg-0#h16#"]}
                """#,
            sensitiveValues: #"""
                {"capacity_reservation_specification":[{"capacity_reservation_target":[]}],\#
                "cpu_options":[{}],"credit_specification":[{}],"ebs_block_device":[],\#
                "enclave_options":[{}],"ephemeral_block_device":[],"instance_market_options":[],\#
                "ipv6_addresses":[],"launch_template":[],"maintenance_options":[{}],\#
                "metadata_options":[{}],"network_interface":[],"private_dns_name_options":[{}],\#
                "root_block_device":[{"tags":{},"tags_all":{}}],"secondary_private_ips":[],\#
                "security_groups":[],"tags":{},"tags_all":{},"vpc_security_group_ids":[false,\#
                false]}
                """#,
            expressions: #"""
                {"ami":{"constant_value":"ami-0#h16#"},\#
                "instance_type":{"constant_value":"t3.micro"},\#
                "root_block_device":[{"delete_on_termination":{"constant_value":true},\#
                "device_name":{"constant_value":"/dev/xvda"},\#
                "encrypted":{"constant_value":true},"iops":{"constant_value":3000},\#
                "kms_key_id":{"constant_value":"arn:aws:kms:eu-west-1:123456789012:key/#h8#-#h4#-#h4#-#h4#-#h12#"},\#
                "tags":{"constant_value":{}},"tags_all":{"constant_value":{}},\#
                "throughput":{"constant_value":125},"volume_id":{"constant_value":"vol-0#h16#"},\#
                "volume_size":{"constant_value":20},"volume_type":{"constant_value":"gp3"}}],\#
                "subnet_id":{"constant_value":"subnet-0#h16#"},\#
                "tags":{"constant_value":{"CostCenter":"cc-0","Environment":"prod",\#
                "ManagedBy":"terraform","Name":"web-#n#","Owner":"data\u003ceng\u003e"}}}
                """#,
            schemaVersion: 1, share: 30),
        ResourceTemplate(
            type: "aws_security_group",
            values: #"""
                {"arn":"arn:aws:ec2:eu-west-1:123456789012:security-group/sg-0#h16#",\#
                "description":"Managed by Terraform","egress":[{"cidr_blocks":["0.0.0.0/0"],\#
                "description":"","from_port":0,"ipv6_cidr_blocks":["::/0"],"prefix_list_ids":[],\#
                "protocol":"-1","security_groups":[],"self":false,"to_port":0}],\#
                "id":"sg-0#h16#","ingress":[{"cidr_blocks":["10.#o#.0.0/16"],\#
                "description":"allow 22 from vpc","from_port":22,"ipv6_cidr_blocks":[],\#
                "prefix_list_ids":[],"protocol":"tcp","security_groups":[],"self":false,\#
                "to_port":22},{"cidr_blocks":["10.#o#.0.0/16"],\#
                "description":"allow 80 from vpc","from_port":80,"ipv6_cidr_blocks":[],\#
                "prefix_list_ids":[],"protocol":"tcp","security_groups":[],"self":false,\#
                "to_port":80}],"name":"svc-#n#","name_prefix":"","owner_id":"123456789012",\#
                "revoke_rules_on_delete":false,"tags":{"CostCenter":"cc-0","Environment":"prod",\#
                "ManagedBy":"terraform","Name":"svc-#n#","Owner":"data\u003ceng\u003e"},\#
                "tags_all":{"CostCenter":"cc-0","Environment":"prod","ManagedBy":"terraform",\#
                "Name":"svc-#n#","Owner":"data\u003ceng\u003e"},"timeouts":null,\#
                "vpc_id":"vpc-0#h16#"}
                """#,
            sensitiveValues: #"""
                {"egress":[{"cidr_blocks":[false],"ipv6_cidr_blocks":[false],\#
                "prefix_list_ids":[],"security_groups":[]}],"ingress":[{"cidr_blocks":[false],\#
                "ipv6_cidr_blocks":[],"prefix_list_ids":[],"security_groups":[]},\#
                {"cidr_blocks":[false],"ipv6_cidr_blocks":[],"prefix_list_ids":[],\#
                "security_groups":[]}],"tags":{},"tags_all":{}}
                """#,
            expressions: #"""
                {"egress":[{"cidr_blocks":{"constant_value":["0.0.0.0/0"]},\#
                "description":{"constant_value":""},"from_port":{"constant_value":0},\#
                "ipv6_cidr_blocks":{"constant_value":["::/0"]},\#
                "prefix_list_ids":{"constant_value":[]},"protocol":{"constant_value":"-1"},\#
                "security_groups":{"constant_value":[]},"self":{"constant_value":false},\#
                "to_port":{"constant_value":0}}],\#
                "ingress":[{"cidr_blocks":{"constant_value":["10.#o#.0.0/16"]},\#
                "description":{"constant_value":"allow 22 from vpc"},\#
                "from_port":{"constant_value":22},"ipv6_cidr_blocks":{"constant_value":[]},\#
                "prefix_list_ids":{"constant_value":[]},"protocol":{"constant_value":"tcp"},\#
                "security_groups":{"constant_value":[]},"self":{"constant_value":false},\#
                "to_port":{"constant_value":22}}],"name":{"constant_value":"svc-#n#"},\#
                "tags":{"constant_value":{"CostCenter":"cc-0","Environment":"prod",\#
                "ManagedBy":"terraform","Name":"svc-#n#","Owner":"data\u003ceng\u003e"}},\#
                "vpc_id":{"constant_value":"vpc-0#h16#"}}
                """#,
            schemaVersion: 1, share: 20),
        ResourceTemplate(
            type: "aws_s3_bucket",
            values: #"""
                {"acceleration_status":"","acl":null,"arn":"arn:aws:s3:::acme-prod-logs-#n#",\#
                "bucket":"acme-prod-logs-#n#",\#
                "bucket_domain_name":"acme-prod-logs-#n#.s3.amazonaws.com","bucket_prefix":"",\#
                "bucket_regional_domain_name":"acme-prod-logs-#n#.s3.eu-west-1.amazonaws.com",\#
                "cors_rule":[],"force_destroy":false,"grant":[{"id":"#h64#",\#
                "permissions":["FULL_CONTROL"],"type":"CanonicalUser","uri":""}],\#
                "hosted_zone_id":"Z1BKCTXD74EZPE","id":"acme-prod-logs-#n#",\#
                "lifecycle_rule":[{"abort_incomplete_multipart_upload_days":7,"enabled":true,\#
                "expiration":[{"date":"","days":365,"expired_object_delete_marker":false}],\#
                "id":"expire","noncurrent_version_expiration":[],\#
                "noncurrent_version_transition":[],"prefix":"","tags":{},\#
                "transition":[{"date":"","days":30,"storage_class":"STANDARD_IA"}]}],\#
                "logging":[],"object_lock_configuration":[],"object_lock_enabled":false,\#
                "policy":"{\"Statement\":[{\"Action\":\"s3:*\",\#
                \"Condition\":{\"Bool\":{\"aws:SecureTransport\":\"false\"}},\#
                \"Effect\":\"Deny\",\"Principal\":\"*\",\#
                \"Resource\":[\"arn:aws:s3:::acme-prod-logs-#n#\",\#
                \"arn:aws:s3:::acme-prod-logs-#n#/*\"],\"Sid\":\"DenyInsecure\"}],\#
                \"Version\":\"2012-10-17\"}","region":"eu-west-1",\#
                "replication_configuration":[],"request_payer":"BucketOwner",\#
                "server_side_encryption_configuration":[{"rule":[{"apply_server_side_encryption_by_default":[{"kms_master_key_id":"",\#
                "sse_algorithm":"AES256"}],"bucket_key_enabled":false}]}],\#
                "tags":{"CostCenter":"cc-0","Environment":"prod","ManagedBy":"terraform",\#
                "Name":"acme-prod-logs-#n#","Owner":"data\u003ceng\u003e"},\#
                "tags_all":{"CostCenter":"cc-0","Environment":"prod","ManagedBy":"terraform",\#
                "Name":"acme-prod-logs-#n#","Owner":"data\u003ceng\u003e"},"timeouts":null,\#
                "versioning":[{"enabled":true,"mfa_delete":false}],"website":[],\#
                "website_domain":null,"website_endpoint":null}
                """#,
            sensitiveValues: #"""
                {"cors_rule":[],"grant":[{"permissions":[false]}],\#
                "lifecycle_rule":[{"expiration":[{}],"noncurrent_version_expiration":[],\#
                "noncurrent_version_transition":[],"tags":{},"transition":[{}]}],"logging":[],\#
                "object_lock_configuration":[],"replication_configuration":[],\#
                "server_side_encryption_configuration":[{"rule":[{"apply_server_side_encryption_by_default":[{}]}]}],\#
                "tags":{},"tags_all":{},"versioning":[{}],"website":[]}
                """#,
            expressions: #"""
                {"bucket":{"references":["var.env","local.name_prefix"]},\#
                "policy":{"references":["var.env","local.name_prefix"]},\#
                "tags":{"constant_value":{"CostCenter":"cc-0","Environment":"prod",\#
                "ManagedBy":"terraform","Name":"acme-prod-logs-#n#",\#
                "Owner":"data\u003ceng\u003e"}}}
                """#,
            schemaVersion: 0, share: 10),
        ResourceTemplate(
            type: "aws_iam_role",
            values: #"""
                {"arn":"arn:aws:iam::123456789012:role/role-prod-#n#",\#
                "assume_role_policy":"{\"Statement\":[{\"Action\":\"sts:AssumeRole\",\#
                \"Effect\":\"Allow\",\"Principal\":{\"Service\":\"ec2.amazonaws.com\"}}],\#
                \"Version\":\"2012-10-17\"}","create_date":"2024-00-10T00:12:44Z",\#
                "description":"","force_detach_policies":false,"id":"role-prod-#n#",\#
                "inline_policy":[{"name":"inline",\#
                "policy":"{\"Statement\":[{\"Action\":[\"logs:CreateLogStream\",\#
                \"logs:PutLogEvents\",\"dynamodb:GetItem\",\"dynamodb:Query\"],\#
                \"Effect\":\"Allow\",\#
                \"Resource\":\"arn:aws:logs:eu-west-1:123456789012:log-group:/svc/role-prod-#n#:*\"}],\#
                \"Version\":\"2012-10-17\"}"}],\#
                "managed_policy_arns":["arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"],\#
                "max_session_duration":3600,"name":"role-prod-#n#","name_prefix":"","path":"/",\#
                "permissions_boundary":"","tags":{"CostCenter":"cc-0","Environment":"prod",\#
                "ManagedBy":"terraform","Name":"role-prod-#n#","Owner":"data\u003ceng\u003e"},\#
                "tags_all":{"CostCenter":"cc-0","Environment":"prod","ManagedBy":"terraform",\#
                "Name":"role-prod-#n#","Owner":"data\u003ceng\u003e"},"unique_id":"AROA#h17#"}
                """#,
            sensitiveValues: #"""
                {"inline_policy":[{}],"managed_policy_arns":[false],"tags":{},"tags_all":{}}
                """#,
            expressions: #"""
                {"assume_role_policy":{"constant_value":"{\"Statement\":[{\"Action\":\"sts:AssumeRole\",\#
                \"Effect\":\"Allow\",\"Principal\":{\"Service\":\"ec2.amazonaws.com\"}}],\#
                \"Version\":\"2012-10-17\"}"},"name":{"references":["var.env",\#
                "local.name_prefix"]},"tags":{"constant_value":{"CostCenter":"cc-0",\#
                "Environment":"prod","ManagedBy":"terraform","Name":"role-prod-#n#",\#
                "Owner":"data\u003ceng\u003e"}}}
                """#,
            schemaVersion: 0, share: 20),
        ResourceTemplate(
            type: "aws_db_instance",
            values: #"""
                {"address":"db-prod-#n#.c#h10#.eu-west-1.rds.amazonaws.com",\#
                "allocated_storage":20,"allow_major_version_upgrade":null,\#
                "apply_immediately":false,\#
                "arn":"arn:aws:rds:eu-west-1:123456789012:db:db-prod-#n#",\#
                "auto_minor_version_upgrade":true,"availability_zone":"eu-west-1a",\#
                "backup_retention_period":7,"backup_target":"region",\#
                "backup_window":"03:27-03:57","blue_green_update":[],\#
                "ca_cert_identifier":"rds-ca-rsa2048-g1","character_set_name":"",\#
                "copy_tags_to_snapshot":false,"custom_iam_instance_profile":"",\#
                "customer_owned_ip_enabled":false,"database_insights_mode":"standard",\#
                "db_name":"app","db_subnet_group_name":"subnets-prod",\#
                "dedicated_log_volume":false,"delete_automated_backups":true,\#
                "deletion_protection":true,"domain":"","domain_auth_secret_arn":"",\#
                "domain_dns_ips":null,"domain_fqdn":"","domain_iam_role_name":"","domain_ou":"",\#
                "enabled_cloudwatch_logs_exports":["postgresql","upgrade"],\#
                "endpoint":"db-prod-#n#.c#h10#.eu-west-1.rds.amazonaws.com:5432",\#
                "engine":"postgres",\#
                "engine_lifecycle_support":"open-source-rds-extended-support",\#
                "engine_version":"16.3","engine_version_actual":"16.3",\#
                "final_snapshot_identifier":null,"hosted_zone_id":"Z29XKXDKYMONMX",\#
                "iam_database_authentication_enabled":false,"id":"db-#h26#",\#
                "identifier":"db-prod-#n#","identifier_prefix":"",\#
                "instance_class":"db.m6g.large","iops":3000,\#
                "kms_key_id":"arn:aws:kms:eu-west-1:123456789012:key/#h8#-#h4#-#h4#-#h4#-#h12#",\#
                "latest_restorable_time":"2026-01-01T00:00:00Z",\#
                "license_model":"postgresql-license","listener_endpoint":[],\#
                "maintenance_window":"sun:05:00-sun:05:30","manage_master_user_password":null,\#
                "master_user_secret":[],"master_user_secret_kms_key_id":null,\#
                "max_allocated_storage":1000,"monitoring_interval":60,\#
                "monitoring_role_arn":"arn:aws:iam::123456789012:role/rds-monitoring",\#
                "multi_az":true,"nchar_character_set_name":"","network_type":"IPV4",\#
                "option_group_name":"default:postgres-16",\#
                "parameter_group_name":"default.postgres16","password":"#h32#",\#
                "password_wo":null,"password_wo_version":null,\#
                "performance_insights_enabled":true,"performance_insights_kms_key_id":"",\#
                "performance_insights_retention_period":7,"port":5432,\#
                "publicly_accessible":false,"replica_mode":"","replicas":[],\#
                "replicate_source_db":"","resource_id":"db-#h26#","restore_to_point_in_time":[],\#
                "s3_import":[],"skip_final_snapshot":false,"snapshot_identifier":null,\#
                "status":"available","storage_encrypted":true,"storage_throughput":125,\#
                "storage_type":"gp3","tags":{"CostCenter":"cc-0","Environment":"prod",\#
                "ManagedBy":"terraform","Name":"db-prod-#n#","Owner":"data\u003ceng\u003e"},\#
                "tags_all":{"CostCenter":"cc-0","Environment":"prod","ManagedBy":"terraform",\#
                "Name":"db-prod-#n#","Owner":"data\u003ceng\u003e"},"timeouts":null,\#
                "timezone":"","upgrade_storage_config":null,"username":"app",\#
                "vpc_security_group_ids":["sg-0#h16#"]}
                """#,
            sensitiveValues: #"""
                {"blue_green_update":[],"enabled_cloudwatch_logs_exports":[false,false],\#
                "listener_endpoint":[],"master_user_secret":[],"password":true,\#
                "password_wo":true,"replicas":[],"restore_to_point_in_time":[],"s3_import":[],\#
                "tags":{},"tags_all":{},"vpc_security_group_ids":[false]}
                """#,
            expressions: #"""
                {"allocated_storage":{"constant_value":20},\#
                "engine":{"constant_value":"postgres"},\#
                "engine_version":{"constant_value":"16.3"},\#
                "identifier":{"references":["var.env","local.name_prefix"]},\#
                "instance_class":{"constant_value":"db.m6g.large"},\#
                "tags":{"constant_value":{"CostCenter":"cc-0","Environment":"prod",\#
                "ManagedBy":"terraform","Name":"db-prod-#n#","Owner":"data\u003ceng\u003e"}}}
                """#,
            schemaVersion: 2, share: 3),
        ResourceTemplate(
            type: "aws_route53_record",
            values: #"""
                {"alias":[],"allow_overwrite":null,"cidr_routing_policy":[],\#
                "failover_routing_policy":[],"fqdn":"svc-#n#.prod.example.com",\#
                "geolocation_routing_policy":[],"geoproximity_routing_policy":[],\#
                "health_check_id":"","id":"Z0#h18#_svc-#n#.prod.example.com_A",\#
                "latency_routing_policy":[],"multivalue_answer_routing_policy":false,\#
                "name":"svc-#n#.prod.example.com","records":["10.0.#o#.#o#"],\#
                "set_identifier":"","timeouts":null,"ttl":300,"type":"A",\#
                "weighted_routing_policy":[],"zone_id":"Z0#h18#"}
                """#,
            sensitiveValues: #"""
                {"alias":[],"cidr_routing_policy":[],"failover_routing_policy":[],\#
                "geolocation_routing_policy":[],"geoproximity_routing_policy":[],\#
                "latency_routing_policy":[],"records":[false],"weighted_routing_policy":[]}
                """#,
            expressions: #"""
                {"name":{"references":["var.env","local.name_prefix"]},\#
                "records":{"constant_value":["10.0.#o#.#o#"]},"ttl":{"constant_value":300},\#
                "type":{"constant_value":"A"},"zone_id":{"constant_value":"Z0#h18#"}}
                """#,
            schemaVersion: 2, share: 17),
    ]
}
