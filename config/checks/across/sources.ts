import { streamType } from "../../../streams";
import type { Issue } from "../../../text/issue";
import type { Draft } from "../../model";
import { defineAcrossCheck, type Neighbour } from "./across-check";

/** Compares streams of one type whose sources appear in one place, as each type compares them. */
export const sourcesAcross = defineAcrossCheck({
  name: "sources",
  says: ["ambiguous-lookup", "same-suffix"],
  run: sameSources,
});

function sameSources(files: readonly Neighbour[]): Issue[] {
  const streams = files.flatMap((file) =>
    Object.entries(file.draft.streams).map(([name, keys]) => ({ file, name, keys })),
  );
  return streams.flatMap(({ file, name, keys }, index) =>
    streams.flatMap((other, otherIndex): readonly Issue[] => {
      if (file === other.file || keys.type !== other.keys.type || !sharePlace(file.draft, other.file.draft)) return [];
      const beside = { name: other.name, keys: other.keys, file: other.file.path, first: otherIndex < index };
      return streamType(keys.type)
        .beside({ name, keys }, beside)
        .flatMap((fault) => file.place(fault));
    }),
  );
}

/** Returns true if the sources of both appear in one place; different organizations have sources of different names. */
function sharePlace(a: Draft, b: Draft): boolean {
  const differ = (one: string | undefined, other: string | undefined) =>
    one !== undefined && other !== undefined && one !== other;
  if (a.place === undefined || b.place === undefined) return false;
  if (a.place.aws_account_id !== b.place.aws_account_id || a.place.aws_region !== b.place.aws_region) return false;
  return !differ(a.top.organization_id, b.top.organization_id) && !differ(a.top.genesys_region, b.top.genesys_region);
}
