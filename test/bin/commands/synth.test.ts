import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { file } from "../../support/environment";
import { folderWith, runBin } from "../support";

test("writes the stacks of a folder of environments", async () => {
  const cwd = folderWith({ "environments/dev.tfvars": file() });
  const env = { ENVIRONMENTS_DIR: "environments" };

  const ended = await runBin(["run.cjs", "main.ts"], { cwd, env });

  expect(ended).toEqual({ code: 0, stdout: "cdktf.out/stacks/dev\n", stderr: "" });
  expect(readdirSync(join(cwd, "cdktf.out"))).toEqual(["manifest.json", "stacks"]);
  const stack = JSON.parse(readFileSync(join(cwd, "cdktf.out", "stacks", "dev", "cdk.tf.json"), "utf8"));
  expect(Object.keys(stack.resource)).toContain("aws_cloudwatch_event_rule");
  expect(await runBin(["run.cjs", "main.ts", "prod"], { cwd, env })).toMatchObject({ code: 1, stdout: "" });
});

test("uses nothing of which newer versions of Node.js warn", async () => {
  const cwd = folderWith({
    "environments/dev.tfvars": file(),
    "newer.cjs": 'require("node:util").isArray = () => { throw new Error("util.isArray is deprecated"); };',
  });
  const env = { ENVIRONMENTS_DIR: "environments", NODE_OPTIONS: `--require=${join(cwd, "newer.cjs")}` };

  expect(await runBin(["run.cjs", "main.ts"], { cwd, env })).toMatchObject({ code: 0, stderr: "" });
});

test("several at once leave one whole output", async () => {
  const cwd = folderWith({ "environments/dev.tfvars": file() });
  const synth = () => runBin(["run.cjs", "main.ts"], { cwd, env: { ENVIRONMENTS_DIR: "environments" } });

  for (const ended of await Promise.all([synth(), synth(), synth()]))
    expect(ended).toMatchObject({ code: 0, stderr: "" });
  expect(readdirSync(join(cwd, "cdktf.out"))).toEqual(["manifest.json", "stacks"]);
});

const onLinux = existsSync("/proc/self") ? test : test.skip;
onLinux.each(["/proc/no-folder", "/dev/null/x", "/dev/full"])(
  "says in one line that %s takes no output",
  async (CDKTF_OUTDIR) => {
    const cwd = folderWith({ "environments/dev.tfvars": file() });

    const ended = await runBin(["run.cjs", "main.ts"], {
      cwd,
      env: { ENVIRONMENTS_DIR: "environments", CDKTF_OUTDIR },
    });

    expect(ended).toMatchObject({ code: 1, stdout: "" });
    expect(ended.stderr).toMatch(
      /^\/\S+ cannot be written \((?:ENOENT|ENOTDIR|EACCES)\); CDKTF_OUTDIR names another folder\n$/,
    );
  },
);
