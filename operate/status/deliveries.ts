import { parseArn } from "../../aws/arn";
import { type Resource, text } from "../../report/resources/resource";
import { onceForEach } from "../../text/once";
import { placeOf } from "./live/rules";
import { liveTargets } from "./live/targets";
import { type Declared, declaredBy, type Look } from "./look";

/** A target of the file beside the one in the account. */
export interface TargetPair {
  readonly wanted: Resource;
  readonly live: Resource | undefined;
  /** `target log of rule all` */
  readonly subject: string;
  /** The destination's key. */
  readonly destination: string;
  /** The ARN that it delivers to: the file's, where it is known. */
  readonly arn: string | undefined;
}

/** Returns the key by which a target is found in the account. */
export function targetKey(target: Resource): string {
  return `${placeOf(target, "rule")}/${text(target, "target_id")}`;
}

export const targetPairs = onceForEach(async (look: Look): Promise<readonly TargetPair[]> => {
  const declared = declaredBy(look.environment);
  const live = new Map((await liveTargets(look)).map((target) => [targetKey(target), target]));
  return declared.of("aws_cloudwatch_event_target").map((wanted) => {
    const found = live.get(targetKey(wanted));
    return {
      wanted,
      live: found,
      ...called(declared, wanted),
      arn: text(wanted, "arn") ?? (found && text(found, "arn")),
    };
  });
});

function called(declared: Declared, target: Resource): Pick<TargetPair, "subject" | "destination"> {
  const [, rule = text(target, "rule"), , named = text(target, "target_id")] = declared.pathOf(target);
  return { subject: `target ${named} of rule ${rule}`, destination: String(named) };
}

/** Returns whether an ARN is of the environment's account, as the credentials are. */
export function isHere(arn: string, { environment }: Look): boolean {
  const { account } = parseArn(arn);
  return account === "" || account === environment.aws_account_id;
}
