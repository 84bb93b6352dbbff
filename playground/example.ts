/** The file that a playground begins with where none is named: the events of the samples, and what can be done with them. */
export const EXAMPLE = `# Change anything: what is wrong is said in its place while you type.
aws_account_id = "123456789012"
aws_region     = "us-east-1"

streams = {
  audit = {
    event_source_suffix = "audit"
    topic_filters       = ["v2.audits.entitytype.{id}.entityid.{id}"]
  }
  people = {
    event_source_suffix = "people"
    topic_filters = [
      "v2.users.{id}.presence",
      "v2.detail.events.conversation.{id}.acd.end",
    ]
  }
}

rules = {
  audit-trail = {
    stream  = "audit"
    targets = ["audit-log"]
  }
  oauth-client-deleted = {
    description = "Somebody took an OAuth client away"
    stream      = "audit"
    pattern = {
      detail = { eventBody = { entityType = ["OAuthClient"], action = ["Delete"] } }
    }
    targets = {
      alerts = {
        template  = "OAuth client <client> was deleted by <user>"
        variables = { client = "detail.eventBody.entity.id", user = "detail.eventBody.userId" }
      }
    }
  }
  presence = {
    stream = "people"
    topics = ["v2.users.{id}.presence"]
    targets = {
      presence-queue = {
        fields         = ["time", "detail.topicName", "detail.eventBody.presenceDefinition.systemPresence"]
        retry_attempts = 20
      }
    }
  }
  calls = {
    stream  = "people"
    topics  = ["v2.detail.events.conversation.{id}.acd.end"]
    targets = ["calls"]
  }
}

destinations = {
  alerts         = { type = "sns" }
  audit-log      = { type = "cloudwatch_logs", retention_days = 365 }
  presence-queue = { type = "sqs" }
  calls = {
    type               = "kinesis"
    partition_key_path = "detail.eventBody.conversationId"
  }
}
`;
