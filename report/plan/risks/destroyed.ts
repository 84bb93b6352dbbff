import { resourceType } from "../../../aws/resources";
import { joined } from "../../../text/words";
import { nounOf } from "../nouns";
import type { RiskType } from "./risk";

export const destroyed: RiskType = {
  risk: "destroyed",
  title: "Destroyed or replaced",
  words(change) {
    const { action, before, replacedFor } = change;
    if (action !== "destroy" && action !== "replace") return [];
    const loss = resourceType(before?.type)?.loss;
    // By the name of what goes.
    const what = nounOf({ ...change, after: undefined });
    const lost = loss === undefined ? "" : `, ${loss}`;
    if (action === "destroy") return [`The ${what} is destroyed${lost}.`];
    const why = replacedFor.length === 0 ? "" : `, since ${joined(replacedFor)} cannot be changed in place`;
    return [`The ${what} is destroyed and made anew${why}${lost}.`];
  },
};
