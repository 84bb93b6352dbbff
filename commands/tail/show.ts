import type { Envelope } from "../../genesys/envelope";
import { Mask } from "../../operate/masked";
import type { StreamEvent } from "../../trace/event";
import type { Chosen } from "../environment";
import type { Io } from "../io";
import { eventLine } from "./line";
import { Saver } from "./save";

/** The options that say how events are shown. */
export interface Ways {
  readonly json?: boolean | undefined;
  readonly whole?: boolean | undefined;
  readonly save?: string | undefined;
  readonly count?: string | undefined;
  readonly "show-personal-data"?: boolean | undefined;
}

/** Prints events, and keeps them where that is asked for: each as it may be seen. */
export class Shower {
  readonly #mask: Mask | undefined;
  readonly #saver: Saver | undefined;
  readonly #most: number;
  count = 0;

  constructor(
    chosen: Chosen,
    readonly ways: Ways,
    private readonly io: Io,
  ) {
    this.#mask = ways["show-personal-data"] ? undefined : new Mask();
    this.#saver = ways.save === undefined ? undefined : new Saver(ways.save, chosen, io);
    this.#most = ways.count === undefined ? Infinity : Number(ways.count);
  }

  get masks(): boolean {
    return this.#mask !== undefined;
  }

  get hasEnough(): boolean {
    return this.count >= this.#most;
  }

  /** @param stream where there are several */
  show(event: StreamEvent, envelope: Envelope, stream: string | undefined): void {
    if (this.hasEnough) return;
    this.count++;
    const seen = this.#mask?.event(event, envelope) ?? event;
    if (this.ways.json) this.io.json(seen);
    else if (this.ways.whole) this.io.json(seen, 2);
    else this.io.stdout(eventLine(seen, envelope, stream));
    this.#saver?.save(event, seen, envelope.topicField);
  }

  end(): void {
    this.#saver?.end();
  }
}
