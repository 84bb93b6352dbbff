import type { Path } from "../../text/value";
import { credentialMessage, secretMessage } from "./advice";
import { knownForm } from "./forms";
import { belongsToProvider } from "./names";
import { randomness } from "./random";

/** The message for what stands at a path without being a plain value, if it is better not shown. */
export function hiddenReason(text: string, path: Path): string | undefined {
  const form = knownForm(text);
  if (form !== undefined) return credentialMessage(form, path, true);
  if (path.some((part) => typeof part === "string" && belongsToProvider(part))) return secretMessage(path);
  return randomness(text) && credentialMessage("a long text of letters and digits, as keys are", path, true);
}
