import { LOG_RESOURCE_POLICIES } from "../../aws/limits";
import { usesLogPolicy } from "../../destinations";
import { streamType } from "../../streams";
import type { Fault, Issue } from "../../text/issue";
import type { Draft } from "../model";
import { claims } from "./support/claims";

/** A file that could be read, beside others. */
export interface Neighbour {
  readonly path: string;
  readonly draft: Draft;
  readonly place: (fault: Fault) => readonly Issue[];
}

/** What is wrong with no environment by itself: two that take one name, one source or one state. */
export function acrossFaults(files: readonly Neighbour[]): Issue[] {
  return [...sameClaims(files), ...sameStates(files), ...sameSources(files), ...tooManyLogPolicies(files)];
}

/** The first file that has a key keeps it; what is said, is said of the others. */
function repeats<Item>(
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

function sameClaims(files: readonly Neighbour[]): Issue[] {
  const placed = files.filter(({ draft }) => draft.place !== undefined);
  return repeats(
    placed,
    ({ draft }) => claims(draft),
    ({ key }) => key,
    ({ physical, owner, path }, other) => ({
      id: "same-name-elsewhere",
      path,
      atKey: true,
      message: `${owner} would be created as "${physical}" in the same account, and so would a part of ${other.path}; give one of them another name`,
    }),
  );
}

/** Two stacks with one state destroy each other's resources at every apply. */
function sameStates(files: readonly Neighbour[]): Issue[] {
  return repeats(
    files,
    ({ draft: { top } }) => {
      const { state } = top;
      if (state === undefined) return [];
      if (state.backend === "s3") return [`s3 ${state.bucket} ${state.key}`];
      if (state.backend === "cloud") return [`cloud ${state.hostname} ${state.organization} ${state.workspace}`];
      if (state.backend === "http") return [`http ${state.address}`];
      return state.path === undefined ? [] : [`local ${state.path}`];
    },
    (key) => key,
    (_, other) => ({
      id: "same-state",
      path: ["state"],
      message: `is the state of ${other.path} too, and each would destroy what the other made; give each environment a state of its own`,
    }),
  );
}

/** Streams of one type whose sources appear in one place, as each type compares them. */
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

/** Whether the sources of both appear in one place; different organizations have sources of different names. */
function sharePlace(a: Draft, b: Draft): boolean {
  const differ = (one: string | undefined, other: string | undefined) =>
    one !== undefined && other !== undefined && one !== other;
  if (a.place === undefined || b.place === undefined) return false;
  if (a.place.aws_account_id !== b.place.aws_account_id || a.place.aws_region !== b.place.aws_region) return false;
  return !differ(a.top.organization_id, b.top.organization_id) && !differ(a.top.genesys_region, b.top.genesys_region);
}

/** Each stack with a log group has one Logs resource policy, and AWS takes ten. */
function tooManyLogPolicies(files: readonly Neighbour[]): Issue[] {
  const counts = new Map<string, number>();
  return files.flatMap(({ draft, place }) => {
    const logs =
      Object.values(draft.destinations).some(usesLogPolicy) ||
      Object.values(draft.streams).some(({ log_level }) => log_level !== "off");
    if (!logs || draft.place === undefined) return [];
    const key = `${draft.place.aws_account_id} ${draft.place.aws_region}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    if (count <= LOG_RESOURCE_POLICIES) return [];
    const message = `is environment number ${count} of this account and region with a log group, and each needs a Logs resource policy, of which AWS takes ${LOG_RESOURCE_POLICIES}; put several streams into one file, or use another region`;
    return place({ id: "too-many-log-policies", path: ["destinations"], message });
  });
}
