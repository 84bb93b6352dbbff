import type { Fault } from "../../text/issue";
import type { PartnerSourceKeys } from "../genesys-cloud";
import type { Named, Neighbour, Surroundings } from "../stream-type";

/** Returns the faults of one stream whose source an integration makes. */
export function checkSource({ name, keys }: Named<PartnerSourceKeys>, { organization_id }: Surroundings): Fault[] {
  const found: Fault[] = [];
  if (keys.manage_integration && keys.topic_filters === undefined) {
    const message = 'is missing: the integration would send nothing; write for example ["v2.users.{id}.presence"]';
    found.push({ id: "missing-key", path: ["streams", name, "topic_filters"], message });
  }
  if (!keys.manage_integration && organization_id === undefined) {
    const message = `is missing: where ${name} does not manage its integration, the organization cannot be asked for its id; write it`;
    found.push({ id: "missing-key", path: ["organization_id"], message });
  }
  return found;
}

/** Returns the faults of two streams whose sources appear in one account and region. */
export function besideSource(stream: Named<PartnerSourceKeys>, other: Neighbour<PartnerSourceKeys>): Fault[] {
  const path = ["streams", stream.name];
  const [own, others] = [stream.keys.event_source_suffix, other.keys.event_source_suffix];
  if (own === others) return other.first ? [sameSuffix(path, other)] : [];
  return others.startsWith(own) ? ambiguousLookup(stream.keys.lookup, path, own, others) : [];
}

function sameSuffix(path: readonly string[], { name, file }: Neighbour<PartnerSourceKeys>): Fault {
  const one = "and a partner event source has one event bus; write another";
  const message =
    file === undefined
      ? `is also the suffix of ${name}, ${one}, or use ${name} in the rules`
      : `is also the suffix of streams.${name} in ${file}, of the same account and region, ${one} (or each file's organization_id, if they are of two organizations)`;
  return { id: "same-suffix", path: [...path, "event_source_suffix"], message };
}

/**
 * Returns the fault for a look-up with two results: AWS looks up by the beginning of a name, and Terraform's data source fails
 * on two.
 */
function ambiguousLookup(lookup: string, path: readonly string[], own: string, longer: string): Fault[] {
  if (lookup === "off") return [];
  const why = `"${own}" is the beginning of "${longer}", and AWS finds both`;
  if (lookup === "strict") {
    const message = `cannot be strict: ${why}; write lookup = "check", or a suffix that is not`;
    return [{ id: "ambiguous-lookup", path: [...path, "lookup"], message }];
  }
  const message = `${why}: every plan will warn that the source cannot be checked; write lookup = "off", or a suffix that is not`;
  return [{ id: "ambiguous-lookup", severity: "warning", path: [...path, "event_source_suffix"], message }];
}
