import { expectEqual, expectResults, expectWords } from "./expect";
import type { GithubEvent } from "./model";
import type { Stage } from "./scenario";

function pullRequest(sha: string, from = "acme/events"): GithubEvent {
  const pull_request = { head: { repo: { full_name: from } }, user: { login: "somebody" } };
  return { name: "pull_request", sha, ref: "refs/pull/7/merge", payload: { number: 7, pull_request } };
}

/** Pull requests: annotations, a plan of what is touched, one comment, and no credentials for strangers. */
export async function pullRequests({ fixture, play }: Stage): Promise<void> {
  fixture.api.calls.length = 0;
  fixture.write("dev", 30);
  fixture.git("checkout", "-q", "-b", "topic");
  fixture.commit();

  const merge = (days: number) => {
    fixture.write("dev", days);
    return fixture.commit();
  };
  const opened = await play("pull-request", pullRequest(merge(14)));
  const planned = { check: "success", plan: "success", "plan (dev)": "success", comment: "success" };
  expectResults("a pull request", opened, planned);
  expectEqual("roles", opened.roles, ["arn:aws:iam::123456789012:role/dev-plan"]);
  expectEqual("calls", fixture.api.calls, ["createComment"]);
  const comments = () => fixture.api.comments.filter(({ on }) => on === 7);
  const comment = () => comments()[0]?.body ?? "";
  expectWords(
    "the comment",
    comment(),
    "## `dev`",
    "0 to make, 1 to change",
    "keeps what it holds for 14 days, before 30 days",
  );
  expectEqual("prod in the comment", comment().includes("prod"), false);
  console.log("ci: a pull request gets a comment with the plan of what it touches");

  expectResults("a second push", await play("pull-request", pullRequest(merge(7))), planned);
  expectEqual("calls", fixture.api.calls, ["createComment", "updateComment"]);
  expectWords("the comment", comment(), "for 7 days, before 30 days");
  console.log("ci: a second push changes the same comment");

  fixture.writeText("dev", "aws_regoin = 1\n");
  const broken = await play("pull-request", pullRequest(fixture.commit()));
  expectResults("a broken file", broken, { check: "failure", plan: "skipped", comment: "success" });
  const log = broken.jobs.get("check")?.log ?? "";
  expectWords(
    "annotations",
    log,
    /^::error file=environments\/dev\.tfvars,line=1,col=1,title=unknown-key::.*aws_region/m,
  );
  expectEqual("roles", broken.roles, []);
  expectWords("the comment", comment(), "Nothing is planned: the check failed");
  console.log("ci: a broken file is annotated and never planned");

  const sha = merge(14);
  const fork = await play("pull-request", pullRequest(sha, "stranger/events"));
  expectResults("a fork's pull request", fork, { check: "success", plan: "skipped", comment: "skipped" });
  expectEqual("roles", fork.roles, []);
  expectWords("its summary", fork.jobs.get("check")?.summary ?? "", "## `dev`");
  console.log("ci: a fork's pull request gets a report and no credentials");

  const early = await play("pull-request", pullRequest(sha), fixture.repository({}));
  expectResults("before the roles are there", early, { check: "success", plan: "skipped", comment: "success" });
  expectWords("the comment", comment(), "EVENTBRIDGE_DEPLOY is not `true`", "## `dev`", "### Findings");
  expectEqual("comments", comments().length, 1);
  console.log("ci: before the roles are there, the comment says what the files say");

  fixture.git("rm", "-q", "environments/prod.tfvars");
  fixture.writeText("new", "");
  fixture.write("new", 30);
  const added = await play("pull-request", pullRequest(fixture.commit()), fixture.repository({}));
  const warnings = added.jobs.get("check")?.log.match(/^::warning::.*$/gm) ?? [];
  expectWords("warnings", warnings.join("\n"), "does not deploy new", "the file of prod is deleted");
  fixture.git("checkout", "-q", "main");
  console.log("ci: an environment that nothing deploys, and one whose file goes, are warned of");
}
