interface Statement {
  readonly Effect: "Allow" | "Deny";
  readonly Principal?: "*" | { readonly Service?: string | readonly string[]; readonly AWS?: string };
  readonly Action: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

export interface Request {
  /** The service that asks, or the ARN of the identity. */
  readonly service: string;
  readonly action: string;
  readonly resource?: string;
  readonly context?: Readonly<Record<string, string>>;
}

/** Evaluates a policy as IAM does, as far as event delivery needs it: principals, actions, resources, conditions, deny first. */
export function allows(document: unknown, request: Request): boolean {
  const { Statement: statements }: { Statement: Statement[] } = JSON.parse(String(document));
  const matching = statements.filter((statement) => applies(statement, request));
  return matching.length > 0 && matching.every(({ Effect }) => Effect === "Allow");
}

function applies({ Principal, Action, Resource, Condition }: Statement, request: Request): boolean {
  const named = Principal === undefined || Principal === "*" || names(Principal).includes(request.service);
  const acts = list(Action).some((pattern) => like(request.action, pattern));
  const onThis = Resource === undefined || list(Resource).some((pattern) => like(request.resource ?? "", pattern));
  return named && acts && onThis && Object.entries(Condition ?? {}).every(([test, keys]) => holds(test, keys, request));
}

function names({ Service = [], AWS }: Exclude<Statement["Principal"], "*" | undefined>): readonly string[] {
  return [...list(Service), ...(AWS === undefined ? [] : [AWS])];
}

/** The conditions whose values may contain *. */
const PATTERNS = ["ArnLike", "ArnEquals", "StringLike"];

function holds(
  test: string,
  keys: Readonly<Record<string, string | readonly string[]>>,
  { context = {} }: Request,
): boolean {
  return Object.entries(keys).every(([key, wanted]) => {
    const value = context[key];
    if (value === undefined && test.endsWith("IfExists")) return true;
    if (value === undefined) return false; // a key that the request does not carry fails its condition
    const plain = test.replace("IfExists", "");
    if (PATTERNS.includes(plain)) return list(wanted).some((pattern) => like(value, pattern));
    if (plain === "StringEquals" || plain === "Bool") return list(wanted).includes(value);
    throw new Error(`the condition ${test} is not evaluated here`);
  });
}

function list(value: string | readonly string[]): readonly string[] {
  return typeof value === "string" ? [value] : value;
}

function like(value: string, pattern: string): boolean {
  const parts = pattern.split("*").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`, "s").test(value);
}
