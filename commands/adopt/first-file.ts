import { parseEnvironments } from "../../config/environments";
import type { EnvironmentFile } from "../../config/load";
import type { Environment } from "../../config/model";
import { environmentSchema } from "../../config/schema";
import { FilesProblem } from "../../files/files-problem";
import { called } from "../../text/called";
import { type Issue, pathText } from "../../text/issue";
import { isMap, type Path } from "../../text/value";
import { hclLines } from "../init/hcl";
import { isBelow } from "../init/judge";

type Value = Record<string, unknown>;

/** A file that passes `check`, and what had to be left out of it for that. */
export interface FirstFile {
  readonly environment: Environment;
  readonly file: EnvironmentFile;
  readonly remarks: readonly string[];
}

/**
 * Returns the text of an environment's first file, less what `check` refuses of what was found.
 *
 * @throws FilesProblem where the rest is not right either
 */
export function firstFile(name: string, path: string, found: Value, others: readonly EnvironmentFile[]): FirstFile {
  const remarks: string[] = [];
  for (let value = found; ; ) {
    const file = { name, path, bytes: Buffer.from(fileText(name, value)) };
    const { sound, issues } = parseEnvironments([...others, file]);
    const environment = sound.find((one) => one.name === name);
    if (environment !== undefined) return { environment, file, remarks };
    const own = issues.filter((issue) => issue.file === path && issue.severity === "error");
    const part = own.map((issue) => smallestPart(value, issue)).find((one) => one !== undefined);
    const [first] = own;
    if (part === undefined || first === undefined)
      throw new FilesProblem(
        `what the account has makes no file that is right: ${first === undefined ? "another environment is in its way" : `${first.path}: ${first.message}`}`,
      );
    remarks.push(`${pathText(part)} is left out, since check refuses it: ${first.message}`);
    value = without(value, part);
  }
}

function fileText(name: string, value: Value): string {
  return [
    `# ${name}: what an account had when this was written. What is wrong with this file: ${called("check", name)}`,
    "# Every key that it may have is in docs/reference/configuration.md. Credentials never belong here.",
    "",
    ...hclLines(value, environmentSchema, () => undefined),
    "",
  ].join("\n");
}

/** The parts that can be left out alone, the smallest first. */
function smallestPart(value: Value, { path }: Issue): Path | undefined {
  const parts: Path[] = [];
  const visit = (node: unknown, at: Path): void => {
    if (!isMap(node)) return;
    for (const [key, inner] of Object.entries(node)) {
      const here = [...at, key];
      if (isRemovable(here)) parts.push(here);
      if (here.length < 5) visit(inner, here);
    }
  };
  visit({ rules: value.rules, destinations: value.destinations }, []);
  return parts.filter((part) => isBelow(path, part)).sort((a, b) => b.length - a.length)[0];
}

/** An option of a target, a target, a description; a pattern only with its rule, since without it everything would match. */
function isRemovable(path: Path): boolean {
  const [map, , key] = path;
  return map === "rules" ? path.length === 2 || (key === "targets" && path.length > 3) : path.length === 2;
}

function without(value: Value, [key = "", ...rest]: Path): Value {
  if (rest.length === 0) return Object.fromEntries(Object.entries(value).filter(([name]) => name !== String(key)));
  const inner = value[key];
  return isMap(inner) ? { ...value, [key]: without(inner, rest) } : value;
}
