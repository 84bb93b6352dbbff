import { differences } from "../differences";
import { nounOf } from "../nouns";
import type { RiskType } from "./risk";

/** Changes that the file does not explain are found by comparing; here, what somebody did outside of Terraform. */
export const unexplained: RiskType = {
  risk: "unexplained",
  title: "Changes that the file does not explain",
  words(change) {
    if (change.action !== "drift") return [];
    if (change.after === undefined) return [`Somebody destroyed the ${nounOf(change)} outside of Terraform.`];
    return differences(change.before, change.after).map(
      ({ path, before, after }) =>
        `Somebody changed the ${nounOf(change)} outside of Terraform: ${path} is ${after}, before ${before}.`,
    );
  },
};
