import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Aws } from "../../../operate/aws/aws";
import { bucketOutput } from "../../../operate/backfill/outputs/bucket";
import { busOutput } from "../../../operate/backfill/outputs/bus";
import { backfillPolicy } from "../../../operate/backfill/policy";
import { environment } from "../../support/environment";
import { awsServer, type Handler } from "../aws/server";
import { policyFaults } from "../calls-and-policy";

const text = `aws_account_id = "123456789012"
aws_region = "us-east-1"
streams = { crm = { type = "https", auth = { type = "token", header = "X-Token", secret = { secrets_manager = "crm" } } } }
rules = {}
destinations = {}
`;
const own = environment(text);
const bus = "arn:aws:events:us-east-1:123456789012:event-bus/dev-crm";
const folder = mkdtempSync(join(tmpdir(), "outputs-"));
afterAll(() => rmSync(folder, { recursive: true }));

const event = (index: number, size = 10) => ({
  version: "0" as const,
  id: `e${index}`,
  "detail-type": "v2.x",
  source: "s",
  account: "123456789012",
  region: "us-east-1",
  time: `2026-11-01T0${index % 2}:00:00Z`,
  resources: [],
  detail: { index, text: "x".repeat(size) },
});

/** Works with an account that notes its calls. */
async function account<Result>(
  handlers: Record<string, Handler>,
  work: (aws: Aws, calls: string) => Promise<Result>,
  more: Record<string, string> = {},
) {
  const server = await awsServer(handlers);
  const calls = join(folder, `calls-${Math.random()}`);
  const env = { ...server.env, GENESYS_EVENTBRIDGE_CALLS: calls, ...more };
  const before = { ...process.env };
  Object.assign(process.env, env);
  try {
    return await work(await Aws.open(own, env, "backfill"), calls);
  } finally {
    process.env = before;
    await server.close();
  }
}

test("a bus gets all in requests that PutEvents takes, what it refuses for a moment again, and nothing too large", async () => {
  const got: string[][] = [];
  let refusals = 2;
  const put: Handler = ({ Entries }) => {
    const entries = Entries as readonly { Detail: string; EventBusName: string }[]; // as the SDK sends them
    expect(new Set(entries.map(({ EventBusName }) => EventBusName))).toEqual(new Set([bus]));
    expect(entries.reduce((sum, { Detail }) => sum + Detail.length, 0)).toBeLessThan(1_048_576);
    const refused = refusals-- > 0 ? 0 : -1;
    got.push(entries.filter((_, index) => index !== refused).map(({ Detail }) => JSON.parse(Detail).index));
    return {
      FailedEntryCount: refused < 0 ? 0 : 1,
      Entries: entries.map((_, index) => (index === refused ? { ErrorCode: "ThrottlingException" } : { EventId: "x" })),
    };
  };
  const events = [
    ...Array.from({ length: 25 }, (_, index) => event(index)),
    event(25, 900_000),
    event(26, 900_000),
    event(27, 1_100_000),
  ];
  const waits: number[] = [];

  await account({ "events:PutEvents": put }, async (aws) => {
    const refused = await (await busOutput(aws.at(1000), bus, async (ms) => waits.push(ms))).put({ name: "p", events });

    expect(refused).toMatchObject([{ event: { id: "e27" }, why: expect.stringMatching(/^it has 11000\d\d bytes/) }]);
    expect(got.flat().sort((a, b) => Number(a) - Number(b))).toEqual(Array.from({ length: 27 }, (_, index) => index));
    expect(Math.max(...got.map(({ length }) => length))).toBe(10);
    expect(waits).toHaveLength(2);
    expect(backfillPolicy(own)).toMatchObject([{ Action: "events:PutEvents", Resource: [bus] }]);
  });
});

test("what EventBridge never takes ends the work with its words", async () => {
  const put: Handler = () => ({
    FailedEntryCount: 1,
    Entries: [{ ErrorCode: "NotAuthorizedForSourceException", ErrorMessage: "no" }],
  });
  await account({ "events:PutEvents": put }, async (aws) => {
    const output = await busOutput(aws, bus, async () => {});
    await expect(output.put({ name: "p", events: [event(1)] })).rejects.toThrow(
      "PutEvents: no (NotAuthorizedForSourceException)",
    );
  });
});

test("an event of which the answer says nothing is not on the bus", async () => {
  await account({ "events:PutEvents": () => ({ FailedEntryCount: 0, Entries: [{ EventId: "x" }] }) }, async (aws) => {
    const output = await busOutput(aws, bus, async () => {});
    await expect(output.put({ name: "p", events: [event(0), event(1)] })).rejects.toThrow("PutEvents: it says nothing");
  });
});

test("a bucket gets a file an hour, below the prefix", async () => {
  const files = ["00", "01"].map((hour) => `s3:PUT /acme-calls/lake/2026/11/01/${hour}/p.gz`);
  const got: string[] = [];
  const handlers = Object.fromEntries(files.map((file) => [file, () => void got.push(file)]));
  await account(handlers, async (aws, calls) => {
    await (await bucketOutput(aws, "acme-calls", "lake/")).put({ name: "p", events: [event(0), event(1), event(2)] });
    expect(got.sort()).toEqual(files);
    expect(policyFaults(calls, backfillPolicy(own, { bucket: "acme-calls", prefix: "" }), own)).toEqual([]);
  });
});

test("a bucket in another region gets its files there", async () => {
  const got: string[] = [];
  const server = createServer((request, response) => {
    const [, region] = /Credential=[^/]+\/\d+\/([\w-]+)\/s3\//.exec(request.headers.authorization ?? "") ?? [];
    request.resume().on("end", () => {
      if (region === "eu-west-1") got.push(request.url ?? "");
      else {
        response.writeHead(301, { "x-amz-bucket-region": "eu-west-1", "content-type": "application/xml" });
        response.write("<Error><Code>PermanentRedirect</Code><Message>use another endpoint</Message></Error>");
      }
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // a TCP server's address is no path
  try {
    await account(
      {},
      async (aws) => {
        await (await bucketOutput(aws, "acme-calls", "lake/")).put({ name: "p", events: [event(0)] });
      },
      { AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${port}` },
    );
  } finally {
    server.closeAllConnections();
    server.close();
  }
  expect(got).toEqual(["/acme-calls/lake/2026/11/01/00/p.gz?x-id=PutObject"]);
});
