import type { News } from "../../operate/backfill/backfill";
import { plural } from "../../text/words";
import type { Io } from "../io";
import { Progress } from "../progress";
import { timeText } from "../time";
import type { Prepared } from "./prepared";

/** Where nothing replaces lines, as in CI: how often one says how far it is. */
const LINE_MILLISECONDS = 60_000;
/** Events that could not be put out and are told one by one. */
const TOLD = 10;

/** Says how far a backfill is, and what is left. */
export class Following {
  readonly #progress: Progress;
  #text = "";
  #said = performance.now();
  #events: number;
  #refused = 0;

  constructor(
    private readonly plan: Prepared,
    private readonly io: Io,
  ) {
    const { units, estimate, state } = plan;
    const before = Object.values(state.at.events).reduce((sum, count) => sum + count, 0);
    this.#events = before;
    const whole = estimate.uncounted === 0 && estimate.records !== undefined;
    const total = whole ? units.reduce((sum, { expected = 0 }) => sum + expected, 0) : undefined;
    this.#progress = new Progress({ total, done: () => this.#text }, io);
  }

  tell(news: News): void {
    if ("again" in news) this.io.stderr(news.again);
    else if ("refused" in news) this.#refuse(news.refused);
    else {
      const { units, state } = this.plan;
      this.#events += news.events;
      const left = (state.plan?.units.length ?? units.length) - state.at.unit;
      this.#text = `${plural(this.#events, "event")}; ${news.unit.kind} of ${timeText(news.unit.from)}, ${plural(left, "part")} left`;
      this.#progress.add(news.events);
      if (this.io.progress !== undefined || performance.now() - this.#said < LINE_MILLISECONDS) return;
      this.#said = performance.now();
      this.io.stderr(this.#text);
    }
  }

  end(): void {
    this.#progress.end();
  }

  #refuse({ event, why }: Extract<News, { refused: unknown }>["refused"]): void {
    if (++this.#refused <= TOLD) this.io.stderr(`${event.id} (${event["detail-type"]}) is left out: ${why}`);
  }
}
