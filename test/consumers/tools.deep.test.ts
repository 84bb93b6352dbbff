import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as ts from "typescript";
import { parseEnvironment } from "../../config/environment";
import type { Contract } from "../../consumers/contract";
import { exampleOrigin, madeEvent } from "../../consumers/made-up/event";
import { organization } from "../../consumers/made-up/organization";
import { random as seeded } from "../../consumers/made-up/random";
import { contractOfEnvironment } from "../../consumers/of-environment";
import { contractOfTopics } from "../../consumers/of-topics";
import { writers } from "../../consumers/writers";
import { builtIn } from "../../genesys/catalogue";
import { sh } from "../bin/shell";
import { committedEnvironments, root } from "../support/committed";
import { everyKey } from "../support/every-key";
import { misshapen, sampleEvents, validator } from "./support";

const environments = committedEnvironments().flatMap((file) => parseEnvironment(file).environment ?? []);
/** Every key of every type of destination. */
const everyKeys = Object.entries(everyKey().files).flatMap(
  ([name, value]) =>
    parseEnvironment({ name, path: `${name}.tfvars.json`, bytes: Buffer.from(JSON.stringify(value)) }).environment ??
    [],
);
const contracts: Record<string, Contract> = {
  topics: contractOfTopics(builtIn.topics),
  ...Object.fromEntries(
    [...environments.filter(({ name }) => ["multicloud", "staging", "users"].includes(name)), ...everyKeys].map(
      (environment) => [environment.name, contractOfEnvironment(environment, { topics: [] })],
    ),
  ),
};
/** Of every topic so many events are made. */
const SEEDS = 5;
const made = Array.from({ length: SEEDS }, (_, seed) => {
  const random = seeded(seed);
  const own = organization(random);
  const world = { random, organization: own, origin: exampleOrigin(own.id) };
  return builtIn.topics.map(({ topic }) => madeEvent(topic, topic, Date.UTC(2026, 0, 1), world));
}).flat();

let folder: string;
beforeAll(() => {
  // Within the project, so that the compiler finds Zod.
  mkdirSync(join(root, "node_modules", ".cache"), { recursive: true });
  folder = mkdtempSync(join(root, "node_modules", ".cache", "consumers-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function written(form: keyof typeof writers, ending: string): string[] {
  return Object.entries(contracts).map(([name, contract]) => {
    const path = join(folder, `${form}-${name}.${ending}`);
    writeFileSync(path, writers[form].write(contract));
    return path;
  });
}

test("a made-up event of any topic is of the shape of all", () => {
  const validate = validator(writers["json-schema"].write(contractOfTopics(builtIn.topics)));

  expect(made.flatMap((event) => validate(event) ?? [])).toEqual([]);
});

test.each([...environments, ...everyKeys].map((environment) => [environment.name, environment] as const))(
  "what the destinations of %s get of samples and of made-up events is of the shape of each",
  (_, environment) => {
    const { arrived, wrong } = misshapen(environment, [...sampleEvents().map(({ event }) => event), ...made]);

    expect(wrong).toEqual([]);
    expect(arrived).toBeGreaterThan(0);
  },
);

test("types and schemas of Zod compile, as strict as can be, and take a sample for what it is", () => {
  const sample = sampleEvents().find(({ file }) => file === "user-presence.json")?.event;
  const use = join(folder, "use.ts");
  const lines = [
    'import { type Event, type UsersIdPresence } from "./typescript-topics";',
    'import { UsersIdPresence as Parser } from "./zod-topics";',
    `const sample: UsersIdPresence = ${JSON.stringify(sample)};`,
    "export const event: Event = sample;",
    "export const parsed: UsersIdPresence = Parser.parse(sample);",
    'export const other: UsersIdPresence["detail"]["eventBody"]["source"] = "ELSEWHERE";',
    "// @ts-expect-error another topic",
    'export const wrong: UsersIdPresence["detail-type"] = "v2.users.{id}.activity";',
    "// @ts-expect-error another kind",
    'export const kind: UsersIdPresence["detail"]["eventBody"]["primary"] = "yes";',
  ];
  writeFileSync(use, lines.join("\n"));
  const program = ts.createProgram([...written("typescript", "ts"), ...written("zod", "ts"), use], {
    strict: true,
    noUncheckedIndexedAccess: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: [],
  });

  const wrong = ts.getPreEmitDiagnostics(program).map(({ messageText, file }) => [file?.fileName, messageText]);
  expect(wrong).toEqual([]);
});

test("made-up conversations make rows that are complete, through the door", () => {
  const line =
    "genesys-eventbridge event --conversation --count 200 | genesys-eventbridge conversations - --format json";

  const { status, stdout, stderr } = sh(line, folder);

  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const rows = stdout
    .trim()
    .split("\n")
    .map((row): Record<string, unknown> => JSON.parse(row));
  expect(rows).toHaveLength(200);
  expect(rows.filter(({ complete }) => complete !== true)).toEqual([]);
  expect(rows[0]).toMatchObject({ media_type: "VOICE", direction: "INBOUND", queues: 1, agents: 1, hold_seconds: 30 });
});

test("AsyncAPI's own parser takes the documents of all topics and of environments", () => {
  const here = join(root, "test", "consumers", "asyncapi");
  const tool = join(root, "node_modules", ".cache", "asyncapi-parser-3.6.6");
  mkdirSync(tool, { recursive: true });
  for (const file of ["package.json", "package-lock.json"]) copyFileSync(join(here, file), join(tool, file));
  const isThere = existsSync(join(tool, "node_modules", "@asyncapi", "parser", "package.json"));
  const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"];
  if (!isThere)
    execFileSync("npm", ["ci", ...quiet], { cwd: tool, stdio: "pipe", shell: process.platform === "win32" });

  const files = written("asyncapi", "json");
  const found = JSON.parse(
    execFileSync(process.execPath, [join(here, "parse.cjs"), tool, ...files], { encoding: "utf8" }),
  );

  expect(Object.keys(found)).toHaveLength(Object.keys(contracts).length);
  for (const [file, { wrong, channels }] of Object.entries<{ wrong: string[]; channels: number }>(found)) {
    expect({ file, wrong }).toEqual({ file, wrong: [] });
    expect(channels).toBeGreaterThan(0);
  }
});
