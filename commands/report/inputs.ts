import { createHash } from "node:crypto";
import type { ReportInput } from "../../report/schema";

/** What a file was when the report was made from it. */
export function inputOf(role: ReportInput["role"], path: string, bytes: Uint8Array): ReportInput {
  return { role, path, sha256: createHash("sha256").update(bytes).digest("hex") };
}
