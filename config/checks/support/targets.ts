import { TRANSFORMER_PATHS, TRANSFORMER_TEMPLATE_LENGTH } from "../../../aws/limits";
import { destinationType } from "../../../destinations";
import type { DestinationType } from "../../../destinations/destination-type";
import type { Envelope } from "../../../genesys/envelope";
import { pathFaults } from "../../../input/event-paths";
import { placeholderKeys, placeholders, RESERVED } from "../../../input/template";
import type { Fault } from "../../../text/issue";
import type { IssueId } from "../../../text/issues";
import { suggestion } from "../../../text/nearest";
import { type Path, valueAt } from "../../../text/value";
import type { Destination, Draft, Target } from "../../model";
import type { RuleView } from "../../rule-view";
import { INPUT_OPTIONS, inputFor } from "../../target-input";
import { sentValueFaults } from "./sent-values";

const TYPE_OPTIONS = ["partition_key_path", "message_group_id", "headers", "path_parameters", "query"] as const;

export function targetFaults(draft: Draft, { name: rule, topics = [], envelope }: RuleView, target: Target): Fault[] {
  const path = targetPath(draft, rule, target);
  const known = draft.written.destinations;
  if (!known.includes(target.destination)) {
    const message = `there is no destination "${target.destination}"${suggestion(target.destination, known)}`;
    return [{ id: "unknown-destination", path, atKey: true, message }];
  }
  const destination = draft.destinations[target.destination];
  if (destination === undefined) return [];
  const type = destinationType(destination.type);
  return [
    ...withoutEffect(target, type, path),
    ...inputFaults(draft, target, destination, topics, path),
    ...templateFaults(target, path),
    ...judged(
      [...sentValueFaults(target, destination, topics, path), ...wantedFaults(target, type, topics, path)],
      envelope,
    ),
  ];
}

/** What only known events of a catalogue can tell. */
const FROM_KNOWN_EVENTS: ReadonlySet<IssueId> = new Set<IssueId>([
  "known-values-only",
  "not-text",
  "path-missing",
  "path-unknown",
]);

/** Returns the faults that hold for such events: without a catalogue nobody knows what is in them below their top. */
export function judged(faults: readonly Fault[], { catalogued }: Envelope): readonly Fault[] {
  return catalogued ? faults : faults.filter(({ id }) => !FROM_KNOWN_EVENTS.has(id));
}

/** The values of the event that its options ask for. */
function wantedFaults(target: Target, type: DestinationType, topics: readonly string[], path: Path): Fault[] {
  return (type.wants?.(target) ?? []).flatMap(({ key, path: inEvent, use }) =>
    pathFaults(inEvent, topics, [...path, ...key], use),
  );
}

/** Returns the path of a target: in a list by its place, in a map by its name. */
export function targetPath({ written }: Draft, rule: string, { destination }: Target): Path {
  const path = ["rules", rule, "targets"];
  const targets = valueAt(written.value, path);
  return [...path, Array.isArray(targets) ? targets.indexOf(destination) : destination];
}

function withoutEffect(target: Target, type: DestinationType, path: Path): Fault[] {
  const useless = TYPE_OPTIONS.filter((option) => target[option] !== undefined && !type.options.includes(option));
  return useless.map((option) => ({
    id: "option-without-effect",
    path: [...path, option],
    message: `means nothing to ${target.destination}, which is of type ${type.type}; leave it out`,
  }));
}

function inputFaults(
  { place }: Draft,
  target: Target,
  destination: Destination,
  topics: readonly string[],
  path: Path,
): Fault[] {
  const [first, second] = INPUT_OPTIONS.filter((option) => target[option] !== undefined);
  if (first === undefined) return [];
  const refused = (option: string, id: IssueId, message: string): Fault[] => [{ id, path: [...path, option], message }];
  if (second !== undefined) {
    return refused(
      second,
      "input-twice",
      `cannot stand beside ${first}: both say what is sent instead of the event; keep one of the two`,
    );
  }
  const { input, type, wholeEvents } = destinationType(destination.type);
  if (input === "own")
    return refused(
      first,
      "option-without-effect",
      `means nothing to ${type}, which composes what it sends; leave it out`,
    );
  if (input === "log-event" && (first === "input" || first === "input_path")) {
    return refused(
      first,
      "input-for-logs",
      "is nothing that a log group takes, which is { timestamp, message } only; write fields or template, which are wrapped so",
    );
  }
  const whole = place && wholeEvents?.(destination, place);
  if (whole !== undefined) return refused(first, whole.id, whole.message);
  const sent = inputFor(destination, target, topics);
  const text =
    sent.kind === "constant" ? sent.input : sent.kind === "transformer" ? sent.transformer.input_template : "";
  if (text.length <= TRANSFORMER_TEMPLATE_LENGTH) return [];
  return refused(
    first,
    "input-too-long",
    `makes ${text.length} characters, EventBridge allows ${TRANSFORMER_TEMPLATE_LENGTH}; send less`,
  );
}

function templateFaults({ template, variables = {} }: Target, path: Path): Fault[] {
  const names = Object.keys(variables);
  if (template === undefined) {
    const message = "means nothing without a template; write one, or leave it out";
    return names.length === 0 ? [] : [{ id: "option-without-effect", path: [...path, "variables"], message }];
  }
  const found: Fault[] = [];
  const used = placeholders(template);
  for (const name of new Set(used.filter((name) => !names.includes(name) && !RESERVED.includes(name)))) {
    const message = `uses <${name}>, which is no variable${suggestion(name, [...names, ...RESERVED])}`;
    found.push({ id: "unknown-variable", path: [...path, "template"], message });
  }
  for (const name of names.filter((name) => !used.includes(name))) {
    const message = `is used nowhere in the template; write <${name}> there, or leave it out`;
    found.push({ id: "unused-variable", path: [...path, "variables", name], atKey: true, message });
  }
  for (const key of placeholderKeys(template)) {
    const message = `has a variable in the name "${key}", where EventBridge fills in nothing; use variables in values only`;
    found.push({ id: "variable-in-name", path: [...path, "template"], message });
  }
  if (names.length > TRANSFORMER_PATHS) {
    const message = `${names.length} variables, EventBridge allows ${TRANSFORMER_PATHS}; use fewer`;
    found.push({ id: "too-many-variables", path: [...path, "variables"], message });
  }
  return found;
}
