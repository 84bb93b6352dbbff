import { destinationType } from "../destinations";
import { Around } from "./around";
import type { Bus } from "./bus";
import { doubts, missingParameter, tooLarge } from "./deliver";
import { asOf, type StreamEvent } from "./event";
import { eventBytes, type Wide } from "./json-bytes";
import { payload } from "./payload";
import type { Dress, Tracer } from "./tracer";

/** Hears what becomes of an event, rule by rule. */
export interface Scale {
  takenBy(rule: string): void;
  lostFor(rule: string, destination: string, why: string): void;
  deliveredTo(rule: string, destination: string, bytes: number, doubts: readonly string[]): void;
}

/** A bus with what its last event had of it: most events of an archive come from one source. */
interface Last {
  readonly source: unknown;
  readonly dress: Dress;
}

/** Says the same of an event as a tracer's `delivered`, as far as it can be counted, in less time: no text is made where its size is known. */
export class Weigher {
  readonly #last = new Map<Bus, Last>();

  constructor(private readonly tracer: Tracer) {}

  /**
   * @param wide those bytes of the event's text
   * @param size the bytes of the event, where they are known
   * @param buses those on which it comes
   */
  weigh(event: StreamEvent, wide: Wide, size: number | undefined, buses: readonly Bus[], scale: Scale): void {
    for (const bus of buses) {
      const { envelope, matched, busName } = this.#dressOf(event, bus);
      let seen: StreamEvent | undefined;
      let whole: number | undefined;
      for (const rule of bus.enabled.match(event, matched)) {
        scale.takenBy(rule.name);
        for (const { target, destination, input, required, requiresEnvelope } of rule.targets) {
          const to = target.destination;
          if (input.kind !== "event" || requiresEnvelope)
            seen ??= envelope === undefined ? event : asOf(event, envelope);
          const missing = missingParameter(required, seen ?? event);
          if (missing !== undefined) {
            scale.lostFor(rule.name, to, missing.lost);
            continue;
          }
          const type = destinationType(destination.type);
          if (input.kind === "event" || seen === undefined) {
            whole ??= eventBytes(event, wide, envelope, size);
            scale.deliveredTo(rule.name, to, whole, tooLarge(type, whole));
            continue;
          }
          const sent = payload(input, seen, new Around(this.tracer.environment, busName, rule));
          if ("lost" in sent) scale.lostFor(rule.name, to, sent.lost);
          else {
            const bytes = Buffer.byteLength(sent.text);
            scale.deliveredTo(rule.name, to, bytes, doubts(type, input, seen, sent, bytes));
          }
        }
      }
    }
  }

  #dressOf(event: StreamEvent, bus: Bus): Dress {
    const last = this.#last.get(bus);
    if (last !== undefined && last.source === event.source) return last.dress;
    const dress = this.tracer.dressOf(event, bus);
    this.#last.set(bus, { source: event.source, dress });
    return dress;
  }
}
