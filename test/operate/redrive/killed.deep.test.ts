import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { folderWith, genesysEventbridge } from "../../bin/support";
import { root } from "../../support/committed";
import { file } from "../../support/environment";
import { awsServer } from "../aws/server";
import { deadLetter } from "./letters";
import { Queues } from "./queues";

const MESSAGES = 10_000;
const KILLS = 50;

test(`of ${MESSAGES} messages none is lost in ${KILLS} kills, and each that arrived twice is said`, async () => {
  // Fifteen minutes take as many seconds.
  const queues = new Queues({ speed: 60, twice: 0.001 });
  // The target takes an event before it answers, and its answer takes a moment: a kill falls between both.
  const server = await awsServer(queues.handlers, { delay: 2 });
  const target = "arn:aws:sqs:us-east-1:123456789012:copies";
  const ids = new Map<string, string>();
  for (let at = 0; at < MESSAGES; at++) {
    const { body, attributes } = deadLetter(`e${at}`, { rule: "all", target });
    ids.set(queues.put(body, attributes), `e${at}`);
  }
  const text = file({ rule: 'targets = ["copies"]' }).replace(/destinations = [\s\S]*/, COPIES);
  const cwd = folderWith({ "environments/dev.tfvars": text });
  const env = { ...server.env, ENVIRONMENTS_DIR: "environments" };
  const args = ["redrive", "dev", "--send", "--yes", "--rate", "1000", "--json"];

  for (let kill = 0; kill < KILLS; kill++) {
    const child = spawn(process.execPath, [join(root, "bin", "genesys-eventbridge.cjs"), ...args], {
      cwd,
      env: { PATH: process.env.PATH, ...env },
      stdio: "ignore",
    });
    const ended = once(child, "exit");
    const before = queues.sent.length;
    while (queues.sent.length === before && child.exitCode === null) await setTimeout(1);
    await setTimeout(Math.random() * 400);
    child.kill("SIGKILL");
    await ended;
  }
  const left = queues.kept.length;
  // What SQS had given to a run that was killed before it had read the answer comes back by itself.
  while (queues.counts.inFlight > 0) await setTimeout(100);
  const last = await genesysEventbridge(args, { cwd, env });
  const again = await genesysEventbridge(args, { cwd, env });
  await server.close();

  const arrived = new Map<string, number>();
  for (const { body } of queues.sent) arrived.set(JSON.parse(body).id, (arrived.get(JSON.parse(body).id) ?? 0) + 1);
  const twice = [...arrived].filter(([, count]) => count > 1).map(([id]) => id);
  const said: readonly string[] = JSON.parse(last.stdout).may_have_arrived_twice;
  expect(left).toBeGreaterThan(0); // else the kills came too late
  expect(last.code).toBe(0);
  expect(arrived.size).toBe(MESSAGES);
  expect(twice.length).toBeGreaterThan(0);
  expect(said.map((id) => ids.get(id))).toEqual(expect.arrayContaining(twice));
  // No more than what can be under way at each kill.
  expect(said.length).toBeLessThanOrEqual(10 * KILLS);
  expect(JSON.parse(again.stdout)).toMatchObject({ messages: 0, in_flight: 0, may_have_arrived_twice: [] });
  expect(queues.kept).toEqual([]);
});

const COPIES = 'destinations = { copies = { type = "sqs", queue_name = "copies" } }\n';
