// What the app writes for environmentText(count), made the ordinary way: `node plain.cjs NAME COUNT OUTDIR`.
import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { CloudwatchEventTarget } from "@cdktf/provider-aws/lib/cloudwatch-event-target";
import { App, TerraformOutput, TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { ruleNames, statuses, TOPIC } from "./input";
import { createBus, createCalls, createDeadLetters, createLog, createProviders } from "./plain-places";

class PlainStack extends TerraformStack {
  constructor(scope: Construct, name: string, count: number) {
    super(scope, name);
    const tags = { environment: name, "managed-by": "cdktf" };
    createProviders(this);
    const { source, bus } = createBus(this, tags);
    const deadLetters = createDeadLetters(this, name, source, tags);
    const calls = createCalls(this, name, source, tags);
    const log = createLog(this, name, source, tags);
    const retryPolicy = { maximumEventAgeInSeconds: 86_400, maximumRetryAttempts: 185 };
    const rules: Record<string, string> = {};

    for (const ruleName of ruleNames(count)) {
      const rule = new CloudwatchEventRule(this, ruleName, {
        name: ruleName,
        eventBusName: bus.name,
        eventPattern: JSON.stringify({
          source: [source],
          "detail-type": [TOPIC],
          detail: { eventBody: { presenceDefinition: { systemPresence: statuses(ruleName) } } },
        }),
        state: "ENABLED",
        tags,
      });
      rules[ruleName] = rule.arn;
      new CloudwatchEventTarget(this, `${ruleName}_to_calls`, {
        rule: rule.name,
        eventBusName: rule.eventBusName,
        targetId: "calls",
        arn: calls.arn,
        roleArn: calls.roleArn,
        retryPolicy,
        deadLetterConfig: { arn: deadLetters.arn },
        dependsOn: [...calls.ready, deadLetters.queue],
      });
      new CloudwatchEventTarget(this, `${ruleName}_to_log`, {
        rule: rule.name,
        eventBusName: rule.eventBusName,
        targetId: "log",
        arn: log.arn,
        retryPolicy,
        deadLetterConfig: { arn: deadLetters.arn },
        dependsOn: [...log.ready, deadLetters.queue],
      });
    }

    new TerraformOutput(this, "event_buses", { value: { events: { name: bus.name, arn: bus.arn } } });
    new TerraformOutput(this, "rules", { value: rules });
    new TerraformOutput(this, "destinations", { value: { calls: calls.arn, log: log.arn } });
    new TerraformOutput(this, "dead_letter_queue", { value: { arn: deadLetters.arn, url: deadLetters.queue.url } });
  }
}

const [name = "", count = "", outdir = ""] = process.argv.slice(2);
const app = new App({ outdir });
new PlainStack(app, name, Number(count));
app.synth();
