import { FilesProblem } from "../../files/files-problem";
import { claimsGap, gapOf, type SaidGap } from "../../genesys/gap";
import { jsonIn } from "../../text/value";
import { readEvents } from "../../trace/read-events";
import { type Io, shown } from "../io";
import { eventFiles } from "../trace/event-files";

/**
 * Reads the gaps that stand among the events of files.
 *
 * @throws FilesProblem where there is no file, or a gap in another shape
 */
export async function gapsIn(words: readonly string[], io: Io): Promise<SaidGap[]> {
  const gaps: SaidGap[] = [];
  for (const file of eventFiles(words, io)) {
    const name = file === "-" ? "standard input" : shown(file, io);
    for await (const { number, text } of readEvents(file, name)) {
      // Most of a lake is something else.
      if (!text.includes("gap")) continue;
      const event = jsonIn(text);
      const gap = gapOf(event);
      if (gap !== undefined) gaps.push(gap);
      else if (claimsGap(event))
        throw new FilesProblem(
          `${name}, event ${number}, says a gap in a shape that is not known; update this program`,
        );
    }
  }
  return gaps;
}
