import type { Archive, SeenReplay } from "../../../operate/replay/account";
import { refusedArchive, refusedNumber, refusedRange } from "../../../operate/replay/refusal";
import { archivedStream } from "../../../operate/replay/stream";
import { environment, file } from "../../support/environment";
import { ARCHIVE, BUS } from "./stand-in";

const now = new Date("2026-11-28T12:00:00Z");
const shown = (moment: Date) => moment.toISOString().replace(".000Z", "Z");
const range = (from: string, to: string) => ({ from: new Date(`2026-${from}Z`), to: new Date(`2026-${to}Z`) });
const dev = environment(file({ stream: "archive = {}" }));
const keys = dev.streams.audit;
if (keys === undefined) throw new Error("the file has no stream");
const stream = archivedStream(dev, "audit", keys);
const archive: Archive = {
  arn: ARCHIVE,
  busArn: `arn:aws:events:us-east-1:123456789012:event-bus/${BUS}`,
  state: "ENABLED",
  reason: undefined,
  created: new Date("2026-11-01T00:00:00Z"),
  retentionDays: 7,
  pattern: undefined,
  events: 1,
  bytes: 1,
};
const HOUR = range("11-28T08:00:00", "11-28T09:00:00");

test.each([
  [range("11-28T08:00:00", "11-28T08:00:00"), /is not before --to/],
  [range("11-28T09:00:00", "11-28T08:00:00"), /is not before --to/],
  [range("11-28T09:00:00", "11-28T12:00:01"), /is not over yet/],
  [range("11-28T09:00:00", "11-28T11:50:01"), /write --to 2026-11-28T11:50:00Z, or run this again in 1 minute$/],
])("refuses a range that AWS refuses, or where it would leave events out: %j", (wrong, reason) => {
  expect(refusedRange(wrong, now, shown)).toMatch(reason);
});

test("takes a range that ends just where all is in the archive", () => {
  expect(refusedRange(range("11-28T09:00:00", "11-28T11:50:00"), now, shown)).toBeUndefined();
});

test.each<[Partial<Archive>, RegExp]>([
  [{ state: "DISABLED" }, /is DISABLED, and AWS replays from none but an enabled one/],
  [{ state: "CREATE_FAILED", reason: "no key" }, /is CREATE_FAILED \(no key\)/],
  [
    { busArn: "arn:aws:events:us-east-1:123456789012:event-bus/other" },
    /event-bus\/other, and not of the stream audit's/,
  ],
  [{ created: HOUR.to }, /was made at 2026-11-28T09:00:00Z and holds nothing from before/],
])("refuses an archive from which nothing would come: %j", (part, reason) => {
  expect(refusedArchive({ ...archive, ...part }, stream, HOUR, now, shown)).toMatch(reason);
});

test("refuses events that are deleted already, and takes those that are just kept; with 0 days all are", () => {
  const old = range("11-21T10:00:00", "11-21T12:00:00");

  expect(refusedArchive(archive, stream, old, now, shown)).toMatch(/keeps events for 7 days, .* are deleted/);
  expect(refusedArchive(archive, stream, { ...old, to: new Date("2026-11-21T12:00:01Z") }, now, shown)).toBeUndefined();
  expect(refusedArchive({ ...archive, retentionDays: 0 }, stream, old, now, shown)).toBeUndefined();
});

test("refuses an eleventh replay in the region, and names the ten", () => {
  const some = (count: number) => Array.from({ length: count }, (_, index) => ({ name: `r${index}` }) as SeenReplay);

  expect(refusedNumber(some(9))).toBeUndefined();
  expect(refusedNumber(some(10))).toMatch(/r0, r1, .*r9; wait until one ends/);
});
