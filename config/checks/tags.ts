import { TAGS } from "../../aws/limits";
import { tags } from "../../aws/names";
import { destinationType } from "../../destinations";
import type { Fault } from "../../text/issue";
import type { Draft } from "../model";
import { defineCheck } from "./check";

/** Tags that are right one by one and that AWS refuses together, the added ones among them. */
export const tagsCheck = defineCheck({
  name: "tags",
  says: ["same-tag", "too-many-tags"],
  run: tagFaults,
});

function tagFaults(draft: Draft): Fault[] {
  const own = draft.top.tags ?? {};
  const all = Object.keys(tags(draft.name, own));
  const found: Fault[] = [];
  if (all.length > TAGS) {
    const added = all.length - Object.keys(own).length;
    const message = `has ${Object.keys(own).length} tags, and with the ${added} that are added AWS takes ${TAGS}; leave some out`;
    found.push({ id: "too-many-tags", path: ["tags"], message });
  }
  return [...found, ...(makesRoles(draft) ? sameButForCase(all, own) : [])];
}

/** IAM takes names for the same whose case differs (user guide, "Tags for IAM resources"). */
function sameButForCase(all: readonly string[], own: Readonly<Record<string, string>>): Fault[] {
  const first = new Map<string, string>();
  return all.flatMap((name): Fault[] => {
    const lower = name.toLowerCase();
    const other = first.get(lower);
    first.set(lower, other ?? name);
    if (other === undefined) return [];
    const adds = Object.hasOwn(own, other) ? "" : ", which is added to all tags";
    const message = `is ${other} in another case${adds}, and roles take only one of the two; write ${other}, or leave one out`;
    return [{ id: "same-tag", path: ["tags", name], atKey: true, message }];
  });
}

function makesRoles({ destinations }: Draft): boolean {
  return Object.values(destinations).some(
    (destination) => destinationType(destination.type).permission(destination).kind === "role",
  );
}
