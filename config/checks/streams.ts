import { streamType } from "../../streams";
import type { Fault } from "../../text/issue";
import { isMap, type Path, valueAt } from "../../text/value";
import type { Draft, Stream } from "../model";
import { defineCheck } from "./check";

export const streamsCheck = defineCheck({
  name: "streams",
  says: [
    "ambiguous-lookup",
    "arn-elsewhere",
    "auth-not-taken",
    "discovery-with-key",
    "filter-unknown-field",
    "key-without-effect",
    "missing-key",
    "no-stream",
    "same-consumer-group",
    "same-suffix",
    "too-many-subscriptions",
    "topic-ids",
  ],
  run: streamFaults,
});

function streamFaults(draft: Draft): Fault[] {
  const streams = Object.entries(draft.streams);
  const found: Fault[] = [];
  if (draft.written.streams.length === 0 && isMap(valueAt(draft.written.value, ["streams"]))) {
    found.push({
      id: "no-stream",
      path: ["streams"],
      message: "holds no stream, so nothing can arrive; write at least one",
    });
  }
  for (const [name, keys] of streams) {
    const type = streamType(keys.type);
    found.push(...type.check({ name, keys }, draft.top), ...keptTogether(draft, keys, ["streams", name]));
    for (const [other, others] of streams) {
      if (other === name || others.type !== keys.type) continue;
      found.push(...type.beside({ name, keys }, { name: other, keys: others, first: other < name }));
    }
  }
  return found;
}

/** Finds keys of what a bus keeps and logs that exclude each other. */
function keptTogether({ top }: Draft, { schema_discovery, log_level, log_detail }: Stream, path: Path): Fault[] {
  const found: Fault[] = [];
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
