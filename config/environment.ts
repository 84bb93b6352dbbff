import { ENVIRONMENT_NAME_LENGTH, ISSUES } from "../aws/limits";
import { WITHOUT_COMPILING } from "../schema/parsing";
import { groupBy } from "../text/group-by";
import { compareIssues, type Fault, type Issue } from "../text/issue";
import { isMap, valueAt } from "../text/value";
import { checks } from "./checks";
import { withMeantTopics } from "./checks/support/topic-meant";
import { importsFor } from "./imports";
import { type EnvironmentFile, load } from "./load";
import type { Draft, Environment, Rule, Target, WrittenEnvironment, WrittenParts } from "./model";
import { catalogueFor } from "./organization-topics";
import { sortedPattern } from "./pattern";
import { reservedName } from "./read/reserved-text";
import { environmentSchema } from "./schema";
import { targetSchema } from "./schema/rule";
import { parseWith } from "./schema-faults";

export interface ParsedEnvironment {
  /** Undefined where anything is wrong. */
  readonly environment: Environment | undefined;
  /** The same, but there where all that is wrong is what a trace shows as lost. */
  readonly traceable: Environment | undefined;
  /** Errors and warnings, in the order of the file. */
  readonly issues: readonly Issue[];
}

/** A file as far as it could be read, for the checks that look at several. */
export interface Examined extends ParsedEnvironment {
  readonly draft: Draft | undefined;
  /** Puts a fault into its place in the file. */
  readonly place: (fault: Fault) => readonly Issue[];
}

/** The only door to the model: read, parse, normalize, check. Everything wrong is reported at once. */
export function parseEnvironment(file: EnvironmentFile): ParsedEnvironment {
  const { environment, traceable, issues } = examine(file);
  return { environment, traceable, issues };
}

export function examine(file: EnvironmentFile): Examined {
  const loaded = load(file);
  const { value, issue: place } = loaded;
  if (value === undefined)
    return { environment: undefined, traceable: undefined, issues: loaded.issues, draft: undefined, place };

  const { data, faults } = parseWith(environmentSchema, value);
  const organization = valueAt(value, ["organization_id"]);
  const beside = catalogueFor(file, typeof organization === "string" ? organization : undefined);
  const { catalogue } = beside;
  const meant = withMeantTopics(value, catalogue);
  const right = meant === value ? data : undefined;
  const top = right ?? withoutFaults(meant, faults);
  const normal = normalized(top);
  const draft: Draft = {
    name: file.name,
    path: file.path,
    catalogue,
    top,
    place: placeOf(top),
    ...normal,
    written: { streams: names(value, "streams"), destinations: names(value, "destinations"), value },
  };
  const found = checks.flatMap((check) => check.run(draft));
  const known = beside.issues.length === 0 ? found : found.filter(({ id }) => !OF_CATALOGUE.has(id));
  const all = [...nameFaults(file.name), ...faults, ...known];
  const { imports, issues: ofImports } = importsFor(file, draft);
  const own = unique([...loaded.issues, ...gravest(all).flatMap(place)].sort(compareIssues));
  const others = [...beside.issues, ...ofImports];
  const issues = [...shortened(own, place), ...others].sort(compareIssues);
  const errors = [...loaded.issues, ...all, ...others].filter(({ severity }) => severity !== "warning");
  const whole = data && { ...data, ...normal, name: file.name, catalogue, imports };
  const environment = errors.length === 0 ? whole : undefined;
  const traceable = errors.every(({ id }) => LOSSES.has(id)) ? whole : undefined;
  return { environment, traceable, issues, draft, place };
}

/** What nobody can say where the organization's topics lie beside the file and cannot be read. */
const OF_CATALOGUE: ReadonlySet<string> = new Set(["topic-uncertain", "unknown-topic"]);

/** The errors of what is deployable but loses events, so that a trace can show which. */
const LOSSES: ReadonlySet<string> = new Set(["not-text", "event-within-text"]);

/**
 * Returns true if files, stacks and resources can be called so. CDKTF looks for stacks in plain objects, which have some names
 * from the start.
 */
export function isEnvironmentName(name: string): boolean {
  return /^[A-Za-z0-9_-]+$/.test(name) && name.length <= ENVIRONMENT_NAME_LENGTH && !(name in Object.prototype);
}

function nameFaults(name: string): Fault[] {
  const reserved = reservedName(name);
  if (reserved !== undefined) {
    const message = `the file's name is the environment's, and holds "${reserved}", which CDKTF keeps to itself; write something else`;
    return [{ id: "environment-name", path: [], message }];
  }
  if (isEnvironmentName(name)) return [];
  const message =
    name in Object.prototype
      ? `the file's name is the environment's, and "${name}" cannot be a stack's in CDKTF; rename the file`
      : `the file's name is the environment's, and "${name}" cannot be part of resource names; use 1 to ${ENVIRONMENT_NAME_LENGTH} letters, digits, - or _`;
  return [{ id: "environment-name", path: [], message }];
}

const MAPS = ["streams", "rules", "destinations"];

/** Maps whose entries stand by themselves: a faulty one says nothing of the rest of its rule or destination. */
const LOOSE = ["headers", "query"];

/** The file less its faulty parts, so that the checks can look at the rest in the same run: the smaller parts, if that helps. */
function withoutFaults(value: unknown, faults: readonly Fault[]): WrittenParts {
  if (!isMap(value)) return {};
  for (const part of [loosePart, entryOf]) {
    const rest = without(
      value,
      faults.map(({ path }) => part(path.map(String))),
    );
    const { data } = parseWith(environmentSchema.partial(), rest);
    if (data !== undefined) return data;
  }
  return {};
}

function loosePart(path: readonly string[]): readonly string[] {
  const map = path.findIndex((key, index) => index > 1 && LOOSE.includes(key));
  return map === -1 || map + 1 === path.length ? entryOf(path) : path.slice(0, map + 2);
}

function entryOf(path: readonly string[]): readonly string[] {
  return path.slice(0, MAPS.includes(path[0] ?? "") ? 2 : 1);
}

/** The map without what is at the paths. All at once: a map of very many keys is not copied for each. */
function without(
  map: Readonly<Record<string, unknown>>,
  paths: readonly (readonly string[])[],
): Record<string, unknown> {
  const below = groupBy(
    paths,
    ([key = ""]) => key,
    ([, ...rest]) => rest,
  );
  const kept = Object.entries(map).flatMap(([key, inner]): [string, unknown][] => {
    const inside = below.get(key);
    if (inside === undefined) return [[key, inner]];
    return isMap(inner) && inside.every(({ length }) => length > 0) ? [[key, without(inner, inside)]] : [];
  });
  return Object.fromEntries(kept);
}

function placeOf({ aws_account_id, aws_region }: WrittenParts): Draft["place"] {
  return aws_account_id === undefined || aws_region === undefined ? undefined : { aws_account_id, aws_region };
}

/** Sorted, without repeats and with every target in full, so that nothing depends on how the file was written. */
function normalized({
  streams = {},
  rules = {},
  destinations = {},
}: WrittenParts): Pick<Environment, "streams" | "rules" | "destinations"> {
  return {
    streams: sortedBy(streams, (stream) => ({
      ...stream,
      archive: stream.archive && {
        ...stream.archive,
        pattern: stream.archive.pattern && sortedPattern(stream.archive.pattern),
      },
    })),
    rules: sortedBy(
      rules,
      ({ targets, topics, pattern, ...rule }): Rule => ({
        ...rule,
        topics: topics && sorted(topics),
        pattern: pattern && sortedPattern(pattern),
        targets: targetList(targets),
      }),
    ),
    destinations: sortedBy(destinations, (destination) => destination),
  };
}

const defaultOptions = targetSchema.parse({}, WITHOUT_COMPILING);

function targetList(targets: WrittenEnvironment["rules"][string]["targets"]): Target[] {
  const list = Array.isArray(targets)
    ? targets.map((destination) => ({ destination, ...defaultOptions }))
    : Object.entries(targets).map(([destination, options]) => ({ destination, ...options }));
  return list.sort((a, b) => (a.destination < b.destination ? -1 : 1));
}

function sorted(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}

/**
 * Returns a sorted map without a prototype, so that whoever looks up a name such as "constructor" finds what the file has, or
 * nothing.
 */
function sortedBy<From, To>(map: Readonly<Record<string, From>>, change: (value: From) => To): Record<string, To> {
  const keys = Object.keys(map).sort();
  const entries = keys.flatMap((key) => (map[key] === undefined ? [] : [[key, change(map[key])] as const]));
  return Object.setPrototypeOf(Object.fromEntries(entries), null);
}

function names(value: unknown, key: string): string[] {
  const map = valueAt(value, [key]);
  return isMap(map) ? Object.keys(map) : [];
}

/** The same thing may be found for several streams. */
function unique(issues: readonly Issue[]): Issue[] {
  const seen = new Set<string>();
  return issues.filter(({ id, line, column, path }) => {
    const key = `${id} ${line} ${column} ${path}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** The faults of a file that are placed in it, errors first where there are very many: all of them would fill the memory. */
function gravest(faults: readonly Fault[]): readonly Fault[] {
  if (faults.length <= ISSUES) return faults;
  const isWarning = ({ severity }: Fault) => severity === "warning";
  return [...faults.filter((fault) => !isWarning(fault)), ...faults.filter(isWarning)].slice(0, ISSUES + 1);
}

function shortened(issues: readonly Issue[], place: Examined["place"]): readonly Issue[] {
  if (issues.length <= ISSUES) return issues;
  const message = `there is more to say than ${ISSUES} messages, and these are some of them; fix those and check again`;
  const told: Fault = { id: "too-many-issues", path: [], message };
  const right = issues.every(({ severity }) => severity === "warning");
  return [...place(right ? { ...told, severity: "warning" } : told), ...issues.slice(0, ISSUES)];
}
