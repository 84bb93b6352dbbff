import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { root } from "../support/committed";
import { allCommands, sampleFolder, sh, shellEnvironment } from "./shell";
import { folderWith } from "./support";

/** A call of each command that ends with 1, as its help says. */
const FAILING: Readonly<Record<string, string>> = {
  adopt: "no-such-environment",
  backfill: "no-such-environment --stream audit --from 2026-11-03T00:00:00Z --to 2026-11-04T00:00:00Z",
  bridge: "no-such-environment",
  check: "no-such-environment",
  conversations: "event.json",
  event: "no-such-topic",
  init: "dev --account 1 --region us-east-1 --suffix a --topic v2.users.{id}.presence --destination sqs",
  "init bootstrap": "no-such-environment --github acme/events",
  "init ci": "--github",
  playground: "no-such-environment --out page.html",
  redrive: "no-such-environment",
  replay: "no-such-environment --from 2h",
  report: "no-such-environment",
  status: "no-such-environment",
  synth: "no-such-environment",
  tail: "no-such-environment",
  "test-event-pattern": "--event-pattern '[]' --event '{}'",
  topics: "no-such-word-anywhere",
  trace: "no-such-environment --event event.json",
  usage: "no-such-environment",
};

const EXAMPLES = allCommands.flatMap(([name, { examples }]) =>
  examples.flatMap(({ args, live }) => (live ? [] : [`${name} ${args}`.trim()])),
);

test.each(EXAMPLES)("the example works: %s", (line) => {
  const { status, stderr } = sh(`genesys-eventbridge ${line}`, sampleFolder());

  expect({ status, wrong: /error|usage:/i.test(stderr) }).toEqual({ status: 0, wrong: false });
});

test("every command that may end with 1 has a call here that does", () => {
  const mayFail = allCommands.filter(([, { exits }]) => exits[1] !== undefined).map(([name]) => name);

  expect(Object.keys(FAILING).sort()).toEqual(mayFail.sort());
});

test.each(Object.entries(FAILING))("%s ends with 1 where its help says so", (name, args) => {
  const { status, stdout, stderr } = sh(`genesys-eventbridge ${name} ${args}`, folderWith({ "event.json": "{}" }));

  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  expect(stderr).not.toMatch(/^\s+at /m);
});

test.each(allCommands)("%s ends with 2 for an option that it has not, and names one that is near", (name) => {
  const { status, stdout, stderr } = sh(`genesys-eventbridge ${name} --hepl`, folderWith({}));

  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toMatch(/^--hepl is no option of .*did you mean --help\?\nusage: genesys-eventbridge /);
});

test.each(["topics", "topics --json", "report staging", "report staging --format json", "topics --help"])(
  "ends without a word where its reader has enough: %s",
  (line) => {
    const { status, stdout, stderr } = sh(`genesys-eventbridge ${line} | head -n 1`, root);

    expect({ status, stderr, lines: stdout.match(/\n/g)?.length }).toEqual({ status: 0, stderr: "", lines: 1 });
  },
);

test("ends at once on an interrupt, with whole lines only, as shells tell by 130", async () => {
  const cwd = sampleFolder();
  const program = join(root, "bin", "genesys-eventbridge.cjs");
  const child = spawn("bash", ["-c", `"${process.execPath}" "${program}" trace dev --event - --json; exit $?`], {
    cwd,
    env: shellEnvironment(),
    detached: true,
  });
  let stdout = "";
  child.stdout.setEncoding("utf8").on("data", (chunk) => {
    stdout += chunk;
  });
  child.stdin.write('{"id":"1","detail-type":"v2.users.{id}.presence","detail":{"topicName":"x"}}\n');
  await once(child.stdout, "data");
  process.kill(-(child.pid ?? 0), "SIGINT");
  const [code, signal] = await once(child, "close");

  expect(signal === "SIGINT" || code === 130).toBe(true);
  expect(stdout).toMatch(/^\{.*\}\n$/);
});
