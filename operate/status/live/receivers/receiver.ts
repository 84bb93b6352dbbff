import type { Resource } from "../../../../report/resources/resource";
import { isAwsError } from "../../../aws/aws-problem";
import type { Account } from "../account";

/** What a target delivers to, as it is in the account. */
export interface Receiver {
  /** It and what else is said of who may use it, as Terraform would have it. */
  readonly resources: readonly Resource[];
  /** What keeps it from taking events. */
  readonly trouble?: string;
}

/** Reads a receiver by its ARN; undefined where there is none. */
export type ReadReceiver = (account: Account, arn: string) => Promise<Receiver | undefined>;

/** Returns undefined in place of the errors by which a service says that there is no such thing. */
export async function ifThere<Found>(reading: Promise<Found>, ...codes: readonly string[]): Promise<Found | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (isAwsError(error, ...codes)) return undefined;
    throw error;
  }
}

/** Returns a receiver that policies say nothing of: whoever may use it says so in a role. */
export function known(trouble?: string): Receiver {
  return { resources: [], ...(trouble !== undefined && { trouble }) };
}

/** Returns what is wrong with a state that is none of those in which events are taken. */
export function unlessIn(state: string | undefined, good: readonly string[]): string | undefined {
  return state === undefined || good.includes(state) ? undefined : `its state is ${state}`;
}
