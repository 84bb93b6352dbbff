import { EventBridgeClient, PutEventsCommand } from "@aws-sdk/client-eventbridge";
import { codesOf, type Entry } from "../https/bus";
import { clientSettings } from "../https/client";
import { bury } from "./bury";
import { type Answer, read } from "./read";
import type { Batch } from "./record";
import type { Settings } from "./settings";

const settings: Settings = JSON.parse(process.env.SETTINGS ?? "{}");
const client = new EventBridgeClient(clientSettings(5_000));

async function put(entries: readonly Entry[]) {
  const { Entries } = await client.send(new PutEventsCommand({ Entries: [...entries] }));
  return codesOf(entries, Entries);
}

export async function handler(
  batch: Batch,
  context: { readonly getRemainingTimeInMillis: () => number },
): Promise<Answer> {
  return read(batch, {
    settings,
    put,
    bury: (record, code, why) => bury(settings.deadLetters, record, code, why),
    // biome-ignore lint/suspicious/noConsole: Lambda writes what is printed to the log group.
    log: (entry) => console.warn(entry),
    millisecondsLeft: () => context.getRemainingTimeInMillis(),
  });
}
