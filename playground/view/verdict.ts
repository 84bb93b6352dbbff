import { type Html, html } from "../../report/formats/html/html";
import { badge } from "../../report/formats/html/parts";
import { picture, type Way } from "../../report/formats/html/picture";
import type { Flow } from "../../report/model/flow";
import { plural } from "../../text/words";
import type { Delivery, RuleTrace, StreamTrace, Trace } from "../../trace/trace";
import { failureText, lossText, requestLines, writtenWords } from "../../trace/words";

/** Returns the picture, with the way of the event in it. */
export function litPicture(flow: Flow, way: Way): Html {
  return html`<figure><div class="scroll" role="group" tabindex="0" aria-label="Picture of the flow">${picture(flow, way)}</div><figcaption class="muted">Thick: the way of this event. Dashed and thick: lost on its way. A double frame: events leave the account, the region or AWS. A dashed frame: switched off.</figcaption></figure>`;
}

/** Returns the verdict in one sentence, as it is read aloud when it changes. */
export function verdictSentence(traces: readonly Trace[]): string {
  const rules = traces.flatMap(({ streams }) => streams.flatMap((stream) => stream.rules));
  const deliveries = rules.flatMap((rule) => (rule.matches ? rule.deliveries : []));
  const lost = deliveries.filter(({ delivered }) => !delivered).length;
  const matching = rules.filter(({ matches }) => matches).length;
  const [first] = traces;
  if (rules.length === 0 && first?.reason !== undefined) return `${first.reason}.`;
  const arriving = deliveries.length - lost;
  const ends = `${arriving} ${arriving === 1 ? "delivery" : "deliveries"}${lost > 0 ? `, ${lost} lost` : ""}`;
  return `${matching} of ${plural(rules.length, "rule")} on its way ${matching === 1 ? "matches" : "match"}: ${ends}.`;
}

/**
 * Returns each rule's reason, and each target's payload.
 *
 * @param hasIds true to let the boxes of the picture lead here; a report says more of them elsewhere
 */
export function verdict(traces: readonly Trace[], flow: Flow, hasIds: boolean): Html {
  const ids = new Ids(hasIds);
  const parts = traces.map((trace) => tracePart(trace, ids));
  const nodes = [flow.streams, flow.rules, flow.destinations];
  const rest = ["stream", "rule", "destination"].flatMap((kind, index) =>
    (nodes[index] ?? [])
      .flatMap(({ names }) => names)
      .filter((name) => !ids.has(`${kind}-${name}`))
      .map((name) => html`<li${ids.of(`${kind}-${name}`)}>${kind} ${name}</li>`),
  );
  const unmet =
    rest.length === 0 ? undefined : html`<h3>Not on the way of this event</h3><ul class="unmet">${rest}</ul>`;
  return html`${parts}${unmet}`;
}

/** The ids of a page, each of which stands once. */
class Ids {
  readonly #given = new Set<string>();

  constructor(readonly isWanted: boolean) {}

  has(id: string): boolean {
    return this.#given.has(id);
  }

  of(id: string): Html | undefined {
    if (this.#given.has(id)) return undefined;
    this.#given.add(id);
    return this.isWanted ? html` id="${id}"` : undefined;
  }
}

function tracePart({ topic, id, streams, reason }: Trace, ids: Ids): Html {
  const head = html`<p>Topic <code>${topic}</code>${id === undefined ? undefined : html`, id <code>${id}</code>`}</p>`;
  if (reason !== undefined) return html`${head}<p>${badge("medium", "not sent")} ${reason}</p>`;
  return html`${head}${streams.map((stream) => streamPart(stream, ids))}`;
}

function streamPart({ stream, rules }: StreamTrace, ids: Ids): Html {
  const inOrder = [...rules.filter(({ matches }) => matches), ...rules.filter(({ matches }) => !matches)];
  return html`<h3${ids.of(`stream-${stream}`)}>On stream ${stream}</h3>
${rules.length === 0 ? html`<p>There are no rules of it.</p>` : inOrder.map((rule) => rulePart(rule, ids))}`;
}

function rulePart(rule: RuleTrace, ids: Ids): Html {
  const body = rule.matches
    ? rule.deliveries.map((delivery) => deliveryPart(delivery, ids))
    : html`<p class="reason">${rule.reason}</p>`;
  const verdict = rule.matches ? badge("good", "matches") : badge("low", "does not match");
  return html`<article${ids.of(`rule-${rule.rule}`)} data-rule="${rule.rule}"><h4>${rule.rule} ${verdict}</h4>
${body}</article>
`;
}

function deliveryPart(delivery: Delivery, ids: Ids): Html {
  const { destination, type, bytes, doubts, request } = delivery;
  const head = html`<h5${ids.of(`destination-${destination}`)}>to ${destination} <span class="muted">(${type})</span></h5>`;
  if (!delivery.delivered)
    return html`<div data-destination="${destination}">${head}<p class="high">${lossText(delivery.lost)}</p></div>`;
  const warnings = [
    ...writtenWords(delivery).map(({ text, isWarning }) => (isWarning ? warning(text) : html`<p>${text}</p>`)),
    ...doubts.map((doubt) => warning(`warning: ${doubt}`)),
  ];
  const label = `payload for ${destination}`;
  return html`<div data-destination="${destination}">${head}<p>${bytes} bytes; ${failureText(delivery)}</p>
${request === undefined ? undefined : html`<pre tabindex="0" role="region" aria-label="request to ${destination}">${requestLines(request).join("\n")}</pre>`}
<pre class="payload" tabindex="0" role="region" aria-label="${label}">${delivery.payload}</pre>
${request?.body === undefined ? undefined : html`<pre tabindex="0" role="region" aria-label="body to ${destination}">${request.body}</pre>`}${warnings}</div>
`;
}

const warning = (text: string) => html`<p class="medium">${text}</p>`;
