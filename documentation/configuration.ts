import { environmentSchema } from "../config/schema";
import { type Section, sections } from "./sections";

/** `docs/reference/configuration.md`: every key of the file, as the schema has it. */
export function configurationPage(): string {
  return `# Configuration
Made by \`npm run docs\` from the schema of the environment file; do not edit.

A file is HCL (\`dev.tfvars\`) or JSON (\`dev.tfvars.json\`) and holds plain values only, written here as in HCL. A key
that is not on this page is an error; the unit of a number is part of its key's name. \`null\` is as if the key was left out, except
in an event pattern and in what is sent as it stands.

${sections(environmentSchema, "Top level").map(sectionText).join("\n\n")}
`;
}

function sectionText({ heading, depth, texts }: Section): string {
  return `${"#".repeat(depth)} ${heading}\n${texts.join("\n\nor\n\n")}`;
}
