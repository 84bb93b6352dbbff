import { brief, file, parse } from "../support/environment";

test("fails when required keys are missing, each at the top of the file", () => {
  const { issues } = parse("");

  expect(issues.map(brief)).toEqual([
    "missing-key 1:1 aws_account_id",
    "missing-key 1:1 aws_region",
    "missing-key 1:1 streams",
  ]);
});

test("never shows the value of what may be a credential", () => {
  const { issues } = parse(
    file({
      top: 'client_secret = "hunter2"\ntags = { api_key = "hunter2" }\nstate = { backend = "http", address = "https://me:hunter2@s" }',
    }),
  );

  expect(issues.map(({ id }) => id)).toEqual(["credential-in-file", "credential-in-file", "credential-in-file"]);
  expect(JSON.stringify(issues)).not.toContain("hunter2");
});

test("reports mistakes of every kind in one run", () => {
  const { issues } = parse(
    file({
      top: 'aws_regoin = "x"\nstate = { backend = "s4" }',
      stream: "notes = var.notes",
      rule: 'stream = "audti"\ntargets = ["lgo"]',
      destination: 'type = "kinesys"',
    }).replace('stream = "audit"\n', ""),
  );

  expect(issues.map(({ id }) => id)).toEqual([
    "unknown-key",
    "unknown-value",
    "not-a-literal",
    "unknown-stream",
    "unknown-destination",
    "unknown-value",
  ]);
});
