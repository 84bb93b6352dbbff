import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Environment } from "../../../config/model";
import { prerequisites, rehearse } from "../rig";
import { type Call, callsIn } from "./calls";

/** The stacks of an environment: as its file is, and as it is edited. */
export interface Stacks {
  readonly before: string;
  readonly after: string;
}

/** Returns every call that the real AWS provider makes for an environment from the first apply to the end. */
export async function record(rig: string, work: string, environment: Environment, stacks: Stacks): Promise<Call[]> {
  const log = join(work, `${environment.name}.log`);
  const program = ["bin/run.cjs", "test/rehearsal/deploy-roles/there-and-back.ts", stacks.after, stacks.before];
  const { code, output } = await rehearse(
    rig,
    [stacks.before, "with", "--aws", "real", ...prerequisites(environment), "--", process.execPath, ...program],
    { TF_LOG: "JSON", TF_LOG_CORE: "ERROR", TF_LOG_PATH: log },
  );
  if (code !== 0) throw new Error(`${environment.name} does not pass there and back:\n${output}`);
  const written = Object.values(stacks).map((folder) => readFileSync(join(folder, "cdk.tf.json"), "utf8"));
  const calls = await callsIn(log, written.join().match(/(?<=")\/aws\/[^"]+/g) ?? []);
  rmSync(log);
  return calls;
}
