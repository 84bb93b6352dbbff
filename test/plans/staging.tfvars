aws_account_id = "123456789012"
aws_region     = "eu-central-1"
genesys_region = "eu-central-1"
tags = {
  owner         = "contact-centre-platform"
  "cost-centre" = "4711"
}
streams = {
  audit = {
    event_source_suffix = "audit-staging"
    topic_filters       = ["v2.audits.entitytype.{id}.entityid.{id}"]
    integration_name    = "Audit trail to AWS (staging)"
  }
  conversations = {
    event_source_suffix = "conversations-staging"
    topic_filters = [
      "v2.detail.events.conversation.{id}.acd.end",
      "v2.detail.events.conversation.{id}.acd.start",
      "v2.detail.events.conversation.{id}.customer.end",
      "v2.detail.events.conversation.{id}.customer.start",
      "v2.detail.events.conversation.{id}.user.end",
      "v2.detail.events.conversation.{id}.wrapup",
    ]
    lookup = "strict"
  }
}
rules = {
  audit-trail = { stream  = "audit", targets = ["audit-log", "central"] }
  conversation-details = { stream  = "conversations", targets = ["calls"] }
  oauth-client-deleted = {
    description = "Deleted OAuth clients and more"
    stream      = "audit"
    pattern = { detail = { eventBody = { entityType = ["OAuthClient"], action = ["Delete"] } } }
    targets = { security-log = {  } }
  }
}
destinations = {
  audit-log    = { type = "cloudwatch_logs", retention_days = 180 }
  security-log = { type = "cloudwatch_logs", retention_days = 731, log_group = "/security" }
  calls = { type = "kinesis", retention_hours = 24, partition_key_path = "detail.eventBody.conversationId" }
  central = { type = "event_bus", arn = "arn:aws:events:eu-west-1:210987654321:event-bus/central" }
}
kms_key_arn = "arn:aws:kms:eu-central-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"
