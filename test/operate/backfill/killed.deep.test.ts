import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { buildSync } from "esbuild";
import { kinds } from "../../../operate/backfill/kinds";
import { daysOf } from "../../../operate/backfill/span";
import { State } from "../../../operate/backfill/state";
import { Organization, randomOf, serve } from "./organization";
import { bodies, readBack } from "./read-back";
import { conversationsOf, rowsIn, SERVICES, truthOf } from "./truth";

/** More by GENESYS_EVENTBRIDGE_KILLS. */
const KILLS = Number(process.env.GENESYS_EVENTBRIDGE_KILLS ?? 200);
const span = { from: new Date("2026-11-01T00:00:00Z"), to: new Date("2026-11-09T00:00:00Z") };
const interval = `${span.from.toISOString()}/${span.to.toISOString()}`;

const folder = mkdtempSync(join(tmpdir(), "backfill-"));
const driver = join(folder, "driver.cjs");
beforeAll(() => {
  const entry = join(__dirname, "driver.ts");
  buildSync({
    entryPoints: [entry],
    outfile: driver,
    bundle: true,
    platform: "node",
    packages: "bundle",
    external: ["@aws-sdk/*"],
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function plan(names: readonly string[]) {
  return kinds
    .filter(({ name }) => names.includes(name))
    .flatMap(({ name, parts }) =>
      daysOf(span).flatMap((day) =>
        (parts ? SERVICES : [undefined]).map((part) => ({
          kind: name,
          ...(part && { part }),
          ...day,
          expected: undefined,
        })),
      ),
    );
}

/** Begins the driver; its folder is the state's. */
function begin(name: string, env: Record<string, string>) {
  const args = [driver, join(folder, name), join(folder, `${name}-out`)];
  return spawn(process.execPath, args, { env: { ...env, NODE_OPTIONS: "" }, stdio: ["ignore", "pipe", "inherit"] });
}

async function toTheEnd(name: string, env: Record<string, string>) {
  const child = begin(name, env);
  let said = "";
  child.stdout.on("data", (chunk) => (said += chunk));
  await once(child, "close");
  return JSON.parse(said);
}

test(`killed at ${KILLS} random moments, it goes on to the same set of records, each once`, async () => {
  const random = randomOf(20_261_128);
  const truth = truthOf(4000, span.from, span.to);
  const organization = new Organization(truth, { share: 0.04, random });
  organization.pageSize = 60;
  const server = await serve(organization);
  new State(join(folder, "killed")).begin({ asked: "all", units: plan(["audits", "conversations", "users"]) });
  let cut = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    const child = begin("killed", server.env);
    const ended = once(child, "close");
    const before = organization.asked.length;
    while (organization.asked.length === before && child.exitCode === null) await setTimeout(1);
    await setTimeout(random() * 60);
    if (child.exitCode === null) cut++;
    child.kill("SIGKILL");
    await ended;
  }
  const last = await toTheEnd("killed", server.env);
  await server.close();

  const events = readBack(join(folder, "killed-out"));
  expect(last).toMatchObject({ done: true });
  expect(cut).toBeGreaterThan(KILLS * 0.9); // else it was over before
  expect(bodies(events.filter((event) => event["detail-type"].includes("analytics")))).toEqual(
    [...rowsIn(truth, "conversations", interval), ...rowsIn(truth, "userDetails", interval)]
      .map((row) => JSON.stringify(row))
      .sort(),
  );
  expect(events).toHaveLength(3 * 4000);
  expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
}, 600_000);

test("a day of 200,000 conversations takes no more memory than a day of 20,000, but for the marks of its records", async () => {
  const day = { from: span.from, to: new Date("2026-11-02T00:00:00Z") };
  const measured: number[] = [];
  for (const count of [20_000, 200_000]) {
    const server = await serve(
      new Organization({
        ...truthOf(0, day.from, day.to),
        conversations: conversationsOf(count, day.from, day.to, "x".repeat(1000)),
      }),
    );
    const name = `day-${count}`;
    new State(join(folder, name)).begin({
      asked: "day",
      units: [{ kind: "conversations", ...day, expected: undefined }],
    });
    const { events, megabytes } = await toTheEnd(name, server.env);
    await server.close();
    expect(events).toEqual({ conversations: count });
    measured.push(megabytes);
  }
  const [small = 0, large = 0] = measured;
  // The marks of 180,000 records; the records themselves have 250 MB.
  expect(large - small).toBeLessThan(100);
}, 600_000);
