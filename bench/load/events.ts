import { conversation, conversationDetail } from "./conversations";
import type { Make } from "./made";
import { audit, campaign, evaluation, operations } from "./operations";
import { type Body, iso, type Organization } from "./organization";
import { adherence, observations, presence, routingStatus } from "./people";
import type { Random } from "./random";

/** Of 100 events. */
const KINDS: readonly (readonly [make: Make, count: number])[] = [
  [conversationDetail, 34],
  [conversation, 18],
  [presence, 10],
  [routingStatus, 9],
  [observations, 10],
  [audit, 7],
  [campaign, 3],
  [evaluation, 3],
  [operations, 3],
  [adherence, 3],
];

const START = Date.UTC(2026, 10, 21, 8, 0, 0);
const CHARACTERS = { min: 1024, max: 4000 };

/** An event as it comes from a partner bus. */
export function event(random: Random, organization: Organization, index: number): Body {
  const milliseconds = START + index * 137 + random.int(0, 99);
  const [type, topic, eventBody] = kind(random)(random, organization, milliseconds);
  const whole = {
    version: "0",
    id: random.uuid(),
    "detail-type": type,
    source: `aws.partner/genesys.com/cloud/${organization.id}/${random.skew(organization.suffixes)}`,
    account: random.skew(organization.accounts),
    time: `${iso(milliseconds).slice(0, 19)}Z`,
    region: random.skew(organization.regions),
    resources: [],
    detail: {
      topicName: topic,
      version: random.pick(["1", "2"]),
      timestamp: iso(milliseconds),
      eventBody,
      metadata: { CorrelationId: random.uuid() } as Body, // which may get more
    },
  };
  const { length } = JSON.stringify(whole);
  if (length < CHARACTERS.min) whole.detail.metadata.traceNotes = random.hex(CHARACTERS.min + 6 - length);
  while (JSON.stringify(whole).length > CHARACTERS.max) {
    const list = firstList(eventBody);
    if (list === undefined) break;
    list.pop();
  }
  return whole;
}

function kind(random: Random): Make {
  let left = random.next() * KINDS.reduce((sum, [, count]) => sum + count, 0);
  for (const [make, count] of KINDS) {
    if (left < count) return make;
    left -= count;
  }
  return conversationDetail;
}

/** The first list of more than one item. */
function firstList(value: object): unknown[] | undefined {
  for (const inner of Object.values(value)) {
    if (Array.isArray(inner) && inner.length > 1) return inner;
    const found = typeof inner === "object" && inner !== null ? firstList(inner) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}
