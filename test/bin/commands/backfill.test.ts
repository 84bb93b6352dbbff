import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { backfill } from "../../../commands/backfill";
import { run as runHere } from "../../../commands/run";
import { GAP, gapDetail } from "../../../genesys/gap";
import { Organization, serve } from "../../operate/backfill/organization";
import { readBack } from "../../operate/backfill/read-back";
import { rowsIn, truthOf } from "../../operate/backfill/truth";
import { linesFor } from "../../support/command-blocks";
import { root } from "../../support/committed";
import { file } from "../../support/environment";
import { ioIn } from "../../support/io";
import { folderWith, genesysEventbridge } from "../support";

const truth = truthOf(60, new Date("2026-11-01T00:00:00Z"), new Date("2026-11-04T00:00:00Z"));
const source = "aws.partner/genesys.com/cloud/3c4f9f1e-0000-4000-8000-00000000c0de/audit";

type Run = (...args: string[]) => ReturnType<typeof genesysEventbridge>;

/** Works beside an organization, in a folder of its own: through bin/, or in this process, which takes less time. */
async function beside(work: (bin: Run, here: Run, cwd: string) => Promise<void>, text = file()) {
  const server = await serve(new Organization(truth));
  const cwd = folderWith({ "environments/dev.tfvars": text });
  const env = { ...server.env, ENVIRONMENTS_DIR: "environments" };
  const here: Run = async (...args) => {
    const { io, stdout, stderr } = ioIn(cwd, { env });
    return { code: await runHere(args, io), stdout: stdout.join("\n"), stderr: stderr.join("\n") };
  };
  try {
    await work((...args) => genesysEventbridge(args, { cwd, env }), here, cwd);
  } finally {
    await server.close();
  }
}

test("does what its page and its examples say, and what it writes can be traced", async () => {
  await beside(async (bin, here, cwd) => {
    const hour = join(cwd, "lake", "2026", "11", "02", "09");
    mkdirSync(hour, { recursive: true });
    const topics = ["v2.users.{id}.presence", "v2.routing.queues.{id}.users"];
    const gap = {
      from: "2026-11-02T09:00:00Z",
      to: "2026-11-02T13:00:00Z",
      topics,
      reason: "dropped",
      subscriptions: 2,
    } as const;
    const said = { "detail-type": GAP, source, detail: gapDetail(gap) };
    writeFileSync(
      join(hour, "a.gz"),
      gzipSync(`${JSON.stringify({ ...said, source: "other" })}\n${JSON.stringify(said)}\n`),
    );
    const [dry, done, gaps] = linesFor(root, "docs/how-to/fetch-what-was-missed.md", "backfill");
    const [, , example] = backfill.examples;

    expect(await bin("backfill", ...(dry ?? []))).toMatchObject({
      code: 0,
      stderr: "",
      stdout: expect.stringMatching(
        /conversations: about 66 records, .*takes at least 27 calls .*\nnothing was fetched/s,
      ),
    });
    expect(await here("backfill", ...(done ?? []))).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("audits (60) and conversations (60): all to missed"),
    });
    expect(await here("backfill", ...(gaps ?? []), "--json")).toMatchObject({ code: 0, stderr: "" });
    expect(await here("backfill", ...(example?.args ?? "").split(" "))).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("4 parts fetched to the same place before"),
    });
    const events = readBack(join(cwd, "missed"));
    const missed = rowsIn(truth, "userDetails", "2026-11-02T09:00:00Z/2026-11-02T13:00:00Z");
    expect(events.filter((event) => event["detail-type"] === "v2.analytics.users.{id}.details")).toHaveLength(
      missed.length,
    );
    expect(events).toHaveLength(120 + missed.length);
    expect(new Set(events.map((event) => event.source))).toEqual(new Set([source]));

    const traced = await here("trace", "dev", "--event", "missed", "--summary", "--json");
    expect(JSON.parse(traced.stdout)).toMatchObject({ events: events.length, unreadable: 0 });
  });
}, 60_000);
