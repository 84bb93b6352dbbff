import { RULES_PER_BUS } from "../../../aws/limits";
import type { Alternative, Field, Test } from "../../../patterns/pattern";
import { append } from "../../../text/group-by";
import type { RuleView } from "../../rule-view";

/**
 * Finds the few rules that may match all that another one matches, without looking at each pair: whatever covers a rule asks for
 * one of its fields with, among others, each of its tests; or by a test that many values pass; or for nothing. Each is put where
 * its rarest field puts it, since most rules of a file have some of their fields in common. Of tests that can only be tried one by
 * one, no more are looked at than a bus has rules.
 */
export class RuleIndex {
  readonly #frequency = new Map<string, number>();
  readonly #byTest = new Map<string, RuleView[]>();
  /** The rules by fields with a test that other values pass, too, but for those that the beginning or the end of a text decides. */
  readonly #byField = new Map<string, RuleView[]>();
  /** The rules by fields and the text that a value begins or ends with. */
  readonly #byAffix = new Map<string, RuleView[]>();
  /** The rules by fields that may have any value. */
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
    for (const test of field.tests) append(this.#byTest, keyOf(field, test), view);
    if (field.tests.some((test) => test.kind !== "literal" && affixOf(test) === undefined))
      append(this.#byField, field.name, view);
    for (const affix of field.tests.flatMap((test) => affixOf(test) ?? []))
      append(this.#byAffix, `${field.name}\n${affix}`, view);
    if (field.tests.some(({ kind }) => kind === "exists")) append(this.#byAnyValue, field.name, view);
  }

  #commonness(field: Field): number {
    return field.tests.reduce((most, test) => Math.max(most, this.#frequency.get(keyOf(field, test)) ?? 0), 0);
  }

  *#takers(name: string, test: Test): Iterable<RuleView> {
    yield* (this.#byField.get(name) ?? []).slice(0, RULES_PER_BUS);
    if (test.kind !== "literal" || typeof test.value !== "string" || this.#byAffix.size === 0) return;
    for (let length = 0; length <= test.value.length; length++) {
      yield* this.#byAffix.get(`${name}\nprefix ${test.value.slice(0, length)}`) ?? [];
      yield* this.#byAffix.get(`${name}\nsuffix ${test.value.slice(length)}`) ?? [];
    }
  }

  /** Yields the rules that may be wider, in no order, and some of them several times. */
  *candidates({ alternatives: [first = []] }: RuleView): Iterable<RuleView> {
    yield* this.#askNothing;
    for (const field of first) {
      yield* this.#byAnyValue.get(field.name) ?? [];
      const literal = field.tests.find(({ kind }) => kind === "literal");
      // A rule that covers this one takes each of its values, so that one of them finds it.
      if (literal !== undefined) yield* this.#takers(field.name, literal);
      const lists = field.tests.map((test) => this.#byTest.get(keyOf(field, test)) ?? []);
      yield* lists.sort((a, b) => a.length - b.length)[0] ?? [];
    }
  }
}

/** The beginning or the end that a test asks for; undefined where it asks for anything else. */
function affixOf(test: Test): string | undefined {
  const plain = (test.kind === "prefix" || test.kind === "suffix") && test.ignoringCase === undefined;
  return plain ? `${test.kind} ${test.text}` : undefined;
}

const keyOf = ({ name }: Field, test: Test) => `${name}\n${sameTest(test)}`;

const texts = new WeakMap<Test, string>();

/** Equal for tests that ask for the same. */
export function sameTest(test: Test): string {
  const known = texts.get(test) ?? JSON.stringify({ ...test, path: undefined });
  texts.set(test, known);
  return known;
}
