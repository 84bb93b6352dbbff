/**
 * `node bin/run.cjs test/rehearsal/without-permission.ts RIG EVENT [--each]`: a stack with every kind of destination delivers to
 * each; with all its permissions taken away to none; with --each, which takes many minutes, with one taken away to all but one.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseEnvironments } from "../../config/environments";
import { environmentFiles } from "../../config/files";
import { prerequisites, project, rehearse } from "./rig";

type Resources = Record<string, Record<string, { policy?: string; depends_on?: string[] }>>;

/** The target whose endpoint the stand-in of Firehose calls, which there is not. */
const CALLED = "three_to_batches";

const ENVIRONMENT = "test/rehearsal/every-destination";
const [rig = "", event = "", each] = process.argv.slice(2);
const work = mkdtempSync(join(tmpdir(), "permissions-"));

interface Permission {
  readonly destination: string;
  readonly address: readonly [type: string, name: string];
}

/** Returns each permission of the stack, by the destination that it is for. */
function permissions(resources: Resources): Permission[] {
  const named = (type: string) => Object.keys(resources[type] ?? {}).map((name): [string, string] => [type, name]);
  const roles = named("aws_iam_role_policy").filter(([, name]) => !/_(firehose|produce)$/.test(name));
  const own = [...named("aws_sqs_queue"), ...named("aws_sns_topic")].filter(([, name]) => name !== "dead-letters");
  return [
    // What writes for a destination is named after it.
    ...[...roles, ...own].map((address) => ({ destination: address[1].replace(/_write$/, ""), address })),
    ...named("aws_lambda_permission").map((address) => ({ destination: address[1].replace(/_from_.*/, ""), address })),
    ...named("aws_cloudwatch_log_resource_policy").map((address) => ({ destination: "log", address })),
  ];
}

function without(stack: { resource: Resources }, taken: readonly Permission[]): unknown {
  const { resource, ...rest } = structuredClone(stack);
  // What waits for brokers that are not there would be tried for a day.
  delete resource.aws_lambda_event_source_mapping;
  for (const {
    address: [type, name],
  } of taken) {
    const found = resource[type]?.[name];
    if (found?.policy !== undefined && type !== "aws_iam_role_policy") delete found.policy;
    else delete resource[type]?.[name];
    if (Object.keys(resource[type] ?? {}).length === 0) delete resource[type];
  }
  const gone = (address: string) =>
    taken.some((permission) => permission.address.join(".") === address && !address.startsWith("aws_s"));
  for (const named of Object.values(resource)) {
    for (const one of Object.values(named))
      if (one.depends_on) one.depends_on = one.depends_on.filter((address) => !gone(address));
  }
  return { ...rest, resource };
}

/** Returns the ARNs of the targets that got nothing. */
function undelivered(output: string, count: number): string[] {
  const rows = output.split("\n").flatMap((line) => (line.startsWith("{") ? [JSON.parse(line)] : []));
  if (rows.length !== count) throw new Error(`not every destination was tried:\n${output.slice(-3000)}`);
  return rows.filter(({ status }) => status !== "delivered").map(({ target }) => target);
}

async function main(): Promise<void> {
  const environment = parseEnvironments(
    environmentFiles([ENVIRONMENT], { cwd: ".", folder: ENVIRONMENT, shown: (path) => path }),
  ).environments?.[0];
  if (environment === undefined) throw new Error(`${ENVIRONMENT} is not right`);
  try {
    await project(["main.ts"], { ENVIRONMENTS_DIR: ENVIRONMENT, CDKTF_OUTDIR: work });
    const stack = JSON.parse(readFileSync(join(work, "stacks", "every", "cdk.tf.json"), "utf8"));
    delete stack.resource.aws_cloudwatch_event_target[CALLED];
    const arns = new Map(
      Object.values<{ target_id: string; arn: string }>(stack.resource.aws_cloudwatch_event_target).map(
        ({ target_id, arn }) => [
          target_id,
          // The ARN of an API destination is a reference, so that its name stands in for it.
          arn.startsWith("$") ? `:api-destination/every-${target_id}/` : arn,
        ],
      ),
    );
    const all = permissions(stack.resource).filter(({ destination }) => destination !== "batches");
    for (const [index, taken] of (each === "--each" ? all.map((one) => [one]) : [[], all]).entries()) {
      const folder = join(work, String(index));
      // With the code of its functions.
      cpSync(join(work, "stacks", "every"), folder, { recursive: true });
      writeFileSync(join(folder, "cdk.tf.json"), JSON.stringify(without(stack, taken), null, 2));
      const { output } = await rehearse(rig, [folder, "send", event, ...prerequisites(environment)]);
      const lost = undelivered(output, arns.size);
      const expected = [...new Set(taken.map(({ destination }) => arns.get(destination) ?? destination))];
      const exact =
        lost.length === expected.length && expected.every((arn) => lost.some((target) => target.includes(arn)));
      const what =
        taken.length === 0
          ? "with every permission"
          : `without ${taken.map(({ address }) => address.join(".")).join(", ")}`;
      if (!exact) throw new Error(`${what}: expected ${expected.join(", ")}, not ${lost.join(", ")}`);
      console.log(`${what}: ${arns.size - lost.length} delivered, ${lost.length} not`);
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

void main();
