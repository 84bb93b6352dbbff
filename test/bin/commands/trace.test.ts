import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { root } from "../../support/committed";
import { file } from "../../support/environment";
import { cases, event as templateEvent } from "../../trace/templates.json";
import { folderWith, genesysEventbridge } from "../support";

const cwd = join(root, "docs");
const sample = join(root, "data", "sample-events", "user-presence.json");

test("reads events from its standard input, compressed or not, and says its exit code", async () => {
  const event = readFileSync(sample);

  for (const input of [event, gzipSync(event)]) {
    const { code, stdout } = await genesysEventbridge(["trace", "presence", "--event", "-", "--json"], { cwd, input });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ place: "standard input", topic: "v2.users.{id}.presence" });
  }
  expect(await genesysEventbridge(["trace", "presence", "--event", "-"], { cwd, input: "{}" })).toMatchObject({
    code: 1,
  });
});

test("prints the same in threads, line by line", async () => {
  const line = JSON.stringify(JSON.parse(readFileSync(sample, "utf8")));
  const folder = folderWith({ "events.ndjson": `${`${line}\n`.repeat(2000)}broken\n${`${line}\n`.repeat(2000)}` });
  const run = (threads: string) =>
    genesysEventbridge(["trace", "presence", "--event", join(folder, "events.ndjson"), "--threads", threads], { cwd });
  const [alone, together] = await Promise.all([run("1"), run("3")]);

  expect(together).toEqual(alone);
  expect(alone).toMatchObject({ code: 1, stderr: expect.stringMatching(/events\.ndjson, event 2001 is no JSON/) });
});

test.each([
  ["an object in a JSON template", "c000"],
  ["an object in a text", "c132"],
  ["a list within quotes of JSON, which delivers nothing", "c003"],
])("says what EventBridge makes of %s", async (_, wanted) => {
  const { template, variables, payload } = cases.find(({ name }) => name === wanted) ?? {};
  const targets = `targets = { log = { template = ${JSON.stringify(template)}, variables = ${JSON.stringify(variables).replaceAll('":"', '" = "')} } }`;
  const text = file({ rule: targets, destination: 'type = "sqs"' });
  const folder = folderWith({ "dev.tfvars": text.replace("v2.users.{id}.presence", templateEvent["detail-type"]) });

  const { stdout } = await genesysEventbridge(["trace", "dev.tfvars", "--event", "-", "--json"], {
    cwd: folder,
    input: JSON.stringify(templateEvent),
  });
  const [delivery] = JSON.parse(stdout).streams[0].rules[0].deliveries;

  expect(delivery.delivered ? JSON.parse(delivery.payload) : delivery.payload).toEqual(payload);
});

/** Asks a stand-in for EventBridge, as AWS_ENDPOINT_URL_EVENTBRIDGE names it. */
async function live(answer: RequestListener) {
  const server = createServer(answer).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  try {
    return await genesysEventbridge(["trace", "presence", "--event", sample, "--live"], {
      cwd,
      env: {
        AWS_ACCESS_KEY_ID: "made-up",
        AWS_SECRET_ACCESS_KEY: "made-up",
        AWS_EC2_METADATA_DISABLED: "true",
        AWS_ENDPOINT_URL_EVENTBRIDGE: `http://127.0.0.1:${address.port}`,
      },
    });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

test.each([
  [true, 0, "AWS was asked 1 time and says the same"],
  [false, 1, "AWS was asked 1 time and differs in 1 answer"],
])("asks AWS itself, which answers %s", async (Result, code, message) => {
  const asked: unknown[] = [];

  const ended = await live((request, response) => {
    asked.push(request.headers["x-amz-target"]);
    response.writeHead(200, { "content-type": "application/x-amz-json-1.1" }).end(JSON.stringify({ Result }));
  });

  expect(ended).toMatchObject({ code, stderr: expect.stringContaining(message) });
  expect(asked).toEqual(["AWSEvents.TestEventPattern"]);
});

test("gives up in one line where AWS does not answer", async () => {
  const { code, stdout, stderr } = await live(() => {});

  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toMatch(/^AWS gave no answer within 10 seconds; see to the network and its proxy$/m);
}, 30_000);
