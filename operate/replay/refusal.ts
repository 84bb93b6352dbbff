import { ARCHIVE_DELAY_MINUTES, CONCURRENT_REPLAYS } from "../../aws/limits";
import { plural } from "../../text/words";
import type { Archive, SeenReplay } from "./account";
import { type Range, surelyArchived } from "./range";
import type { ArchivedStream } from "./stream";

/** Writes a moment as the user may write it. */
export type Shown = (moment: Date) => string;

/** Returns why a range cannot be replayed now, whatever the archive holds; undefined where it can. */
export function refusedRange({ from, to }: Range, now: Date, shown: Shown): string | undefined {
  if (from >= to) return `--from ${shown(from)} is not before --to ${shown(to)}; write an earlier --from`;
  if (to > now) return `--to ${shown(to)} is not over yet; leave --to out for all that is in the archive for certain`;
  const sure = surelyArchived(now);
  if (to > sure)
    return `--to ${shown(to)} is less than ${ARCHIVE_DELAY_MINUTES} minutes ago, and an event may take that long until it is in the archive, so that some would be left out without a word; write --to ${shown(sure)}, or run this again in ${plural(Math.ceil((to.getTime() - sure.getTime()) / 60_000), "minute")}`;
  return undefined;
}

/** Returns why AWS would not replay from the archive, or would find nothing there; undefined where it would. */
export function refusedArchive(
  archive: Archive,
  { archive: name, busArn, key }: ArchivedStream,
  { to }: Range,
  now: Date,
  shown: Shown,
): string | undefined {
  const reason = archive.reason ? ` (${archive.reason})` : "";
  if (archive.state !== "ENABLED" && archive.state !== "UPDATING")
    return `the archive ${name} is ${archive.state}${reason}, and AWS replays from none but an enabled one; see to it, or deploy again`;
  if (busArn !== undefined && archive.busArn !== busArn)
    return `the archive ${name} is of ${archive.busArn}, and not of the stream ${key}'s ${busArn}; AWS replays to the bus that events came from only`;
  if (archive.created && to <= archive.created)
    return `the archive ${name} was made at ${shown(archive.created)} and holds nothing from before; write a --to after that`;
  const oldest = oldestKept(archive, now);
  if (oldest && to <= oldest)
    return `the archive ${name} keeps events for ${plural(archive.retentionDays, "day")}, and those before ${shown(oldest)} are deleted; nothing of them is left to replay`;
  return undefined;
}

/** Returns the moment before which nothing is kept any more; undefined where all is kept. */
export function oldestKept({ retentionDays }: Archive, now: Date): Date | undefined {
  return retentionDays === 0 ? undefined : new Date(now.getTime() - retentionDays * 86_400_000);
}

/** Returns why no further replay can start in the region; undefined where one can. */
export function refusedNumber(running: readonly SeenReplay[]): string | undefined {
  if (running.length < CONCURRENT_REPLAYS) return undefined;
  const names = running.map(({ name }) => name).sort();
  return `${running.length} replays run in this region, and AWS runs ${CONCURRENT_REPLAYS} at a time: ${names.join(", ")}; wait until one ends`;
}
