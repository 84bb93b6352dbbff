import { metricsOf as drawnBy, widgetsOf } from "../support/cloudwatch/dashboard";
import { documented } from "../support/cloudwatch/documented";
import { everyDestination, metricsOf, watchedStack } from "../support/cloudwatch/watched-stack";
import type { Named } from "../support/cloudwatch/world";

const { stack, alarms } = watchedStack(everyDestination());
const drawn = widgetsOf(stack).flatMap(drawnBy);
const watched = alarms.flatMap(metricsOf);

const all = (type: string, key: string) => Object.values(stack.resource[type] ?? {}).map((one) => String(one[key]));
const targets = all("aws_cloudwatch_event_target", "arn");
const buses = all("aws_cloudwatch_event_bus", "name");

/** What the stack has, by the dimension under which CloudWatch knows it. */
const names: Readonly<Record<string, readonly string[]>> = {
  DeliveryStreamName: all("aws_kinesis_firehose_delivery_stream", "name"),
  EventBusName: buses,
  EventSourceName: all("aws_cloudwatch_event_bus", "event_source_name"),
  FunctionName: [
    ...targets.flatMap((arn) => arn.match(/(?<=:function:)[^:]+/) ?? []),
    ...all("aws_lambda_function", "function_name"),
  ],
  LogGroupName: all("aws_cloudwatch_log_group", "name"),
  QueueName: all("aws_sqs_queue", "name"),
  RuleName: ["", ...all("aws_cloudwatch_event_rule", "name")],
  StateMachineArn: targets.filter((arn) => arn.includes(":stateMachine:")),
  StreamName: all("aws_kinesis_stream", "name"),
  TopicName: all("aws_sns_topic", "name"),
};

test.each([
  ["alarms", watched],
  ["dashboard", drawn],
])("every metric of the %s is of something that the stack has", (_, metrics) => {
  const strange = metrics.filter(({ dimensions }) =>
    Object.entries(dimensions).some(([dimension, value]) => !names[dimension]?.includes(value)),
  );

  expect(metrics.length).toBeGreaterThan(15);
  expect(strange).toEqual([]);
});

test("every metric is one that its service documents, with the dimensions that it has", () => {
  const unknown = [...watched, ...drawn].filter(({ namespace, name, dimensions }: Named) => {
    const key = Object.keys(dimensions).sort().join();
    return !documented[namespace]?.some((one) => one.dimensions.join() === key && one.names.split(" ").includes(name));
  });

  expect(unknown).toEqual([]);
});

test("everything that the stack makes and delivers to is drawn", () => {
  const shown = new Set(drawn.flatMap(({ dimensions }) => Object.values(dimensions)));
  // Firehose's errors and those of functions are watched by alarms; nothing is delivered to their logs.
  for (const log of names.LogGroupName ?? []) if (/^\/aws\/(kinesisfirehose|lambda)\//.test(log)) shown.add(log);
  const without = Object.entries(names).flatMap(([dimension, values]) =>
    values.filter((value) => value !== "" && dimension !== "RuleName" && !shown.has(value)),
  );

  expect(without).toEqual([]);
});

test("asks of a destination that exists by its own name, and nothing of one in another account", () => {
  const arn = (account: string) => `type = "kinesis"\narn = "arn:aws:kinesis:us-east-1:${account}:stream/theirs"`;
  const of = (account: string) => {
    const text = everyDestination().replace('records  = { type = "kinesis" }', `records = {\n${arn(account)}\n}`);
    const metrics = watchedStack(text).alarms.flatMap(metricsOf);
    return metrics.filter(({ namespace }) => namespace === "AWS/Kinesis");
  };

  expect(of("123456789012").map(({ dimensions }) => dimensions)).toEqual([
    { StreamName: "theirs" },
    { StreamName: "theirs" },
  ]);
  expect(of("210987654321")).toEqual([]);
});
