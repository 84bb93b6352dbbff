import type { ReportFormat } from "./format";
import { json } from "./json";
import { markdown } from "./markdown";

/** What a report is shown as, by name. */
export const reportFormats = { json, markdown } as const satisfies Record<string, ReportFormat>;
