import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020";
import { inventoryOf } from "../config/inventory";
import { addressOf } from "../config/inventory/item";
import { environmentSchema } from "../config/schema";
import { destinationTypes } from "../destinations";
import { documents } from "../documentation";
import { environmentJsonSchema } from "../documentation/json-schema";
import { streamTypes } from "../streams";
import { runWith } from "./commands/run";
import { reportFor } from "./report/report-of";
import { root } from "./support/committed";
import { brief, environment, parse } from "./support/environment";
import { undescribedKeys } from "./support/keys";
import { file, TOPIC } from "./support/made-up/file";
import { addresses, resource, synthesized, synthesizedOf } from "./support/stack";

jest.mock("../destinations", () =>
  jest.requireActual("./support/made-up/registries").withVault(jest.requireActual("../destinations")),
);
jest.mock("../streams", () =>
  jest.requireActual("./support/made-up/registries").withPipe(jest.requireActual("../streams")),
);

const KEY = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const SAMPLE = readFileSync(join(root, "data", "sample-events", "user-presence.json"), "utf8");
const said = (text: string) => parse(text).issues.map(brief);
const ids = (text: string) => parse(text).issues.map(({ id, path }) => `${id} ${path}`);

test("one more type of each is registered, and the file may name both", () => {
  expect(destinationTypes.map(({ type }) => type)).toContain("vault");
  expect(streamTypes.map(({ type }) => type)).toContain("pipe");
  expect(said(file())).toEqual([]);
});

test("every key of theirs is described, has an example, and is in the documentation", () => {
  const pages = Object.values(documents).map((page) => page());

  expect(undescribedKeys(environmentSchema)).toEqual([]);
  expect(pages.filter((page) => page.includes("vault-shut")).length).toBeGreaterThan(0);
  for (const part of ["vault_name", "pipe_name", "A pipe that brings events", "Vault: events that nobody", "`leak`"])
    expect(pages.join("\n")).toContain(part);
});

test("the JSON Schema takes them, with their own keys only", () => {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
  ajv.addVocabulary(["patternErrorMessage"]);
  const accepts = ajv.compile(Object(JSON.parse(environmentJsonSchema())));
  const value = (vault: object) => ({
    aws_account_id: "123456789012",
    aws_region: "us-east-1",
    streams: { made: { type: "pipe", subjects: [TOPIC] } },
    destinations: { kept: { type: "vault", ...vault } },
  });

  expect(accepts(value({ shelf: true })) || accepts.errors).toBe(true);
  expect(accepts(value({ retention_days: 3 }))).toBe(false);
});

test("the stack holds what the inventory says, and nothing of Genesys Cloud", () => {
  const model = environment(file());
  const stack = synthesizedOf(model);

  expect(inventoryOf(model).map(addressOf).sort()).toEqual(addresses(stack));
  expect(Object.keys(stack.provider)).toEqual(["aws"]);
  expect(resource(stack, "aws_pipe")).toEqual({ name: "pipe/dev/made" });
  expect(resource(stack, "aws_cloudwatch_event_bus")).toMatchObject({ name: "dev-made" });
  expect(resource(stack, "aws_cloudwatch_event_target")).toMatchObject({
    arn: "arn:aws:vault:us-east-1:123456789012:vault/dev-kept",
  });
});

test.each([
  [
    "addresses of destinations",
    { more: ', "a.b" = { type = "vault" }, a_b = { type = "vault" }', targets: '["kept", "a.b", "a_b"]' },
    ["same-logical-id destinations.a_b"],
  ],
  [
    "names of destinations",
    {
      kept: ', vault_name = "one"',
      more: ', two = { type = "vault", vault_name = "one" }',
      targets: '["kept", "two"]',
    },
    ["same-physical-name destinations.two"],
  ],
  [
    "addresses of streams",
    {
      streams: `, "a.b" = { type = "pipe", subjects = ["${TOPIC}"] }, a_b = { type = "pipe", subjects = ["${TOPIC}"] }`,
    },
    ["same-logical-id streams.a_b"],
  ],
  [
    "names of streams",
    {
      stream: ', pipe_name = "thin"',
      streams: `, two = { type = "pipe", subjects = ["${TOPIC}"], pipe_name = "thin" }`,
    },
    ["same-physical-name streams.two"],
  ],
  [
    "ARNs of what is made here",
    {
      more: ', there = { type = "vault", arn = "arn:aws:vault:us-east-1:123456789012:vault/dev-kept" }',
      targets: '["kept", "there"]',
    },
    ["arn-of-this-stack destinations.there.arn"],
  ],
])("check finds %s that collide", (_, parts, expected) => {
  expect(ids(file(parts))).toEqual(expect.arrayContaining(expected));
});

test.each([
  ["names", { kept: ', vault_name = "Big"' }, "invalid-format destinations.kept.vault_name"],
  [
    "regions",
    { kept: ', arn = "arn:aws:vault:eu-west-1:123456789012:vault/kept"' },
    "arn-elsewhere destinations.kept.arn",
  ],
  [
    "keys that mean nothing",
    { kept: ', shelf = true, arn = "arn:aws:vault:us-east-1:123456789012:vault/kept"' },
    "key-without-effect destinations.kept.shelf",
  ],
  [
    "whole events",
    { targets: '{ kept = { fields = ["id"] } }' },
    "input-across-accounts rules.all.targets.kept.fields",
  ],
  [
    "what only the type of stream knows",
    { subjects: '"v2.users.{id}.geolocation", "v2.users.{id}.presence"' },
    "key-without-effect streams.made.subjects",
  ],
])("check looks at %s", (_, parts, expected) => {
  expect(ids(file(parts))).toEqual([expected]);
});

test("check finds names of theirs that two environments take in one account", async () => {
  const named = (name: string) => file({ stream: `, pipe_name = "thin"`, kept: `, vault_name = "${name}"` });
  const files = { "environments/a.tfvars": named("one"), "environments/b.tfvars": named("one") };

  const { code, stdout } = await runWith(files, ["check", "--format", "json"]);

  expect(code).toBe(1);
  expect(stdout.match(/same-name-elsewhere/g)).toHaveLength(3); // the vault, its door, the pipe
});

test("the key's policy lets the service of the made-up destination use it", () => {
  const stack = synthesized(file({ top: `kms_key_arn = "${KEY}"` }));
  const { Statement } = JSON.parse(String(stack.output.kms_key_policy?.value));

  expect(Statement).toContainEqual(
    expect.objectContaining({ Sid: "Vaults", Principal: { Service: "vault.amazonaws.com" } }),
  );
});

test("the report says who keeps events for how long, what the stream is, and that personal data is kept for ever", () => {
  const report = reportFor(environment(file()));

  expect(report.destinations).toMatchObject([
    {
      name: "kept",
      type: "vault",
      readers: "nobody",
      retention: "for ever",
      carries: expect.arrayContaining(["presence"]),
    },
  ]);
  expect(report.streams).toMatchObject([
    { type: "pipe", event_source: "pipe/dev/made", facts: [{ term: "Pipe", text: "brings 1 topic" }] },
  ]);
  expect(report.findings).toContainEqual(expect.objectContaining({ id: "kept-for-ever", path: "destinations.kept" }));
});

test("the report says nothing of a vault that is somebody else's", () => {
  const theirs = file({ kept: ', arn = "arn:aws:vault:us-east-1:123456789012:vault/theirs"' });

  expect(reportFor(environment(theirs)).findings.map(({ id }) => id)).not.toContain("kept-for-ever");
});

test("trace delivers an event of the stream's own source to the destination", async () => {
  const files = { "environments/dev.tfvars": file(), "a.json": SAMPLE };
  const ran = await runWith(files, ["trace", "dev", "--event", "a.json", "--json"]);

  expect(ran.stderr).toBe("");
  expect(ran.stdout).toContain("kept");
  expect(ran.stdout).toContain("pipe/dev/made");
});

test("alarms and dashboard have their metrics, and the dashboard what they cost", () => {
  const stack = synthesized(file({ stream: ", silence_minutes = 60" }));
  const alarms = JSON.stringify(stack.resource.aws_cloudwatch_metric_alarm);
  const dashboard = String(resource(stack, "aws_cloudwatch_dashboard").dashboard_body);

  expect(alarms).toContain('"VaultName":"dev-kept"');
  expect(alarms).toContain('"PipeName":"dev-made"');
  for (const part of ["AWS/Vault", "dev-kept", "Brought", "look at the pipe", "vaults $11", "A drop above 64 KB"])
    expect(dashboard).toContain(part);
  expect(alarms + dashboard).not.toMatch(/partner|integration/i);
});
