import type { Path } from "../../text/value";
import type { Entry, PlacedFault, Tree } from "../read/tree";
import { credentialMessage } from "./advice";
import { knownForm } from "./forms";
import { looksLikeCredential } from "./names";
import { randomness } from "./random";
import { credentialInUrl, isPlaceholder } from "./urls";

interface Suspicion {
  /** Completes "holds ". */
  readonly what: string;
  readonly sure: boolean;
  /** Told by the name, so that this is what to point to. */
  readonly atName?: true;
}

/** Maps whose names are the user's own, and so tell what their values are. */
const FREE = ["headers", "query", "body", "tags", "template", "input", "attributes"];
/** The names whose text, where it has no form of its own, may well be an id that somebody needs. */
const IDS = /^(?:pattern|auth|arn|.*_arn|.*_id|key|bucket|.*_path|topics|topic_filters|targets|fields|variables)$/;
/** What an attribute of an item is: a path into the event, or a part of its topic. */
const IN_EVENT = /^(?:\$\.)?(?:account|detail|detail-type|id|region|resources|source|time|version)(?:$|[.[])|^topic\[/;
const ASSIGNED = /([\w.-]{2,60})(["']?)\s{0,9}[:=]\s{0,9}["']?([^\s"',;&<>]{6,})/g;

/**
 * The tree without its credentials: nobody who reads it can show one, since nobody gets to see it. What is uncertain
 * stays, and is only a warning.
 */
export function withoutCredentials(tree: Tree): { readonly tree: Tree; readonly faults: readonly PlacedFault[] } {
  const faults: PlacedFault[] = [];
  const report = ({ what, sure }: Suspicion, path: Path, at: number) => {
    const message = credentialMessage(what, path, sure);
    faults.push({ id: "credential-in-file", ...(!sure && { severity: "warning" as const }), path, at, message });
  };
  const visit = (node: Tree, path: Path, nameAt = node.at): Tree => {
    if (node.kind === "list") return { ...node, items: node.items.map((item, index) => visit(item, [...path, index])) };
    if (node.kind === "object") return { ...node, entries: node.entries.map((entry) => inEntry(entry, path)) };
    if (node.kind !== "scalar" || typeof node.value !== "string") return node;
    const found = suspicion(node.value, path);
    if (found !== undefined) report(found, path, found.atName ? nameAt : node.at);
    return found?.sure ? { kind: "refused", at: node.at } : node;
  };
  const inEntry = (entry: Entry, path: Path): Entry => {
    const found = suspicionOfText(entry.key);
    if (!found?.sure) return { ...entry, value: visit(entry.value, [...path, entry.key], entry.at) };
    const key = `(hidden ${faults.length + 1})`;
    report(found, [...path, key], entry.at);
    return { key, at: entry.at, value: { kind: "refused", at: entry.at } };
  };
  return { tree: visit(tree, []), faults };
}

function suspicion(text: string, path: Path): Suspicion | undefined {
  const keys = path.filter((part) => typeof part === "string");
  const name = keys.at(-1) ?? "";
  const free = keys.find((key, depth) => FREE.includes(key) && (depth > 0 || key === "tags"));
  const found = suspicionOfText(text);
  if (found?.sure) return found;
  const meant = free === "attributes" && IN_EVENT.test(text);
  if (free !== undefined && looksLikeCredential(name) && text !== "" && !isPlaceholder(text) && !meant)
    return named(text, free);
  return assigned(text) ?? found ?? (keys.some((key) => IDS.test(key)) ? undefined : unsure(text));
}

/** Returns what is suspicious in a text, wherever it stands. */
function suspicionOfText(text: string): Suspicion | undefined {
  const form = knownForm(text);
  if (form !== undefined) return { what: form, sure: true };
  const inUrl = credentialInUrl(text);
  if (inUrl?.sure) return { what: inUrl.name, sure: true };
  if (randomness(text) === "secret") return { what: "what looks like a secret key", sure: true };
  return inUrl && { what: inUrl.name, sure: false };
}

/** Constants that are sent may be of such a name and mean something else: `{ password = "changed" }`. */
function named(text: string, free: string): Suspicion | undefined {
  const sent = free === "template" || free === "input";
  if (sent && /<[^<>]+>/.test(text)) return undefined;
  if (sent && /^[\p{L}\s_-]*$/u.test(text)) return { what: "what looks like a credential", sure: false };
  return { what: "the value of a credential, by its name", sure: true, atName: true };
}

/** `password=…` in prose, and `"password": "…"` in JSON text. */
function assigned(text: string): Suspicion | undefined {
  for (const [, name = "", quote, value = ""] of text.matchAll(ASSIGNED)) {
    if (!looksLikeCredential(name) || isPlaceholder(value) || value.startsWith("$")) continue;
    if (!/\d/.test(value) || !/[a-z]/i.test(value)) continue;
    return { what: "what looks like a credential and its name", sure: quote === '"' || value.length >= 12 };
  }
  return undefined;
}

function unsure(text: string): Suspicion | undefined {
  return randomness(text) && { what: "a long text of letters and digits, as keys are", sure: false };
}
