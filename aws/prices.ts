/**
 * US dollars: list prices of us-east-1 without free tiers, from the services' pricing pages as they were known in 2026-11. They
 * serve to see what matters, not to check a bill.
 */
export const PRICES_OF = "us-east-1";

/** For a million of what AWS counts. */
export const perMillion = {
  /** Partner events, by 64 KB each. */
  partner_event: 1,
  /** To another bus. */
  forwarded_event: 1,
  api_destination_request: 0.2,
  cloudwatch_logs_byte: 0.0005,
  firehose_byte: 0.000029,
  /** On demand; a stream has its own price by the hour. */
  kinesis_byte: 0.00008,
  lambda_request: 0.2,
  sns_request: 0.5,
  /** A message is sent, received and deleted. */
  sqs_message: 1.2,
  /** Of a standard workflow, which has one at least. */
  state_transition: 25,
} as const;

/** For a month. */
export const perMonth = {
  kinesis_stream: 29,
  /** CloudWatch counts each metric of an alarm. */
  alarm_metric: 0.1,
  composite_alarm: 0.5,
  /** Three in an account are free. */
  dashboard: 3,
} as const;
