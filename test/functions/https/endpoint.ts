import { createHmac } from "node:crypto";
import type { Answer } from "../../../functions/https/answer";
import type { Settings } from "../../../functions/https/settings";
import { functionCode } from "../../../modules/function-code";

export interface PutEntry {
  readonly Source: string;
  readonly DetailType: string;
  readonly Detail: string;
  readonly EventBusName: string;
}

type Fields = Record<string, unknown>;

/** The parts of a request that a test is about. */
export interface Sent {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  readonly from?: string;
  readonly millisecondsLeft?: number;
}

export const SECRET = "It's a Secret to Everybody";
const PLACE = { secrets_manager: "crm/webhook" };
export const HMAC = {
  type: "hmac",
  algorithm: "sha256",
  header: "X-Hub-Signature-256",
  prefix: "sha256=",
  encoding: "hex",
  tolerance_seconds: 300,
  secret: PLACE,
} as const;

const DEFAULTS: Settings = {
  enabled: true,
  bus: "dev-crm",
  source: "https/dev/crm",
  auth: { type: "token", header: "X-Token", secret: PLACE },
  allowed_cidrs: [],
  envelope: { kind: "crm", event_type: "body.type", event_id: "body.id" },
  seen: { table: "dev-crm-seen", hours: 24 },
};

class ConditionalCheckFailedException extends Error {
  override name = "ConditionalCheckFailedException";
  constructor(readonly Item: unknown) {
    super("The conditional request failed");
  }
}

const denied = () => Object.assign(new Error("not authorized"), { name: "AccessDeniedException" });

const code = functionCode("https");

/** The function as Lambda gets it, the bundle itself, with AWS as far as it uses it. */
export class Endpoint {
  readonly events: PutEntry[] = [];
  readonly log: unknown[] = [];
  /** The texts of secrets by their names; `undefined` cannot be read. */
  readonly secrets: Record<string, string | undefined> = { "crm/webhook": SECRET };
  readonly table = new Map<string, Fields>();
  /** Operations that are refused for want of a permission. */
  readonly refused = new Set<string>();
  readings = 0;
  /** Returns the error code for an entry; undefined where the bus takes it. */
  refuse: (entry: PutEntry, nth: number) => string | undefined = () => undefined;
  /** Awaited before entries are put. */
  before: () => Promise<void> = async () => {};
  readonly #handler: (request: unknown, context: unknown) => Promise<Answer>;

  constructor(settings: Partial<Settings> = {}) {
    const own: { exports: Record<string, unknown> } = { exports: {} };
    const env = { SETTINGS: JSON.stringify({ ...DEFAULTS, ...settings }) };
    const console = { warn: (entry: unknown) => this.log.push(entry) };
    new Function("require", "module", "exports", "process", "console", code)(
      (name: string) => this.#sdk(name) ?? jest.requireActual(name),
      own,
      own.exports,
      { env },
      console,
    );
    this.#handler = Object(own.exports).handler;
  }

  async send({ method = "POST", headers = {}, query, body = "", from = "192.0.2.1", millisecondsLeft = 25_000 }: Sent) {
    const binary = typeof body !== "string";
    const request = {
      headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
      ...(query && { queryStringParameters: query }),
      body: binary ? body.toString("base64") : body,
      isBase64Encoded: binary,
      requestContext: { requestId: `r${Math.random()}`, http: { method, sourceIp: from } },
    };
    return this.#handler(request, { getRemainingTimeInMillis: () => millisecondsLeft });
  }

  /** Sends with the token that the settings of most tests ask for. */
  async post(body: unknown, more: Sent = {}) {
    const text = typeof body === "string" || Buffer.isBuffer(body) ? body : JSON.stringify(body);
    return this.send({
      ...more,
      body: text,
      headers: { "X-Token": SECRET, "content-type": "application/json", ...more.headers },
    });
  }

  #sdk(name: string): unknown {
    const command = (operation: string) =>
      class {
        readonly operation = operation;
        constructor(readonly input: Fields) {}
      };
    const { refused } = this;
    const client = (run: (operation: string, input: Fields) => Promise<unknown>) =>
      class {
        send({ operation, input }: { operation: string; input: Fields }) {
          return refused.has(operation) ? Promise.reject(denied()) : run(operation, input);
        }
      };
    switch (name) {
      case "@aws-sdk/client-eventbridge":
        return { PutEventsCommand: command("PutEvents"), EventBridgeClient: client((_, input) => this.#put(input)) };
      case "@aws-sdk/client-secrets-manager":
        return {
          GetSecretValueCommand: command("GetSecretValue"),
          SecretsManagerClient: client((_, { SecretId }) => this.#read("SecretString", String(SecretId))),
        };
      case "@aws-sdk/client-ssm":
        return {
          GetParameterCommand: command("GetParameter"),
          SSMClient: client(async (_, { Name }) => ({ Parameter: await this.#read("Value", String(Name)) })),
        };
      case "@aws-sdk/client-dynamodb":
        return {
          PutItemCommand: command("PutItem"),
          UpdateItemCommand: command("UpdateItem"),
          DeleteItemCommand: command("DeleteItem"),
          DynamoDBClient: client((operation, input) => this.#item(operation, input)),
        };
      default:
        return undefined;
    }
  }

  async #put({ Entries }: Fields) {
    await this.before();
    const entries: PutEntry[] = Object(Entries);
    if (entries.length > 10) throw new Error("too many entries");
    return {
      Entries: entries.map((entry, nth) => {
        const ErrorCode = this.refuse(entry, nth);
        if (ErrorCode !== undefined) return { ErrorCode };
        this.events.push(entry);
        return { EventId: "e" };
      }),
    };
  }

  async #read(key: string, name: string) {
    this.readings++;
    const value = this.secrets[name];
    if (value === undefined) throw denied();
    return { [key]: value };
  }

  /** DynamoDB as far as the conditions of the function go. Each call is one moment, as there. */
  async #item(operation: string, input: Fields) {
    const { Item, Key, ExpressionAttributeValues: values } = Object(input);
    const id: string = (Item ?? Key).id.S;
    const known = this.table.get(id);
    if (operation === "PutItem") {
      if (known && Number(Object(known.expires).N) >= Number(values[":now"].N))
        throw new ConditionalCheckFailedException(known);
      this.table.set(id, Item);
      return {};
    }
    if (known === undefined || Object(known.owner).S !== values[":owner"].S)
      throw new ConditionalCheckFailedException(undefined);
    if (operation === "DeleteItem") this.table.delete(id);
    else this.table.set(id, { ...known, done: values[":true"], expires: values[":expires"] });
    return {};
  }
}

export function signed(body: string | Buffer, { key = SECRET, algorithm = "sha256", encoding = "hex" as const } = {}) {
  return createHmac(algorithm, key).update(body).digest(encoding);
}
