import type { Alternative, Field, Test } from "../../patterns/pattern";
import type { RuleView } from "../rule-view";

/**
 * Finds the few rules that may match all that another one matches, without looking at each pair: whatever covers a rule asks for
 * one of its fields with, among others, each of its tests; or by a test that many values pass; or for nothing.
 */
export class RuleIndex {
  readonly #byTest = new Map<string, RuleView[]>();
  readonly #byField = new Map<string, RuleView[]>();
  readonly #askNothing: RuleView[] = [];

  constructor(views: readonly RuleView[]) {
    for (const view of views) for (const alternative of view.alternatives) this.#add(view, alternative);
  }

  #add(view: RuleView, [field]: Alternative): void {
    if (field === undefined) this.#askNothing.push(view);
    else if (field.tests.every(({ kind }) => kind === "literal")) {
      for (const test of field.tests) push(this.#byTest, keyOf(field, test), view);
    } else push(this.#byField, field.name, view);
  }

  /** In no order, and some of them several times. */
  *candidates({ alternatives: [first = []] }: RuleView): Iterable<RuleView> {
    yield* this.#askNothing;
    for (const field of first) {
      yield* this.#byField.get(field.name) ?? [];
      const lists = field.tests.map((test) => this.#byTest.get(keyOf(field, test)) ?? []);
      yield* lists.sort((a, b) => a.length - b.length)[0] ?? [];
    }
  }
}

const keyOf = ({ name }: Field, test: Test) => `${name}\n${sameTest(test)}`;

const texts = new WeakMap<Test, string>();

/** Equal for tests that ask for the same. */
export function sameTest(test: Test): string {
  const known = texts.get(test) ?? JSON.stringify({ ...test, path: undefined });
  texts.set(test, known);
  return known;
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
