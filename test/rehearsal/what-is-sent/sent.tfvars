# Every way to say what a target gets, filled in by the rehearsal as by a trace: see ../what-is-sent.ts.
aws_account_id = "123456789012"
aws_region     = "us-east-1"
monitoring     = { alarms = false, dashboard = false }

streams = {
  audit = {
    event_source_suffix = "audit-sent"
    topic_filters       = ["v2.audits.entitytype.{id}.entityid.{id}", "v2.conversations.{id}.transcription"]
  }
}
rules = {
  whole = {
    stream = "audit"
    targets = {
      constant = { input = "{\"action\":\"reload\"}" }
      log      = { fields = ["time", "detail.eventBody.entity", "detail.eventBody.conversationId", "detail.eventBody.action"] }
      text = {
        template  = "Changed <changes> at <entity> from <ip> by <gone>"
        variables = { changes = "detail.eventBody.propertyChanges", entity = "detail.eventBody.entity", ip = "detail.eventBody.remoteIp", gone = "detail.eventBody.userDisplay" }
      }
      values = {
        template  = { changes = "<changes>", ip = "<ip>", by = "by <user> as <rule-name>", gone = "<user>", e = "<aws.events.event>" }
        variables = { changes = "detail.eventBody.propertyChanges", ip = "detail.eventBody.remoteIp", user = "detail.eventBody.userId", rule-name = "detail.topicName" }
      }
    }
  }
  # Of which Kinesis gets no audits: they have no such partition key.
  parts = {
    stream = "audit"
    targets = {
      values  = { template = { m = "was <m>" }, variables = { m = "detail.eventBody.message" } }
      records = { partition_key_path = "detail.eventBody.conversationId" }
      ordered = { message_group_id = "$.detail.topicName" }
      part    = { input_path = "detail.eventBody" }
      nested  = { template = "{\"a\": [<x>, \"<x>\", {\"b\": <y>}]}", variables = { x = "detail.eventBody.id", y = "detail.eventBody.transcripts" } }
    }
  }
}
destinations = {
  constant = { type = "sqs" }
  log      = { type = "cloudwatch_logs" }
  nested   = { type = "sqs" }
  ordered  = { type = "sqs", fifo = true }
  part     = { type = "sqs" }
  records  = { type = "kinesis" }
  text     = { type = "sqs" }
  values   = { type = "sqs" }
}
