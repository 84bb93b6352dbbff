import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { CloudwatchEventBus } from "@cdktf/provider-aws/lib/cloudwatch-event-bus";
import { Integration } from "@cdktf/provider-genesyscloud/lib/integration";
import { Sleep } from "@cdktf/provider-time/lib/sleep";
import { Testing } from "cdktf";
import { versions } from "../aws/defaults";
import { commands } from "../commands";
import { parseEnvironment } from "../config/environment";
import { environmentSchema } from "../config/schema";
import { destinationTypes } from "../destinations";
import { documents } from "../documentation";
import { alarmKinds } from "../monitoring/alarms";
import { EventStreamStack } from "../stacks/event-stream";
import { streamTypes } from "../streams";
import { committedEnvironments, root } from "./support/committed";
import { undescribedKeys } from "./support/keys";

const read = (path: string) => readFileSync(join(root, path), "utf8");
const ownFiles = [
  "main.ts",
  ...[
    "aws",
    "bench",
    "bin",
    "bootstrap",
    "commands",
    "config",
    "consumers",
    "destinations",
    "documentation",
    "files",
    "functions",
    "genesys",
    "input",
    "library",
    "modules",
    "monitoring",
    "operate",
    "packaging",
    "parts",
    "patterns",
    "playground",
    "report",
    "scaffold",
    "schema",
    "sql",
    "stacks",
    "streams",
    "test",
    "text",
    "trace",
  ].flatMap(filesBelow),
].filter((file) => /\.(ts|mjs|cjs)$/.test(file));

function filesBelow(folder: string): string[] {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(root, join(parentPath, name)).replaceAll("\\", "/"));
}

describe("destination types", () => {
  const files = readdirSync(join(root, "destinations"), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name.replace(".ts", ""));
  const types = files
    .filter((file) => !["index", "destination-keys", "destination-type"].includes(file))
    .map((file) => file.replaceAll("-", "_"));

  test("are registered, each of its own file and in order", () => {
    expect(destinationTypes.map(({ type }) => type)).toEqual(types.sort());
  });

  test.each(types)("%s has a test of its own and an example that is right", (type) => {
    const definition = destinationTypes.find((other) => other.type === type);

    expect(readdirSync(join(root, "test", "destinations"))).toContain(`${type.replaceAll("_", "-")}.test.ts`);
    expect(definition?.schema.safeParse(definition.example)).toMatchObject({ success: true });
  });
});

describe("stream types", () => {
  const types = readdirSync(join(root, "streams"), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name.replace(".ts", ""))
    .filter((file) => !["index", "stream-keys", "stream-type"].includes(file))
    .map((file) => file.replaceAll("-", "_"));

  test("are registered, each of its own file and in order", () => {
    expect(streamTypes.map(({ type }) => type)).toEqual(types.sort());
  });

  test.each(types)("%s has a test of its own and an example that is right", (type) => {
    const definition = streamTypes.find((other) => other.type === type);

    expect(readdirSync(join(root, "test", "streams"))).toContain(`${type.replaceAll("_", "-")}.test.ts`);
    expect(definition?.schema.safeParse(definition.example)).toMatchObject({ success: true });
  });
});

/** What else the name of a type means in some places. */
const OTHER_MEANINGS: readonly { readonly files: RegExp; readonly names: RegExp; readonly why: string }[] = [
  { files: /^aws\//, names: /./, why: "limits, prices and words of AWS's services" },
  {
    files: /^(?:documentation\/messages\/|playground\/example\.ts$)/,
    names: /./,
    why: "environment files that are examples",
  },
  {
    files: /^(?:report|operate\/status\/live\/receivers)\//,
    names: /^(?:firehose|kinesis|lambda|sns|sqs)$/,
    why: "services in ARNs and policies of any plan, and of any account",
  },
  { files: /^operate\//, names: /^(?:firehose|kinesis|lambda|sns|sqs)$/, why: "services in ARNs of any account" },
  { files: /^operate\/genesys\/access\.ts$/, names: /^https$/, why: "the protocol of requests" },
  {
    files:
      /^(?:modules\/backend|bootstrap\/state|config\/schema\/state|config\/checks\/(?:across\/)?[\w-]+|report\/(?:model\/environment|findings\/unsafe-state))\.ts$/,
    names: /^http$/,
    why: "a backend of Terraform's state",
  },
];

/** Texts and keys that are exactly the name; an ARN's service and an example in a schema name no type to the program. */
function namesIn(text: string, name: string): string[] {
  const told = text.replace(/\barn\w*\((?:\w+, )?"\w+"/gi, "").replace(/\bexample: .*/g, "");
  return told.match(new RegExp(`(["'\`])${name}\\1|(?<=[{,\\n]\\s*)${name}: `, "g")) ?? [];
}

test.each([...destinationTypes, ...streamTypes].map(({ type }) => type))(
  "%s is named in its own file only, so that what is shared knows every type",
  (type) => {
    const compared = new RegExp(`\\btype [!=]== "${type}"`);
    const naming = ownFiles
      .filter((file) => !/^(?:test|bench|scaffold|destinations|streams)\//.test(file))
      .filter((file) => {
        const other = OTHER_MEANINGS.some(({ files, names }) => files.test(file) && names.test(type));
        return other ? compared.test(read(file)) : namesIn(read(file), type).length > 0;
      });
    const others = ownFiles
      .filter(
        (file) => /^(?:destinations|streams)\/[^/]+$/.test(file) && !file.endsWith(`/${type.replaceAll("_", "-")}.ts`),
      )
      .filter((file) => compared.test(read(file)));

    expect([...naming, ...others]).toEqual([]);
  },
);

/** The files that may know that a source is a partner's: types of streams, what such a name is made of, the first file of the default type. */
const MAY_SAY_PARTNER =
  /^(?:streams|test|bench|documentation|commands\/init)\/|^aws\/names\.ts$|^destinations\/event-bus\.ts$/;

test("what is shared knows no partner event source: each type of stream says how its sources are called", () => {
  const saying = ownFiles.filter(
    (file) => !MAY_SAY_PARTNER.test(file) && /aws\.partner|partner|event_source_name|eventSourceName/i.test(read(file)),
  );

  expect(saying).toEqual([]);
});

test("kinds of alarms are registered, each of its own file and in order", () => {
  const files = readdirSync(join(root, "monitoring", "alarms")).map((file) => file.replace(".ts", ""));

  expect(alarmKinds.map(({ kind }) => kind)).toEqual(files.filter((file) => file !== "index").sort());
});

test("every command has a test through bin/, with the bundle as users run it", () => {
  const tested = readdirSync(join(root, "test", "bin", "commands")).map((file) =>
    file.replace(/(?:\.deep)?\.test\.ts$/, ""),
  );

  const names = commands.flatMap(({ name, subcommands = [] }) => [
    name,
    ...subcommands.map((below) => `${name}-${below.name}`),
  ]);

  expect(tested.sort()).toEqual(names.sort());
});

test("every key of the file is described, has a valid example, and says what holds without it", () => {
  expect(undescribedKeys(environmentSchema)).toEqual([]);
});

test.each(committedEnvironments().map((file) => [file.path, file] as const))(
  "%s is right, without a warning",
  (_, file) => {
    expect(parseEnvironment(file).issues).toEqual([]);
  },
);

test.each(Object.entries(documents))(
  "%s is what the schema and the registry say; npm run docs writes it",
  (path, made) => {
    expect(read(path)).toBe(made());
  },
);

test("the README's example is environments/dev.tfvars", () => {
  expect(read("README.md")).toContain(read("environments/dev.tfvars"));
});

test("providers are pinned to the versions that their bindings are of", () => {
  const stack = new EventStreamStack(
    Testing.app(),
    committedEnvironments().map((file) => parseEnvironment(file).environment)[0] ?? fail("no environment is committed"),
    { project: "/", stack: "/" },
  );
  const bound = [
    new CloudwatchEventBus(stack, "bus", { name: "x" }),
    new Integration(stack, "integration", { integrationType: "x" }),
    new Sleep(stack, "sleep"),
  ].map(({ terraformGeneratorMetadata: made }) => made?.providerVersion ?? made?.providerVersionConstraint);

  expect(bound).toEqual([versions.aws, versions.genesyscloud, versions.time]);
});

test("all that programs print passes commands/printing.ts", () => {
  const writes =
    /\bconsole\.\w+\(|\bstd(?:out|err)\.write\b|\bprocess\.std(?:out|err)\b|\} = process;|\bwriteSync\(|\/dev\/std/;
  const printing = ownFiles.filter(
    (file) => !/^(?:test|bench|bin|functions|packaging)\//.test(file) && writes.test(read(file)),
  );

  expect(printing).toEqual(["commands/io.ts"]);
});

test("files stay small enough to hold one idea", () => {
  const long = ownFiles
    .map((file) => [file, read(file).split("\n").length - 1] as const)
    .filter(([, lines]) => lines > 250);

  expect(long).toEqual([]);
});
