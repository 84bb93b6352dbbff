import { type AlarmKind, AT_ONCE, LASTING, type MetricName } from "../../../aws/alarm-kind";
import { FIREHOSE_ENDPOINT_SECONDS } from "../../../aws/limits";
import type { Outside } from "./schema";

/** Twice as long as the longest wait for a batch, within which a delay is meant. */
const LATE_SECONDS = 2 * FIREHOSE_ENDPOINT_SECONDS.max;
const LOG =
  "Look first at the log group /aws/kinesisfirehose/<delivery stream>, which has the answers with the reasons";

/** A place outside AWS as Firehose's metrics call it. */
interface Named {
  readonly metrics: "DeliveryToHttpEndpoint" | "DeliveryToSplunk";
  readonly noun: string;
  readonly ending: string;
  readonly causes: string;
}

const PLACES: readonly Named[] = [
  {
    metrics: "DeliveryToHttpEndpoint",
    noun: "the endpoint",
    ending: "to-endpoint",
    causes:
      "the endpoint is down, takes more than three minutes, refuses the access key, or does not answer as Firehose asks",
  },
  {
    metrics: "DeliveryToSplunk",
    noun: "Splunk",
    ending: "to-splunk",
    causes:
      "Splunk is down, refuses the token, or does not acknowledge, since indexer acknowledgement is off for the token or no load balancer keeps a client at one indexer",
  },
];

/** The alarms of delivery streams to places outside AWS. */
export const outsideAlarms: readonly AlarmKind[] = [
  ...PLACES.flatMap(({ metrics, noun, ending, causes }): AlarmKind[] => [
    {
      ...LASTING,
      kind: `late-${ending}`,
      subject: "destination",
      when: `the oldest event that Firehose holds for ${noun} is older than ${LATE_SECONDS / 60} minutes`,
      metric: { namespace: "AWS/Firehose", name: `${metrics}.DataFreshness`, statistic: "Maximum" },
      threshold: LATE_SECONDS,
      advice: `Likeliest: ${causes}. ${LOG}. What cannot be delivered within two hours lies in the bucket under error_prefix.`,
    },
    {
      ...AT_ONCE,
      kind: `refused-${ending}`,
      subject: "destination",
      when: `${noun} did not take a batch`,
      // The share of the attempts that succeeded.
      metric: { namespace: "AWS/Firehose", name: `${metrics}.Success`, statistic: "Average" },
      comparison: "LessThanThreshold",
      threshold: 1,
      advice: `Likeliest: ${causes}. ${LOG}. Firehose tries again for two hours; what is left then lies in the bucket under error_prefix, and nobody sends it again by itself.`,
    },
  ]),
  {
    ...AT_ONCE,
    kind: "throttled-records",
    subject: "destination",
    when: "Firehose took no more records, since more came than it allows",
    metric: { namespace: "AWS/Firehose", name: "ThrottledRecords", statistic: "Sum" },
    advice:
      "Likeliest: a burst, or an endpoint so slow that Firehose holds events back. EventBridge tries again for up to 24 hours, so that nothing is lost yet. Look first at IncomingRecords and at the quotas of Firehose, which AWS raises on request.",
  },
];

/** Says whether a metric is one of where the delivery stream sends to. */
export function alarmIsFor({ endpoint, splunk }: Outside, { name }: MetricName): boolean {
  if (name.startsWith("DeliveryToHttpEndpoint.")) return endpoint !== undefined;
  if (name.startsWith("DeliveryToSplunk.")) return splunk !== undefined;
  if (name === "ThrottledRecords") return endpoint !== undefined || splunk !== undefined;
  // The files of what failed come late and seldom.
  return endpoint === undefined && splunk === undefined;
}
