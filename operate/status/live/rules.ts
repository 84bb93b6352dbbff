import type { Rule } from "@aws-sdk/client-eventbridge";
import { type Resource, text } from "../../../report/resources/resource";
import { onceForEach } from "../../../text/once";
import { rulesOn } from "../../aws/rules";
import { isTails } from "../../tail/names";
import type { Look } from "../look";
import { namedStreams } from "../streams";
import { asResource } from "./as-resource";

/** Returns the rules on the buses of the environment's streams, but for those that AWS keeps there itself, and those of `tail`. */
export const liveRules = onceForEach(async (look: Look): Promise<readonly Resource[]> => {
  const buses = namedStreams(look.environment).flatMap(({ bus }) => bus ?? []);
  const rules = await Promise.all(buses.map((bus) => ownRulesOn(look, bus)));
  return rules.flat().filter((rule) => !isTails(look.environment.name, text(rule, "name") ?? ""));
});

async function ownRulesOn({ account }: Look, bus: string): Promise<Resource[]> {
  const rules = await rulesOn(account.aws, bus);
  // An archive and the discovery of schemas have rules of their own.
  return rules.filter(({ ManagedBy }) => !ManagedBy).map((rule) => ruleOf(bus, rule));
}

function ruleOf(bus: string, rule: Rule): Resource {
  return asResource("aws_cloudwatch_event_rule", `${bus}/${rule.Name}`, {
    name: rule.Name,
    arn: rule.Arn,
    event_bus_name: bus,
    event_pattern: rule.EventPattern,
    state: rule.State,
    description: rule.Description,
  });
}

/** Returns a rule's place: rules of two buses may have one name. */
export function placeOf({ values }: Pick<Resource, "values">, key: "name" | "rule"): string {
  return `${String(values.event_bus_name)}/${String(values[key])}`;
}
