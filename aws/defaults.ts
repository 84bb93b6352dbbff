import { EVENT_AGE_SECONDS, RETRY_ATTEMPTS } from "./limits";

/** The values of keys that the environment file leaves out. */
export const defaults = {
  /** EventBridge's own default: 24 hours and 185 attempts. */
  retry_attempts: RETRY_ATTEMPTS.max,
  max_event_age_seconds: EVENT_AGE_SECONDS.max,
  /** A year, which AWS Security Hub CloudWatch.16 asks for. */
  log_retention_days: 365,
  /**
   * The days of an archive: enough to notice and fix a fault; nothing that may be personal is kept for ever without being
   * asked.
   */
  archive_retention_days: 90,
  kinesis_retention_hours: 168,
  /**
   * The days of old versions: enough to notice that a file was overwritten or deleted, and soon after the date on which it was
   * to be gone.
   */
  noncurrent_version_days: 7,
  /** The value in Amazon S3's own advice on incomplete uploads; nobody can read such parts, and each is paid for. */
  incomplete_upload_days: 7,
  /** The first year in which queries look for files of a bucket whose files nothing deletes. Each hour since then is a partition. */
  catalog_first_year: 2024,
  /** Where queries look for what `backfill` fetched, beside what Firehose wrote: one sees there where it is from. */
  backfill_prefix: "backfill/",
  /** The bytes that one query may read, as they are stored: half a dollar, and months of most streams. */
  query_scan_bytes: 100 * 2 ** 30,
  /** The days of what a query found: whoever wants it longer keeps a copy, and answers for that. */
  query_result_days: 30,
  /** The time that the first apply waits for the source that an integration makes to appear; nobody publishes a figure. */
  event_source_wait_seconds: 60,
  /** The batches of Firehose to an endpoint or to Splunk: what Splunk takes at most, and Firehose's own default for both. */
  batch_seconds: 60,
  batch_mib: 5,
  /** The time that a pipe gathers records for a batch, which is paid for as one up to 64 KB. */
  pipe_window_seconds: 1,
  /** The records that Lambda passes on at once: as many as it does unasked, which ten calls of PutEvents take. */
  mapping_batch: 100,
  /** The pollers up to which Lambda goes where a topic gets ahead of it, each for 5 MB a second (developer guide, "Apache Kafka event poller scaling modes", 2026-11). */
  mapping_pollers: 10,
  /** The newest long-term version that Lambda had in 2026-11 and that code of ours is built for. */
  function_runtime: "nodejs22.x",
  /** The number of watched metrics up to which there is no warning: they cost $5 a month. */
  alarm_metrics_unnoticed: 50,
} as const;

/** Exact versions: cdktf.out carries no lock file from run to run. docs/reference/state-and-versions.md says how to move them. */
export const versions = {
  terraform: ">= 1.5.0",
  /** The S3 backend's lock file came with this version. */
  terraform_s3_lockfile: ">= 1.10.0",
  aws: "6.25.0",
  genesyscloud: "1.84.1",
  time: "0.13.1",
  cdktf_cli: "0.21.0",
};

/** The length of `tail`: long enough to try something, and short enough for a copy of events that somebody forgot. */
export const TAIL_MINUTES = { default: 10, max: 720 };

/** The time that `trace --live` waits for one answer of AWS, including the SDK's retries. */
export const AWS_ANSWER_SECONDS = 10;

/** The version of Terraform that workflows install: the one that every environment is rehearsed with. */
export const TERRAFORM_VERSION = "1.11.4";
/** The digest of its archive for Linux on amd64, as HashiCorp publishes it. */
export const TERRAFORM_SHA256 = "1ce994251c00281d6845f0f268637ba50c0005657eb3cf096b92f753b42ef4dc";

/** The deliveries a second of `redrive`: few enough for any target, so that what has just recovered is not hit again. */
export const REDRIVE_RATE = { default: 10, max: 1000 };
