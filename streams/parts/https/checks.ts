import type { Fault } from "../../../text/issue";
import type { HttpsKeys } from "../../https";
import type { Named } from "../../stream-type";

/** Returns the faults of an endpoint whose keys are right one by one. */
export function checkEndpoint({ name, keys }: Named<HttpsKeys>): Fault[] {
  const path = ["streams", name];
  const found: Fault[] = [];
  if (keys.duplicate_window_hours !== undefined && keys.event_id === undefined) {
    const message =
      'means nothing without event_id, which says what is a duplicate; write it, for example "body.id", or leave this out';
    found.push({ id: "key-without-effect", path: [...path, "duplicate_window_hours"], message });
  }
  return found;
}
