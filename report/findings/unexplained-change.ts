import { sortedPattern } from "../../config/pattern";
import { asText, own } from "../own";
import { blocks, parsedJson, type Resource } from "../resources/resource";
import { hasPieces } from "../text/glob";
import { type FindingType, nist } from "./finding";

export const unexplainedChange: FindingType = {
  id: "unexplained-change",
  severity: "medium",
  why: "What is applied is not what was reviewed: somebody wrote it by hand, or the plan is of another version of the file.",
  remediation: "Plan again from this file, or review by hand what does not come from it.",
  controls: nist("CM-3", "CM-5"),
  find: ({ declared, resources }) => {
    if (declared === undefined) return [];
    const expected = new Map(declared.map((resource) => [resource.address, resource]));
    const planned = new Set(resources.map(({ address }) => address));
    return [
      ...resources.flatMap((resource) => differences(resource, expected.get(resource.address))),
      ...declared
        .filter(({ address }) => !planned.has(address))
        .map(({ address }) => ({ address, what: "the file asks for it, and the plan has it not" })),
    ];
  },
};

function differences(planned: Resource, expected: Resource | undefined): { address: string; what: string }[] {
  const { address, values, unknown } = planned;
  if (expected === undefined) return [{ address, what: "the plan holds it, and the file does not" }];
  const kept = blocks(expected, "lifecycle").flatMap(({ ignore_changes }) => ignore_changes);
  return Object.entries(expected.values).flatMap(([key, value]) =>
    // Blocks are written differently in a plan.
    ["string", "number", "boolean"].includes(typeof value) &&
    !kept.includes(key) &&
    own(unknown, key) !== true &&
    !same(value, own(values, key))
      ? [{ address, what: `${key} is not what the file says` }]
      : [],
  );
}

/** Returns whether two values agree: for what only Terraform knows, any value may stand for. */
function same(expected: unknown, planned: unknown): boolean {
  const wanted = canonical(expected);
  return hasPieces(wanted.split(/<organization>|\$\{[^{}]*\}/), canonical(planned));
}

/** Providers write JSON anew. */
function canonical(value: unknown): string {
  const json = typeof value === "string" && /^[[{]/.test(value) ? parsedJson(value) : undefined;
  return json === undefined ? asText(value) : JSON.stringify(sortedPattern(json));
}
