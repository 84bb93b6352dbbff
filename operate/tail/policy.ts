import { parseArn } from "../../aws/arn";
import { arn } from "../../aws/names";
import { type Statement, viaService } from "../../aws/policy";
import type { Environment } from "../../config/model";
import { streamType } from "../../streams";
import { busOf } from "../buses";
import type { PolicyOf } from "../policies";
import { tailPrefix } from "./names";

/** The permissions of `tail`. AWS knows no resource for the actions that list (Service Authorization Reference, 2026-11). */
export const tailPolicy: PolicyOf = (environment) => {
  const anything = `${tailPrefix(environment.name)}*`;
  const queue = arn(environment, "sqs", anything);
  return [
    {
      Sid: "FindWhatIsLeft",
      Effect: "Allow",
      Action: ["events:ListRules", "sqs:ListQueues", ...(needsBuses(environment) ? ["events:ListEventBuses"] : [])],
      Resource: "*",
    },
    {
      Sid: "RuleForAWhile",
      Effect: "Allow",
      Action: [
        "events:PutRule",
        "events:TagResource",
        "events:PutTargets",
        "events:RemoveTargets",
        "events:DeleteRule",
      ],
      Resource: buses(environment).map((bus) => arn(environment, "events", `rule/${bus}/${anything}`)),
    },
    {
      Sid: "QueueForAWhile",
      Effect: "Allow",
      Action: ["sqs:CreateQueue", "sqs:TagQueue", "sqs:ReceiveMessage", "sqs:DeleteQueue"],
      Resource: queue,
    },
    ...keyStatements(environment, parseArn(queue).service),
  ];
};

function buses(environment: Environment): string[] {
  return Object.entries(environment.streams)
    .map(([stream, keys]) => busOf(environment, stream, keys, environment.organization_id ?? "*").bus)
    .sort();
}

function needsBuses({ streams, organization_id }: Environment): boolean {
  return (
    organization_id === undefined && Object.values(streams).some(({ type }) => streamType(type).namedByOrganization)
  );
}

/** Whoever reads from a queue with a key needs the key, through the queue's service alone. */
function keyStatements(environment: Environment, service: string): Statement[] {
  const { kms_key_arn: key } = environment;
  if (key === undefined) return [];
  const Condition = viaService(environment, service);
  return [{ Sid: "ReadWithTheKey", Effect: "Allow", Action: "kms:Decrypt", Resource: key, Condition }];
}
