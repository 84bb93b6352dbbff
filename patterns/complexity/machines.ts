import type { Alternative, Demand, DemandOf, Test } from "../pattern";

/** The wildcards that count as one: a wildcard, or a list of them within `anything-but`. */
type Wildcards = readonly DemandOf<"wildcard">[];

/** A machine that reads the values of one field, in a place of the order in which fields are read. */
export interface Machine {
  readonly name: string;
  readonly wildcards: Wildcards[];
  /** The machines that follow where a value passes a test. */
  readonly after: Map<string, Progress>;
}

/** The machines of the fields that may be read next. */
type Progress = Map<string, Machine>;

/** Returns the machines that a pattern makes. Alternatives share those of the tests with which they both begin. */
export function machinesOf(alternatives: readonly Alternative[]): Machine[] {
  const machines: Machine[] = [];
  const keyOf = testKeys();
  const start: Progress = new Map();
  for (const alternative of alternatives) {
    let reached = new Set([start]);
    for (const { name, tests } of alternative.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const fresh: Progress = new Map();
      const next = new Set<Progress>();
      for (const progress of reached) {
        let machine = progress.get(name);
        if (machine === undefined) {
          machine = { name, wildcards: [], after: new Map() };
          progress.set(name, machine);
          machines.push(machine);
        }
        for (const test of tests) if (!isAbsence(test)) next.add(added(machine, test, keyOf(test), fresh));
      }
      reached = next;
    }
  }
  return machines;
}

/** Returns whether a test asks for absence: the evaluator does not follow an absent field. */
function isAbsence(test: Test): boolean {
  return test.kind === "exists" && !test.exists;
}

function added({ wildcards, after }: Machine, test: Test, key: string, fresh: Progress): Progress {
  const known = after.get(key);
  if (known !== undefined) return known;
  after.set(key, fresh);
  const own = wildcardsIn(test);
  if (own.length > 0) wildcards.push(own);
  return fresh;
}

export function wildcardsIn(test: Demand): Wildcards {
  if (test.kind === "wildcard") return [test];
  return test.kind === "anything-but" ? test.but.filter((but) => but.kind === "wildcard") : [];
}

/** Returns a function that gives a key, equal for tests that ask for the same. Kept, as alternatives share most of their tests. */
function testKeys(): (test: Test) => string {
  const keys = new Map<Test, string>();
  return (test) => {
    const key = keys.get(test) ?? JSON.stringify({ ...test, path: undefined });
    keys.set(test, key);
    return key;
  };
}
