import { resultsBucketName } from "../../../aws/names";
import { projectionOf } from "../../../aws/projection";
import { newBucketText } from "../../../schema/bucket";
import type { Fault } from "../../../text/issue";
import type { CheckedDestination } from "../../destination-type";

interface Queried {
  readonly catalog: boolean;
  readonly prefix?: string | undefined;
  readonly compression: string;
}

/** The forms of files that Athena reads as Firehose writes them (user guide, "Use compression in Athena", 2026-11). */
const READABLE = ["GZIP", "UNCOMPRESSED"];

/** Finds what keeps Athena from the files of a delivery stream with a catalog. `prefix`: where it is written if the file says nothing. */
export function catalogFaults(
  { catalog, prefix = "", compression }: Queried,
  { path, place, physical }: CheckedDestination,
): Fault[] {
  if (!catalog) return [];
  const faults: Fault[] = [];
  const projection = projectionOf(prefix);
  if (typeof projection === "string") {
    const message = `${projection}; for catalog = true write for example "events/!{timestamp:yyyy/MM/dd/HH}/"`;
    faults.push({ id: "not-queryable", path: [...path, "prefix"], message });
  }
  if (!READABLE.includes(compression)) {
    const message = `is "${compression}", which Athena does not read from Firehose; for catalog = true write ${READABLE.join(" or ")}`;
    faults.push({ id: "not-queryable", path: [...path, "compression"], message });
  }
  const results = place && physical && resultsBucketName(place, physical);
  if (results && !newBucketText.safeParse(results).success) {
    const message = `would get the bucket "${results}" for what queries find, which S3 does not take; name the destination otherwise`;
    faults.push({ id: "physical-name", path, atKey: true, message });
  }
  return faults;
}
