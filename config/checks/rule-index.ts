import type { Alternative, Field, Test } from "../../patterns/pattern";
import type { RuleView } from "../rule-view";

/**
 * Finds the few rules that may match all that another one matches, without looking at each pair: whatever covers a rule asks for
 * one of its fields with, among others, each of its tests; or by a test that many values pass; or for nothing. Each is put where
 * its rarest field puts it, since most rules of a file have some of their fields in common.
 */
export class RuleIndex {
  readonly #frequency = new Map<string, number>();
  readonly #byTest = new Map<string, RuleView[]>();
  /** By fields with a test that other values pass, too. */
  readonly #byField = new Map<string, RuleView[]>();
  /** By fields that may have any value. */
  readonly #byAnyValue = new Map<string, RuleView[]>();
  readonly #askNothing: RuleView[] = [];

  constructor(views: readonly RuleView[]) {
    for (const field of views.flatMap(({ alternatives }) => alternatives.flat())) {
      for (const test of field.tests) {
        const key = keyOf(field, test);
        this.#frequency.set(key, (this.#frequency.get(key) ?? 0) + 1);
      }
    }
    for (const view of views) for (const alternative of view.alternatives) this.#add(view, alternative);
  }

  #add(view: RuleView, alternative: Alternative): void {
    const [first] = alternative;
    if (first === undefined) {
      this.#askNothing.push(view);
      return;
    }
    const field = alternative.reduce((best, other) =>
      this.#commonness(other) < this.#commonness(best) ? other : best,
    );
    for (const test of field.tests) push(this.#byTest, keyOf(field, test), view);
    if (field.tests.some(({ kind }) => kind !== "literal")) push(this.#byField, field.name, view);
    if (field.tests.some(({ kind }) => kind === "exists")) push(this.#byAnyValue, field.name, view);
  }

  #commonness(field: Field): number {
    return field.tests.reduce((most, test) => Math.max(most, this.#frequency.get(keyOf(field, test)) ?? 0), 0);
  }

  /** In no order, and some of them several times. */
  *candidates({ alternatives: [first = []] }: RuleView): Iterable<RuleView> {
    yield* this.#askNothing;
    for (const field of first) {
      yield* this.#byAnyValue.get(field.name) ?? [];
      if (field.tests.some(({ kind }) => kind === "literal")) yield* this.#byField.get(field.name) ?? [];
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
