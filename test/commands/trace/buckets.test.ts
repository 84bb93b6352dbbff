import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { run } from "../../../commands/run";
import { tracePolicy } from "../../../operate/trace/policy";
import { policyFaults } from "../../operate/calls-and-policy";
import { bucketServer, refuse, type Trouble } from "../../operate/trace/bucket-server";
import { root } from "../../support/committed";
import { environment, file } from "../../support/environment";
import { ioIn } from "../../support/io";
import { inFolderOf } from "../run";

const sample = JSON.stringify(
  JSON.parse(readFileSync(join(root, "data", "sample-events", "user-presence.json"), "utf8")),
);
const lines = (count: number) => `${sample}\n`.repeat(count);
const objects = {
  "audit/1/a.gz": gzipSync(lines(3)),
  "audit/1/b c+d": Buffer.from(`${lines(2)}broken\n`),
  "audit/2/": Buffer.alloc(0),
  "audit/2/é.gz": Buffer.concat([gzipSync(lines(1)), gzipSync(lines(4))]),
  "audit/3": gzipSync(lines(5)),
  "other/x": Buffer.from("{}"),
};
const EVENTS = 15;

/** Runs a trace of the bucket with `--json`, some times in one folder. */
async function traced(trouble: Trouble, ...runs: readonly (readonly string[])[]) {
  const server = await bucketServer(objects, trouble);
  const before = { ...process.env };
  Object.assign(process.env, server.env);
  try {
    return await inFolderOf({ "environments/dev.tfvars": file() }, async (folder) => {
      const ended = [];
      for (const args of runs) {
        const { io, stdout, stderr } = ioIn(folder, { env: { GENESYS_EVENTBRIDGE_CALLS: join(folder, "calls") } });
        const first = server.asked.length;
        const code = await run(["trace", "dev", "--event", "s3://archive/audit/", "--json", ...args], io);
        const asked = server.asked.slice(first);
        ended.push({ code, stdout: stdout.join("\n"), stderr: stderr.join("\n"), asked });
      }
      const states = join(folder, "environments", ".genesys-eventbridge");
      const kept = existsSync(states) ? readdirSync(states, { recursive: true }).map(String) : [];
      const calls = join(folder, "calls");
      // The calls that are noted have no keys, which need not begin so.
      const policy = JSON.stringify(tracePolicy(environment(file()), [{ bucket: "archive", path: "audit/" }]));
      const faults = policyFaults(
        calls,
        JSON.parse(policy.replace("archive/audit/*", "archive/*")),
        environment(file()),
      );
      return { ended, kept, faults };
    });
  } finally {
    process.env = before;
    await server.close();
  }
}

test("reads all objects below a prefix in their order, with no permission that it does not use", async () => {
  const { ended, kept, faults } = await traced(() => false, ["--summary"], []);
  const [summary, each] = ended;

  expect(summary).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^s3:\/\/archive\/audit\/1\/b c\+d, event 3 is no JSON/),
  });
  expect(JSON.parse(summary?.stdout ?? "")).toMatchObject({ events: EVENTS, unreadable: 1 });
  const places = each?.stdout.split("\n").map((line): string => JSON.parse(line).place);
  expect(places?.slice(2, 7)).toEqual([
    "s3://archive/audit/1/a.gz, event 3",
    "s3://archive/audit/1/b c+d",
    "s3://archive/audit/1/b c+d, event 2",
    "s3://archive/audit/2/é.gz",
    "s3://archive/audit/2/é.gz, event 2",
  ]);
  expect(places).toHaveLength(EVENTS);
  expect(faults).toEqual([]);
  expect(kept.filter((name) => /position|lock/.test(name))).toEqual([]);
});

test("goes on behind the last byte where a download breaks off", async () => {
  const cut: Trouble = (request, response) => {
    const content = objects["audit/3"];
    if (request.url?.startsWith("/archive/audit/3") !== true || request.headers.range !== undefined) return false;
    response.writeHead(200, { "content-length": content.length });
    response.write(content.subarray(0, 20), () => response.destroy());
    return true;
  };
  const { ended } = await traced(cut, ["--summary"]);

  expect(JSON.parse(ended[0]?.stdout ?? "").events).toBe(EVENTS);
  expect(ended[0]?.asked.at(-1)).toBe("audit/3 bytes=20-");
});

test("goes on where it was interrupted, and comes to the same sum", async () => {
  let interrupts = true;
  const interrupting: Trouble = ({ url = "" }, response) => {
    if (!interrupts || !/audit\/(?:2|3)/.test(url)) return false;
    // Neither ends by itself, one that is read and one that is opened before its turn.
    response.writeHead(200, { "x-amz-checksum-crc32": "wsSdkw==", "content-length": 100 }).write("{");
    if (url.includes("audit/3"))
      setTimeout(() => {
        interrupts = false;
        process.emit("SIGINT");
      }, 300);
    return true;
  };
  const { ended, kept } = await traced(interrupting, ["--summary"], ["--summary"]);

  expect(ended[0]).toMatchObject({ code: 130, stdout: "" });
  expect(ended[0]?.stderr).toContain("interrupted: the same command goes on with the rest");
  expect(ended[1]?.stderr).toBe("going on behind 5 events that were counted before");
  expect(ended[1]?.asked.sort()).toEqual(["audit/2/é.gz", "audit/3", "list", "list"]);
  expect(JSON.parse(ended[1]?.stdout ?? "")).toMatchObject({ events: EVENTS, unreadable: 1 });
  expect(kept.filter((name) => /position|lock/.test(name))).toEqual([]);
});

test("asks a bucket of another region there", async () => {
  const elsewhere: Trouble = ({ headers }, response) =>
    !headers.authorization?.includes("/eu-west-1/s3/") &&
    refuse(response, 301, "PermanentRedirect", { "x-amz-bucket-region": "eu-west-1" });
  const { ended } = await traced(elsewhere, ["--summary"]);

  expect(JSON.parse(ended[0]?.stdout ?? "").events).toBe(EVENTS);
});

test.each([
  [404, "NoSuchBucket", "s3://archive/audit/ cannot be read (NoSuchBucket): there is no such bucket; see to its name"],
  [403, "AccessDenied", "s3://archive/audit/ cannot be read (AccessDenied): the credentials may not; --policy with"],
])("says what to do about %s %s", async (status, code, words) => {
  const { ended } = await traced((_, response) => refuse(response, status, code), ["--summary"]);

  expect(ended[0]).toMatchObject({ code: 1, stdout: "", stderr: expect.stringContaining(words) });
});
