import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { file } from "../../support/environment";
import { folderWith, genesysEventbridge } from "../support";

/** A folder with environments of two accounts. */
function folder(): string {
  return folderWith({
    "environments/dev.tfvars": file(),
    "environments/prod.tfvars": file().replace("123456789012", "210987654321").replace('"audit"', '"audit-prod"'),
  });
}

const init = (cwd: string, ...args: string[]) =>
  genesysEventbridge(["init", "bootstrap", ...args], { cwd, env: { ENVIRONMENTS_DIR: "environments" } });

test("writes a folder for each account, and says what to run, what to write and which roles there are", async () => {
  const cwd = folder();

  const { code, stdout } = await init(cwd, "dev", "prod", "--github", "acme/events");

  expect(code).toBe(0);
  expect(readdirSync(join(cwd, "bootstrap")).sort()).toEqual(["123456789012", "210987654321"]);
  expect(readdirSync(join(cwd, "bootstrap", "123456789012")).sort()).toEqual([
    "identity.tf",
    "roles-dev.tf",
    "state.tf",
    "versions.tf",
  ]);
  expect(stdout).toContain("terraform -chdir=bootstrap/123456789012 init\n");
  expect(stdout).toContain(
    'dev: state = { backend = "s3", bucket = "genesys-eventbridge-state-123456789012-us-east-1", key = "genesys-eventbridge/dev.tfstate", region = "us-east-1", kms_key_id = "alias/genesys-eventbridge-state" }\n',
  );
  expect(stdout).toContain("arn:aws:iam::210987654321:role/prod-apply\n");
});

test("--check fails when an environment got something that its role may not make", async () => {
  const cwd = folder();
  const args = ["dev", "--github", "acme/events"];
  await init(cwd, ...args);
  expect(await init(cwd, ...args, "--check")).toMatchObject({ code: 0, stdout: "" });

  writeFileSync(join(cwd, "environments/dev.tfvars"), file({ destination: 'type = "kinesis"' }));

  expect(await init(cwd, ...args, "--check")).toMatchObject({
    code: 1,
    stdout: "not as it would be written: bootstrap/123456789012/roles-dev.tf\n",
  });
}, 30_000);

test("--check alone compares what lies there with what its own commands write", async () => {
  const cwd = folder();
  expect(await init(cwd, "--check")).toEqual({
    code: 0,
    stdout: "",
    stderr: "init bootstrap has written nothing into bootstrap\n",
  });
  await init(cwd, "dev", "--environment", "Dev (us)", "--github", "acme/events");
  await init(cwd, "prod", "--gitlab", "acme/events", "--state-bucket", "acme-state");
  expect(await init(cwd, "--check")).toEqual({ code: 0, stdout: "", stderr: "" });

  writeFileSync(join(cwd, "environments/dev.tfvars"), file({ destination: 'type = "kinesis"' }));
  rmSync(join(cwd, "environments/prod.tfvars"));
  expect(await init(cwd, "--check")).toEqual({
    code: 1,
    stdout:
      "not as it would be written: bootstrap/123456789012/roles-dev.tf\n" +
      "of prod, which is no environment now: bootstrap/210987654321/roles-prod.tf\n",
    stderr: "",
  });
}, 30_000);

test("the line that it says makes the file one whose state lies in the bucket, and the folder stays the same", async () => {
  const cwd = folder();
  const args = ["dev", "--github", "acme/events"];
  const { stdout } = await init(cwd, ...args);
  const [, line = ""] = /dev: (state = .*)/.exec(stdout) ?? [];

  writeFileSync(join(cwd, "environments/dev.tfvars"), file({ top: line }));

  expect(await init(cwd, ...args, "--check")).toMatchObject({ code: 0, stdout: "" });
  expect((await init(cwd, ...args)).stdout).not.toContain("state = ");
}, 30_000);

test("writes nothing over what somebody else wrote, and nothing where an environment is wrong", async () => {
  const cwd = folder();
  await init(cwd, "dev", "--github", "acme/events");
  const own = join(cwd, "bootstrap", "123456789012", "versions.tf");
  writeFileSync(own, "# mine\n");

  const refused = await init(cwd, "dev", "--github", "acme/events");
  expect(refused).toMatchObject({ code: 1, stdout: "" });
  expect(refused.stderr).toContain("versions.tf was written by somebody else");
  expect(readFileSync(own, "utf8")).toBe("# mine\n");

  writeFileSync(join(cwd, "environments/dev.tfvars"), file({ rule: 'targets = ["lgo"]' }));
  expect(await init(cwd, "dev", "--github", "acme/events", "--directory", "other")).toMatchObject({
    code: 1,
    stdout: "",
  });
  expect(readdirSync(cwd).sort()).toEqual(["bootstrap", "environments"]);
}, 30_000);

test.each([
  [[], "wants the environments"],
  [["dev"], "wants --github or --gitlab"],
  [["dev", "--github", "acme/events", "--gitlab", "acme/events"], "wants --github or --gitlab"],
  [["dev", "--github", "acme/*"], "--github wants OWNER/REPOSITORY"],
  [["dev", "--github", "acme/events", "--branch", "release/*"], "--branch wants one branch"],
  [["dev", "--github", "acme/events", "--environment", "*"], "--environment wants one environment"],
  [["dev", "--gitlab", "acme/events", "--environment", "dev"], "--environment goes with --github"],
])("%j is wrong use", async (args, words) => {
  const { code, stdout, stderr } = await init(folder(), ...args);

  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain(words);
});

test("--oidc-provider of another account is refused", async () => {
  const arn = "arn:aws:iam::999999999999:oidc-provider/token.actions.githubusercontent.com";

  const { code, stderr } = await init(folder(), "dev", "--github", "acme/events", "--oidc-provider", arn);

  expect(code).toBe(1);
  expect(stderr).toContain("--oidc-provider is of another account than 123456789012, which dev names");
});
