import { parseArn, unqualified } from "../../../aws/arn";
import type { Environment } from "../../../config/model";
import { resourcesOfStack } from "../../../report/resources/of-stack";
import { blocks, type Resource, text } from "../../../report/resources/resource";

/** Things of one sort by their names, as AWS's calls tell them. */
export type Things = Map<string, Record<string, unknown>>;

/** What lies in a made-up account, to be broken by a test. */
export interface Contents {
  readonly sources: Things;
  readonly buses: Things;
  /** By bus and name, targets by bus, rule and id. */
  readonly rules: Things;
  readonly targets: Things;
  readonly queues: Things;
  readonly topics: Things;
  readonly groups: Things;
  readonly logPolicies: Things;
  readonly functions: Things;
  /** The functions and pipes that may be asked for, also once they are gone. */
  readonly asked: { readonly functions: readonly string[]; readonly pipes: readonly string[] };
  readonly streams: Things;
  readonly deliveryStreams: Things;
  readonly machines: Things;
  readonly apiDestinations: Things;
  readonly connections: Things;
  /** With `trust`, and `policies` by name. */
  readonly roles: Things;
  /** HTTP APIs, with `stages` and `routes`. */
  readonly apis: Things;
  readonly pipes: Things;
  readonly archives: Things;
  readonly keys: Things;
  readonly alarms: Things;
  /** What lies in queues, by their names. */
  readonly messages: Map<string, object[]>;
  /** Sums of the last hour, by the metric's name and the value of its last dimension, such as `MatchedEvents all`. */
  readonly metrics: Map<string, number>;
}

/** Returns an account in which everything is as the environment's file says: what its own synthesis writes, as AWS's calls tell it. */
export function healthy(environment: Environment): Contents {
  const resources = resourcesOfStack(environment);
  const { aws_region: region, aws_account_id: account } = environment;
  const all = (type: string, key: (resource: Resource) => string, make: (resource: Resource) => object): Things =>
    new Map(resources.filter((one) => one.type === type).map((one) => [key(one), { ...make(one) }]));
  const at = (resource: Resource, key: string) => text(resource, key) ?? "";
  const name = (resource: Resource) => at(resource, "name");
  const arn = (service: string, rest: string) => `arn:aws:${service}:${region}:${account}:${rest}`;
  const given = Object.values(environment.destinations).flatMap(({ arn: own }) => own ?? []);
  const givenOf = (service: string, make: (own: string) => object): [string, Record<string, unknown>][] =>
    given
      .filter((own) => parseArn(own).service === service && parseArn(own).account === account)
      .map((own) => [own, { ...make(own) }]);
  const functions = [
    ...givenOf("lambda", () => ({})).map(([own]) => own),
    ...resources
      .filter(({ type }) => type === "aws_lambda_function")
      .map((one) => arn("lambda", `function:${at(one, "function_name")}`)),
  ];
  const permissions = resources.filter(({ type }) => type === "aws_lambda_permission");
  const roles = all("aws_iam_role", name, (role) => ({ trust: at(role, "assume_role_policy"), policies: {} }));
  for (const policy of resources.filter(({ type }) => type === "aws_iam_role_policy")) {
    const role = roles.get(at(policy, "role"));
    if (role) role.policies = { ...(role.policies as object), [name(policy)]: at(policy, "policy") }; // made above
  }
  return {
    sources: all("aws_cloudwatch_event_bus", name, (bus) => ({
      Name: name(bus),
      State: "ACTIVE",
      Arn: `arn:aws:events:${region}::event-source/${name(bus)}`,
    })),
    buses: all("aws_cloudwatch_event_bus", name, (bus) => ({
      Name: name(bus),
      Arn: arn("events", `event-bus/${name(bus)}`),
      KmsKeyIdentifier: text(bus, "kms_key_identifier"),
    })),
    rules: all(
      "aws_cloudwatch_event_rule",
      (rule) => `${at(rule, "event_bus_name")}/${name(rule)}`,
      (rule) => ({
        Name: name(rule),
        Arn: arn("events", `rule/${at(rule, "event_bus_name")}/${name(rule)}`),
        EventPattern: at(rule, "event_pattern"),
        State: at(rule, "state"),
        Description: text(rule, "description"),
      }),
    ),
    targets: all(
      "aws_cloudwatch_event_target",
      (target) => `${at(target, "event_bus_name")}/${at(target, "rule")}/${at(target, "target_id")}`,
      (target) => targetOf(target, resources, arn),
    ),
    queues: all("aws_sqs_queue", name, (queue) => ({
      Policy: text(queue, "policy"),
      KmsMasterKeyId: text(queue, "kms_master_key_id"),
      MessageRetentionPeriod: String(queue.values.message_retention_seconds),
    })),
    topics: all(
      "aws_sns_topic",
      (topic) => arn("sns", name(topic)),
      (topic) => ({
        Policy: text(topic, "policy"),
        KmsMasterKeyId: text(topic, "kms_master_key_id"),
      }),
    ),
    groups: all("aws_cloudwatch_log_group", name, (group) => ({
      logGroupName: name(group),
      retentionInDays: group.values.retention_in_days,
    })),
    logPolicies: all(
      "aws_cloudwatch_log_resource_policy",
      (policy) => at(policy, "policy_name"),
      (policy) => ({
        policyName: at(policy, "policy_name"),
        policyDocument: at(policy, "policy_document"),
      }),
    ),
    asked: { functions, pipes: resources.filter(({ type }) => type === "aws_pipes_pipe").map(name) },
    functions: new Map(
      functions.map((own) => [
        own,
        {
          Statement: permissions
            .filter((one) => at(one, "function_name") === unqualified(own)[0])
            .map((one) => ({
              Sid: at(one, "statement_id"),
              Effect: "Allow",
              Principal: { Service: at(one, "principal") },
              Action: at(one, "action"),
              Resource: own,
              Condition: { ArnLike: { "AWS:SourceArn": at(one, "source_arn") } },
            })),
        },
      ]),
    ),
    apis: all("aws_apigatewayv2_api", name, (api) => {
      const below = (type: string) =>
        resources.filter((one) => one.type === type && one.references.api_id?.includes(api.address));
      const [integration] = below("aws_apigatewayv2_integration");
      return {
        stages: below("aws_apigatewayv2_stage").map((stage) => ({ stageName: name(stage) })),
        routes: below("aws_apigatewayv2_route").map((route) => ({
          routeKey: at(route, "route_key"),
          authorizationType: at(route, "authorization_type"),
          target: "integrations/i1",
        })),
        uri: integration && text(integration, "integration_uri"),
      };
    }),
    pipes: all("aws_pipes_pipe", name, (pipe) => ({
      Name: name(pipe),
      Source: text(pipe, "source"),
      Target: text(pipe, "target"),
      RoleArn: text(pipe, "role_arn"),
      DesiredState: at(pipe, "desired_state"),
      CurrentState: at(pipe, "desired_state"),
    })),
    archives: all("aws_cloudwatch_event_archive", name, (archive) => ({
      ArchiveName: name(archive),
      State: "ENABLED",
      RetentionDays: archive.values.retention_days,
      EventPattern: text(archive, "event_pattern"),
    })),
    streams: all(
      "aws_kinesis_stream",
      (stream) => arn("kinesis", `stream/${name(stream)}`),
      () => ({ StreamStatus: "ACTIVE" }),
    ),
    deliveryStreams: all("aws_kinesis_firehose_delivery_stream", name, () => ({ DeliveryStreamStatus: "ACTIVE" })),
    machines: new Map([
      ...givenOf("states", () => ({ status: "ACTIVE" })),
      ...all(
        "aws_sfn_state_machine",
        (machine) => arn("states", `stateMachine:${name(machine)}`),
        () => ({ status: "ACTIVE" }),
      ),
    ]),
    apiDestinations: all("aws_cloudwatch_event_api_destination", name, (one) => ({
      ApiDestinationState: "ACTIVE",
      ConnectionArn: arn("events", `connection/${name(one)}/0a1b`),
    })),
    connections: all("aws_cloudwatch_event_connection", name, () => ({ ConnectionState: "AUTHORIZED" })),
    roles,
    keys: new Map(
      environment.kms_key_arn === undefined ? [] : [[environment.kms_key_arn, { KeyState: "Enabled", Policy: OPEN }]],
    ),
    alarms: new Map(
      ["aws_cloudwatch_metric_alarm", "aws_cloudwatch_composite_alarm"].flatMap((type) => [
        ...all(
          type,
          (alarm) => at(alarm, "alarm_name"),
          (alarm) => ({
            AlarmName: at(alarm, "alarm_name"),
            AlarmDescription: at(alarm, "alarm_description"),
            StateValue: "OK",
            ActionsEnabled: true,
            composite: type.includes("composite"),
          }),
        ),
      ]),
    ),
    messages: new Map(),
    metrics: new Map(),
  };
}

const OPEN = JSON.stringify({
  Statement: [{ Effect: "Allow", Principal: { Service: "events.amazonaws.com" }, Action: "kms:*", Resource: "*" }],
});

function targetOf(target: Resource, resources: readonly Resource[], arn: (service: string, rest: string) => string) {
  const [retry, input, dead, kinesis, sqs, http] = [
    "retry_policy",
    "input_transformer",
    "dead_letter_config",
    "kinesis_target",
    "sqs_target",
    "http_target",
  ].map((key) => blocks(target, key)[0]);
  const made = resources.find(({ address }) => address === target.references.arn?.[0]);
  return {
    Id: text(target, "target_id"),
    Arn: text(target, "arn") ?? arn("events", `api-destination/${made && text(made, "name")}/0a1b`),
    RoleArn: text(target, "role_arn"),
    Input: text(target, "input"),
    InputPath: text(target, "input_path"),
    InputTransformer: input && { InputPathsMap: input.input_paths, InputTemplate: input.input_template },
    RetryPolicy: retry && {
      MaximumRetryAttempts: retry.maximum_retry_attempts,
      MaximumEventAgeInSeconds: retry.maximum_event_age_in_seconds,
    },
    DeadLetterConfig: dead && { Arn: dead.arn },
    KinesisParameters: kinesis && { PartitionKeyPath: kinesis.partition_key_path },
    SqsParameters: sqs && { MessageGroupId: sqs.message_group_id },
    HttpParameters: http && {
      HeaderParameters: http.header_parameters,
      PathParameterValues: http.path_parameter_values,
      QueryStringParameters: http.query_string_parameters,
    },
  };
}
