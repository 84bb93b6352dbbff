import { readFileSync } from "node:fs";
import { join } from "node:path";

export interface Case {
  readonly name: string;
  /** JSON text, as is the event. */
  readonly pattern: string;
  readonly event: string;
  readonly expect: boolean | "invalid";
}

/** A case in which the reference library, aws/event-ruler, and the documentation of the service differ, or may. */
export interface CaseApart extends Omit<Case, "expect"> {
  readonly why: string;
  readonly ruler: boolean | "invalid";
  readonly documented: boolean | "invalid" | null;
  readonly notes: readonly string[];
}

export const cases: readonly Case[] = lines("cases.jsonl");
// The first line says what each `why` means.
export const casesApart: readonly CaseApart[] = lines<CaseApart>("cases-apart.jsonl").slice(1);

function lines<Line>(file: string): Line[] {
  const text = readFileSync(join(__dirname, file), "utf8");
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}
