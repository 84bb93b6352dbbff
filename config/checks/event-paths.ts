import { ENVELOPE, isInEvent } from "../event-envelope";
import type { Finding } from "../issue";
import type { Path } from "../read/tree";
import { eventPath } from "../schema/text";
import { knownPath } from "../topics/fields";

/**
 * What is wrong with a path into the event, where something wants its value.
 *
 * @param topics those whose events come there, as far as the file says
 */
export function pathFindings(value: string | undefined, topics: readonly string[], path: Path): Finding[] {
  if (value === undefined) return [];
  if (!eventPath.safeParse(value).success) {
    const message = `${JSON.stringify(value)} begins with $ and is no path into the event; write one such as $.detail.eventBody.id, or text that does not begin so`;
    return [{ id: "path-not-in-event", path, message }];
  }
  const plain = value.replace(/^\$\./, "");
  if (!isInEvent(plain)) {
    // The most common slip: what Genesys Cloud sends is below detail, most of it below detail.eventBody.
    const message = `${value} is in no event, which has ${ENVELOPE.join(", ")}; write for example "detail.eventBody.${plain}"`;
    return [{ id: "path-not-in-event", path, message }];
  }
  const known = topics.length === 0 ? undefined : knownPath(plain.replace(/\[\d+\]/g, ""), topics);
  if (known?.found !== "nothing") return [];
  const message = `${value} is in no known event of ${listed(topics)}, and would come out empty; ${pathAdvice(known.nearest)}`;
  return [{ id: "path-unknown", severity: "warning", path, message }];
}

/** What to write instead of a path that no known event has. */
export function pathAdvice(nearest: string | undefined): string {
  return nearest === undefined ? "compare it with a real event" : `did you mean ${nearest}?`;
}

/** Not all of many. */
export function listed(topics: readonly string[]): string {
  return topics.length > 2 ? `${topics.slice(0, 2).join(", ")} …` : topics.join(" and ");
}

/** Warns of a path within other text, which EventBridge sends as it stands (user guide, "Event bus targets"). */
export function pathsWithinText(value: string, path: Path): Finding[] {
  const [inText] = /\$\.[A-Za-z][\w.-]*/.exec(value) ?? [];
  if (inText === undefined || value.startsWith("$.")) return [];
  const message = `has ${inText} within other text, where EventBridge fills in nothing; write the path alone, or leave it out`;
  return [{ id: "path-within-text", severity: "warning", path, message }];
}
