# Events from elsewhere: what Genesys Cloud Open Messaging sends to an HTTPS endpoint, texts of agents to a queue.
aws_account_id = "123456789012"
aws_region     = "eu-central-1"

streams = {
  open-messaging = {
    type       = "https"
    path       = "/messages"
    event_type = "body.type"
    event_id   = "body.id"
    auth = {
      type     = "hmac"
      header   = "X-Hub-Signature-256"
      prefix   = "sha256="
      encoding = "base64"
      secret   = { secrets_manager = "genesys/open-messaging" }
    }
  }
}

rules = {
  texts = {
    stream  = "open-messaging"
    topics  = ["Text"]
    targets = ["messages"]
  }
}

destinations = {
  messages = {
    type           = "sqs"
    retention_days = 14
  }
}
