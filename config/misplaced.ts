import type { Fault } from "../text/issue";
import { isMap, type Path, valueAt } from "../text/value";
import { environmentSchema } from "./schema";

const NAMED: Readonly<Record<string, string>> = { streams: "a stream", rules: "a rule", destinations: "a destination" };

/** One fault for each slip, where the schema sees several: a misspelt key that is missing, a map on the wrong level. */
export function gathered(faults: readonly Fault[], value: unknown): Fault[] {
  return wrapped(withoutNames(withoutEchoes(faults), value), value);
}

/** A key that is missing and the one that was probably meant to be it are one slip. */
function withoutEchoes(faults: readonly Fault[]): Fault[] {
  const meant = new Set(
    faults.flatMap(({ id, path, message }) => {
      const name = id === "unknown-key" ? /; did you mean ([\w-]+)\?/.exec(message)?.[1] : undefined;
      return name === undefined ? [] : [JSON.stringify([...path.slice(0, -1), name])];
    }),
  );
  return faults.filter(({ id, path }) => id !== "missing-key" || !meant.has(JSON.stringify(path)));
}

/** The keys of one stream, rule or destination where its name should be. */
function withoutNames(faults: readonly Fault[], value: unknown): Fault[] {
  const kept: Fault[] = [];
  const told = new Set<string>();
  for (const fault of faults) {
    const { path } = fault;
    const [top = "", name = ""] = path.map(String);
    const what = NAMED[top];
    if (what === undefined || fault.id !== "wrong-type" || path.length !== 2 || isMap(valueAt(value, path))) {
      kept.push(fault);
    } else if (!told.has(top)) {
      told.add(top);
      const message = `${JSON.stringify(name)} is no map: each entry of ${top} is ${what} with a name of its own; write ${top} = { NAME = { ${name} = … } }`;
      kept.push({ ...fault, message });
    }
  }
  return kept;
}

/** Tells in one fault of a file that is all in one map, as if the environment's name had to be said. */
function wrapped(faults: readonly Fault[], value: unknown): Fault[] {
  const wrapper = faults.find(({ id, path }) => id === "unknown-key" && path.length === 1 && holdsTop(value, path));
  if (wrapper === undefined) return [...faults];
  const inside = Object.keys(Object(valueAt(value, wrapper.path)));
  const message = `is no key here; take "${wrapper.path[0]} = {" and its } out, and keep what is between: the file's name is the environment's`;
  const rest = faults.filter(({ id, path }) => id !== "missing-key" || !inside.includes(String(path[0])));
  return rest.map((fault) => (fault === wrapper ? { ...fault, message } : fault));
}

function holdsTop(value: unknown, path: Path): boolean {
  const inner = valueAt(value, path);
  return isMap(inner) && Object.keys(inner).filter((key) => Object.hasOwn(environmentSchema.shape, key)).length >= 2;
}
