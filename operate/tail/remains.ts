import type { Environment } from "../../config/model";
import type { Aws } from "../aws/aws";
import { pages } from "../aws/pages";
import { rulesOn } from "../aws/rules";
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

async function ruleNames(aws: Aws, environment: string, bus: string): Promise<string[]> {
  const rules = await rulesOn(aws, bus, tailPrefix(environment));
  return rules.flatMap(({ Name }) => Name ?? []);
}

async function queueUrls(aws: Aws, environment: string): Promise<string[]> {
  const { SQSClient, ListQueuesCommand } = await import("@aws-sdk/client-sqs");
  const client = aws.client(SQSClient);
  return pages(async (NextToken) => {
    const page = await client.send(
      new ListQueuesCommand({ QueueNamePrefix: tailPrefix(environment), MaxResults: 1000, NextToken }),
    );
    return [page.QueueUrls, page.NextToken];
  });
}
