import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import * as z from "zod";

/** A request to AWS that the provider logged. */
export interface Call {
  /** The service and the operation in the words of the AWS SDK: `CloudWatch Logs`, `CreateLogGroup`. */
  readonly service: string;
  readonly operation: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly path: string;
  /** Whether a plan makes it, too. */
  readonly planned: boolean;
}

const line = z.object({
  "@message": z.literal("HTTP Request Sent"),
  "rpc.service": z.string(),
  "rpc.method": z.string(),
  "http.url": z.string(),
  "http.request.body": z.string().optional(),
  tf_rpc: z.string(),
});

/** What the provider does in a plan, before it changes anything. */
const PLANNING = ["ConfigureProvider", "PlanResourceChange", "ReadDataSource", "ReadResource"];

/**
 * Returns every call in a log that Terraform wrote with TF_LOG=JSON, each once.
 *
 * @param names what is named in the calls: the log hides the middle of a name that could be a secret access key
 */
export async function callsIn(log: string, names: readonly string[]): Promise<Call[]> {
  const calls = new Map<string, Call>();
  const granted = new Map<string, unknown>();
  for await (const text of createInterface({ input: createReadStream(log) })) {
    if (!text.includes('"HTTP Request Sent"')) continue;
    const { "rpc.service": service, "rpc.method": operation, ...rest } = line.parse(JSON.parse(shown(text, names)));
    const { pathname, search } = new URL(rest["http.url"]);
    const body = bodyOf(rest["http.request.body"] ?? "");
    // Who loses a permission stands in the request that gave it.
    if (operation === "AddPermission") granted.set(`${pathname}/${String(body.StatementId)}`, body.Principal);
    if (operation === "RemovePermission") body.Principal = granted.get(pathname);
    const call = { service, operation, body, path: pathname + search, planned: PLANNING.includes(rest.tf_rpc) };
    calls.set(JSON.stringify(call), call);
  }
  return [...calls.values()];
}

/** Puts names in the place of what stands for them with asterisks. */
function shown(text: string, names: readonly string[]): string {
  return text.replace(/[\w/.-]*\*{32}[\w/.-]*/g, (hidden) => {
    const fits = (name: string) =>
      name.length === hidden.length && [...hidden].every((letter, at) => letter === "*" || letter === name[at]);
    return names.find(fits) ?? hidden;
  });
}

/** A body in JSON or of the query protocol; of S3's XML nothing is needed. */
function bodyOf(text: string): Record<string, unknown> {
  const written = text.trim();
  // The provider's log may have more behind a body of JSON.
  if (written.startsWith("{")) return z.record(z.string(), z.unknown()).parse(firstValue(written));
  return written.startsWith("<") ? {} : Object.fromEntries(new URLSearchParams(written));
}

function firstValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const [, end] = /after JSON at position (\d+)/.exec(String(error)) ?? [];
    if (end === undefined) throw error;
    return JSON.parse(text.slice(0, Number(end)));
  }
}
