/// <reference lib="dom" />
import type { Environment } from "../../config/model";
import type { Flow } from "../../report/model/flow";
import { Tracer } from "../../trace/tracer";
import { jsonFault, traceText } from "../event-text";
import { litPicture, verdict, verdictSentence } from "../view/verdict";
import { flowIn, wayOf } from "../way";
import { Editor } from "./editor";
import { element } from "./elements";

/** The event of each sample, by name; the bundler writes them in. */
declare const SAMPLE_EVENTS: Readonly<Record<string, unknown>>;

/** The sample that stands there at first. */
const FIRST = "audit-oauth-client-delete";

/** The part of the page where an event is tried: its field, the picture and the verdict. */
export class Desk {
  readonly #event = new Editor("event", () => this.#changed());
  readonly #sample = element("sample", HTMLSelectElement);
  readonly #exact = element("exact", HTMLInputElement);
  #traced: { readonly environment: Environment; readonly tracer: Tracer; readonly flow: Flow } | undefined;

  /**
   * @param hasIds true to let the boxes of the picture lead to the verdict
   * @param onChange is called when the reader has changed the event
   */
  constructor(
    readonly hasIds: boolean,
    readonly onChange: () => void = () => {},
  ) {
    const names = Object.keys(SAMPLE_EVENTS).sort();
    this.#sample.append(...names.map((name) => new Option(name)));
    this.#sample.addEventListener("change", () => this.#choose());
    this.#exact.addEventListener("change", () => this.#exactly());
    this.#take(FIRST);
  }

  get state() {
    return { event: this.#event.text, exact: this.#exact.checked };
  }

  /** Puts an event on the desk; what is known of the environment stays. */
  put({ event, exact }: Desk["state"]): void {
    this.#event.text = event;
    this.#sample.value = "";
    this.#exact.checked = exact;
    this.use(this.#traced?.environment);
  }

  /** Traces through an environment from now on; undefined where the file has errors. */
  use(environment: Environment | undefined): void {
    this.#traced = environment && {
      environment,
      tracer: new Tracer(environment, { exact: this.#exact.checked }),
      flow: flowIn(environment),
    };
    this.#show();
  }

  #take(name: string): void {
    const sample = SAMPLE_EVENTS[name];
    if (sample === undefined) return;
    this.#event.text = JSON.stringify(sample, null, 2);
    this.#sample.value = name;
    this.#show();
  }

  #choose(): void {
    this.#take(this.#sample.value);
    this.onChange();
  }

  #changed(): void {
    this.#sample.value = "";
    this.#show();
    this.onChange();
  }

  #exactly(): void {
    this.use(this.#traced?.environment);
    this.onChange();
  }

  #show(): void {
    const { tracer, flow } = this.#traced ?? {};
    const text = this.#event.text;
    const traced = tracer === undefined ? jsonFault(text) : traceText(tracer, text);
    const fault = traced !== undefined && "message" in traced ? traced : undefined;
    this.#event.show(fault === undefined ? [] : [{ severity: "error", ...fault }]);
    const traces = traced === undefined || "message" in traced ? [] : traced;
    const why = flow === undefined ? "the environment file has errors" : fault && "the event has an error";
    element("sentence", HTMLElement).textContent = why === undefined ? verdictSentence(traces) : `No verdict: ${why}.`;
    element("picture", HTMLElement).innerHTML = flow === undefined ? "" : litPicture(flow, wayOf(flow, traces)).text;
    element("verdict", HTMLElement).innerHTML =
      flow === undefined || why !== undefined ? "" : verdict(traces, flow, this.hasIds).text;
  }
}
