import type { Place } from "../../aws/names";
import { resourceType } from "../../aws/resources";
import type { HolderType } from "../../aws/resources/resource-type";
import { groupBy } from "../../text/group-by";
import type { PolicyDocument } from "../policies/documents";
import { isManaged, withoutKeys } from "../resources/addresses";
import { arnOf } from "../resources/arns";
import { isLater, type Resource, text } from "../resources/resource";

/** All that is said in policies about one thing. */
export interface Held {
  readonly documents: readonly PolicyDocument[];
  /** Resources that say it. */
  readonly from: readonly Resource[];
  /** True if something of it is known after the apply only, so that nothing can be found missing. */
  readonly open: boolean;
}

export interface Holdings {
  /** Policies about what has one of these names: an address, or a name as `nameOf` makes it. */
  about(type: HolderType, names: readonly (string | undefined)[]): Held;
  /** Policies that one resource holds. */
  documentsOf(address: string): readonly PolicyDocument[];
}

/** Policies by whom they are about. */
export function holdingsIn(
  resources: readonly Resource[],
  documents: readonly PolicyDocument[],
  place: Place,
): Holdings {
  const byAddress = groupBy(documents, ({ address }) => address);
  const byName = groupBy(
    resources.flatMap((resource) => namesOf(resource, place).map((name) => ({ name, resource }))),
    ({ name }) => name,
    ({ resource }) => resource,
  );
  return {
    documentsOf: (address) => byAddress.get(address) ?? [],
    about(type, names) {
      const keys = [...names.flatMap((name) => (name === undefined ? [] : [`${type} ${name}`])), `${type} ${ANYBODY}`];
      const from = [...new Set(keys.flatMap((key) => byName.get(key) ?? []))];
      return {
        from,
        documents: from.flatMap(({ address }) => byAddress.get(address) ?? []),
        open: from.some(isOpen) || byName.has(`${type} ${SOMEBODY}`),
      };
    },
  };
}

/** A policy of the whole account. */
const ANYBODY = "*";
/** A policy of which nobody can say yet whose it is. */
const SOMEBODY = "?";

function namesOf(resource: Resource, place: Place): string[] {
  const carrier = resourceType(resource.type)?.carries;
  if (carrier === undefined) return [];
  const { holder, of } = carrier;
  if (of === "") return [`${holder} ${ANYBODY}`];
  const written = of === "arn" ? (text(resource, of) ?? arnOf(resource, place)) : text(resource, of);
  const referred = (resource.references[of] ?? []).filter(isManaged).map(withoutKeys);
  const names = [...referred, ...(written === undefined ? [] : [nameOf(holder, written)])];
  const itself = of === "arn" || of === "name" ? [withoutKeys(resource.address)] : [];
  const all = [...itself, ...names].map((name) => `${holder} ${name}`);
  return all.length > 0 ? all : [`${holder} ${SOMEBODY}`];
}

function isOpen(resource: Resource): boolean {
  const policy = resourceType(resource.type)?.carries?.policy;
  return policy !== undefined && isLater(resource, policy);
}

/** Returns one name for a thing, however it is written: by ARN, by URL, by part of an ARN. */
export function nameOf(holder: HolderType, written: string): string {
  switch (holder) {
    case "queue": {
      const [, account, name] = /^(?:https?:\/\/[^/]+\/|arn:[^:]*:sqs:[^:]*:)(\d+)[/:](.*)$/s.exec(written) ?? [];
      return name === undefined ? written : `${account}/${name}`;
    }
    case "function":
      return /(?:^|:function:)([^:]+)(?::[^:]*)?$/s.exec(written)?.[1] ?? written;
    case "key":
    case "role":
      return written.slice(written.lastIndexOf("/") + 1);
    case "logs":
    case "topic":
      return written;
    default:
      return holder satisfies never;
  }
}
