import { EVENT_AGE_SECONDS, RETRY_ATTEMPTS } from "./limits";

/** What holds where the environment file is silent. */
export const defaults = {
  /** EventBridge's own: 24 hours and 185 attempts. */
  retry_attempts: RETRY_ATTEMPTS.max,
  max_event_age_seconds: EVENT_AGE_SECONDS.max,
  /** AWS Security Hub CloudWatch.16 asks for a year. */
  log_retention_days: 365,
  /** Long enough to notice and mend what went wrong; nothing that may be personal is kept for ever without being asked. */
  archive_retention_days: 90,
  kinesis_retention_hours: 168,
  /** Long enough to notice that a file was overwritten or deleted, and soon after the date on which it was to be gone. */
  noncurrent_version_days: 7,
  /** What Amazon S3's own advice on incomplete uploads takes; nobody can read such parts, and each is paid for. */
  incomplete_upload_days: 7,
  /** How long the first apply waits for the partner event source to appear; nobody publishes a figure. */
  event_source_wait_seconds: 60,
  /** What alarms watch for no more than $5 a month is not worth a warning. */
  alarm_metrics_unnoticed: 50,
} as const;

/** Exact versions: cdktf.out carries no lock file from run to run. The README says how to move them. */
export const versions = {
  terraform: ">= 1.5.0",
  /** The S3 backend's lock file came with this version. */
  terraform_s3_lockfile: ">= 1.10.0",
  aws: "6.25.0",
  genesyscloud: "1.84.1",
  time: "0.13.1",
};

/** How long `trace --live` waits for one answer of AWS, tries of the SDK and all. */
export const AWS_ANSWER_SECONDS = 10;
