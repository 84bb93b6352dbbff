import { codesOf } from "../../functions/https/bus";
import type { Aws } from "../aws/aws";
import type { Put } from "./outbox";

/** Calls of PutEvents that begin in a second: ten times as many entries, which is the most that any region takes (user guide, 2026-11). */
const CALLS_A_SECOND = 1000;

/** Returns what puts entries on buses of an account. */
export async function putEvents(aws: Aws): Promise<Put> {
  const { EventBridgeClient, PutEventsCommand } = await import("@aws-sdk/client-eventbridge");
  const client = aws.at(CALLS_A_SECOND).client(EventBridgeClient);
  return async (entries, abortSignal) => {
    const { Entries } = await client.send(new PutEventsCommand({ Entries: [...entries] }), { abortSignal });
    return codesOf(entries, Entries);
  };
}
