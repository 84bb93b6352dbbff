import type { Place } from "./names";

export interface Statement {
  readonly Sid?: string;
  readonly Effect: "Allow" | "Deny";
  readonly Principal?: "*" | { readonly Service: string | readonly string[] } | { readonly AWS: string };
  readonly Action: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly Condition?: Condition;
}

type Condition = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

export const EVENTS_SERVICE = "events.amazonaws.com";
export const CLOUDWATCH_SERVICE = "cloudwatch.amazonaws.com";
export const LOG_DELIVERY_SERVICE = "delivery.logs.amazonaws.com";

/** As text of the plan rather than as a data source, so that a reviewer reads it before anything exists. */
export function policy(statements: readonly Statement[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}

/** Holds only for these rules or buses: a service must not be talked into acting for somebody else's. */
export function fromSources(arns: readonly string[]): Condition {
  return { ArnLike: { "aws:SourceArn": arns } };
}

/** Holds only where the service uses a KMS key for whoever calls it: nobody may use the key by itself. */
export function viaService({ aws_region: region }: Place, ...services: readonly string[]): Condition {
  return { StringEquals: { "kms:ViaService": services.map((service) => `${service}.${region}.amazonaws.com`) } };
}

/** Nobody over an unencrypted connection. */
export function onlyEncryptedConnections(resource: string): Statement {
  const service = resource.split(":")[2];
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

/** What a queue or topic lets in: EventBridge for one action, and nobody over an unencrypted connection. */
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
