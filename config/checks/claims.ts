import { destinationType } from "../../modules/destinations";
import { alarmView } from "../alarm-view";
import type { Destination, Draft } from "../model";
import {
  alarmTopicName,
  archiveName,
  bucketName,
  busLogGroupName,
  dashboardName,
  deadLetterQueueName,
  firehoseLogGroupName,
  logDeliveryName,
  roleName,
} from "../names";
import { notified } from "../notify";
import type { Path } from "../read/tree";

/** A name in AWS that a stack takes for itself. */
export interface Claim {
  /** What may exist once only: where, what and its name. */
  readonly key: string;
  /** The name as AWS will know it. */
  readonly physical: string;
  /** Whose it is, in the words of the file. */
  readonly owner: string;
  readonly path: Path;
}

/** The name under which AWS will know a destination, where this stack makes it. */
export function physicalName(draft: Draft, name: string, destination: Destination): string | undefined {
  if (destination.arn !== undefined) return undefined;
  return destinationType(destination.type).creation?.name(destination, draft.name, name);
}

/** Every name that the stack takes in its account and region, in its account, or in the world. */
export function claims(draft: Draft): Claim[] {
  const { aws_account_id: account, aws_region: region } = draft.place ?? {};
  const queue = deadLetterQueueName(draft.name);
  const here = (kind: string, physical: string) => `${account} ${region} ${kind} ${physical}`;
  const found: Claim[] = [
    { key: here("queue_name", queue), physical: queue, owner: "the dead-letter queue", path: ["destinations"] },
  ];
  for (const [name, { archive, log_level }] of Object.entries(draft.streams)) {
    const add = (key: string, physical: string, owner: string) =>
      found.push({ key, physical, owner, path: ["streams", name] });
    const archived = archiveName(draft.name, name);
    if (archive !== undefined) add(here("archive", archived), archived, `the archive of ${name}`);
    if (log_level === "off") continue;
    const group = busLogGroupName(draft.name, name);
    add(here("log_group", group), group, `the log group of ${name}`);
    const delivery = logDeliveryName(draft.name, name, "logs");
    add(`${account} log_delivery ${delivery}`, delivery, `the delivery of the logs of ${name}`);
  }
  for (const [name, destination] of Object.entries(draft.destinations)) {
    const add = (key: string, physical: string) =>
      found.push({ key, physical, owner: name, path: ["destinations", name] });
    const type = destinationType(destination.type);
    const physical = physicalName(draft, name, destination);
    if (physical !== undefined) add(here(type.creation?.nameKey ?? "", physical), physical);
    if (type.permission(destination).kind === "role") {
      const role = roleName(draft.name, name);
      add(`${account} role ${role}`, role);
    }
    if (destination.type !== "firehose" || physical === undefined) continue;
    const errors = firehoseLogGroupName(physical);
    add(here("log_group", errors), errors);
    if (destination.bucket_arn !== undefined || draft.place === undefined) continue;
    const bucket = destination.bucket_name ?? bucketName(draft.place, physical);
    add(`bucket ${bucket}`, bucket);
  }
  return [...found, ...monitoringClaims(draft)];
}

function monitoringClaims(draft: Draft): Claim[] {
  const { place, name, top } = draft;
  if (place === undefined || top.monitoring === undefined) return [];
  const { alarms, dashboard } = top.monitoring;
  const claim = (kind: string, physical: string, owner: string): Claim => ({
    key: `${place.aws_account_id} ${place.aws_region} ${kind} ${physical}`,
    physical,
    owner,
    path: ["monitoring"],
  });
  const view = alarmView(draft);
  const byAddress = alarms && notified(top.monitoring).addresses.length > 0;
  return [
    ...[...view.alarms, ...view.composites].map((alarm) => claim("alarm", alarm.name, "an alarm")),
    ...(byAddress ? [claim("topic_name", alarmTopicName(name), "the topic of the alarms")] : []),
    ...(dashboard ? [claim("dashboard", dashboardName(name), "the dashboard")] : []),
  ];
}
