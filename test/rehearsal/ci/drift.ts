import { expectEqual, expectResults, expectWords } from "./expect";
import type { GithubEvent } from "./model";
import type { Stage } from "./scenario";

/** Drift: one issue that is opened, kept up to date and closed. */
export async function drift({ fixture, server, play }: Stage): Promise<void> {
  fixture.write("dev", 30);
  fixture.write("prod", 365);
  const sha = fixture.commit();
  const night: GithubEvent = { name: "schedule", sha, ref: "refs/heads/main", payload: {} };
  const { api } = fixture;
  const fine = {
    list: "success",
    plan: "success",
    "plan (dev)": "success",
    "plan (prod)": "success",
    issue: "success",
  };

  api.calls.length = 0;
  expectResults("a night without drift", await play("drift", night), fine);
  expectEqual("calls", api.calls, []);

  changeByHand(server, "prod", 3);
  const found = await play("drift", night);
  expectResults("a change by hand", found, fine);
  expectEqual(
    "roles",
    found.roles,
    ["dev-plan", "prod-plan"].map((name) => `arn:aws:iam::123456789012:role/${name}`),
  );
  expectEqual("calls", api.calls, ["create"]);
  expectWords("the issue", api.issues[0]?.body ?? "", "## `prod`", "retention\\_in\\_days is 365, before 3");
  expectEqual("dev in the issue", api.issues[0]?.body.includes("`dev`"), false);

  expectResults("the next night", await play("drift", night), fine);
  expectEqual("calls", api.calls, ["create", "update"]);
  expectEqual(
    "issues",
    api.issues.map(({ state }) => state),
    ["open"],
  );

  changeByHand(server, "prod", 365);
  expectResults("after it was put right", await play("drift", night), fine);
  expectEqual("calls", api.calls, ["create", "update", "createComment", "update"]);
  expectEqual(
    "issues",
    api.issues.map(({ state }) => state),
    ["closed"],
  );
  console.log("ci: drift opens one issue, keeps it up to date and closes it");
}

/** What somebody does in the console; the rig's provider reads nothing again, so that the state says what a refresh would find. */
function changeByHand({ states }: Stage["server"], name: string, days: number): void {
  const state = states.get(`/${name}`) ?? "";
  const changed = state.replace(/("retention_in_days": )\d+/, `$1${days}`);
  if (changed === state) throw new Error("nothing was changed by hand");
  states.set(`/${name}`, changed);
}
