import type { TerraformStack } from "cdktf";
import { parseArn } from "../aws/arn";
import { defaults } from "../aws/defaults";
import { archivePath, type MadeFunction, type NamedFunction } from "../aws/function-plan";
import type { KeyUse } from "../aws/key-use";
import { functionLogGroupName } from "../aws/log-groups";
import { arn, deadLetterQueueArn, partName } from "../aws/names";
import { LAMBDA_SERVICE, type Statement, viaService } from "../aws/policy";
import type { Environment } from "../config/model";
import { createRole } from "../parts/role";
import { address } from "./address";
import * as bindings from "./bindings";
import type { DeadLetterQueue } from "./dead-letter-queue";
import { codeHash } from "./function-code";
import { writeArchive } from "./function-files";

/** Makes a function of ours with its role and log group. Its failures, where Lambda itself tries again, go to the stack's queue. */
function createFunction(
  stack: TerraformStack,
  environment: Environment,
  owner: string,
  plan: NamedFunction,
  deadLetters: DeadLetterQueue,
  tags: Record<string, string>,
): MadeFunction {
  const id = (type: { readonly tfResourceType: string }) => address(type, partName(owner, plan.part));
  const logGroup = new bindings.CloudwatchLogGroup(stack, id(bindings.CloudwatchLogGroup), {
    name: functionLogGroupName(plan.name),
    retentionInDays: defaults.log_retention_days,
    tags,
    ...(environment.kms_key_arn !== undefined && { kmsKeyId: environment.kms_key_arn }),
  });
  const role = createRole(stack, bindings, id, environment, {
    name: plan.role,
    description: plan.description,
    service: LAMBDA_SERVICE,
    // For whom Lambda assumes it to read, its documentation does not say: the function, or a mapping, whose id AWS makes up.
    sourceArn: plan.mapped ? [plan.arn, arn(environment, "lambda", "event-source-mapping:*")] : plan.arn,
    // Nor whether it names either.
    ...(plan.mapped && { ifNamed: true }),
    policyName: "run",
    statements: functionStatements(environment, plan, deadLetters.arn),
    tags,
  });
  const made = new bindings.LambdaFunction(stack, id(bindings.LambdaFunction), {
    functionName: plan.name,
    description: plan.description,
    role: role.arn,
    runtime: defaults.function_runtime,
    architectures: ["arm64"],
    handler: "index.handler",
    filename: archivePath(plan.code),
    sourceCodeHash: codeHash(plan.code),
    memorySize: plan.memory_mb,
    timeout: plan.timeout_seconds,
    ...(plan.network && {
      vpcConfig: { subnetIds: [...plan.network.subnets], securityGroupIds: [...plan.network.security_groups] },
    }),
    environment: { variables: { ...plan.settings } },
    deadLetterConfig: { targetArn: deadLetters.arn },
    loggingConfig: { logFormat: "JSON", logGroup: logGroup.name },
    tags,
    // A function that is invoked before it may write logs or read secrets would fail once for each event.
    dependsOn: [role.policy, logGroup, deadLetters.queue],
  });
  writeArchive(made, plan.code);
  return { arn: plan.arn, ready: [made] };
}

/** Makes functions; returns what finds one by its part. */
export function createFunctions(
  stack: TerraformStack,
  environment: Environment,
  owner: string,
  plans: readonly NamedFunction[],
  deadLetters: DeadLetterQueue,
  tags: Record<string, string>,
): (part: string) => MadeFunction {
  const made = new Map(
    plans.map((plan) => [plan.part, createFunction(stack, environment, owner, plan, deadLetters, tags)]),
  );
  return (part) => {
    const found = made.get(part);
    if (found === undefined) throw new Error(`no function ${part} is planned`);
    return found;
  };
}

/** Returns all that a function's role may do: its work, its own log, the stack's dead-letter queue, and the key of both. */
export function functionStatements(
  environment: Environment,
  { name, statements, keyVia, network }: NamedFunction,
  queue: string,
): Statement[] {
  const { kms_key_arn } = environment;
  return [
    ...statements,
    {
      Effect: "Allow",
      Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
      Resource: `${logGroupArn(environment, name)}:*`,
    },
    { Effect: "Allow", Action: "sqs:SendMessage", Resource: queue },
    ...(network === undefined ? [] : [REACH_SUBNETS]),
    ...(kms_key_arn === undefined
      ? []
      : [
          {
            Effect: "Allow",
            Action: ["kms:Decrypt", "kms:GenerateDataKey"],
            Resource: kms_key_arn,
            Condition: viaService(environment, ...keyServices(environment, keyVia)),
          } as const,
        ]),
  ];
}

/** What Lambda asks of the role for subnets; AWS gives most of these no resource (developer guide, "Giving Lambda functions access to resources in an Amazon VPC", 2026-11). */
const REACH_SUBNETS: Statement = {
  Effect: "Allow",
  Action: [
    "ec2:AssignPrivateIpAddresses",
    "ec2:CreateNetworkInterface",
    "ec2:DeleteNetworkInterface",
    "ec2:DescribeNetworkInterfaces",
    "ec2:DescribeSubnets",
    "ec2:UnassignPrivateIpAddresses",
  ],
  Resource: "*",
};

/** Returns how a function uses the environment's key. */
export function functionKeyUse(environment: Environment, { name, keyVia }: NamedFunction): KeyUse {
  return { logGroups: [logGroupArn(environment, name)], via: keyServices(environment, keyVia) };
}

function logGroupArn(environment: Environment, name: string): string {
  return arn(environment, "logs", `log-group:${functionLogGroupName(name)}`);
}

/** Returns the services by which a function uses the key: those of its work, and that of the dead-letter queue. */
function keyServices(environment: Environment, own: readonly string[]): string[] {
  const { service } = parseArn(deadLetterQueueArn(environment));
  return [...new Set([...own, service])].sort();
}
