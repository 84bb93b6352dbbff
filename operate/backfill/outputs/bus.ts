import type { PutEventsRequestEntry, PutEventsResultEntry } from "@aws-sdk/client-eventbridge";
import { FilesProblem } from "../../../files/files-problem";
import { ENTRY_BYTES, grouped } from "../../../functions/https/bus";
import type { Aws } from "../../aws/aws";
import { pause } from "../../genesys/request";
import type { BackfilledEvent } from "../event";
import type { Output, Refused } from "./output";

/** The tries of an entry; PutEvents may take some of a request and refuse others. */
const TRIES = 8;

type Wait = (ms: number) => Promise<unknown>;
interface Packed {
  readonly event: BackfilledEvent;
  readonly entry: PutEventsRequestEntry;
  readonly bytes: number;
}

/** Returns an output that puts events on a bus. */
export async function busOutput(aws: Aws, busArn: string, wait: Wait): Promise<Output> {
  const { EventBridgeClient, PutEventsCommand } = await import("@aws-sdk/client-eventbridge");
  const client = aws.client(EventBridgeClient);

  /** Puts entries until all are taken. */
  async function putAll(all: readonly Packed[]): Promise<void> {
    let left = all;
    for (let attempt = 1; left.length > 0; attempt++) {
      const { Entries = [] } = await client.send(new PutEventsCommand({ Entries: left.map(({ entry }) => entry) }));
      const failed = Entries.find(({ ErrorCode }) => ErrorCode !== undefined);
      if (failed === undefined) return;
      if (attempt === TRIES || !MAY_PASS.test(failed.ErrorCode ?? "")) throw refused(failed);
      left = left.filter((_, index) => Entries[index]?.ErrorCode !== undefined);
      await wait(pause(attempt, null));
    }
  }

  return {
    step: STEP,
    async put({ events }) {
      const packed = events.map((event) => packedFor(busArn, event));
      const tooLarge = packed.filter(({ bytes }) => bytes > ENTRY_BYTES);
      for (const request of grouped(packed.filter(({ bytes }) => bytes <= ENTRY_BYTES))) await putAll(request);
      return tooLarge.map(tooLargeFor);
    },
  };
}

/** Events that go out before it is noted, so that a killed run puts no more than these twice. */
const STEP = 50;

/** The codes of what is over in a moment (EventBridge API reference, PutEventsResultEntry, 2026-11). */
const MAY_PASS = /^(?:Throttling|Internal)/;

function refused({ ErrorCode, ErrorMessage }: PutEventsResultEntry): FilesProblem {
  return new FilesProblem(`AWS refuses EventBridge PutEvents: ${ErrorMessage} (${ErrorCode})`);
}

function tooLargeFor({ event, bytes }: Packed): Refused {
  return { event, why: `it has ${bytes} bytes, and PutEvents takes ${ENTRY_BYTES}` };
}

function packedFor(busArn: string, event: BackfilledEvent): Packed {
  const detail = JSON.stringify(event.detail);
  const entry = {
    EventBusName: busArn,
    Source: event.source,
    DetailType: event["detail-type"],
    Detail: detail,
    Time: new Date(event.time),
  };
  // As AWS counts: 14 for the time, and the bytes of the texts (EventBridge user guide, "PutEvents event entry size", 2026-11).
  const bytes =
    14 + [event.source, event["detail-type"], detail].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  return { event, entry, bytes };
}
