import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { root } from "../../support/committed";
import { file } from "../../support/environment";
import { folderWith, genesysEventbridge } from "../support";

const WORKFLOW = ".github/workflows/eventbridge-deploy.yml";

/** A repository with these environments. */
function repository(...names: string[]): string {
  const files = names.map((name) => [
    `environments/${name}.tfvars`,
    file().replace('"audit"', `"audit-${name.slice(0, 9)}"`),
  ]);
  return folderWith({ ".git/HEAD": "ref: refs/heads/main\n", ...Object.fromEntries(files) });
}

const init = (cwd: string, ...args: string[]) =>
  genesysEventbridge(["init", "ci", ...args], { cwd, env: { ENVIRONMENTS_DIR: "environments" } });

test("this repository's own workflows are those that it writes for others", async () => {
  const order = "dev,staging,oauth-alerts+conversations+multicloud+presence+users+webhooks,central-bus";
  const { stdout } = await init(root, "--github", "--order", order, "--dry-run");

  expect(stdout.match(/^as it is: /gm)).toHaveLength(5);
  expect(stdout).not.toContain("written");
});

test("each environment is deployed after those before it, in the order that names suggest", async () => {
  const cwd = repository("prod", "dev", "north", "staging");

  expect(await init(cwd, "--github")).toMatchObject({ code: 0 });
  const text = readFileSync(join(cwd, WORKFLOW), "utf8");

  expect(text.match(/^ {2}deploy-.*:$/gm)).toEqual(
    ["dev", "staging", "north", "prod"].map((name) => `  deploy-${name}:`),
  );
  expect(text).toContain("    name: prod\n    needs: [deploy-north]\n");
});

test("--gitlab writes a job that plans and one that applies for each environment, in one pipeline", async () => {
  const cwd = repository("prod", "dev");

  expect(await init(cwd, "--gitlab")).toMatchObject({ code: 0 });
  const pipeline = parse(readFileSync(join(cwd, ".gitlab-ci.yml"), "utf8"), { logLevel: "silent" });

  expect(pipeline).toMatchObject({
    "plan dev": { environment: { name: "dev-plan" }, variables: { ENVIRONMENT: "dev" } },
    "apply prod": {
      environment: { name: "prod" },
      needs: ["plan prod", "apply dev"],
      resource_group: "eventbridge-prod",
      rules: [{ when: "manual", allow_failure: false }],
    },
  });
});

test("roles are those of init bootstrap, in the environments' partition, or those that are given", async () => {
  const cwd = repository("dev");
  const path = join(cwd, "environments", "dev.tfvars");
  writeFileSync(path, readFileSync(path, "utf8").replace('"us-east-1"', '"us-gov-west-1"'));
  const roles = async (...args: string[]) => {
    await init(cwd, "--gitlab", "--force", ...args);
    return readFileSync(join(cwd, ".gitlab-ci.yml"), "utf8").match(/(?<=role=")arn.*(?=")/g);
  };
  const arn = "arn:aws-us-gov:iam::{account}:role";

  expect(await roles()).toEqual([`${arn}/{environment}-plan`, `${arn}/{environment}-apply`]);
  expect(await roles("--plan-role", `${arn}/planner`)).toEqual([`${arn}/planner`, `${arn}/{environment}-apply`]);
});

test("an environment whose role's name init bootstrap must shorten is told of", async () => {
  const name = "n".repeat(60);

  expect((await init(repository(name), "--github")).stderr).toContain(`${name}: the name is too long for a role's`);
});

test("--order joins what goes side by side, and names each environment once", async () => {
  const cwd = repository("dev", "north", "south");

  expect(await init(cwd, "--github", "--order", "dev,north")).toMatchObject({
    code: 2,
    stderr: "--order leaves out south, which would never be deployed\n",
  });
  expect(await init(cwd, "--github", "--order", "dev,nort+south")).toMatchObject({
    code: 2,
    stderr: '--order: there is no environment "nort"; did you mean north?\n',
  });
  expect(await init(cwd, "--github", "--order", "dev, north+south")).toMatchObject({ code: 0 });
  expect(readFileSync(join(cwd, WORKFLOW), "utf8").match(/needs: \[deploy-dev\]/g)).toHaveLength(2);
});

test("files that say something else are left, all of them, unless --force is given", async () => {
  const cwd = repository("dev");
  await init(cwd, "--github");
  const path = join(cwd, WORKFLOW);
  const text = readFileSync(path, "utf8");
  // A checkout on Windows has other line ends.
  writeFileSync(path, text.replaceAll("\n", "\r\n"));
  expect((await init(cwd, "--github")).stdout).toContain(`as it is: ${WORKFLOW}`);
  writeFileSync(path, "name: mine\n");
  rmSync(join(cwd, ".github", "actions"), { recursive: true });

  const refused = await init(cwd, "--github");
  expect(refused).toMatchObject({ code: 1, stdout: "" });
  expect(refused.stderr).toContain(`${WORKFLOW} is there already and says something else, and nothing was written`);
  expect(existsSync(join(cwd, ".github", "actions"))).toBe(false);

  expect((await init(cwd, "--github", "--force")).stdout).toContain(`written: ${WORKFLOW}, over what was there`);
  expect(readFileSync(path, "utf8")).toBe(text);
});

test("--dry-run writes nothing", async () => {
  const cwd = repository("dev");

  expect((await init(cwd, "--github", "--dry-run")).stdout).toContain(`would be written: ${WORKFLOW}`);
  expect(existsSync(join(cwd, ".github"))).toBe(false);
});

test("fails where a folder is a link, and writes nothing where it leads", async () => {
  const cwd = repository("dev");
  const elsewhere = folderWith({});
  symlinkSync(elsewhere, join(cwd, ".github"), "junction");

  expect(await init(cwd, "--github")).toMatchObject({ code: 1, stderr: expect.stringContaining(".github is a link") });
  expect(readdirSync(elsewhere)).toEqual([]);
});

test("fails below the root of a repository, where no service looks for workflows", async () => {
  const cwd = join(folderWith({ ".git/HEAD": "", "below/environments/dev.tfvars": file() }), "below");

  expect(await init(cwd, "--github")).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("is the root of the repository"),
  });
});

test("fails with check's words where a file is not right", async () => {
  const cwd = folderWith({ "environments/dev.tfvars": "aws_regoin = 1" });

  expect(await init(cwd, "--github")).toMatchObject({ code: 1, stderr: expect.stringContaining("aws_regoin") });
  expect(existsSync(join(cwd, ".github"))).toBe(false);
});

test.each([
  [[], "init ci wants either --github or --gitlab"],
  [["--github", "--gitlab"], "init ci wants either --github or --gitlab"],
  [["--github", "--branch", "a b"], "--branch a b is no branch"],
  [["--github", "--plan-role", "planner"], "--plan-role planner is no ARN of a role"],
])("%j is wrong usage", async (args, words) => {
  expect(await init(repository("dev"), ...args)).toMatchObject({ code: 2, stderr: expect.stringContaining(words) });
});
