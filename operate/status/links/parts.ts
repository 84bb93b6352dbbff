import { resourceType } from "../../../aws/resources";
import { own } from "../../../report/own";
import { type Resource, text } from "../../../report/resources/resource";
import { broken, type Check, type Link, ok } from "../link";
import { feeding, keeping, livePart } from "../live/parts";
import type { PartReader } from "../live/parts/part";
import { declaredBy, type Look } from "../look";
import { applyAgain } from "../remedies";
import { looked } from "../seen";

/** What puts events on the buses of those streams whose senders do not do that themselves. */
export const feeders: Link = {
  id: "feeders",
  title: "what feeds the bus",
  check: (look) => partChecks(look, feeding),
};

export const archives: Link = {
  id: "archives",
  title: "archives",
  check: (look) => partChecks(look, keeping),
};

/** Returns the parts of the file's streams that somebody here can read. */
export function partsOf({ environment }: Pick<Look, "environment">, readers: Readonly<Record<string, PartReader>>) {
  const declared = declaredBy(environment);
  return declared.all.flatMap((wanted) => {
    const reader = own(readers, wanted.type);
    const [section, stream] = declared.pathOf(wanted);
    return reader === undefined || section !== "streams" ? [] : [{ wanted, reader, stream: String(stream) }];
  });
}

function partChecks(look: Look, readers: Readonly<Record<string, PartReader>>): Promise<Check[]> {
  return Promise.all(
    partsOf(look, readers).map(({ wanted, reader, stream }) => {
      const subject = `${calledOf(wanted)} of stream ${stream}`;
      return looked(subject, async () => {
        const found = await livePart(look, wanted, reader);
        if (found === undefined) return broken(subject, "it is not there", applyAgain(look.environment));
        if (found.trouble === undefined) return ok(subject, found.says);
        return broken(
          subject,
          found.trouble,
          `${applyAgain(look.environment)}; where nothing would change, mend what it says`,
        );
      });
    }),
  );
}

function calledOf(wanted: Resource): string {
  const name = text(wanted, "name") ?? text(wanted, "function_name") ?? wanted.name;
  return `${resourceType(wanted.type)?.noun ?? wanted.type} ${name}`;
}
