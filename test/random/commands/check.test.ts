import * as fc from "fast-check";
import { asHcl } from "../support/as-hcl";
import { Case, cases } from "../support/cases";
import { editedFile } from "../support/edited";
import { environments } from "../support/environments";
import { goodValues } from "../support/good";
import { fileName, hostileJson, hostileText, SECRET } from "../support/hostile";
import { withSecret } from "../support/secrets";
import { withSlip } from "../support/slips";
import type { Timed } from "../support/sound-run";

const format = fc.constantFrom<readonly string[]>([], [], ["--json"], ["--format", "github"]);
const name = fc.oneof({ weight: 3, arbitrary: fc.constant("dev") }, { weight: 1, arbitrary: fileName });

/** An environment file that is checked alone. */
const of = (text: fc.Arbitrary<string | Uint8Array>, ending: "tfvars" | "tfvars.json") =>
  fc
    .tuple(text, name, format)
    .map(([text, name, format]) => new Case(["check", ...format], { [`environments/${name}.${ending}`]: text }));

/** The exit code says what the output says. */
function consistent({ code, stdout, stderr }: Timed, { args }: Case): string[] {
  const json = args.includes("--json") && stdout !== "";
  const issues = json
    ? JSON.parse(stdout).issues.map(({ severity }: { severity: string }) => severity)
    : stdout.split("\n").map((line) => /^(?:.*:\d+:\d+: (?=warning)|::)?(warning|error)?/.exec(line)?.[1] ?? "error");
  const wrong = stdout !== "" && issues.includes("error");
  const unread = stdout === "" && !/^(?:nothing wrong|\d+ warning)/m.test(stderr);
  return (code === 1) === (wrong || unread) || (code === 0 && json)
    ? []
    : [`exit code ${code}, which the output does not say`];
}

test("says in lines what is wrong with values that are hostile", () =>
  cases(9000, of(hostileJson(goodValues), "tfvars.json"), consistent));

test("says in lines what is wrong with HCL that is hostile", () =>
  cases(
    4000,
    of(
      hostileJson(goodValues, 2).map((json) => {
        try {
          return asHcl(JSON.parse(json));
        } catch {
          return json;
        }
      }),
      "tfvars",
    ),
    consistent,
  ));

test("says in lines what is wrong with files that were edited", () =>
  cases(
    3000,
    fc
      .tuple(editedFile, format)
      .map(([{ path, bytes }, format]) => new Case(["check", ...format], { [`environments/${path}`]: bytes })),
    consistent,
  ));

test("says in lines what is wrong with any environment", () =>
  cases(
    500,
    of(
      withSlip(environments).map((value) => JSON.stringify(value)),
      "tfvars.json",
    ),
    consistent,
  ));

test("never shows a secret, wherever it was written", () =>
  cases(2000, of(withSecret(goodValues), "tfvars.json"), (ran, of) => [
    ...consistent(ran, of),
    ...(ran.code === 1 ? [] : [`${SECRET} is in the file, and that is no error`]),
  ]));

test("says in a line what is wrong with arguments", () =>
  cases(
    1500,
    fc
      .tuple(
        fc.constantFrom("check", "report", "trace", "topics", "test-event-pattern", "synth", ""),
        fc.array(
          fc.oneof(
            hostileText.map((text) => text.replaceAll("\0", "")),
            fc.constantFrom("dev", "environments", "--event", "--json", "--plan", "--format"),
          ),
          { maxLength: 4 },
        ),
      )
      .map(
        ([command, words]) => new Case(command === "" ? words : [command, ...words], { "environments/dev.tfvars": "" }),
      ),
  ));
