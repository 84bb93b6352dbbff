import type { Environment } from "../../config/model";
import { FilesProblem } from "../../files/files-problem";
import type { Aws } from "../../operate/aws/aws";
import { busesOf } from "../../operate/buses";
import { hasEnded } from "../../operate/tail/names";
import { type Remains, remainsOf } from "../../operate/tail/remains";
import { remove } from "../../operate/tail/remove";
import type { Io } from "../io";
import { timeText } from "../time";

/** What runs have left in the account, and what belongs to others that may still run. */
export interface Found {
  readonly left: readonly Remains[];
  readonly running: readonly Remains[];
}

/** Returns what is in the account of earlier runs. */
export async function found(aws: Aws, environment: Environment): Promise<Found> {
  const all = await remainsOf(aws, environment, await deployedBuses(aws, environment));
  const now = new Date();
  return {
    left: all.filter(({ run }) => hasEnded(run, now)),
    running: all.filter(({ run }) => !hasEnded(run, now)),
  };
}

/** A stream whose bus is not there yet has nothing that is left. */
async function deployedBuses(aws: Aws, environment: Environment): Promise<string[]> {
  try {
    const buses = await busesOf(aws, environment, Object.keys(environment.streams));
    return [...new Set(buses.map(({ bus }) => bus))];
  } catch (error) {
    if (!(error instanceof FilesProblem)) throw error;
    return [];
  }
}

/** Takes away what earlier runs have left. @returns false where something could not be taken away, which has been said */
export async function clear(aws: Aws, left: readonly Remains[], io: Io): Promise<boolean> {
  let all = true;
  for (const remains of left) {
    try {
      await remove(aws, remains);
      io.stderr(`${thingsOf(remains)}, left by an earlier run: taken away`);
    } catch (error) {
      if (!(error instanceof FilesProblem)) throw error;
      all = false;
      io.stderr(`${thingsOf(remains)}, left by an earlier run, cannot be taken away: ${error.message}`);
    }
  }
  return all;
}

/** `dev-tail-…: a rule on the bus b, a queue`. */
export function thingsOf({ run, buses, queueUrl }: Remains): string {
  const rules = buses.map((bus) => `the rule on the bus ${bus}`);
  return `${run.name}: ${[...rules, ...(queueUrl === undefined ? [] : ["the queue"])].join(", ")}`;
}

/** Says what another's run has made, and when it may be taken away. */
export function runningLine({ run }: Remains): string {
  return `${run.name} is of a run that may still be going on, elsewhere or here; from ${timeText(run.expires)} on it is taken away`;
}
