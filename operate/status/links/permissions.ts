import { missingPermission } from "../../../report/permissions";
import type { Missing } from "../../../report/permissions/permission";
import { queueMissing } from "../../../report/permissions/queue";
import { blocks, text } from "../../../report/resources/resource";
import { isHere, type TargetPair, targetPairs } from "../deliveries";
import { type Evidence, evidenceOn } from "../evidence";
import { broken, type Check, type Link, ok, skipped, warning } from "../link";
import { receiver } from "../live/receivers";
import { liveRole } from "../live/roles";
import type { Look } from "../look";
import { applyAgain } from "../remedies";
import { looked } from "../seen";

/** Whether EventBridge may deliver to each target and to its dead-letter queue, by the policies that are really there. */
export const permissions: Link = {
  id: "permissions",
  title: "permissions",
  async check(look) {
    const pairs = await targetPairs(look);
    return Promise.all(pairs.map((pair) => looked(pair.subject, () => checkOne(look, pair))));
  },
};

async function checkOne(look: Look, pair: TargetPair): Promise<Check> {
  const { live, subject } = pair;
  const arn = live && text(live, "arn");
  if (live === undefined || arn === undefined) return skipped(subject, "the target is not there");
  const roleArn = text(live, "role_arn");
  if (roleArn !== undefined && (await liveRole(look.account, roleArn)) === undefined)
    return broken(
      subject,
      `the role ${roleArn} is not there, so that EventBridge may not deliver`,
      applyAgain(look.environment),
    );
  if (isHere(arn, look) && (await receiver(look.account, arn)) === undefined)
    return skipped(subject, "its destination is not there");
  const { delivery, known } = await evidenceOn(look, live);
  const missing = missingPermission(delivery, known) ?? (await queueOf(look, { delivery, known }));
  if (missing === undefined)
    return ok(subject, roleArn === undefined ? "EventBridge may deliver" : `${roleArn} may deliver`);
  const say = missing.severity === undefined ? broken : warning;
  return say(subject, missing.what, `${applyAgain(look.environment)}; where another team owns the policy, ask them`);
}

/** What cannot be delivered goes to a queue, which must let EventBridge in, too. */
async function queueOf(look: Look, { delivery, known }: Evidence): Promise<Missing | undefined> {
  const [block] = blocks(delivery.target, "dead_letter_config");
  const arn = typeof block?.arn === "string" ? block.arn : undefined;
  if (arn === undefined || !isHere(arn, look) || (await receiver(look.account, arn)) === undefined) return undefined;
  const missing = queueMissing({ arn, receiver: undefined, ruleArn: delivery.ruleArn }, known);
  return (
    missing && {
      what: `what cannot be delivered is lost, since the dead-letter queue does not take it: ${missing.what}`,
    }
  );
}
