import { appendFileSync } from "node:fs";
import type { Middleware } from "./aws";

/** The file that takes a line for each call of AWS, so that one sees what a command asks for, and compares it with a policy. */
export const CALLS_VARIABLE = "GENESYS_EVENTBRIDGE_CALLS";

/** What names a resource; all else of a request may be somebody's data. */
const NAMING =
  /^(?:Name|Rule|ApiId|IntegrationId|(?:\w*(?:Name|Names|Arn|ARN|Arns|ResourceId|Url|NamePrefix))|Bucket|Prefix|KeyId)$/i;

/** A call as its line has it. */
export interface NotedCall {
  /** The words of the SDK: `SQS`, `GetQueueAttributes`. */
  readonly service: string;
  readonly operation: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Returns a step that notes each call in the file that the environment variable names; none where it names none. */
export function noted(env: Readonly<Record<string, string | undefined>>): Middleware {
  const file = env[CALLS_VARIABLE];
  if (!file) return (next) => next;
  return (next, { clientName = "", commandName = "" }) =>
    (args) => {
      const call: NotedCall = {
        service: clientName.replace(/Client$/, ""),
        operation: commandName.replace(/Command$/, ""),
        body: Object.fromEntries(Object.entries(args.input ?? {}).flatMap(named)),
      };
      appendFileSync(file, `${JSON.stringify(call)}\n`);
      return next(args);
    };
}

/** Returns what a line has of a member of a request: tags by their keys, as giving any is an action of its own. */
function named([key, value]: [string, unknown]): [string, unknown][] {
  if (NAMING.test(key)) return [[key, value]];
  if (!/^tags$/i.test(key) || typeof value !== "object" || value === null) return [];
  return [[key, Array.isArray(value) ? value.map(({ Key }: { Key?: unknown }) => Key) : Object.keys(value)]];
}
