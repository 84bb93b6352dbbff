import { isDeepStrictEqual } from "node:util";
import { arn, deadLetterQueueName } from "../../../aws/names";
import { resourceType } from "../../../aws/resources";
import { parsedJson, type Resource, text } from "../../../report/resources/resource";
import { joined } from "../../../text/words";
import { isHere, targetPairs } from "../deliveries";
import { type Check, type Link, ok, warning } from "../link";
import { feeding, keeping, livePart } from "../live/parts";
import { receiver } from "../live/receivers";
import { liveRole } from "../live/roles";
import { declaredBy, type Look } from "../look";
import { applyAgain } from "../remedies";
import { partsOf } from "./parts";

/** Policies, retention and keys that are not as the file says, though events may go on: what the links above do not say. */
export const drift: Link = {
  id: "drift",
  title: "drift",
  async check(look) {
    const live = await alsoRead(look);
    const declared = declaredBy(look.environment);
    return declared.all.flatMap((wanted): Check[] => {
      const found = live.find((one) => isSameThing(wanted, one));
      if (found === undefined) return [];
      const differing = Object.keys(found.values).filter(
        (key) => key in wanted.values && !isSame(wanted.values[key], found.values[key]),
      );
      const noun = resourceType(wanted.type)?.noun ?? wanted.type;
      const subject = `${noun} ${nameOf(wanted)}`;
      if (differing.length === 0) return [ok(subject, "as the file says")];
      return [warning(subject, `it differs from the file in ${joined(differing)}`, applyAgain(look.environment))];
    });
  },
};

/** What the other links read of roles and destinations, of the dead-letter queue, and of what feeds buses and keeps their events. */
async function alsoRead(look: Look): Promise<readonly Resource[]> {
  const pairs = await targetPairs(look);
  const arns = pairs.flatMap(({ live }) => (live && text(live, "arn")) ?? []).filter((one) => isHere(one, look));
  const roles = pairs.flatMap(({ live }) => (live && text(live, "role_arn")) ?? []);
  const { environment } = look;
  const queue = arn(environment, "sqs", deadLetterQueueName(environment.name));
  const found = await Promise.all([
    ...[...new Set([...arns, queue])].map(async (one) => (await seen(receiver(look.account, one)))?.resources),
    ...[...new Set(roles)].map((role) => seen(liveRole(look.account, role))),
    ...partsOf(look, { ...feeding, ...keeping }).map(
      async ({ wanted, reader }) => (await seen(livePart(look, wanted, reader)))?.resources,
    ),
  ]);
  return found.flatMap((resources) => resources ?? []);
}

/** What nobody may read is said by the link that needs it. */
async function seen<Found>(reading: Promise<Found>): Promise<Found | undefined> {
  return reading.catch(() => undefined);
}

const nameOf = (resource: Resource) => text(resource, "name") ?? text(resource, "policy_name") ?? resource.name;

function isSameThing(wanted: Resource, live: Resource): boolean {
  if (wanted.type !== live.type || nameOf(wanted) !== nameOf(live)) return false;
  return text(wanted, "role") === text(live, "role");
}

function isSame(wanted: unknown, live: unknown): boolean {
  return isDeepStrictEqual(comparable(wanted), comparable(live));
}

/** A policy is the same in another order of its keys and lists, and a list of one is what is in it. */
function comparable(value: unknown): unknown {
  if (typeof value === "string") {
    const parsed = /^[[{]/.test(value) ? parsedJson(value) : undefined;
    return parsed === undefined ? value : comparable(parsed);
  }
  if (Array.isArray(value)) {
    const all = value.map(comparable);
    if (all.length === 1) return all[0];
    return all.sort((one, other) => ((JSON.stringify(one) ?? "") < (JSON.stringify(other) ?? "") ? -1 : 1));
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort()
      .map(([key, inner]) => [key, comparable(inner)]),
  );
}
