import type { FunctionPlan } from "../../../aws/function-plan";
import { arn, seenTableName } from "../../../aws/names";
import type { Statement } from "../../../aws/policy";
import type { Authentication, Settings } from "../../../functions/https/settings";
import { secretStatements } from "../../../parts/secret-statements";
import type { HttpsKeys } from "../../https";
import type { StreamFunctionContext } from "../../stream-type";
import type { EndpointAuth } from "./auth";

/** The part of a stream that its function is. */
export const RECEIVER = "receive";
/** Below the 30 seconds for which API Gateway waits (developer guide, "Quotas for HTTP APIs", read 2026-11). */
export const TIMEOUT_SECONDS = 25;
const DEFAULT_WINDOW_HOURS = 24;

/** Returns the hours for which an id is known. */
export function windowHours({ duplicate_window_hours = DEFAULT_WINDOW_HOURS }: HttpsKeys): number {
  return duplicate_window_hours;
}

/** Returns the function that takes what is sent. */
export function receiver(keys: HttpsKeys, context: StreamFunctionContext): FunctionPlan {
  const { environment, owner, busArn } = context;
  const statements: Statement[] = [{ Effect: "Allow", Action: "events:PutEvents", Resource: busArn }];
  const secret = secretOf(keys.auth);
  if (secret !== undefined) statements.push(...secretStatements(context, secret));
  if (keys.event_id !== undefined)
    statements.push({
      Effect: "Allow",
      Action: ["dynamodb:DeleteItem", "dynamodb:PutItem", "dynamodb:UpdateItem"],
      Resource: arn(context, "dynamodb", `table/${seenTableName(environment, owner)}`),
    });
  return {
    code: "https",
    part: RECEIVER,
    description: `Takes what is sent to ${owner} and puts it on its event bus`,
    settings: { SETTINGS: JSON.stringify(settings(keys, context)) },
    statements,
    keyVia: [],
    memory_mb: 512,
    timeout_seconds: TIMEOUT_SECONDS,
  };
}

function settings(keys: HttpsKeys, { environment, owner, bus, source }: StreamFunctionContext): Settings {
  const { enabled, allowed_cidrs, handshake, event_type, event_id } = keys;
  return {
    enabled,
    bus,
    source,
    auth: authentication(keys.auth),
    allowed_cidrs,
    handshake,
    envelope: { kind: owner, event_type, event_id },
    seen: event_id === undefined ? undefined : { table: seenTableName(environment, owner), hours: windowHours(keys) },
  };
}

/** Issuer and audience are the API's business. */
function authentication(auth: EndpointAuth): Authentication {
  return auth.type === "jwt" ? { type: "jwt" } : auth;
}

function secretOf(auth: EndpointAuth) {
  if (auth.type === "jwt") return undefined;
  return auth.type === "basic" ? auth.password : auth.secret;
}
