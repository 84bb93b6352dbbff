import { RULE_NAME_LENGTH } from "../../../aws/limits";
import { hasEnded, isTails, newRun, runOf, tailPrefix } from "../../../operate/tail/names";

const expires = new Date("2026-11-28T08:30:00Z");
const before = new Date("2026-11-28T08:29:59Z");

test("a run's name says when it is over, where it is and in which process, and fits a rule", () => {
  for (const environment of ["dev", "x".repeat(64)]) {
    const { name } = newRun(environment, expires);
    expect(name.length).toBeLessThanOrEqual(RULE_NAME_LENGTH);
    expect(runOf(environment, name)).toMatchObject({ name, expires, process: process.pid });
  }
  expect(tailPrefix("x".repeat(64))).not.toBe(tailPrefix(`${"x".repeat(63)}y`));
});

test("takes no other name for a run's: of a stack, of an environment that begins alike, of somebody's own", () => {
  const { name } = newRun("dev", expires);
  expect(isTails("dev", name)).toBe(true);
  for (const other of [
    `${name}-2`,
    "dev-tail-calls",
    "dev-tail-20261399T999999Z-0badcafe-1",
    newRun("dev-tail", expires).name,
  ])
    expect([other, isTails("dev", other)]).toEqual([other, false]);
  expect(isTails("dev-tail", name)).toBe(false);
});

test("a run has ended when its time is over or its process on this machine is gone; anybody else's may go on", () => {
  const run = newRun("dev", expires);
  const gone = 2 ** 30;
  expect(hasEnded(run, before)).toBe(false);
  expect(hasEnded(run, expires)).toBe(true);
  expect(hasEnded({ ...run, process: gone }, before)).toBe(true);
  expect(hasEnded({ ...run, process: process.ppid }, before)).toBe(false);
  expect(hasEnded({ ...run, process: gone, machine: "0badcafe" }, before)).toBe(false);
});
