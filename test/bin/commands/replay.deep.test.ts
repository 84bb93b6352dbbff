import { ACCOUNT, awsServer } from "../../operate/aws/server";
import { StandIn } from "../../operate/replay/stand-in";
import { file } from "../../support/environment";
import { folderWith, genesysEventbridge } from "../support";

const MINUTE = 60;
const begin = Math.floor(Date.now() / 1000) - 3 * 3600;
const at = (minutes: number) => new Date((begin + minutes * MINUTE) * 1000).toISOString();
const HOUR = ["--from", at(0), "--to", at(60)];
const events = Array.from({ length: 120 }, (_, index) => ({ id: `e${index}`, time: begin + index * 30 }));
const ENVIRONMENTS_DIR = "environments";

const rules = 'targets = ["log"] }\n second = { stream = "audit"\n targets = ["log"]';
const cwd = folderWith({
  "environments/dev.tfvars": file({ stream: "archive = {}", rule: rules }),
  "environments/none.tfvars": file(),
});

/** Runs the command against a stand-in until what is asked of it is done. */
async function against(
  standIn: StandIn,
  work: (run: (...args: string[]) => ReturnType<typeof genesysEventbridge>) => Promise<void>,
) {
  const server = await awsServer(standIn.handlers, { account: ACCOUNT });
  try {
    await work((...args) => genesysEventbridge(["replay", ...args], { cwd, env: { ...server.env, ENVIRONMENTS_DIR } }));
  } finally {
    await server.close();
  }
  return server.calls;
}

test("says what it would send and what comes twice, replays it to its end, and does not do so twice", async () => {
  const standIn = new StandIn(events, ["all", "second"]);
  await against(standIn, async (run) => {
    const dry = await run("dev", ...HOUR, "--rules", "all", "--dry-run");
    expect(dry).toMatchObject({ code: 0, stderr: "" });
    expect(dry.stdout).toContain("all: its targets got about 120 events in that time, and get them a second time");
    expect(dry.stdout).toContain("log (cloudwatch_logs): one more log event of the same id");
    expect(dry.stdout).toContain("  other rules on the bus get nothing: second");
    expect(standIn.replays.size).toBe(0);

    const unasked = await run("dev", ...HOUR, "--rules", "all");
    expect(unasked).toMatchObject({ code: 2, stderr: expect.stringContaining("--yes") });
    expect(standIn.replays.size).toBe(0);

    const done = await run("dev", ...HOUR, "--rules", "all", "--yes");
    expect(done.stdout).toMatch(/dev-audit-[0-9a-f]{8} is COMPLETED/);
    expect(done.code).toBe(0);
    expect(standIn.delivered).toEqual(new Map([["all", events.map(({ id }) => id)]]));

    const before = await run("dev", ...HOUR, "--rules", "all", "--yes");
    expect(before).toMatchObject({ code: 0, stdout: expect.stringContaining("has replayed this already; --again") });
    expect(standIn.replays.size).toBe(1);

    const again = await run("dev", ...HOUR, "--rules", "all", "--yes", "--again", "--json");
    const told: unknown = JSON.parse(again.stdout);
    expect(told).toMatchObject({
      outcome: "started",
      replay: { name: expect.stringMatching(/-2$/), state: "COMPLETED" },
    });
    expect(standIn.delivered.get("all")).toHaveLength(240);
  });
}, 60_000);

const soon = new Date(Date.now() - 5 * 60_000).toISOString();

test.each([
  ["dev", [], 2, /wants --from/],
  ["dev", ["--from", "yesterday"], 2, /^--from yesterday is no time; write 20/],
  ["dev", ["--from", at(0), "--to", "2026-11-28T08:00"], 2, /names no zone/],
  ["dev", ["--from", at(60), "--to", at(0)], 1, /is not before --to/],
  ["dev", ["--from", at(0), "--to", "2999-01-01T00:00Z"], 1, /is not over yet/],
  ["dev", ["--from", at(0), "--to", soon], 1, /less than 10 minutes ago/],
  ["dev", ["--from", "1h", "--stream", "adit"], 1, /--stream adit is no stream of dev; did you mean audit\?/],
  ["dev", ["--from", "1h", "--rules", "al"], 1, /--rules al is no rule of the stream audit; did you mean all\?/],
  ["dev", ["--from", "1h", "--rules", "second"], 1, /the rule second would get nothing: it is disabled in AWS/],
  ["none", ["--from", "1h"], 1, /the stream audit has no archive.*archive = \{\}/],
] as const)("starts nothing, and says what to write: %s %j", async (name, args, code, reason) => {
  const standIn = new StandIn(events, ["all", "second"]);
  for (const rule of standIn.rules) if (rule.Name === "second") rule.State = "DISABLED";
  await against(standIn, async (run) => {
    expect(await run(name, ...args, "--yes")).toEqual({ code, stdout: "", stderr: expect.stringMatching(reason) });
  });
  expect(standIn.replays.size).toBe(0);
});

test("follows what runs already, by the same words too where they mean another time now, and tells the rest of what was cancelled", async () => {
  const standIn = new StandIn(events, ["all", "second"], 20);
  await against(standIn, async (run) => {
    const [first, second] = await Promise.all([
      run("dev", "--from", "4h", "--yes"),
      run("dev", "--from", "4h", "--yes"),
    ]);
    expect([first.code, second.code]).toContain(0);
    expect(standIn.replays.size).toBe(1);
    standIn.perSecond = 5;
    const [played] = standIn.replays.values();
    if (played) Object.assign(played, { State: "RUNNING" }).rest.push(...events);
    const followed = await run("dev", "--from", "4h", "--dry-run");
    expect(followed.stdout).toMatch(/replays this now; nothing was started/);
    expect(await run("dev", "--cancel", "--yes")).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/is CANCELLED/),
    });
    expect(await run("dev", "--cancel", "--yes")).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^no replay/),
    });
    const other = await run("dev", ...HOUR, "--yes");
    expect(other).toMatchObject({ code: 1, stderr: expect.stringMatching(/--again replays all of it/) });
    expect(other.stdout).toMatch(
      /replayed before\n {2}20\S+ to 20\S+ by dev-audit-[0-9a-f]{8} \(CANCELLED\), to the same rules/,
    );
  });
  expect(standIn.replays.size).toBe(1);
}, 60_000);
