import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { functionArchive } from "../../modules/function-code";
import { committedEnvironments, root } from "../support/committed";
import { copyOfRepository, installed, pack, programOf } from "./packed";

const page = readFileSync(join(root, "docs", "how-to", "use-the-package.md"), "utf8");
const [, example = ""] = /```ts\n(.*?)```/s.exec(page) ?? [];

let tarball: string;
let folder: string;
beforeAll(() => {
  tarball = pack(copyOfRepository());
  folder = app();
}, 300_000);

/** An app with the package, and with the packages that it has beside it: this repository's own, except for the Genesys Cloud bindings. */
function app(): string {
  const made = installed(tarball);
  const modules = join(made, "node_modules");
  for (const name of [
    "cdktf",
    "constructs",
    "@cdktf/provider-aws",
    "@cdktf/provider-time",
    "@types/node",
    "undici-types",
  ]) {
    mkdirSync(join(modules, name, ".."), { recursive: true });
    symlinkSync(join(root, "node_modules", name), join(modules, name), "junction");
  }
  cpSync(join(root, "environments"), join(made, "environments"), { recursive: true });
  return made;
}

const node = (args: readonly string[], cwd = folder) => spawnSync(process.execPath, args, { cwd, encoding: "utf8" });
const stack = (at: string, name: string) => readFileSync(join(at, "stacks", name, "cdk.tf.json"), "utf8");

function compile(file: string, options: readonly string[]) {
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
  const common = ["--strict", "--exactOptionalPropertyTypes", "--noUncheckedIndexedAccess", "--target", "es2022"];
  const { stdout } = node([tsc, file, ...common, "--types", "node", "--skipLibCheck", "false", ...options]);
  // Declarations of CDKTF and its packages are their own affair.
  return stdout
    .split("\n")
    .filter((line) => line !== "" && !/^(?:\s|\S*(?:\.\.\/|node_modules\/(?!genesys-eventbridge)))/.test(line));
}

/** The stacks that the program of the same package writes. */
function written(): string {
  execFileSync(process.execPath, [programOf(folder), "synth"], {
    cwd: folder,
    env: { ...process.env, CDKTF_OUTDIR: "written" },
  });
  return join(folder, "written");
}

test.each([
  ["node16", ["--module", "node16", "--moduleResolution", "node16"]],
  ["bundler", ["--module", "es2022", "--moduleResolution", "bundler", "--noEmit"]],
  ["node", ["--module", "commonjs", "--moduleResolution", "node10", "--noEmit"]],
])("the example of docs/how-to/use-the-package.md has the right types for moduleResolution %s", (_, options) => {
  writeFileSync(join(folder, "app.ts"), example);

  expect(compile("app.ts", options)).toEqual([]);
  writeFileSync(join(folder, "wrong.ts"), example.replace("events.eventBuses", "events.buses"));
  expect(compile("wrong.ts", options)).toEqual([expect.stringContaining("Property 'buses' does not exist")]);
});

test("the example synthesizes what the program writes, and its own topic", () => {
  writeFileSync(join(folder, "app.ts"), example);
  compile("app.ts", ["--module", "node16", "--moduleResolution", "node16"]);
  expect(node(["app.js"])).toMatchObject({ status: 0, stderr: "" });

  const { resource, ...rest } = JSON.parse(stack(join(folder, "cdktf.out"), "dev"));
  const { aws_sns_topic, ...others } = resource;
  expect({ resource: others, ...rest }).toEqual(JSON.parse(stack(written(), "dev")));
  expect(aws_sns_topic["on-call"].tags.bus).toBe("${aws_cloudwatch_event_bus.audit.arn}");
});

test("every environment of a folder comes out byte by byte as the program writes it, by import as well", () => {
  const text = `import { App } from "cdktf";
import { EventStreamStack, readEnvironments } from "genesys-eventbridge";
const app = new App({ outdir: "from-library" });
for (const environment of readEnvironments()) new EventStreamStack(app, environment);
app.synth();`;
  writeFileSync(join(folder, "all.mjs"), text);
  expect(node(["all.mjs"])).toMatchObject({ status: 0, stderr: "" });

  const program = written();
  for (const { name } of committedEnvironments())
    expect(stack(join(folder, "from-library"), name)).toBe(stack(program, name));
  // As the repository makes them, which has esbuild.
  for (const at of [join(folder, "from-library"), program])
    expect(readFileSync(join(at, "stacks", "webhooks", "functions", "https.zip"))).toEqual(
      Buffer.from(functionArchive("https")),
    );
});

test("refers from another stack of the app to a bus, by an output of its stack", () => {
  const text = `const { App, TerraformStack, TerraformOutput } = require("cdktf");
const { EventStreamStack, readEnvironment } = require("genesys-eventbridge");
const app = new App({ outdir: "across" });
const events = new EventStreamStack(app, readEnvironment("environments/dev.tfvars"), { stateFolder: "elsewhere" });
const other = new TerraformStack(app, "other");
new TerraformOutput(other, "bus", { value: events.eventBuses.audit.arn });
app.synth();`;
  writeFileSync(join(folder, "across.cjs"), text);
  expect(node(["across.cjs"])).toMatchObject({ status: 0, stderr: "" });

  const { output } = JSON.parse(stack(join(folder, "across"), "other"));
  expect(output.bus.value).toMatch(/^\$\{data\.terraform_remote_state\./);
  const { terraform } = JSON.parse(stack(join(folder, "across"), "dev"));
  expect(terraform.backend.local.path).toBe("../../../elsewhere/terraform.dev.tfstate");
});

test("fails for an object that is not right, with all that is wrong and where", () => {
  const text = `const { parseEnvironment, EnvironmentError } = require("genesys-eventbridge");
try { parseEnvironment("dev", { aws_account_id: "1", aws_region: "us-east-1", streams: {} }); } catch (error) {
  console.log(error instanceof EnvironmentError, error.issues.map(({ id, path }) => id + " " + path).join());
  console.log(error.message);
}`;
  const { stdout } = node(["-e", text]);

  expect(stdout).toMatch(/^true \S+ aws_account_id,\S+ streams\n/);
  expect(stdout).toMatch(/^dev\.tfvars\.json:2:\d+: aws_account_id: /m);
});

test("says what to install where the app has no CDKTF", () => {
  const { stderr } = node(["-e", 'require("genesys-eventbridge")'], installed(tarball));

  expect(stderr).toMatch(/Error: genesys-eventbridge needs \S+ of the app that uses it: npm install .*cdktf@\d/);
});

test("keeps to what docs/api says: the values are those of the types", () => {
  const api = readFileSync(join(root, "docs", "api", "genesys-eventbridge.api.md"), "utf8");
  const [, index = ""] = /## index\.d\.ts\n```ts\n(.*?)```/s.exec(api) ?? [];
  const values = index
    .split("\n")
    .filter((line) => line.startsWith("export {"))
    .flatMap((line) => line.replace(/export \{|\}.*/g, "").split(","))
    .map((name) => name.trim())
    .filter((name) => name !== "" && !name.startsWith("type "));
  const { stdout } = node(["-p", 'Object.keys(require("genesys-eventbridge")).sort().join()']);

  expect(stdout.trim().split(",")).toEqual(values.sort());
});

test("the bindings of Genesys Cloud pack by themselves and work where they are installed", () => {
  const copy = copyOfRepository();
  const bindings = pack(copy, "--workspace", "@cdktf/provider-genesyscloud");
  const made = installed(bindings);
  for (const name of ["cdktf", "constructs"])
    symlinkSync(join(root, "node_modules", name), join(made, "node_modules", name), "junction");
  const text = `const { App, TerraformStack } = require("cdktf");
const { GenesyscloudProvider } = require("@cdktf/provider-genesyscloud/lib/provider");
const { Integration } = require("@cdktf/provider-genesyscloud/lib/integration");
const app = new App({ outdir: "out" });
const stack = new TerraformStack(app, "own");
new GenesyscloudProvider(stack, "genesyscloud");
new Integration(stack, "events", { integrationType: "amazon-eventbridge-source" });
app.synth();`;
  expect(node(["-e", text], made)).toMatchObject({ status: 0, stderr: "" });

  expect(JSON.parse(stack(join(made, "out"), "own")).resource.genesyscloud_integration.events).toMatchObject({
    integration_type: "amazon-eventbridge-source",
  });
  const place = join(made, "node_modules", "@cdktf", "provider-genesyscloud");
  for (const file of ["LICENSE", "README.md", "schema.json"]) expect(existsSync(join(place, file))).toBe(true);
});
