import { type AlarmKind, AT_ONCE, LASTING, type MetricName, SILENCE } from "../../../aws/alarm-kind";
import { PIECE_BYTES, perMillion, perMonth } from "../../../aws/prices";
import type { StreamMonitoring } from "../../stream-type";
import { pipeMonitoring } from "./pipe-monitoring";

/** A metric of an event source mapping (Lambda developer guide, "Event source mapping metrics", 2026-11). */
const metric = (name: string): MetricName => ({ namespace: "AWS/Lambda", name, statistic: "Sum" });

const LOG = "the function's log group, /aws/lambda/<environment>-<stream>-read, which has partition, offset and reason";

const alarms: readonly AlarmKind[] = [
  {
    ...AT_ONCE,
    kind: "dropped",
    subject: "stream",
    when: "Lambda gave records up and could not put them into the dead-letter queue either",
    metric: metric("DroppedEventCount"),
    advice:
      "Likeliest: the role may no longer send to the dead-letter queue, or the network of the brokers has no way to SQS. Look first at the role of the function. What was dropped is still in the topic, for as long as that keeps it: another consumer group begins there again.",
  },
  {
    ...SILENCE,
    when: "no record came to the function for silence_minutes",
    metric: metric("InvokedEventCount"),
    advice:
      "Likeliest: nothing is sent to the topic, the filters leave all of it out, none can be decoded, or Lambda no longer reaches the brokers or the registry. Look first at the mapping's state and its last processing result (aws lambda list-event-source-mappings), then at the lag of the consumer group. If the time was simply quiet, write a larger silence_minutes.",
  },
  {
    ...AT_ONCE,
    kind: "undecoded",
    subject: "stream",
    when: "Lambda put records into the dead-letter queue, since it could not decode them or gave them up",
    metric: metric("OnFailureDestinationDeliveredEventCount"),
    advice:
      "Likeliest: a producer writes without the registry, or with a schema that the registry does not have. Look first at the messages of the dead-letter queue: each names partition, offset and reason, not the record, which is still in the topic. What came behind it was read.",
  },
  {
    ...LASTING,
    kind: "unread",
    subject: "stream",
    when: "for 15 minutes records could not be put on the bus, so that they come again and others wait",
    metric: metric("FailedInvokeEventCount"),
    advice: `Likeliest: the role may no longer put events on the bus, or EventBridge is held back. Look first at ${LOG}. Records wait in the topic, for as long as it keeps them.`,
  },
];

/** Of a stream that Lambda reads: its mapping has an id that AWS makes up. */
export const mappingMonitoring: StreamMonitoring = {
  ...pipeMonitoring,
  arrivals: metric("InvokedEventCount"),
  dimensions: (_, { id }) => ({ EventSourceMappingUUID: `\${aws_lambda_event_source_mapping.${id}.uuid}` }),
  alarms,
  advice: "look at the state of the mapping and at the log of its function",
  price: perMillion.event + perMillion.lambda_request,
  parts: [{ price: perMillion.event, step_bytes: PIECE_BYTES }, { price: perMillion.lambda_request }],
  priced: "Kafka by Lambda: function and events",
  monthly: { label: "Lambda's pollers for Kafka", dollars: perMonth.poller_unit },
};
