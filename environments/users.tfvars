# Who is available now: one item a user, which an event that comes late does not overwrite.
aws_account_id = "123456789012"
aws_region     = "us-east-1"

streams = {
  presence = {
    event_source_suffix = "users"
    topic_filters       = ["v2.users.{id}.presence"]
  }
}
rules = {
  presence-changed = {
    stream  = "presence"
    targets = ["presence"]
  }
}
destinations = {
  presence = {
    type      = "dynamodb"
    key       = "topic[2]"
    key_name  = "userId"
    latest_by = "detail.eventBody.modifiedDate"
    # A user who is gone is forgotten.
    expire_after_days = 90
    attributes = {
      presence = "detail.eventBody.presenceDefinition.systemPresence"
      message  = "detail.eventBody.message"
      at       = "detail.eventBody.modifiedDate"
    }
  }
}
