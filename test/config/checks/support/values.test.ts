import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import listed from "../../../../data/known-values.json";
import { knownFields } from "../../../../genesys/fields";
import { topics } from "../../../../genesys/topics";
import { knownValues } from "../../../../genesys/values";
import { root } from "../../../support/committed";
import { file, parse } from "../../../support/environment";

const AUDIT = "v2.audits.entitytype.{id}.entityid.{id}";
const END = "v2.detail.events.conversation.{id}.user.end";
const PRESENCE = "v2.users.{id}.presence";
const METRICS = "v2.analytics.conversation.{id}.metrics";

/** What is said of a field of an event's body on events of a topic. */
function said(topic: string, path: string, tests: unknown): string[] {
  const pattern = path.split(".").reduceRight((inner: unknown, name) => ({ [name]: inner }), tests);
  const text = JSON.stringify(JSON.stringify({ detail: { eventBody: pattern } }));
  const { issues } = parse(
    file({ rule: `pattern = ${text}\ntargets = ["log"]` }).replace("v2.users.{id}.presence", topic),
  );
  return issues.filter(({ id }) => id.startsWith("pattern-")).map(({ id, message }) => `${id}: ${message}`);
}

test.each([
  [AUDIT, "entityType", ["USER"], '"User"'],
  [AUDIT, "entityType", ["oauth client"], '"OAuthClient"'],
  [AUDIT, "action", ["CREATE", "UPDATE", "DELETE"], '"Create", "Update", "Delete"'],
  [AUDIT, "action", ["Delete", "member_add"], '"MemberAdd"'],
  [AUDIT, "action", [{ prefix: "member" }], '"MemberAdd", "MemberRemove", "MemberUpdate"'],
  [AUDIT, "action", [{ suffix: "ADD" }], '"'],
  [AUDIT, "action", [{ wildcard: "*member*" }], '"MemberAdd"'],
  [AUDIT, "action", [{ "anything-but": ["VIEW", "READ"] }], '"View", "Read"'],
  [AUDIT, "action", [{ "anything-but": { prefix: "view" } }], '"View"'],
  [AUDIT, "serviceName", ["peoplepermissions"], '"PeoplePermissions"'],
  [AUDIT, "level", ["User"], '"USER"'],
  [PRESENCE, "presenceDefinition.systemPresence", ["On Queue"], '"ON_QUEUE"'],
  [PRESENCE, "presenceDefinition.systemPresence", ["on_queue"], '"ON_QUEUE"'],
  [PRESENCE, "presenceDefinition.systemPresence", [{ "equals-ignore-case": "On Queue" }], '"ON_QUEUE"'],
  ["v2.users.{id}.routingStatus", "routingStatus.status", ["Not Responding"], '"NOT_RESPONDING"'],
  [END, "mediaType", ["voice"], '"VOICE"'],
  [END, "direction", ["Inbound"], '"INBOUND"'],
  [END, "disconnectType", ["Transfer"], '"TRANSFER"'],
  [METRICS, "purpose", ["Agent"], '"AGENT", "agent"'],
  ["v2.detail.events.conversation.{id}.flow.outcome", "flowOutcomeValue", ["Success"], '"SUCCESS"'],
  ["v2.analytics.queues.{id}.observations", "group.mediaType", ["VOICE"], '"voice"'],
  ["v2.conversations.{id}.transcription", "status.status", ["session ended"], '"SESSION_ENDED"'],
])("warns, on %s, of %s = %j, and offers %s", (topic, path, tests, known) => {
  expect(said(topic, path, tests)).toEqual([expect.stringMatching(/^pattern-value-case: .*patterns mind the case/)]);
  expect(said(topic, path, tests)[0]).toContain(`known: ${known}`);
});

test.each([
  [AUDIT, "entityType", ["User", "OAuthClient"]],
  [AUDIT, "action", ["Deleted", "Frobnicate"]],
  [AUDIT, "action", [{ "equals-ignore-case": "DELETE" }]],
  [AUDIT, "action", [{ prefix: { "equals-ignore-case": "member" } }]],
  [AUDIT, "action", [{ "anything-but": ["View"] }]],
  [AUDIT, "action", [{ exists: true }]],
  [END, "mediaType", ["VOICE"]],
  ["v2.detail.events.conversation.{id}.flow.end", "flowType", ["inqueuecall", "INQUEUECALL"]],
  [METRICS, "mediaType", ["voice", "VOICE"]],
])("says nothing, on %s, of %s = %j", (topic, path, tests) => {
  expect(said(topic, path, tests)).toEqual([]);
});

test("fields of several topics have the values of all, and of none where one is not known", () => {
  const media = "detail.eventBody.mediaType";

  expect(knownValues(media, [END, METRICS])).toEqual(expect.arrayContaining(["VOICE", "voice"]));
  expect(knownValues("detail.eventBody.entityType", [AUDIT, "v2.operations.events.{id}"])).toBeUndefined();
});

test("known values are of fields and topics that there are, sorted, and those of sample events among them", () => {
  for (const { topics: of, path, values } of listed) {
    const own = topics.filter(({ topic }) => topic.startsWith(of));

    expect(values).toEqual([...new Set(values)].sort());
    expect(own.some(({ topic }) => knownFields(topic)?.[path] !== undefined)).toBe(true);
  }
  const samples = join(root, "data", "sample-events");
  for (const name of readdirSync(samples)) {
    const event: { "detail-type": string } = JSON.parse(readFileSync(join(samples, name), "utf8"));
    for (const { topics: of, path, values } of listed) {
      if (!event["detail-type"].startsWith(of)) continue;
      const value = path
        .split(".")
        .reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], event); // of JSON
      if (typeof value === "string") expect(values).toContain(value);
    }
  }
});
