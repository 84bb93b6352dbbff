import { evaluate, interpolate, runs } from "./expressions";

const fine = { success: true, cancelled: false };
const failed = { success: false, cancelled: false };
const contexts = { vars: { ON: "true" }, needs: { check: { outputs: { names: '["a"]' }, result: "success" } } };

test.each([
  ["vars.ON == 'true'", true],
  ["vars.OFF == 'true'", false],
  ["vars.OFF", null],
  ["!vars.OFF && needs.check.result == 'SUCCESS'", true],
  ["vars.OFF || 'it''s'", "it's"],
  ["vars.OFF && 'one' || 'other'", "other"],
  ["fromJSON(needs.check.outputs.names)", ["a"]],
  ["(vars.OFF == '' || false) != false", true],
])("%s is %j", (expression, value) => {
  expect(evaluate(expression, contexts, fine)).toEqual(value);
});

test.each(["hashFiles('a')", "secrets.KEY", "vars.ON ==", "vars.ON 'a'", "vars[0]"])("fails on %s", (expression) => {
  expect(() => evaluate(expression, contexts, fine)).toThrow();
});

test("a text is filled in, and a value that stands alone stays what it is", () => {
  expect(interpolate("on: ${{ vars.ON }}, ${{ vars.OFF }}", contexts, fine)).toBe("on: true, ");
  expect(interpolate("${{ fromJSON('[1]') }}", contexts, fine)).toEqual([1]);
});

test("what has an if without a function of status runs after success alone", () => {
  expect(runs("vars.ON == 'true'", contexts, failed)).toBe(false);
  expect(runs("!cancelled() && vars.ON == 'true'", contexts, failed)).toBe(true);
  expect(runs(undefined, contexts, failed)).toBe(false);
});
