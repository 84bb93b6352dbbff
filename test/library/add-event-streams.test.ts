import { App, TerraformStack, Testing } from "cdktf";
import { addEventStreams, EventStreamStack, parseEnvironment, readEnvironments } from "../../library";
import { AwsProvider, SqsQueue } from "../../modules/bindings";
import { root } from "../support/committed";

const environments = readEnvironments(`${root}/environments`);
const keys = {
  aws_account_id: "123456789012",
  aws_region: "us-east-1",
  streams: { audit: { event_source_suffix: "audit", topic_filters: ["v2.users.{id}.presence"] } },
  rules: { all: { stream: "audit", targets: ["log"] } },
  destinations: { log: { type: "cloudwatch_logs" } },
};
const dev = parseEnvironment("dev", keys);

function stackWithQueue(queue: string, region = "us-east-1") {
  const stack = new TerraformStack(new App(), "own");
  new AwsProvider(stack, "provider", { region });
  new SqsQueue(stack, queue, { name: "own" });
  return stack;
}

const synthesized = (stack: TerraformStack) => JSON.parse(Testing.synth(stack, true));

test.each(environments.map((environment) => [environment.name, environment] as const))(
  "%s has the same resources in a stack of the app as in its own",
  (_, environment) => {
    const stack = new TerraformStack(new App(), "own");
    addEventStreams(stack, environment);

    const { resource, data, check } = synthesized(stack);
    const own = synthesized(new EventStreamStack(new App(), environment));
    const bare = (value: unknown) =>
      JSON.parse(JSON.stringify(value ?? null, (key, part) => (key === "//" ? undefined : part)));
    expect(bare({ resource, data, check })).toEqual(bare({ resource: own.resource, data: own.data, check: own.check }));
  },
);

test("leaves the app's provider, backend, outputs and names as they are", () => {
  const stack = stackWithQueue("my.queue");
  const { eventBuses, kmsKeyPolicy } = addEventStreams(stack, dev);
  new SqsQueue(stack, "late.queue", { name: eventBuses.audit?.name ?? "" });

  const { provider, output, resource, terraform } = synthesized(stack);
  expect(provider.aws).toEqual([{ region: "us-east-1" }]);
  expect([output, kmsKeyPolicy]).toEqual([undefined, undefined]);
  expect(Object.keys(resource.aws_sqs_queue).sort()).toEqual(["dead-letters", "latequeue", "myqueue"]);
  expect(terraform.required_version).toBeUndefined();
});

test("fails for a second environment in one stack, and for an AWS provider of another region", () => {
  const stack = stackWithQueue("queue");
  addEventStreams(stack, dev);

  expect(() => addEventStreams(stack, dev)).toThrow("the stack own has an environment already");
  expect(() => addEventStreams(stackWithQueue("queue", "eu-west-1"), dev)).toThrow(
    "the AWS provider of the stack own is for eu-west-1, and the environment dev for us-east-1",
  );
});

test("fails where the app's construct would be one of the environment's in Terraform", () => {
  const stack = stackWithQueue("dead-letters");
  addEventStreams(stack, dev);

  expect(() => synthesized(stack)).toThrow("two constructs would both be aws_sqs_queue.dead-letters in Terraform");
  const own = new EventStreamStack(new App(), dev);
  new SqsQueue(own, "dead-letters", { name: "own" });
  expect(() => synthesized(own)).toThrow("two constructs would both be aws_sqs_queue.dead-letters in Terraform");
});

test("takes no environment that it did not check", () => {
  expect(() => addEventStreams(stackWithQueue("queue"), { ...dev })).toThrow("pass on what readEnvironment returns");
});
