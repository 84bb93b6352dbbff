import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { ACCOUNT, awsServer } from "../operate/aws/server";
import { StandIn } from "../operate/replay/stand-in";
import { root } from "../support/committed";
import { file } from "../support/environment";
import { folderWith, genesysEventbridge } from "./support";

const EVENTS = 10_000;
const KILLED = 50;
const begin = Math.floor(Date.now() / 1000) - 4 * 3600;
const events = Array.from({ length: EVENTS }, (_, index) => ({ id: `e${index}`, time: begin + index }));
const iso = (seconds: number) => new Date(seconds * 1000).toISOString();

const files = { "environments/dev.tfvars": file({ stream: "archive = {}" }) };
const program = join(root, "bin", "genesys-eventbridge.cjs");

/** Random, and the same again where a test has failed. */
function* random(seed: number): Generator<number> {
  let state = seed;
  for (;;) {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    yield state / 2 ** 31;
  }
}

// Each process takes about a second; the replay is as long as most of them together, and the rest comes upon one that is done.
test.each([
  ["SIGKILL", ["--from", iso(begin), "--to", iso(begin + EVENTS)], EVENTS],
  ["SIGINT", ["--from", "4h", "--to", "11m"], undefined],
] as const)(
  "a replay of 10,000 events, ended by %s at 50 moments and run again, sends each event once",
  async (signal, range, count) => {
    const standIn = new StandIn(events, ["all"], 250);
    const server = await awsServer(standIn.handlers, { account: ACCOUNT });
    const cwd = folderWith(files);
    const env = { PATH: process.env.PATH, HOME: process.env.HOME, ...server.env, ENVIRONMENTS_DIR: "environments" };
    const args = ["replay", "dev", ...range, "--yes"];
    const moments = random(20_261_128);
    const codes: (number | null)[] = [];
    for (let killed = 0; killed < KILLED; killed++) {
      const child = spawn(process.execPath, [program, ...args], { cwd, env, stdio: "ignore" });
      const ended = once(child, "close");
      await Promise.race([setTimeout(200 + 1000 * (moments.next().value ?? 0)), ended]);
      child.kill(signal);
      codes.push((await ended)[0]);
    }
    const last = await genesysEventbridge(args, { cwd, env: { ...server.env, ENVIRONMENTS_DIR: "environments" } });
    await server.close();

    // With the times that move with the clock, the last run may come upon an end: it then says what would come twice.
    expect(standIn.replays.size).toBe(1);
    const got = standIn.delivered.get("all") ?? [];
    expect(new Set(got).size).toBe(got.length);
    if (count !== undefined) {
      expect(got).toHaveLength(count);
      expect(last).toMatchObject({ code: 0 });
      expect(last.stdout).toMatch(/is COMPLETED|has replayed this already/);
    } else {
      const [replay] = standIn.replays.values();
      expect(got).toEqual(
        events
          .filter(({ time }) => time >= (replay?.EventStartTime ?? 0) && time < (replay?.EventEndTime ?? 0))
          .map(({ id }) => id),
      );
      expect(last.stdout + last.stderr).toMatch(/is COMPLETED|--again/);
    }
    expect(codes.filter((code) => code === null || code === 130).length).toBeGreaterThan(10);
  },
  300_000,
);
