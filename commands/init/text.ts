import { environmentSchema } from "../../config/schema";
import { called } from "../../text/called";
import { pathText } from "../../text/issue";
import type { Path } from "../../text/value";
import { type Begun, fileValue } from "./begun";
import { hclLines } from "./hcl";

/**
 * Returns the text of an environment's file.
 *
 * @param examples where an example stands in place of a value
 */
export function fileText(begun: Begun, examples: readonly Path[]): string {
  const marked = new Set(examples.map(pathText));
  return [
    `# ${begun.name}: Genesys Cloud events into AWS. What is wrong with this file: ${called("check", begun.name)}`,
    "# Every key that it may have is in docs/reference/configuration.md. Credentials never belong here.",
    "",
    ...hclLines(fileValue(begun), environmentSchema, (path) =>
      marked.has(pathText(path)) ? "An example: write your own." : undefined,
    ),
    "",
  ].join("\n");
}
