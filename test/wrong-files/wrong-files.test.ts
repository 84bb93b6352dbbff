import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run as runProgram } from "../../commands/run";
import { issueCatalogue } from "../../text/issues";
import { brief, parse as parsed } from "../support/environment";
import { ioIn } from "../support/io";
import { errors, warnings, wrongFiles } from ".";
import { levels } from "./levels";
import { meant } from "./meant";
import { slips } from "./slips";

const parsedOnce = new Map<string, ReturnType<typeof parsed>>();

/** Several tests look at the same files. */
function parse(text: string): ReturnType<typeof parsed> {
  const found = parsedOnce.get(text) ?? parsed(text);
  parsedOnce.set(text, found);
  return found;
}

test.each(errors)("fails when a file %s", (_, text, issue, advice) => {
  const { environment, issues } = parse(text);

  expect(issues.map(brief)).toContain(issue);
  expect(issues.find((found) => brief(found) === issue)).toMatchObject({
    severity: "error",
    message: expect.stringMatching(advice),
  });
  expect(environment).toBeUndefined();
});

test.each([...meant, ...levels, ...slips])("says one thing only when a file %s", (_, text, issue) => {
  expect(parse(text).issues.map(brief)).toEqual([issue]);
});

test.each(warnings)("warns when a file %s, and goes on", (_, text, issue, advice) => {
  const { environment, issues } = parse(text);

  expect(issues.map(brief)).toContain(issue);
  expect(issues.find((found) => brief(found) === issue)).toMatchObject({
    severity: "warning",
    message: expect.stringMatching(advice),
  });
  expect(environment).toBeDefined();
});

test("none of more than 120 reaches Terraform", async () => {
  const project = mkdtempSync(join(tmpdir(), "wrong-"));
  const written: string[] = [];
  mkdirSync(join(project, "environments"));
  try {
    for (const [wrong, text] of errors) {
      writeFileSync(join(project, "environments", "dev.tfvars"), text);
      const code = await runProgram(["synth"], ioIn(project).io);
      if (code !== 1 || existsSync(join(project, "cdktf.out"))) written.push(wrong);
    }
  } finally {
    rmSync(project, { recursive: true, force: true });
  }

  expect(written).toEqual([]);
  expect(errors.length).toBeGreaterThanOrEqual(120);
});

test("every message says what is wrong and how to mend it, in one line", () => {
  const messages = wrongFiles.flatMap(([, text]) => parse(text).issues.map(({ message }) => message));
  const mends =
    /write|did you mean|known:|allowed:|leave|keep|save|split|rename|correct|fix|merge|move|add|use|send less|wanted|needed|allowed|must|without|no end|no closing|is enough|compare|give one|make|name the|take it out/;

  expect(messages.filter((message) => !mends.test(message) || !/^[^\n]*[^\n.]$/.test(message))).toEqual([]);
});

test("everything that can be wrong with one file has a file that has it", () => {
  const shown = new Set(wrongFiles.map(([, , issue]) => issue.split(" ")[0]));
  // These need several files, or more than a few lines: test/config/environments.test.ts and test/config/checks.
  const elsewhere = [
    "environment-name",
    "log-policy-too-long",
    "same-name-elsewhere",
    "same-state",
    "too-many-log-policies",
    // Of the file beside the environment: test/config/organization-topics.test.ts.
    "topic-not-in-organization",
    "topics-file-foreign",
    "topics-file-invalid",
    // Of the file of imports beside the environment: test/config/imports.test.ts.
    "imports-file-invalid",
    "imports-file-foreign",
    "import-without-effect",
    // Of a pattern by itself, as text: test/patterns. In a file it is the value that is invalid.
    "pattern-syntax",
    "pattern-no-object",
  ];

  expect(Object.keys(issueCatalogue).filter((id) => !shown.has(id) && !elsewhere.includes(id))).toEqual([]);
});

test("no issue is more or less severe than the catalogue says", () => {
  const issues = wrongFiles.flatMap(([, text]) => parse(text).issues);
  const wrong = issues.filter(({ id, severity }) => ![severity, "either"].includes(issueCatalogue[id].severity));

  expect([...new Set(wrong.map(({ id, severity }) => `${id} ${severity}`))]).toEqual([]);
});
