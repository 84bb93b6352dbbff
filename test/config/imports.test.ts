import { examine } from "../../config/environment";
import { brief, file } from "../support/environment";

const BUS = { to: "aws_cloudwatch_event_bus.audit", id: "aws.partner/genesys.com/cloud/x/audit" };
const PLACE = { aws_account_id: "123456789012", aws_region: "us-east-1" };

/** What is said of an environment beside which this file of imports lies. */
function examined(imports: unknown, text = file()) {
  const bytes = Buffer.from(typeof imports === "string" ? imports : JSON.stringify(imports));
  return examine({
    path: "dev.tfvars",
    name: "dev",
    bytes: Buffer.from(text),
    imports: { path: "dev.imports.json", bytes },
  });
}

test("takes over what the file says, sorted, and none where there is no file", () => {
  const log = { to: "aws_cloudwatch_log_group.log", id: "/audit" };
  const { environment, issues } = examined({ ...PLACE, imports: [log, BUS] });

  expect(issues).toEqual([]);
  expect(environment?.imports).toEqual([BUS, log]);
  expect(examine({ path: "dev.tfvars", name: "dev", bytes: Buffer.from(file()) }).environment?.imports).toEqual([]);
});

test("follows a resource whose entry has another name by now", () => {
  const text = file().replace("log = {", 'records = { renamed_from = "log"').replace('["log"]', '["records"]');
  const { environment, issues } = examined(
    { ...PLACE, imports: [{ to: "aws_cloudwatch_log_group.log", id: "/audit" }] },
    text,
  );

  expect(issues).toEqual([]);
  expect(environment?.imports).toEqual([{ to: "aws_cloudwatch_log_group.records", id: "/audit" }]);
});

test.each([
  ["is cut off", "{", "syntax 1:2", /npm run adopt -- dev\.tfvars writes it anew$/],
  ["has another shape", { ...PLACE, imports: [{ to: 1 }] }, "imports-file-invalid 1:", /adopt -- dev\.tfvars writes/],
  [
    "is of another account",
    { ...PLACE, aws_account_id: "999988887777", imports: [] },
    "imports-file-foreign 1:",
    /999988887777.*123456789012/,
  ],
  [
    "is of another region",
    { ...PLACE, aws_region: "eu-west-1", imports: [] },
    "imports-file-foreign 1:",
    /eu-west-1.*us-east-1/,
  ],
])("fails where it %s", (_, imports, issue, message) => {
  const { environment, issues } = examined(imports);

  expect(environment).toBeUndefined();
  expect(issues.map(brief).join()).toContain(issue);
  expect(issues[0]).toMatchObject({ file: "dev.imports.json", message: expect.stringMatching(message) });
});

test.each([
  [
    "no resource of the stack",
    [{ to: "aws_cloudwatch_event_bus.adit", id: "x" }],
    /did you mean aws_cloudwatch_event_bus\.audit\?/,
  ],
  ["one that is there twice", [BUS, { ...BUS, id: "y" }], /only the first counts/],
])("warns of an import for %s, and leaves it out", (_, imports, message) => {
  const { environment, issues } = examined({ ...PLACE, imports });

  expect(issues).toMatchObject([
    { id: "import-without-effect", severity: "warning", message: expect.stringMatching(message) },
  ]);
  expect(environment?.imports.length).toBe(imports.length - 1);
});
