import { ruleArn } from "../../../aws/names";
import { type Adoptable, textOf } from "../adoptable";
import { heldRulesOn } from "../bus-contents";

export const rule: Adoptable = {
  type: "aws_cloudwatch_event_rule",
  async find({ event_bus_name, name }, { aws }) {
    const rules = await heldRulesOn(aws, textOf(event_bus_name));
    const found = rules.find((held) => held.rule.Name === name)?.rule;
    return (
      found && {
        event_bus_name,
        name,
        event_pattern: found.EventPattern ?? null,
        state: found.State ?? null,
        description: found.Description ?? null,
        role_arn: found.RoleArn ?? null,
      }
    );
  },
  reads: ({ event_bus_name }, place) => [
    // The Service Authorization Reference gives the first no resource.
    { actions: ["events:ListRules"], resources: ["*"] },
    { actions: ["events:ListTargetsByRule"], resources: [ruleArn(place, textOf(event_bus_name))] },
  ],
};
