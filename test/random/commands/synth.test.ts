import * as fc from "fast-check";
import { run as runProgram } from "../../../commands/run";
import { inFolderOf } from "../../commands/run";
import { ioIn } from "../../support/io";
import { Case, cases } from "../support/cases";
import { goodValues } from "../support/good";
import { hostileJson } from "../support/hostile";

const run = ({ files, args: [, ...args] }: Case) =>
  inFolderOf(files, async (folder) => {
    const { io, stdout, stderr } = ioIn(folder);
    const code = await runProgram(["synth", ...args], io);
    return { code, stdout: stdout.join("\n"), stderr: stderr.join("\n") };
  });

test("writes a stack of whatever check finds right, and nothing of the rest", () =>
  cases(
    1200,
    fc
      .tuple(hostileJson(goodValues, 1), fc.constantFrom<readonly string[]>([], ["dev"]))
      .map(([text, words]) => new Case(["synth", ...words], { "environments/dev.tfvars.json": text })),
    ({ code, stdout }) =>
      (code === 0) === (stdout === "cdktf.out/stacks/dev") ? [] : ["the exit code is not what stdout says"],
    run,
  ));
