import type { Environment } from "../../config/model";
import type { Aws } from "../../operate/aws/aws";
import type { Remains } from "../../operate/tail/remains";
import type { Io } from "../io";
import { timeText } from "../time";
import { clear, found, runningLine, thingsOf } from "./remains";

/** Takes away what earlier runs have left, and tells what it leaves to runs that may still be going on. */
export async function clean(
  aws: Aws,
  environment: Environment,
  values: { readonly json?: boolean | undefined; readonly "dry-run"?: boolean | undefined },
  io: Io,
): Promise<number> {
  const { left, running } = await found(aws, environment);
  const dryRun = values["dry-run"] === true;
  const cleared = dryRun || (await clear(aws, left, io));
  if (values.json) io.json({ dry_run: dryRun, left: left.map(asJson), running: running.map(asJson) }, 2);
  else {
    if (dryRun) io.stdout(left.map((remains) => `${thingsOf(remains)} would be taken away`));
    io.stdout(running.map(runningLine));
    if (left.length === 0) io.stdout("no run has left anything");
  }
  return cleared ? 0 : 1;
}

/** What is there of a run, for other programs. */
export function asJson({ run, buses, queueUrl }: Remains) {
  return { name: run.name, expires: timeText(run.expires), buses, queue_url: queueUrl ?? null };
}
