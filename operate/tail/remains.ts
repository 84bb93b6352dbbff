import type { Environment } from "../../config/model";
import type { Aws } from "../aws/aws";
import { isAwsError } from "../aws/aws-problem";
import { type Run, runOf, tailPrefix } from "./names";

/** What is in the account of one run. */
export interface Remains {
  readonly run: Run;
  /** The buses on which it has a rule. */
  readonly buses: readonly string[];
  readonly queueUrl?: string;
}

/** Returns what any run for an environment has in the account, those that still run among them, by name. */
export async function remainsOf(aws: Aws, { name }: Environment, buses: readonly string[]): Promise<Remains[]> {
  const found = new Map<string, { run: Run; buses: string[]; queueUrl?: string }>();
  const add = (called: string) => {
    const run = runOf(name, called);
    if (run === undefined) return undefined;
    const known = found.get(called) ?? { run, buses: [] };
    found.set(called, known);
    return known;
  };
  for (const bus of buses) for (const rule of await ruleNames(aws, name, bus)) add(rule)?.buses.push(bus);
  for (const queueUrl of await queueUrls(aws, name))
    Object.assign(add(queueUrl.split("/").at(-1) ?? "") ?? {}, { queueUrl });
  return [...found.values()].sort((a, b) => (a.run.name < b.run.name ? -1 : 1));
}

async function ruleNames(aws: Aws, environment: string, EventBusName: string): Promise<string[]> {
  const { EventBridgeClient, ListRulesCommand } = await import("@aws-sdk/client-eventbridge");
  const client = aws.client(EventBridgeClient);
  const names: string[] = [];
  let NextToken: string | undefined;
  do {
    try {
      const page = await client.send(
        new ListRulesCommand({ EventBusName, NamePrefix: tailPrefix(environment), NextToken }),
      );
      names.push(...(page.Rules ?? []).flatMap(({ Name }) => Name ?? []));
      NextToken = page.NextToken;
    } catch (error) {
      // The bus may not be deployed, or no longer.
      if (isAwsError(error, "ResourceNotFoundException")) return names;
      throw error;
    }
  } while (NextToken !== undefined);
  return names;
}

async function queueUrls(aws: Aws, environment: string): Promise<string[]> {
  const { SQSClient, ListQueuesCommand } = await import("@aws-sdk/client-sqs");
  const client = aws.client(SQSClient);
  const urls: string[] = [];
  let NextToken: string | undefined;
  do {
    const page = await client.send(
      new ListQueuesCommand({ QueueNamePrefix: tailPrefix(environment), MaxResults: 1000, NextToken }),
    );
    urls.push(...(page.QueueUrls ?? []));
    NextToken = page.NextToken;
  } while (NextToken !== undefined);
  return urls;
}
