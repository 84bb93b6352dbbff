# The provider and the bus, which all shapes have.
terraform {
  required_providers {
    aws = { source = "hashicorp/aws", version = "6.25.0" }
  }
}

provider "aws" {
  region = "us-east-1"
}

locals {
  source = "aws.partner/genesys.com/cloud/3c4f9f1e-0000-4000-8000-00000000c0de/audit-dev"
}

resource "aws_cloudwatch_event_bus" "bus" {
  name              = local.source
  event_source_name = local.source
}
