import { parseArn } from "../../../aws/arn";
import { arn, partition } from "../../../aws/names";
import type { Part } from "../../../aws/part";
import { type Statement, viaService } from "../../../aws/policy";
import { createRole } from "../../../parts/role";
import type { Created, CreationContext, Named } from "../../destination-type";
import { definition } from "./definition";
import type { ItemKeys } from "./item";

/** What a table and the workflow that writes it are made of. */
export interface TableKeys extends ItemKeys {
  readonly arn?: string | undefined;
  readonly table_name?: string | undefined;
  readonly protect: boolean;
}

const ROLE = "write";
const STATES_SERVICE = "states.amazonaws.com";

function tableName({ table_name }: TableKeys, workflow: string): string {
  return table_name ?? workflow;
}

/** Returns the ARN of the table that is written. */
function tableArn(keys: TableKeys, { place, name }: Pick<Named, "place" | "name">): string {
  return keys.arn ?? arn(place, "dynamodb", `table/${tableName(keys, name)}`);
}

/** Returns all that `createWriter` makes. */
export function writerParts(keys: TableKeys, { name, roleName }: Named): Part[] {
  const role = { name: roleName(ROLE), kind: "role", within: "account" } as const;
  const table = { name: tableName(keys, name), kind: "table_name", within: "region" } as const;
  return [
    { type: "aws_sfn_state_machine" },
    ...(keys.arn === undefined ? [{ type: "aws_dynamodb_table", takes: table }] : []),
    { type: "aws_iam_role", part: ROLE, takes: role },
    { type: "aws_iam_role_policy", part: ROLE },
  ];
}

/** An Express workflow that writes one item of each event, with its role, and the table unless it exists. */
export function createWriter(context: CreationContext<TableKeys>): Created {
  const { scope, bindings, id, place, name, keys, tags, deadLetters } = context;
  const table = keys.arn === undefined ? [createTable(context)] : [];
  const stateMachineArn = arn(place, "states", `stateMachine:${name}`);
  const role = createRole(scope, bindings, (type) => id(type, ROLE), place, {
    name: context.roleName(ROLE),
    description: `The workflow ${name} writes to its table`,
    service: STATES_SERVICE,
    sourceArn: stateMachineArn,
    ifNamed: true,
    policyName: "write",
    statements: statements(context),
    tags,
  });
  const workflow = new bindings.SfnStateMachine(scope, id(bindings.SfnStateMachine), {
    name,
    type: "EXPRESS",
    roleArn: role.arn,
    definition: definition({
      keys,
      partition: partition(place.aws_region),
      table: tableName(keys, keys.arn === undefined ? name : parseArn(keys.arn).resource.replace(/^table\//, "")),
      stateMachineArn,
      deadLetters: deadLetters.url,
    }),
    ...(place.kms_key_arn && {
      encryptionConfiguration: {
        type: "CUSTOMER_MANAGED_KMS_KEY",
        kmsKeyId: place.kms_key_arn,
        kmsDataKeyReusePeriodSeconds: 300,
      },
    }),
    tags,
    dependsOn: [role.policy, deadLetters.queue, ...table],
  });
  return { ready: [workflow] };
}

function createTable({ scope, bindings, id, place, name, keys, tags }: CreationContext<TableKeys>) {
  const { key_name, sort_key, sort_key_name, expire_after_days, protect } = keys;
  return new bindings.DynamodbTable(scope, id(bindings.DynamodbTable), {
    name: tableName(keys, name),
    billingMode: "PAY_PER_REQUEST",
    hashKey: key_name,
    ...(sort_key !== undefined && { rangeKey: sort_key_name }),
    attribute: [key_name, ...(sort_key === undefined ? [] : [sort_key_name])].map((name) => ({ name, type: "S" })),
    pointInTimeRecovery: { enabled: true },
    ttl: { attributeName: "expires_at", enabled: expire_after_days !== undefined },
    deletionProtectionEnabled: protect,
    // Without it DynamoDB encrypts with a key of its own.
    ...(place.kms_key_arn && { serverSideEncryption: { enabled: true, kmsKeyArn: place.kms_key_arn } }),
    tags,
    ...(protect && { lifecycle: { preventDestroy: true } }),
  });
}

/** Returns what the workflow's role may do. Logs would need eight actions on everything; the dead-letter queue has each failure with its reason. */
function statements({ place, name, keys, deadLetters }: CreationContext<TableKeys>): Statement[] {
  return [
    { Effect: "Allow", Action: "dynamodb:PutItem", Resource: tableArn(keys, { place, name }) },
    { Effect: "Allow", Action: "sqs:SendMessage", Resource: deadLetters.arn },
    ...(place.kms_key_arn
      ? [
          {
            Effect: "Allow",
            Action: ["kms:Decrypt", "kms:GenerateDataKey"],
            Resource: place.kms_key_arn,
            Condition: viaService(place, "dynamodb", "sqs", "states"),
          } as const,
        ]
      : []),
  ];
}
