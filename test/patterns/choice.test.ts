import { type Random, random as seeded } from "../../bench/load/random";
import { canStandTogether } from "../../patterns/choice";
import { manyCanStandTogether } from "../../patterns/choice-of-many";
import { leavesOf } from "../../patterns/event";
import type { Place, Want } from "../../patterns/place";
import { randomEvent } from "./random";

/** Of places in one event, those that some field wants. */
function randomWants(random: Random): Want[] {
  const leaves = [...leavesOf(randomEvent(random)).values()].flat();
  const some = (): Place[] => leaves.filter(() => random.chance(0.3)).map(({ element }) => element);
  return Array.from({ length: random.int(1, 4) }, () =>
    random.chance(0.3) ? { passing: some(), absentFrom: some() } : { passing: some() },
  );
}

test("many combinations are decided as few are", () => {
  const random = seeded(4);
  const all = Array.from({ length: 3000 }, () => randomWants(random));

  const few = all.map(canStandTogether);

  expect(all.map(manyCanStandTogether)).toEqual(few);
  expect(all.map(canStandTogether)).toEqual(few);
  expect(few.filter(Boolean).length).toBeGreaterThan(500);
  expect(few.filter((met) => !met).length).toBeGreaterThan(500);
});
