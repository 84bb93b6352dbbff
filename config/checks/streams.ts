import type { Finding } from "../issue";
import type { Draft, Stream } from "../model";
import { type Path, valueAt } from "../read/tree";

export function streamFindings(draft: Draft): Finding[] {
  const streams = Object.entries(draft.streams);
  const found: Finding[] = [];
  if (draft.written.streams.length === 0 && valueAt(draft.written.value, ["streams"]) !== undefined) {
    found.push({
      id: "no-stream",
      path: ["streams"],
      message: "holds no stream, so nothing can arrive; write at least one",
    });
  }
  for (const [name, stream] of streams) {
    const path = ["streams", name];
    if (stream.manage_integration && stream.topic_filters === undefined) {
      const message = 'is missing: the integration would send nothing; write for example ["v2.users.{id}.presence"]';
      found.push({ id: "missing-key", path: [...path, "topic_filters"], message });
    }
    if (!stream.manage_integration && draft.top.organization_id === undefined) {
      const message = `is missing: where ${name} does not manage its integration, the organization cannot be asked for its id; write it`;
      found.push({ id: "missing-key", path: ["organization_id"], message });
    }
    found.push(...keptTogether(draft, stream, path));
    for (const [other, { event_source_suffix: suffix }] of streams) {
      const own = stream.event_source_suffix;
      if (own === suffix && other < name) {
        const message = `is also the suffix of ${other}, and a partner event source has one event bus; write another, or use ${other} in the rules`;
        found.push({ id: "same-suffix", path: [...path, "event_source_suffix"], message });
      }
      if (own !== suffix && suffix.startsWith(own)) found.push(...ambiguousLookup(stream.lookup, path, own, suffix));
    }
  }
  return found;
}

/** What a bus keeps and logs, and what excludes each other there. */
function keptTogether({ top }: Draft, { schema_discovery, log_level, log_detail }: Stream, path: Path): Finding[] {
  const found: Finding[] = [];
  if (schema_discovery && top.kms_key_arn !== undefined) {
    const message =
      "cannot stand beside kms_key_arn: EventBridge discovers no schemas on a bus that a key of your own encrypts; leave one of the two out";
    found.push({ id: "discovery-with-key", path: [...path, "schema_discovery"], message });
  }
  if (log_detail && log_level === "off") {
    const message = 'means nothing where the bus logs nothing; write log_level = "error", or leave it out';
    found.push({ id: "key-without-effect", path: [...path, "log_detail"], atKey: true, message });
  }
  return found;
}

/** AWS looks sources up by the beginning of their name, and Terraform's data source fails where it finds two. */
export function ambiguousLookup(lookup: string, path: readonly string[], own: string, longer: string): Finding[] {
  if (lookup === "off") return [];
  const why = `"${own}" is the beginning of "${longer}", and AWS finds both`;
  if (lookup === "strict") {
    const message = `cannot be strict: ${why}; write lookup = "check", or a suffix that is not`;
    return [{ id: "ambiguous-lookup", path: [...path, "lookup"], message }];
  }
  const message = `${why}: every plan will warn that the source cannot be checked; write lookup = "off", or a suffix that is not`;
  return [{ id: "ambiguous-lookup", severity: "warning", path: [...path, "event_source_suffix"], message }];
}
