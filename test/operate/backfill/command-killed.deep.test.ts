import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { folderWith, genesysEventbridge } from "../../bin/support";
import { root } from "../../support/committed";
import { file } from "../../support/environment";
import { Organization, serve } from "./organization";
import { bodies, readBack } from "./read-back";
import { rowsIn, truthOf } from "./truth";

/** More by BACKFILL_KILLS. */
const KILLS = Number(process.env.BACKFILL_KILLS ?? 10);
const [from, to] = ["2026-11-01T00:00:00Z", "2026-11-09T00:00:00Z"];
const ARGS = [
  "backfill",
  "dev",
  "--from",
  from,
  "--to",
  to,
  "--records",
  "audits,conversations,users",
  "--out",
  "lake",
];

test(`the command, killed at ${KILLS} random moments, goes on to the same set of records, each once`, async () => {
  const truth = truthOf(4000, new Date(from), new Date(to));
  // Its jobs are ready at once, as the command waits a second between two looks.
  const organization = new Organization(truth, { share: 0, random: () => 0 });
  organization.pageSize = Math.max(5, Math.round(500 / KILLS));
  const server = await serve(organization);
  const cwd = folderWith({ "environments/dev.tfvars": file() });
  const env = { PATH: process.env.PATH, ...server.env, ENVIRONMENTS_DIR: "environments" };
  let cut = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    const child = spawn(process.execPath, [join(root, "bin", "genesys-eventbridge.cjs"), ...ARGS], { cwd, env });
    const ended = once(child, "close");
    // By its calls, not by time: on a busy machine it would be killed before it has begun, which takes twelve, again and again.
    const enough = organization.asked.length + 3 + Math.random() * 20;
    while (organization.asked.length < enough && child.exitCode === null) await setTimeout(1);
    await setTimeout(Math.random() * 5);
    if (child.exitCode === null) cut++;
    child.kill("SIGKILL");
    await ended;
  }
  const last = await genesysEventbridge(ARGS, { cwd, env: { ...server.env, ENVIRONMENTS_DIR: "environments" } });
  await server.close();

  expect(last).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/what is left of the backfill that was stopped/),
  });
  expect(cut).toBe(KILLS); // else it was over before
  const events = readBack(join(cwd, "lake"));
  const interval = `${new Date(from).toISOString()}/${new Date(to).toISOString()}`;
  expect(bodies(events.filter((event) => event["detail-type"].includes("analytics")))).toEqual(
    [...rowsIn(truth, "conversations", interval), ...rowsIn(truth, "userDetails", interval)]
      .map((row) => JSON.stringify(row))
      .sort(),
  );
  expect(events).toHaveLength(3 * 4000);
  expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
}, 1_200_000);
