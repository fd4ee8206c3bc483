# The resource types that most AWS configurations are made of, for judging real plans of them.
#
#     guarded     whether what can be protected is
#     generation  part of every name: another one replaces whatever its name identifies

variable "guarded" {
  type    = bool
  default = true
}

variable "generation" {
  type    = string
  default = "a"
}

locals {
  name = "courses-${var.generation}"
  trust = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "lambda.amazonaws.com" }
    }]
  })
}

# Storage

resource "aws_s3_bucket" "main" {
  bucket        = local.name
  force_destroy = !var.guarded
}

resource "aws_s3_bucket_versioning" "main" {
  bucket = aws_s3_bucket.main.bucket
  versioning_configuration {
    status = var.guarded ? "Enabled" : "Suspended"
  }
}

resource "aws_s3_bucket_public_access_block" "main" {
  bucket                  = aws_s3_bucket.main.bucket
  block_public_acls       = var.guarded
  block_public_policy     = var.guarded
  ignore_public_acls      = var.guarded
  restrict_public_buckets = var.guarded
}

resource "aws_s3_bucket_policy" "main" {
  bucket = aws_s3_bucket.main.bucket
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:DeleteObject"
      Resource  = "arn:aws:s3:::${local.name}/*"
    }]
  })
}

resource "aws_s3_bucket_server_side_encryption_configuration" "main" {
  bucket = aws_s3_bucket.main.bucket
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

resource "aws_efs_file_system" "main" {
  creation_token = local.name
}

resource "aws_ebs_volume" "main" {
  availability_zone = "us-east-1a"
  size              = 10
  encrypted         = var.generation == "a"
  final_snapshot    = var.guarded
}

resource "aws_ebs_snapshot" "main" {
  volume_id   = aws_ebs_volume.main.id
  description = local.name
}

# Databases

resource "aws_dynamodb_table" "main" {
  name                        = local.name
  billing_mode                = "PAY_PER_REQUEST"
  hash_key                    = "id"
  deletion_protection_enabled = var.guarded
  attribute {
    name = "id"
    type = "S"
  }
  point_in_time_recovery {
    enabled = var.guarded
  }
}

resource "aws_db_instance" "main" {
  identifier                = local.name
  engine                    = "postgres"
  engine_version            = "14"
  instance_class            = "db.t3.micro"
  allocated_storage         = 20
  username                  = "keeper"
  password                  = "not-a-secret-1"
  db_subnet_group_name      = aws_db_subnet_group.main.name
  deletion_protection       = var.guarded
  skip_final_snapshot       = !var.guarded
  final_snapshot_identifier = "${local.name}-final"
  delete_automated_backups  = !var.guarded
  backup_retention_period   = 7
}

resource "aws_db_subnet_group" "main" {
  name       = local.name
  subnet_ids = [aws_subnet.main.id, aws_subnet.second.id]
}

resource "aws_db_snapshot" "main" {
  db_instance_identifier = aws_db_instance.main.identifier
  db_snapshot_identifier = "${local.name}-before-migration"
}

resource "aws_rds_cluster" "main" {
  cluster_identifier        = "${local.name}-cluster"
  engine                    = "aurora-postgresql"
  master_username           = "keeper"
  master_password           = "not-a-secret-1"
  db_subnet_group_name      = aws_db_subnet_group.main.name
  deletion_protection       = var.guarded
  skip_final_snapshot       = !var.guarded
  final_snapshot_identifier = "${local.name}-cluster-final"
}

# Keys, secrets, identities

resource "aws_kms_key" "main" {
  description             = "courses"
  deletion_window_in_days = var.guarded ? 30 : 7
  is_enabled              = var.guarded
  key_usage               = "ENCRYPT_DECRYPT"
}

resource "aws_kms_alias" "main" {
  name          = "alias/${local.name}"
  target_key_id = aws_kms_key.main.key_id
}

resource "aws_secretsmanager_secret" "main" {
  name                    = local.name
  recovery_window_in_days = var.guarded ? 30 : 0
}

resource "aws_secretsmanager_secret_version" "main" {
  secret_id     = aws_secretsmanager_secret.main.id
  secret_string = "not-a-secret-2"
}

resource "aws_ssm_parameter" "main" {
  name  = "/${local.name}/token"
  type  = "SecureString"
  value = "not-a-secret-3"
}

resource "aws_iam_role" "main" {
  name               = local.name
  assume_role_policy = local.trust
}

resource "aws_iam_policy" "main" {
  name = local.name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "*" }]
  })
}

resource "aws_iam_role_policy_attachment" "main" {
  role       = aws_iam_role.main.name
  policy_arn = aws_iam_policy.main.arn
}

resource "aws_iam_instance_profile" "main" {
  name = local.name
  role = aws_iam_role.main.name
}

resource "aws_iam_user" "main" {
  name          = local.name
  force_destroy = !var.guarded
}

resource "aws_iam_access_key" "main" {
  user = aws_iam_user.main.name
}

resource "aws_cognito_user_pool" "main" {
  name                = local.name
  deletion_protection = var.guarded ? "ACTIVE" : "INACTIVE"
}

resource "aws_acm_certificate" "main" {
  domain_name       = "${local.name}.example.com"
  validation_method = "DNS"
}

# Network

resource "aws_vpc" "main" {
  cidr_block = var.generation == "a" ? "10.0.0.0/16" : "10.9.0.0/16"
}

resource "aws_subnet" "main" {
  vpc_id            = aws_vpc.main.id
  cidr_block        = cidrsubnet(aws_vpc.main.cidr_block, 8, 1)
  availability_zone = "us-east-1a"
}

resource "aws_subnet" "second" {
  vpc_id            = aws_vpc.main.id
  cidr_block        = cidrsubnet(aws_vpc.main.cidr_block, 8, 2)
  availability_zone = "us-east-1b"
}

resource "aws_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id
}

resource "aws_route_table" "main" {
  vpc_id = aws_vpc.main.id
}

resource "aws_route_table_association" "main" {
  subnet_id      = aws_subnet.main.id
  route_table_id = aws_route_table.main.id
}

resource "aws_security_group" "main" {
  name   = local.name
  vpc_id = aws_vpc.main.id
}

resource "aws_security_group_rule" "main" {
  type              = "ingress"
  from_port         = 443
  to_port           = 443
  protocol          = "tcp"
  cidr_blocks       = ["10.0.0.0/8"]
  security_group_id = aws_security_group.main.id
}

resource "aws_eip" "main" {
  domain = "vpc"
}

resource "aws_lb" "main" {
  name                       = local.name
  internal                   = true
  subnets                    = [aws_subnet.main.id, aws_subnet.second.id]
  enable_deletion_protection = var.guarded
}

resource "aws_lb_target_group" "main" {
  name     = local.name
  port     = 80
  protocol = "HTTP"
  vpc_id   = aws_vpc.main.id
}

resource "aws_lb_listener" "main" {
  load_balancer_arn = aws_lb.main.arn
  port              = 80
  protocol          = "HTTP"
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.main.arn
  }
}

resource "aws_route53_zone" "main" {
  name          = "${local.name}.example.com"
  force_destroy = !var.guarded
}

resource "aws_route53_record" "main" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "www.${local.name}.example.com"
  type    = "A"
  ttl     = 300
  records = ["192.0.2.1"]
}

# Machines and what runs on them

resource "aws_instance" "main" {
  ami                     = var.generation == "a" ? "ami-12c6146b" : "ami-1dab2163"
  instance_type           = "t3.micro"
  subnet_id               = aws_subnet.main.id
  disable_api_termination = var.guarded
}

resource "aws_key_pair" "main" {
  key_name   = local.name
  public_key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGPKSUTyz1HwHReFVvD5obVsALAgJRNarH4TRpNePnAS example"
}

resource "aws_launch_template" "main" {
  name          = local.name
  image_id      = "ami-12c6146b"
  instance_type = "t3.micro"
}

resource "aws_autoscaling_group" "main" {
  name                = local.name
  min_size            = 0
  max_size            = 1
  desired_capacity    = 0
  vpc_zone_identifier = [aws_subnet.main.id]
  force_delete        = !var.guarded
  launch_template {
    id      = aws_launch_template.main.id
    version = "1"
  }
}

resource "aws_ecs_cluster" "main" {
  name = local.name
}

resource "aws_ecs_task_definition" "main" {
  family                   = local.name
  network_mode             = "awsvpc"
  requires_compatibilities = ["FARGATE"]
  cpu                      = 256
  memory                   = 512
  container_definitions    = jsonencode([{ name = "web", image = "nginx" }])
}

resource "aws_ecs_service" "main" {
  name            = local.name
  cluster         = aws_ecs_cluster.main.arn
  task_definition = aws_ecs_task_definition.main.arn
  launch_type     = "FARGATE"
  desired_count   = 0
  force_delete    = !var.guarded
  network_configuration {
    subnets = [aws_subnet.main.id]
  }
}

resource "aws_ecr_repository" "main" {
  name                 = local.name
  force_delete         = !var.guarded
  image_tag_mutability = var.guarded ? "IMMUTABLE" : "MUTABLE"
}

resource "aws_lambda_function" "main" {
  function_name = local.name
  role          = aws_iam_role.main.arn
  runtime       = "python3.12"
  handler       = "main.handler"
  s3_bucket     = aws_s3_bucket.main.bucket
  s3_key        = aws_s3_object.code.key
}

resource "aws_s3_object" "code" {
  bucket         = aws_s3_bucket.main.bucket
  key            = "code.zip"
  content_base64 = "UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA=="
}

resource "aws_lambda_permission" "main" {
  statement_id  = local.name
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.main.function_name
  principal     = "events.amazonaws.com"
}

# Messages, records, schedules

resource "aws_sqs_queue" "main" {
  name                      = local.name
  message_retention_seconds = var.guarded ? 1209600 : 60
}

resource "aws_sns_topic" "main" {
  name = local.name
}

resource "aws_sns_topic_subscription" "main" {
  topic_arn = aws_sns_topic.main.arn
  protocol  = "sqs"
  endpoint  = aws_sqs_queue.main.arn
}

resource "aws_kinesis_stream" "main" {
  name                      = local.name
  shard_count               = 1
  retention_period          = var.guarded ? 168 : 24
  enforce_consumer_deletion = !var.guarded
}

resource "aws_cloudwatch_log_group" "main" {
  name              = local.name
  retention_in_days = var.guarded ? 0 : 30
}

resource "aws_cloudwatch_event_rule" "main" {
  name                = local.name
  schedule_expression = "rate(5 minutes)"
  force_destroy       = !var.guarded
}

resource "aws_cloudwatch_metric_alarm" "main" {
  alarm_name          = local.name
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  metric_name         = "CPUUtilization"
  namespace           = "AWS/EC2"
  period              = 120
  statistic           = "Average"
  threshold           = 80
}

resource "aws_backup_vault" "main" {
  name          = local.name
  force_destroy = !var.guarded
}

resource "aws_cloudformation_stack" "main" {
  name = local.name
  template_body = jsonencode({
    Resources = { Topic = { Type = "AWS::SNS::Topic" } }
  })
}
