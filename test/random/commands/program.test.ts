import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { runBin } from "../../bin/support";
import { inFolderOf } from "../../commands/run";
import { root } from "../../support/committed";
import { Case, cases } from "../support/cases";
import { good, goodEvents, goodValues } from "../support/good";
import { fileName, hostileJson, hostileText } from "../support/hostile";

const plan: unknown = JSON.parse(readFileSync(join(root, "test", "plans", "staging-changed.json"), "utf8"));
/** A command line takes no zero character, nor more than 128 KiB at a time. */
const word = hostileText.map((text) => text.replace(/\0|\p{Cs}/gu, "_").slice(0, 10_000));
const environment = fc.constantFrom(...good.map(({ bytes }) => bytes));

const commandLines: fc.Arbitrary<Case> = fc.oneof(
  fc
    .tuple(hostileJson(goodValues), fileName, fc.constantFrom("check", "synth"))
    .map(([text, name, command]) => new Case([command], { [`environments/${name}.tfvars.json`]: text })),
  fc
    .tuple(environment, hostileJson(goodEvents), fileName)
    .map(
      ([environment, event, name]) =>
        new Case(["trace", "dev", "--event", `./${name}`], { "environments/dev.tfvars": environment, [name]: event }),
    ),
  fc.tuple(environment, hostileJson(fc.constant(plan)), fileName).map(
    ([environment, plan, name]) =>
      new Case(["report", "dev", "--plan", `./${name}`, "--format", "markdown"], {
        "environments/dev.tfvars": environment,
        [name]: plan,
      }),
  ),
  fc
    .tuple(word, word)
    .map(([pattern, event]) => new Case(["test-event-pattern", `--event-pattern=${pattern}`, `--event=${event}`], {})),
  fc
    .tuple(fc.constantFrom("check", "synth", "trace", "report", "topics"), fc.array(word, { maxLength: 3 }))
    .map(([command, words]) => new Case([command, ...words], { "environments/dev.tfvars": "" })),
);

test("ends well as users run it, whatever it is given", () =>
  cases(
    300,
    commandLines,
    () => [],
    ({ args: [command = "", ...args], files }) =>
      inFolderOf(files, async (cwd) => {
        const env = { ENVIRONMENTS_DIR: join(cwd, "environments"), CDKTF_OUTDIR: join(cwd, "out") };
        const program =
          command === "synth" ? (["run.cjs", "main.ts"] as const) : (["genesys-eventbridge.cjs", command] as const);
        const { code, ...said } = await runBin([...program, ...args], { cwd, env });
        return { code: code ?? -1, ...said };
      }),
  ));
