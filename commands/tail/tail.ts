import { resolve } from "node:path";
import { TAIL_MINUTES } from "../../aws/defaults";
import { FILE_BYTES } from "../../aws/limits";
import { readWhole } from "../../files/read-file";
import { Aws } from "../../operate/aws/aws";
import { wantedOf } from "../../operate/tail/wanted";
import type { Input } from "../command";
import { oneEnvironment } from "../environment";
import { interruptible } from "../interrupt";
import { type Io, shown } from "../io";
import { durationIn, durationText } from "../time";
import { clean } from "./clean";
import type { options } from "./options";
import { Shower } from "./show";
import { watch } from "./watch";

/** Shows what comes on an environment's buses, or takes away what earlier runs have left. */
export async function tailEvents(word: string, { values }: Input<typeof options>, io: Io): Promise<number> {
  const length = lengthOf(values.for);
  if (typeof length === "string") {
    io.stderr(`--for ${values.for} ${length}`);
    return 2;
  }
  const chosen = oneEnvironment(word, io);
  if (chosen === undefined) return 1;
  const { environment } = chosen;
  const work = async (signal: AbortSignal) => {
    if (values.clean) return clean(await Aws.open(environment, io.env, "tail"), environment, values, io);
    const wanted = wantedOf(environment, { ...values, pattern: values.pattern && textOf(values.pattern, io) });
    const shower = new Shower(chosen, values, io);
    const aws = await Aws.open(environment, io.env, "tail");
    return watch({ aws, environment, wanted, length, shower, signal, dryRun: values["dry-run"] === true, io });
  };
  // Whoever insists must wait, too: what is made must be taken away, and that takes a second.
  return interruptible(io, work, () => undefined);
}

/** Returns the length in milliseconds, or what is wrong with it. */
function lengthOf(text: string | undefined): number | string {
  if (text === undefined) return TAIL_MINUTES.default * 60_000;
  const length = durationIn(text);
  const most = TAIL_MINUTES.max * 60_000;
  return typeof length === "number" && length > most
    ? `is longer than ${durationText(most)}; begin again then`
    : length;
}

/** Returns a pattern as it is written, or from the file that it names. */
function textOf(value: string, io: Io): string {
  if (!value.startsWith("file://")) return value;
  const path = resolve(io.cwd, value.slice("file://".length));
  return readWhole(path, shown(path, io), FILE_BYTES.pattern).toString("utf8");
}
