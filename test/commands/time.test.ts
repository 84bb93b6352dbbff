import { durationIn, durationText, timeIn, timeText } from "../../commands/time";

const now = new Date("2026-11-28T12:00:00Z");
const read = (text: string) => {
  const moment = timeIn(text, now);
  return typeof moment === "string" ? moment : timeText(moment);
};

test.each([
  ["2026-11-28T08:00:00Z", "2026-11-28T08:00:00Z"],
  ["2026-11-28T08:00Z", "2026-11-28T08:00:00Z"],
  ["2026-11-28t08:00:00.250z", "2026-11-28T08:00:00.250Z"],
  ["2026-11-28 08:00:00,5Z", "2026-11-28T08:00:00.500Z"],
  ["2026-11-28T09:30+01:00", "2026-11-28T08:30:00Z"],
  ["2026-11-28T09:30-0330", "2026-11-28T13:00:00Z"],
  ["2026-11-28T09:30+01", "2026-11-28T08:30:00Z"],
  ["2h", "2026-11-28T10:00:00Z"],
  [" 1h30m ago", "2026-11-28T10:30:00Z"],
  ["3d", "2026-11-25T12:00:00Z"],
  ["now", "2026-11-28T12:00:00Z"],
])("reads %j", (text, moment) => {
  expect(read(text)).toBe(moment);
});

test.each([
  ["yesterday", /^is no time; write 2026-.* such as 30m, 2h or 3d$/],
  ["1764316800", /^is no time; /],
  ["2H", /^is no time; /],
  ["2026-02-30T08:00:00Z", /^is no day of the calendar$/],
  ["2026-13-01T08:00:00Z", /^is no day of the calendar$/],
  ["2026-11-28T25:00:00Z", /^is no time of a day$/],
  ["2026-11-28T08:00:00+99:00", /^is no time of a day$/],
  [
    "2026-11-28T08:00",
    /^names no zone; write 2026-11-28T08:00Z for UTC, or 2026-11-28T08:00[+-]\d\d:\d\d with your own zone$/,
  ],
  ["2026-11-28", /^names no zone; write 2026-11-28T00:00:00Z /],
])("says of %j what is wrong", (text, reason) => {
  expect(read(text)).toMatch(reason);
});

test("what it says to write is right", () => {
  const written = /or (\S+) with your own/.exec(read("2026-11-28T08:00"))?.[1] ?? "";

  expect(timeIn(written, now)).toBeInstanceOf(Date);
});

test("reads lengths of time, which have a unit and are more than none", () => {
  expect(["90s", "30m", "2h", "3d", "1w", "1h30m"].map(durationIn)).toEqual([
    90_000, 1_800_000, 7_200_000, 259_200_000, 604_800_000, 5_400_000,
  ]);
  expect(durationIn("10")).toBe("has no unit; write 90s, 30m, 2h, 3d or 1h30m");
  expect(durationIn("a while")).toMatch(/^is no length of time; /);
  expect(durationIn("0m")).toMatch(/^is no time at all; /);
});

test.each([
  [0, "0 s"],
  [59_400, "59 s"],
  [60_000, "1 min"],
  [3_723_000, "1 h 2 min"],
  [90_000_000, "1 d 1 h"],
  [86_400_000 + 5000, "1 d"],
])("says %d ms in its two largest units", (length, words) => {
  expect(durationText(length)).toBe(words);
});
