import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { suggestion } from "../text/nearest";
import { type Kind, namesOf } from "./kind";
import { check } from "./kinds/check";
import { destination } from "./kinds/destination";
import { finding } from "./kinds/finding";
import { stream } from "./kinds/stream";

export const kinds: readonly Kind[] = [check, destination, finding, stream];
export const usage = `usage: npm run new -- ${kinds.map(({ kind }) => kind).join("|")} NAME`;

/** The files written and what is left to do, or why nothing was written. */
export type Added =
  | { readonly written: readonly string[]; readonly next: readonly string[] }
  | { readonly refused: string };

/** Writes the files of something new and adds it to its registries: all of it, or nothing where a name is malformed or taken. */
export function add(root: string, args: readonly string[]): Added {
  const [wanted = "", name = "", ...more] = args;
  if (name === "" || more.length > 0) return { refused: usage };
  const kind = kinds.find(({ kind }) => kind === wanted);
  if (kind === undefined)
    return {
      refused: `there is no kind "${wanted}"${suggestion(
        wanted,
        kinds.map(({ kind }) => kind),
      )}; ${usage}`,
    };
  const names = namesOf(name);
  if (names === undefined)
    return { refused: `"${name}" is no name: write small letters and digits joined by -, such as event-pipe` };
  const files = Object.entries(kind.files(names));
  const taken = files.map(([path]) => path).find((path) => existsSync(join(root, path)));
  if (taken !== undefined) return { refused: `${taken} is there already; write another name` };
  const registries = Object.entries(kind.registries).map(([path, change]) => {
    const text = readFileSync(join(root, path), "utf8");
    return [path, change(text, names), text] as const;
  });
  const same = registries.find(([, after, before]) => after === before || declares(before, names.camel));
  if (same !== undefined) return { refused: `${same[0]} has a ${names.camel} already, or no list; write another name` };
  for (const [path, text] of [...files, ...registries]) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return { written: [...files, ...registries].map(([path]) => path), next: kind.next(names) };
}

function declares(text: string, name: string): boolean {
  return new RegExp(`\\b${name}\\b`).test(text);
}
