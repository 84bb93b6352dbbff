# Interactions of Genesys Multicloud CX, which its Event Stream writes to a topic of our own Kafka: docs/how-to/multicloud-cx.md.
aws_account_id = "123456789012"
aws_region     = "us-east-1"

streams = {
  interactions = {
    type    = "kafka"
    brokers = ["b1.kafka.acme.example:9096", "b2.kafka.acme.example:9096", "b3.kafka.acme.example:9096"]
    topic   = "multicloud-cx"
    auth    = { type = "scram_sha_512", credentials = { secrets_manager = "kafka/multicloud-cx" } }
    # The topic has events of every tenant; only these become events here, and are paid for.
    filters         = [{ value = { ccid = ["acme-production"] } }]
    silence_minutes = 60
  }
}
rules = {
  interactions = {
    stream = "interactions"
    # Nothing of what the customer said or is: neither numbers nor attached data.
    targets = {
      interactions = {
        fields = ["time", "detail.eventBody.eventType", "detail.eventBody.interactionId", "detail.metadata"]
      }
    }
  }
}
destinations = {
  interactions = { type = "sqs", retention_days = 4 }
}
