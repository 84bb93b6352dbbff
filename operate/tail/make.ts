import { RULES_PER_BUS, WILDCARD_RULES_PER_BUS } from "../../aws/limits";
import { FilesProblem } from "../../files/files-problem";
import type { Aws } from "../aws/aws";
import { AwsProblem, isAwsError } from "../aws/aws-problem";
import { type Plan, RETRY_POLICY, TARGET_ID, type TailRule } from "./plan";
import type { Remains } from "./remains";
import { removeQueue, removeRules } from "./remove";

/** What a run has made so far, or may have made: it is taken away even if AWS's answer was lost. */
export class Made {
  readonly #buses: string[] = [];
  #queueUrl: string | undefined;

  constructor(
    private readonly aws: Aws,
    private readonly plan: Plan,
  ) {}

  get remains(): Remains {
    const { run } = this.plan;
    return { run, buses: [...this.#buses], ...(this.#queueUrl !== undefined && { queueUrl: this.#queueUrl }) };
  }

  /**
   * Makes the queue, then each rule and its target, so that no rule ever has a target that is not there.
   *
   * @returns the queue's URL; undefined where the signal came first
   */
  async make(signal: AbortSignal): Promise<string | undefined> {
    if (signal.aborted) return undefined;
    const { SQSClient, CreateQueueCommand } = await import("@aws-sdk/client-sqs");
    const { run, queue: Attributes, tags, place } = this.plan;
    const client = this.aws.client(SQSClient);
    this.#queueUrl = `https://sqs.${place.aws_region}.amazonaws.com/${place.aws_account_id}/${run.name}`;
    try {
      const { QueueUrl } = await client.send(new CreateQueueCommand({ QueueName: run.name, Attributes, tags }));
      this.#queueUrl = QueueUrl ?? this.#queueUrl;
    } catch (error) {
      if (isDenied(error)) this.#queueUrl = undefined;
      throw error;
    }
    for (const rule of this.plan.rules) {
      if (signal.aborted) return undefined;
      this.#buses.push(rule.bus);
      try {
        await makeRule(this.aws, this.plan, rule);
      } catch (error) {
        if (isDenied(error)) this.#buses.pop();
        throw error;
      }
    }
    return this.#queueUrl;
  }

  /** Takes away the rules, so that no more events come. */
  async removeRules(): Promise<void> {
    await removeRules(this.aws, this.remains);
    this.#buses.length = 0;
  }

  /** Takes away all that is there. */
  async remove(): Promise<void> {
    await this.removeRules();
    await removeQueue(this.aws, this.remains);
  }
}

const isDenied = (error: unknown) => error instanceof AwsProblem && error.denied;

async function makeRule(aws: Aws, { run: { name: Name }, ...plan }: Plan, rule: TailRule): Promise<void> {
  const { EventBridgeClient, PutRuleCommand, PutTargetsCommand } = await import("@aws-sdk/client-eventbridge");
  const events = aws.client(EventBridgeClient);
  const Tags = Object.entries(plan.tags).map(([Key, Value]) => ({ Key, Value }));
  const EventBusName = rule.bus;
  try {
    await events.send(
      new PutRuleCommand({ Name, EventBusName, EventPattern: rule.pattern, Description: plan.description, Tags }),
    );
  } catch (error) {
    throw ruleProblem(error, rule);
  }
  const Targets = [{ Id: TARGET_ID, Arn: plan.queueArn, RetryPolicy: RETRY_POLICY }];
  const { FailedEntries = [] } = await events.send(new PutTargetsCommand({ Rule: Name, EventBusName, Targets }));
  for (const { ErrorCode, ErrorMessage } of FailedEntries)
    throw new FilesProblem(`AWS refuses the target of the rule ${Name}: ${ErrorMessage} (${ErrorCode})`);
}

function ruleProblem(error: unknown, { bus, stream }: TailRule): unknown {
  if (isAwsError(error, "ResourceNotFoundException"))
    return new FilesProblem(`there is no bus ${bus} of stream ${stream}; deploy the environment first`);
  if (isAwsError(error, "LimitExceededException"))
    return new FilesProblem(
      `the bus ${bus} takes no more rules; AWS allows ${RULES_PER_BUS}, ${WILDCARD_RULES_PER_BUS} of them with wildcards, unless it raised the quota (${error.message})`,
    );
  return error;
}
