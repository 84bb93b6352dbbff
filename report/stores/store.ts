import { resourceType } from "../../aws/resources";
import type { StoreRole } from "../../aws/resources/resource-type";
import type { StreamType } from "../../streams/stream-type";
import type { Topics } from "../model/rules";
import type { PersonalKind } from "../personal-data";
import type { Delivery } from "../resources/deliveries";
import { number, type Resource, text } from "../resources/resource";

export const storeKinds = [
  "access log",
  "archive",
  "bus log",
  "dead-letter queue",
  "function log",
  "pipe log",
  "schemas",
  "table of ids",
] as const;
export type StoreKind = (typeof storeKinds)[number];

/** A place beside the destinations where something of events rests. */
export interface Store {
  readonly resource: Resource;
  readonly name: string;
  readonly holds: string;
  /** Whose events; undefined where nothing says so. */
  readonly topics: Topics;
  /** The paths of the event that rest there; undefined where it is the whole event. */
  readonly kept: readonly string[] | undefined;
  /** The kinds of personal data in it that come from elsewhere than from events. */
  readonly besides?: readonly PersonalKind[];
  readonly retention: string;
  readonly forEver: boolean;
  readonly encryption: string;
  readonly readers: string;
}

/** The evidence that stores are found in. */
export interface Stored {
  readonly resources: readonly Resource[];
  readonly deliveries: readonly Delivery[];
  /** The resources by address, also without the keys of for_each and count. */
  readonly byAddress: ReadonlyMap<string, Resource>;
  /** The resources by ARN, also before they exist. */
  readonly byArn: ReadonlyMap<string, Resource>;
  /** Returns the topics that are sent to a bus; undefined where nothing says so. */
  sentTo(bus: string | undefined): Topics;
  /** Returns the type of stream whose events come on a bus. */
  typeOf(bus: string | undefined): StreamType | undefined;
}

/** A kind of store: how to find it, and what an auditor asks of it. */
export interface StoreType {
  readonly kind: StoreKind;
  storesIn(stored: Stored): readonly Store[];
}

/** Returns the resources that play a part in keeping events. */
export function playing(role: StoreRole, resources: readonly Resource[]): Resource[] {
  return resources.filter(({ type }) => resourceType(type)?.store === role);
}

/** Returns how long a resource keeps what is in it, by the attribute of its type that is a number of days. */
export function keptFor(resource: Resource): Pick<Store, "retention" | "forEver"> {
  const attribute = resourceType(resource.type)?.retention?.attribute ?? "";
  if (resource.unknown[attribute] === true) return { retention: "known after the apply", forEver: false };
  const days = number(resource, attribute) ?? 0;
  return days > 0 ? { retention: `${days} days`, forEver: false } : { retention: "for ever", forEver: true };
}

/** Returns what an auditor asks of a log group; of one that is not made here, nothing says. */
export function logGroupCustody(
  group: Resource | undefined,
): Pick<Store, "retention" | "forEver" | "encryption" | "readers"> {
  if (group === undefined || resourceType(group.type)?.delivery !== "logs") {
    const theirs = "its owner's; nothing here says";
    return { retention: theirs, forEver: false, encryption: theirs, readers: theirs };
  }
  return {
    ...keptFor(group),
    encryption: text(group, "kms_key_id") ?? "AES-256 with a key of CloudWatch Logs",
    readers: "identities of this account that may read its log groups (logs:GetLogEvents, logs:FilterLogEvents)",
  };
}
