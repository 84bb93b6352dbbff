import { appendFileSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expectEqual, expectResults, expectWords } from "./expect";
import type { GithubEvent, Run } from "./model";
import type { Stage } from "./scenario";

const push = (sha: string): GithubEvent => ({ name: "push", sha, ref: "refs/heads/main", payload: {} });

const ALL = {
  "deploy-dev / plan": "success",
  "deploy-dev / apply": "success",
  "deploy-dev": "success",
  "deploy-prod / plan": "success",
  "deploy-prod / apply": "success",
  "deploy-prod": "success",
};
const STOPPED = { ...ALL, "deploy-dev / apply": "failure", "deploy-dev": "failure", "deploy-prod": "skipped" };
const { "deploy-prod / plan": _plan, "deploy-prod / apply": _apply, ...DEV_FAILED } = STOPPED;

/** Deployments from the default branch: in order, behind approvals, and only ever the plan that was approved. */
export async function deployments({ fixture, server, play }: Stage): Promise<void> {
  const days = (name: string) => /"retention_in_days": (\d+)/.exec(server.states.get(`/${name}`) ?? "")?.[1];

  const first = await play("deploy", push(fixture.commit()));
  expectResults("the first deployment", first, ALL);
  expectEqual("approvals", fixture.asked, ["dev-plan", "dev", "prod-plan", "prod"]);
  const role = (name: string) => `arn:aws:iam::123456789012:role/${name}`;
  expectEqual("roles", first.roles, ["dev-plan", "dev-apply", "prod-plan", "prod-apply"].map(role));
  expectWords("the summary", first.jobs.get("deploy-dev / plan")?.summary ?? "", "### What the plan changes");
  expectEqual("retention", [days("dev"), days("prod")], ["365", "365"]);
  expectEqual("locks that are left", server.locks.size, 0);
  nothingInClear(first);
  console.log("ci: the first deployment, in order and behind approvals");

  fixture.asked.length = 0;
  const again = await play("deploy", push(fixture.commit()));
  expectResults("without a change", again, {
    ...ALL,
    "deploy-dev / apply": "skipped",
    "deploy-prod / apply": "skipped",
  });
  expectEqual("approvals without a change", fixture.asked, ["dev-plan", "prod-plan"]);
  console.log("ci: without a change nobody is asked");

  fixture.write("dev", 180);
  fixture.approve = async (environment) => {
    // What is merged while somebody reads the plan comes with the next one.
    if (environment === "dev") fixture.write("dev", 90);
    return environment !== "prod";
  };
  fixture.write("prod", 180);
  const approved = await play("deploy", push(fixture.commit()));
  expectResults("an approval and a refusal", approved, {
    ...ALL,
    "deploy-prod / apply": "failure",
    "deploy-prod": "failure",
  });
  expectEqual("what was approved", [days("dev"), days("prod")], ["180", "365"]);
  console.log("ci: what was approved is applied, what was not is not");

  let nested: Run | undefined;
  fixture.approve = async (environment) => {
    if (environment !== "dev" || nested !== undefined) return true;
    fixture.write("dev", 30);
    fixture.write("prod", 365);
    const sha = fixture.commit();
    fixture.approve = async () => true;
    nested = await play("deploy", push(sha));
    return true;
  };
  const stale = await play("deploy", push(fixture.commit()));
  expectResults("a plan after which somebody else has applied", stale, DEV_FAILED);
  expectWords(
    "the refusal",
    stale.jobs.get("deploy-dev / apply")?.log ?? "",
    "Saved plan is stale",
    "::error::the plan of dev",
  );
  expectEqual("what the other has applied", [days("dev"), days("prod")], ["30", "365"]);
  console.log("ci: a plan is refused where the state has moved");

  fixture.write("dev", 60);
  fixture.approve = async (environment) => {
    if (environment === "dev") for (const run of runsOf(fixture.folder)) tamper(run);
    return true;
  };
  const tampered = await play("deploy", push(fixture.commit()));
  expectResults("another plan in its place", tampered, DEV_FAILED);
  expectWords("the refusal", tampered.jobs.get("deploy-dev / apply")?.log ?? "", "plan.tar.gz.enc: FAILED");
  expectEqual("what is still there", days("dev"), "30");
  fixture.approve = async () => true;
  console.log("ci: another plan than the approved one is refused");
}

const runsOf = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.startsWith("run-"))
    .map((name) => join(folder, name));

function tamper(run: string): void {
  const plan = join(run, "artifacts", "plan-dev", "plan.tar.gz.enc");
  try {
    readFileSync(plan);
  } catch {
    return;
  }
  appendFileSync(plan, "more");
}

/** @throws where an artifact holds a plan that anybody could read */
function nothingInClear({ folder }: Run): void {
  const artifacts = join(folder, "artifacts");
  const files = readdirSync(artifacts, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const names = files.map(({ name }) => name).sort();
  expectEqual("artifacts", names, [
    ...["dev.html", "dev.md", "plan.tar.gz.enc", "plan.tar.gz.enc", "prod.html", "prod.md"],
  ]);
  for (const { parentPath, name } of files.filter(({ name }) => name.endsWith(".enc"))) {
    expectEqual("a kept plan", readFileSync(join(parentPath, name)).subarray(0, 8).toString("latin1"), "Salted__");
  }
}
