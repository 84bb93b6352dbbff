import { isHere, targetPairs } from "../deliveries";
import { broken, type Check, type Link, ok, skipped } from "../link";
import { receiver } from "../live/receivers";
import type { Look } from "../look";
import { applyAgain } from "../remedies";
import { looked } from "../seen";

/** Every destination that a rule delivers to: there, and in a state in which it takes events. */
export const destinations: Link = {
  id: "destinations",
  title: "destinations",
  async check(look) {
    const pairs = await targetPairs(look);
    const arns = new Map(
      pairs.flatMap(({ destination, arn }) => (arn === undefined ? [] : [[destination, arn] as const])),
    );
    return Promise.all(
      [...arns].map(([destination, arn]) =>
        looked(`destination ${destination}`, () => checkOne(look, destination, arn)),
      ),
    );
  },
};

async function checkOne(look: Look, destination: string, arn: string): Promise<Check> {
  const subject = `destination ${destination}`;
  if (!isHere(arn, look)) return skipped(subject, `${arn} is in another account, where these credentials see nothing`);
  const found = await receiver(look.account, arn);
  if (found === undefined) {
    const made = look.environment.destinations[destination]?.arn === undefined;
    const remedy = made ? applyAgain(look.environment) : "make it, or mend its arn in the file";
    return broken(subject, `${arn} is not there`, remedy);
  }
  if (found.trouble === undefined) return ok(subject, arn);
  return broken(
    subject,
    `${arn} takes nothing: ${found.trouble}`,
    "see to it in its own console: the stack itself may be as the file says",
  );
}
