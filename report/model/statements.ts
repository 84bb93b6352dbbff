import type { PolicyDocument } from "../policies/documents";
import { statementWords } from "../policies/words";
import type { StatementPart } from "../schema";

export function statementParts(documents: readonly PolicyDocument[]): StatementPart[] {
  return documents.flatMap((document) =>
    document.statements.map((statement) => ({
      address: document.address,
      kind: document.kind,
      holder: document.holder,
      sid: statement.sid ?? null,
      words: statementWords(document, statement),
      json: statement.json,
    })),
  );
}
