import type { TerraformStack } from "cdktf";
import type { Rule } from "../config/model";
import { rulePattern } from "../config/pattern";
import { ruleName } from "../schema/identity";
import { address } from "./address";
import { type CloudwatchEventBus, CloudwatchEventRule } from "./bindings";
import type { Source } from "./source";

export function createRule(
  stack: TerraformStack,
  source: Source,
  bus: CloudwatchEventBus,
  [name, rule]: readonly [string, Rule],
  tags: Record<string, string>,
): CloudwatchEventRule {
  return new CloudwatchEventRule(stack, address(CloudwatchEventRule, name), {
    name: ruleName(name, rule),
    eventBusName: bus.name,
    eventPattern: rulePattern(source.name, rule),
    state: rule.enabled ? "ENABLED" : "DISABLED",
    tags,
    ...(rule.description !== undefined && { description: rule.description }),
  });
}
