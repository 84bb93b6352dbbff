import { createServer, type IncomingMessage } from "node:http";
import { setTimeout } from "node:timers/promises";
import { startedStandIn } from "./stand-in";
import { xml } from "./xml";

type Body = Readonly<Record<string, unknown>>;

/** What the stand-in does with a call; it may throw an `AwsError`. */
export type Handler = (input: Body) => object | undefined | Promise<object | undefined>;

export class AwsError extends Error {
  constructor(
    readonly code: string,
    message = "as the test wants it",
    readonly status = 400,
  ) {
    super(message);
  }
}

export interface Called {
  /** Such as `sqs:GetQueueAttributes`; of REST services the method and path, `lambda:GET /2015-03-31/functions/f/policy`. */
  readonly action: string;
  readonly input: Body;
  /** When it came, in milliseconds. */
  readonly at: number;
}

export const ACCOUNT = "123456789012";

/**
 * A stand-in for AWS on this machine, which speaks the protocols of the SDK's clients: JSON by X-Amz-Target, the query protocol with
 * XML answers, and paths (an answer for a path may be text). It knows nothing of AWS: a test says what each call is answered.
 *
 * @param handlers by action, such as `sqs:GetQueueAttributes`; services by their names in signatures: CloudWatch is `monitoring`, Step Functions
 * `states`
 */
export async function awsServer(handlers: Readonly<Record<string, Handler>>, { delay = 0, account = ACCOUNT } = {}) {
  const calls: Called[] = [];
  const all: Readonly<Record<string, Handler>> = {
    "sts:GetCallerIdentity": () => ({ Account: account, Arn: `arn:aws:iam::${account}:user/x`, UserId: "AIDAX" }),
    ...handlers,
  };
  const server = createServer(async (message, response) => {
    const { action, input, query } = await read(message);
    calls.push({ action, input, at: performance.now() });
    if (delay > 0) await setTimeout(delay);
    const name = action.slice(action.indexOf(":") + 1);
    try {
      const handler = all[action];
      if (handler === undefined) throw new AwsError("AccessDeniedException", `not authorized to perform: ${action}`);
      const answer = (await handler(input)) ?? {};
      response.writeHead(200, { "content-type": query ? "text/xml" : "application/x-amz-json-1.0" });
      response.end(query ? xml({ [`${name}Response`]: { [`${name}Result`]: answer } }) : textOf(answer));
    } catch (error) {
      const {
        code,
        message: said,
        status,
      } = error instanceof AwsError ? error : new AwsError("InternalFailure", String(error), 500);
      response.writeHead(status, { "content-type": "application/x-amz-json-1.0", "x-amzn-errortype": code });
      const words = { Type: "Sender", Code: code, Message: said };
      response.end(
        query ? xml({ ErrorResponse: { Error: words } }) : JSON.stringify({ __type: code, message: said, ...words }),
      );
    }
  });
  return { calls, ...(await startedStandIn(server, "AWS_ENDPOINT_URL")) };
}

const textOf = (answer: object) => ("text" in answer ? String(answer.text) : JSON.stringify(answer));

/** Returns the call, by the service that its signature names. */
async function read(message: IncomingMessage): Promise<{ action: string; input: Body; query: boolean }> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  const body = Buffer.concat(chunks).toString();
  const [, service = ""] = /Credential=[^/]+\/\d+\/[\w-]+\/([\w-]+)\//.exec(message.headers.authorization ?? "") ?? [];
  const target = message.headers["x-amz-target"];
  if (typeof target === "string")
    return { action: `${service}:${target.split(".").at(-1)}`, input: JSON.parse(body || "{}"), query: false };
  if (message.headers["content-type"]?.startsWith("application/x-www-form-urlencoded")) {
    const input = Object.fromEntries(new URLSearchParams(body));
    return { action: `${service}:${input.Action}`, input, query: true };
  }
  const path = decodeURIComponent((message.url ?? "").replace(/\?.*/, ""));
  const json = body.startsWith("{") ? JSON.parse(body) : body === "" ? {} : { text: body };
  return { action: `${service}:${message.method} ${path}`, input: json, query: false };
}
