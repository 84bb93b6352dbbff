import { parseArn } from "./arn";
import type { Place } from "./names";

export interface Statement {
  readonly Sid?: string;
  readonly Effect: "Allow" | "Deny";
  readonly Principal?: "*" | { readonly Service: string | readonly string[] } | { readonly AWS: string };
  readonly Action: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly Condition?: Condition;
}

export type Condition = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

export const EVENTS_SERVICE = "events.amazonaws.com";
export const LAMBDA_SERVICE = "lambda.amazonaws.com";
export const CLOUDWATCH_SERVICE = "cloudwatch.amazonaws.com";
export const PIPES_SERVICE = "pipes.amazonaws.com";
export const TASKS_SERVICE = "ecs-tasks.amazonaws.com";
export const LOG_DELIVERY_SERVICE = "delivery.logs.amazonaws.com";

/** Returns a policy as text of the plan rather than as a data source, so that a reviewer reads it before anything exists. */
export function policy(statements: readonly Statement[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}

/** Returns the condition that holds only for these rules or buses, so that a service never acts for somebody else's. */
export function fromSources(arns: readonly string[]): Condition {
  return { ArnLike: { "aws:SourceArn": arns } };
}

/** Returns the condition that holds only where a service uses a KMS key for its caller: nobody may use the key directly. */
export function viaService({ aws_region: region }: Place, ...services: readonly string[]): Condition {
  return { StringEquals: { "kms:ViaService": services.map((service) => `${service}.${region}.amazonaws.com`) } };
}

/** Returns the statement that denies every unencrypted connection. */
export function onlyEncryptedConnections(resource: string): Statement {
  const { service } = parseArn(resource);
  return {
    Sid: "OnlyEncryptedConnections",
    Effect: "Deny",
    Principal: "*",
    // A topic's policy takes no wildcard for all actions.
    Action: service === "sns" ? "sns:Publish" : `${service}:*`,
    Resource: resource,
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  };
}

/** Returns the policy of a queue or topic: EventBridge may do one action, and nobody may use an unencrypted connection. */
export function resourcePolicy(resource: string, allowed: Pick<Statement, "Action" | "Condition"> | undefined): string {
  const deny = onlyEncryptedConnections(resource);
  if (allowed === undefined) return policy([deny]);
  const { Action, Condition } = allowed;
  const allow: Statement = {
    Sid: "EventBridgeDelivers",
    Effect: "Allow",
    Principal: { Service: EVENTS_SERVICE },
    Action,
    Resource: resource,
    ...(Condition && { Condition }),
  };
  return policy([allow, deny]);
}
