import { readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "../../../commands/run";
import { destinationTypes } from "../../../destinations";
import type { DestinationType } from "../../../destinations/destination-type";
import { ioIn } from "../../support/io";
import { inFolderOf } from "../run";

jest.mock("../../../destinations", () =>
  jest.requireActual("../../support/made-up/registries").withVault(jest.requireActual("../../../destinations")),
);
jest.mock("../../../streams", () =>
  jest.requireActual("../../support/made-up/registries").withPipe(jest.requireActual("../../../streams")),
);

const PLACE = ["--account", "123456789012", "--region", "us-east-1"];
const SOURCE = ["--suffix", "presence", "--topic", "v2.users.{id}.presence"];
const types: readonly DestinationType[] = destinationTypes;

/** Begins an environment and returns what was said and written, and what check says then. */
function begun(args: readonly string[]) {
  return inFolderOf({}, async (folder) => {
    const first = ioIn(folder);
    const code = await run(["init", "dev", ...PLACE, ...args], first.io);
    const second = ioIn(folder);
    const checked = code === 0 ? await run(["check", "dev", "--json"], second.io) : undefined;
    const text = code === 0 ? readFileSync(join(folder, "environments", "dev.tfvars"), "utf8") : "";
    const issues = checked === undefined ? [] : JSON.parse(second.stdout.join("\n")).issues;
    return { code, checked, text, issues, stdout: first.stdout.join("\n"), stderr: first.stderr.join("\n") };
  });
}

/** The word behind --destination, with a value where the type needs one. */
function wordFor({ type, example }: DestinationType): string {
  const { arn, url, routing_key, key, topic } = Object(example);
  const value = arn ?? url ?? routing_key?.secrets_manager ?? key ?? topic;
  return value === undefined ? type : `${type}=${value}`;
}

test.each(types.map((type) => [type.type, wordFor(type)]))("%s is begun as check wants it", async (type, word) => {
  const { code, stderr, checked, issues, text } = await begun([...SOURCE, "--destination", word]);

  expect({ code, stderr, checked, issues }).toEqual({ code: 0, stderr: "", checked: 0, issues: [] });
  expect(text).toContain(`type = "${type}"`);
});

test("an example stands where no single text would do, and is said to be one", async () => {
  const { stdout, text } = await begun([...SOURCE, "--destination", "http=https://events.acme.example/genesys"]);

  expect(text).toMatch(/# An example: write your own\.\n {4}auth = \{/);
  expect(stdout).toContain("write your own destinations.http.auth into environments");
});

test("all types at once are more than one rule takes, and two of one type have two names", async () => {
  const words = [...types.map(wordFor), "sqs"].flatMap((word) => ["--destination", word]);
  const { code, checked, text, stderr } = await begun([...SOURCE, ...words]);

  expect({ code, checked, stderr }).toEqual({ code: 0, checked: 0, stderr: "" });
  expect(text).toContain("all-users-3 = {");
  expect(text).toContain("sqs-2 = {");
});

test("a value that exists is named and not made; one that nothing needs is refused", async () => {
  const exists = await begun([...SOURCE, "--destination", "sqs=arn:aws:sqs:us-east-1:123456789012:theirs"]);
  const missing = await begun([...SOURCE, "--destination", "lambda"]);
  const far = await begun([...SOURCE, "--destination", "lambda=arn:aws:lambda:eu-west-1:123456789012:function:a"]);

  expect(exists.text).toContain('arn = "arn:aws:sqs:us-east-1:123456789012:theirs"');
  expect(missing).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^--destination lambda=ARN is missing; write/),
  });
  expect(far).toMatchObject({ code: 1, stderr: expect.stringMatching(/^--destination lambda: .*us-east-1/) });
});

test("a stream of another type is asked for its own keys", async () => {
  const pipe = ["--stream-type", "pipe", "--destination", "vault"];

  expect(await begun([...pipe, "--topic", "v2.users.{id}.presence"])).toMatchObject({
    checked: 0,
    issues: [],
    text: expect.stringMatching(/type = "pipe"\n[\s\S]*subjects = \["v2/),
  });
  expect(await begun(pipe)).toMatchObject({ code: 2, stderr: expect.stringMatching(/^--topic is missing/) });
});

test("state in a bucket, with the key and region that are meant", async () => {
  const { text } = await begun([...SOURCE, "--destination", "sqs", "--state-bucket", "acme-state"]);

  expect(text).toMatch(
    /backend = "s3"[\s\S]*bucket = "acme-state"[\s\S]*key = "genesys-eventbridge\/dev.tfstate"[\s\S]*"us-east-1"/,
  );
  expect(await begun([...SOURCE, "--destination", "sqs", "--state-key", "a"])).toMatchObject({
    code: 2,
    stderr: "--state-key says nothing without --state-bucket; write both",
  });
});

test("a topic that may not reach EventBridge is warned of, and written", async () => {
  const { code, stderr } = await begun([
    "--suffix",
    "a",
    "--topic",
    "v2.analytics.flow.{id}.metrics",
    "--destination",
    "sqs",
  ]);

  expect(code).toBe(0);
  expect(stderr).toMatch(/^warning: --topic: .*nothing public shows that it reaches EventBridge/);
});

test("a stream of subscriptions is begun with all ids that its topics want, and examples of what only its owner knows", async () => {
  const topics = ["--topic", "v2.users.{id}.station", "--topic", "v2.routing.queues.{id}.conversations"];
  const args = [
    "--stream-type",
    "notifications",
    "--genesys-region",
    "eu-central-1",
    ...topics,
    "--destination",
    "sqs",
  ];
  const { code, stderr, checked, issues, text, stdout } = await begun(args);

  expect({ code, stderr, checked, issues }).toEqual({ code: 0, stderr: "", checked: 0, issues: [] });
  expect(text.replace(/\s+/g, " ")).toContain('ids = { users = "all" queues = "all" }');
  expect(stdout).toContain("write your own streams.events.image");
});

const KAFKA = ["--stream-type", "kafka", "--topic", "orders", "--destination", "sqs"];
const MSK = "arn:aws:kafka:us-east-1:123456789012:cluster/calls/3c4f9f1e-0000-4000-8000-00000000c0de-2";
const HTTPS = ["--stream-type", "https", "--destination", "sqs"];

test.each([
  ["brokers", [...KAFKA, "--broker", "b1:9096", "--broker", "b2:9096", "--auth", "scram_sha_512=kafka/reader"]],
  ["a certificate and a group", [...KAFKA, "--broker", "b1:9096", "--auth", "mtls=kafka/me", "--consumer-group", "g"]],
  ["MSK", [...KAFKA, "--cluster-arn", MSK]],
  ["a signature", [...HTTPS, "--auth", "hmac=X-Hub-Signature-256,crm/webhook"]],
  ["tokens of somebody", [...HTTPS, "--auth", "jwt=https://login.acme.example/,events"]],
])("a stream with %s is begun as check wants it", async (_, args) => {
  const { code, stderr, checked, issues, text } = await begun(args);

  expect({ code, stderr, checked, issues }).toEqual({ code: 0, stderr: "", checked: 0, issues: [] });
  expect(text).not.toContain("An example: write your own");
});

test.each([
  [
    KAFKA,
    2,
    "--broker is missing; write for example --broker b1.kafka.acme.example:9096\n--auth is missing; write for example --auth scram_sha_512=kafka/reader",
  ],
  [HTTPS, 2, "--auth is missing; write for example --auth hmac=X-Hub-Signature-256,crm/webhook"],
  [
    [...HTTPS, "--auth", "hmac=X-Signature"],
    1,
    '--auth: is missing; write for example { secrets_manager = "crm/webhook" }',
  ],
  [[...HTTPS, "--auth", "magic"], 1, '--auth: "magic" is not allowed; did you mean basic?'],
  [
    [...SOURCE, "--destination", "sqs", "--broker", "b1:9096"],
    2,
    "--broker says nothing of a stream of type genesys_cloud; leave it out, or write another --stream-type",
  ],
])("says what %p wants", async (args, code, stderr) => {
  expect(await begun(args)).toMatchObject({ code, stderr });
});
