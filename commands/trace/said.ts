import type { Summary } from "../../trace/summary";
import type { Io } from "../io";
import { TOLD } from "./event-files";
import { summaryLines } from "./text";
import type { Done } from "./work/work";

export function printSummary(summary: Summary, faults: number, json: boolean, io: Io): void {
  const result = summary.result(faults);
  if (json) io.json(result);
  else io.stdout(summaryLines(result));
}

/** What is no event: all is counted, and the first ones are told. */
export class Faults {
  /** @param count those of an earlier run, which goes on */
  constructor(
    private readonly io: Io,
    public count = 0,
  ) {}

  /** Prints what became of a piece, as far as it is printed by piece. */
  print({ printed, faults }: Done): void {
    let told = this.count;
    this.count += faults;
    for (const part of printed) {
      if ("made" in part) this.io.made(part.made);
      else if (++told <= TOLD) this.io.stderr(part.fault);
    }
  }
}
