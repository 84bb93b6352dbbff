import type { TerraformStack } from "cdktf";
import type { Rule } from "../config/model";
import { rulePattern } from "../config/pattern";
import { ruleName } from "../schema/identity";
import { address } from "./address";
import { CloudwatchEventRule } from "./bindings";
import type { MadeStream } from "./stream";

export function createRule(
  stack: TerraformStack,
  { source, envelope, made: bus }: MadeStream,
  [name, rule]: readonly [string, Rule],
  tags: Record<string, string>,
): CloudwatchEventRule {
  return new CloudwatchEventRule(stack, address(CloudwatchEventRule, name), {
    name: ruleName(name, rule),
    eventBusName: bus.name,
    eventPattern: rulePattern(source, rule, envelope),
    state: rule.enabled ? "ENABLED" : "DISABLED",
    tags,
    ...(rule.description !== undefined && { description: rule.description }),
  });
}
