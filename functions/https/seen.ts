import { createHash } from "node:crypto";

/** An item of the table: an id that is being put on the bus, or was. */
export interface SeenItem {
  /** The request that has it; another one that finds it waits. */
  readonly owner: string;
  readonly done: boolean;
  /** Seconds since 1970. What is not done by then was given up, and what is done is forgotten. */
  readonly expires: number;
}

/** The table as the function uses it. */
export interface Table {
  /** Writes an item where there is none, or one that expired; returns the one that is in the way. */
  claim(id: string, item: SeenItem, now: number): Promise<SeenItem | undefined>;
  /** Changes the item of an owner; does nothing where another one has it. */
  confirm(id: string, owner: string, expires: number): Promise<void>;
  release(id: string, owner: string): Promise<void>;
}

/** The fate of an id: ours to put on the bus, put there before, or in the hands of another request for too long. */
export type Claim = "ours" | "seen" | "busy";

/** How long a claim holds: longer than the 25 seconds that the function may run, so that no two ever work on one event, and short of a sender's patience. */
const CLAIM_SECONDS = 30;
/** How long a request waits for another one with the same event, which takes as long as PutEvents does. */
const WAIT_MILLISECONDS = 5_000;
const STEP_MILLISECONDS = 100;

/** The ids of events that were put on the bus within a window. An id counts as seen only once EventBridge took its event. */
export class Seen {
  constructor(
    readonly table: Table,
    readonly owner: string,
    readonly hours: number,
    readonly wait: (milliseconds: number) => Promise<void> = (milliseconds) =>
      new Promise((resolve) => setTimeout(resolve, milliseconds)),
  ) {}

  async claim(id: string): Promise<Claim> {
    for (let waited = 0; ; waited += STEP_MILLISECONDS) {
      const now = seconds();
      const item = { owner: this.owner, done: false, expires: now + CLAIM_SECONDS };
      const other = await this.table.claim(hashed(id), item, now);
      // One of our own: the answer to an earlier try of the same call was lost on the way.
      if (other === undefined || (!other.done && other.owner === this.owner)) return "ours";
      if (other.done) return "seen";
      if (waited >= WAIT_MILLISECONDS) return "busy";
      await this.wait(STEP_MILLISECONDS);
    }
  }

  async confirm(id: string): Promise<void> {
    await this.table.confirm(hashed(id), this.owner, seconds() + this.hours * 3600);
  }

  async release(id: string): Promise<void> {
    await this.table.release(hashed(id), this.owner);
  }
}

const seconds = () => Math.floor(Date.now() / 1000);

/** Nothing that a sender writes into an id is kept, however long it is. */
function hashed(id: string): string {
  return createHash("sha256").update(id).digest("base64url");
}
