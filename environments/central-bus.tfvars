# Everything to the event bus of another account, whose policy must let this account put events there.
aws_account_id = "123456789012"
aws_region     = "us-east-1"

# EventBridge cannot leave out fields on the way to another account's bus.
waivers = {
  personal-data-leaves = {
    reason  = "The central bus belongs to this company, and its rules keep only what each reader needs"
    owner   = "contact-centre-platform"
    expires = "2030-12-31"
    path    = "destinations.central"
  }
}

streams = {
  everything = {
    event_source_suffix = "central"
    topic_filters = [
      "v2.audits.entitytype.{id}.entityid.{id}",
      "v2.detail.events.conversation.{id}.customer.end",
      "v2.detail.events.conversation.{id}.customer.start",
      "v2.users.{id}.presence",
    ]
  }
}
rules = {
  forward = {
    stream  = "everything"
    targets = ["central"]
  }
}
destinations = {
  central = {
    type = "event_bus"
    arn  = "arn:aws:events:us-east-1:210987654321:event-bus/genesys-cloud"
  }
}
