import { arn } from "../aws/names";
import type { Environment } from "../config/model";
import { ruleName } from "../schema/identity";
import type { Surroundings } from "./payload";
import type { TracedRule } from "./traced-rule";

/** The values that EventBridge fills in for a rule on a bus, of which few templates ask for any. */
export class Around implements Surroundings {
  readonly ruleName: string;

  constructor(
    private readonly environment: Environment,
    private readonly bus: string,
    { name, rule }: Pick<TracedRule, "name" | "rule">,
  ) {
    this.ruleName = ruleName(name, rule);
  }

  get ruleArn(): string {
    return arn(this.environment, "events", `rule/${this.bus}/${this.ruleName}`);
  }
}
