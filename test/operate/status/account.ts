import type { Environment } from "../../../config/model";
import { namedStreams } from "../../../operate/status/streams";
import { resourcesOfStack } from "../../../report/resources/of-stack";
import { blocks, type Resource, text } from "../../../report/resources/resource";
import { AwsError, type Handler } from "../aws/server";

export interface Rule {
  Name: string;
  Arn: string;
  EventPattern?: string;
  State: string;
  Description?: string;
  ManagedBy?: string;
}

export interface Target {
  Id: string;
  Arn: string;
  RoleArn?: string;
  Input?: string;
  InputPath?: string;
  InputTransformer?: { InputPathsMap?: object; InputTemplate: string };
  RetryPolicy?: { MaximumRetryAttempts?: number; MaximumEventAgeInSeconds?: number };
  DeadLetterConfig?: { Arn?: string };
}

/** What lies in a made-up account, to be broken by a test. */
export interface Contents {
  sources: { Name: string; State: string; Arn: string }[];
  buses: Map<string, { Name: string; Arn: string; KmsKeyIdentifier?: string }>;
  /** By bus. */
  rules: Map<string, Rule[]>;
  /** By bus and rule. */
  targets: Map<string, Target[]>;
}

/** Returns an account in which everything is as the environment's file says: what its own synthesis writes, as AWS's calls tell it. */
export function healthy(environment: Environment): Contents {
  const resources = resourcesOfStack(environment);
  const of = (wanted: string) => resources.filter(({ type }) => type === wanted);
  const place = `${environment.aws_region}:${environment.aws_account_id}`;
  const at = (resource: Resource, key: string) => text(resource, key) ?? "";
  const rules = new Map<string, Rule[]>();
  for (const rule of of("aws_cloudwatch_event_rule")) {
    const bus = at(rule, "event_bus_name");
    const description = text(rule, "description");
    rules.set(bus, [
      ...(rules.get(bus) ?? []),
      {
        Name: at(rule, "name"),
        Arn: `arn:aws:events:${place}:rule/${bus}/${at(rule, "name")}`,
        EventPattern: at(rule, "event_pattern"),
        State: at(rule, "state"),
        ...(description && { Description: description }),
      },
    ]);
  }
  const targets = new Map<string, Target[]>();
  for (const target of of("aws_cloudwatch_event_target")) {
    const rule = `${at(target, "event_bus_name")}/${at(target, "rule")}`;
    targets.set(rule, [...(targets.get(rule) ?? []), targetOf(target, resources, place)]);
  }
  return {
    sources: namedStreams(environment).flatMap(({ type, source: Name = "" }) =>
      type.sources.reserved
        ? [{ Name, State: "ACTIVE", Arn: `arn:aws:events:${environment.aws_region}::event-source/${Name}` }]
        : [],
    ),
    buses: new Map(
      of("aws_cloudwatch_event_bus").map((bus) => {
        const Name = at(bus, "name");
        const key = text(bus, "kms_key_identifier");
        return [
          Name,
          { Name, Arn: `arn:aws:events:${place}:event-bus/${Name}`, ...(key && { KmsKeyIdentifier: key }) },
        ];
      }),
    ),
    rules,
    targets,
  };
}

const BLOCKS = [
  "retry_policy",
  "input_transformer",
  "dead_letter_config",
  "kinesis_target",
  "sqs_target",
  "http_target",
] as const;

function targetOf(target: Resource, resources: readonly Resource[], place: string): Target {
  const [retry, input, dead, kinesis, sqs, http] = BLOCKS.map((key) => blocks(target, key)[0]);
  const [address] = target.references.arn ?? [];
  const made = resources.find((one) => one.address === address);
  const arn = text(target, "arn") ?? `arn:aws:events:${place}:api-destination/${made && text(made, "name")}/0a1b`;
  const [role, constant, path] = [text(target, "role_arn"), text(target, "input"), text(target, "input_path")];
  return {
    Id: text(target, "target_id") ?? "",
    Arn: arn,
    ...(role && { RoleArn: role }),
    ...(constant && { Input: constant }),
    ...(path && { InputPath: path }),
    ...(input && { InputTransformer: { InputPathsMap: input.input_paths, InputTemplate: input.input_template } }),
    ...(retry && {
      RetryPolicy: {
        MaximumRetryAttempts: retry.maximum_retry_attempts,
        MaximumEventAgeInSeconds: retry.maximum_event_age_in_seconds,
      },
    }),
    ...(kinesis && { KinesisParameters: { PartitionKeyPath: kinesis.partition_key_path } }),
    ...(sqs && { SqsParameters: { MessageGroupId: sqs.message_group_id } }),
    ...(http && {
      HttpParameters: {
        HeaderParameters: http.header_parameters,
        PathParameterValues: http.path_parameter_values,
        QueryStringParameters: http.query_string_parameters,
      },
    }),
    ...(dead && { DeadLetterConfig: { Arn: dead.arn } }),
  } as Target; // the blocks are as the stack writes them
}

const missing = (what: string) => new AwsError("ResourceNotFoundException", `${what} does not exist.`);

/** Returns what the stand-in answers of such an account. */
export function answers(contents: Contents): Record<string, Handler> {
  const busOf = (name: unknown) => {
    const bus = contents.buses.get(String(name));
    if (bus === undefined) throw missing(`Event bus ${String(name)}`);
    return bus;
  };
  return {
    "events:ListEventSources": () => ({ EventSources: contents.sources }),
    "events:DescribeEventBus": ({ Name }) => busOf(Name),
    "events:ListRules": ({ EventBusName, NextToken }) => {
      const all = contents.rules.get(busOf(EventBusName).Name) ?? [];
      const from = Number(NextToken ?? 0);
      return { Rules: all.slice(from, from + 100), ...(all.length > from + 100 && { NextToken: String(from + 100) }) };
    },
    "events:ListTargetsByRule": ({ EventBusName, Rule }) => ({
      Targets: contents.targets.get(`${String(EventBusName)}/${String(Rule)}`) ?? [],
    }),
  };
}
