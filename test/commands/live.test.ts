import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import { matches } from "../../patterns/match";
import { parsePatternText } from "../../patterns/parse";
import { root } from "../support/committed";
import { file } from "../support/environment";
import { runWith } from "./run";

const VARIABLES = {
  AWS_ACCESS_KEY_ID: "made-up",
  AWS_SECRET_ACCESS_KEY: "made-up",
  AWS_EC2_METADATA_DISABLED: "true",
  AWS_MAX_ATTEMPTS: "1",
  AWS_CONFIG_FILE: "/nowhere",
  AWS_SHARED_CREDENTIALS_FILE: "/nowhere",
};
const sample = readFileSync(join(root, "data", "sample-events", "user-presence.json"), "utf8");
const environment = file({
  rule: 'targets = ["log"] }\nsome = { stream = "audit", targets = ["log"], pattern = { detail = { eventBody = { source = ["OTHER"] } } }',
});
let server: Server;
let answer: (pattern: string, event: string) => { status: number; body: unknown };

beforeAll(async () => {
  server = createServer((request, response) => {
    let text = "";
    request.on("data", (chunk) => {
      text += chunk;
    });
    request.on("end", () => {
      const { EventPattern, Event } = JSON.parse(text);
      const { status, body } = answer(EventPattern, Event);
      response.writeHead(status, { "content-type": "application/x-amz-json-1.1" }).end(JSON.stringify(body));
    });
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
});
afterAll(() => void server.close());

async function live(more: Record<string, string> = {}) {
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const before = { ...process.env };
  Object.assign(process.env, VARIABLES, { AWS_ENDPOINT_URL: `http://127.0.0.1:${port}` }, more);
  for (const name of Object.keys(process.env)) if (process.env[name] === "") delete process.env[name];
  try {
    return await runWith({ "environments/dev.tfvars": environment, "a.json": sample }, [
      "trace",
      "dev",
      "--event",
      "a.json",
      "--live",
    ]);
  } finally {
    process.env = before;
  }
}

const truth = (pattern: string, event: string) => {
  const parsed = parsePatternText(pattern).pattern;
  return parsed !== undefined && matches(parsed, JSON.parse(event));
};

test("says that AWS says the same", async () => {
  answer = (pattern, event) => ({ status: 200, body: { Result: truth(pattern, event) } });

  expect(await live()).toEqual({ code: 0, stdout: "", stderr: "AWS was asked 2 times and says the same" });
});

test("shows where AWS says otherwise", async () => {
  answer = () => ({ status: 200, body: { Result: true } });

  const { code, stdout, stderr } = await live();

  expect(code).toBe(1);
  expect(stdout).toMatch(
    /^a\.json: rule some: AWS says matches, and here it does not match; please report the pattern \{"source"/,
  );
  expect(stderr).toBe("AWS was asked 2 times and differs in 1 answer");
});

test("shows what AWS refuses", async () => {
  answer = () => ({ status: 400, body: { __type: "InvalidEventPatternException", message: "Reason: x" } });

  expect((await live()).stdout).toMatch(
    /rule all: AWS refuses the question \(InvalidEventPatternException: Reason: x\)/,
  );
});

test("fails, in one line, without permission and without credentials", async () => {
  answer = () => ({ status: 400, body: { __type: "AccessDeniedException", message: "no" } });

  expect((await live()).stderr).toMatch(/^AWS could not be asked \(AccessDeniedException: no\); see to the permission/);
  expect((await live({ AWS_ACCESS_KEY_ID: "" })).stderr).toMatch(
    /^--live needs AWS credentials \(.*\); set AWS_PROFILE/,
  );
});
