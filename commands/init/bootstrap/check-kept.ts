import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { MADE_BY } from "../../../bootstrap";
import { environmentFiles } from "../../../config/files";
import { groupBy } from "../../../text/group-by";
import { type Io, placesOf, shown } from "../../io";
import type { BootstrapInput } from "./options";
import { asChanged, directoryOf, make } from "./write";

/** A file of roles, with the environment and the options that its first line says it was made with. */
interface Kept {
  readonly path: string;
  readonly environment: string;
  readonly options: string;
}

/** Compares the files of roles that are there, and what belongs to them, with what their own commands would write now. */
export function checkKept(input: BootstrapInput, io: Io): number {
  const kept = keptRoles(directoryOf(input, io));
  if (kept.length === 0) io.stderr(`init bootstrap has written nothing into ${shown(directoryOf(input, io), io)}`);
  const known = new Set(environmentFiles([], placesOf(io)).map(({ name }) => name));
  const gone = kept.filter(({ environment }) => !known.has(environment));
  const changed = new Set<string>();
  let wrong = false;
  for (const [options, files] of groupBy(
    kept.filter((file) => !gone.includes(file)),
    ({ options }) => options,
  )) {
    const positionals = files.map(({ environment }) => environment);
    const made = make({ positionals, values: { ...valuesOf(options), directory: input.values.directory } }, io);
    wrong ||= made === undefined;
    for (const path of made?.changed ?? []) changed.add(path);
  }
  io.stdout([
    ...[...changed].map(asChanged),
    ...gone.map(({ path, environment }) => `of ${environment}, which is no environment now: ${shown(path, io)}`),
  ]);
  return wrong || changed.size + gone.length > 0 ? 1 : 0;
}

function keptRoles(directory: string): Kept[] {
  if (!existsSync(directory)) return [];
  const files = readdirSync(directory, { recursive: true, encoding: "utf8" }).sort();
  return files.flatMap((file) => {
    const path = join(directory, file);
    if (!/[\\/]roles-[^\\/]+\.tf$/.test(path)) return [];
    const [first = ""] = readFileSync(path, "utf8").split(/\r?\n/);
    const [, environment, options] = (first.startsWith(MADE_BY) && / bootstrap (\S+) (--.*)$/.exec(first)) || [];
    return environment === undefined || options === undefined ? [] : [{ path, environment, options }];
  });
}

/** Returns the values of options as a file's first line has them, in their order. */
function valuesOf(options: string): BootstrapInput["values"] {
  const words = options.matchAll(/--([\w-]+) (?:"([^"]*)"|(\S+))/g);
  return Object.fromEntries([...words].map(([, name = "", quoted, plain]) => [name, quoted ?? plain]));
}
