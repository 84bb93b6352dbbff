import type { Fault, Issue } from "../../../text/issue";
import type { IssueId } from "../../../text/issues";
import type { Draft } from "../../model";

/** A file that could be read, beside others. */
export interface Neighbour {
  readonly path: string;
  readonly draft: Draft;
  readonly place: (fault: Fault) => readonly Issue[];
}

/** A look at all environments of a run, for what is wrong with none of them by itself. */
export interface AcrossCheck {
  /** The name of its file. */
  readonly name: string;
  /** All that it may say, also by the kinds that it asks. */
  readonly says: readonly IssueId[];
  run(files: readonly Neighbour[]): readonly Issue[];
}

/** Returns the check as it is; declares that it is one. */
export function defineAcrossCheck(check: AcrossCheck): AcrossCheck {
  return check;
}

/** Returns an issue for every later file that has a key again: the first that has it keeps it. */
export function repeats<Item>(
  files: readonly Neighbour[],
  items: (file: Neighbour) => readonly Item[],
  key: (item: Item) => string,
  fault: (item: Item, other: Neighbour) => Fault,
): Issue[] {
  const first = new Map<string, Neighbour>();
  return files.flatMap((file) =>
    items(file).flatMap((item) => {
      const other = first.get(key(item));
      if (other === undefined) first.set(key(item), file);
      return other === undefined || other === file ? [] : file.place(fault(item, other));
    }),
  );
}
