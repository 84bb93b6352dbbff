import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { backfill } from "../../../commands/backfill";
import { run as runHere } from "../../../commands/run";
import { GAP, gapDetail } from "../../../genesys/gap";
import { awsServer } from "../../operate/aws/server";
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
async function beside(
  work: (bin: Run, here: Run, cwd: string, env: Record<string, string>) => Promise<void>,
  text = file(),
  more: Record<string, string> = {},
  organization = new Organization(truth),
) {
  const server = await serve(organization);
  const cwd = folderWith({ "environments/dev.tfvars": text });
  const env = { ...server.env, ...more, ENVIRONMENTS_DIR: "environments" };
  const here: Run = async (...args) => {
    const { io, stdout, stderr } = ioIn(cwd, { env });
    return { code: await runHere(args, io), stdout: stdout.join("\n"), stderr: stderr.join("\n") };
  };
  try {
    await work((...args) => genesysEventbridge(args, { cwd, env }), here, cwd, env);
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

const OWN_BUS = `aws_account_id = "123456789012"
aws_region = "us-east-1"
streams = { crm = { type = "https", auth = { type = "token", header = "X-Token", secret = { secrets_manager = "crm" } } } }
rules = {}
destinations = {}
`;
const DAY = ["--from", "2026-11-02T00:00:00Z", "--to", "2026-11-03T00:00:00Z"];

test("puts events on a bus of one's own once it may, with the stream's source, and says so in JSON", async () => {
  const put: unknown[] = [];
  const aws = await awsServer({
    "events:PutEvents": ({ Entries }) => {
      const entries = Entries as readonly object[]; // as the SDK sends them
      put.push(...entries);
      return { FailedEntryCount: 0, Entries: entries.map(() => ({ EventId: "x" })) };
    },
  });
  await beside(
    async (bin, here) => {
      const args = ["backfill", "dev", ...DAY, "--records", "users"];
      expect(await here(...args)).toMatchObject({ code: 2, stderr: expect.stringContaining("--yes") });
      expect(put).toEqual([]);

      const done = await bin(...args, "--yes", "--json");
      expect(JSON.parse(done.stdout)).toMatchObject({
        outcome: "fetched",
        out: "the bus of stream crm",
        events: { users: 20 },
      });
      expect(put).toHaveLength(20);
      expect(put[0]).toMatchObject({
        EventBusName: "arn:aws:events:us-east-1:123456789012:event-bus/dev-crm",
        Source: "https/dev/crm",
        DetailType: "v2.analytics.users.{id}.details",
        Detail: expect.stringContaining('"backfill":true'),
      });
      const again = await here(...args, "--yes");
      expect(again).toMatchObject({
        code: 0,
        stdout: expect.stringMatching(/1 part fetched .* before.*\nthere is nothing to fetch/s),
      });
    },
    OWN_BUS,
    aws.env,
  ).finally(aws.close);
}, 60_000);

test("interrupted, it ends behind its page and says how to go on; the same command does, and no other", async () => {
  const organization = new Organization(truth);
  organization.pageSize = 5;
  await beside(
    async (_, here, cwd, env) => {
      const args = ["backfill", "dev", ...DAY, "--out", "missed"];
      const program = join(root, "bin", "genesys-eventbridge.cjs");
      const child = spawn(process.execPath, [program, ...args], { cwd, env: { PATH: process.env.PATH, ...env } });
      const answer = organization.answer.bind(organization);
      organization.answer = (method, url, body) => {
        if (url.searchParams.has("cursor") && !child.killed) child.kill("SIGINT");
        return answer(method, url, body);
      };
      let said = "";
      child.stderr.on("data", (chunk) => {
        said += chunk;
      });
      const [code] = await once(child, "close");
      organization.answer = answer;
      expect([code, said]).toEqual([130, expect.stringContaining("the same command goes on with the rest")]);
      const before = readBack(join(cwd, "missed")).length;

      const other = await here(...args, "--records", "users");
      expect(other).toMatchObject({
        code: 1,
        stderr: expect.stringMatching(/was stopped and is not done: --from 2026-11-02T00/),
      });
      const rest = await here(...args);
      expect(rest).toMatchObject({
        code: 0,
        stdout: expect.stringMatching(/what is left of the backfill that was stopped/),
      });
      const all = rowsIn(truth, "conversations", "2026-11-02T00:00:00.000Z/2026-11-03T00:00:00.000Z").length;
      expect([before > 0, before < all, readBack(join(cwd, "missed")).length]).toEqual([true, true, all]);
    },
    file(),
    {},
    organization,
  );
}, 60_000);

test("a gap that Genesys Cloud has no details of yet is named, and the same command fetches it later", async () => {
  const organization = new Organization(truth);
  organization.available = "2026-11-02T10:00:00.000Z";
  await beside(
    async (_, here, cwd) => {
      const gap = { from: "2026-11-02T09:00:00Z", to: "2026-11-02T13:00:00Z", topics: ["v2.users.{id}.conversations"] };
      const detail = gapDetail({ ...gap, reason: "dropped", subscriptions: 1 });
      writeFileSync(join(cwd, "gaps.ndjson"), JSON.stringify({ "detail-type": GAP, source, detail }));
      const args = ["backfill", "dev", "--gaps", "gaps.ndjson", "--out", "missed"];

      expect(await here(...args)).toEqual({
        code: 1,
        stdout: expect.stringMatching(
          /1 gap of this stream\n +not yet: conversations of .*; Genesys Cloud has them up to /,
        ),
        stderr: "nothing can be fetched yet; the same command fetches it once Genesys Cloud has it",
      });
      organization.available = "2026-11-04T00:00:00.000Z";
      expect(await here(...args)).toMatchObject({
        code: 0,
        stdout: expect.stringMatching(/^conversations \(\d+\): all to missed$/m),
      });
      expect(await here(...args)).toMatchObject({
        code: 0,
        stdout: expect.stringMatching(/there is nothing to fetch$/),
      });
    },
    file(),
    {},
    organization,
  );
});

test.each([
  [[], 2, /wants --from, the time of the first records, or --gaps/],
  [["--from", "yesterday"], 2, /^--from yesterday is no time; write 20/],
  [["--from", "2h", "--to", "3h"], 2, /--from 2h is not before --to 3h/],
  [["--from", "2h", "--to", "2999-01-01T00:00:00Z"], 2, /is not over yet; leave it out/],
  [["--from", "2h", "--records", "audit"], 2, /--records audit is not known; did you mean audits\?/],
  [["--from", "2h", "--records", "users", "--services", "Groups"], 2, /--services means nothing without audits/],
  [["--from", "2h", "--out", "s3://Acme"], 2, /names no bucket; write s3:\/\/BUCKET\/PREFIX/],
  [["--from", "2h", "--out", "ftp://x"], 2, /is no place; write bus, a folder or s3/],
  [["--from", "2h", "--stream", "adit"], 1, /--stream adit is no stream of dev; did you mean audit\?/],
  [["--from", "2h"], 1, /nobody but Genesys Cloud can put events on the bus of stream audit.*write --out FOLDER/],
  [["--gaps", "none", "--out", "x"], 1, /none.* cannot be read \(ENOENT\)/],
] as const)("fetches nothing, and says what to write: %j", async (args, code, words) => {
  await beside(async (_, here) => {
    expect(await here("backfill", "dev", ...args)).toMatchObject({ code, stderr: expect.stringMatching(words) });
  });
});

test("refuses the credentials of another organization", async () => {
  await beside(
    async (_, here) => {
      const { code, stderr } = await here("backfill", "dev", ...DAY, "--out", "x");
      expect([code, stderr]).toEqual([
        1,
        expect.stringMatching(/are of the organization 3c4f.* organization_id is 93aa/),
      ]);
    },
    file().replace("3c4f9f1e", "93aaed89"),
  );
});
