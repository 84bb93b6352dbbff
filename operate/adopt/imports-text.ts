import type { Place } from "../../aws/names";
import type { Adoption } from "./adopt";

/** Returns the text of the file that lies beside the environment's: an import a line, so that a difference can be read. */
export function importsText({ aws_account_id, aws_region }: Place, { imports }: Pick<Adoption, "imports">): string {
  const lines = imports.map(({ to, id }) => `    ${JSON.stringify({ to, id })}`);
  const head = `  "aws_account_id": ${JSON.stringify(aws_account_id)},\n  "aws_region": ${JSON.stringify(aws_region)},`;
  const list = lines.length === 0 ? "[]" : `[\n${lines.join(",\n")}\n  ]`;
  return `{\n${head}\n  "imports": ${list}\n}\n`;
}
