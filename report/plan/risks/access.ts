import { policyDocuments } from "../../policies/documents";
import { statementWords } from "../../policies/words";
import { isLater, type Resource } from "../../resources/resource";
import { nounOf } from "../nouns";
import type { RiskType } from "./risk";

const POLICIES = ["access_policy", "assume_role_policy", "policy", "policy_document"];

export const access: RiskType = {
  risk: "access",
  title: "Who gains access",
  words(change) {
    const { before, after, action } = change;
    if (action === "destroy" || action === "forget") return [];
    const [old, now] = [sentences(before), sentences(after)];
    const allowed = now.filter(({ effect, words }) => effect === "Allow" && !has(old, words));
    const forbidden = old.filter(({ effect, words }) => effect === "Deny" && !has(now, words));
    const later = after === undefined ? [] : POLICIES.filter((key) => isLater(after, key));
    return [
      ...allowed.map(({ words }) => words),
      ...forbidden.map(({ words }) => `No longer so: ${words}`),
      ...later.map(
        (key) => `The ${key} of the ${nounOf(change)} is known after the apply only: nobody can review it now.`,
      ),
    ];
  },
};

interface Sentence {
  readonly effect: string;
  readonly words: string;
}

function sentences(resource: Resource | undefined): Sentence[] {
  return policyDocuments(resource === undefined ? [] : [resource]).flatMap((document) =>
    document.statements.map((statement) => ({ effect: statement.effect, words: statementWords(document, statement) })),
  );
}

function has(sentences: readonly Sentence[], words: string): boolean {
  return sentences.some((sentence) => sentence.words === words);
}
