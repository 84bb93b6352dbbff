import type { Format } from "./format";
import { github } from "./github";
import { json } from "./json";
import { text } from "./text";

export const formatNames = ["github", "json", "text"] as const;
type FormatName = (typeof formatNames)[number];

/** The ways of saying issues, by name. */
export const formats = { github, json, text } as const satisfies Record<FormatName, Format>;
