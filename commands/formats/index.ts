import type { Format } from "./format";
import { github } from "./github";
import { json } from "./json";
import { text } from "./text";

/** How findings are said, by name. */
export const formats = { github, json, text } as const satisfies Record<string, Format>;
