import { EventBridgeClient, PutEventsCommand } from "@aws-sdk/client-eventbridge";
import type { Answer } from "./answer";
import { codesOf, type Entry } from "./bus";
import { clientSettings } from "./client";
import { loadSecret } from "./load-secret";
import { type Request, receive } from "./receive";
import { Secrets } from "./secrets";
import { Seen, type Table } from "./seen";
import type { Settings } from "./settings";
import { dynamoTable } from "./table";

const settings: Settings = JSON.parse(process.env.SETTINGS ?? "{}");
const client = new EventBridgeClient(clientSettings(5_000));
const secrets = new Secrets(loadSecret);
// While the function starts, which costs the sender nothing.
const table: Promise<Table> | undefined = settings.seen && dynamoTable(settings.seen.table);

async function put(entries: readonly Entry[]) {
  const { Entries } = await client.send(new PutEventsCommand({ Entries: [...entries] }));
  return codesOf(entries, Entries);
}

export async function handler(
  request: Request,
  context: { readonly getRemainingTimeInMillis: () => number },
): Promise<Answer> {
  return receive(request, {
    settings,
    secrets,
    put,
    seen: async (owner) => settings.seen && table && new Seen(await table, owner, settings.seen.hours),
    // biome-ignore lint/suspicious/noConsole: Lambda writes what is printed to the log group.
    log: (entry) => console.warn(entry),
    now: Date.now,
    millisecondsLeft: () => context.getRemainingTimeInMillis(),
  });
}
