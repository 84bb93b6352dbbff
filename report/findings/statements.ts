import type { PolicyDocument } from "../policies/documents";
import type { Statement } from "../policies/statement";
import type { Evidence, Found } from "./finding";

/** Returns what is found in single statements that allow something. */
export function inAllowed(
  { documents }: Evidence,
  what: (statement: Statement, document: PolicyDocument) => string | undefined,
): Found[] {
  return documents.flatMap((document) =>
    document.statements.flatMap((statement) => {
      const found = statement.effect === "Allow" ? what(statement, document) : undefined;
      return found === undefined ? [] : [{ address: document.address, what: `the ${document.holder} ${found}` }];
    }),
  );
}
