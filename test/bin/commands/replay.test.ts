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
