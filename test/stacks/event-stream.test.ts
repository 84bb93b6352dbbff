import { Testing } from "cdktf";
import { parseEnvironment } from "../../config/environment";
import { type EnvironmentFile, load } from "../../config/load";
import type { Environment } from "../../config/model";
import { EventStreamStack } from "../../stacks/event-stream";
import { type EnvironmentValue, edits } from "../rehearsal/edits";
import { committedEnvironments } from "../support/committed";
import { file } from "../support/environment";
import { followed, movesOf } from "../support/moves";
import { addresses, synthesized } from "../support/stack";

const committed = committedEnvironments().map((environment): [string, EnvironmentFile] => [
  environment.name,
  environment,
]);

function stackOf(environmentFile: EnvironmentFile, change: Partial<Environment> = {}): EventStreamStack {
  const { environment, issues } = parseEnvironment(environmentFile);
  if (environment === undefined) throw new Error(JSON.stringify(issues));
  const stack = `/project/cdktf.out/stacks/${environmentFile.name}`;
  return new EventStreamStack(Testing.app(), { ...environment, ...change }, { project: "/project", stack });
}

/** Alarms and dashboard say the same of every stack, at length: test/modules/monitoring reads them. */
const UNWATCHED = { monitoring: { alarms: false, dashboard: false, notify: [] } };

const json = (environmentFile: EnvironmentFile): string => Testing.synth(stackOf(environmentFile), true);

function edited(
  environmentFile: EnvironmentFile,
  edit: (value: EnvironmentValue) => EnvironmentValue,
): EnvironmentFile {
  const value = load(environmentFile).value as EnvironmentValue; // a committed environment is right; the laws see to it
  return { ...environmentFile, path: "edited.json", bytes: Buffer.from(JSON.stringify(edit(value))) };
}

describe.each(committed)("the environment %s", (_, environmentFile) => {
  test("becomes this Terraform, beside what watches it", () => {
    const hcl = Testing.synthHcl(stackOf(environmentFile, UNWATCHED), true);

    // Every change of a function's code would be one here, which says nothing.
    expect(hcl.replace(/(source_code_hash\s*= )".*"/g, '$1"…"')).toMatchSnapshot();
  });

  test("has these addresses; a line that disappears is a destroy", () => {
    expect(addresses(JSON.parse(json(environmentFile)))).toMatchSnapshot();
  });

  test("gives the same bytes every time, whatever the order of its file", () => {
    const { "the maps reordered": reorder = (value: EnvironmentValue) => value } = edits;

    expect(json(environmentFile)).toBe(json(environmentFile));
    expect(json(edited(environmentFile, reorder))).toBe(json(environmentFile));
  });

  test.each(Object.entries(edits))("keeps every address and name after %s", (_, edit) => {
    const before = JSON.parse(json(environmentFile));
    const after = JSON.parse(json(edited(environmentFile, edit)));

    // A data source is read anew, under whatever name.
    const managed = addresses(before).filter((address) => !address.startsWith("data."));
    const kept = managed.map((address) => followed(movesOf(after), address));
    expect(addresses(after)).toEqual(expect.arrayContaining(kept));
    for (const [type, resources] of Object.entries<Record<string, { name?: string }>>(before.resource)) {
      for (const [id, { name }] of Object.entries(resources)) {
        const [, now = ""] = followed(movesOf(after), `${type}.${id}`).split(".");
        expect(after.resource[type][now].name).toBe(name);
      }
    }
  });
});

test("tells the buses, rules, destinations and where to look for dead letters", () => {
  const { output } = synthesized(file());

  expect(Object.fromEntries(Object.entries(output).map(([name, { value }]) => [name, value]))).toEqual({
    event_buses: {
      audit: { name: "${aws_cloudwatch_event_bus.audit.name}", arn: "${aws_cloudwatch_event_bus.audit.arn}" },
    },
    rules: { all: "${aws_cloudwatch_event_rule.all.arn}" },
    destinations: { log: "arn:aws:logs:us-east-1:123456789012:log-group:/aws/events/dev/log" },
    dead_letter_queue: {
      arn: "arn:aws:sqs:us-east-1:123456789012:dev-dead-letters",
      url: "${aws_sqs_queue.dead-letters.url}",
    },
  });
});

test("puts the tags on everything that takes them", () => {
  const top = 'tags = { owner = "me" }\nmonitoring = { notify = ["me@acme.example"] }';
  const { resource } = synthesized(file({ top, destination: 'type = "kinesis"' }));

  const tagged = Object.entries(resource).filter(([, resources]) =>
    Object.values(resources).every(({ tags }) => tags !== undefined),
  );
  expect(tagged.map(([type]) => type).sort()).toEqual([
    "aws_cloudwatch_composite_alarm",
    "aws_cloudwatch_event_bus",
    "aws_cloudwatch_event_rule",
    "aws_cloudwatch_metric_alarm",
    "aws_iam_role",
    "aws_kinesis_stream",
    "aws_sns_topic",
    "aws_sqs_queue",
  ]);
  expect(resource.aws_kinesis_stream?.log?.tags).toEqual({ environment: "dev", "managed-by": "cdktf", owner: "me" });
});

test("makes one dead-letter queue and one Logs resource policy, however many streams and rules there are", () => {
  const { resource } = synthesized(
    file({
      stream: '}\nother = { event_source_suffix = "x", topic_filters = ["v2.users.{id}.presence"]',
      rule: 'targets = ["log"] }\nmore = { stream = "other", targets = ["log", "other-log"]',
      destination: 'type = "cloudwatch_logs" }\nother-log = { type = "cloudwatch_logs"',
    }),
  );

  expect(Object.keys(resource.aws_sqs_queue ?? {})).toHaveLength(1);
  expect(Object.keys(resource.aws_cloudwatch_log_resource_policy ?? {})).toHaveLength(1);
});

test("takes a stream without rules", () => {
  const { resource } = synthesized(file().replace(/rules = \{[\s\S]*?\n\} \}/, ""));

  expect(Object.keys(resource)).not.toContain("aws_cloudwatch_event_rule");
  expect(Object.keys(resource)).toContain("aws_cloudwatch_event_bus");
});
