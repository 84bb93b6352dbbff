/** Levels of lists and maps. Plans of Terraform have some thirty; what reads a plan goes down level by level, and would run out of stack. */
export const DEEPEST = 500;

/** Whether a text of JSON is nested deeper than anything that Terraform, a policy or a pattern holds. */
export function isDeeplyNested(json: string): boolean {
  let depth = 0;
  let inText = false;
  for (let at = 0; at < json.length; at++) {
    const char = json[at];
    if (inText) {
      if (char === "\\") at++;
      else if (char === '"') inText = false;
    } else if (char === '"') inText = true;
    else if (char === "[" || char === "{") {
      if (++depth > DEEPEST) return true;
    } else if (char === "]" || char === "}") depth--;
  }
  return false;
}
