import { parseArn } from "../../aws/arn";
import { LOG_RESOURCE_POLICY_BYTES } from "../../aws/limits";
import { partition } from "../../aws/names";
import { awsRegions, isRegion } from "../../aws/regions";
import { destinationType, usesLogPolicy } from "../../destinations";
import type { CheckedDestination, Use } from "../../destinations/destination-type";
import { pathFaults } from "../../input/event-paths";
import { textWithPaths } from "../../input/text-with-paths";
import { append } from "../../text/group-by";
import type { Fault } from "../../text/issue";
import { suggestion } from "../../text/nearest";
import { valueAt } from "../../text/value";
import type { Destination, Draft } from "../model";
import { ruleViews } from "../rule-view";
import { defineCheck } from "./check";
import { claims, physicalName } from "./support/claims";
import { WITHIN_QUOTES } from "./support/sent-values";
import { judged, targetPath } from "./support/targets";

export const destinationsCheck = defineCheck({
  name: "destinations",
  says: [
    "arn-elsewhere",
    "attribute-twice",
    "auth-not-taken",
    "destination-unused",
    "fifo-name",
    "header-of-auth",
    "header-owned",
    "header-twice",
    "key-without-effect",
    "log-policy-too-long",
    "missing-key",
    "not-queryable",
    "not-text",
    "path-missing",
    "path-not-in-event",
    "path-parameters",
    "path-unknown",
    "path-within-text",
    "physical-name",
    "prefix-format",
    "prefix-in-doubt",
    "refusal-unseen",
    "same-physical-name",
    "topic-part",
    "topic-part-fixed",
    "wildcard-in-query",
  ],
  run: destinationFaults,
});

function destinationFaults(draft: Draft): Fault[] {
  const uses = usesOf(draft);
  const found = Object.entries(draft.destinations).flatMap(([name, destination]) => {
    const path = ["destinations", name];
    const checked: CheckedDestination = {
      environment: draft.name,
      path,
      place: draft.place,
      physical: physicalName(draft, name, destination),
      uses: uses.get(name) ?? [],
    };
    return [
      ...(destinationType(destination.type).check?.(destination, checked) ?? []),
      ...elsewhere(draft, destination, path),
      ...withoutEffect(draft, destination, path),
      ...wantedOf(draft, name, destination, path),
    ];
  });
  return [...found, ...unused(draft), ...nameForms(draft), ...sameNames(draft), ...logPolicyTooLong(draft)];
}

/** Returns the targets that send to each destination. */
function usesOf(draft: Draft): ReadonlyMap<string, readonly Use[]> {
  const uses = new Map<string, Use[]>();
  for (const { name, rule, topics = [] } of ruleViews(draft)) {
    for (const target of rule.targets) {
      const use = { options: target, path: targetPath(draft, name, target), topics };
      append(uses, target.destination, use);
    }
  }
  return uses;
}

/** The values of the event that its keys ask for. */
function wantedFaults(destination: Destination, topics: readonly string[], path: string[]): Fault[] {
  const type = destinationType(destination.type);
  return [
    ...(type.wants?.(destination) ?? []).flatMap(({ key, path: inEvent, use }) =>
      pathFaults(inEvent, topics, [...path, ...key], use),
    ),
    ...Object.entries(type.texts?.(destination) ?? {}).flatMap(([key, text]) =>
      Object.values(textWithPaths(text).input_paths).flatMap((inEvent) =>
        pathFaults(inEvent.replace(/^\$\./, ""), topics, [...path, key], WITHIN_QUOTES),
      ),
    ),
  ];
}

/** Returns what the events of the rules that send there cannot give; events of any kind may have everything. */
function wantedOf(draft: Draft, name: string, destination: Destination, path: string[]): readonly Fault[] {
  const views = ruleViews(draft).filter(({ rule }) => rule.targets.some(({ destination }) => destination === name));
  const open = views.find(({ envelope }) => !envelope.catalogued);
  const topics = [...new Set(views.flatMap(({ topics = [] }) => topics))];
  const faults = wantedFaults(destination, topics, path);
  return open === undefined ? faults : judged(faults, open.envelope);
}

function elsewhere({ place }: Draft, { type: typeName, arn }: Destination, path: string[]): Fault[] {
  if (arn === undefined || place === undefined) return [];
  const { partition: arnPartition, region, account } = parseArn(arn);
  const { within, type } = destinationType(typeName);
  const at = { id: "arn-elsewhere", path: [...path, "arn"] } as const;
  if (!isRegion(region)) return [{ ...at, message: `is in no region that AWS has${suggestion(region, awsRegions)}` }];
  const wrong = (what: string, got: string | undefined, wanted: string): Fault[] => {
    const message = `is in ${what} ${got}, but EventBridge delivers to ${type} only in ${wanted}; write one of there`;
    return got === wanted ? [] : [{ ...at, message }];
  };
  const here = partition(place.aws_region);
  return [
    ...wrong("the partition", arnPartition, here),
    ...(within === "anywhere" ? wrong(`${region}, of the partition`, partition(region), here) : []),
    ...(within === "anywhere" ? [] : wrong("the region", region, place.aws_region)),
    ...(within === "account" ? wrong("the account", account, place.aws_account_id) : []),
  ];
}

function withoutEffect({ written }: Draft, destination: Destination, path: string[]): Fault[] {
  const keys = Object.keys(valueAt(written.value, path) ?? {});
  const found: Fault[] = [];
  if (destination.arn !== undefined) {
    for (const key of keys.filter((key) => destinationType(destination.type).creation?.keys.includes(key))) {
      const message = "means nothing beside arn: the destination exists already; leave one of the two out";
      found.push({ id: "key-without-effect", path: [...path, key], atKey: true, message });
    }
  }
  for (const [other, { keys: idle, why }] of Object.entries(destinationType(destination.type).creation?.beside ?? {})) {
    for (const key of keys.filter((key) => keys.includes(other) && idle.includes(key))) {
      const message = `means nothing beside ${other}: ${why}; leave one of the two out`;
      found.push({ id: "key-without-effect", path: [...path, key], atKey: true, message });
    }
  }
  return found;
}

/** Finds destinations that no rule names: they would be made and paid for, and nothing would ever arrive. */
function unused({ destinations, written }: Draft): Fault[] {
  const rules = Object.values(valueAt(written.value, ["rules"]) ?? {});
  const used = new Set(
    rules.flatMap((rule): string[] => {
      const targets = valueAt(rule, ["targets"]);
      return Array.isArray(targets) ? targets : Object.keys(targets ?? {});
    }),
  );
  // A misspelt target may well be the one that was meant to use it.
  if ([...used].some((name) => !written.destinations.includes(name))) return [];
  return Object.keys(destinations)
    .filter((name) => !used.has(name))
    .map((name) => {
      const message =
        "is the target of no rule, so nothing arrives there; name it in a rule's targets, or leave it out";
      return { id: "destination-unused", severity: "warning", path: ["destinations", name], atKey: true, message };
    });
}

function nameForms(draft: Draft): Fault[] {
  return Object.entries(draft.destinations).flatMap(([name, destination]): Fault[] => {
    const physical = physicalName(draft, name, destination);
    const creation = destinationType(destination.type).creation;
    if (physical === undefined || creation === undefined || creation.nameForm.pattern.test(physical)) return [];
    const message = `would be created as "${physical}", which AWS does not take: ${creation.nameForm.form}; write another ${creation.nameKey}`;
    return [{ id: "physical-name", path: ["destinations", name], atKey: true, message }];
  });
}

function sameNames(draft: Draft): Fault[] {
  const first = new Map<string, string>();
  return claims(draft).flatMap(({ key, physical, owner, path }): Fault[] => {
    const other = first.get(key);
    first.set(key, other ?? owner);
    if (other === undefined) return [];
    const message = `would be created as "${physical}", and so would ${other}; use one of the two, or give one another name`;
    return [{ id: "same-physical-name", path, atKey: true, message }];
  });
}

const BUS_LOG_BYTES = 700;

/**
 * Measures the Logs resource policy, whose size AWS limits: it holds every log group twice, and that of a bus with what
 * delivers there.
 */
function logPolicyTooLong(draft: Draft): Fault[] {
  const groups = Object.entries(draft.destinations).filter(([, keys]) => usesLogPolicy(keys));
  const bytes = groups.reduce((sum, [name, destination]) => {
    const group = destination.arn ?? physicalName(draft, name, destination) ?? "";
    return sum + 2 * (group.length + 60);
  }, 0);
  const buses = Object.values(draft.streams).filter(({ log_level }) => log_level !== "off").length;
  const all = bytes + buses * BUS_LOG_BYTES;
  if (all <= LOG_RESOURCE_POLICY_BYTES) return [];
  const message = `holds ${groups.length + buses} log groups, whose resource policy would have about ${all} bytes; AWS allows ${LOG_RESOURCE_POLICY_BYTES}: split the environment`;
  return [{ id: "log-policy-too-long", path: ["destinations"], message }];
}
