import { streamTypes } from "../../streams";
import type { StreamType } from "../../streams/stream-type";
import { isMap } from "../../text/value";
import { own } from "../own";
import { type Difference, differences, LATER } from "../plan/differences";
import { blocks, type Resource, text } from "../resources/resource";
import type { ComparedPart } from "../schema";
import { type Neutral, neutral, neutralWords } from "./neutral";

const types: readonly StreamType[] = streamTypes;

/** Attributes that say which environment it is, so that they differ anyway. */
const EXPECTED = /^(?:tags\.|config\[0\]\.(?:name|notes)$)/;

/** Returns what one plan leads to that another does not, by Terraform address. */
export function compareResources(here: readonly Resource[], there: readonly Resource[]): ComparedPart[] {
  const [ours, theirs] = [byAddress(here), byAddress(there)];
  const addresses = [...new Set([...ours.keys(), ...theirs.keys()])].sort();
  return addresses.flatMap((address): ComparedPart[] => {
    const [our, their] = [ours.get(address), theirs.get(address)];
    if (their === undefined) return [{ path: address, verdict: "only here", here: shown(our), there: null }];
    if (our === undefined) return [{ path: address, verdict: "only there", here: null, there: shown(their) }];
    return compared(our, their).map(({ path, before, after }) => ({
      path: `${address}.${path}`,
      verdict: EXPECTED.test(path) ? "expected" : "different",
      here: after,
      there: before,
    }));
  });
}

/** Compares what is written in Terraform; ids and the like differ anyway, and what either plan does not know yet says nothing. */
function compared(our: Resource, their: Resource): Difference[] {
  const written = new Set([...Object.keys(our.references), ...Object.keys(their.references)]);
  const chosen = ({ values, ...resource }: Resource): Resource => ({
    ...resource,
    values: Object.fromEntries(Object.entries(values).filter(([key]) => written.size === 0 || written.has(key))),
  });
  const unknown = later(our.unknown, their.unknown);
  return differences(chosen(their), { ...chosen(our), unknown: isMap(unknown) ? unknown : {} }).filter(
    ({ after }) => after !== LATER,
  );
}

function later(ours: unknown, theirs: unknown): unknown {
  if (ours === true || theirs === true) return true;
  if (Array.isArray(ours) || Array.isArray(theirs)) {
    const [a, b] = [ours, theirs].map((list) => (Array.isArray(list) ? list : []));
    return Array.from({ length: Math.max(a?.length ?? 0, b?.length ?? 0) }, (_, index) =>
      later(a?.[index], b?.[index]),
    );
  }
  if (!isMap(ours) || !isMap(theirs)) return isMap(ours) ? ours : theirs;
  return Object.fromEntries(
    Object.keys({ ...ours, ...theirs }).map((key) => [key, later(own(ours, key), own(theirs, key))]),
  );
}

function byAddress(resources: readonly Resource[]): Map<string, Resource> {
  const words = wordsOf(resources);
  return new Map(
    resources.map((resource) => {
      const values = neutral(resource.values, words);
      return [resource.address, { ...resource, values: isMap(values) ? values : {} }];
    }),
  );
}

/** Returns what these resources say of where they are: their ARNs, the names of their sources and the tag that the toolkit sets. */
function wordsOf(resources: readonly Resource[]): Neutral {
  const all = JSON.stringify(resources.map(({ values }) => values));
  const [, region, account] = /arn:aws[a-z-]*:[a-z0-9]+:([a-z0-9-]+):(\d{12}):/.exec(all) ?? [];
  const places = types.flatMap(({ sources }) => sources.places ?? []);
  const [environment] = resources.flatMap((resource) => {
    const [tags] = blocks(resource, "tags");
    return typeof tags?.environment === "string" ? [tags.environment] : [];
  });
  return neutralWords([
    [account, "<account>"],
    [region, "<region>"],
    ...places.flatMap(({ pattern, standIns }) =>
      [...all.matchAll(pattern)].flatMap(([, ...parts]) =>
        standIns.map((standIn, index) => [parts[index], standIn] as const),
      ),
    ),
    ...(environment === undefined
      ? []
      : ([
          [`${environment}-`, "<environment>-"],
          [`/${environment}/`, "/<environment>/"],
        ] as const)),
  ]);
}

function shown(resource: Resource | undefined): string {
  const name = resource === undefined ? undefined : (text(resource, "name") ?? text(resource, "bucket"));
  return name ?? "there";
}
