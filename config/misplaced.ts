import type { Finding } from "../text/issue";
import { isMap, type Path, valueAt } from "../text/value";
import { environmentSchema } from "./schema";

const NAMED: Readonly<Record<string, string>> = { streams: "a stream", rules: "a rule", destinations: "a destination" };

/** One finding for each slip, where the schema sees several: a misspelt key that is missing, a map on the wrong level. */
export function gathered(findings: readonly Finding[], value: unknown): Finding[] {
  return wrapped(withoutNames(withoutEchoes(findings), value), value);
}

/** A key that is missing and the one that was probably meant to be it are one slip. */
function withoutEchoes(findings: readonly Finding[]): Finding[] {
  const meant = new Set(
    findings.flatMap(({ id, path, message }) => {
      const name = id === "unknown-key" ? /; did you mean ([\w-]+)\?/.exec(message)?.[1] : undefined;
      return name === undefined ? [] : [JSON.stringify([...path.slice(0, -1), name])];
    }),
  );
  return findings.filter(({ id, path }) => id !== "missing-key" || !meant.has(JSON.stringify(path)));
}

/** The keys of one stream, rule or destination where its name should be. */
function withoutNames(findings: readonly Finding[], value: unknown): Finding[] {
  const kept: Finding[] = [];
  const told = new Set<string>();
  for (const finding of findings) {
    const { path } = finding;
    const [top = "", name = ""] = path.map(String);
    const what = NAMED[top];
    if (what === undefined || finding.id !== "wrong-type" || path.length !== 2 || isMap(valueAt(value, path))) {
      kept.push(finding);
    } else if (!told.has(top)) {
      told.add(top);
      const message = `${JSON.stringify(name)} is no map: each entry of ${top} is ${what} with a name of its own; write ${top} = { NAME = { ${name} = … } }`;
      kept.push({ ...finding, message });
    }
  }
  return kept;
}

/** All of the file in one map, as if the environment's name had to be said. */
function wrapped(findings: readonly Finding[], value: unknown): Finding[] {
  const wrapper = findings.find(({ id, path }) => id === "unknown-key" && path.length === 1 && holdsTop(value, path));
  if (wrapper === undefined) return [...findings];
  const inside = Object.keys(Object(valueAt(value, wrapper.path)));
  const message = `is no key here; take "${wrapper.path[0]} = {" and its } out, and keep what is between: the file's name is the environment's`;
  const rest = findings.filter(({ id, path }) => id !== "missing-key" || !inside.includes(String(path[0])));
  return rest.map((finding) => (finding === wrapper ? { ...finding, message } : finding));
}

function holdsTop(value: unknown, path: Path): boolean {
  const inner = valueAt(value, path);
  return isMap(inner) && Object.keys(inner).filter((key) => Object.hasOwn(environmentSchema.shape, key)).length >= 2;
}
