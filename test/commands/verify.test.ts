import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { run } from "../../commands/run";
import { committedEnvironments, root } from "../support/committed";
import { file } from "../support/environment";
import { ioIn } from "../support/io";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "verify-"));
  write(
    "environments/dev.tfvars",
    file({ rule: 'targets = ["log"]\npattern = { detail = { eventBody = { source = ["PURECLOUD"] } } }' }),
  );
  write(
    "environments/dev.events/presence.json",
    readFileSync(join(root, "data", "sample-events", "user-presence.json"), "utf8"),
  );
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}

async function verify(...args: string[]) {
  const { io, stdout, stderr } = ioIn(folder);
  const code = await run(["trace", "dev", "--verify", ...args], io);
  return { code, stdout: stdout.join("\n"), stderr: stderr.join("\n") };
}

test("fails when a change silences a rule", async () => {
  expect(await verify("--update")).toMatchObject({ code: 0, stderr: expect.stringMatching(/^1 outcome written/) });
  expect(await verify()).toEqual({ code: 0, stdout: "", stderr: "1 scenario, all as expected" });

  write(
    "environments/dev.tfvars",
    file({ rule: 'targets = ["log"]\npattern = { detail = { eventBody = { source = ["OTHER"] } } }' }),
  );

  expect(await verify()).toEqual({
    code: 1,
    stdout: "environments/dev.events/presence.json: rule all no longer delivers to log",
    stderr: "1 scenario, 1 difference",
  });
});

test("fails when something more is delivered, or something else", async () => {
  await verify("--update");
  write(
    "environments/dev.tfvars",
    file({ rule: 'targets = { log = { fields = ["id"] } } }\nmore = { stream = "audit", targets = ["log"]' }),
  );

  const { code, stdout } = await verify();

  expect(code).toBe(1);
  expect(stdout.split("\n")).toEqual([
    expect.stringMatching(/: log gets something else from rule all: \{"timestamp".*, expected \{"version"/),
    expect.stringMatching(/: rule more delivers to log, which is not expected$/),
  ]);
});

test("fails when an event is lost on its way, until that is what is expected", async () => {
  await verify("--update");
  const keyed = (path: string) =>
    file({ destination: `type = "kinesis"\npartition_key_path = "detail.eventBody.${path}"` });
  write("environments/dev.tfvars", keyed("zzz"));

  expect(await verify()).toEqual({
    code: 1,
    stdout: expect.stringMatching(
      /^environments\/dev\.events\/presence\.json: what rule all sends to log is lost: the event has no \$\.detail\.eventBody\.zzz/,
    ),
    stderr: expect.stringMatching(/1 difference$/),
  });
  expect((await verify("--update")).stderr).toMatch(
    /read them before you commit them: 1 of them is of events that are lost/,
  );
  expect((await verify()).code).toBe(0);

  write("environments/dev.tfvars", keyed("source"));
  expect((await verify()).stdout).toMatch(/rule all delivers to log, which is not expected$/);
});

test("expects only what the outcome says: without a payload, that something arrives", async () => {
  write(
    "environments/dev.events/presence.expected.json",
    '{ "deliveries": [{ "rule": "all", "destination": "log" }] }',
  );

  expect((await verify()).code).toBe(0);
});

test.each([
  ["no outcome", {}, /presence\.expected\.json is missing; write it, or let --update write it$/],
  [
    "an outcome of another form",
    { "presence.expected.json": "{}" },
    /presence\.expected\.json says no outcome; write \{ "deliveries"/,
  ],
  ["an outcome that is no JSON", { "presence.expected.json": "{" }, /presence\.expected\.json is no JSON/],
  ["an event that is none", { "presence.json": "{}" }, /presence\.json is no event/],
])("fails, in one line, when there is %s", async (_, files, message) => {
  for (const [name, text] of Object.entries(files)) write(`environments/dev.events/${name}`, text);

  const { code, stderr } = await verify();

  expect(code).toBe(1);
  expect(stderr).toMatch(message);
});

test("fails when there are no scenarios", async () => {
  rmSync(join(folder, "environments", "dev.events"), { recursive: true });

  expect((await verify()).stderr).toMatch(/^there are no scenarios in environments\/dev\.events; put events there/);
});

test.each(committedEnvironments().map(({ name }) => name))("the scenarios of %s are as expected", async (name) => {
  const { io, stdout } = ioIn(root);

  expect(await run(["trace", name, "--verify"], io)).toBe(0);
  expect(stdout).toEqual([]);
});
