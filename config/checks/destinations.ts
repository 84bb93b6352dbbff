import { destinationType } from "../../modules/destinations";
import type { Finding } from "../issue";
import { LOG_RESOURCE_POLICY_BYTES } from "../limits";
import type { Destination, Draft } from "../model";
import { partition } from "../names";
import { valueAt } from "../read/tree";

export function destinationFindings(draft: Draft): Finding[] {
  const found = Object.entries(draft.destinations).flatMap(([name, destination]) => {
    const path = ["destinations", name];
    return [...elsewhere(draft, destination, path), ...withoutEffect(draft, destination, path)];
  });
  return [...found, ...samePhysicalName(draft), ...logPolicyTooLong(draft)];
}

function elsewhere({ place }: Draft, { type: typeName, arn }: Destination, path: string[]): Finding[] {
  if (arn === undefined || place === undefined) return [];
  const [, arnPartition, , region, account] = arn.split(":");
  const { within, type } = destinationType(typeName);
  const wrong = (what: string, got: string | undefined, wanted: string): Finding[] =>
    got === wanted
      ? []
      : [
          {
            id: "arn-elsewhere",
            path: [...path, "arn"],
            message: `is in ${what} ${got}, but EventBridge delivers to ${type} only in ${wanted}`,
          },
        ];
  return [
    ...wrong("the partition", arnPartition, partition(place.aws_region)),
    ...wrong("the region", region, place.aws_region),
    ...(within === "account" ? wrong("the account", account, place.aws_account_id) : []),
  ];
}

function withoutEffect({ written }: Draft, destination: Destination, path: string[]): Finding[] {
  const keys = Object.keys(valueAt(written.value, path) ?? {});
  const found: Finding[] = [];
  if (destination.arn !== undefined) {
    for (const key of keys.filter((key) => destinationType(destination.type).creationKeys.includes(key))) {
      const message = "means nothing beside arn: the destination exists already; leave one of the two out";
      found.push({ id: "key-without-effect", path: [...path, key], atKey: true, message });
    }
  }
  if (destination.type === "kinesis" && destination.mode === "on_demand" && destination.shard_count !== undefined) {
    const message = 'means nothing where AWS plans the capacity; leave it out, or write mode = "provisioned"';
    found.push({ id: "key-without-effect", path: [...path, "shard_count"], atKey: true, message });
  }
  return found;
}

function samePhysicalName(draft: Draft): Finding[] {
  const first = new Map<string, string>();
  return Object.entries(draft.destinations).flatMap(([name, destination]): Finding[] => {
    if (destination.arn !== undefined) return [];
    const physical = destinationType(destination.type).name(destination, draft.name, name);
    const key = `${destination.type} ${physical}`;
    const other = first.get(key);
    first.set(key, name);
    if (other === undefined) return [];
    const message = `would be created as "${physical}", and so would ${other}; use one of the two, or give one another name`;
    return [{ id: "same-physical-name", path: ["destinations", name], atKey: true, message }];
  });
}

/** One Logs resource policy holds every log group twice, and AWS limits its size. */
function logPolicyTooLong(draft: Draft): Finding[] {
  const groups = Object.entries(draft.destinations).filter(
    ([, { type }]) => destinationType(type).permission.kind === "log-policy",
  );
  const bytes = groups.reduce((sum, [name, destination]) => {
    const group = destination.arn ?? destinationType(destination.type).name(destination, draft.name, name);
    return sum + 2 * (group.length + 60);
  }, 0);
  if (bytes <= LOG_RESOURCE_POLICY_BYTES) return [];
  const message = `holds ${groups.length} log groups, whose resource policy would have about ${bytes} bytes; AWS allows ${LOG_RESOURCE_POLICY_BYTES}: split the environment`;
  return [{ id: "log-policy-too-long", path: ["destinations"], message }];
}
