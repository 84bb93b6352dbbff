/**
 * The most levels of lists and maps in JSON that others wrote: events, plans, policies. Plans have some thirty, events fewer; code that
 * reads them goes down level by level, and would run out of stack.
 */
export const DEEPEST = 500;

/** Returns whether JSON text is nested deeper than so many levels. Does not recurse, so that any text will do. */
export function isDeeplyNested(json: string, most = DEEPEST): boolean {
  if (!hasMoreOpened(json, most)) return false;
  let depth = 0;
  let inText = false;
  for (let at = 0; at < json.length; at++) {
    const char = json[at];
    if (inText) {
      if (char === "\\") at++;
      else if (char === '"') inText = false;
    } else if (char === '"') inText = true;
    else if (char === "[" || char === "{") {
      if (++depth > most) return true;
    } else if (char === "]" || char === "}") depth--;
  }
  return false;
}

/** Returns whether more lists and maps are opened than so many, within texts or not: nearly no event does, and this is found fast. */
function hasMoreOpened(json: string, most: number): boolean {
  let left = most;
  for (const bracket of ["{", "["]) {
    for (let at = json.indexOf(bracket); at !== -1; at = json.indexOf(bracket, at + 1)) if (--left < 0) return true;
  }
  return false;
}
