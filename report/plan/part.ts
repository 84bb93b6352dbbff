import type { Findings } from "../findings/look";
import type { ChangePart, PlanPart } from "../schema";
import { type Action, changesOf } from "./resource-change";
import { riskTypes } from "./risks";
import type { Surroundings } from "./risks/risk";
import type { WrittenPlan } from "./schema";

/** A plan as a reviewer reads it: what may hurt first. */
export function planPart(plan: WrittenPlan, environment: Surroundings, { open, waived }: Findings): PlanPart {
  const changes = changesOf(plan);
  const actions = new Map(changes.map(({ address, action }) => [address, action]));
  const count = (wanted: Action) => changes.filter(({ action }) => action === wanted).length;
  const undeclared = [...open, ...waived].flatMap(({ id, address, what }): ChangePart[] =>
    id === "unexplained-change" && address !== null
      ? [{ risk: "unexplained", action: actions.get(address) ?? "keep", address, words: capital(`${what}.`) }]
      : [],
  );
  const said = riskTypes.flatMap(({ risk, words }) => [
    ...changes.flatMap((change) =>
      words(change, environment).map(
        (sentence): ChangePart => ({ risk, action: change.action, address: change.address, words: capital(sentence) }),
      ),
    ),
    ...(risk === "unexplained" ? undeclared : []),
  ]);
  return {
    terraform_version: typeof plan.terraform_version === "string" ? plan.terraform_version : null,
    create: count("create"),
    update: count("update"),
    replace: count("replace"),
    destroy: count("destroy"),
    changes: said,
  };
}

function capital(sentence: string): string {
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
}
