import type { PutEventsRequestEntry } from "@aws-sdk/client-eventbridge";
import { FilesProblem } from "../../../files/files-problem";
import { codesOf, ENTRY_BYTES, entryBytes, grouped, MAY_PASS, TIME_BYTES } from "../../../functions/https/bus";
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
      const codes = codesOf(left, Entries);
      const failed = codes.findIndex((code) => code !== undefined);
      if (failed === -1) return;
      const code = codes[failed] ?? "";
      if (attempt === TRIES || !MAY_PASS.test(code)) throw refused(code, Entries[failed]?.ErrorMessage);
      left = left.filter((_, index) => codes[index] !== undefined);
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

function refused(code: string, why = "it says nothing of an event"): FilesProblem {
  return new FilesProblem(`AWS refuses EventBridge PutEvents: ${why} (${code})`);
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
  const bytes = TIME_BYTES + entryBytes(event.source, { detailType: event["detail-type"], detail });
  return { event, entry, bytes };
}
