# Conversation detail events for consumers (a Kinesis stream of seven days) and for the data lake (files in S3).
aws_account_id = "123456789012"
aws_region     = "us-east-1"

streams = {
  conversations = {
    event_source_suffix = "conversations-lake"
    topic_filters = [
      "v2.detail.events.conversation.{id}.acd.end",
      "v2.detail.events.conversation.{id}.acd.start",
      "v2.detail.events.conversation.{id}.acw",
      "v2.detail.events.conversation.{id}.attributes",
      "v2.detail.events.conversation.{id}.contact",
      "v2.detail.events.conversation.{id}.customer.end",
      "v2.detail.events.conversation.{id}.customer.start",
      "v2.detail.events.conversation.{id}.flow.end",
      "v2.detail.events.conversation.{id}.flow.outcome",
      "v2.detail.events.conversation.{id}.flow.start",
      "v2.detail.events.conversation.{id}.outbound",
      "v2.detail.events.conversation.{id}.user.end",
      "v2.detail.events.conversation.{id}.user.start",
      "v2.detail.events.conversation.{id}.voicemail.end",
      "v2.detail.events.conversation.{id}.voicemail.start",
      "v2.detail.events.conversation.{id}.wrapup",
    ]
  }
}
rules = {
  conversation-details = {
    stream  = "conversations"
    targets = ["lake", "records"]
  }
}
destinations = {
  records = {
    type               = "kinesis"
    retention_hours    = 168
    partition_key_path = "detail.eventBody.conversationId"
  }
  lake = {
    type              = "firehose"
    prefix            = "conversations/!{timestamp:yyyy/MM/dd/HH}/"
    compression       = "GZIP"
    expire_after_days = 400
  }
}
