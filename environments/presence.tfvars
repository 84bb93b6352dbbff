# Who is available: presence changes in a queue, without anything but user, presence and time.
aws_account_id = "123456789012"
aws_region     = "us-east-1"

streams = {
  presence = {
    event_source_suffix = "presence"
    topic_filters       = ["v2.users.{id}.presence"]
  }
}
rules = {
  presence-changed = {
    stream = "presence"
    targets = {
      presence = { fields = ["time", "detail.topicName", "detail.eventBody.presenceDefinition"] }
    }
  }
}
destinations = {
  presence = { type = "sqs", retention_days = 4 }
}
