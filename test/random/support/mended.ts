import { parseEnvironment } from "../../../config/environment";
import type { Environment } from "../../../config/model";
import { changed, type Path } from "./changed";
import { RandomFile } from "./random-file";

const ROUNDS = 20;

/** The model of what stays of a file when all that is wrong with it is taken out; nothing where too little stays. */
export function mended(written: unknown): Environment | undefined {
  let value = written;
  for (let round = 0; round < ROUNDS; round++) {
    const { environment, issues } = parseEnvironment(new RandomFile(JSON.stringify(value), "tfvars.json"));
    if (environment !== undefined) return environment;
    const removed: string[] = [];
    for (const { severity, path } of issues) {
      if (severity === "warning" || removed.some((other) => path.startsWith(other))) continue;
      value = changed(value, pathOf(path), () => []);
      removed.push(path);
    }
  }
  return undefined;
}

const PART = /\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]|([^.[]+)/g;

/** What an issue calls `rules["a.b"].targets[0]`. */
function pathOf(text: string): Path {
  return Array.from(text.matchAll(PART), ([, index, quoted, name]) =>
    quoted === undefined ? (index ?? name ?? "") : String(JSON.parse(quoted)),
  );
}
