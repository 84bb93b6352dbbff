import { contractOfEnvironment } from "../../consumers/of-environment";
import { atPath } from "../../consumers/shapes/at-path";
import { eventShape } from "../../consumers/shapes/event-shape";
import { anyOf, type Shape } from "../../consumers/shapes/shape";
import { genesysEnvelope } from "../../genesys/envelope";
import { environment, file } from "../support/environment";

const TEXT: Shape = { type: "string" };
const NUMBER: Shape = { type: "number" };
const event: Shape = {
  type: "object",
  required: ["sure", "list", "null"],
  properties: {
    sure: TEXT,
    maybe: TEXT,
    list: { type: "array", items: { type: "object", required: ["id"], properties: { id: TEXT } } },
    null: anyOf([TEXT, { type: "null" }]),
    either: anyOf([TEXT, { type: "object", required: ["id"], properties: { id: NUMBER } }]),
    closed: { type: "object", properties: {}, additionalProperties: false },
  },
};

test.each<[string, Shape | undefined, boolean]>([
  ["sure", TEXT, true],
  ["maybe", TEXT, false],
  ["list", event.properties?.list, true],
  ["list[0].id", TEXT, false],
  ["list.id", undefined, false],
  ["sure.id", undefined, false],
  ["sure[0]", undefined, false],
  ["null", anyOf([TEXT, { type: "null" }]), false],
  ["either.id", NUMBER, false],
  ["unheard-of", {}, false],
  ["unheard-of.more[1]", {}, false],
  ["closed.more", undefined, false],
])("what is known at %s is what an event may have there", (path, shape, sure) => {
  const found = atPath(event, `$.${path}`);

  expect(found).toEqual(shape && { shape, sure });
});

test("what may be anything is not narrowed by what else it may be, and any text is each text", () => {
  expect(anyOf([TEXT, {}, NUMBER])).toEqual({});
  expect(anyOf([TEXT, { const: "" }])).toEqual(TEXT);
  expect(anyOf([NUMBER, { const: "" }, NUMBER])).toEqual({ anyOf: [NUMBER, { const: "" }] });
});

test("an object of any names claims none of those that one event had", () => {
  const { detail } = eventShape("v2.detail.events.conversation.{id}.attributes", genesysEnvelope).properties ?? {};

  expect(detail?.properties?.eventBody?.properties?.attributes).toEqual({
    type: "object",
    "x-personal": "free_form",
    "x-seen": "sometimes",
  });
});

const source = (text: string) =>
  contractOfEnvironment(environment(text), { topics: [] }).channels[0]?.message.shape.properties?.source;

test("the source is that of the stream, of any organization where the file names none", () => {
  const any = source(file().replace(/organization_id.*\n/, ""));

  expect(source(file())).toEqual({ const: "aws.partner/genesys.com/cloud/3c4f9f1e-0000-4000-8000-00000000c0de/audit" });
  expect(any).toEqual({ type: "string", pattern: "^aws\\.partner/genesys\\.com/cloud/[^/]+/audit$" });
});

test("a filter with * may let through any topic", () => {
  const [channel] = contractOfEnvironment(environment(file().replace("{id}.presence", "*")), { topics: [] }).channels;

  expect(channel).toMatchObject({ topic: undefined, message: { description: "any event" } });
  expect(channel?.message.shape.properties?.["detail-type"]).toEqual(TEXT);
});

test("what is written by something between is as its reader finds it", () => {
  const kafka = file({
    destination:
      'type = "kafka"\nbrokers = ["b1.acme.example:9096"]\ntopic = "events"\nauth = { type = "scram_sha_512", credentials = { secrets_manager = "s" } }',
  });
  const { channels, destinations } = contractOfEnvironment(environment(kafka), { topics: [] });

  expect(destinations[0]?.messages).toEqual([channels[0]?.message]);
});
