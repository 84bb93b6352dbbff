import { arn as arnOf } from "../../aws/names";
import type { Environment, Rule, Stream } from "../../config/model";
import { deliveryArn } from "../../destinations/parts/creation";
import { ruleName } from "../../schema/identity";
import { streamType } from "../../streams";
import { joined } from "../../text/words";
import type { Sent } from "../../trace/deliver";
import { tracedRule } from "../../trace/traced-rule";
import { busOf } from "../buses";
import type { Letter } from "./letter";
import { senderOf } from "./senders";
import type { Sender } from "./senders/sender";

/** The target that a letter was on its way to, as the file has it. */
export interface Recipient {
  readonly rule: string;
  readonly ruleName: string;
  readonly sent: Sent;
  readonly arn: string;
  readonly sender: Sender;
}

/** The rule of the file that a letter's rule is; its target, or the reason why there is none to send to. */
export interface Addressed {
  readonly rule: string | undefined;
  readonly stream: string | undefined;
  readonly destination: string | undefined;
  readonly recipient: Recipient | undefined;
  readonly why: string;
}

const NOBODY = { rule: undefined, stream: undefined, destination: undefined, recipient: undefined };

/** Returns a reader of addresses, which finds the target of a letter in an environment. */
export function addressBook(environment: Environment): (letter: Pick<Letter, "rule" | "target">) => Addressed {
  const known = new Map<string, Addressed>();
  return ({ rule = "", target = "" }) => {
    const key = `${rule} ${target}`;
    const found = known.get(key) ?? addressed(environment, rule, target);
    known.set(key, found);
    return found;
  };
}

function addressed(environment: Environment, ruleArn: string, targetArn: string): Addressed {
  if (ruleArn === "") return { ...NOBODY, why: "it names no rule (RULE_ARN), so that nobody can say where it belongs" };
  const found = Object.entries(environment.rules).find(([key, rule]) => isRule(environment, key, rule, ruleArn));
  if (found === undefined) return { ...NOBODY, why: "its rule is not in the file" };
  const [rule, keys] = found;
  const stream = environment.streams[keys.stream];
  if (stream === undefined) return { ...NOBODY, why: "its rule's stream is not in the file" };
  const type = streamType(stream.type);
  const { source } = busOf(environment, keys.stream, stream);
  const traced = tracedRule(environment, source, type, type.topics(stream), rule, keys);
  const targets = traced.targets.map((sent) => ({
    sent,
    arn: deliveryArn(environment, sent.target.destination, sent.destination) ?? "",
  }));
  const place = { rule, stream: keys.stream };
  const own = targets.filter(({ arn, sent }) => (targetArn === "" ? sent.target.dead_letter : isSame(arn, targetArn)));
  const [one, other] = own;
  if (one === undefined) return { ...NOBODY, ...place, why: "its target is no longer one of the rule's in the file" };
  if (other !== undefined) {
    const names = joined(own.map(({ sent }) => sent.target.destination));
    return { ...NOBODY, ...place, why: `it names no target (TARGET_ARN), and the rule has ${own.length}: ${names}` };
  }
  const destination = one.sent.target.destination;
  const sender = senderOf(one.arn);
  if (sender === undefined)
    return { ...place, destination, recipient: undefined, why: "nothing is known to send there" };
  const arn = targetArn || one.arn;
  return {
    ...place,
    destination,
    recipient: { rule, ruleName: ruleName(rule, keys), sent: one.sent, arn, sender },
    why: "",
  };
}

function isRule(environment: Environment, key: string, rule: Rule, arn: string): boolean {
  const stream: Stream | undefined = environment.streams[rule.stream];
  if (stream === undefined) return false;
  // The bus's name may contain an organization that the file leaves out.
  const [, bus = ""] = /:rule\/(.+)\/[^/]+$/.exec(arn) ?? [];
  const organization = environment.organization_id ?? streamType(stream.type).organizationIn?.(bus);
  const own = busOf(environment, rule.stream, stream, organization).bus;
  return arn === arnOf(environment, "events", `rule/${own}/${ruleName(key, rule)}`);
}

/** CloudWatch Logs ends ARNs in `:*`; that of an API destination ends in what AWS adds. */
function isSame(composed: string, arn: string): boolean {
  if (composed.endsWith("/*")) return arn.startsWith(composed.slice(0, -1));
  return composed === arn.replace(/(:log-group:.*):\*$/, "$1");
}
