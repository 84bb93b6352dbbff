import { setTimeout } from "node:timers/promises";
import { FilesProblem } from "../../files/files-problem";
import type { GenesysCloud } from "../genesys/cloud";
import { GenesysProblem } from "../genesys/cloud";
import type { Kind, Page } from "./kinds/kind";
import type { Unit } from "./unit";

/** Waits so long, or until the signal comes. */
export type Wait = (ms: number, signal?: AbortSignal) => Promise<unknown>;

export const waiting: Wait = (ms, signal) =>
  setTimeout(ms, undefined, signal && { signal }).catch((error: unknown) => {
    if (!signal?.aborted) throw error;
  });

/** The waits between two looks at a job: twice as long each time, as a day's job takes from seconds to many minutes. */
const LOOK_MS = { first: 1000, most: 30_000 };

/** A job, or a mark in its results, that is no more; another job gives the same records. */
export class LostJob extends FilesProblem {}

/**
 * Waits until the results of a job can be read.
 *
 * @throws LostJob where it never gives any
 */
export async function ready(
  cloud: GenesysCloud,
  kind: Kind,
  job: string,
  wait: Wait,
  signal: AbortSignal,
): Promise<void> {
  for (let pause = LOOK_MS.first; !signal.aborted; pause = Math.min(pause * 2, LOOK_MS.most)) {
    const state = await kept(() => kind.state(cloud, job), kind, job);
    if (state === "ready") return;
    if (state !== "running") throw new LostJob(`Genesys Cloud's job ${job} of ${kind.name} ended: ${state.ended}`);
    await wait(pause, signal);
  }
}

/** @throws LostJob where the job, or the mark, is not known any more */
export function page(cloud: GenesysCloud, kind: Kind, job: string, cursor: string | undefined): Promise<Page> {
  return kept(() => kind.page(cloud, job, cursor), kind, job);
}

/** The statuses by which APIs say that there is no such job, or no such mark: 400 is said of a cursor that has expired. */
const GONE = [400, 404, 410];

async function kept<Result>(ask: () => Promise<Result>, kind: Kind, job: string): Promise<Result> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof GenesysProblem) || !GONE.includes(error.status)) throw error;
    throw new LostJob(`Genesys Cloud's job ${job} of ${kind.name} cannot be read: ${error.message}`);
  }
}

/** Returns the words for a unit in a message. */
export function unitText({ kind, part, from, to }: Unit): string {
  return `${kind}${part === undefined ? "" : ` of ${part}`}, ${from.toISOString()} to ${to.toISOString()}`;
}
