# Two streams, four rules: audits to CloudWatch Logs, conversations to Kinesis.
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
  audit-trail = {
    stream  = "audit"
    targets = ["audit-log"]
  }
  # Who deleted which OAuth client, without names and addresses.
  oauth-client-deleted = {
    description = "Deleted OAuth clients"
    stream      = "audit"
    pattern = {
      detail = { eventBody = { entityType = ["OAuthClient"], action = ["Delete"] } }
    }
    targets = {
      security-log = {
        fields = ["time", "detail.eventBody.action", "detail.eventBody.entity.id", "detail.eventBody.userId"]
      }
    }
  }
  conversation-details = {
    stream  = "conversations"
    targets = ["calls"]
  }
  queue-events = {
    stream = "conversations"
    topics = [
      "v2.detail.events.conversation.{id}.acd.end",
      "v2.detail.events.conversation.{id}.acd.start",
    ]
    targets = {
      queue-log = {
        retry_attempts        = 20
        max_event_age_seconds = 3600
      }
    }
  }
}

destinations = {
  audit-log    = { type = "cloudwatch_logs" }
  security-log = { type = "cloudwatch_logs", retention_days = 731 }
  queue-log    = { type = "cloudwatch_logs", retention_days = 30 }
  calls = {
    type               = "kinesis"
    retention_hours    = 168
    partition_key_path = "detail.eventBody.conversationId"
  }
}
