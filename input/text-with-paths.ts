import { placeholderName } from "./fields";
import type { Transformer } from "./transformer";

const PATH = /<([\w-]+(?:\[\d+\])*(?:\.[\w-]+(?:\[\d+\])*)*)>/g;

/** Makes a transformer of a JSON value whose texts have <path> where a value of the event belongs: each path becomes a variable. */
export function textWithPaths(value: unknown): Transformer {
  const input_paths: Record<string, string> = {};
  const names = new Map<string, string>();
  const input_template = JSON.stringify(value).replace(PATH, (_, path: string) => {
    const name = names.get(path) ?? placeholderName(path, input_paths);
    names.set(path, name);
    input_paths[name] = `$.${path}`;
    return `<${name}>`;
  });
  return { input_paths, input_template };
}
