import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Settings } from "../functions/https/settings";
import { functionArchive, functionCode } from "../modules/function-code";
import { median, run } from "./measure";

/** The function that does nothing but put what it gets, with the same client. */
const EMPTY = `const { EventBridgeClient, PutEventsCommand } = require("@aws-sdk/client-eventbridge");
const client = new EventBridgeClient({ maxAttempts: 3 });
exports.handler = async ({ body }) => {
  const entry = { EventBusName: "bus", Source: "source", DetailType: "type", Detail: body };
  await client.send(new PutEventsCommand({ Entries: [entry] }));
  return { statusCode: 200 };
};`;

const TURNS = 7;
const SETTINGS: Settings = {
  enabled: true,
  bus: "bus",
  source: "source",
  auth: { type: "token", header: "X-Token", secret: { secrets_manager: "token" } },
  allowed_cidrs: [],
  envelope: { kind: "kind", event_type: "body.type", event_id: "body.id" },
};

const project = process.env.GENESYS_EVENTBRIDGE_PROJECT ?? process.cwd();
// Within the project, so that what is put here finds the project's packages.
const folder = join(project, "node_modules", ".cache", "genesys-eventbridge", "bench-functions");
const say = (line: string) => process.stdout.write(`${line}\n`);

interface Times {
  readonly loaded: number;
  readonly put: number;
  readonly answered: number;
}

function timesOf(file: string, settings: Partial<Settings>): Times {
  const env = {
    SETTINGS: JSON.stringify({ ...SETTINGS, ...settings }),
    AWS_REGION: "us-east-1",
    AWS_ACCESS_KEY_ID: "made-up",
    AWS_SECRET_ACCESS_KEY: "made-up",
  };
  return JSON.parse(run({ args: [join(project, "bench", "function-run.cjs"), file], env }).stdout);
}

try {
  mkdirSync(folder, { recursive: true });
  const [empty, https] = ["empty.cjs", "https.cjs"].map((name) => join(folder, name));
  if (empty === undefined || https === undefined) throw new Error("there are two");
  writeFileSync(empty, EMPTY);
  writeFileSync(https, functionCode("https"));
  const programs: readonly (readonly [string, string, Partial<Settings>])[] = [
    ["empty", empty, {}],
    ["https", https, {}],
    ["https with event_id", https, { seen: { table: "seen", hours: 24 } }],
  ];
  const found = programs.map((): Times[] => []);
  for (let turn = 0; turn < TURNS; turn++)
    for (const [index, [, file, settings]] of programs.entries()) found[index]?.push(timesOf(file, settings));
  const of = (index: number, key: keyof Times) => median((found[index] ?? []).map((times) => times[key]));
  for (const [index, [name]] of programs.entries()) {
    const ratio = (key: keyof Times) => `${(of(index, key) / of(0, key)).toFixed(2)}x`;
    say(
      `${name}: loaded in ${of(index, "loaded").toFixed(0)} ms = ${ratio("loaded")} (aim: at most 2.00x); PutEvents comes after ${of(index, "put").toFixed(2)} ms = ${ratio("put")}, the answer after ${of(index, "answered").toFixed(2)} ms`,
    );
  }
  const bytes = Buffer.byteLength(functionCode("https"));
  say(`https: ${bytes} bytes of code, ${functionArchive("https").length} packed   (aim: at most 1048576)\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
