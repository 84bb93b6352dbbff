import { DESTINATION_NAME_LENGTH, RULE_NAME_LENGTH } from "../../../aws/limits";
import { parsedJson } from "../../../report/resources/resource";
import { isMap } from "../../../text/value";
import type { Account } from "../adoptable";
import { type HeldRule, heldRulesOn } from "../bus-contents";
import { foundDestination } from "./destination";
import { type FoundEnvironment, freeName } from "./found";
import { targetOptions } from "./target";

/** Adds what is on a bus to the environment: its rules, their targets, and where these go. */
export async function addRules(stream: string, bus: string, into: FoundEnvironment, account: Account): Promise<void> {
  for (const held of await heldRulesOn(account.aws, bus)) await addRule(stream, held, into, account);
}

async function addRule(stream: string, { rule, targets }: HeldRule, into: FoundEnvironment, account: Account) {
  const { Name = "", EventPattern, Description, State } = rule;
  const pattern = parsedJson(EventPattern);
  if (!isMap(pattern)) {
    into.remarks.push(`the rule ${Name} has no event pattern; it is left out, and goes on as it is`);
    return;
  }
  const options: Record<string, Record<string, unknown>> = {};
  for (const target of targets) {
    const destination = await destinationFor(target.Arn ?? "", into, account);
    if (destination === undefined) {
      into.remarks.push(
        `the target ${target.Id} of the rule ${Name} is ${target.Arn}, which no type of destination is by its ARN; it is left out, and goes on receiving`,
      );
    } else if (Object.hasOwn(options, destination)) {
      into.remarks.push(`the rule ${Name} sends to ${target.Arn} twice; the target ${target.Id} is left out`);
    } else options[destination] = targetOptions(destination, target);
  }
  if (Object.keys(options).length === 0) {
    into.remarks.push(`the rule ${Name} has no target that the file could name; it is left out, and goes on as it is`);
    return;
  }
  const key = freeName(Name, into.rules, RULE_NAME_LENGTH);
  // A bus has events of one source only.
  const { source: _, ...rest } = pattern;
  into.rules[key] = {
    ...(key !== Name && { name: Name }),
    stream,
    ...(Object.keys(rest).length > 0 && { pattern: rest }),
    ...(Description && { description: Description }),
    ...(State === "DISABLED" && { enabled: false }),
    targets: options,
  };
}

/** Returns the name of the destination that an ARN is, made where there is none yet. */
async function destinationFor(arn: string, into: FoundEnvironment, account: Account): Promise<string | undefined> {
  const known = into.byArn.get(arn);
  if (known !== undefined) return known;
  const found = await foundDestination(arn, account);
  if (found === undefined) return undefined;
  const name = freeName(arn.replace(/:\*$/, "").split(/[:/]/).at(-1) ?? "", into.destinations, DESTINATION_NAME_LENGTH);
  into.destinations[name] = { ...found.keys };
  into.byArn.set(arn, name);
  if (found.why !== undefined) into.remarks.push(`destinations.${name} names ${arn} by its ARN: ${found.why}`);
  return name;
}
