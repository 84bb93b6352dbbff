import type { Adoptable } from "../adoptable";
import { apiDestination, connection } from "./api-destination";
import { archive } from "./archive";
import { bucket } from "./bucket";
import { bus } from "./bus";
import { deliveryStream } from "./delivery-stream";
import { integration } from "./integration";
import { kinesisStream } from "./kinesis-stream";
import { logGroup } from "./log-group";
import { logPolicy } from "./log-policy";
import { queue } from "./queue";
import { role, rolePolicy } from "./role";
import { rule } from "./rule";
import { target } from "./target";
import { topic } from "./topic";

/** Every type of resource that is looked for. */
export const adoptables: readonly Adoptable[] = [
  apiDestination,
  archive,
  bucket,
  bus,
  connection,
  deliveryStream,
  integration,
  kinesisStream,
  logGroup,
  logPolicy,
  queue,
  role,
  rolePolicy,
  rule,
  target,
  topic,
];

const byType = new Map(adoptables.map((adoptable) => [adoptable.type, adoptable]));

/** Returns how resources of a type are found; undefined where nobody makes them by hand, or AWS takes a second one. */
export function adoptableOf(type: string): Adoptable | undefined {
  return byType.get(type);
}
