import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run as runProgram } from "../../../commands/run";
import { file } from "../../support/environment";
import { ioIn } from "../../support/io";

let project: string;
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), "refused-"));
  mkdirSync(join(project, "environments"));
  write("dev.tfvars", file());
});
afterEach(() => rmSync(project, { recursive: true }));

const write = (name: string, text: string) => writeFileSync(join(project, "environments", name), text);
const other = (name: string) => file().replace('suffix = "audit"', `suffix = "${name}"`);
const stack = (name: string) => join(project, "cdktf.out", "stacks", name);
const stackNames = () =>
  Object.keys(JSON.parse(readFileSync(join(project, "cdktf.out", "manifest.json"), "utf8")).stacks);

/** As CDKTF's command line starts the app. */
const hosted = async () => {
  const { io, stdout, stderr } = ioIn(project, { env: { CDKTF_CONTINUE_SYNTH_ON_ERROR_ANNOTATIONS: "true" } });
  return { code: await runProgram(["synth"], io), stdout: stdout.join("\n"), stderr: stderr.join("\n") };
};

const faults: Readonly<Record<string, (name: string) => void>> = {
  "a key that is none": () => write("prod.tfvars", `${other("prod")}\nregoin = "x"`),
  "no text of its language": () => write("prod.tfvars", "streams = {"),
  "nothing in it": () => write("prod.tfvars", ""),
  "bytes of another encoding": () =>
    writeFileSync(join(project, "environments", "prod.tfvars"), Buffer.from([0xff, 0xfe, 0])),
  "a name twice": () => {
    write("prod.tfvars", other("prod"));
    write("prod.tfvars.json", "{}");
  },
  "a folder in its place": () => mkdirSync(join(project, "environments", "prod.tfvars")),
  "the source of another": () => write("prod.tfvars", file()),
};

test.each(Object.entries(faults))(
  "one file with %s stops no other environment, and can itself not be deployed",
  async (_, spoil) => {
    write("prod.tfvars", other("prod"));
    expect((await hosted()).code).toBe(0);
    rmSync(join(project, "environments", "prod.tfvars"));
    spoil("prod");
    write("dev.tfvars", file({ top: 'tags = { changed = "yes" }' }));

    const { code, stdout, stderr } = await hosted();

    expect({ code, stdout }).toEqual({ code: 0, stdout: join("cdktf.out", "stacks", "dev") });
    expect(stderr.split("\n").length).toBeGreaterThan(1);
    expect(stderr).toMatch(/^not right: environments.prod\.tfvars(\.json)?; until that is fixed, Terraform refuses/m);
    expect(readFileSync(join(stack("dev"), "cdk.tf.json"), "utf8")).toContain('"changed"');
    expect(stackNames()).toEqual(["dev", "prod"]);
    expect(readFileSync(join(stack("prod"), "cdk.tf.json"), "utf8")).not.toContain("aws_");
  },
);

test("where no file is right nothing is written, and the app fails", async () => {
  await hosted();
  const before = readFileSync(join(stack("dev"), "cdk.tf.json"), "utf8");
  write("dev.tfvars", "x");

  expect(await hosted()).toMatchObject({
    code: 1,
    stdout: "",
    stderr: expect.stringMatching(/^environments.dev\.tfvars:1:/),
  });
  expect(readFileSync(join(stack("dev"), "cdk.tf.json"), "utf8")).toBe(before);
});

test("a file whose name can be no stack's is said, and gets none", async () => {
  write("pr od.tfvars", other("prod"));
  write("constructor.tfvars", other("x"));

  expect(await hosted()).toMatchObject({
    code: 0,
    stderr: expect.stringMatching(/"constructor" cannot be a stack's in CDKTF/),
  });
  expect(stackNames()).toEqual(["dev"]);
  expect(readdirSync(join(project, "cdktf.out", "stacks"))).toEqual(["dev"]);
});

test("warnings are on stdout, since CDKTF's command line shows stderr as errors", async () => {
  write(
    "dev.tfvars",
    file({
      stream:
        '}\nunused = { event_source_suffix = "unused", topic_filters = ["v2.audits.entitytype.{id}.entityid.{id}"]',
    }),
  );

  const { code, stdout, stderr } = await hosted();

  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(/^environments.dev\.tfvars:\d+:\d+: warning: .*\ncdktf\.out.stacks.dev$/s);
});

const terraform = spawnSync("terraform", ["version"]).status === 0 ? test : test.skip;
terraform("Terraform refuses such a stack at every step, and says why", async () => {
  write("prod.tfvars", "x");
  await hosted();

  for (const step of [["init"], ["validate"], ["plan"], ["apply", "-auto-approve"], ["destroy", "-auto-approve"]]) {
    const { status, stderr } = spawnSync("terraform", [...step, "-no-color"], { cwd: stack("prod"), encoding: "utf8" });
    expect(status).toBe(1);
    expect(stderr).toContain("prod.tfvars is not right: npm run check");
  }
});
