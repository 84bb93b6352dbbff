import { ENVELOPE, isInEvent } from "../genesys/envelope";
import { knownFields, nearestPath } from "../genesys/fields";
import { listed } from "../genesys/listed";
import { indexed, shapesAt } from "../genesys/shapes";
import { probablePath } from "../genesys/vocabulary";
import { eventPath } from "../schema/text";
import type { Fault } from "../text/issue";
import type { IssueId } from "../text/issues";
import type { Path } from "../text/value";
import { structureFaults } from "./structures";
import type { ValueUse } from "./value-use";

/**
 * Returns the faults of a path into the event, where something wants its value.
 *
 * @param topics the topics whose events come there, as far as the file says
 * @param use left out where any value will do, and none as well
 */
export function pathFaults(value: string | undefined, topics: readonly string[], path: Path, use?: ValueUse): Fault[] {
  if (value === undefined) return [];
  if (!eventPath.safeParse(value).success) {
    const message = `${JSON.stringify(value)} begins with $ and is no path into the event; write one such as $.detail.eventBody.id, or text that does not begin so`;
    return [{ id: "path-not-in-event", path, message }];
  }
  const plain = value.replace(/^\$\./, "");
  if (!isInEvent(plain)) {
    // The most common fault: the fields of Genesys Cloud are below detail, most of them below detail.eventBody.
    const message = `${value} is in no event, which has ${ENVELOPE.join(", ")}; write for example "detail.eventBody.${plain}"`;
    return [{ id: "path-not-in-event", path, message }];
  }
  const missing = missingFaults(value, plain, topics, path, use);
  return missing.length > 0 || use === undefined ? missing : structureFaults(value, plain, topics, path, use);
}

function missingFaults(
  value: string,
  plain: string,
  topics: readonly string[],
  path: Path,
  use: ValueUse | undefined,
): Fault[] {
  const doubt = (id: IssueId, message: string): Fault[] => [{ id, severity: "warning", path, message }];
  const each = (topics.length > 0 ? topics : [undefined]).map((topic) => ({ topic, shapes: shapesAt(plain, topic) }));
  const never = each.filter(({ shapes }) => shapes?.has("absent") && shapes.size === 1);
  const fate = use?.required
    ? `every event without a value for ${use.noun} is lost, and no dead-letter queue gets it`
    : "it would come out empty";
  if (never.length === each.length) {
    const advice = pathAdvice(indexed(plain, topics) ?? nearestPath(plain, topics));
    const known = topics.length === 0 ? "event" : `known event of ${listed(topics)}`;
    return doubt("path-unknown", `${value} is in no ${known}, and ${fate}; ${advice}`);
  }
  const strange = each.some(({ topic, shapes }) => shapes === undefined && !hasFields(topic));
  const near = strange ? probablePath(plain, use?.required === true) : undefined;
  if (near !== undefined) {
    return doubt("path-unknown", `${value} is in no known event of any topic, and ${fate}; did you mean ${near}?`);
  }
  const sometimes = each.filter(({ shapes }) => shapes?.has("absent"));
  if (use?.required !== true || sometimes.length === 0) return [];
  const where = listed(sometimes.flatMap(({ topic }) => topic ?? []));
  const message = `${value} is not in every known event of ${where}, and ${fate}; write a path that all of them have, such as ${plain === "id" ? "time" : "id"}, or let a rule of its own take the others`;
  return doubt("path-missing", message);
}

const hasFields = (topic: string | undefined) => topic !== undefined && knownFields(topic) !== undefined;

/** Returns what to write instead of a path that no known event has. */
export function pathAdvice(nearest: string | undefined): string {
  return nearest === undefined ? "compare it with a real event" : `did you mean ${nearest}?`;
}

/** Warns of a path within other text, which EventBridge sends as it stands (user guide, "Event bus targets"). */
export function pathsWithinText(value: string, path: Path): Fault[] {
  const [inText] = /\$\.[A-Za-z][\w.-]*/.exec(value) ?? [];
  if (inText === undefined || value.startsWith("$.")) return [];
  const message = `has ${inText} within other text, where EventBridge fills in nothing; write the path alone, or leave it out`;
  return [{ id: "path-within-text", severity: "warning", path, message }];
}
