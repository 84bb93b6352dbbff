import { playgroundScript } from "../../playground/bundle";
import { EXAMPLE } from "../../playground/example";
import { playgroundPage } from "../../playground/page";
import { root } from "../support/committed";

process.env.GENESYS_EVENTBRIDGE_PROJECT = root;

/** The script as the page has it, bundled once a file of tests. */
export const script = playgroundScript(false);

export function pageWith(text = EXAMPLE, name = "dev.tfvars"): string {
  return playgroundPage(script, { file: { name, text } });
}
