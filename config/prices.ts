/**
 * US dollars by the unit that AWS counts: list prices of us-east-1 without free tiers, from the services' pricing pages as they
 * were known in 2026-11. They serve to see what matters, not to check a bill.
 */
export const prices = {
  /** Partner events, by 64 KB each. */
  partner_event: 1 / 1e6,
  /** To a bus of another account or region. */
  forwarded_event: 1 / 1e6,
  api_destination_request: 0.2 / 1e6,
  cloudwatch_logs_byte: 0.5 / 1e9,
  firehose_byte: 0.029 / 1e9,
  /** On demand; a stream has its own price by the hour. */
  kinesis_byte: 0.08 / 1e9,
  lambda_request: 0.2 / 1e6,
  sns_request: 0.5 / 1e6,
  /** A message is sent, received and deleted. */
  sqs_message: (3 * 0.4) / 1e6,
  /** Of a standard workflow, which has one at least. */
  state_transition: 25 / 1e6,
  kinesis_stream_month: 0.04 * 24 * 30,
  /** CloudWatch counts each metric of an alarm. */
  alarm_metric_month: 0.1,
  composite_alarm_month: 0.5,
  dashboard_month: 3,
} as const;
