import { EVENT_PATTERN_QUOTA } from "../../../aws/limits";
import { endingAt } from "../../../operate/tail/until";
import { matches } from "../../../patterns/match";
import { parsePatternText } from "../../../patterns/parse";

const PATTERN = '{"source":["a"]}';

/** Returns whether the pattern takes an event of a time. */
function takes(written: string, time: string): boolean {
  const { pattern, faults } = parsePatternText(written);
  expect(faults).toEqual([]);
  return pattern !== undefined && matches(pattern, { id: "1", source: "a", time });
}

test.each([
  "2026-11-28T08:40:00Z",
  "2026-12-31T23:59:30Z",
  "2027-01-01T00:00:00Z",
  "2029-09-09T09:09:09Z",
  "2026-02-28T19:05:00Z",
])("takes every event before %s, and none from its minute's end on", (end) => {
  const written = endingAt(PATTERN, new Date(end));
  const moment = new Date(end).getTime();
  for (let exponent = 0; exponent < 37; exponent++) {
    const away = 1000 * 2 ** (exponent / 2);
    const [earlier, later] = [-away, away + 60_000].map((by) =>
      new Date(moment + by).toISOString().replace(/\.\d+/, ""),
    );
    expect([earlier, takes(written, earlier ?? "")]).toEqual([earlier, true]);
    expect([later, takes(written, later ?? "")]).toEqual([later, false]);
  }
  expect(written.length).toBeLessThan(1200);
});

test("ends with the hour or the day where the pattern is long, and never makes it longer than AWS takes", () => {
  const long = (length: number) => JSON.stringify({ source: ["a"], id: [{ "anything-but": "x".repeat(length) }] });
  for (const length of [500, 1200, 1450, 1700]) {
    const written = endingAt(long(length), new Date("2026-11-11T11:11:00Z"));
    expect(written.length).toBeLessThanOrEqual(EVENT_PATTERN_QUOTA);
    expect(takes(written, "2026-11-11T11:10:00Z")).toBe(true);
    expect([length, takes(written, "2026-11-12T00:00:00Z")]).toEqual([
      length,
      length === 1700 && written === long(length),
    ]);
  }
});

test("leaves a pattern alone that asks for the time itself, also within $or", () => {
  for (const own of ['{"time":[{"prefix":"2026"}]}', '{"$or":[{"time":["a"]},{"id":["b"]}]}'])
    expect(endingAt(own, new Date())).toBe(own);
});
