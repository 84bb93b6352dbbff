import { isColoured, mayReplaceLines } from "../../commands/terminal";

const terminal = { isTTY: true, hasColors: () => true };

test.each([
  ["a terminal", terminal, {}, true],
  ["a terminal without colours", { isTTY: true, hasColors: () => false }, {}, false],
  ["a pipe", {}, {}, false],
  ["a terminal, with an empty NO_COLOR", terminal, { NO_COLOR: "" }, true],
  ["a terminal, with NO_COLOR", terminal, { NO_COLOR: "1" }, false],
  ["a dumb terminal", terminal, { TERM: "dumb" }, false],
  ["a pipe, with FORCE_COLOR", {}, { FORCE_COLOR: "1", NO_COLOR: "1" }, true],
  ["a terminal, with FORCE_COLOR=0", terminal, { FORCE_COLOR: "0" }, false],
])("%s", (_, stream, env, coloured) => {
  expect(isColoured(stream, env)).toBe(coloured);
});

test.each([
  ["a terminal", terminal, {}, true],
  ["a pipe", {}, {}, false],
  ["a terminal that cannot move its cursor", terminal, { TERM: "dumb" }, false],
  ["a job of CI with a terminal", terminal, { CI: "true" }, false],
  ["a terminal where CI is off", terminal, { CI: "false" }, true],
])("progress on %s", (_, stream, env, shown) => {
  expect(mayReplaceLines(stream, env)).toBe(shown);
});
