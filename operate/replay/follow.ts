import { setTimeout } from "node:timers/promises";
import { AwsProblem } from "../aws/aws-problem";
import { type DescribedReplay, isActive, type ReplayAccount } from "./account";

/** Calls that may fail one after the other, as networks do, before following ends: the replay goes on in any case. */
const FAILURES = 5;
const WAIT = { first: 500, most: 5000, growth: 1.5 };

/**
 * Looks at a replay again and again, until it has ended.
 *
 * @throws AwsProblem where AWS gives no answer any more
 */
export async function* followed(
  account: ReplayAccount,
  name: string,
  signal: AbortSignal,
): AsyncGenerator<DescribedReplay> {
  let wait = WAIT.first;
  let failed = 0;
  for (;;) {
    try {
      const replay = await account.describe(name);
      failed = 0;
      yield replay;
      if (!isActive(replay)) return;
    } catch (error) {
      if (!(error instanceof AwsProblem) || error.denied || ++failed >= FAILURES) throw error;
    }
    await setTimeout(wait, undefined, { signal });
    wait = Math.min(wait * WAIT.growth, WAIT.most);
  }
}
