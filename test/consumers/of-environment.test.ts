import { join } from "node:path";
import { parseEnvironment } from "../../config/environment";
import { environmentFiles } from "../../config/files";
import { contractOfEnvironment } from "../../consumers/of-environment";
import { writers } from "../../consumers/writers";
import { committedEnvironments, root } from "../support/committed";
import { environment, file } from "../support/environment";
import { misshapen, sampleEvents } from "./support";

/** Every way to say what a target gets. */
const sent = environmentFiles([], {
  cwd: root,
  folder: join(root, "test", "rehearsal", "what-is-sent"),
  shown: (path) => path,
});
const samples = sampleEvents().map(({ event }) => event);
const environments = [...committedEnvironments(), ...sent].flatMap((one) => parseEnvironment(one).environment ?? []);
/** Those of the most topics take longest, and are among the long tests. */
const few = environments.filter(({ name }) => !["central-bus", "conversations"].includes(name));

test.each(few.map((own) => [own.name, own] as const))(
  "what trace says that the destinations of %s get is of the shape of each, by JSON Schema and by Zod",
  (_, own) => {
    const { arrived, wrong } = misshapen(own, samples);

    expect(wrong).toEqual([]);
    expect(arrived).toBeGreaterThan(0);
  },
);

/** Returns the definitions of JSON Schema of what a destination of `sent` gets. */
function definitions(destination: string) {
  const [own] = sent.flatMap((one) => parseEnvironment(one).environment ?? []);
  if (own === undefined) throw new Error("the file is not right");
  return JSON.parse(writers["json-schema"].write(contractOfEnvironment(own, { destination, topics: [] }))).$defs;
}

test("a value alone keeps its kind, with an empty text where an event may lack it, and one within text says whose it is", () => {
  const { ValuesWholeAuditsEntitytypeIdEntityidId: values } = definitions("values");

  expect(values).toMatchObject({ required: ["changes", "ip", "by", "gone", "e"], additionalProperties: false });
  expect(values.properties.ip.anyOf).toEqual([
    {
      anyOf: [{ type: "array", items: { type: "string" } }, { type: "string" }],
      "x-personal": "numbers",
      "x-seen": "sometimes",
    },
    { const: "" },
  ]);
  expect(values.properties.changes.anyOf[1]).toEqual({ const: "" });
  expect(values.properties.by).toEqual({ type: "string", "x-personal": "ids" });
  expect(values.properties.e.properties).toMatchObject({
    detailType: { const: "v2.audits.entitytype.{id}.entityid.{id}" },
  });
});

test("the message of a log event is JSON of text, of which the shape is known", () => {
  const { message } = definitions("log").LogAuditsEntitytypeIdEntityidId.properties;
  const { eventBody } = message.contentSchema.properties.detail.properties;

  expect(message).toMatchObject({ type: "string", contentMediaType: "application/json" });
  expect(eventBody.properties.entity.properties.name).toEqual({ type: "string", "x-personal": "names" });
});

test("a constant is itself, and a list of fixed members has each in its place", () => {
  const list = definitions("nested").NestedAuditsEntitytypeIdEntityidId.properties.a;

  expect(definitions("constant").ConstantMessage.properties).toEqual({ action: { const: "reload" } });
  expect(list).toMatchObject({
    prefixItems: [{ type: "string" }, { type: "string" }, { type: "object" }],
    items: false,
    minItems: 3,
  });
});

test("names of a file with dots in them are keys that AsyncAPI takes", () => {
  const dotted = file().replaceAll("audit =", '"audit.1" =').replace('stream = "audit"', 'stream = "audit.1"');
  const named = dotted.replaceAll("log =", '"log.1" =').replace('["log"]', '["log.1"]');
  const document = JSON.parse(writers.asyncapi.write(contractOfEnvironment(environment(named), { topics: [] })));

  const keys = ["servers", "channels", "operations"].flatMap((part) => Object.keys(document[part]));
  expect(keys).toContain("receive-audit_dot_1-UsersIdPresence");
  expect(keys.filter((key) => !/^[A-Za-z0-9_-]+$/.test(key))).toEqual([]);
});

test("a message says which rules send it, also those that are switched off", () => {
  const off = file({ rule: 'enabled = false\ntargets = ["log"]' });
  const own = environment(off.replace('["log"]', '{ log = { fields = ["time"] } }'));
  const [log] = contractOfEnvironment(own, { topics: [] }).destinations;

  expect(log?.messages.map(({ description }) => description)).toEqual(["v2.users.{id}.presence, by rule all (off)"]);
});
