import type { MadeEvent } from "../../consumers/made-up/event";
import { atPath } from "../../consumers/shapes/at-path";
import { eventShape } from "../../consumers/shapes/event-shape";
import type { Shape } from "../../consumers/shapes/shape";
import { FilesProblem } from "../../files/files-problem";
import { ENVELOPE, type Envelope, genesysEnvelope, isInEvent } from "../../genesys/envelope";
import { nearestPath, topicsWithFields } from "../../genesys/fields";
import { pathAdvice } from "../../input/event-paths";
import { nearest } from "../../text/nearest";
import { isMap, jsonIn } from "../../text/value";
import { eventValue } from "../../trace/event";

/**
 * Returns what gives an event the values that are asked for.
 *
 * @param topic undefined for the topics of conversations, whose events get a value only where they have one
 * @throws FilesProblem where no event can have a path
 */
export function changesOf(
  words: readonly string[],
  topic: string | undefined,
  envelope: Envelope = genesysEnvelope,
): (event: MadeEvent) => unknown {
  const topics = topic === undefined ? topicsWithFields.filter((one) => one.includes(".conversation.")) : [topic];
  const shapes = topics.map((one) => eventShape(one, envelope));
  const changes = words.map((word) => {
    const [path, text] = [word.slice(0, word.indexOf("=")), word.slice(word.indexOf("=") + 1)];
    const fault = faultOf(path, topics, shapes);
    if (fault !== undefined) throw new FilesProblem(`--set ${path}: ${fault}`);
    const json = jsonIn(text);
    return { path, steps: stepsOf(path), value: json === undefined ? text : json };
  });
  return (event) =>
    changes
      .filter(({ path }) => topic !== undefined || eventValue(event, path) !== undefined)
      .reduce<unknown>((changed, { steps, value }) => withValue(changed, steps, value), event);
}

const FORM = /^[\w-]+(?:\[\d+\])*(?:\.[\w-]+(?:\[\d+\])*)*$/;

const stepsOf = (path: string) => path.match(/[^.[\]]+/g) ?? [];

function faultOf(path: string, topics: readonly string[], shapes: readonly Shape[]): string | undefined {
  if (!FORM.test(path)) return "is no path into the event; write one such as detail.eventBody.id";
  if (!isInEvent(path)) {
    const near = nearestPath(path, topics) ?? nearest(path, ENVELOPE);
    return `is in no event, which has ${ENVELOPE.join(", ")}; ${pathAdvice(near)}`;
  }
  const where = topics.length === 1 ? `no known event of ${topics[0]}` : "no known event of conversations";
  if (shapes.every((shape) => atPath(shape, path) === undefined))
    return `is in ${where}: it leads through what is no object, or into a list without a member's number, such as [0]`;
  const slips = shapes.map((shape) => slipIn(path, shape));
  if (slips.includes("known")) return undefined;
  const near = slips.find((slip) => slip !== undefined);
  if (near !== undefined) return `is in ${where}; did you mean ${near}?`;
  // Whatever is not known stays open, but an event of a conversation gets only what it has.
  return topics.length === 1 ? undefined : `is in ${where}; ${pathAdvice(nearestPath(path, topics))}`;
}

/** Returns the path with the field that was probably meant in place of its last one; `known` where that is a field. */
function slipIn(path: string, shape: Shape): string | undefined {
  const [, above = "", last = path] = /^(.*)\.([^.]+)$/.exec(path) ?? [];
  const names = Object.keys(atPath(shape, above)?.shape.properties ?? {});
  const [name = ""] = last.split("[");
  if (names.includes(name)) return "known";
  const near = nearest(name, names);
  return near && (above === "" ? near : `${above}.${near}`);
}

/** Returns a value with another one at a path; whatever is missing on the way is made. */
function withValue(whole: unknown, [step, ...steps]: readonly string[], value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(whole) && /^\d+$/.test(step)) {
    const index = Number(step);
    const members: unknown[] = [...whole];
    members[Math.min(index, members.length)] = withValue(members[index], steps, value);
    return members;
  }
  const members = isMap(whole) ? whole : {};
  return { ...members, [step]: withValue(members[step], steps, value) };
}
