import { createHash } from "node:crypto";
import { resolve } from "node:path";
import { parsePlan, readBytes } from "../../report/plan/read";
import type { WrittenPlan } from "../../report/plan/schema";
import type { ReportInput } from "../../report/schema";
import { type Io, shown } from "../io";

/** What a file was when the report was made from it. */
export function inputOf(role: ReportInput["role"], path: string, bytes: Uint8Array): ReportInput {
  return { role, path, sha256: createHash("sha256").update(bytes).digest("hex") };
}

interface PlanFile {
  readonly plan: WrittenPlan;
  readonly input: ReportInput;
}

/** @throws FilesProblem where it cannot be read, or is no plan */
export function planFile(written: string | boolean | undefined, io: Io): PlanFile | undefined {
  if (typeof written !== "string") return undefined;
  const path = resolve(io.cwd, written);
  const bytes = readBytes(path, shown(path, io));
  return { plan: parsePlan(bytes, shown(path, io)), input: inputOf("plan", shown(path, io), bytes) };
}
