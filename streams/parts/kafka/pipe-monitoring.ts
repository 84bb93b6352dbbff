import { type AlarmKind, AT_ONCE, LASTING, type MetricName, SILENCE } from "../../../aws/alarm-kind";
import { pipeName } from "../../../aws/names";
import { perMillion } from "../../../aws/prices";
import type { StreamMonitoring } from "../../stream-type";

/** A metric of Pipes (EventBridge user guide, "Monitoring EventBridge Pipes", 2026-11). */
const metric = (name: string): MetricName => ({ namespace: "AWS/EventBridge/Pipes", name, statistic: "Sum" });

const LOG = "the pipe's log group, /aws/vendedlogs/pipes/<environment>/<stream>, which has the reason";

const alarms: readonly AlarmKind[] = [
  {
    ...AT_ONCE,
    kind: "repeated",
    subject: "stream",
    when: "a part of a batch was refused, so that the whole batch is put again",
    metric: metric("ExecutionPartiallyFailed"),
    advice: `Likeliest: one record is above 1 MB in its envelope, or the bus was busy for a moment. Look first at ${LOG}. What was put of the batch comes again each time; nothing behind it on its partition is read.`,
  },
  {
    ...SILENCE,
    when: "the pipe read no record for silence_minutes",
    metric: metric("EventCount"),
    advice:
      "Likeliest: nothing is sent to the topic, the filters leave all of it out, or the pipe was stopped. Look first at the pipe's state and its reason (aws pipes describe-pipe), then at the lag of the consumer group. If the time was simply quiet, write a larger silence_minutes.",
  },
  {
    ...LASTING,
    kind: "slowed",
    subject: "stream",
    when: "the pipe is held back for 15 minutes, so that events come late",
    metric: metric("ExecutionThrottled"),
    advice:
      "Likeliest: the pipes of this account run more executions at once in this region than its quota allows. Look first at the usage of that quota in Service Quotas, and ask for more. Records wait in the topic, for as long as it keeps them.",
  },
  {
    ...AT_ONCE,
    kind: "unread",
    subject: "stream",
    when: "the pipe fails, so that records wait in the topic",
    metric: metric("ExecutionFailed"),
    advice: `Likeliest: a record without a value, or above 1 MB in its envelope; or the role may no longer put events on the bus. Look first at ${LOG}. A pipe has no dead-letter queue for Kafka: nothing behind the batch on its partition is read until it is put, or until the topic no longer keeps it. To skip it, set enabled = false, move the consumer group's offset behind it, and set enabled = true.`,
  },
];

export const pipeMonitoring: StreamMonitoring = {
  arrivals: metric("EventCount"),
  dimensions: (bus) => ({ PipeName: pipeName(bus) }),
  alarms,
  advice: "look at the pipe's state and at its log",
  price: perMillion.event + perMillion.pipe_event,
  counted: "record",
};
